"""`tracker edit`, `delete` and `restore`: events on record corrected by hand, with every change kept."""

from __future__ import annotations

import typer

from tracker import settings
from tracker.cli import given, when
from tracker.cli.bulk import MaybeIds, Selection, Signed, Where, Yes, revise
from tracker.cli.draft import Draft
from tracker.cli.options import Author, Database, Id, Reason, examples
from tracker.cli.questions import at_terminal
from tracker.errors import UsageError
from tracker.settings import Settings
from tracker.views import entry
from tracker.views.fields import Typed


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker edit 7c1a --date 2021-11-23 --reason 'the ministry gives the day'",
            "tracker edit 7c1a                              asks for each field, at a terminal",
            "tracker edit 7c1a --editor                     a form in your editor",
            "tracker edit 7c1a --country Japan=host --country Afghanistan=visitor",
            "tracker edit 7c1a 81d6 --status cancelled",
            "tracker edit --where country=Japan --where type=meeting --where since=2021-10 --subtype bilateral",
        )
    )(edit)
    app.command(epilog=examples("tracker delete 7c1a --reason 'an opinion, no engagement'"))(delete)
    app.command(epilog=examples("tracker restore 7c1a"))(restore)


def edit(
    ids: MaybeIds = [],
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
    review: given.ReviewOption = None,
    editor: given.ByEditor = False,
    where: Where = [],
    yes: Yes = False,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Correct an event, or several.

    No later reading of articles overrides it, and what stood there stays in its history. Parties given replace
    those of their kind. An empty text empties a field. What --where finds is counted, shown and asked about first.
    With an id alone, it asks for each field.
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
        review=review,
    )
    said: Typed = told
    if editor or not told:
        said = _asked(ids, told, settings.load(given={"database": db, "author": author}), editor=editor)
    read_date = given.echoing() if told or editor else when.of_event
    revise(
        Selection(ids, where, yes),
        lambda event: given.changes(event, said, read_date),
        Signed("edit", reason, author, db),
    )


def _asked(ids: list[str], told: Typed, chosen: Settings, *, editor: bool) -> Typed:
    """What a person says of the one event that is meant; raises UsageError where nobody can be asked."""
    if not (editor or at_terminal()):
        raise UsageError("nothing to change; `tracker edit --help` lists what can be")
    if len(ids) != 1:
        raise UsageError("one event at a time can be asked about; give one id, or what is to change as options")
    from tracker.cli import editor as own
    from tracker.cli.interview import Interview
    from tracker.cli.suggestions import Suggestions, known
    from tracker.store import open_reader

    with open_reader(chosen.database) as reader:
        event = reader.event(ids[0])
    if editor:
        return own.fill(event, {**entry.typed(event), **told}, Draft.of(event))
    return Interview(event, Suggestions(known(chosen))).hold()


def delete(id: Id, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Take an event out of the record; `restore` brings it back."""
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="delete", existing=True) as recorder:
        [change, *_] = recorder.delete(id, reason=reason)
    print(f"deleted {change.event_id}; `tracker restore {change.event_id}` brings it back")


def restore(id: Id, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Bring a deleted event back as it was."""
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="restore", existing=True) as recorder:
        changes = recorder.restore(id, reason=reason)
    print(f"restored {changes[0].event_id}" if changes else f"{id} is on record; nothing to restore")
