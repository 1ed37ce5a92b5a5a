"""`tracker add`, `edit`, `delete` and `restore`: the record by hand, with every change kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Annotated

import typer

from tracker import reference, settings
from tracker.cli import when
from tracker.cli.bulk import MaybeIds, Selection, Signed, Where, Yes, revise
from tracker.cli.options import Author, Database, Id, Reason, complete_country, complete_type, examples
from tracker.cli.output import say
from tracker.errors import UsageError
from tracker.model import Engagement, Event, Participant, PartyKind, Place, Review, Status, TimeSpan
from tracker.reference import EventType
from tracker.views import parties, rows

KIND = typer.Option("--type", "-t", metavar="TYPE", help="One of `tracker types`.", autocompletion=complete_type)
Subtype = Annotated[str | None, typer.Option("--subtype", metavar="WORD", help="One of the type's subtypes.")]
StatusOption = Annotated[Status | None, typer.Option("--status", help="Whether it took place.")]
Date = Annotated[
    str | None,
    typer.Option("--date", "-d", metavar="DATE", help="A day, month, year, span 2025-02-15..21, or 'last month'."),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The headline in a timeline.")]
Countries = Annotated[
    list[str],
    typer.Option("--country", "-c", metavar="NAME[=ROLE]", help="A party.", autocompletion=complete_country),
]
Organisations = Annotated[list[str], typer.Option("--organisation", metavar="NAME[=ROLE]", help="A party.")]
People = Annotated[
    list[str],
    typer.Option("--person", metavar="'NAME (OFFICE, COUNTRY)[=ROLE]'", help="Who took part."),
]
PlaceName = Annotated[str | None, typer.Option("--place", metavar="CITY", help="Where it happened.")]
PlaceCountry = Annotated[
    str | None,
    typer.Option(
        "--place-country",
        metavar="NAME",
        help="The country of the place, where the city does not tell.",
        autocompletion=complete_country,
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark of your own.")]
Tags = Annotated[list[str], typer.Option("--tag", metavar="WORD", help="A word to find it by.")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker add --type visit --date 2025-02-15..21 --country Afghanistan=visitor --country Japan=host \\",
            "    --place Tokyo --title 'Taliban delegation in Tokyo' --source https://example.org/article",
            "tracker add -t meeting -d 'last month' -c Japan -c Afghanistan \\",
            "    --person 'Takashi Okada (ambassador, Japan)' --place Doha --status planned",
        )
    )(add)
    app.command(
        epilog=examples(
            "tracker edit 7c1a --date 2021-11-23 --reason 'the ministry gives the day'",
            "tracker edit 7c1a --country Japan=host --country Afghanistan=visitor",
            "tracker edit 7c1a 81d6 --status cancelled",
            "tracker edit --where country=Japan --where type=meeting --where since=2021-10 --subtype bilateral",
        )
    )(edit)
    app.command(epilog=examples("tracker delete 7c1a --reason 'an opinion, no engagement'"))(delete)
    app.command(epilog=examples("tracker restore 7c1a"))(restore)


def add(
    *,
    kind: Annotated[str, KIND],
    subtype: Subtype = None,
    status: StatusOption = Status.OCCURRED,
    date: Date = None,
    title: Title = "",
    country: Countries = [],
    organisation: Organisations = [],
    person: People = [],
    place: PlaceName = "",
    place_country: PlaceCountry = "",
    note: Note = "",
    tag: Tags = [],
    source: Annotated[list[str], typer.Option("--source", metavar="URL|NAME", help="Where you have it from.")] = [],
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Put an event on record by hand; print its id."""
    from tracker.store import open_recorder

    type_ = reference.require_event_type(kind)
    status = status or Status.OCCURRED
    engagement = Engagement(
        type=type_.name,
        subtype=_subtype(subtype, type_),
        status=status,
        when=_when(date, status) or TimeSpan.unknown(),
        title=title or "",
        participants=(
            *(_party(text, parties.country) for text in country),
            *(_party(text, parties.organisation) for text in organisation),
            *(_party(text, parties.person) for text in person),
        ),
        place=rows.place(place or "", place_country or ""),
    )
    _check_roles(engagement.participants, type_)
    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="add") as recorder:
        sources = tuple(map(rows.source, source))
        print(recorder.add(engagement, note=note or "", tags=tuple(tag), sources=sources, reason=reason))


def edit(
    ids: MaybeIds = [],
    *,
    kind: Annotated[str | None, KIND] = None,
    subtype: Subtype = None,
    status: StatusOption = None,
    date: Date = None,
    title: Title = None,
    country: Countries = [],
    organisation: Organisations = [],
    person: People = [],
    place: PlaceName = None,
    place_country: PlaceCountry = None,
    note: Note = None,
    tag: Tags = [],
    review: Annotated[Review | None, typer.Option("--review", help="What you say of the event as a whole.")] = None,
    where: Where = [],
    yes: Yes = False,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Correct an event, or several.

    No later reading of articles overrides it, and what stood there stays in its history. Parties given replace
    those of their kind. An empty text empties a field. What --where finds is counted, shown and asked about first.
    """
    given = (kind, subtype, status, date, title, place, place_country, note, review)
    if all(value is None for value in given) and not (country or organisation or person or tag):
        raise UsageError("nothing to change; `tracker edit --help` lists what can be")
    read = cache(_when)

    def revision(event: Event) -> dict[str, object]:
        type_ = reference.require_event_type(kind or event.type)
        participants = _replaced(event.participants, countries=country, organisations=organisation, people=person)
        _check_roles(participants, type_)
        wanted = {
            "type": kind and type_.name,
            "subtype": subtype if subtype is None else _subtype(subtype, type_),
            "status": status,
            "when": read(date, status or event.status),
            "title": title,
            "participants": participants if participants != event.participants else None,
            "place": _place(event.place, place, place_country),
            "note": note,
            "tags": tuple(filter(None, tag)) if tag else None,
            "review": review,
        }
        emptied = {"subtype"} if subtype == "" else set()
        return {field: value for field, value in wanted.items() if value is not None or field in emptied}

    revise(Selection(ids, where, yes), revision, Signed("edit", reason, author, db))


def delete(id: Id, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Take an event out of the record; `restore` brings it back."""
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="delete") as recorder:
        [change, *_] = recorder.delete(id, reason=reason)
    print(f"deleted {change.event_id}; `tracker restore {change.event_id}` brings it back")


def restore(id: Id, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Bring a deleted event back as it was."""
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="restore") as recorder:
        changes = recorder.restore(id, reason=reason)
    print(f"restored {changes[0].event_id}" if changes else f"{id} is on record; nothing to restore")


def _when(text: str | None, status: Status) -> TimeSpan | None:
    """The date as typed, said back so that a misreading is seen at once."""
    if text is None:
        return None
    read = when.read(text, option="--date", ahead=status is Status.PLANNED)
    say(when.told(read))
    return read


def _subtype(word: str | None, kind: EventType) -> str | None:
    if word and word not in kind.subtypes:
        known = f"may be {', '.join(kind.subtypes)}" if kind.subtypes else "has none"
        raise UsageError(f"--subtype '{word}': the subtype of a {kind.name} {known}")
    return word or None


def _party(text: str, read: Callable[[str], Participant]) -> Participant:
    """The party of `NAME` or `NAME=ROLE`."""
    name, _, role = text.partition("=")
    return replace(read(name.strip()), role=role.strip() or None)


def _replaced(
    present: tuple[Participant, ...], *, countries: list[str], organisations: list[str], people: list[str]
) -> tuple[Participant, ...]:
    """The parties, those of each kind that is given replaced."""
    given = {
        PartyKind.COUNTRY: [_party(text, parties.country) for text in countries],
        PartyKind.ORGANISATION: [_party(text, parties.organisation) for text in organisations],
        PartyKind.PERSON: [_party(text, parties.person) for text in people],
    }
    kept = [party for party in present if not given[party.kind]]
    return (*kept, *(party for group in given.values() for party in group))


def _check_roles(participants: tuple[Participant, ...], kind: EventType) -> None:
    for party in participants:
        if party.role and party.role not in kind.roles:
            raise UsageError(f"'{party.role}' ({party.name}) is no role of a {kind.name}; {', '.join(kind.roles)} are")


def _place(present: Place, name: str | None, country: str | None) -> Place | None:
    """The place as changed, None where nothing is given."""
    if name is None and country is None:
        return None
    kept = "" if name is not None else present.country or ""
    return rows.place(present.name or "" if name is None else name, kept if country is None else country)
