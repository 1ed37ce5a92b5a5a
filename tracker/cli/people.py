"""`tracker people`: who is on record, in which offices, whom they met and when last."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import reference, settings
from tracker.cli import when
from tracker.cli.options import Database, EventFormat, Format, Since, Until, complete_country, examples
from tracker.cli.output import chosen, print_lines, print_rows, say, width
from tracker.model import Party, PeopleFilter, Person
from tracker.views import people as view
from tracker.views import writers

if TYPE_CHECKING:
    from tracker.store import Reader

_MET = 2
"""Whom a person met most, in a table at a terminal."""

_LATEST = 10
"""Engagements that a card lists."""

Name = Annotated[
    str, typer.Argument(metavar="[NAME]", help="Part of a name, or a party's number; of one person, all is shown.")
]
Countries = Annotated[
    list[str],
    typer.Option(
        "--country",
        "-c",
        metavar="NAME",
        help="A country that they act for; given twice, either.",
        autocompletion=complete_country,
    ),
]
OfficeOption = Annotated[str, typer.Option("--office", metavar="WORDS", help="Part of an office that they held.")]
Met = Annotated[str, typer.Option("--met", metavar="NAME", help="Somebody whom they met, by part of a name.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many people.")]
Alike = Annotated[bool, typer.Option("--alike", help="Only those who may be one person under two names.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker people",
            "tracker people --country Afghanistan --office minister --since 2021-08",
            "tracker people Muttaqi                        one person's card",
            "tracker people --met Muttaqi --format csv",
            "tracker people --alike                        names that may be one person's",
        )
    )(people)


def people(
    name: Name = "",
    *,
    country: Countries = [],
    office: OfficeOption = "",
    met: Met = "",
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    alike: Alike = False,
    format: EventFormat = None,
    db: Database = None,
) -> None:
    """Who took part, in which offices, whom they met, and when last; of one person, a card.

    Those with most engagements come first; planned, cancelled and rejected ones are not counted. Names that are one
    person's are joined with `tracker party merge`, and every question then finds both.
    """
    from tracker.store import open_reader

    first, last = when.bounds(since, until)
    asked = PeopleFilter(
        name=name,
        countries=tuple(reference.require_country(one).code for one in country),
        office=office,
        met=met,
        since=first,
        until=last,
        limit=limit,
    )
    with open_reader(settings.load(given={"database": db}).database) as reader:
        found = reader.parties.people(_numbered(asked, name, reader))
        if alike:
            _print_alike(found, reader, format)
        elif name and len(found) == 1:
            _print_card(found[0], reader, format)
        else:
            _print_list(found, name, format)


def _numbered(asked: PeopleFilter, name: str, reader: Reader) -> PeopleFilter:
    """The filter for one person, where a number or a whole name stands for one."""
    meant = reader.parties.party(name) if name.isdigit() else reader.parties.whole_name(name)
    return replace(asked, name="", number=reader.parties.root(meant).number) if meant else asked


def _print_list(found: list[Person], name: str, format: Format | None) -> None:
    table = chosen(format) is Format.TABLE
    print_rows([_shortened(one) if table else view.row(one) for one in found], format)
    if not found:
        say(f"no engagement of '{name}' is on record" if name else "nobody is on record who fits")
    elif name:
        say(f"{len(found)} people; give more of the name, or the party's number, for a card")


def _shortened(person: Person) -> dict[str, object]:
    """What a table at a terminal has room for."""
    told = view.row(person, most=_MET)
    latest = person.offices[-1].name if person.offices else ""
    return {
        "party": told["party"],
        "name": person.party.name,
        "for": told["acts_for"],
        "office": latest,
        "events": told["events"],
        "last": told["last"],
        "met": "; ".join(f"{one.party.name} {one.events}" for one in person.met[:_MET]),
    }


def _print_card(person: Person, reader: Reader, format: Format | None) -> None:
    parties = reader.parties
    events = list(reader.by_keys(parties.events_with(person.party, limit=_LATEST)).values())
    namings = parties.namings(person.party)
    likely = [two if one.number == person.party.number else one for one, two in _pairs(reader, of=person)]
    match chosen(format):
        case Format.JSON:
            writers.write_json([view.record(person, events, namings, likely)], sys.stdout)
        case Format.JSONL:
            writers.write_jsonl([view.record(person, events, namings, likely)], sys.stdout)
        case Format.TABLE | None:
            print_lines(view.card(person, events, namings, likely, width=width()))
        case _:
            print_rows([view.row(person)], format)


def _print_alike(found: list[Person], reader: Reader, format: Format | None) -> None:
    shown = {one.party.number for one in found}
    pairs = [(one, two) for one, two in _pairs(reader) if one.number in shown or two.number in shown]
    print_rows(
        [{"party": one.number, "name": str(one), "other": two.number, "other_name": str(two)} for one, two in pairs],
        format,
    )
    if pairs:
        say("`tracker party merge PARTY OTHER` joins two; `tracker party separate` says that they are two people")
    else:
        say("no two names on record look like one person's")


def _pairs(reader: Reader, *, of: Person | None = None) -> list[tuple[Party, Party]]:
    """People who may be one under two names, those left out that were told apart."""
    from tracker import resolve

    parties = reader.parties
    apart = {
        frozenset((parties.root(one.party).number, parties.root(one.other).number))
        for one in parties.namings()
        if one.live and one.verdict == "different"
    }
    alike = resolve.alike(parties.every_person(), to=of.party if of else None)
    return [pair for pair in alike if frozenset(one.number for one in pair) not in apart]
