"""What a document has told so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, party
from tracker.extract.passages import Kind, Passage
from tracker.extract.people import Cast
from tracker.extract.story.scene import Stage
from tracker.model import PartyKind, Place, TimeSpan

HEADLINES = frozenset({Kind.HEADLINE, Kind.HEADING})
TALKS = frozenset({"meeting", "call", "summit"})
_TALKED_OF = 2  # paragraphs through which "the talks" are those told last
LONGEST_STAY = 15  # days between the first telling of a visit and its stated days


@dataclass(slots=True)
class Thread:
    """What has been told, and whom the last sentences were about.

    `here` is where the document was sent from, `salience` how often it names each country, `eras` the years or days of
    its paragraphs, `topics` the countries that head them, `clocked` whether it says by the clock when it began, as
    transcripts do, `business` whether it is a company's news. `subject` is whom the last sentence was about, `people`
    who was named in it, `body` the state or organisation last spoken of, `group` the two people last named together,
    `pair` the two parties of the last act, `officials` the last to be named in each kind of office, `ministers` the
    last group of an organisation's officials, `land` the country or city named last, `envoy` the envoy spoken of last,
    or the land whose embassy was, `ahead` the people whom the sentence itself and the next one name, `stage` the day
    that the narrative is at, `spots` the cities and seats that something is said to be in, each with its passage.
    """

    cast: Cast
    published: TimeSpan | None
    here: Place | None = None
    salience: Counter[str] = field(default_factory=Counter)
    eras: Mapping[int, TimeSpan] = field(default_factory=dict)
    topics: Mapping[int, str] = field(default_factory=dict)
    clocked: bool = False
    business: bool = False
    drafts: list[Draft] = field(default_factory=list)
    announced: list[Draft] = field(default_factory=list)
    subject: Actor | None = None
    people: tuple[Actor, ...] = ()
    body: Actor | None = None
    group: tuple[Actor, ...] = ()
    pair: tuple[str, ...] = ()
    officials: dict[str, Actor] = field(default_factory=dict)
    ministers: Actor | None = None
    land: Actor | None = None
    envoy: Actor | None = None
    ahead: tuple[Actor, ...] = ()
    stage: Stage | None = None
    spots: list[tuple[Passage, Actor]] = field(default_factory=list)

    def era(self, draft: Draft) -> TimeSpan | None:
        """The year or day that the paragraph of a draft tells of, in a chronology or a diary."""
        return self.eras.get(draft.passage.paragraph) if draft.passage else None

    def topic(self, draft: Draft) -> str | None:
        """The country that heads the paragraph of a draft: "TOGO" above it, "Republic of Togo." before it."""
        return self.topics.get(draft.passage.paragraph) if draft.passage else None

    def stage_is_newer(self, draft: Draft) -> bool:
        """Whether the day that the narrative is at was set by no earlier passage than a draft is told in."""
        at = draft.passage
        return self.stage is not None and (at is None or self.stage.passage.index >= at.index)

    def anew(self, here: Place) -> Thread:
        """The thread of the next item of a round-up, sent from another place: nothing goes on from the one before."""
        own = Counter({here.country: 1}) if here.country else Counter[str]()
        return Thread(replace(self.cast, home=here.country), self.published, here, own, self.eras, self.topics)

    def take_over(self, item: Thread) -> None:
        """Add what an item of its own has told."""
        if item is not self:
            self.drafts += item.drafts
            self.announced += item.announced

    def tell(self, draft: Draft) -> None:
        """Add a complete draft."""
        self.drafts.append(draft)
        if len(draft.parties) == 2:
            self.pair = tuple(sorted(draft.parties))

    def take_back(self, passage: Passage) -> None:
        """Forget what a passage alone has told."""
        self.drafts = [draft for draft in self.drafts if draft.passage is not passage]

    def visits(self) -> Iterator[Draft]:
        """The visits told, the last one first."""
        return (draft for draft in reversed(self.drafts) if draft.type == "visit")

    def opposite_of_pair(self, told: Set[str]) -> str | None:
        """The party of the current pair that stands against those told; None when the pair is another."""
        rest = set(self.pair) - told
        return rest.pop() if len(rest) == 1 and told & set(self.pair) else None

    def traveller(self, *, but: Set[str] = frozenset()) -> Actor | None:
        """Who travels in the last visit of others than `but`; else whom the last sentence was about."""
        visit = next((v for v in self.visits() if v.role("visitor") - but), None)
        if visit is not None:
            return visit.roles["visitor"][0]
        return self.subject if self.subject is not None and party(self.subject) not in but else None


def beside(a: Draft, b: Draft) -> bool:
    """Whether two drafts stand in the same or in neighbouring paragraphs."""
    return a.passage is not None and b.passage is not None and abs(a.passage.paragraph - b.passage.paragraph) <= 1


def near(earlier: Draft, later: Draft) -> bool:
    """Whether "the talks" of a draft can still be those of an earlier one."""
    if earlier.passage is None or later.passage is None:
        return False
    return 0 <= later.passage.paragraph - earlier.passage.paragraph <= _TALKED_OF


def people(actors: Iterable[Actor]) -> list[Actor]:
    """Single people with somebody to act for, named or by office alone."""
    return [a for a in actors if a.kind is PartyKind.PERSON and not a.group and party(a)]


def each_once(persons: Iterable[Actor]) -> list[Actor]:
    """The people without those whom a pronoun names again."""
    found: dict[tuple[str, str, str | None], Actor] = {}
    for person in persons:
        found.setdefault((person.name, person.office, party(person)), person)
    return list(found.values())
