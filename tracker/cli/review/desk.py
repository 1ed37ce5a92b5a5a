"""What every view of the queue shares: the queue, the documents that it needs shown, and the form to edit in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tracker import store
from tracker.model import Document, Event
from tracker.review import Act, Item, Queue
from tracker.views import passage, waiting

Editor = Callable[[Event], Mapping[str, object]]
"""Lets a person correct an event, and tells the fields that are to be set."""


@dataclass(slots=True)
class Desk:
    """One person's sitting at the queue; `put_off` counts the events that were skipped before."""

    queue: Queue
    database: str
    editor: Editor
    put_off: int = 0

    def told(self, item: Item) -> dict[str, Any]:
        """What `views.waiting.lines` shows of an event beside its fields."""
        known = {document.digest: document for document in self.documents(item.event)}
        return {
            "why": [reason.text for reason in item.reasons],
            "passages": passage.passages(item.event.sources, known),
            "others": [waiting.Other(one.event, one.probability, one.reasons) for one in item.likely],
        }

    def documents(self, event: Event) -> list[Document]:
        """The articles that tell an event, as they are on record."""
        digests = dict.fromkeys(source.digest for source in event.sources if source.digest)
        with store.open_reader(self.database) as reader:
            return [document for digest in digests if (document := reader.article(digest))]

    def edit(self, event: Event) -> bool:
        """Lets the person correct an event in an editor; whether anything was set."""
        return self.queue.edit(self.editor(event))

    def summary(self) -> str:
        """What was done, and what is left."""
        acts = self.queue.acts
        done = waiting.decided({act.value: acts[act] for act in Act if act in acts})
        left = f"{self.queue.left} left" if self.queue.left else "nothing left"
        before = f" ({self.put_off} skipped before; --skipped shows them)" if self.put_off else ""
        return f"{done}; {left} of {len(self.queue.entries)}{before}"


def undone(act: Act | None) -> str:
    """What taking back came to, in words."""
    if act is None:
        return "nothing of this sitting is left to take back; `tracker undo` takes back what you did before"
    return f"taken back: {act.value}"
