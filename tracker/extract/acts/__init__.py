"""From a parsed sentence to drafts: every trigger word is offered to the handlers of the types it can name.

    meanings, idioms           what a trigger word can tell          unmeant, unmet, untold     what it does not
    travel, destinations       visits                                talks, gatherings          meetings, summits
    calls, channels, letters   calls                                 papers, treaties           agreements
    ties, statehood, missions  relations of states                   envoys                     what happens to envoys
    series, itemised           one act of several parties            sides                      who stands on which side
    together, itineraries      acts without a trigger                added                      types of a words file

Beside them stand the acts told by pointing at one told before: `echoes`, found by the words of `likewise` and made by
`repeats`; `oncemore`; `reopened`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from spacy.tokens import Token

from tracker.extract.actors import Actor
from tracker.extract.acts import (
    added,
    calls,
    destinations,
    envoys,
    gatherings,
    missions,
    papers,
    talks,
    ties,
    travel,
)
from tracker.extract.acts.draft import PLACE_SLOTS, Draft, Scene, Sentence, party
from tracker.extract.acts.itemised import itemised
from tracker.extract.acts.meanings import PLAIN, light, meanings
from tracker.extract.acts.needed import can_tell
from tracker.extract.acts.series import forerunners, share
from tracker.extract.acts.sides import OBJECTS
from tracker.extract.acts.together import together
from tracker.extract.acts.unmeant import loose, phrasal, usual
from tracker.extract.acts.untold import denied, match, of_a_company
from tracker.extract.lexicon import grammar
from tracker.extract.syntax import (
    act,
    bygone,
    closes,
    definite,
    has_child,
    opens,
    purpose_of,
    reading,
    retold,
    root_of,
    slots,
)
from tracker.extract.timing import Timing, attach
from tracker.model import Status
from tracker.reference.added import in_force

Handler = Callable[[Scene], Iterator[Draft]]

_HANDLERS: dict[str, Handler] = {
    "accreditation": envoys.accreditations,
    "expulsion": envoys.expulsions,
    "recall": envoys.recalls,
    "summons": envoys.summonses,
    "mission": missions.missions,
    "rupture": ties.ruptures,
    "recognition": ties.recognitions,
    "agreement": papers.agreements,
    "appointment": envoys.appointments,
    "call": calls.calls,
    "summit": gatherings.summits,
    "visit": travel.visits,
    "meeting": talks.meetings,
}
_OF_TEAMS = {"meeting", "visit"}
_OF_THE_SAME = {
    "summons": {"visit", "meeting", "call"},
    "recall": {"visit"},
    "expulsion": {"visit"},
    "accreditation": {"call"},
}
"""What a sentence that tells something of envoys can tell over again as something else."""
_MOST = 60  # words of one sentence that can tell an engagement; more stand in no sentence that anybody wrote


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """The engagements that a sentence tells, in the order of their triggers; none where it is not parsed."""
    if not len(sentence.doc):
        return
    located = [(actor, root_of(sentence.doc, actor)) for actor in sentence.actors]
    used: set[int] = set()
    ceremonies: set[int] = set()
    told: list[Draft] = []
    words = (token for token in sentence.doc if meanings(token))
    for token in islice(words, _MOST):
        if token.i in used or _within_a_name(token, sentence):
            continue
        for draft, core in _from_trigger(token, sentence, located):
            ceremony = draft.type in {"meeting", "call", "appointment"} and core & ceremonies
            if ceremony or any(_part_of(draft, act) for act in told):
                continue  # "was received in audience and presented his letters", "exchanged letters on a pact"
            used |= core
            ceremonies |= core if draft.type in {"accreditation", "agreement"} else set()
            told.append(draft)
            yield draft


def _part_of(draft: Draft, before: Draft) -> bool:
    """Whether what envoys do is part of what is done to them: "was called in, spent half an hour at the ministry"."""
    kinds = _OF_THE_SAME.get(before.type, set())
    same_day = draft.timing.when is None or draft.timing.when == before.timing.when
    return draft.type in kinds and bool(draft.parties) and draft.parties <= before.parties and same_day


def _within_a_name(token: Token, sentence: Sentence) -> bool:
    """Whether a word of movement only describes somebody: "met visiting Thai Foreign Minister …"."""
    return token.tag_ == "VBG" and any(a.start <= token.idx < a.head for a in sentence.actors)


def asides(sentence: Sentence, told: Sequence[Draft]) -> Iterator[Draft]:
    """Engagements told without a trigger of their own, beside those `told` with one."""
    yield from together(sentence, told)
    for draft in travel.stays(sentence):
        draft.passage, draft.trigger, draft.evidence = sentence.passage, "in", [sentence.passage]
        yield draft


def _from_trigger(
    token: Token, sentence: Sentence, located: Sequence[tuple[Actor, Token]]
) -> Iterator[tuple[Draft, frozenset[int]]]:
    """The drafts of one trigger, each with the tokens that its act takes up."""
    told = ""
    for kind, frame in meanings(token):
        if told and not _also_tells(told, kind, frame):
            return
        scene = _scene(token, kind, frame, sentence, located)
        if scene is None:
            continue
        timing = attach(destinations.errand(scene.act) or scene.act, sentence.doc, sentence.expressions)
        if loose(scene, timing) or usual(scene, timing):
            continue
        for draft in _marked(list(_shared(_handler(kind)(scene), scene, timing)), scene):
            told = kind
            yield draft, frozenset({token.i}) if frame == "scene" else scene.act.core
            for repeated in draft.timing.again:
                yield replace(draft, timing=replace(timing, when=repeated, again=())), scene.act.core


def _also_tells(told: str, kind: str, frame: str) -> bool:
    """Whether a trigger that has told one type can tell another: whoever hosts a visit may also hold talks."""
    return told not in in_force().types and (kind in PLAIN or (told == "visit" and frame == "hosts"))


def _scene(
    token: Token, kind: str, frame: str, sentence: Sentence, located: Sequence[tuple[Actor, Token]]
) -> Scene | None:
    """One meaning of a trigger in its sentence; None where it is no act, or void."""
    if not can_tell(kind, sentence.text, sentence.actors):
        return None
    if retold(token) or denied(sentence.text, token.idx):
        return None
    found = act(token, kind, frame, light=light(frame) | added.carriers(kind))
    read = reading(found)
    if read.status is None or phrasal(token, kind):
        return None
    if frame == "awaited" or destinations.errand(found):
        read = replace(read, status=Status.PLANNED, tense="future")
    return Scene(found, sentence, slots(found, located), read)


def _marked(told: list[Draft], scene: Scene) -> list[Draft]:
    """The drafts of a scene with what its words say of all of them."""
    parties = {side for draft in told for side in draft.parties}
    trigger = scene.act.trigger
    for draft in told:
        draft.status = scene.reading.status or draft.status
        draft.passage, draft.trigger = scene.sentence.passage, trigger.text
        draft.evidence = [scene.sentence.passage]
        owned = draft.type == "visit" and has_child(trigger, {"poss"}) and draft.timing.when is None
        again = definite(trigger) or (owned and not bygone(trigger))  # "The Prime Minister's visit"
        draft.refers |= again and scene.act.kind not in PLAIN
        draft.attendance = draft.refers and scene.act.governor.lemma_ in grammar("attending")
        draft.bygone, draft.aside = bygone(trigger), scene.act.verb is None
        draft.opens, draft.closes = opens(scene.act), closes(scene.act)
        draft.purpose = purpose_of(trigger)
        draft.bystanders = _bystanders(scene, parties)
    return told


def _shared(told: Iterator[Draft], scene: Scene, timing: Timing) -> Iterator[Draft]:
    """What a handler tells, dated, one draft for each pair of parties that a list makes."""
    for draft in told:
        if draft.type in _OF_TEAMS and any(of(scene.sentence.text, draft.actors) for of in (match, of_a_company)):
            continue
        draft.timing = replace(timing, duration=None) if draft.type in PLAIN else timing
        draft.reading = scene.reading
        for one in share(draft, scene.sentence):
            yield from itemised(one, scene.sentence, behind=scene.act.trigger.idx)
            yield from forerunners(one, scene.sentence)


def _bystanders(scene: Scene, told: set[str]) -> tuple[Actor, ...]:
    """Parties of the sentence without a part in what is told, mere places left out, the nearest first."""
    places = {id(a) for a in scene.get(*PLACE_SLOTS)}
    text = scene.sentence.text
    spoken = [a for a in scene.sentence.actors if text[a.start : a.end].lower() not in OBJECTS]
    free = [a for a in spoken if party(a) and party(a) not in told and id(a) not in places and a.surface != "city"]
    return tuple(sorted(free, key=lambda a: abs(a.start - scene.act.trigger.idx)))


def _handler(kind: str) -> Handler:
    return _HANDLERS.get(kind) or partial(added.drafts, kind)
