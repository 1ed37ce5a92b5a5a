"""One article's events decided on at a terminal, each shown with the sentences that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.cli import label
from tracker.cli.questions import HELP
from tracker.errors import InputError
from tracker.evaluation import Coded, Decision, Journal, Verdict, decide
from tracker.model import Document, Precision, TimeSpan
from tracker.views import parties
from tracker.views.spans import iso, precision_word, shown
from tracker.views.text import clean

KEYS = """\
  a, Enter  it is right       c  correct it         o  right, but it need not be found
  r         it is no event    s  decide it later    n  add an event that was not found
  t         show the article  ?  show this          q  stop; the same command goes on"""
_PROMPT = "a right, c correct, o optional, r no event, s later, n add, t text, q stop, ? help > "
_VERDICTS = {"": Verdict.ACCEPT, "a": Verdict.ACCEPT, "o": Verdict.OPTIONAL, "r": Verdict.REJECT}


class Stopped(Exception):
    """A person has had enough for now."""


@dataclass(slots=True)
class Session:
    """What is `found` in an article and what was `said` of it; what is said now goes to the journal too."""

    document: Document
    found: tuple[Coded, ...]
    journal: Journal
    said: list[Decision]

    def run(self) -> None:
        """Asks about every event that is open, then for those that were not found; raises Stopped."""
        print(*_heading(self.document, len(self.found)), sep="\n")
        later: set[str] = set()
        try:
            while waiting := [event for event in decide(self.found, self.said).open if event.id not in later]:
                if not self._ask(waiting[0]):
                    later.add(waiting[0].id)
            while not later and self._more():
                pass
        except EOFError:
            raise Stopped from None

    def _ask(self, event: Coded) -> bool:
        """Whether the event is decided now; any other answer than a decision asks again."""
        print(*_lines(event, self.found.index(event) + 1, len(self.found)), sep="\n")
        while True:
            match input(_PROMPT).strip():
                case "" | "a" | "o" | "r" as key:
                    self._say(_VERDICTS[key], event)
                    return True
                case "c":
                    self._say(Verdict.CORRECT, event, label.asked(event))
                    return True
                case "s":
                    return False
                case key:
                    self._other(key)

    def _more(self) -> bool:
        """Whether an answer was other than that nothing is missing."""
        key = input("all decided; Enter when none is missing, n add, t text, q stop > ").strip()
        if key:
            self._other(key)
        return bool(key)

    def _other(self, key: str) -> None:
        match key:
            case "n":
                self._say(Verdict.ADD, None, label.asked())
            case "t":
                print(*map(clean, self.document.text.splitlines()), sep="\n")
            case "q":
                raise Stopped
            case _:
                print(KEYS, HELP, sep="\n")

    def _say(self, verdict: Verdict, event: Coded | None, fields: dict[str, object] | None = None) -> None:
        """Keeps a decision if it can be one."""
        decision = Decision(document=self.document.name, verdict=verdict, set=fields or {})
        if event:
            decision = replace(decision, event=event.id, quote=event.quotes[0])
        try:
            decide(self.found, [decision])
        except InputError as error:
            print(f"  {error}")
        else:
            self.said.append(decision)
            self.journal.note(decision)


def _heading(document: Document, number: int) -> Iterator[str]:
    day = document.published and iso(document.published)
    yield f"\n{clean(document.name)}: {clean(document.title) or 'without a title'}"
    yield f"published {day or 'nobody knows when'}; {number} events found\n"


def _lines(event: Coded, number: int, of: int) -> Iterator[str]:
    """An event with its fields, those that are empty left out, and its sentences."""
    when = TimeSpan(event.start, event.end, event.precision or Precision.UNKNOWN)
    yield f"{number} of {of}  {event.type}  {event.status}  {shown(when)} {precision_word(when)}".rstrip()
    told = {
        "countries": parties.joined(sorted(event.countries)),
        "organisations": parties.joined(event.organisations),
        "people": parties.joined(event.people),
        "roles": parties.joined(f"{role}: {', '.join(sorted(codes))}" for role, codes in event.roles.items()),
        "place": ", ".join(filter(None, (event.place.name, event.place.country))),
    }
    yield from (f"  {name:13} {clean(value)}" for name, value in told.items() if value)
    yield from (f"  “{clean(quote)}”" for quote in event.quotes)
