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
from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, Scene, land, mere_place, party, place_of
from tracker.extract.acts.sides import ENVOY, doers, is_envoy, listed_with, nearby, segment
from tracker.extract.lexicon import grammar
from tracker.extract.syntax import has_child
from tracker.model import PartyKind, Place

_NEW_ENVOY = r"\bnew (?:\S+ ){0,4}(?:ambassador|envoy|high commissioner|charg|consul)"
_BECOMES = re.compile(
    r"\b(?:(?:will|shall|is to|are to|was to|to) (?:be|become|succeed|replace)|becom\w+|became|succeed\w*"
    r"|replac\w+)\b(?: (?!to\b)\S+){0,6}? (?:ambassador|high commissioner|envoy|charg[ée]|consul)",
    re.I,
)
_POSTED_TO = re.compile(
    r"\s*(?:\(|,? ?(?:who (?:goes|is going|will go) )?(?:as ambassador )?(?:to|in|for)\s+"
    r"(?:the\s+)?(?:embassy (?:in|to) )?)"
)
_MAJESTY = re.compile(r"\b(?:His|Her) (?:Britannic )?Majesty['’]s (?:\w+ )?(?:Ambassador|High Commissioner|Consul)")
_TAKES_UP = re.compile(
    rf"{_NEW_ENVOY}|\bas (?:\S+ ){{0,4}}?(?:ambassador|high commissioner|charg[ée]|consul)\b"
    rf"|\bfirst (?:\S+ ){{0,3}}(?:ambassador|envoy)|(?:takes?|took|taken) over as|take up|took up"
    rf"|take charge|took charge|\b(?:his|her|their) (?:new )?(?:duties|post|posts|mission|posting)\b|assume",
    re.I,
)
_CREDENTIALS = re.compile(
    r"credential|credence|agr[ée]ment|agreman|placet|accredit|letters? of accreditation",
    re.I,
)
_LETTERS = re.compile(r"\b(?:his|her|their) letters\b", re.I)  # to somebody
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
    r"|show\w* (?:\S+ ){0,6}?the door|ordering (?:\S+ ){0,7}?to leave",
    re.I,
)
_PROTEST = re.compile(r"protest|d[ée]marche|\bnote\b|note verbale|displeasure", re.I)
_SENT_FOR = re.compile(r"\b(?:sent|sends?|sending) (?:\w+ly )?for\b", re.I)
_MINISTRY = re.compile(r"ministry|\bin to\b|foreign office|department of (?:state|foreign)", re.I)
_HANDS_OVER = {"hand", "lodge", "deliver", "present"}
_ACCEPTING = {"accept", "receive", "accredit", "approve", "grant", "give", "concede", "issue"}
_OUTRIGHT = {"expel", "deport", "oust", "eject"}
_POSSESSIVE = {"'s", "’s"}
_SUMMONED_HOME = re.compile(r"\bsummon\w* (?:\S+ ){0,5}(?:home|back)\b")
_NO_STATE = re.compile(
    r"\b(?:courts?|tribunal|judges?|prosecutors?|parliament|committee|referee|coach|police|club)\b", re.I
)


# --- who ----------------------------------------------------------------------------------------------------------


def _envoys(scene: Scene, *slots: str) -> list[Actor]:
    """The envoys in these slots, else those of the segment; "the ambassador's driver" is none."""
    text = scene.sentence.text
    for actors in (scene.get(*slots), nearby(scene)):
        found = [a for a in actors if is_envoy(a) and text[a.end : a.end + 2] not in _POSSESSIVE]
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


def _nameless(actor: Actor) -> Actor:
    return Actor(
        PartyKind.COUNTRY, actor.start, actor.end, actor.head, name="", country=actor.country, surface="demonym"
    )


def _land(code: str | None) -> list[Actor]:
    return [state(code)] if code else []


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
        case "appoints" if scene.act.trigger.tag_ == "NNS" and not has_child(scene.act.trigger, {"prep"}):
            return False  # "between the two appointments"
        case "appoints":
            sent = scene.act.lemma != "return" or scene.act.passive or scene.get("obj") or _TAKES_UP.search(text)
            return bool(sent) and not _SENT_FOR.match(text, scene.act.trigger.idx)  # "sent for the ambassador"
        case "arrives":
            return bool(_TAKES_UP.search(text))
        case "becomes":
            return bool(_BECOMES.match(text, _from_auxiliary(scene)))
        case "receives":
            return bool(re.search(_NEW_ENVOY, text, re.I))
    return True


def _appointed(scene: Scene) -> Iterator[Draft]:
    """One envoy named, sent or received."""
    behind = (a for a in nearby(scene) if a.start > scene.act.trigger.idx)
    envoys = [a for a in scene.clause if is_envoy(a)] or [a for a in behind if is_envoy(a)]
    if not envoys or _CREDENTIALS.search(scene.act.trigger.text):
        return
    people = [a for a in scene.get("obj", "subj", "as") if a.kind is PartyKind.PERSON and a.name]
    named = [a for a in people if is_envoy(a)] or [a for a in (*scene.get("obj"), *envoys) if a.name] or envoys
    sender = _sender(scene, envoys)
    sent = replace(named[0], country=named[0].country or sender, post=None)
    place = place_of(scene) if scene.act.frame == "arrives" else Place()
    yield Draft("appointment", {"sender": [sent], "receiver": _posting(scene, envoys, sender)}, place=place)


def _sender(scene: Scene, envoys: Sequence[Actor]) -> str | None:
    """Whose envoy it is: by the envoy's own phrase, else whoever names him."""
    own = next((a.country for a in envoys if a.country), None)
    if own is None and _MAJESTY.search(scene.sentence.text):
        return "GBR"
    naming = scene.get("subj", "by") if scene.act.frame != "receives" else []
    return own or next((a.country for a in naming if a.country), None)


def _posting(scene: Scene, envoys: Sequence[Actor], sender: str | None) -> list[Actor]:
    """Where an envoy is sent: by his own phrase, else a land that the act goes to, else who receives him."""
    lands = [a for a in scene.get("to", "in", "for", "at") if land(a)]
    if scene.act.frame == "receives":
        lands += [a for a in nearby(scene) if land(a) and a.start < scene.act.trigger.idx]
    return _post(envoys) or next((_land(a.country) for a in lands if a.country != sender), [])


def _posted(scene: Scene) -> list[Draft]:
    """A list of people with a post each: "named Ana Rey to Oslo, Luis Gil to Lima", "confirmed Ana Rey (Norway)"."""
    text = scene.sentence.text
    behind = [a for a in scene.sentence.actors if a.start > scene.act.trigger.idx]
    pairs = [
        (a, b)
        for a, b in pairwise(behind)
        if a.kind is PartyKind.PERSON and a.name and land(b) and _POSTED_TO.fullmatch(text[a.end : b.start])
    ]
    pairs += [(a, state(a.post)) for a in behind if a.post and a.name and is_envoy(a)]
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
    told = _CREDENTIALS.search(text) or _ACCEPTS.search(text)
    if not (told or _LETTERS.search(text)) or _told_by_verb(scene):
        return
    lemma = scene.act.governor.lemma_.lower()
    if lemma in _TAKING_AWAY:
        yield from _disaccredited(scene)
        return
    senders, receivers = _accepted(scene) if lemma in _ACCEPTING else _presented(scene)
    senders = senders if any(party(a) for a in senders) else _compound(scene.sentence.text) or senders
    if not (told or receivers):
        return
    receivers = receivers or _hosts(scene, senders)
    senders = [a for a in senders if a not in receivers]
    yield Draft("accreditation", {"sender": senders, "receiver": receivers or _post(senders)}, place=place_of(scene))


def _told_by_verb(scene: Scene) -> bool:
    """Whether the credentials hang on a verb that is asked for itself: "presented his credentials"."""
    above = (t for t in scene.act.trigger.ancestors if t.i not in scene.act.core)
    return scene.act.frame == "credentials" and any(t.lemma_.lower() in _ACCREDITING for t in above)


def _accepted(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """Envoys and receivers, told from the receiving side."""
    senders = _with_party(_envoys(scene, "of", "from", "obj", "to", "for", "mod", "poss", "clause"))
    receivers = _others(scene, senders, "subj", "by")
    others = (a for a in scene.get("of", "obj", "from", "to", "mod") if party(a) and not mere_place(a))
    return senders or [a for a in others if a not in receivers], receivers


def _presented(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """Envoys and receivers, told from the envoys' side."""
    slots = ("subj", "by", "of", "mod", "poss")
    senders = _with_party(_envoys(scene, *slots)) or [a for a in scene.get(*slots) if not mere_place(a)]
    return senders, _others(scene, senders, "to", "dative", "before", "obj")


def _with_party(envoys: list[Actor]) -> list[Actor]:
    return [a for a in envoys if party(a)] or envoys


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
    outright = scene.act.lemma in _OUTRIGHT
    targets = _expelled(scene, outright=outright)
    diplomats = ENVOY.search(scene.sentence.text) or any(a.surface == "demonym" for a in targets)
    if not targets or not diplomats or (not outright and _called_home(scene)):
        return
    told = {party(a) for a in targets}
    around = [a for a in scene.get("in", "from") if land(a) and party(a) not in told]
    expellers = doers(scene, told, "subj", "by") or around or _post(targets)
    expelled = [_nameless(a) if a.group else replace(a, post=None) for a in targets]
    yield Draft("expulsion", {"expeller": expellers, "expelled": expelled})


def _expelled(scene: Scene, *, outright: bool) -> list[Actor]:
    """The diplomats or nationals sent away; "expelled its diplomats" can only mean the other's."""
    objects = scene.get("obj", "to", "dative", "of", "as", "mod", "poss")
    targets = [a for a in objects if (is_envoy(a) or a.surface == "demonym" or _guest(a)) and party(a)]
    targets = [a for a in targets if (outright or not a.possessor) and a not in scene.get("subj")]
    return targets or [a for a in nearby(scene) if is_envoy(a) and party(a) and not a.possessor]


def _called_home(scene: Scene) -> bool:
    """Whether a state sends for its own envoy: that is a recall."""
    own = any(a.possessor and is_envoy(a) for a in scene.get("obj"))
    return own and bool(re.search(r"\bhome\b", scene.sentence.text))


def _guest(actor: Actor) -> bool:
    return actor.kind is PartyKind.PERSON and bool(actor.post)


def summonses(scene: Scene) -> Iterator[Draft]:
    """A foreign ministry summons an envoy."""
    if not _is_summons(scene):
        return
    text = scene.sentence.text
    envoys = [a for a in scene.get("obj", "to", "dative", "with", "for") if is_envoy(a)] or _envoys(scene, "obj")
    envoys = [a for a in envoys if text[a.end : a.end + 2] not in _POSSESSIVE]
    own = {party(a) for a in envoys}
    own |= listed_with(scene, own)
    by_their_own = any(party(a) in own - {None} for a in scene.get("subj", "by") if not is_envoy(a))
    if envoys and not by_their_own:
        summoned = [replace(a, post=None) for a in envoys]
        yield Draft(
            "summons", {"summoner": _summoners(scene, envoys, own), "summoned": summoned}, place=place_of(scene)
        )


def _is_summons(scene: Scene) -> bool:
    """Whether a ministry and no court summons, and nobody home.

    "sent" needs its "for", "handed" a protest, "called" a ministry.
    """
    text, at = scene.sentence.text, scene.act.trigger.idx
    if scene.act.frame == "sends_for" and not _SENT_FOR.match(text, at):
        return False
    cue = _PROTEST if scene.act.lemma in _HANDS_OVER else _MINISTRY
    if scene.act.frame == "summons_weak" and not cue.search(text):
        return False
    return not (_NO_STATE.search(text[segment(scene)[0] : at]) or _SUMMONED_HOME.search(text))


def _summoners(scene: Scene, envoys: Sequence[Actor], own: set[str | None]) -> list[Actor]:
    """Whoever acts, else the envoys' post, else the last land beside that is not theirs."""
    found = doers(scene, own, "subj", "by")
    if any(party(a) for a in found):
        return found
    lands = [a for a in nearby(scene) if land(a) and party(a) not in own and a.surface in {"capital", "country"}]
    return [*_post(envoys), *found] or lands[-1:]
