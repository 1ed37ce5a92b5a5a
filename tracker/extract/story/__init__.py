"""The thread of a document: who travels, who hosts, which two sides, on which days.

A sentence leaves out what the ones before it have told. The thread of a document keeps what was told, and each
draft in turn is completed from it:

    who       whom its "the delegation", "his host" and "both ministers" mean
    pronouns  whom its "he", "the two" and "I" mean
    meant     which talks "the talks" are
    sides     the side of an act that its sentence does not name
    journeys  the same of a visit: who travels, who hosts
    roles     parties put into the roles of a draft
    against   whoever stands against those named: at home, in what was told, at the head of the paragraph
    when      the days of an act
    readings  those that an expression names for it
    stretches from the one day told to all of them
    around    whose day an act without one takes: of the visit around it, of the act before
    scene     the day that the story is at
    ends      the two ends of a stay, told apart
    where     the place that follows from a visit, a host, a palace
    again     acts that only point back at one told before
"""

from __future__ import annotations

from tracker.extract.acts.draft import Draft, Sentence
from tracker.extract.story import again, ends, scene, sides, when, where
from tracker.extract.story.pronouns import stand_ins
from tracker.extract.story.thread import Thread
from tracker.extract.story.when import unsaid
from tracker.extract.story.who import look_ahead, name, notice

__all__ = ["Thread", "bound", "follow", "look_ahead", "name", "notice", "settle", "stand_ins", "tell", "unsaid"]


def follow(thread: Thread, sentence: Sentence) -> None:
    """Move to the day that a sentence tells of, and to where it is."""
    thread.stage = scene.moved(thread.stage, sentence, thread.published)
    thread.spots += where.spots(sentence)


def tell(thread: Thread, draft: Draft) -> None:
    """Complete a draft and add it to what was told, unless a side of it stays open or it was told before."""
    sides.complete(thread, draft)
    when.date(thread, draft)
    where.place(thread, draft)
    if sides.of_envoys_to_come(draft):
        thread.announced.append(draft)
    if not sides.whole(draft) or (draft.weak and draft.guessed) or sides.of_a_company(thread, draft):
        return
    if not (again.told_before(thread, draft) or again.part_of_journey(thread, draft)):
        thread.tell(draft)


def bound(thread: Thread, sentence: Sentence) -> None:
    """Give the stays told so far the ends that a sentence tells, and what was told without a day that of the next."""
    ends.complete(thread, sentence)
    scene.date_back(thread.stage, sentence, thread.drafts)


def settle(thread: Thread) -> None:
    """Give what has no place that of a visit told further on."""
    for draft in thread.drafts:
        where.place(thread, draft)
        where.stage(thread, draft)
