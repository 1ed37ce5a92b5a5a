"""The commands by the module that registers them, in the order in which help lists them, each with what it says."""

from __future__ import annotations

from collections.abc import Mapping

CONTENTS: Mapping[str, Mapping[str, str]] = {
    "demo": {"demo": "Show the timeline of Japan, read from articles."},
    "ingest": {"ingest": "Read articles and put what they tell on record."},
    "reread": {"reread": "Read the articles on record anew, after the extractor has become better."},
    "look": {
        "timeline": "Events in order of time.",
        "show": "Everything known of one event.",
    },
    "people": {
        "people": "Who took part, in which offices, whom they met, and when last; of one person, a card.",
    },
    "extract": {
        "extract": "Print what articles tell, in their order; store nothing.",
        "dates": "How each time expression of a text is read.",
    },
    "review": {
        "review": "Look at what matters most, and decide: one event after another, each with its quotation.",
    },
    "add": {"add": "Put an event on record by hand; print its id."},
    "edit": {
        "edit": "Correct an event, or several.",
        "delete": "Take an event out of the record; `restore` brings it back.",
        "restore": "Bring a deleted event back as it was.",
    },
    "remark": {
        "tag": "Give tags to events, or take them away.",
        "note": "Add a line to the note of events.",
        "confirm": "Say that events are right as a whole; `tracker undo` takes it back.",
        "reject": "Say that events are none.",
    },
    "merging": {
        "merge": "Make one event of several.",
        "split": "Give some of an event's quotations to an event of their own; print its id.",
        "same": "Say that two events are one: the other goes into the first, as with `merge`.",
        "different": "Say that two events are not one; if one went into the other, it comes out again as it was.",
        "why": "Why the quotations of an event were taken for one, and which others it may be.",
    },
    "party": {"party": "Names of people, organisations and countries: joined, and told apart."},
    "history": {
        "history": "What was changed, the latest first: of one event, or of all.",
        "undo": "Take back your last command, or the change of that number; `redo` brings it again.",
        "redo": "Bring again what you took back last.",
    },
    "blame": {"blame": "Who or what each field of an event comes from, and which sources say otherwise."},
    "exporting": {"export": "Write every event to a file."},
    "importing": {"import": "Bring tables of events into the record, by id."},
    "reference": {
        "countries": "Each country on record, and whom it engaged most.",
        "types": "The event types, and how many events are on record.",
    },
    "counts": {"counts": "How many events a country took part in, month by month or year by year."},
    "evaluate": {"evaluate": "Measure how well articles are read, on articles that somebody has labelled."},
    "agreement": {"agreement": "Measure how far two coders agree: what both found, and in each field of it."},
    "annotate": {
        "annotate": "Label articles: look at each event that is found, and accept, correct, reject or add.",
    },
    "backup": {
        "backup": "Copy the record while it is in use, and print where the copy is.",
        "restore-backup": "Put a backup in the place of the record.",
    },
    "database": {"db": "The database: where it is, its health and upgrades."},
}
"""The first sentence of each command's docstring, so that listing them imports none of them."""
