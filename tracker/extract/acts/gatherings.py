"""Gatherings: summits, conferences, councils and ministerials, and who attends them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, mere_place, of_its_things, party, place_in, place_of
from tracker.extract.lexicon import grammar, words
from tracker.extract.passages import Kind
from tracker.extract.syntax import definite
from tracker.model import PartyKind, Place

_GATHERING = re.compile(
    r"\b(summit|conference|forum|ministerial|assembly|congress|retreat|conclave|plenary|council|convention|roundtable"
    r"|symposium)s?\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(leaders?|ministers?|ministerial|heads of (?:state|government)|multilateral|delegates)\b", re.I
)
REGION = re.compile(
    r"\b(africa|asia|europe|arab|pacific|americas?|caribbean|nordic|baltic|balkans?|gulf|commonwealth|islamic"
    r"|non-aligned|world|global)\w*\b",
    re.I,
)
_SIGNING = re.compile(r"\b(?:sign|initial|ratif|denounc|acced|deposit|instrument)\w*", re.I)
_IN_COUNCIL = re.compile(r"\b(?:ministers|leaders|ambassadors|heads of (?:state|government)|governors)\b", re.I)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", re.I)
_BODIES = {"council", "assembly", "congress", "forum", "convention", "conference", "session"}
_IN = re.compile(r"\b(?:in|at) (?:the )?(?:\w+ (?:city|resort|capital) of )?$")
_SERVING = {"work", "serve", "sit", "do", "be", "lead"}
_BESIDE = re.compile(r"\b(?:margins?|sidelines?|fringes?|edges?) of (?:the )?(?:[^,;.]|\.(?=\S)){0,80}$", re.I)
_OF_MANY = 3  # parties from which a meeting is a gathering


def summits(scene: Scene) -> Iterator[Draft]:
    """A gathering of many, and who is named as attending or hosting it; a meeting where it is only of two."""
    if not _is_gathering(scene) or _mere_setting(scene):
        return
    if scene.sentence.passage.kind is Kind.ITEM and scene.act.verb is None:
        return  # a body's name in a list
    hosts, attending = _hosting_and_attending(scene)
    people, place, city = [*hosts, *attending], place_of(scene), place_in(_by_place(scene))
    place = place if place.country else city if city.country else _held_in(scene)
    countries = {a.country for a in people if a.country and not a.organisation}
    organisations = {a.organisation for a in people if a.organisation}
    if _of_two(scene, len(countries), len(organisations)):
        yield Draft("meeting", {"participant": people}, place=place)
    elif organisations or len(countries | {place.country} - {None}) >= 2 or _gathers_many(scene) or _told_of(scene):
        yield Draft("summit", {"host": hosts, "participant": attending}, place=place)


def for_a_summit(scene: Scene, people: Iterable[Actor]) -> bool:
    """Whether what several meet for has a name: "met for the Gulf summit"."""
    meeting = scene.act.frame in {"meets", "meets_weak"}
    words = (c for part in scene.act.trigger.children if part.lower_ in {"for", "at"} for c in part.children)
    return meeting and len({party(a) for a in people}) >= _OF_MANY and any(c.lemma_.lower() == "summit" for c in words)


def council(scene: Scene) -> Iterator[Draft]:
    """A session of an organisation's ministers of which the lead tells the outcome: "EC ministers agreed on quotas"."""
    ministers = [a for a in scene.get("subj") if a.group and a.organisation and not a.country]
    told_now = scene.sentence.passage.kind in {Kind.HEADLINE, Kind.LEAD} and scene.act.verb is not None
    if told_now and any(_IN_COUNCIL.search(a.office) for a in ministers):
        yield Draft("summit", {"participant": ministers}, place=place_of(scene))


def _hosting_and_attending(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    bodies = [a for a in scene.get("at", "within", "clause") if a.kind is PartyKind.ORGANISATION]
    people = [*scene.get("subj", "of", "with", "between", "among", "mod", "poss", "including")]
    if scene.act.governor.lemma_ in {"lead", "head"}:
        people = [*people, *scene.get("obj")]  # "led Chad's delegation to the summit"
    people = [a for a in people if not of_its_things(a, scene.sentence.doc)] + _sent_there(scene)
    attending = [*bodies, *(a for a in people if not mere_place(a) and a not in _by_place(scene))]
    if scene.act.governor.lemma_.lower() in {"host", "convene"}:
        hosts = [a for a in scene.get("subj") if not mere_place(a)]
        return hosts, [a for a in attending if a not in hosts]
    return [a for a in scene.get("by") if a.kind is PartyKind.COUNTRY and not mere_place(a)], attending


def _held_in(scene: Scene) -> Place:
    """The place that a clause of its own tells: "the Africa Summit, held from 13 to 15 December in Lusaka"."""
    text, noun = scene.sentence.text, scene.act.trigger
    clauses = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in grammar("taking_place")]
    inside = {t.idx for clause in clauses for t in clause.subtree}
    lands = [a for a in scene.sentence.actors if a.head in inside and _IN.search(text[: a.start])]
    return place_in(lands)


def _sent_there(scene: Scene) -> list[Actor]:
    """Whose delegation to a gathering is spoken of: "one of the Kenyan delegation to the coffee talks"."""
    noun = scene.act.trigger
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"to", "at"}:
        return []
    at = noun.head.head.idx
    return [a for a in scene.sentence.actors if a.start <= at < a.end and (a.group or a.office) and party(a)]


def _of_two(scene: Scene, countries: int, organisations: int) -> bool:
    """Whether a gathering's word tells a meeting of two: "talks of Chad and Niger", "the summit with Japan"."""
    if scene.act.lemma in {"talk", "talks", "meeting", "session"}:
        return countries + organisations == 2 and not (countries and _owned(scene))
    between = scene.get("between", "with", "poss", "of")
    of_a_region = scene.act.trigger.pos_ == "PROPN" and _of_a_region(scene)
    return scene.act.lemma == "summit" and not of_a_region and countries == 2 and not organisations and bool(between)


def _owned(scene: Scene) -> bool:
    """Whether a meeting is an organisation's own, whoever attends it: "attended the OPEC meeting"."""
    owners = [a for a in scene.get("mod", "poss", "of") if a not in _by_place(scene)]
    return bool(owners) and all(a.organisation and not a.country for a in owners)


def _mere_setting(scene: Scene) -> bool:
    """Whether two only met beside a gathering, or at one that has no name: "met at a conference in Geneva"."""
    verb, noun = scene.act.verb, scene.act.trigger
    if met_beside(scene):
        return True
    talking = verb is not None and verb.lemma_ in {"meet", "talk", "speak"}
    return talking and noun.dep_ == "pobj" and noun.pos_ != "PROPN"


def met_beside(scene: Scene) -> bool:
    """Whether a gathering only tells where others met, which may be left out (§2): "on the margins of the summit"."""
    return scene.act.nominal and bool(_BESIDE.search(scene.sentence.text[: scene.act.trigger.idx]))


def _gathers_many(scene: Scene) -> bool:
    return _of_a_region(scene) or _attended(scene) or bool(_by_place(scene))


def _told_of(scene: Scene) -> bool:
    """Whether a gathering is only pointed back at: "The conference, which began on Monday"."""
    bare = scene.act.trigger.pos_ == "NOUN" and not scene.slots
    return bare and definite(scene.act.trigger) and scene.act.lemma in {"conference", "summit"}


def _attended(scene: Scene) -> bool:
    """Whether somebody takes part in a gathering that has a name: "is attending the Oceans Summit"."""
    verb = scene.act.verb
    taking_part = verb is not None and verb.lemma_ in {"attend", "participate", "join", "address"}
    return taking_part and scene.act.trigger.pos_ == "PROPN" and any(party(a) for a in scene.get("subj"))


def _of_a_region(scene: Scene) -> bool:
    """Whether a gathering with one side named is still international: "East Asia Summit", "African leaders"."""
    named = scene.act.trigger.pos_ == "PROPN" or bool(_SEVERAL.search(scene.sentence.text))
    return named and bool(REGION.search(scene.sentence.text))


def _part_of_a_body(scene: Scene) -> bool:
    """Whether a gathering's word only names a body or its officers: "the Council chairman", "the Forum Secretariat"."""
    trigger = scene.act.trigger
    if scene.act.lemma not in _BODIES:  # "other Summit goals"
        return trigger.dep_ in {"compound", "nmod"} and trigger.head.lemma_.lower() in words("words", "of_gatherings")
    named = any(a.kind is PartyKind.ORGANISATION and a.start <= trigger.idx < a.end for a in scene.sentence.actors)
    spoken_to = trigger.dep_ == "pobj" and trigger.head.lower_ == "to" and trigger.head.head.pos_ == "NOUN"
    owned = any(c.lower_ == "house" for c in trigger.children)  # "the White House Competition Council"
    first = trigger.head if trigger.dep_ == "conj" else trigger
    describes = first.dep_ in {"compound", "nmod"}
    return describes or owned or spoken_to or (named and (scene.act.verb is None or scene.act.verb.lemma_ in _SERVING))


def _on_paper(scene: Scene) -> bool:
    """Whether a convention is no gathering but a treaty: "the Convention on Migratory Birds"."""
    behind = {c.lower_ for c in scene.act.trigger.children if c.dep_ == "prep"}
    signed = bool(_SIGNING.search(scene.sentence.text))
    return scene.act.lemma == "convention" and (signed or bool(behind & {"on", "against", "between", "with"}))


def _is_gathering(scene: Scene) -> bool:
    """A summit by its name; a meeting, session or talks when an organisation's or of three parties or more."""
    parts = list(scene.act.trigger.children)
    if any(c.lower_ in words("words", "inner") for c in parts) or _part_of_a_body(scene) or _on_paper(scene):
        return False
    if scene.act.lemma == "convention" and scene.act.verb is None and scene.act.trigger.pos_ == "PROPN":
        return False  # "under the 1956 Geneva Convention"
    if _GATHERING.search(scene.act.trigger.text):
        return True
    owners = scene.get("mod", "poss", "of", "at", "within", "clause")
    countries = {a.country for a in owners if a.country}
    numbered = any(_ORDINAL.fullmatch(c.text) for c in parts)
    return len(countries) >= _OF_MANY or _has_body(scene.sentence.actors if numbered else owners)


def _has_body(actors: Iterable[Actor]) -> bool:
    return any(a.kind is PartyKind.ORGANISATION for a in actors)


def named_gathering(scene: Scene) -> bool:
    """Whether a gathering with a name of its own is spoken of, and no two sides of it: "the Oceans Summit"."""
    noun = scene.act.trigger
    named = bool(_GATHERING.fullmatch(noun.text)) and (noun.pos_ == "PROPN" or bool(_by_place(scene)))
    return named and not any(
        party(a) for a in scene.get("with", "between", "among", "of", "mod", "poss") if a not in _by_place(scene)
    )


def _by_place(scene: Scene) -> list[Actor]:
    """The cities by which a gathering is named: "the Tokyo summit", "a Tokyo meeting of the Group of 24"."""
    cities = [a for a in scene.get("mod") if a.surface in {"capital", "city"}]
    if _GATHERING.search(scene.act.trigger.text):
        return cities
    others = [a for a in scene.get("subj", "of", "between") if party(a)]
    return cities if len(cities) == 1 and others and not scene.get("with") else []
