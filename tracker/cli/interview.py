"""An event asked for field by field at a terminal; what was answered when the person ends it is kept as a draft."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.cli import questions
from tracker.cli.draft import HEADING, Draft
from tracker.cli.output import INTERRUPTED, say
from tracker.cli.questions import Suggest, confirmed
from tracker.model import Event
from tracker.views import entry, form
from tracker.views.fields import FIELDS, REVIEWED, Typed

_FROM_LAST = ("type", "country", "place", "place-country", "tag", "source")
"""What the next event often has in common with the last."""


@dataclass(frozen=True, slots=True)
class Interview:
    """The questions on an event as it stands, with words that complete the answers."""

    present: Event
    suggest: Suggest

    def hold(self, last: Event | None = None) -> Typed:
        """What is answered otherwise than it stands, beginning with a draft, else with what the last event was."""
        draft = Draft.of(self.present)
        said = self._begun(draft) or {**entry.typed(self.present), **_in_common(last)}
        before, fields = dict(said), self._fields
        say("Enter keeps what is in brackets, ↑ edits it, - empties it; Tab completes.")
        try:
            questions.fill(said, fields, self.suggest)
        except (KeyboardInterrupt, EOFError):
            if said != before:
                shown = form.written(entry.typed(self.present), fields, heading=HEADING) if self.present.id else ""
                draft.keep(form.written(said, fields, heading=HEADING), shown)
                say("a draft is kept; the same command offers it")
            raise SystemExit(INTERRUPTED) from None
        draft.drop()
        return entry.differing(self.present, said)

    @property
    def _fields(self) -> tuple[str, ...]:
        return REVIEWED if self.present.id else FIELDS

    def _begun(self, draft: Draft) -> dict[str, tuple[str, ...]]:
        """What a draft says that the person goes on with; one that is refused is forgotten."""
        said = form.parsed(draft.going_on(entry.typed(self.present), self._fields)).typed
        told = form.summary(said)
        if not any(said.values()):
            return {}
        if confirmed(f"go on with the draft: {told}?", otherwise=True):
            return {**entry.typed(self.present), **said}
        draft.drop()
        return {}


def _in_common(last: Event | None) -> dict[str, tuple[str, ...]]:
    return {name: entry.typed(last)[name] for name in _FROM_LAST} if last else {}
