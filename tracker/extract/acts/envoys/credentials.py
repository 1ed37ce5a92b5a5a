"""Envoys accredited: their credentials presented, accepted, taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker import reference
from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land, mere_place, party, place_of
from tracker.extract.acts.envoys import who
from tracker.extract.acts.series import series
from tracker.extract.acts.sides import ENVOY, is_envoy, nearby, segment
from tracker.extract.lexicon import grammar
from tracker.model import PartyKind

CREDENTIALS = re.compile(
    r"credential|credence|agr[ée]ment|agreman|placet|accredit|letters? of (?:accreditation|commission|introduction)"
    r"|(?:letters?|papers?|parchments?) (?:(?:by|with|in) which|(?:accredit|commend|nam|mak)ing"
    r"|(?:that|which) (?:accredit|commend|name|ma[dk]e|prove)\w* (?:him|her|them))\b",
    re.I,
)
"""The papers of an envoy, and his acceptance by the state that he is sent to."""
_AN_ENVOY = r"(?:ambassador|high commissioner|envoy|consul|nuncio|charg[ée])"
_CHOSEN = r"(?:appointment|nomination|choice|candida(?:te|cy|ture)|selection|nominee|posting|designation)"
_FEW = r"(?:\S+ ){0,7}?"
_LETTERS = re.compile(
    r"\b(?:his|her|their|the|whose) (?:\w+ )?(?:letters|papers|commission|parchments?|originals)\b(?! (?:of|on"
    r"|about|at)\b)",
    re.I,
)  # to somebody
_AT_COURT = re.compile(
    r"\b(?:president|king|queen|emir|sultan|grand duke|prince|princess|pope|governor-general|emperor"
    r"|head of state|palace"
    r"|state house|chief of protocol|protocol chief|foreign minister|majesty|highness|excellency)\b",
    re.I,
)
_ACCEPTS = re.compile(
    r"exequatur|\bapprov\w* (?:of )?(?:\S+ ){1,6}?as (?:\S+ ){0,3}?(?:ambassador|consul)|\b(?:accept|receiv"
    r"|recogni[sz])\w* (?:\S+ ){0,7}?(?:ambassador|envoy|diplomat|charg[ée]|consul)",
    re.I,
)
_CONSENT = re.compile(
    rf"(?:agree|consent|assent|nod)\w* (?:\S+ ){{0,3}}?to {_FEW}(?:{_CHOSEN}|receiv\w+ {_FEW}{_AN_ENVOY})"
    rf"|(?:approv|endors|clear|accept)\w* {_FEW}{_CHOSEN}|sa(?:y|ys|id) yes to {_FEW}(?:{_CHOSEN}|as {_FEW}{_AN_ENVOY})"
    rf"|no (?:\w+ )?objections? {_FEW}(?:to|against) {_FEW}(?:{_CHOSEN}|as {_FEW}{_AN_ENVOY})"
    rf"|(?:g[ia]ve\w*|grant\w*|withh[oe]ld\w*) {_FEW}(?:consent|assent|approval|blessing|nod|go-ahead|green light)"
    rf"\b.*? (?:to|for) {_FEW}(?:{_CHOSEN}|{_AN_ENVOY})",
    re.I,
)
_OF_THESE = re.compile(r"(?:\bthose (?:of|from)|:|—|–|\bnamely|\brepresenting)\s+(?:the )?$")
_CHAMBER = re.compile(
    r"\b(?:senate|senators?|congress|parliament\w*|assembly|house|cabinet|council|committee|deputies)\b", re.I
)
_ASSENT = {"agrément", "agrement", "agreman", "placet", "exequatur"}


def accreditations(scene: Scene) -> Iterator[Draft]:
    """An envoy presents credentials, or the receiving side accepts envoy, credentials or agrément."""
    if scene.act.frame in {"consents", "unopposed"}:
        yield from _consent(scene)
        return
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    told = CREDENTIALS.search(text) or _ACCEPTS.search(text)
    letters = _LETTERS.search(text) and (ENVOY.search(scene.sentence.text) or _AT_COURT.search(text))
    if (told or letters) and not (_told_by_verb(scene) or _revoked(scene)):
        yield from _ceremony(scene, papers=bool(told))


def _revoked(scene: Scene) -> bool:
    """Whether an accreditation is ended: "the withdrawal of her accreditation", "stripped of his credentials"."""
    return bool(grammar("revoking") & {scene.act.governor.lemma_.lower(), scene.act.trigger.head.lemma_.lower()})


def _ceremony(scene: Scene, *, papers: bool) -> Iterator[Draft]:
    """Envoys and who receives them; a receiver has to be named where `papers` are only "his letters"."""
    by_receivers = scene.act.governor.lemma_.lower() in grammar("accepting") or scene.act.lemma in _ASSENT
    senders, receivers = _accepted(scene) if by_receivers else _presented(scene)
    if not any(party(a) for a in senders):
        senders = _compound(scene.sentence.text) or _listed(scene, receivers) or senders
    if not (papers or receivers):
        return
    receivers = receivers or _hosts(scene, senders)
    senders = [a for a in senders if a not in receivers]
    yield Draft("accreditation", {"sender": senders, "receiver": receivers or who.post(senders)}, place=place_of(scene))


def _told_by_verb(scene: Scene) -> bool:
    """Whether the credentials hang on a verb that is asked for itself: "presented his credentials"."""
    above = (t for t in scene.act.trigger.ancestors if t.i not in scene.act.core)
    return scene.act.frame == "credentials" and any(t.lemma_.lower() in grammar("accrediting") for t in above)


def _accepted(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """Envoys and receivers, told from the receiving side."""
    senders = _with_party(who.envoys(scene, "of", "from", "obj", "to", "for", "mod", "poss", "clause"))
    receivers = who.others(scene, senders, "subj", "by", *(["poss"] if scene.act.lemma in _ASSENT else []))
    others = (a for a in scene.get("of", "obj", "from", "to", "mod") if party(a) and not mere_place(a))
    return senders or [a for a in others if a not in receivers], receivers


def _presented(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """Envoys and receivers, told from the envoys' side."""
    slots = ("subj", "by", "of", "mod", "poss")
    senders = _with_party(who.envoys(scene, *slots)) or [a for a in scene.get(*slots) if not mere_place(a)]
    return senders, who.others(scene, senders, "to", "dative", "before", "obj")


def _consent(scene: Scene) -> list[Draft]:
    """A state agrees to whom another has chosen: "approved Peru's choice of Ana Rey as ambassador"."""
    if not consented(scene) or not ENVOY.search(scene.sentence.text):
        return []
    receivers = [a for a in scene.get("subj", "by") if party(a) and not is_envoy(a)]
    behind = [a for a in nearby(scene) if a.start > scene.act.trigger.idx]
    own = {party(a) for a in receivers}
    known = [a for a in behind if party(a) not in own | {None} and not mere_place(a)]
    named = [replace(a, country=party(known[0])) for a in behind if a.kind is PartyKind.PERSON and a.name and known]
    return [Draft("accreditation", {"sender": [*known[:1], *named[:1]], "receiver": receivers})] if known else []


def consented(scene: Scene) -> bool:
    """Whether a state agrees to another's envoy, and no chamber to its own: "gave its consent to the nomination"."""
    agreeing = {party(a) for a in scene.get("subj", "by")} - {None}
    if agreeing and any(a.post and a.post not in agreeing for a in nearby(scene) if is_envoy(a)):
        return False  # "the Chadian cabinet approved Ana Rey as its ambassador to Peru"
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    return bool(_CONSENT.search(text)) and not _CHAMBER.search(text)


def _with_party(envoys: list[Actor]) -> list[Actor]:
    """The envoys of whom it is known whose they are; all where it is known of none."""
    return [a for a in envoys if party(a)] or envoys


def _compound(text: str) -> list[Actor]:
    """The sender hidden in "Taliban-appointed ambassadors"."""
    found = re.search(r"\b([A-Z]\w+)-(?:appointed|named|nominated|chosen|run|picked)\b", text)
    if found is None:
        return []
    entry = next(
        (e for e in reference.names() if e.surface == found[1] and e.kind in {"country", "demonym", "authority"}), None
    )
    return who.of_state(entry.code) if entry else []


def _listed(scene: Scene, receivers: Sequence[Actor]) -> list[Actor]:
    """The lands of envoys told in a group: "Four ambassadors, those of Chile, Fiji and …"; "…: Chile, Fiji and …"."""
    text, hosts = scene.sentence.text, {party(a) for a in receivers}
    for members in series(scene.sentence):
        lands = [m.actor for m in members if m.actor.surface == "country" and party(m.actor) not in hosts]
        if len(lands) == len(members) and _OF_THESE.search(text[: lands[0].start]):
            return lands
    return []


def _hosts(scene: Scene, envoys: Sequence[Actor]) -> list[Actor]:
    """Who receives, where the grammar does not say: an official with a country, else the land after "in"."""
    own = {party(a) for a in envoys}
    officials = [
        a
        for a in nearby(scene)
        if a.kind is PartyKind.PERSON and not is_envoy(a) and (a.office or a.name) and party(a) not in own
    ]
    if officials and not who.post(envoys):
        return officials[:1]
    return who.post(envoys) or [a for a in scene.get("in", "by") if land(a) and party(a) not in own][:1]
