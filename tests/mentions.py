"""Mentions written in a line: `meeting 2021-11-23 JPN:participant AFG Takashi_Okada/JPN @Kabul/AFG planned`.

A type may have a subtype (`mission/closure`); a date is a day, month or year in ISO form, days `A..B`, the week that
ends on `~A`, or a bound, `<A` or `>A`, of what is not dated. Words of three capitals are countries, of any other number
organisations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tracker.model import Mention, Participant, PartyKind, Place, Sentence, Status, TimeSpan


def mention(line: str, *, quote: str = "", **fields: Any) -> Mention:
    """The mention that a line tells; `fields` are set as given, and the line is the quotation unless `quote` is."""
    kind, *words = line.split()
    type, _, subtype = kind.partition("/")
    spans = [span for word in words if (span := _span(word))]
    places = [word[1:].partition("/") for word in words if word.startswith("@")]
    statuses = [Status(word) for word in words if word in set(Status)]
    known: dict[str, Any] = {
        "type": type,
        "subtype": subtype or None,
        "when": spans[0] if spans else TimeSpan.unknown(),
        "status": statuses[0] if statuses else Status.OCCURRED,
        "participants": tuple(party for word in words if (party := _party(word))),
        "place": Place(places[0][0] or None, places[0][2] or None) if places else Place(),
        "evidence": (Sentence(quote or line, 0, len(quote or line)),),
        "confidence": 0.8,
        "title": line,
    }
    return Mention(**known | fields)


def in_place(words: str, mentions: Iterable[Mention]) -> tuple[str, list[Mention]]:
    """A text that begins with some words and holds all that is quoted, and the mentions that quote it there."""
    told = list(mentions)
    quotes = dict.fromkeys(sentence.text for one in told for sentence in one.evidence)
    text = " ".join([*filter(None, [words]), *(quote for quote in quotes if quote not in words)])
    return text, [replace(one, evidence=tuple(_placed(sentence, text) for sentence in one.evidence)) for one in told]


def _placed(sentence: Sentence, text: str) -> Sentence:
    start = text.index(sentence.text)
    return replace(sentence, start=start, end=start + len(sentence.text))


def _span(word: str) -> TimeSpan | None:
    match = re.fullmatch(r"([<>~]?)(\d{4}[\d-]*)(?:\.\.([\d-]+))?", word)
    if not match:
        return None
    mark, first, last = match.groups()
    if mark == "~":
        return TimeSpan.week(date.fromisoformat(first))
    if mark:
        bound = date.fromisoformat(first)
        return TimeSpan.unknown(bound, None) if mark == ">" else TimeSpan.unknown(None, bound)
    return TimeSpan.day(date.fromisoformat(first), date.fromisoformat(last)) if last else TimeSpan.iso(first)


def _party(word: str) -> Participant | None:
    name, _, role = word.partition(":")
    if re.fullmatch(r"[A-Z]{3}", name):
        return Participant(kind=PartyKind.COUNTRY, name=name, country=name, role=role or None)
    if re.fullmatch(r"[A-Z]{2,}", name):
        return Participant(kind=PartyKind.ORGANISATION, name=name, role=role or None)
    person = re.fullmatch(r"([A-Z][\w.-]*)/([A-Z]{2,})", name)
    if person:
        principal = "country" if len(person[2]) == 3 else "organisation"
        full = person[1].replace("_", " ")
        return Participant(kind=PartyKind.PERSON, name=full, role=role or None, **{principal: person[2]})
    return None
