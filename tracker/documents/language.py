"""A cheap guess at a text's language, by its commonest words: enough to tell English from what is not."""

from __future__ import annotations

import re
from collections import Counter

UNDETERMINED = "und"
"""ISO 639's code for a language that is not known."""

_COMMON = {
    "en": "the of and to in that is for on with was by as at from said it be has his are an which have",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es hat",
    "es": "de la que el en y los se del las un por con una su para es al lo como más fue",
    "fr": "de la le et les des en un une du que est pour dans qui sur au par avec il plus pas",
    "id": "yang dan di itu dengan untuk dari dalam tidak ini akan pada juga ke karena oleh telah tersebut",
    "it": "di che la il un per è non una in del della con le si dei da sono al gli nel",
    "nl": "de het een van en in op te dat die voor met zijn niet is aan er om door ook werd",
    "pt": "de a que o e do da em um para com uma os no se na por mais as dos não ao",
    "tr": "ve bir bu da de için ile olarak olan çok daha sonra gibi kadar ancak göre ise değil",
}
_STOP_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SAMPLE = 4000
_FEWEST_WORDS = 20
_LEAST_SHARE = 0.12
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1 code of the likeliest language; `en` for a text too short to tell, `und` where no language fits."""
    words = Counter(_WORD.findall(text[:_SAMPLE].casefold()))
    total = words.total()
    if total < _FEWEST_WORDS and text.isascii():
        return "en"
    shares = {language: sum(words[word] for word in common) / max(total, 1) for language, common in _STOP_WORDS.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _LEAST_SHARE else _unshared(text)


def _unshared(text: str) -> str:
    """Lists and tables in Latin letters have few common words in any language: English unless letters say otherwise."""
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    plain = sum(letter.isascii() for letter in letters)
    return "en" if plain > 0.9 * len(letters) else UNDETERMINED
