"""Which talks "the talks" are: what an act that points back takes from the one that it means."""

from __future__ import annotations

from tracker.extract.acts.draft import Draft, party
from tracker.extract.story.thread import Thread, near
from tracker.extract.story.where import at_a_seat


def told_of(thread: Thread, draft: Draft) -> None:
    """Give an act that points back its sides, or make it a day of the gathering that it was said at."""
    if draft.refers and not any(party(a) or a.office for a in draft.actors):
        _the_same(thread, draft)
    heard_there = draft.refers and draft.type == "meeting" and (len(draft.parties) == 1 or draft.aside)
    if heard_there and draft.parties and _in_session(thread, draft):
        draft.type, draft.attendance = "summit", True  # "Mr Rey, who is chairing the meeting"


def _the_same(thread: Thread, draft: Draft) -> None:
    """Both sides of "the talks" of which only the day is told: those of the last talks, or of the visit for them."""
    kinds = {"meeting": {"visit", "meeting", "summit", "call"}}.get(draft.type, {draft.type})
    before = next((d for d in reversed(thread.drafts) if d.type in kinds), None)
    if before is None and draft.type == "meeting" and thread.ministers and draft.timing.when is not None:
        draft.type, draft.roles = "summit", {"participant": [thread.ministers]}
        draft.guessed += list(draft.roles)
    elif before is not None and _adds(draft) and (near(before, draft) or _of_today(thread, before, draft)):
        actors = before.actors
        draft.roles = {role: list(found) for role, found in before.roles.items()}
        if before.type == "summit":
            draft.type = "summit"
        elif before.type != draft.type:
            draft.roles = {"participant": actors}
        draft.guessed += list(draft.roles)


def _of_today(thread: Thread, before: Draft, draft: Draft) -> bool:
    """Whether the one act told, without a day, is given it further on: "nothing was said of today's talks"."""
    when = draft.timing.when
    return thread.drafts == [before] and before.when is None and when is not None and when.text.lower() == "today"


def _adds(draft: Draft) -> bool:
    """Whether a phrase that points back tells a day, or where it was: "The meeting, held at the palace, covered"."""
    return draft.timing.when is not None or any(map(at_a_seat, draft.evidence))


def _in_session(thread: Thread, draft: Draft) -> bool:
    """Whether the last that was told is a gathering of an organisation's officials."""
    last = thread.drafts[-1] if thread.drafts else None
    return last is not None and last.type == "summit" and bool(last.organisations) and near(last, draft)
