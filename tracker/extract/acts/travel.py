"""Visits: who travels to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.extract.actors import Actor, state
from tracker.extract.acts.destinations import at_the_occasion, destinations, leaves_again, takes_somebody
from tracker.extract.acts.draft import Draft, Scene, Sentence, land, mere_place, of_a_thing, party, place_in
from tracker.extract.acts.idioms import BEHIND
from tracker.extract.acts.sides import is_envoy, owner
from tracker.extract.lexicon import event_nouns, triggers
from tracker.extract.syntax import Act, has_child
from tracker.model import PartyKind

_WEAK = {"goes_weak", "finds", "carries", BEHIND}
_BODY = re.compile(r"\b(government|administration|ministry|authorities|group|bloc|regime|movement|side|junta)\b", re.I)
_POSTING = re.compile(
    r"\bnew\b|take up|took up|take charge|took charge|\bduties\b|assume|\bhis post\b|\bher post\b|begin \w+ mission",
    re.I,
)
_AT_TABLE = re.compile(r"\bfor (?:an? |their )?(?:\w+ )?(?:breakfast|lunch|luncheon|dinner|tea|coffee|drinks)\b", re.I)
_JOURNEY_THERE = re.compile(r"\w+ there\b")
_OF_A_GUEST = ("of", "poss", "mod", "clause", "in")
_THITHER = ("to", "from", "through")
_JOINED = re.compile(r",? ?(?:and|with|as well as|,)? ?(?:the )?", re.I)
_STAYING = re.compile(r", (?:who (?:is|was) )?(?:now |currently |here )?(?:in|visiting) (?:the )?$", re.I)
"""What stands between somebody and where they are, in a visit told in passing."""
_ERRAND = re.compile(r",? (?:for|on|to (?:attend|hold|meet|discuss|take|sign|address))\b", re.I)


def visits(scene: Scene) -> Iterator[Draft]:
    """One visit for each country that the sentence sends the visitors to."""
    if scene.act.frame == "hosts":
        yield from _hosted(scene)
        return
    if scene.act.frame == "guests":
        yield from _guests(scene) if scene.act.governor.lemma_ in {"be", "have"} else ()
        return
    visitors = _visitors(scene)
    if _of_no_journey(scene) or not _travelling(scene, visitors):
        return
    weak, subtype = scene.act.frame in _WEAK and not leaves_again(scene), _subtype(scene.sentence.text)
    for destination in destinations(scene, visitors):
        hosts = [destination] if destination is not None else []
        for own in _by_party(visitors, scene.sentence.text):
            yield Draft("visit", {"visitor": own, "host": hosts}, subtype=subtype, place=place_in(hosts), weak=weak)


def _by_party(visitors: list[Actor], text: str) -> list[list[Actor]]:
    """Those who travel for one party together: leaders of three states who come at once pay three visits.

    Somebody of another party who is not joined to them does not travel: "Lie, the Norwegian who is the UN envoy".
    """
    parties = list(dict.fromkeys(side for v in visitors if (side := party(v))))
    if len(parties) < 2:
        return [visitors]
    ordered = sorted(visitors, key=lambda v: v.start)
    joined = ordered[:1]
    for one, other in pairwise(ordered):
        if one in joined and (party(other) == party(one) or _JOINED.fullmatch(text[one.end : other.start])):
            joined.append(other)
    groups = ([v for v in joined if party(v) == side] for side in parties)
    return [group for group in groups if group]


def stays(sentence: Sentence) -> Iterator[Draft]:
    """Visits told in passing, without a verb: "De Croo, in Washington for talks, said"."""
    people = [a for a in sentence.actors if a.kind is PartyKind.PERSON and party(a)]
    for person in people:
        for place in sentence.actors:
            abroad = land(place) and place.country != person.country
            if abroad and stays_in(place, sentence.text, behind=person.end):
                yield Draft("visit", {"visitor": [person], "host": [place]}, place=place_in([place]))


def stays_in(place: Actor, text: str, behind: int | None = None) -> bool:
    """Whether a place is where somebody is on an errand, who may have to end at `behind`: ", in Washington for"."""
    told = _STAYING.search(text[: place.start])
    near = told is not None and behind in {None, told.start()}
    return near and bool(_ERRAND.match(text, place.end))


def _hosted(scene: Scene) -> Iterator[Draft]:
    """A visit told from the host's side: "will welcome the King to the White House"."""
    if of_a_thing(scene) or scene.act.lemma not in {"welcome", "host"}:
        return
    hosts, to = scene.get("subj"), [a for a in scene.get("to", "at", "in") if land(a)]
    guests = [a for a in scene.get("obj") if _official(a) and not is_envoy(a) and not _BODY.search(a.office)]
    own = {party(a) for a in guests} & {party(a) for a in hosts} - {None}
    if guests and not own and not _AT_TABLE.search(scene.sentence.text, scene.act.trigger.idx):
        for visitors in _by_party(guests, scene.sentence.text):
            yield Draft("visit", {"visitor": visitors, "host": hosts or to}, place=place_in(to))


def _guests(scene: Scene) -> Iterator[Draft]:
    """A visit of whoever is called a guest: "was the guest of the Peruvian government", "Oslo had her as its guest"."""
    taken, own_land = ("obj", ("subj", "in")) if scene.act.governor.lemma_ == "have" else ("subj", _OF_A_GUEST)
    guests = [a for a in scene.get(taken) if _official(a) and party(a)]
    own = {party(a) for a in guests}
    hosts = [a for a in scene.get(*own_land) if a.country and party(a) not in own]
    if guests:
        yield Draft("visit", {"visitor": guests, "host": [state(a.country) for a in hosts[:1] if a.country]})


def _official(actor: Actor) -> bool:
    return actor.kind is PartyKind.PERSON or actor.group


# --- who -------------------------------------------------------------------------------------------------------------


def _of_no_journey(scene: Scene) -> bool:
    """Whether a word of many meanings means another thing: "to attend", "is ready", a delegation that goes nowhere."""
    trigger = scene.act.trigger
    if scene.act.frame in {"finds", "carries", BEHIND}:
        on_somebody = trigger.lemma_ == "call" and bool(scene.get("on", "upon"))  # "called on her at the palace"
        taken = scene.act.frame != BEHIND and any(a.start < trigger.idx for a in scene.get("subj"))
        as_it_was = has_child(trigger, {"oprd", "acomp"})  # "was found dead in Geneva"
        return on_somebody or taken or as_it_was
    if scene.act.frame == "delegates":
        where = ("to", "in") if _errand_abroad(scene.act) else ("to",)
        return not any(land(a) for a in (*scene.get(*where), *at_the_occasion(scene)))
    if trigger.lemma_ == "attend":  # "to attend" is what a journey is for; a gathering tells itself
        return any(c.lower_ == "to" or c.lemma_.lower() in event_nouns() for c in trigger.children)
    if trigger.dep_ in {"aux", "auxpass"}:  # "has been told"
        return True
    if scene.act.nominal and trigger.lemma_ == "journey":  # "on its journey of reform"
        return not (_JOURNEY_THERE.match(scene.sentence.text, trigger.idx) or any(map(land, scene.get(*_THITHER))))
    told_of = (c for c in trigger.children if c.dep_ in {"acomp", "attr", "expl"})  # "was himself in Lima" tells where
    return trigger.lemma_ == "be" and any(c.lower_ not in {"himself", "herself", "themselves"} for c in told_of)


def _travelling(scene: Scene, visitors: list[Actor]) -> bool:
    """Whether those named can be on a visit: an envoy who takes up his post is not."""
    if any(is_envoy(v) for v in visitors) and _POSTING.search(scene.sentence.text):
        return False
    if scene.act.frame in _WEAK | {"awaited"}:
        return any(_official(v) for v in visitors)
    return bool(visitors) or scene.act.frame != "sends"


def _visitors(scene: Scene) -> list[Actor]:
    """Who travels: the subject, who is taken or sent, whose delegation or visit it is."""
    if scene.act.frame in {"sends", "awaited", "finds", "carries"}:
        slots = ("obj",) if scene.act.frame in {"sends", "carries"} else ("obj", "subj")
        return [a for a in scene.get(*slots) if not land(a)]
    subject = [a for a in scene.get("subj", "by") if not mere_place(a)]
    if told := _told_behind(scene):
        return told
    if takes_somebody(scene.act):
        return [a for a in scene.get("obj") if not land(a)]
    if not scene.act.nominal:
        taken = [a for a in scene.get("obj") if scene.act.passive and not land(a)]  # "was flown to Lima"
        return subject or taken
    if scene.act.frame == "delegates" and not (_errand_abroad(scene.act) and subject):
        senders = (a.country for a in (*scene.get("mod", "poss", "of"), *subject) if a.country)
        return [state(country) for country in list(senders)[:1]]
    named = [a for a in scene.get("poss") if not mere_place(a)]
    named += [a for a in scene.get("mod") if _official(a) or a.surface == "demonym"]
    named += [a for a in scene.get("of") if not land(a)]
    return named or (subject if any(party(a) for a in subject) else owner(scene) or subject)


def _told_behind(scene: Scene) -> list[Actor]:
    """Whose visit a noun says it is, whoever speaks of it: "Oslo and Lima discussed the visit by President Ode"."""
    behind = scene.act.nominal and has_child(scene.act.trigger, {"prep", "agent"}, {"by"})
    return [a for a in scene.get("by") if _official(a)] if behind else []


def _errand_abroad(act: Act) -> bool:
    """Whether a mission is what somebody does: "fulfils an official mission in Peru"; a standing one is not done."""
    done = {
        "fulfil",
        "fulfill",
        "undertake",
        "complete",
        "perform",
        "accomplish",
        "effect",
        "realise",
        "realize",
        "end",
    }
    return act.lemma == "mission" and act.governor.lemma_ in done


def _subtype(text: str) -> str | None:
    lower = text.lower()
    for name, entries in triggers()["visit"]["subtypes"].items():
        if any(phrase.strip() in lower for phrase in entries.split(";")):
            return str(name)
    return None
