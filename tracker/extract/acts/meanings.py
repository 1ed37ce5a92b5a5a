"""What a trigger word can tell: the types, each with the frame that says how the word's arguments fill its roles."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from tracker.extract.acts import added, idioms
from tracker.extract.lexicon import split, triggers
from tracker.reference.added import TriggerPart, kept

# The types whose words are plain are asked first; those that any word of movement or talk can mean come last.
PLAIN = (
    "accreditation",
    "expulsion",
    "recall",
    "summons",
    "mission",
    "rupture",
    "recognition",
    "agreement",
    "appointment",
)
HANDLED = (*PLAIN, "call", "summit", "visit", "meeting")
"""The types in the order in which a trigger is offered to them."""


def meanings(token: Token) -> list[tuple[str, str]]:
    """What a word can tell where it stands, first what is asked first: "received" an accreditation, then a meeting."""
    if token.pos_ == "ADJ" and (token.dep_ == "acomp" or (token.lower_ in _adjectives() and _set_off(token))):
        return _adjectives().get(token.lower_, [])
    part: TriggerPart = "verbs" if token.pos_ in {"VERB", "AUX"} or token.tag_ == "VBN" else "nouns"
    if token.dep_ in {"aux", "auxpass"} or (token.dep_ == "amod" and part == "nouns"):  # "their bilateral partnership"
        return []
    table = _verbs() if part == "verbs" else _nouns()
    plain = table.get(token.lemma_.lower()) or table.get(token.lower_, [])
    told = idioms.told(token) if part == "verbs" else []
    first = [meaning for meaning in told if meaning[1] != idioms.BEHIND]
    rest = [meaning for meaning in (*plain, *told) if all(meaning[0] != kind for kind, _ in first)]
    return added.meanings(token, part) + sorted(first + rest, key=lambda meaning: HANDLED.index(meaning[0]))


def _set_off(adjective: Token) -> bool:
    """Whether an adjective stands behind a comma, as a clause of its own does: "the envoy, due in Oslo on Monday"."""
    return (
        adjective.dep_ in {"amod", "advcl", "acl", "appos", "prep"}
        and adjective.i > 0
        and adjective.nbor(-1).lower_ == ","
    )


@cache
def light(frame: str) -> frozenset[str]:
    """The verbs that carry a noun; those of a stretch of time are others."""
    table = triggers()["light"]
    return split(table["spells"] if frame == "spells" else table["hold"])


@kept
def _verbs() -> dict[str, list[tuple[str, str]]]:
    return _table("verbs")


@cache
def _adjectives() -> dict[str, list[tuple[str, str]]]:
    return _table("adjectives")


@kept
def _nouns() -> dict[str, list[tuple[str, str]]]:
    return _table("nouns")


def _table(part: str) -> dict[str, list[tuple[str, str]]]:
    """Lemma → the types and frames that it can name, plain types first."""
    table: dict[str, list[tuple[str, str]]] = {}
    lists: dict[str, Any] = triggers()
    for kind in HANDLED:
        for frame, entries in lists.get(kind, {}).get(part, {}).items():
            for lemma in split(entries):
                table.setdefault(lemma, []).append((kind, frame))
    return table
