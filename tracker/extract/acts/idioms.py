"""Verbs that tell an act by the words with them: "cut the ribbon", "went dark", "dropped in on"; see `idioms.toml`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from spacy.tokens import Token

from tracker.extract.lexicon import idioms, split
from tracker.extract.parser import forms
from tracker.extract.syntax import company

Words = frozenset[str]

BEHIND = "behind"
"""The frame of a phrase behind which the land or person stands: "dropped in on the president"."""
_REACH = 12  # words behind a verb that can still belong to it
_GROUP = re.compile(r'(?:"[^"]*"|[^\s"])+')
_LETTERS = re.compile(r"[^\W\d_]+")
_PHRASE = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Idiom:
    """A type and frame, the verbs that tell it, and what must stand with them.

    Of each group in `company` one word must stand beside the verb, and of the `phrases`, if it has any, one behind it.
    """

    kind: str
    frame: str
    verbs: Words
    company: tuple[Words, ...]
    phrases: tuple[tuple[Words, ...], ...] = ()

    def in_company(self, words: Collection[str]) -> bool:
        """Whether every group has a word among these."""
        return all(not group.isdisjoint(words) for group in self.company)

    def phrased_in(self, words: Collection[str]) -> bool:
        """Whether one of its phrases, if it has any, can be made of these."""
        made = (all(not group.isdisjoint(words) for group in phrase) for phrase in self.phrases)
        return not self.phrases or any(made)

    def phrase_end(self, verb: Token) -> int | None:
        """Where the first of its phrases behind a verb ends, as an offset."""
        clause = _behind(verb)
        for phrase in self.phrases:
            for first in range(len(clause) - len(phrase) + 1):
                stretch = clause[first : first + len(phrase)]
                if all(t.lower_ in words for t, words in zip(stretch, phrase, strict=True)):
                    return stretch[-1].idx + len(stretch[-1])
        return None


def told(verb: Token) -> list[tuple[str, str]]:
    """The types and frames that a verb tells by the words with it, the first frame of each type."""
    found: dict[str, str] = {}
    candidates = _by_verb().get(verb.lemma_.lower(), ())
    words = company(verb) if candidates else frozenset()
    for idiom in candidates:
        if idiom.in_company(words) and (not idiom.phrases or idiom.phrase_end(verb) is not None):
            found.setdefault(idiom.kind, idiom.frame)
    return list(found.items())


def phrase_end(verb: Token, kind: str) -> int | None:
    """Where the phrase ends by which a verb tells a type, as an offset: behind "in on" of "dropped in on the king"."""
    ends = (idiom.phrase_end(verb) for idiom in _by_verb().get(verb.lemma_.lower(), ()) if idiom.kind == kind)
    return next((end for end in ends if end is not None), None)


def possible(words: Collection[str]) -> set[tuple[str, str]]:
    """The types and frames of which the words of a passage can tell one, in whatever form and order they stand."""
    found = (idiom for word in words for idiom in _by_form().get(word, ()))
    return {(idiom.kind, idiom.frame) for idiom in found if idiom.in_company(words) and idiom.phrased_in(words)}


def _behind(verb: Token) -> list[Token]:
    """The words behind a verb, up to the next verb: " in on the president" of "dropped in on the president to talk"."""
    near = verb.doc[verb.i + 1 : verb.i + 1 + _REACH]
    return list(takewhile(lambda t: t.pos_ != "VERB" and t.lower_ not in {";", ":"}, near))


@cache
def _by_verb() -> dict[str, list[Idiom]]:
    table: dict[str, list[Idiom]] = {}
    for idiom in _listed():
        for verb in idiom.verbs:
            table.setdefault(verb, []).append(idiom)
    return table


@cache
def _by_form() -> dict[str, list[Idiom]]:
    """Every form of a verb → its idioms as a passage may hold them, the words in company in all their forms too."""
    table: dict[str, list[Idiom]] = {}
    for idiom in _listed():
        company = tuple(frozenset().union(*map(_forms, group)) for group in idiom.company)
        phrases = tuple(tuple(frozenset(map(_first_letters, group)) for group in p) for p in idiom.phrases)
        for form in frozenset().union(*map(_forms, idiom.verbs)):
            table.setdefault(form, []).append(replace(idiom, company=company, phrases=phrases))
    return table


def _forms(word: str) -> Words:
    return forms(word.lstrip("^="))


def _first_letters(word: str) -> str:
    """What a passage cut at signs has of a word: "face" of "face-to-face"."""
    found = _LETTERS.match(word)
    return found[0] if found else word


@cache
def _listed() -> tuple[Idiom, ...]:
    return tuple(
        _read(entry, kind, frame)
        for kind, frames in idioms().items()
        for frame, entries in frames.items()
        for entry in sorted(split(entries))
    )


def _read(entry: str, kind: str, frame: str) -> Idiom:
    """The idiom of an entry: "be up running" or 'drop "in on/at"/"by"'."""
    verbs, *groups = _GROUP.findall(entry)
    company = tuple(_words(group) for group in groups if '"' not in group)
    phrases = [phrase for group in groups for phrase in _PHRASE.findall(group)]
    return Idiom(kind, frame, _words(verbs), company, tuple(tuple(map(_words, p.split())) for p in phrases))


def _words(group: str) -> Words:
    return frozenset(group.split("/"))
