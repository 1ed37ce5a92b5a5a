"""Events and claims, made of mentions written in a line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from tracker.model import Claim, Engagement, Event, Mention, Source, TimeSpan

OnRecord = Callable[..., Event]
Claimed = Callable[..., Claim]


@pytest.fixture
def on_record(told: Callable[..., Mention]) -> OnRecord:
    """An event that one article tells as the line says, in other words unless `quote` is given."""

    def make(line: str, *, id: str = "here", **known: Any) -> Event:
        mention = told(line, **known)
        engagement = {field.name: getattr(mention, field.name) for field in fields(Engagement)}
        quote = known.get("quote", "Quite other words.")
        return Event(**engagement, id=id, sources=(Source(document=id, quote=quote, start=0, end=9, digest=id),))

    return make


@pytest.fixture
def claimed(told: Callable[..., Mention]) -> Claimed:
    """What an article says, in words of its own unless `quote` is given; published on a day if one is given."""

    def make(line: str, *, on: str = "", article: str = "", **known: Any) -> Claim:
        published = TimeSpan.day(date.fromisoformat(on)) if on else None
        own = hashlib.sha256(f"{line} {on} {article}".encode()).hexdigest()
        mention = told(line, **{"quote": own} | known)
        return Claim(mention=mention, digest=article or own, published=published)

    return make
