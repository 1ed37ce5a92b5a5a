"""What happens to envoys: appointed, accredited, recalled, expelled, summoned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.acts.draft import Draft, Scene, land, place_of
from tracker.extract.actors import Actor
from tracker.model import PartyKind, Place

ENVOY = re.compile(
    r"\b(ambassadors?|envoys?|diplomats?|charg[ée](?: d['’]affaires)?|consuls?(?:[- ]general)?|attach[ée]s?|high commissioners?"
    r"|nuncio|head of mission|embassy (?:staff|officials)|permanent representative|diplomatic staff)\b",
    re.I,
)
LEAVE = re.compile(
    r"persona(?:e)? non grata|(?:hours|days|week|month)s? to (?:leave|quit|pack|get out)|to leave (?:the country|within|by)|order\w* (?:\S+ ){0,6}(?:out|to leave)"
    r"|(?:throw|threw|thrown|kick(?:ed|s)?|boot(?:ed|s)?) (?:\S+ ){0,6}out|expel|expuls|told to (?:leave|pack|go)|deport|sent (?:\S+ ){0,4}packing",
    re.I,
)
_TAKES_UP = re.compile(
    r"\bnew (?:\S+ ){0,3}(?:ambassador|envoy|high commissioner|charg)|take up|took up|take charge|took charge|\b(?:his|her|their) (?:new )?(?:duties|post|mission)\b|assume",
    re.I,
)


def is_envoy(actor: Actor) -> bool:
    """Whether an actor is named as an envoy."""
    return bool(ENVOY.search(actor.office or actor.name))


def appointments(scene: Scene) -> Iterator[Draft]:
    """A state names or sends an envoy, or the envoy takes up the post."""
    if scene.act.frame == "arrives" and not _TAKES_UP.search(scene.sentence.text):
        return
    envoys = [a for a in scene.clause if is_envoy(a)]
    if not envoys:
        return
    envoy = envoys[0]
    people = [a for a in scene.get("obj", "subj", "as") if a.kind is PartyKind.PERSON and a.name]
    named = [a for a in people if is_envoy(a)] or [a for a in scene.get("obj") if a.name] or envoys
    sender = envoy.country or next((a.country for a in scene.get("subj", "by") if a.country), None)
    post = envoy.post or next((a.country for a in scene.get("to", "in", "for", "at") if land(a) and a.country != sender), None)
    chosen = named[0]
    yield Draft(
        "appointment",
        {"sender": [_acting_for(chosen, sender)] if sender else [chosen], "receiver": _land(post)},
    )


def accreditations(scene: Scene) -> Iterator[Draft]:
    """An envoy presents credentials, or the receiving side accepts envoy, credentials or agrément."""
    takes = scene.act.governor.lemma_.lower() in {"accept", "receive", "accredit", "approve", "grant", "give", "concede"}
    subject = scene.get("subj", "by")
    other = scene.get("from", "of", "obj", "to", "for", "mod", "poss", "dative", "near")
    if takes:
        receivers = subject
        senders = [a for a in other if is_envoy(a) or not land(a)] or [a for a in other if a.surface in {"demonym", "country"}]
    else:
        senders = [a for a in [*subject, *scene.get("of", "mod", "poss", "near")] if is_envoy(a)] or subject
        receivers = [a for a in scene.get("to", "dative", "before", "obj") if a not in senders]
    senders = [a for a in senders if a not in receivers]
    if not senders:
        senders = [a for a in scene.clause if is_envoy(a) and a not in receivers]
    yield Draft("accreditation", {"sender": senders, "receiver": receivers or _post(senders)}, place=place_of(scene))


def _post(envoys: list[Actor]) -> list[Actor]:
    return next((_land(a.post) for a in envoys if a.post), [])


def recalls(scene: Scene) -> Iterator[Draft]:
    """The sending state calls its envoy home."""
    envoys = [a for a in scene.get("obj", "of", "mod", "poss", "poss") if is_envoy(a)]
    if not envoys:
        return
    envoy = envoys[0]
    subject = [a for a in scene.get("subj", "by") if not is_envoy(a)]
    sender = next((a.country for a in subject if a.country), None) or envoy.country
    post = [envoy.post] if envoy.post else [a.country for a in scene.get("from", "to", "in") if land(a)]
    posts = [p for p in dict.fromkeys(post) if p and p != sender]
    for receiver in posts or [None]:
        roles = {"sender": [_acting_for(envoy, sender)], "receiver": _land(receiver)}
        subtype = "consultation" if "consult" in scene.sentence.text.lower() else "withdrawal"
        yield Draft("recall", roles, subtype=subtype)


def expulsions(scene: Scene) -> Iterator[Draft]:
    """The receiving state expels diplomats."""
    if not LEAVE.search(scene.sentence.text):
        return
    targets = [a for a in scene.get("obj", "of", "as", "mod", "poss") if is_envoy(a) or a.surface == "demonym" or a.kind is PartyKind.PERSON]
    targets = [a for a in targets if a not in scene.get("subj")]
    if not targets or not (ENVOY.search(scene.sentence.text) or any(a.surface == "demonym" for a in targets)):
        return
    expellers = [a for a in scene.get("subj", "by") if not is_envoy(a)]
    for country, group in _by_country(targets).items():
        roles = {"expeller": expellers, "expelled": [_nameless(a) if a.group else a for a in group]}
        if country not in {a.country for a in expellers}:
            yield Draft("expulsion", roles)


def summonses(scene: Scene) -> Iterator[Draft]:
    """A foreign ministry summons an envoy."""
    if scene.act.frame == "summons_weak" and not re.search(r"ministry|protest|in to|called in|démarche|demarche", scene.sentence.text, re.I):
        return
    envoys = [a for a in scene.get("obj", "to", "dative") if is_envoy(a)]
    summoners = [a for a in scene.get("subj", "by") if not is_envoy(a)]
    if any(a.country and a.country == envoy.country for a in summoners for envoy in envoys):
        return
    for _, group in _by_country(envoys).items():
        yield Draft("summons", {"summoner": summoners, "summoned": group}, place=_summons_place(scene))


def _summons_place(scene: Scene) -> Place:
    return place_of(scene)


def _by_country(actors: list[Actor]) -> dict[str | None, list[Actor]]:
    grouped: dict[str | None, list[Actor]] = {}
    for actor in actors:
        grouped.setdefault(actor.country, []).append(actor)
    return grouped


def _acting_for(actor: Actor, country: str | None) -> Actor:
    from dataclasses import replace

    return replace(actor, country=actor.country or country, post=None)


def _nameless(actor: Actor) -> Actor:
    return Actor(PartyKind.COUNTRY, actor.start, actor.end, actor.head, name="", country=actor.country, surface="demonym")


def _land(code: str | None) -> list[Actor]:
    return [Actor(PartyKind.COUNTRY, 0, 0, 0, country=code, surface="country")] if code else []
