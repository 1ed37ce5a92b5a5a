"""Words that tell an act only in company: "cut the ribbon", "went dark", "put an end to relations"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tracker.extract.lexicon import idioms, split
from tracker.extract.parser import forms
from tracker.extract.syntax import company


@dataclass(frozen=True, slots=True)
class Idiom:
    """A type and frame, the verbs that tell it, and groups of words of which each must have one beside the verb."""

    kind: str
    frame: str
    verbs: frozenset[str]
    company: tuple[frozenset[str], ...]

    def in_company(self, words: Collection[str]) -> bool:
        """Whether every group has a word among these."""
        return all(not group.isdisjoint(words) for group in self.company)


def told(verb: Token) -> list[tuple[str, str]]:
    """The types and frames that a verb tells by the words beside it, the first frame of each type."""
    found: dict[str, str] = {}
    candidates = _by_verb().get(verb.lemma_.lower(), ())
    words = company(verb) if candidates else frozenset()
    for idiom in candidates:
        if idiom.in_company(words):
            found.setdefault(idiom.kind, idiom.frame)
    return list(found.items())


def possible(words: Collection[str]) -> set[tuple[str, str]]:
    """The types and frames of which the words of a passage can tell one, in whatever form they stand."""
    return {(idiom.kind, idiom.frame) for idiom in _in_every_form() if idiom.in_company(words)}


@cache
def _by_verb() -> dict[str, list[Idiom]]:
    table: dict[str, list[Idiom]] = {}
    for idiom in _listed():
        for verb in idiom.verbs:
            table.setdefault(verb, []).append(idiom)
    return table


@cache
def _in_every_form() -> tuple[Idiom, ...]:
    """The idioms as a passage may hold them: the verb is one of the words, and every word in all its forms."""
    return tuple(
        Idiom(i.kind, i.frame, i.verbs, tuple(frozenset().union(*map(_forms, g)) for g in (i.verbs, *i.company)))
        for i in _listed()
    )


def _forms(word: str) -> frozenset[str]:
    return forms(word.lstrip("^="))


@cache
def _listed() -> tuple[Idiom, ...]:
    return tuple(
        _read(entry, kind, frame)
        for kind, frames in idioms().items()
        for frame, entries in frames.items()
        for entry in sorted(split(entries))
    )


def _read(entry: str, kind: str, frame: str) -> Idiom:
    verbs, *company = (frozenset(group.split("/")) for group in entry.split())
    return Idiom(kind, frame, verbs, tuple(company))
