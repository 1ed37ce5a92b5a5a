"""What a person should look at first, and what he or she decides of it, one event after another.

    events × pairs that may be one ─▶ reasons ─▶ queue ─▶ accept, merge, keep apart, reject, skip, undo ─▶ the recorder
                                         event × candidates ─▶ likely duplicates

Nothing here knows a terminal or a database: the plain view, the full screen and files all drive one `Queue`, which
writes each decision at once through the recorder that it is handed.
"""

from __future__ import annotations

from tracker.review.likely import Likely, as_mention, likely
from tracker.review.queue import Act, Queue
from tracker.review.reasons import Kind, Match, Reason, reasons, weight
from tracker.review.skips import Skips
from tracker.review.waiting import Entry, Item, examined, open_matches, waiting

__all__ = [
    "Act",
    "Entry",
    "Item",
    "Kind",
    "Likely",
    "Match",
    "Queue",
    "Reason",
    "Skips",
    "as_mention",
    "examined",
    "likely",
    "open_matches",
    "reasons",
    "waiting",
    "weight",
]
