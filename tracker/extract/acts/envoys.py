"""What happens to envoys: appointed, accredited, recalled, expelled, summoned.

Who acts on whom is told by the words more than by the grammar: the envoy of the sentence is the one sent, and the
minister, ministry or country beside him is the other side. The parse is asked first, the words of the clause then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from tracker import reference
from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land, mere_place, party, place_of
from tracker.extract.acts.sides import ENVOY, doers, is_envoy, listed_with, nearby, segment
from tracker.extract.lexicon import grammar
from tracker.model import PartyKind, Place

_NEW_ENVOY = r"\bnew (?:\S+ ){0,4}(?:ambassador|envoy|high commissioner|charg|consul)"
_BECOMES = re.compile(
    r"\b(?:(?:will|shall|is to|are to|was to|to) (?:be|become|succeed|replace)|becom\w+|became|succeed\w*"
    r"|replac\w+)\b(?: (?!to\b)\S+){0,6}? (?:ambassador|high commissioner|envoy|charg[ée]|consul)",
    re.I,
)
_POSTED_TO = re.compile(r"\s*(?:\(|(?:as ambassador )?(?:to|in|for)\s+(?:the\s+)?)")
_MAJESTY = re.compile(r"\b(?:His|Her) (?:Britannic )?Majesty['’]s (?:\w+ )?(?:Ambassador|High Commissioner|Consul)")
_TAKES_UP = re.compile(
    rf"{_NEW_ENVOY}|\bfirst (?:\S+ ){{0,3}}(?:ambassador|envoy)|(?:takes?|took|taken) over as|take up|took up"
    rf"|take charge|took charge|\b(?:his|her|their) (?:new )?(?:duties|post|posts|mission|posting)\b|assume",
    re.I,
)
_CREDENTIALS = re.compile(r"credential|credence|agr[ée]ment|agreman|placet|accredit|letters? of accreditation", re.I)
_ACCEPTS = re.compile(
    r"exequatur|\bapprov\w* (?:of )?(?:\S+ ){1,6}?as (?:\S+ ){0,3}?(?:ambassador|consul)|\b(?:accept|receiv"
    r"|recogni[sz])\w* (?:\S+ ){0,7}?(?:ambassador|envoy|diplomat|charg[ée]|consul)",
    re.I,
)
_ACCREDITING = frozenset(
    {"accept", "receive", "accredit", "approve", "grant", "give", "concede"}
    | {"present", "hand", "deliver", "submit", "transfer", "tender"}
)
_TAKING_AWAY = {"withdraw", "revoke", "cancel", "strip", "rescind"}
_HOME = re.compile(
    r"\b(?:home|back|recall\w*|withdr\w+|for (?:urgent )?consultations?|told to pack|(?:to|must) pack"
    r"|from (?:its|his|her|the) post)\b",
    re.I,
)
_LEAVE = re.compile(
    r"persona(?:e)? non grata|(?:hours|days|weeks?|months?) (?:in which )?to (?:leave|quit|pack|get out|go"
    r"|depart)|to leave (?:\S+ ){0,3}?(?:country|within|by|in)?"
    r"|order\w* (?:\S+ ){0,7}?(?:out|to leave)|(?:throw|threw|thrown|kick(?:ed|s|ing)?|boot(?:ed|s)?|turfed"
    r"|driven|forced) (?:\S+ ){0,7}?out\b|expel|expuls"
    r"|told to (?:leave|pack|go)|deport|sen[dt]s? (?:\S+ ){0,7}?(?:packing|home)|oust|eject|no longer welcome|unwelcome"
    r"|(?:given|gave|had|has) (?:\S+ ){0,4}?(?:hours|days|a week)|must (?:leave|pack|go)"
    r"|ordering (?:\S+ ){0,7}?to leave",
    re.I,
)
_PROTEST = re.compile(r"protest|d[ée]marche|\bnote\b|note verbale|displeasure", re.I)
_MINISTRY = re.compile(r"ministry|\bin to\b|foreign office|department of (?:state|foreign)", re.I)
_HANDS_OVER = {"hand", "lodge", "deliver", "present"}
_NO_STATE = re.compile(
    r"\b(?:courts?|tribunal|judges?|prosecutors?|parliament|committee|referee|coach|police|club)\b", re.I
)


# --- who ----------------------------------------------------------------------------------------------------------


def _envoys(scene: Scene, *slots: str) -> list[Actor]:
    """The envoys in these slots, else those of the segment; "the ambassador's driver" is none."""
    text = scene.sentence.text
    for actors in (scene.get(*slots), nearby(scene)):
        found = [a for a in actors if is_envoy(a) and text[a.end : a.end + 2] not in {"'s", "’s"}]
        if found:
            return found
    return []


def _others(scene: Scene, envoys: Sequence[Actor], *slots: str) -> list[Actor]:
    """The state or its officials in these slots that are not the envoys' own."""
    own = {party(a) for a in envoys}
    return [
        a
        for a in scene.get(*slots)
        if not is_envoy(a) and party(a) not in own - {None} and a.surface not in {"city", "demonym"}
    ]


def _post(envoys: Sequence[Actor]) -> list[Actor]:
    return next((_land(a.post) for a in envoys if a.post), [])


def _acting_for(actor: Actor, country: str | None) -> Actor:
    return replace(actor, country=actor.country or country, post=None)


def _nameless(actor: Actor) -> Actor:
    return Actor(
        PartyKind.COUNTRY, actor.start, actor.end, actor.head, name="", country=actor.country, surface="demonym"
    )


def _land(code: str | None) -> list[Actor]:
    return [Actor(PartyKind.COUNTRY, 0, 0, 0, country=code, surface="country")] if code else []


# --- appointed and accepted ---------------------------------------------------------------------------------------


def appointments(scene: Scene) -> Iterator[Draft]:
    """A state names or sends an envoy, or the envoy takes up the post."""
    if not _said(scene):
        return
    if scene.act.frame == "exchanges":
        yield from _exchange(scene)
    else:
        yield from _posted(scene) or _appointed(scene)


def _said(scene: Scene) -> bool:
    """Whether a word of many meanings tells a posting here: "arrived to take up his post", "will be the ambassador"."""
    text = scene.sentence.text
    match scene.act.frame:
        case "arrives":
            return bool(_TAKES_UP.search(text))
        case "becomes":
            return bool(_BECOMES.match(text, _from_auxiliary(scene)))
        case "receives":
            return bool(re.search(_NEW_ENVOY, text, re.I))
    return True


def _appointed(scene: Scene) -> Iterator[Draft]:
    """One envoy named, sent or received."""
    envoys = [a for a in scene.clause if is_envoy(a)] or [
        a for a in nearby(scene) if is_envoy(a) and a.start > scene.act.trigger.idx
    ]
    if not envoys or _CREDENTIALS.search(scene.act.trigger.text):
        return
    envoy = next((a for a in envoys if a.name), envoys[0])
    people = [a for a in scene.get("obj", "subj", "as") if a.kind is PartyKind.PERSON and a.name]
    named = [a for a in people if is_envoy(a)] or [a for a in scene.get("obj") if a.name] or [envoy]
    sender = next((a.country for a in envoys if a.country), "GBR" if _MAJESTY.search(scene.sentence.text) else None)
    sender = sender or next(
        (a.country for a in scene.get("subj", "by") if a.country and scene.act.frame != "receives"), None
    )
    post = next((a.post for a in envoys if a.post), None)
    post = post or next(
        (a.country for a in scene.get("to", "in", "for", "at") if land(a) and a.country != sender), None
    )
    if scene.act.frame == "becomes" and not _BECOMES.match(scene.sentence.text, _from_auxiliary(scene)):
        return
    if scene.act.frame == "receives" and not post:
        post = next(
            (a.country for a in nearby(scene) if land(a) and a.start < scene.act.trigger.idx and a.country != sender),
            None,
        )
    yield Draft(
        "appointment",
        {"sender": [_acting_for(named[0], sender)], "receiver": _land(post)},
        place=place_of(scene) if scene.act.frame == "arrives" else Place(),
    )


def _posted(scene: Scene) -> list[Draft]:
    """A list of people with a post each: "named Ana Rey to Oslo, Luis Gil to Lima", "confirmed Ana Rey (Norway)"."""
    text = scene.sentence.text
    pairs = [
        (a, b)
        for a, b in pairwise(nearby(scene))
        if a.kind is PartyKind.PERSON and a.name and land(b) and _POSTED_TO.fullmatch(text[a.end : b.start])
    ]
    if len(pairs) < 2 or not ENVOY.search(text):
        return []
    sender = next((a.country for a in doers(scene, {b.country for _, b in pairs}, "subj", "by") if a.country), None)
    return [
        Draft(
            "appointment",
            {"sender": [replace(a, country=sender, office=a.office or "ambassador")], "receiver": _land(b.country)},
        )
        for a, b in pairs
    ]


def _from_auxiliary(scene: Scene) -> int:
    """Where the verb group of the trigger begins: "will be"."""
    return min([c.idx for c in scene.act.trigger.children if c.dep_ == "aux"], default=scene.act.trigger.idx)


def _exchange(scene: Scene) -> list[Draft]:
    """Two states send each other envoys: one event with both (codebook §2)."""
    states = list(dict.fromkeys(a.country for a in nearby(scene) if a.country and a.surface != "city"))
    if len(states) != 2 or not ENVOY.search(scene.sentence.text):
        return []
    return [Draft("appointment", {"sender": _land(states[0]), "receiver": _land(states[1])})]


def accreditations(scene: Scene) -> Iterator[Draft]:
    """An envoy presents credentials, or the receiving side accepts envoy, credentials or agrément."""
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    if not _CREDENTIALS.search(text) and not _ACCEPTS.search(text):
        return
    if scene.act.frame == "credentials" and any(
        t.lemma_.lower() in _ACCREDITING for t in scene.act.trigger.ancestors if t.i not in scene.act.core
    ):
        return  # the verb tells it
    if scene.act.governor.lemma_.lower() in _TAKING_AWAY:
        yield from _disaccredited(scene)
        return
    takes = scene.act.governor.lemma_.lower() in {
        "accept",
        "receive",
        "accredit",
        "approve",
        "grant",
        "give",
        "concede",
        "issue",
    }
    envoys = (
        _envoys(scene, "of", "from", "obj", "to", "for", "mod", "poss", "clause")
        if takes
        else _envoys(scene, "subj", "by", "of", "mod", "poss")
    )
    known = [a for a in envoys if party(a)] or envoys
    if takes:
        receivers = _others(scene, known, "subj", "by")
        known = known or [
            a
            for a in scene.get("of", "obj", "from", "to", "mod")
            if party(a) and a not in receivers and not mere_place(a)
        ]
    else:
        known = known or [a for a in scene.get("subj", "by", "of", "mod", "poss") if not mere_place(a)]
        receivers = _others(scene, known, "to", "dative", "before", "obj")
    known = known if any(party(a) for a in known) else _compound(scene.sentence.text) or known
    receivers = receivers or _hosts(scene, known)
    senders = [a for a in known if a not in receivers]
    yield Draft("accreditation", {"sender": senders, "receiver": receivers or _post(senders)}, place=place_of(scene))


def _compound(text: str) -> list[Actor]:
    """The sender hidden in "Taliban-appointed ambassadors"."""
    found = re.search(r"\b([A-Z]\w+)-(?:appointed|named|nominated|chosen|run|picked)\b", text)
    if found is None:
        return []
    entry = next(
        (e for e in reference.names() if e.surface == found[1] and e.kind in {"country", "demonym", "authority"}), None
    )
    return _land(entry.code) if entry else []


def _disaccredited(scene: Scene) -> Iterator[Draft]:
    """Whoever loses his accreditation is expelled."""
    subject = doers(scene, set(), "subj", "by")[:1]
    expelled = [
        _nameless(a) for a in nearby(scene) if a.country and a.start > scene.act.trigger.idx and not mere_place(a)
    ][:1]
    yield Draft("expulsion", {"expeller": subject, "expelled": expelled})


def _hosts(scene: Scene, envoys: Sequence[Actor]) -> list[Actor]:
    """Who receives, where the grammar does not say: an official with a country, else the land after "in"."""
    own = {party(a) for a in envoys}
    officials = [
        a
        for a in nearby(scene)
        if a.kind is PartyKind.PERSON and not is_envoy(a) and (a.office or a.name) and party(a) not in own
    ]
    if officials and not _post(envoys):
        return officials[:1]
    return _post(envoys) or [a for a in scene.get("in", "by") if land(a) and party(a) not in own][:1]


# --- called home and thrown out -----------------------------------------------------------------------------------


def recalls(scene: Scene) -> Iterator[Draft]:
    """The sending state calls its envoy home."""
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    if not _HOME.search(text) or re.search(r"persona(?:e)? non grata|\brecalled (?:how|that)\b", text, re.I):
        return
    if _of_others(scene.act.trigger) or (scene.act.frame == "calls_home" and not _homeward(scene)):
        return
    slots = ("obj", "of", "mod", "poss") if scene.act.frame != "told" else ("subj", "obj")
    envoys = [a for a in _envoys(scene, *slots) if a not in scene.get("subj") or scene.act.frame == "told"]
    if not envoys:
        return
    envoy = envoys[0]
    own, post = _own_and_post(envoy, scene)
    subject = [a for a in doers(scene, {post}, "subj", "by") if a.country and own in {None, a.country}]
    sender = own or next((a.country for a in subject), None)
    posts = [post] if post else [a.country for a in scene.get("from", "to", "in") if land(a) and a.country != sender]
    subtype = "consultation" if "consult" in scene.sentence.text.lower() else "withdrawal"
    sent = replace(envoy, country=sender, post=post)
    yield Draft(
        "recall", {"sender": [sent, *subject], "receiver": [_land(p)[0] for p in posts[:1] if p]}, subtype=subtype
    )


def _own_and_post(envoy: Actor, scene: Scene) -> tuple[str | None, str | None]:
    """Whose envoy it is and where he serves: "its envoys from Paris" there, "their ambassadors" are the subjects'."""
    said = scene.sentence.text[envoy.start : envoy.end]
    if envoy.possessor and envoy.country and re.search(r"\bfrom\b", said):
        return None, envoy.country
    return (None if envoy.possessor == "their" else envoy.country), envoy.post


def _homeward(scene: Scene) -> bool:
    """Whether "called", "brought" or "ordered" goes with "home": "called its envoy home", "brought him back"."""
    verb = scene.act.trigger
    start, end = verb.idx, verb.idx + 110
    return bool(re.search(r"\b(?:home|back|for (?:\w+ )?consultations?|pack)\b", scene.sentence.text[start:end], re.I))


def _of_others(trigger: Token) -> bool:
    """Whether it is done to people whom no state accredits: "the expulsion of refugees", "withdrew its troops"."""
    done_to = [c for c in trigger.children if c.dep_ in {"dobj", "obj", "nsubjpass"}]
    done_to += [c for of in trigger.children if of.lower_ == "of" for c in of.children]
    return any(token.lemma_.lower() in grammar("no_envoys") for token in done_to)


def expulsions(scene: Scene) -> Iterator[Draft]:
    """The receiving state expels diplomats."""
    start, end = segment(scene)
    if not _LEAVE.search(scene.sentence.text[start:end]) or _of_others(scene.act.trigger):
        return
    outright = scene.act.trigger.lemma_.lower() in {
        "expel",
        "deport",
        "oust",
        "eject",
    }  # "expelled its diplomats": the other's
    targets = [
        a
        for a in scene.get("obj", "to", "dative", "of", "as", "mod", "poss")
        if (is_envoy(a) or a.surface == "demonym" or _guest(a)) and (not a.possessor or outright)
    ]
    targets = [a for a in targets if a not in scene.get("subj") and party(a)] or [
        a for a in nearby(scene) if is_envoy(a) and party(a) and not a.possessor
    ]
    if not targets or not (ENVOY.search(scene.sentence.text) or any(a.surface == "demonym" for a in targets)):
        return
    told = {party(a) for a in targets}
    expellers = doers(scene, told, "subj", "by")
    if (
        not outright
        and any(a.possessor and is_envoy(a) for a in scene.get("obj"))
        and re.search(r"\bhome\b", scene.sentence.text)
    ):
        return  # whoever calls its own envoy home recalls him
    roles = {
        "expeller": expellers
        or [a for a in scene.get("in", "from") if land(a) and party(a) not in told]
        or _post(targets),
        "expelled": [_nameless(a) if a.group else replace(a, post=None) for a in targets],
    }
    yield Draft("expulsion", roles)


def _guest(actor: Actor) -> bool:
    return actor.kind is PartyKind.PERSON and bool(actor.post)


def summonses(scene: Scene) -> Iterator[Draft]:
    """A foreign ministry summons an envoy."""
    text = scene.sentence.text
    start, _ = segment(scene)
    handed = scene.act.trigger.lemma_.lower() in _HANDS_OVER
    if scene.act.frame == "summons_weak" and not (_PROTEST if handed else _MINISTRY).search(text):
        return
    if _NO_STATE.search(text[start : scene.act.trigger.idx]) or re.search(
        r"\bsummon\w* (?:\S+ ){0,5}(?:home|back)\b", text
    ):
        return
    envoys = [a for a in scene.get("obj", "to", "dative", "with") if is_envoy(a)] or _envoys(scene, "obj")
    envoys = [a for a in envoys if text[a.end : a.end + 2] not in {"'s", "’s"}]
    if not envoys:
        return
    own = {party(a) for a in envoys}
    own |= listed_with(scene, own)
    if any(party(a) in own - {None} for a in scene.get("subj", "by") if not is_envoy(a)):
        return
    summoners = doers(scene, own, "subj", "by")
    summoners = (
        summoners
        if any(party(a) for a in summoners)
        else [*_post(envoys), *summoners]
        or [a for a in nearby(scene) if land(a) and party(a) not in own and a.surface in {"capital", "country"}][-1:]
    )
    yield Draft(
        "summons", {"summoner": summoners, "summoned": [replace(a, post=None) for a in envoys]}, place=place_of(scene)
    )
