"""A draft: an engagement as one sentence tells it, before the rest of the document completes and dates it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from tracker.extract.actors import Actor
from tracker.extract.dates import TimeExpression
from tracker.extract.lexicon import words
from tracker.extract.passages import Passage
from tracker.extract.syntax import Act, Reading, object_of, token_at
from tracker.extract.timing import Timing
from tracker.model import PartyKind, Place, Status, TimeSpan

PLACE_SLOTS = ("in", "at", "near", "outside", "inside")
_THERE = re.compile(
    r"(?<=\w )there\b(?!['’]| (?:is|was|were|are|be|been|will|has|have|had|would|could|may|might|can|should|seem|came"
    r"|remain|appear|must)\w*\b)"
)
_DESCRIBING = {"compound", "nmod", "amod", "poss"}
_LANDS = {"country", "capital", "city", "seat", "authority"}


@dataclass(slots=True, eq=False)
class Draft:
    """An engagement of `type`, its actors by role: first as found, then as completed.

    added         the type of a words file that it is recorded as; it is told and completed like `type`
    weak          its trigger says little by itself
    refers        its phrase is definite ("the talks"): it counts only where the document has told none it can mean
    attendance    it only tells who attended
    bygone        its phrase puts it behind the news ("recent")
    aside         no verb carries it: it is spoken of ("welcomed the visit")
    purpose       it is told as what a journey was for
    opens, closes its date begins or ends a stay
    bystanders    the other parties of the sentence, the nearest to the trigger first
    guessed       the roles that the document completed
    alone         one party is enough: a treaty of many that a state joins
    within        the visit whose days it takes
    group         all drafts that tell the same engagement, once they are folded
    """

    type: str
    roles: dict[str, list[Actor]]
    status: Status = Status.OCCURRED
    subtype: str | None = None
    place: Place = field(default_factory=Place)
    when: TimeSpan | None = None
    timing: Timing = field(default_factory=Timing)
    reading: Reading = field(default_factory=lambda: Reading(Status.OCCURRED, "past"))
    passage: Passage | None = None
    trigger: str = ""
    weak: bool = False
    refers: bool = False
    attendance: bool = False
    bygone: bool = False
    aside: bool = False
    purpose: bool = False
    opens: bool = False
    closes: bool = False
    within: Draft | None = None
    group: list[Draft] | None = None
    bystanders: tuple[Actor, ...] = ()
    guessed: list[str] = field(default_factory=list)
    evidence: list[Passage] = field(default_factory=list)
    added: str = ""
    alone: bool = False

    @property
    def kind(self) -> str:
        """The type that it is recorded under."""
        return self.added or self.type

    @property
    def actors(self) -> list[Actor]:
        """All actors, whatever their role."""
        return [actor for actors in self.roles.values() for actor in actors]

    @property
    def countries(self) -> set[str]:
        """Codes of the countries that take part or for which people take part."""
        return {a.country for a in self.actors if a.country and not a.organisation}

    @property
    def organisations(self) -> set[str]:
        """Organisations that take part or for which people take part."""
        return {a.organisation for a in self.actors if a.organisation}

    @property
    def parties(self) -> set[str]:
        """Countries and organisations together."""
        return self.countries | self.organisations

    @property
    def people(self) -> list[str]:
        """Names of the people who take part."""
        return list(dict.fromkeys(a.name for a in self.actors if a.kind is PartyKind.PERSON and a.name))

    def role(self, name: str) -> set[str]:
        """The parties in one role."""
        return {p for a in self.roles.get(name, ()) if (p := party(a))}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed passage with what stands in it.

    `here` is the place of the dateline, where it says "here"; `there` the land named last, where it says "there";
    `before` the text of the sentence ahead of it.

    `historic` marks a line of a chronology or a diary, which tells in the present what is past or to come.
    """

    passage: Passage
    doc: Doc
    text: str
    actors: tuple[Actor, ...]
    expressions: tuple[TimeExpression, ...]
    here: Place | None = None
    there: Actor | None = None
    historic: bool = False
    before: str = ""


@dataclass(frozen=True)
class Scene:
    """One act in its sentence: what every handler gets."""

    act: Act
    sentence: Sentence
    slots: dict[str, list[Actor]]
    reading: Reading

    def get(self, *names: str) -> list[Actor]:
        """Actors in any of these slots, in the order asked."""
        return [actor for name in names for actor in self.slots.get(name, ())]

    def starting(self, prefix: str) -> list[Actor]:
        """Actors in slots that begin so."""
        return [actor for name, actors in self.slots.items() if name.startswith(prefix) for actor in actors]

    @property
    def clause(self) -> list[Actor]:
        """Every actor that is not in another clause."""
        return [actor for name, actors in self.slots.items() if name != "far" for actor in actors]


def of_a_thing(scene: Scene) -> bool:
    """Whether what an act's verb is done to is nobody: "meet demand", "welcomed government plans"."""
    thing = object_of(scene.act)
    if thing is None:
        return False
    if thing.lemma_.lower() in words("words", "honours"):
        return True
    if thing.pos_ != "NOUN":
        return False
    return not any(a.start <= thing.idx < a.end for a in scene.sentence.actors)


def party(actor: Actor) -> str | None:
    """The organisation or country that an actor is or acts for."""
    return actor.organisation or actor.country


def of_its_things(actor: Actor, doc: Doc) -> bool:
    """Whether a country only describes a thing and does nothing itself: "U.S. oil prices", "Japan's plan"."""
    if actor.surface not in {"country", "capital", "demonym"} or actor.start == actor.end:
        return False
    token = token_at(doc, actor.head)
    return (
        token.dep_ in _DESCRIBING
        and token.head.pos_ == "NOUN"
        and token.head.lemma_.lower() in words("words", "things")
    )


def land(actor: Actor) -> bool:
    """Whether an actor is a country, a city or a seat of government: a place as well as a party."""
    return actor.kind is PartyKind.COUNTRY and actor.surface in _LANDS


def mere_place(actor: Actor) -> bool:
    """Whether an actor is a city that is no capital: never a party, only where something happens."""
    return actor.kind is PartyKind.COUNTRY and actor.surface == "city"


def place_in(actors: Iterable[Actor]) -> Place:
    """The narrowest place named: a city before a country."""
    lands = [actor for actor in actors if land(actor)]
    city = next((a for a in lands if a.surface in {"city", "capital"}), None)
    if city is not None:
        return Place(city.name, city.country)
    return Place(None, lands[0].country) if lands else Place()


def place_of(scene: Scene) -> Place:
    """Where the sentence puts an act: "in Doha", "at the White House", "here", "there"."""
    found = place_in(scene.get(*PLACE_SLOTS))
    return found if found.country else (scene.sentence.here or _there(scene.sentence))


def _there(sentence: Sentence) -> Place:
    """The land named last before a "there" that means a place: "flew to Cusco and met her there"."""
    word = _THERE.search(sentence.text)
    if word is None:
        return Place()
    named = (a for a in reversed(sentence.actors) if a.end < word.start() and land(a) and a.surface != "demonym")
    found = next(named, sentence.there)
    return place_in([found]) if found is not None else Place()
