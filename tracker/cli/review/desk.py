"""What every view of the queue shares: what waits, the documents that it needs shown, and the form to edit in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from tracker import resolve, review, settings, store
from tracker.cli.editor import by_editor
from tracker.cli.rivals import rivals
from tracker.model import Document, Event, Filter
from tracker.review import Act, Entry, Item, Kind, Queue, Skips
from tracker.views import passage
from tracker.views import waiting as view

Editor = Callable[[Event], Mapping[str, object]]
"""Lets a person correct an event, and tells the fields that are to be set."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the queue is meant; with `skipped` what was put off, too."""

    filter: Filter
    kinds: tuple[Kind, ...] = ()
    limit: int | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, in order; `put_off` counts what would too, had it not been skipped before."""

    entries: Sequence[Entry]
    put_off: int = 0

    @property
    def put_off_told(self) -> str:
        """What was skipped before, in brackets; empty where nothing was."""
        return f" ({self.put_off} skipped before; --skipped shows them)" if self.put_off else ""


@dataclass(slots=True)
class Desk:
    """One person's sitting at the queue."""

    queue: Queue
    database: str
    editor: Editor
    put_off_told: str = ""

    def told(self, item: Item) -> view.Told:
        """What there is to say of an event beside its fields."""
        known = {document.digest: document for document in self.documents(item.event)}
        return view.Told(
            why=[reason.text for reason in item.reasons],
            rivals=self._rivals(item.event),
            passages=passage.passages(item.event.sources, known),
            others=[view.Other(one.event, one.probability, one.reasons) for one in item.likely],
        )

    def documents(self, event: Event) -> list[Document]:
        """The articles that tell an event, as they are on record."""
        digests = dict.fromkeys(source.digest for source in event.sources if source.digest)
        with store.open_reader(self.database) as reader:
            return [document for digest in digests if (document := reader.article(digest))]

    def _rivals(self, event: Event) -> list[str]:
        """What sources say otherwise than an event shows."""
        with store.open_reader(self.database) as reader:
            return rivals(event, reader.claims_of(event.id)) if event.conflicts else []

    def edit(self, event: Event) -> bool:
        """Lets the person correct an event in an editor; whether anything was set."""
        return self.queue.edit(self.editor(event))

    def summary(self) -> str:
        """What was done, and what is left."""
        acts = self.queue.acts
        done = view.decided({act.value: acts[act] for act in Act if act in acts})
        left = f"{self.queue.left} left" if self.queue.left else "nothing left"
        return f"{done}; {left} of {len(self.queue.entries)}{self.put_off_told}"


def waiting(asked: Asked, database: str) -> Waiting:
    """What waits of a record at this moment."""
    skips = Skips(settings.skips_file(database))
    with store.open_reader(database) as reader:
        found = review.waiting(reader, asked.filter, today=date.today(), kinds=asked.kinds)
    left = [entry for entry in found if asked.skipped or not skips.covers(entry.event, entry.reasons)]
    return Waiting(left[: asked.limit], len(found) - len(left))


@contextmanager
def opened(waiting: Waiting, chosen: settings.Settings, reason: str) -> Iterator[Desk]:
    """The queue with everything that it takes to decide on it."""
    with store.open_recorder(chosen.database, author=chosen.author, command="review", existing=True) as recorder:
        queue = Queue(
            entries=waiting.entries,
            read=lambda: store.open_reader(chosen.database),
            recorder=recorder,
            resolver=resolve,
            skips=Skips(settings.skips_file(chosen.database)),
            today=date.today(),
            reason=reason,
        )
        yield Desk(queue, chosen.database, by_editor, waiting.put_off_told)


def undone(act: Act | None) -> str:
    """What taking back came to, in words."""
    if act is None:
        return "nothing of this sitting is left to take back; `tracker undo` takes back what you did before"
    return f"taken back: {act.value}"
