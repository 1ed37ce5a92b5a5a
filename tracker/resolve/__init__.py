"""Whether two reports are of one engagement, and what is shown of it when they differ.

    mention × candidate events ─▶ likenesses ─▶ decide ─▶ new, same, unsure
    claims of one event ─▶ settle ─▶ what is shown, and on what they disagree
    people × people ─▶ alike ─▶ who may be one under two names
    an event × its claims ─▶ testimony ─▶ which of them speak for each field, and which against it

Everything here is a pure function of what is handed in.
"""

from __future__ import annotations

from tracker.resolve.alike import alike
from tracker.resolve.deciding import decide
from tracker.resolve.kinds import compatible_types
from tracker.resolve.likeness import Likeness, likenesses
from tracker.resolve.settling import settle
from tracker.resolve.testimony import Testimony, testimony

__all__ = ["Likeness", "Testimony", "alike", "compatible_types", "decide", "likenesses", "settle", "testimony"]
