"""Headlines in sentence case: a tagger trained on running text takes every capitalised word for a name.

Letter for letter, so that offsets stay: a word is lowered when the body prints it so, or when it is one of the words
that the extractor knows (offices, triggers, the small words of English); names keep or get their capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker import reference
from tracker.extract.lexicon import split, triggers, words
from tracker.extract.parser import is_word
from tracker.extract.tagging import gazetteer
from tracker.extract.tokens import tokenize
from tracker.reference.added import kept

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOSTLY = 0.6  # share of capitalised words from which a line counts as set in headline style
_LONG = 4  # letters beyond which a word in a line of capitals is no abbreviation
_ACRONYM = 3  # letters of a word in a line of capitals that may be an abbreviation
_NAMES = {"country", "capital", "city", "seat", "organisation", "authority"}
_KEPT = frozenset({"i", "may", "us", "march", "uk", "un", "eu", "who"})


def body_words(text: str) -> frozenset[str]:
    """The words that running text prints in lower case."""
    return frozenset(word for word in _WORD.findall(text) if word.islower())


def sentence_case(line: str, lowered: frozenset[str], proper: frozenset[str] = frozenset()) -> str:
    """The line as running text would print it; unchanged when it is not set in headline style or in capitals."""
    found = _WORD.findall(line)
    long = [word for word in found if len(word) > 3]
    if not long:
        return line
    shouting = sum(word.isupper() for word in long) > len(long) * _MOSTLY
    titled = sum(word[0].isupper() for word in long) > len(long) * _MOSTLY
    if not (shouting or titled):
        return line
    first = next(iter(_WORD.finditer(line))).start()
    named = list(_named(line))

    def cased(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in named):
            return _in_a_name(found.group(), shouting=shouting)
        return _cased(found.group(), lowered, proper, shouting=shouting, first=found.start() == first)

    return _WORD.sub(cased, line)


def _named(line: str) -> Iterator[tuple[int, int]]:
    """Where names in several words stand: "New Zealand" stays one where the text has a word "new"."""
    tokens = tokenize(line)
    for at, token in enumerate(tokens):
        found = gazetteer().match(tokens, at) if token.text[:1].isupper() else None
        if found is not None and found[1] - at > 1 and any(entry.kind in _NAMES for entry in found[0]):
            yield token.start, tokens[found[1] - 1].end


def _in_a_name(word: str, *, shouting: bool) -> str:
    if not shouting or len(word) == 1:
        return word
    return word.lower() if word.lower() in words("words", "small") else word.capitalize()


def _cased(word: str, lowered: frozenset[str], proper: frozenset[str], *, shouting: bool, first: bool) -> str:
    """A word of a line in headline style, or of one in capitals, as running text would print it."""
    low = word.lower()
    small = low in words("words", "small")
    initial = len(word) == 1 and not small
    if len(low) != len(word) or low in _KEPT or initial:
        return word
    if shouting and len(word) <= _ACRONYM and not (small or low in lowered or _no_acronym(word)):
        return word
    named = low.capitalize() in proper and low not in lowered
    if not shouting and (named or first):
        return word
    if not named and (small or low in lowered or low in _plain_words() or (is_word(low) and low not in _names())):
        return low.capitalize() if first else low
    return word.capitalize() if named or (shouting and len(word) > _LONG) else word


def _no_acronym(word: str) -> bool:
    """Whether a short word in capitals is one of English and no organisation's: "PAY", "OIL"."""
    return is_word(word.lower()) and word not in _acronyms()


@kept
def _acronyms() -> frozenset[str]:
    return frozenset(e.surface for e in reference.names() if e.kind == "organisation" and e.surface.isupper())


@kept
def _names() -> frozenset[str]:
    """The names of countries and capitals in one word, which the lemmatiser's tables hold too."""
    kinds = {"country", "demonym", "capital"}
    return frozenset(e.surface.lower() for e in reference.names() if e.kind in kinds and _WORD.fullmatch(e.surface))


@kept
def _plain_words() -> frozenset[str]:
    """Single words of the trigger and office lists, in the forms that headlines use."""
    lists = (table.get(part, {}) for table in triggers().values() for part in ("verbs", "nouns"))
    entries = (entry for frames in lists for listed in frames.values() for entry in split(listed))
    forms = frozenset(form for entry in entries for form in _forms(entry))
    return (forms | words("offices", "modifiers") | words("offices", "heads")) - {"march", "may"}


def _forms(lemma: str) -> set[str]:
    if " " in lemma:
        return set()
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    return {lemma, lemma + "s", lemma + "es", stem + "ed", stem + "ing", lemma + "d"}
