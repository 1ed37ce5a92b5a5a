"""Agreements: papers of states that are signed, initialled, ratified, extended or ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, mere_place, party, place_of
from tracker.extract.acts.sides import around, object_words
from tracker.extract.acts.treaties import PAPER, lone, of_many, on_paper, points_back, told_in
from tracker.extract.acts.untold import private
from tracker.extract.lexicon import grammar
from tracker.extract.syntax import has_child

_NAMES = re.compile(
    r"\b(?:put|puts|putting|set|affix\w*|placed) (?:\S+ ){0,4}?(?:names?|signatures?|initials?|pens?|hands?|seals?)\b"
    r"|\bput\w* (?:\S+ ){0,6}?(?:to|on|in|into) (?:paper|writing|ink)\b",
    re.I,
)
_NOTES = re.compile(
    r"\b(?:instruments?|notes?|letters?|documents?|copies|copy|texts?|agreements?|memorand\w+|contracts?)\b", re.I
)
_ESTABLISHING = re.compile(
    r"\b(?:on|about|establishing|restoring|re-?establishing|normali[sz]ing|resuming)\b (?:the )?"
    r"(?:(?:establishment|opening|taking-up|restoration|resumption|normali[sz]ation) of )?(?:full )?(?:diplomatic )?"
    r"(?:relations|ties)"
    r"|\b(?:latest|newest|\w+(?:st|nd|rd|th)) (?:state|country|nation)s? to have (?:diplomatic )?(?:relations|ties)"
    r"|\b(?:enter\w*|back|bring\w*|brought) (?:\w+ ){0,4}into (?:diplomatic )?(?:relations|ties)",
    re.I,
)
_NAMED_BY = re.compile(
    r" (?:[\w-]+ )?(?:treat(?:y|ies)|conventions?|protocols?|accords?|pacts?|agreements?|declarations?)\b", re.I
)
_OF_PETITIONERS = re.compile(
    r"\bpetition|\bsignatures against"
    r"|\bsignatures? (?:\w+ ){0,2}(?:collected|gathered|forged)|\b(?:st[ao]nds? by|stood by|honou?r\w*|collect\w*"
    r"|gather\w*|forg\w*) (?:its|his|her|their|the) ?signatures?",
    re.I,
)
_WATCHING = re.compile(
    r",? (?:seated|sitting|looking on|watching|standing|smiling|beaming|present|between|behind|beside|applauding|nearby"
    r"|in attendance|as (?:a |the )?witness\w*|in the chair|presiding|at (?:his|her|their) (?:side|elbow|shoulder))\b"
)
_WATCHED_BY = re.compile(
    r"\b(?:(?:presence|eyes?|gaze|auspices|patronage|aegis|mediation|watch) of|(?:witnessed|watched|brokered|mediated"
    r"|hosted|sponsored|facilitated|overseen|attended|flanked|drafted|proposed|prodded) by|before) (?:the )?(?:\w+ )?$",
    re.I,
)
_SUBTYPES = {"ends": "terminated", "ratifies": "ratified", "joins": "ratified"}
_TWO = 2  # sides of a paper


def agreements(scene: Scene) -> Iterator[Draft]:
    """A paper between governments is signed, initialled, ratified, extended or ended."""
    if not (on_paper(scene) and _done_with_it(scene)) or private(scene):
        return
    if _told_by_its_verb(scene) or _still_missing(scene):
        return
    parties = _parties(scene)
    told = {party(a) for a in parties if party(a)}
    if scene.act.frame == "extends" and len(told) < _TWO:
        return  # "extended its deal", of which nobody says that it was put on paper
    subtype = _subtype(scene)
    alone = len(told) == 1 and of_many(scene)
    again = lone(scene) and not PAPER.search(told_in(scene))
    if again and len(told) == 1:
        return  # "The minister signed"
    yield Draft("agreement", {"party": parties}, subtype=subtype, place=place_of(scene), alone=alone, refers=again)
    if subtype == "signed" and _ESTABLISHING.search(told_in(scene)):
        yield Draft("recognition", {"party": list(parties)}, subtype="establishment", place=place_of(scene))


def _done_with_it(scene: Scene) -> bool:
    """Whether what the verb is done to is the paper: names are put under it, notes exchanged on it, it is ended."""
    if scene.act.lemma in {"put", "set", "affix", "place"}:
        return bool(_NAMES.search(told_in(scene)))
    words = object_words(scene)
    if scene.act.lemma == "exchange":
        return bool(_NOTES.search(words))
    return scene.act.frame != "ends" or bool(PAPER.search(words)) or points_back(scene)


def _told_by_its_verb(scene: Scene) -> bool:
    """Whether a trigger only goes with another: "set their *signatures* to", "a protocol *extending* the treaty"."""
    trigger = scene.act.trigger
    if scene.act.frame == "ends" and trigger.head.i != trigger.i and _gives_notice(trigger.head):
        return True  # "gave notice that it will quit the pact"
    if scene.act.frame == "extends":
        return trigger.dep_ in {"relcl", "acl", "pcomp"}
    if scene.act.lemma != "signature":
        return False
    put = trigger.dep_ in {"dobj", "obj"} and trigger.head.lemma_ in grammar("affixing")
    return put or bool(_OF_PETITIONERS.search(scene.sentence.text))


def _gives_notice(word: Token) -> bool:
    return word.lemma_ == "notice" or any(c.lemma_ == "notice" and c.dep_ in {"dobj", "obj"} for c in word.children)


def _still_missing(scene: Scene) -> bool:
    """Whether a signature is only waited for: "the pact awaits signature", "ratification is pending"."""
    trigger = scene.act.trigger
    if not scene.act.nominal or trigger.head.lemma_ not in {"await", "lack", "need", "require", "miss", "be"}:
        return False
    return trigger.head.lemma_ != "be" or has_child(trigger.head, {"acomp"}, grammar("outstanding"))


def _parties(scene: Scene) -> list[Actor]:
    """Those whom the grammar makes parties of a paper; where it names one side only, who else stands around."""
    slots = ("subj", "with", "between", "by", "among", "mod", "poss", "alongside")
    parties = [a for a in scene.get(*slots) if not mere_place(a)]
    if len({party(a) for a in parties} - {None}) < _TWO:
        parties += [a for a in around(scene) if a not in parties]
    return [a for a in parties if not (_name_of_paper(a, scene) or _looks_on(a, scene))]


def _name_of_paper(actor: Actor, scene: Scene) -> bool:
    """Whether a city only names a paper: "the Kyoto protocol"."""
    behind = scene.sentence.text[actor.end :]
    return actor.surface in {"capital", "city"} and bool(_NAMED_BY.match(behind))


def _looks_on(actor: Actor, scene: Scene) -> bool:
    """Whether somebody is only there: "with Ana Rey looking on", "in the presence of Ana Rey", "brokered by Peru"."""
    text = scene.sentence.text
    return bool(_WATCHING.match(text, actor.end) or _WATCHED_BY.search(text[: actor.start]))


def _subtype(scene: Scene) -> str:
    named = "ratified" if "ratif" in scene.act.lemma else "signed"
    return _SUBTYPES.get(scene.act.frame, named)
