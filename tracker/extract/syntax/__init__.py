"""What the parse says of an act: who does what to whom, whether it took place, and which words hang on it.

The only rooms, with `parser`, that touch spaCy's trees. An act's *core* is its trigger and, for a noun, the verb that
carries it ("held talks"); every actor and time expression of the sentence is asked by which path it hangs on that core.

    carriers ─▶ subjects ─▶ paths ─▶ arguments      tenses, denials, governors ─▶ assertion, narration
    phrases, stays
    tree (under all of them)
"""

from tracker.extract.syntax.arguments import PRONOUNS, SPEAKING, Pronoun, clausal, mates_of, object_of, pronouns, slots
from tracker.extract.syntax.assertion import Reading, reading
from tracker.extract.syntax.carriers import Act, act
from tracker.extract.syntax.narration import narrates
from tracker.extract.syntax.paths import distance
from tracker.extract.syntax.phrases import bygone, closes, company, definite, opens, purpose_of, retold
from tracker.extract.syntax.stays import ends_stay, lasts
from tracker.extract.syntax.subjects import described, subjects
from tracker.extract.syntax.tree import (
    OBJECTS,
    SUBJECTS,
    coordinated,
    has_child,
    hearsay,
    is_verb,
    reporting,
    root_of,
    token_at,
    verb_above,
    verb_of,
)

__all__ = [
    "OBJECTS",
    "PRONOUNS",
    "SPEAKING",
    "SUBJECTS",
    "Act",
    "Pronoun",
    "Reading",
    "act",
    "bygone",
    "clausal",
    "closes",
    "company",
    "coordinated",
    "definite",
    "described",
    "distance",
    "ends_stay",
    "has_child",
    "hearsay",
    "is_verb",
    "lasts",
    "mates_of",
    "narrates",
    "object_of",
    "opens",
    "pronouns",
    "purpose_of",
    "reading",
    "reporting",
    "retold",
    "root_of",
    "slots",
    "subjects",
    "token_at",
    "verb_above",
    "verb_of",
]
