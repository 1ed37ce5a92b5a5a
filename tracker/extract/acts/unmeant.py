"""Words of an engagement that mean none where they stand: contact in general, what is usual, "called for"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from tracker.extract.acts.draft import Scene
from tracker.extract.passages import Kind
from tracker.extract.timing import Timing
from tracker.model import PartyKind

# An envoy is called there: "called him to the ministry", "on the carpet".
_CALLED_TO = re.compile(
    r"call\w* (?:\S+ ){0,9}?(?:(?:to|into) (?:the |its |his )?(?:\S+ ){0,2}(?:ministry|palace|house|chancellery"
    r"|department|office|account)|(?:on|onto) the carpet)",
    re.I,
)
_RUNNING = {Kind.LEAD, Kind.BODY}
_ONCE = {"housed", "expels_weak", "demands", "receives"}
_SUCCEEDING = {"replace", "succeed", "become", "follow"}
_SPELLS = {"day", "hour", "week", "round", "session", "series"}
_GENERAL = {"dialogue", "consultation", "discussion", "conversation", "negotiation", "contact", "exchange"}


def loose(scene: Scene, timing: Timing) -> bool:
    """Whether a noun of talk only speaks of contact in general: no verb, date or headline makes it one occasion."""
    noun = scene.act.trigger
    if noun.text.lower() == "visits" and scene.act.nominal and scene.act.verb is None and timing.when is None:
        return not any(
            a.name and a.kind is PartyKind.PERSON for a in scene.get("poss", "of", "by")
        )  # "noted visits of"
    if scene.act.frame not in {"meets", "gathers"} or not scene.act.nominal:
        return False
    if scene.act.verb is not None:
        going_on = scene.act.verb.lemma_ in {"continue", "maintain", "keep", "pursue"}
        return (
            going_on and timing.when is None and scene.act.lemma in {"dialogue", "contact", "consultation", "exchange"}
        )
    if timing.when is not None or scene.sentence.passage.kind not in _RUNNING:
        return False
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _SPELLS:
        noun = noun.head.head  # "after two days of talks"
    preposition = noun.head.lower_ if noun.dep_ == "pobj" else ""
    general = scene.act.lemma in _GENERAL or preposition in {"in", "of", "about", "regarding"}
    return general and preposition not in {"after", "during", "following", "at", "for", "before", "from"}


def usual(scene: Scene, timing: Timing) -> bool:
    """Whether a plain present of running text tells what is usual and no one occasion."""
    told = timing.when is not None or scene.sentence.historic
    once = scene.act.lemma in {"sever", "severs"} or scene.act.frame in _ONCE
    once |= scene.act.frame == "becomes" and scene.act.lemma in _SUCCEEDING
    return scene.reading.habitual and not (told or once) and scene.sentence.passage.kind in _RUNNING


def phrasal(token: Token, kind: str) -> bool:
    """Whether a particle or a complement makes another word of "call": "called off", "calls for", "called it"."""
    if token.lemma_.lower() != "call" or kind == "recall":
        return False
    parts = list(token.children)
    if kind == "summons" and any(c.lower_ == "home" for c in parts):
        return True
    if any(c.lower_ == "to" and t.lower_ in {"action", "arms", "prayer", "order"} for c in parts for t in c.children):
        return True
    called_in = any(c.lower_ == "in" and c.dep_ in {"prt", "advmod", "prep"} for c in parts)
    called_in |= bool(_CALLED_TO.match(token.doc.text, token.idx))
    if kind == "summons" or called_in:
        return (kind == "summons") is not called_in
    if any(c.lower_ in {"for", "off", "it", "into", "itself"} or c.dep_ in {"oprd", "ccomp"} for c in parts):
        return True
    shared = [c for verb in token.conjuncts for c in verb.children]  # "called and congratulated Castro"
    return kind == "call" and token.pos_ == "VERB" and not any(c.pos_ == "PROPN" for c in (*parts, *shared))
