"""`tracker add`: an event put on record by hand, from options, from answers or from a form, with the same result."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Annotated

import typer

from tracker import settings
from tracker.cli import given, when
from tracker.cli.draft import HEADING, Draft
from tracker.cli.options import Author, Database, Reason, examples
from tracker.cli.output import say
from tracker.cli.questions import at_terminal, confirmed
from tracker.errors import UsageError
from tracker.model import Event
from tracker.settings import Settings
from tracker.views import claims, entry, form
from tracker.views.fields import FIELDS, ReadDate, Typed

IfNew = Annotated[bool, typer.Option("--if-new", help="Add nothing, and exit with 1, if it may be on record already.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Add it without asking, though it may be on record already.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker add                 asks for each field, at a terminal",
            "tracker add --editor        a form in your editor",
            "tracker add -t meeting -d 2021-11-23 -c Japan -c Afghanistan --place Kabul \\",
            "    --person 'Takashi Okada:ambassador:JPN' \\",
            "    --source https://example.org/article --quote 'He met him on Tuesday.'",
            "tracker add -t visit -d 2025-02 -c Afghanistan=visitor -c Japan=host --if-new",
        )
    )(add)


def add(
    *,
    kind: given.Kind = None,
    subtype: given.Subtype = None,
    status: given.StatusOption = None,
    date: given.Date = None,
    title: given.Title = None,
    country: given.Countries = [],
    organisation: given.Organisations = [],
    person: given.People = [],
    place: given.PlaceName = None,
    place_country: given.PlaceCountry = None,
    note: given.Note = None,
    tag: given.Tags = [],
    source: given.Sources = [],
    quote: given.Quotes = [],
    editor: given.ByEditor = False,
    if_new: IfNew = False,
    yes: Yes = False,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Put an event on record by hand; print its id.

    Without options it asks for each field; what is typed and not finished is kept, and offered the next time. What may
    be on record already is shown first: at a terminal you are asked, elsewhere it is added and you are warned.
    """
    told = given.typed(
        kind=kind,
        subtype=subtype,
        status=status,
        date=date,
        title=title,
        country=country,
        organisation=organisation,
        person=person,
        place=place,
        place_country=place_country,
        note=note,
        tag=tag,
        source=source,
        quote=quote,
    )
    chosen = settings.load(given={"database": db, "author": author})
    if told and not editor:
        event = _event(told, given.echoing())
        print(_recorded(event, chosen, reason, if_new=if_new, yes=yes))
        return
    answered = _by_editor(told) if editor else _by_questions(chosen)
    event = _event(answered, given.echoing() if editor else when.of_event)
    with _as_draft(answered):
        print(_recorded(event, chosen, reason, if_new=if_new, yes=yes))
    say(f"on record: {claims.told(event)}")


@contextmanager
def _as_draft(answered: Typed) -> Iterator[None]:
    """Keeps what was answered as a draft until it is on record."""
    draft = Draft("add")
    draft.keep(form.written({**entry.typed(entry.BLANK), **answered}, FIELDS, heading=HEADING))
    try:
        yield
    except typer.Exit:
        say("what was told of it is kept as a draft, which the next `tracker add` offers")
        raise
    draft.drop()


def _by_editor(told: Typed) -> Typed:
    """What a person fills in; ends the command where that is nothing."""
    from tracker.cli import editor

    said = editor.fill(entry.BLANK, {**entry.typed(entry.BLANK), **told}, Draft("add"))
    if not said:
        say("the form says nothing new; nothing was added")
        raise typer.Exit
    return said


def _by_questions(chosen: Settings) -> Typed:
    """What a person answers; raises UsageError where nobody can."""
    if not at_terminal():
        raise UsageError("nothing is given and nobody can be asked; give --type and what else you know of the event")
    from tracker.cli.interview import Interview
    from tracker.cli.suggestions import Suggestions, known

    found = known(chosen)
    return Interview(entry.BLANK, Suggestions(found)).hold(found.last)


def _event(told: Typed, read_date: ReadDate) -> Event:
    changes = given.changes(entry.BLANK, told, read_date)
    return replace(entry.BLANK, **changes)  # type: ignore[arg-type]  # the fields of an event, by name


def _recorded(event: Event, chosen: Settings, reason: str, *, if_new: bool, yes: bool) -> str:
    """The id that it is put on record under; ends the command if it may be there already and is not to be twice."""
    from tracker.cli import likely
    from tracker.store import open_reader, open_recorder

    with open_recorder(chosen.database, author=chosen.author, command="add") as recorder:
        with open_reader(chosen.database) as reader:
            found = likely.likely(event, reader)
        if found:
            likely.tell(found)
            _insist(if_new=if_new, yes=yes)
        return recorder.add(event, note=event.note, tags=event.tags, sources=event.sources, reason=reason)


def _insist(*, if_new: bool, yes: bool) -> None:
    """Ends the command, unless it is to be added all the same."""
    asked = at_terminal() and not (yes or if_new)
    if if_new or (asked and not confirmed("add it all the same?", otherwise=False)):
        say("nothing was added; `tracker edit` corrects the one on record")
        raise typer.Exit(1)
    if not (asked or yes):
        say("added all the same; `tracker merge` joins the two, --if-new would have added nothing")
