"""An event's fields asked for one by one: completed and edited at a terminal, read as plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import chain, repeat, zip_longest

from tracker import reference
from tracker.cli import when
from tracker.cli.output import say
from tracker.errors import InputError, UsageError
from tracker.reference import EventType
from tracker.views import form
from tracker.views.fields import LISTS, Context, Typed, read, text, without_strange_roles
from tracker.views.text import clean

Suggest = Callable[[str, EventType | None], Sequence[tuple[str, str]]]
"""The words that may be meant in a field of an event of that kind, each with what it is."""

HELP = """\
  Enter keeps what stands in brackets, - empties it; at a terminal ↑ edits it, and Tab completes.
  date     2021-11-23, 2021-11, 2021, 2025-02-15..21 or '3 March 2021'; 2021-11-22..28 week for within these days;
           <2021-11-25 or >2021-11-25 for what is not dated, but lies before or after
  country  by any of its names, several separated by ; and each with its role: Japan=visitor; France=host"""
_EMPTY = "-"


def at_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str, *, otherwise: bool) -> bool:
    """The person's yes or no, `otherwise` where there is only an Enter; raises UsageError where nobody is there."""
    print(f"{clean(question)} {'[Y/n]' if otherwise else '[y/N]'}", end=" ", file=sys.stderr, flush=True)
    try:
        return {"": otherwise}.get(answer := input().strip().lower(), answer in ("y", "yes"))
    except EOFError:
        raise UsageError("nobody is there to answer; add --yes") from None


def nothing_suggested(name: str, kind: EventType | None) -> Sequence[tuple[str, str]]:
    """No words."""
    return ()


def fill(said: dict[str, tuple[str, ...]], fields: Sequence[str], suggest: Suggest = nothing_suggested) -> None:
    """Asks for the fields, beginning with what is said of each, and sets in `said` what is answered.

    An answer that cannot be meant is asked for again, with the reason. Raises EOFError or KeyboardInterrupt when the
    person ends it; what was answered until then is said.
    """
    for name in fields:
        before = said.get(name, ())
        if name == "source":
            _ask_sources(said, suggest)
        elif name != "quote" and not (name == "place-country" and _told_by_city(said)):
            said[name] = _answer(name, before, said, suggest)
        if name == "type":
            said.update(without_strange_roles(said))
        if name == "place" and said[name] != before:
            said["place-country"] = ()


def _told_by_city(said: Typed) -> bool:
    """Whether the country of the place needs no asking."""
    return not said.get("place-country") and reference.place(text(said.get("place", ()))) is not None


def _answer(name: str, present: tuple[str, ...], said: dict[str, tuple[str, ...]], suggest: Suggest) -> tuple[str, ...]:
    """The texts of one field, asked for until they can be meant."""
    known = Context.of(said)
    begun = ""
    while True:
        typed = _line(name, form.line(name, present), begun, known.kind, suggest)
        texts = present if not typed else form.texts(name, "" if typed == _EMPTY else typed)
        try:
            value = read(name, texts, known, when.of_event)
        except InputError as error:
            say(str(error))
            begun = typed
        else:
            if name == "date" and texts:
                say(when.told(value))
            return texts


def _line(name: str, standing: str, begun: str, kind: EventType | None, suggest: Suggest) -> str:
    """What is typed, empty where what stands there is kept; `begun` was typed before and could not be meant."""
    if at_terminal():
        from tracker.cli import terminal

        hint, words = form.hint(name, kind), suggest(name, kind)
        return terminal.line(name, standing, begun=begun, hint=hint, words=words, several=name in LISTS).strip()
    return input(f"  {name} [{standing}]: ").strip()


def _ask_sources(said: dict[str, tuple[str, ...]], suggest: Suggest) -> None:
    """Each source with its quotation, then further ones until none is given."""
    before = [*zip_longest(said.get("source", ()), said.get("quote", ()), fillvalue="")]
    kept: list[tuple[str, str]] = []
    for number, (source, quote) in enumerate(chain(before, repeat(("", "")))):
        name = form.line("source", _answer("source", form.texts("source", source), said, suggest))
        if name:
            quoted = form.line("quote", _answer("quote", form.texts("quote", quote), said, suggest))
            kept.append((name, quoted))
        elif not source:
            break
        names, quotes = zip(*together, strict=True) if (together := [*kept, *before[number + 1 :]]) else ((), ())
        said["source"], said["quote"] = names, quotes if any(quotes) else ()
