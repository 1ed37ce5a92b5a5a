"""Events on record that one about to be added may be: shown before it is, so that nothing is recorded twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker import resolve
from tracker.cli.output import say
from tracker.model import Decision, Event, Verdict
from tracker.review import as_mention
from tracker.views import claims

if TYPE_CHECKING:
    from tracker.store import Reader

_SHOWN = 5
"""How many are told of."""


def likely(event: Event, reader: Reader) -> list[tuple[Event, Decision]]:
    """The events that it may be, the likeliest first, each with what was found."""
    mention = as_mention(event)
    candidates = reader.candidates(mention, types=resolve.compatible_types(mention.type))
    found = [(one, resolve.decide(mention, [one])) for one in candidates]
    alike = [(one, decision) for one, decision in found if decision.verdict is not Verdict.NEW]
    return sorted(alike, key=lambda pair: (-pair[1].score, pair[0].id))


def tell(found: list[tuple[Event, Decision]]) -> None:
    """Tells the person at the terminal of them: id, days and parties, and how alike they are."""
    say("this may be on record already:")
    for event, decision in found[:_SHOWN]:
        say(f"- {event.id} {_told(event)} ({decision.score:.0%} alike)")
    if len(found) > _SHOWN:
        say(f"… and {len(found) - _SHOWN} more")


def _told(event: Event) -> str:
    rejected = "rejected, " if event.review.value == "rejected" else ""
    return f"{rejected}{claims.told(event)}{f', “{event.title}”' if event.title else ''}"
