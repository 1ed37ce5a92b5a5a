"""The acts that echoes stand for: one told before, done by another party or on another day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, party, place_in
from tracker.extract.acts.echoes import Echo
from tracker.extract.acts.series import PAIRED
from tracker.extract.dates import Kind as Read
from tracker.extract.dates import TimeExpression
from tracker.extract.passages import Passage
from tracker.extract.timing import Timing
from tracker.model import PartyKind, Status

_WITHIN = 4  # passages back that an echo points


def told_again(found: Sequence[Echo], told: Sequence[Draft], passage: Passage) -> Iterator[Draft]:
    """The acts that echoes stand for: the last one told, by another party.

    The caller completes each before the next is made: "Gabon and Benin a day later" share the day so found.
    """
    latest: Draft | None = None
    for echo in found:
        model = _model(echo, told, passage)
        if model is not None:
            latest = _repeated(model, replace(echo, when=_shared_day(echo.when, latest)), passage)
            yield latest


def _shared_day(when: TimeExpression | None, latest: Draft | None) -> TimeExpression | None:
    """The expression of an echo, read as it was for the echo before it where both have the same."""
    before = latest.timing.when if latest is not None else None
    if when is None or before is None or latest is None or not latest.when or before.start_char != when.start_char:
        return when
    return replace(
        when, start=latest.when.start, end=latest.when.end, precision=latest.when.precision, kind=Read.EXPLICIT
    )


def _repeated(model: Draft, echo: Echo, passage: Passage) -> Draft:
    """An act as told before, done by the party of an echo."""
    doer, other = _sides(model.type)
    if echo.site:
        roles = {doer: model.roles[doer], other: [echo.actor]}
    else:
        targets = model.roles[doer if echo.back or party(echo.actor) in model.role(other) else other]
        roles = {doer: [echo.actor], other: [_nameless(a) for a in targets]}
    return replace(
        model,
        roles=roles,
        place=place_in([echo.actor]) if echo.site else model.place,
        status=Status.PLANNED if echo.ahead else Status.OCCURRED,
        timing=Timing(when=echo.when),
        reading=replace(model.reading, background=model.reading.background or echo.earlier),
        when=None,
        passage=passage,
        evidence=[*([model.passage] if model.passage else []), passage],
        refers=False,
        group=None,
        guessed=[],
        bystanders=(),
    )


def _model(echo: Echo, told: Sequence[Draft], passage: Passage) -> Draft | None:
    """The act that an echo points at: the last of a paired type nearby; "went" points at the last rupture."""
    for draft in reversed(told):
        if (
            draft.passage is None
            or draft.type not in PAIRED
            or draft.type == "appointment"
            or not all(r in draft.roles for r in PAIRED[draft.type])
        ):
            continue
        if echo.gone and draft.type != "rupture":
            continue
        if echo.site:
            return draft if draft.type == "mission" else None
        near = echo.gone or passage.index - draft.passage.index <= _WITHIN
        return draft if near and party(echo.actor) not in draft.role(_sides(draft.type)[0]) else None
    return None


def _sides(kind: str) -> tuple[str, str]:
    """The role of whoever acts, and the other: it is the receiver who accepts an envoy."""
    first, second = PAIRED[kind]
    return (second, first) if kind == "accreditation" else (first, second)


def _nameless(actor: Actor) -> Actor:
    """The party of somebody who took part in one act and not in the other."""
    kind = PartyKind.ORGANISATION if actor.organisation else PartyKind.COUNTRY
    return Actor(
        kind,
        actor.start,
        actor.end,
        actor.head,
        name=actor.organisation or "",
        country=actor.country,
        organisation=actor.organisation,
        surface="country",
    )
