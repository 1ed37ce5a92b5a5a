"""An event filled in or corrected in the person's own editor, as `views.form` writes it down."""

from __future__ import annotations

from tracker.cli import when
from tracker.cli.draft import HEADING, Draft
from tracker.cli.questions import at_terminal
from tracker.errors import InputError
from tracker.model import Event
from tracker.views import entry, form
from tracker.views.entry import Mistake
from tracker.views.fields import FIELDS, REVIEWED, Typed
from tracker.views.form import Filled


class Unfinished(InputError):
    """A form was left with mistakes in it."""


def by_editor(event: Event) -> dict[str, object]:
    """What a person changes of an event on record in `$VISUAL` or `$EDITOR`, as `Recorder.edit` takes it.

    Empty when the form was emptied, or left as it was. A mistake opens it again with the reason below its line. Raises
    `Unfinished` when it is then left so, which keeps it as a draft that the next call opens; InputError when the
    editor fails.
    """
    told = fill(event, entry.typed(event), Draft.of(event))
    return entry.changes(event, told, when.of_event)[0]


def fill(present: Event, told: Typed, draft: Draft) -> dict[str, tuple[str, ...]]:
    """The fields that a person tells otherwise than they stand, once they can be meant, beginning with what is told.

    Empty when the form was emptied or left as it was. Where nothing else is told, a draft that was kept is opened.
    """
    fields = REVIEWED if present.id else FIELDS
    first = form.written(told, fields, heading=_heading(present))
    shown = first if entry.differing(present, told) else draft.going_on(entry.typed(present), fields) or first
    while True:
        text = _edited(shown)
        filled, before = form.parsed(text), form.parsed(first)
        if filled.empty or (filled.typed == before.typed and not filled.mistakes):
            draft.drop()
            return {}
        said = entry.differing(present, _changed(told, before, filled))
        mistakes = entry.changes(present, said, when.of_event)[1]
        untouched = filled.typed == form.parsed(shown).typed
        if not (mistakes or filled.mistakes):
            if not untouched:
                draft.drop()
            return {} if untouched else said
        shown = form.marked(text, filled, mistakes)
        if untouched or not at_terminal():
            draft.keep(shown, form.written(entry.typed(present), fields, heading=HEADING) if present.id else "")
            raise Unfinished(_left(filled, mistakes, draft))


def _edited(text: str) -> str:
    """The text as it comes out of the editor."""
    import click

    try:
        return click.edit(text, extension=".tracker", require_save=False) or ""
    except click.ClickException as error:
        raise InputError(f"{error.format_message()}; set EDITOR to one that can be started") from None


def _changed(told: Typed, before: Filled, after: Filled) -> Typed:
    """What is told, with the fields that the form tells otherwise than it did at first."""
    names = before.typed.keys() | after.typed.keys()
    differing = [name for name in names if before.typed.get(name, ()) != after.typed.get(name, ())]
    return {**told, **{name: after.typed.get(name, ()) for name in differing}}


def _heading(present: Event) -> str:
    if not present.id:
        return "A new event. Save and close to put it on record; leave it as it is, or empty it, to write nothing."
    return f"Event {present.id}. Save and close to correct it; leave it as it is, or empty it, to change nothing."


def _left(filled: Filled, mistakes: list[Mistake], draft: Draft) -> str:
    reasons = [f"line {number}: {message}" for number, message in filled.mistakes.items()]
    reasons += [f"{mistake.field}: {mistake.message}" for mistake in mistakes]
    return f"{'; '.join(reasons)}; nothing was written, and the same command with --editor goes on from {draft.path}"
