"""Types that a words file adds: their words, and how a sentence fills their roles.

    like visit                       the traveller and each land travelled to
    like meeting, call, summit,      everybody together: "Japan and India held joint drills"
        agreement
    like any other                   one side acts on the other: "Japan imposed sanctions on Russia"

The words are the user's own, so that nothing else need stand in the sentence: no "embassy", no "treaty".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tracker.extract.actors import Actor
from tracker.extract.acts import talks, travel
from tracker.extract.acts.draft import Draft, Scene, land, mere_place, party, place_of
from tracker.extract.acts.series import PAIRED
from tracker.reference.added import TriggerPart, in_force, kept

_DOERS = ("subj", "by", "poss", "mod")
_TARGETS = ("obj", "on", "against", "upon", "to", "towards", "toward", "from", "with", "of", "for")
_WHERE = ("in", "at", "near")


def meanings(token: Token, part: TriggerPart) -> list[tuple[str, str]]:
    """The added types that a word tells, each with the word or phrase that ends in it."""
    ending = _by_last_word()[part]
    found = ending.get(token.lemma_.lower()) or ending.get(token.lower_, ())
    return [(kind, phrase) for kind, phrase in found if _ends_phrase(token, phrase)]


def carriers(kind: str) -> frozenset[str]:
    """The verbs that carry the nouns of an added type, beside those that carry any noun; none for any other type."""
    return frozenset(in_force().types.get(kind, {}).get("carriers", ()))


def drafts(kind: str, scene: Scene) -> Iterator[Draft]:
    """The engagements of an added type, filled in like the type that it is told like."""
    entry = in_force().types[kind]
    like: str = entry["like"]
    told = _journeys(scene) if like == "visit" else _acts_on(scene, like) if like in PAIRED else _together(scene, like)
    for draft in told:
        yield replace(draft, added=kind, subtype=_subtype(scene.sentence.text, entry["subtypes"]))


def _journeys(scene: Scene) -> Iterator[Draft]:
    return travel.visits(replace(scene, act=replace(scene.act, frame="goes")))


def _together(scene: Scene, like: str) -> Iterator[Draft]:
    role = "party" if like == "agreement" else "participant"
    yield Draft(like, {role: talks.participants(scene)}, place=place_of(scene))


def _acts_on(scene: Scene, like: str) -> Iterator[Draft]:
    """One side by the grammar of the verb, or of the noun and the verb that carries it."""
    first, second = PAIRED[like]
    doers = _parties(scene.get(*_DOERS))
    targets = next((found for slot in _TARGETS if (found := _parties(scene.get(slot), but=doers))), [])
    targets = targets or [a for a in scene.get(*_WHERE) if land(a) and party(a) not in {party(d) for d in doers}]
    yield Draft(like, {first: doers, second: targets}, place=place_of(scene))


def _parties(actors: Sequence[Actor], *, but: Sequence[Actor] = ()) -> list[Actor]:
    """Those that are no mere place and on no other side."""
    others = {party(b) for b in but}
    return [a for a in actors if not mere_place(a) and party(a) not in others]


def _subtype(text: str, cues: Mapping[str, Sequence[str]]) -> str | None:
    """The first subtype of which a word stands in the sentence."""
    told = (name for name, words in cues.items() for word in words if re.search(rf"\b{re.escape(word)}\b", text, re.I))
    return next(told, None)


def _ends_phrase(token: Token, phrase: str) -> bool:
    """Whether the words of a phrase before its last stand before the token."""
    before, _, _ = phrase.rpartition(" ")
    return not before or re.search(rf"\b{re.escape(before)}\s+$", token.doc.text[: token.idx], re.I) is not None


@kept
def _by_last_word() -> Mapping[TriggerPart, Mapping[str, Sequence[tuple[str, str]]]]:
    parts: dict[TriggerPart, dict[str, list[tuple[str, str]]]] = {"verbs": {}, "nouns": {}}
    for kind, entry in in_force().types.items():
        for part, ending in parts.items():
            for phrase in entry[part]:
                ending.setdefault(phrase.split()[-1], []).append((kind, phrase))
    return parts
