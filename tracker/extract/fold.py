"""One article, one telling: the drafts that tell the same engagement become one mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tracker import reference
from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft
from tracker.extract.days import overlap
from tracker.extract.passages import Kind
from tracker.extract.titles import title
from tracker.model import Mention, Participant, PartyKind, Place, Precision, Status, TimeSpan

_FINENESS = {p: i for i, p in enumerate(Precision)}
_KIN = ({"visit", "meeting"}, {"meeting", "summit"}, {"meeting", "call"})
_LASTING = {"visit", "meeting", "summit"}
_LONGEST_STAY = 15  # days between an arrival and a departure told apart


def fold(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Groups of drafts that tell one engagement, in the order of the text; a headline joins what it announces."""
    drafts = list(drafts)
    groups: list[list[Draft]] = []
    for draft in sorted(drafts, key=_headline):
        home = _home(draft, groups)
        if _told_apart(draft, groups):
            continue
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    groups = list(_stays_joined(groups))
    for group in groups:
        for draft in group:
            draft.group = group
    return sorted(groups, key=lambda g: min(drafts.index(d) for d in g))


def _stays_joined(groups: Iterable[list[Draft]]) -> Iterator[list[Draft]]:
    """The groups, days told in one breath as one stay where nothing else tells them apart: "talks on 5 and 6 June"."""
    last: list[Draft] = []
    for group in groups:
        if len(last) == len(group) == 1 and _runs_on(last[0], group[0]):
            last[0].when = _to_end_of(last[0].when, group[0].when)
        else:
            yield (last := group)


def _runs_on(first: Draft, second: Draft) -> bool:
    """Whether two drafts are one act on one day and the next."""
    if first.kind not in _LASTING or first.evidence != second.evidence or first.roles != second.roles:
        return False
    days = [d.when for d in (first, second) if d.when and d.when.precision is Precision.DAY]
    if len(days) < 2 or not (days[0].end and days[1].start):
        return False
    return (days[1].start - days[0].end).days == 1


def _to_end_of(first: TimeSpan | None, last: TimeSpan | None) -> TimeSpan | None:
    return replace(first, end=last.end) if first is not None and last is not None else first


def _home(draft: Draft, groups: list[list[Draft]]) -> list[Draft] | None:
    """The group that a draft belongs to: for a headline, first one of its own type."""
    if not _headline(draft):
        return next((g for g in groups if all(same(draft, other) for other in g)), None)
    fitting = [g for g in groups if announces(draft, g)]
    return min(fitting, key=lambda g: (g[0].kind != draft.kind, g[0].status is not draft.status), default=None)


def _told_apart(headline: Draft, groups: Sequence[list[Draft]]) -> bool:
    """Whether a headline sums up what the text tells one by one: "calls with the presidents of Peru and Chile"."""
    if not _headline(headline):
        return False
    parts = [g[0] for g in groups if g[0].kind == headline.kind and g[0].parties < headline.parties]
    told = set().union(*(part.parties for part in parts))
    return len(parts) > 1 and told == headline.parties


def _headline(draft: Draft) -> bool:
    return (
        draft.passage is not None
        and draft.passage.kind in {Kind.HEADLINE, Kind.HEADING}
        and (draft.when is None or not draft.when.known)
    )


def announces(headline: Draft, group: list[Draft]) -> bool:
    """Whether a headline without a date tells what a group tells."""
    first = group[0]
    if headline.status is not first.status and first.status is Status.CANCELLED:
        return False
    kin = headline.kind == first.kind or {headline.kind, first.kind} in _KIN
    both = bool(headline.organisations and first.organisations)
    if both and headline.countries and headline.countries == first.countries:
        return kin  # "UNDP pledges support at meeting", of the UN's assistant secretary
    return (
        kin
        and bool(headline.parties & first.parties)
        and len(headline.parties | first.parties) <= max(len(headline.parties), len(first.parties))
    )


def same(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one document can be one engagement."""
    if a.kind != b.kind or (a.status != b.status and not _one_stay(a, b)):
        return False
    return _dates_fit(a, b) and _parties_fit(a, b) and people_fit(a, b)


def _parties_fit(a: Draft, b: Draft) -> bool:
    """Whether two drafts can be of the same parties."""
    if a.type == "visit":
        return bool(a.role("visitor") & b.role("visitor")) and a.role("host") == b.role("host")
    return a.parties <= b.parties or b.parties <= a.parties


def _dates_fit(a: Draft, b: Draft) -> bool:
    """Whether two drafts can be of the same days."""
    if not (a.when and b.when and a.when.known and b.when.known):
        return True
    return _one_stay(a, b) or overlap(a.when, b.when)


def _one_stay(a: Draft, b: Draft) -> bool:
    """Whether one draft tells the arrival and the other the departure of one visit."""
    first, last = (a, b) if a.opens else (b, a)
    if a.type != "visit" or not (
        first.opens and last.closes and first.when and last.when and first.when.start and last.when.end
    ):
        return False
    return 0 <= (last.when.end - first.when.start).days <= _LONGEST_STAY


def people_fit(a: Draft, b: Draft) -> bool:
    """Whether those named in two drafts can have been at one engagement."""
    mine, theirs = ({_family(name) for name in d.people} for d in (a, b))
    if a.type == "visit" or not mine or not theirs:
        return True
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine or len(mine & theirs) > 1)


def _family(name: str) -> str:
    """The last word of a name, suffixes left out: what "Joe Biden" and "Joseph R. Biden, Jr." share."""
    words = [w for w in name.casefold().replace(",", "").split() if w.rstrip(".") not in {"jr", "sr", "ii", "iii"}]
    return words[-1] if words else name


def mention(group: list[Draft], default: TimeSpan) -> Mention:
    """The mention that a group of drafts adds up to."""
    first = next((d for d in group if not _headline(d)), group[0])
    subtype = next((d.subtype for d in group if d.subtype and d.kind == first.kind), None)
    told, place = tuple(_participants([d for d in group if d.kind == first.kind])), best_place(group)
    return Mention(
        type=first.kind,
        subtype=subtype,
        status=first.status,
        when=best_date(group) or default,
        participants=_in_own_roles(told, first),
        place=place,
        title=title(first.kind, subtype, first.status, told, place),
        evidence=tuple(dict.fromkeys(p.sentence for d in group for p in d.evidence)),
        trigger=first.trigger,
    )


def best_date(group: list[Draft]) -> TimeSpan | None:
    """The finest date that one of the drafts was given; from arrival to departure where both are told."""
    dated = [d.when for d in group if d.when is not None]
    known = [w for w in dated if w.known]
    stay = _stay(group)
    if stay is not None:
        return stay
    if known:
        return min(known, key=lambda w: (_FINENESS[w.precision], -(w.days or 0)))
    within = (
        next((d.within for d in group if d.within is not None and d.within.group is not group), None)
        if group[0].type != "visit"
        else None
    )
    if within is not None and (when := best_date(within.group or [within])) is not None:
        return when
    return dated[0] if dated else None


def _stay(group: list[Draft]) -> TimeSpan | None:
    days = [
        d
        for d in group
        if d.type == "visit" and d.when and d.when.precision is Precision.DAY and d.when.start and d.when.end
    ]
    if not (any(d.opens for d in days) and any(d.closes for d in days)):
        return None
    spans = [d.when for d in days if d.when and d.when.start and d.when.end]
    start, end = min(w.start for w in spans if w.start), max(w.end for w in spans if w.end)
    return TimeSpan(start, end, Precision.DAY, spans[0].text, spans[0].basis)


def best_place(group: list[Draft]) -> Place:
    """The narrowest place told."""
    return next((d.place for d in group if d.place.name), next((d.place for d in group if d.place.country), Place()))


def _participants(group: list[Draft]) -> Iterable[Participant]:
    seen: set[tuple[str, str]] = set()
    for draft in group:
        for role, actors in draft.roles.items():
            for actor in actors:
                for participant in _of(actor, role):
                    mark = (participant.kind, participant.name)
                    if mark not in seen:
                        seen.add(mark)
                        yield participant


def _in_own_roles(told: Sequence[Participant], draft: Draft) -> tuple[Participant, ...]:
    """The participants of an added type under its own names for the roles of the type that it is told like."""
    if not draft.added:
        return tuple(told)
    own = dict(zip(reference.EVENT_TYPES[draft.type].roles, reference.EVENT_TYPES[draft.added].roles, strict=True))
    return tuple(replace(one, role=own.get(one.role or "")) for one in told)


def _of(actor: Actor, role: str) -> Iterable[Participant]:
    if actor.kind is PartyKind.PERSON and actor.name and (actor.country or actor.organisation) and role != "host":
        yield Participant(
            kind=PartyKind.PERSON,
            name=actor.name,
            role=role,
            country=actor.country,
            organisation=actor.organisation,
            office=actor.office or None,
        )
    if actor.organisation:
        yield Participant(kind=PartyKind.ORGANISATION, name=actor.organisation, role=role)
    elif actor.country:
        country = reference.country(actor.country)
        yield Participant(
            kind=PartyKind.COUNTRY, name=country.name if country else actor.country, role=role, country=actor.country
        )
