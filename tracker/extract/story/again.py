"""Acts that only point back at one told before, and what they add to it."""

from __future__ import annotations

from tracker.extract.acts.draft import Draft, party
from tracker.extract.days import overlap
from tracker.extract.fold import people_fit
from tracker.extract.story import ends
from tracker.extract.story.thread import HEADLINES, LONGEST_STAY, TALKS, Thread, beside, near
from tracker.model import Precision, Status, TimeSpan

_FINENESS = list(Precision)
_KIN = ({"meeting", "call"}, {"meeting", "summit"})  # "the talks" may be any of them


def told_before(thread: Thread, draft: Draft) -> bool:
    """Whether a definite or weak phrase only points back; what it adds has then gone to the act it points at."""
    if draft.type == "visit" and any(_attended_there(earlier, draft) for earlier in thread.drafts):
        return True
    if any(_parted_from(thread, stay, draft) for stay in thread.visits()):
        return True
    if draft.attendance and any(_attended_by(earlier, draft) for earlier in reversed(thread.drafts)):
        return True
    loose = draft.refers or draft.weak or (thread.clocked and (draft.timing.when is None or _of_today(thread, draft)))
    if not (loose or _on_the_same_call(thread, draft)):
        return False
    return any(_absorbs(earlier, draft) for earlier in reversed(thread.drafts) if earlier.added == draft.added)


def _of_today(thread: Thread, draft: Draft) -> bool:
    """Whether a transcript only speaks of what it is of: "I look forward to our discussion today"."""
    today, when = thread.published, draft.when
    return today is not None and when is not None and (when.start, when.end) == (today.start, today.end)


def _attended_by(earlier: Draft, draft: Draft) -> bool:
    """Whether a list of attendees, or a chairman, belongs to a gathering told before, which then has them all."""
    dated = draft.timing.when is not None
    if earlier.type not in TALKS or (dated and not (earlier.type == draft.type == "summit" and near(earlier, draft))):
        return False
    if earlier.type == "summit":
        present = earlier.parties
        earlier.roles.setdefault("participant", []).extend(
            a for a in draft.actors if party(a) and party(a) not in present
        )
    return not dated or _absorbs(earlier, draft)


def _attended_there(earlier: Draft, draft: Draft) -> bool:
    """Whether a journey without a day is to a gathering in that city: "will go to Venice" of those at its summit."""
    there = earlier.type == "summit" and bool(draft.place.name) and earlier.place.name == draft.place.name
    return there and draft.when is None and draft.role("visitor") <= earlier.parties


def _parted_from(thread: Thread, stay: Draft, draft: Draft) -> bool:
    """Whether somebody only leaves where they were said to be: "arrived on Monday … flew home on Wednesday"."""
    leaves = draft.type == "visit" and draft.closes and draft.when is not None and stay.parties == draft.parties
    if not leaves or stay.status is Status.CANCELLED or not ends.reach(thread, stay, draft.when or TimeSpan.unknown()):
        return False
    stay.evidence += draft.evidence
    return True


def _on_the_same_call(thread: Thread, draft: Draft) -> bool:
    """Whether those who called each other only talk on: "spoke by phone. The conversation lasted an hour"."""
    call = thread.drafts[-1] if thread.drafts else None
    if call is None or call.type != "call" or draft.type != "meeting":
        return False
    dated = draft.timing.when is not None and draft.timing.when.dated
    return call.parties == draft.parties and not dated and beside(call, draft)


def part_of_journey(thread: Thread, draft: Draft) -> bool:
    """Whether a meeting is only what a visit to the other side was for (codebook §2: one visit).

    Where the host is none of those who meet, the visit goes instead: its land is only where they meet.
    """
    if not (draft.purpose and draft.kind == "meeting" and draft.passage):
        return False
    trips = [v for v in thread.visits() if v.passage and v.passage.index == draft.passage.index][::-1]
    for trip in trips:
        if trip.role("visitor") <= draft.parties and not trip.role("host") & draft.parties:
            thread.drafts.remove(trip)
            draft.place = draft.place if draft.place.country else trip.place
    return any(trip.parties == draft.parties for trip in trips)


def _another(earlier: Draft, draft: Draft) -> bool:
    """Whether a draft that seems to point back tells another act, whatever parties the two share.

    "Calls with Peru and Chile", which the text tells one by one; "following the meeting between the two presidents",
    of whom it was not told; "the call followed their May meeting in Rome".
    """
    headed = earlier.passage is not None and earlier.passage.kind in HEADLINES
    if headed and draft.parties < earlier.parties and not draft.refers:
        return True
    if not (draft.refers and draft.timing.when is not None):
        return False
    strangers = draft.type != "visit" and len(draft.people) > 1 and not people_fit(earlier, draft)
    return strangers or (earlier.type == "call" and draft.type == "meeting" and bool(draft.place.country))


def _absorbs(earlier: Draft, draft: Draft) -> bool:
    """Whether a draft tells of an earlier one, which takes over its date and evidence."""
    if _another(earlier, draft):
        return False
    alike = draft.parties <= earlier.parties if draft.attendance else draft.parties == earlier.parties
    if draft.refers and alike and any(tells(earlier, draft) for tells in (_narrowed, _extended, _stretched)):
        return True
    if draft.refers and earlier.kind == draft.kind and earlier.status is draft.status is Status.CANCELLED:
        return draft.parties <= earlier.parties  # whenever "the trip was scrapped two days before"
    kin = earlier.type == draft.type or {earlier.type, draft.type} in _KIN
    if not (kin and draft.parties <= earlier.parties and overlap(earlier.when, draft.when)):
        return False
    if earlier.when is None and earlier.within is None and beside(earlier, draft):
        earlier.when = draft.when
        if draft.when is not None and earlier.type == draft.type and draft.status is Status.PLANNED:
            earlier.status = Status.PLANNED  # "on the eve of her trip … she leaves tomorrow"
        earlier.place = earlier.place if earlier.place.country else draft.place
    if draft.refers and draft.passage is not None:
        earlier.evidence.append(draft.passage)
    return True


def _narrowed(earlier: Draft, draft: Draft) -> bool:
    """Whether a date close by lies inside a vaguer one: "next month", then "the talks will take place on 13 April"."""
    if not (near(earlier, draft) and _inside(draft.when, earlier.when)):
        return False
    earlier.when = draft.when
    earlier.evidence += draft.evidence
    return True


def _inside(when: TimeSpan | None, known: TimeSpan | None) -> bool:
    if known is None or when is None or not (known.start and known.end and when.start and when.end):
        return False
    finer = _FINENESS.index(when.precision) < _FINENESS.index(known.precision)
    return finer and known.start <= when.start and when.end <= known.end


def _extended(earlier: Draft, draft: Draft) -> bool:
    """Whether "the visit, from 14 to 17 January" or "until the 17th" tells the days of a visit told before."""
    if not (draft.type == earlier.type == "visit" and draft.passage):
        return False
    until = draft.closes or (draft.timing.when is not None and draft.timing.when.bound == "until")
    stay = _stay(draft.when, earlier.when, until=until)
    if stay is None:
        return False
    earlier.when = stay
    earlier.evidence.append(draft.passage)
    return True


def _stretched(earlier: Draft, draft: Draft) -> bool:
    """Whether a day told of "the meeting" is one more of a gathering's: "which opened yesterday", "due to end now"."""
    if not (draft.type == earlier.type == "summit" and near(earlier, draft)):
        return False
    first, last = earlier.when, draft.when
    if last is None or last.precision is not Precision.DAY or not (last.start and last.end):
        return False
    if first is not None and first.known:
        if first.precision is not Precision.DAY or not (first.start and first.end):
            return False
        start, end = min(first.start, last.start), max(first.end, last.end)
        if (end - start).days > LONGEST_STAY:
            return False
        last = TimeSpan(start, end, Precision.DAY, first.text, first.basis)
    earlier.when = last
    earlier.place = earlier.place if earlier.place.country else draft.place
    earlier.evidence += draft.evidence
    return True


def _stay(when: TimeSpan | None, known: TimeSpan | None, *, until: bool) -> TimeSpan | None:
    """The days of a stay of which first `known` and then `when` was told; None when they do not add up to more."""
    if when is None or when.precision is not Precision.DAY or when.start is None or when.end is None:
        return None
    start = known.start if known and known.precision is Precision.DAY else None
    if start is not None and abs((when.start - start).days) > LONGEST_STAY:
        return None
    end = known.end if known and known.precision is Precision.DAY else None
    if start is not None and end is not None and start <= when.start and when.end <= end:
        return None  # "on the third day of her stay"
    if until and start is not None and when.end >= start:
        return TimeSpan(start, when.end, Precision.DAY, when.text, when.basis)
    return when if when.start != when.end else None
