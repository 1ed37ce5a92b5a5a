"""Letters and messages: who writes to whom, and who hands it over.

Peru's envoy handed President Paz of Chile a letter from President Gil.     a letter, and a meeting to hand it over
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, mere_place, party, place_of
from tracker.extract.lexicon import grammar
from tracker.model import PartyKind

_IN_PERSON = {"talk", "talks"}


def letters(scene: Scene) -> Iterator[Draft]:
    """A letter from one side to the other, and the meeting at which somebody else hands it over."""
    if scene.act.lemma == "message" and any(t.lemma_ in _IN_PERSON for t in scene.act.governor.subtree):
        return  # "gave him the same message in talks here"
    if scene.act.lemma in grammar("wishes") and scene.act.governor.lemma_ not in grammar("sending"):
        return  # "conveyed the king's greetings", by word of mouth
    exchanged = scene.get("between") or (scene.get("subj") if scene.act.governor.lemma_ == "exchange" else [])
    if len({party(a) for a in exchanged}) == 2:  # "letters were exchanged between"
        yield Draft("call", {"participant": exchanged}, subtype="letter")
        return
    senders = _at_home(_senders(scene), _bearers(scene))
    recipients = [a for a in _recipients(scene) if a not in senders and not mere_place(a)]
    if not (senders and recipients):
        return
    yield Draft("call", {"sender": senders, "recipient": recipients}, subtype="letter")
    own = {party(a) for a in recipients}
    bearers = [a for a in _bearers(scene) if a not in senders and party(a) not in own]
    if bearers and any(a.kind is PartyKind.PERSON for a in recipients):
        yield Draft("meeting", {"participant": [*bearers, *recipients]}, place=place_of(scene))


def _senders(scene: Scene) -> list[Actor]:
    """Whom a letter is from: "a letter from", "the king's letter", else who sends it."""
    authors = scene.get("from") or scene.get("poss", "mod", "of")
    if not authors and not _received(scene):
        authors = scene.get("subj")
    return [a for a in authors if not mere_place(a)]


def _at_home(senders: list[Actor], bearers: list[Actor]) -> list[Actor]:
    """The senders, an office-holder whom nobody introduces as the bearer's own: "a letter from President Gil"."""
    own = bearers[0] if bearers else None
    return [
        replace(a, country=own.country, organisation=own.organisation) if own and a.office and not party(a) else a
        for a in senders
    ]


def _recipients(scene: Scene) -> list[Actor]:
    if _received(scene):
        return scene.get("subj")
    handed = not scene.act.nominal or bool(scene.get("from", "poss", "mod", "of")) or not scene.get("to", "dative")
    return scene.get("to", "dative", *(["obj"] if handed else []))


def _received(scene: Scene) -> bool:
    """Whether the subject is who got the letter: "received a letter from"."""
    return scene.act.nominal and scene.act.governor.lemma_ in grammar("getting") and not scene.act.passive


def _bearers(scene: Scene) -> list[Actor]:
    """Who hands a letter over: the envoy of "the envoy handed her a letter from the king"."""
    if not scene.act.nominal or scene.act.governor.lemma_ not in grammar("handing_over"):
        return []
    return [a for a in scene.get("subj", "by") if a.kind is PartyKind.PERSON and party(a)]
