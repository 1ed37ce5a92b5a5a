"""Verbs of many meanings, and the words behind them with which they tell an engagement: "dropped in on", "set foot"."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from tracker.extract.lexicon import split, triggers
from tracker.reference.added import kept

FRAME = "phrases"
"""The frame of what such a verb tells."""
_REACH = 12  # words behind a verb that can still belong to it


def after(verb: Token, kind: str) -> tuple[int, int] | None:
    """Where the phrase stands that makes a verb tell a type, as offsets: " in on" of "dropped in on the president"."""
    behind = verb.doc[verb.i + 1 : verb.i + 1 + _REACH]
    clause = list(takewhile(lambda t: t.pos_ != "VERB" and t.lower_ not in {";", ":"}, behind))
    told = [t.lower_ for t in clause]
    for phrase in _phrases(kind).get(verb.lemma_.lower(), ()):
        for first in range(len(told) - len(phrase) + 1):
            if told[first : first + len(phrase)] == phrase:
                last = clause[first + len(phrase) - 1]
                return clause[first].idx, last.idx + len(last)
    return None


def verbs(kind: str) -> frozenset[str]:
    """The lemmas of the verbs of a type that take a phrase."""
    return frozenset(_phrases(kind))


@kept
def _tables() -> dict[str, dict[str, list[list[str]]]]:
    found = {kind: table.get(FRAME, {}) for kind, table in triggers().items()}
    return {
        kind: {lemma: [phrase.split() for phrase in split(entries)] for lemma, entries in table.items()}
        for kind, table in found.items()
    }


def _phrases(kind: str) -> dict[str, list[list[str]]]:
    return _tables().get(kind, {})
