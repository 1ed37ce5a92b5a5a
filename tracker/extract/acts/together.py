"""Meetings without a word for one: what officials of two sides do with each other in one place.

Peru's mines minister walked her Chilean colleague through the smelter in Ilo on Monday.     to or with the other
The ministers of Chile and Peru pored over maps in Tacna on Monday.                          side by side
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import PLACE_SLOTS, Draft, Scene, Sentence, land, party, place_of
from tracker.extract.acts.talks import without_counterparts
from tracker.extract.acts.untold import match
from tracker.extract.lexicon import modality, words
from tracker.extract.syntax import OBJECTS, Act, reading, root_of, slots
from tracker.extract.timing import attach
from tracker.model import PartyKind, Status

_MATES = ("with", "to", "by", "for", "beside", "alongside", "opposite", "before", "round", "through", "across")
_WHERE = (*PLACE_SLOTS, "aboard", "through", "round", "around", "over", "across", "to")
_TENSES = {"VBD", "VBN"}
_SPOKEN = ("reporting", "void", "planned", "cancelled")  # verbs that need nobody beside one


def together(sentence: Sentence, told: Sequence[Draft]) -> Iterator[Draft]:
    """The meetings of a sentence that tells none by a word: "The king rowed the Dutch envoy round the lake"."""
    if not len(sentence.doc) or len(_officials(sentence.actors)) < 2 or any(d.type != "visit" for d in told):
        return
    located = [(actor, root_of(sentence.doc, actor)) for actor in sentence.actors]
    for verb in sentence.doc:
        if verb.pos_ == "VERB" and verb.tag_ in _TENSES and not _at_a_distance(verb):
            act = Act(verb, verb, "meeting", "together", frozenset({verb.i}))
            scene = Scene(act, sentence, slots(act, located), reading(act))
            people = _company(scene)
            if people and scene.reading.status is Status.OCCURRED:
                yield _meeting(scene, people)
                return


def _meeting(scene: Scene, people: list[Actor]) -> Draft:
    """The meeting of people whom one verb has together, weak since no word tells it."""
    draft = Draft("meeting", {"participant": people}, place=place_of(scene), weak=True)
    draft.timing = attach(scene.act, scene.sentence.doc, scene.sentence.expressions)
    draft.reading, draft.trigger = scene.reading, scene.act.trigger.text
    draft.passage, draft.evidence = scene.sentence.passage, [scene.sentence.passage]
    return draft


def _company(scene: Scene) -> list[Actor]:
    """Those who are together: who does it and whom it is done with or to; nobody where nothing says that they are."""
    acting = _officials(scene.get("subj", "obj"))
    people = without_counterparts(_officials(scene.get("subj", "obj", *_MATES)))
    several = len({party(a) for a in people}) > 1
    return people if acting and several and _in_one_place(scene) and not match(scene.sentence.text, people) else []


def _in_one_place(scene: Scene) -> bool:
    """Whether the clause names a place, a room or the like, or says "together"."""
    lands = {root_of(scene.sentence.doc, a).i for a in scene.sentence.actors if land(a) and a.surface != "demonym"}
    return any(t.lower_ == "together" or _is_where(t, lands) for t in scene.act.trigger.subtree)


def _is_where(word: Token, lands: set[int]) -> bool:
    """Whether a word is what a preposition of place leads to, and no thing's: "in Ilo", not "the war in Gaza"."""
    preposition = word.head
    if word.dep_ in OBJECTS:
        return word.lower_ in rooms()
    described = preposition.head.pos_ == "NOUN" and preposition.head.lower_ not in rooms()
    if word.dep_ != "pobj" or preposition.lower_ not in _WHERE or described:
        return False
    return word.i in lands or word.lower_ in rooms() or (word.pos_ == "PROPN" and preposition.lower_ in {"in", "at"})


def rooms() -> frozenset[str]:
    """The words for where people can be together, and for what they do so with."""
    return words("words", "rooms")


def _at_a_distance(verb: Token) -> bool:
    """Whether a verb is of word, thought or rank, which needs nobody beside one: "accused", "succeeded"."""
    lemma = verb.lemma_.lower()
    return lemma in words("words", "distant") or any(lemma in modality(kind, "verbs") for kind in _SPOKEN)


def _officials(actors: Sequence[Actor]) -> list[Actor]:
    """Those who act for somebody: people and groups, no lands."""
    return [a for a in actors if party(a) and (a.kind is PartyKind.PERSON or a.group)]
