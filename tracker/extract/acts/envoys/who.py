"""Who is an envoy in a sentence, who is on the other side, and where the envoy serves."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Scene, party
from tracker.extract.acts.sides import is_envoy, nearby
from tracker.model import PartyKind

POSSESSIVE = {"'s", "’s"}
"""What behind a name makes it that of an owner."""


def envoys(scene: Scene, *slots: str) -> list[Actor]:
    """The envoys in these slots, else those of the segment; "the ambassador's driver" is none."""
    text = scene.sentence.text
    for actors in (scene.get(*slots), nearby(scene)):
        found = [a for a in actors if is_envoy(a) and text[a.end : a.end + 2] not in POSSESSIVE]
        if found:
            return found
    return []


def others(scene: Scene, envoys: Sequence[Actor], *slots: str) -> list[Actor]:
    """The state or its officials in these slots that are not the envoys' own."""
    own = {party(a) for a in envoys}
    return [
        a
        for a in scene.get(*slots)
        if not is_envoy(a) and party(a) not in own - {None} and a.surface not in {"city", "demonym"}
    ]


def post(envoys: Sequence[Actor]) -> list[Actor]:
    """The state where the first of them with a post serves; nobody where none has one."""
    return next((of_state(a.post) for a in envoys if a.post), [])


def nameless(actor: Actor) -> Actor:
    """One of several, of whom nothing is told but the country."""
    return Actor(
        PartyKind.COUNTRY, actor.start, actor.end, actor.head, name="", country=actor.country, surface="demonym"
    )


def of_state(code: str | None) -> list[Actor]:
    """The state of a code, as one side of an act; nobody where there is no code."""
    return [state(code)] if code else []
