"""Several writers and readers at one record at once, and whether anything is lost or seen half.

    writer: an article of two events ─▶ acknowledged ─▶ one of them corrected ─▶ acknowledged ─▶ …
    reader: some days of the record ─▶ is each event whole, is its sibling there, does the count stay? ─▶ …
    keeper: brings the log into the file and checks the record ─▶ …

The title of an event says how many parties it has; a correction writes one number into title, note and tag. What any of
them is told instead of an answer is kept word for word.
"""

from __future__ import annotations

import multiprocessing
import random
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import count, islice

from tests.mentions import in_place
from tracker import reference, resolve, store
from tracker.model import Document, Event, Filter, Mention, Participant, PartyKind, Sentence, TimeSpan
from tracker.store.address import Address
from tracker.store.record import Recorder

_TITLE = re.compile(r"Article (?P<name>\d+-\d+)(?P<half>[ab]) of (?P<parts>\d+) parties(, revised (?P<revision>\d+))?")
_FIRST_DAY, _DAYS = date(1990, 1, 1), 12_000
_SITTING = 20
"""Articles that a writer puts on record before it leaves and comes again."""

_PATIENCE = 0.1
"""Seconds for which the keeper waits for readers to leave the log, and keeps writers out of it."""

_PAUSE = 0.1
"""The longest that a reader looks at what it sees, in seconds."""


@dataclass(slots=True)
class Crowd:
    """What happened: `articles` and `edits` were acknowledged, `seen` events read; the others must be empty.

    `refused` is what anyone was told instead of an answer, `half` what a reader saw of an event that was not whole,
    `lost` what was acknowledged and is not on record, `unsound` what `tracker db check` says.
    """

    articles: int = 0
    edits: int = 0
    reads: int = 0
    seen: int = 0
    checks: int = 0
    refused: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.refused or self.half or self.lost or self.unsound)


@dataclass(slots=True)
class _Part:
    """What one of the crowd did; `revisions` are, by article, the last that was acknowledged, 0 for none."""

    revisions: dict[str, int] = field(default_factory=dict)
    reads: int = 0
    seen: int = 0
    checks: int = 0
    refused: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)


def crowd(url: str, *, writers: int, readers: int, seconds: float) -> Crowd:
    """Lets them loose on a record for that long; each is a process of its own, and there is one keeper.

    A record of an older version is upgraded by whoever comes first.
    """
    import tracker.store.migrate  # loaded once, for all of them
    import tracker.store.record  # noqa: F401

    until = time.monotonic() + seconds
    jobs: list[Callable[[], _Part]] = [partial(_write, url, number, until) for number in range(writers)]
    jobs += [partial(_look, url, number, until) for number in range(readers)]
    jobs += [partial(_keep, url, until)]
    with ProcessPoolExecutor(len(jobs), mp_context=multiprocessing.get_context("fork")) as pool:
        parts = [job.result() for job in [pool.submit(job) for job in jobs]]
    revisions = {name: revision for part in parts for name, revision in part.revisions.items()}
    return Crowd(
        articles=len(revisions),
        edits=sum(1 for revision in revisions.values() if revision),
        reads=sum(part.reads for part in parts),
        seen=sum(part.seen for part in parts),
        checks=sum(part.checks for part in parts),
        refused=[one for part in parts for one in part.refused],
        half=[one for part in parts for one in part.half],
        lost=list(_lost(url, revisions)),
        unsound=[*(one for part in parts for one in part.unsound), *store.check(url)],
    )


def half(event: Event) -> str | None:
    """What an event lacks of what its title promises; None when it is whole."""
    told = _TITLE.fullmatch(event.title)
    if told is None:
        return f"{event.id} has the title {event.title!r}"
    if len(event.participants) != int(told["parts"]):
        return f"{event.title}: {len(event.participants)} parties"
    if [told["name"] in source.quote for source in event.sources] != [True]:
        return f"{event.title}: {len(event.sources)} sources"
    revision = told["revision"]
    expected = (f"revised {revision}", (f"revised-{revision}",), 2) if revision else ("", (), 1)
    found = event.note, event.tags, len(event.history)
    return None if found == expected else f"{event.title}: note, tags and history are {found}"


def _write(url: str, number: int, until: float) -> _Part:
    """Articles and corrections by one writer, a sitting at a time."""
    done, articles = _Part(), count()
    while time.monotonic() < until:
        with _told_to(done.refused), store.open_recorder(url, author=f"Writer {number}", command="crowd") as recorder:
            for article in islice(articles, _SITTING):
                if time.monotonic() < until:
                    _put(recorder, url, f"{number}-{article}", done)
    return done


def _put(recorder: Recorder, url: str, name: str, done: _Part) -> None:
    """An article with its two events and, every other time, a correction of the first."""
    chance = random.Random(name)
    day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    text, mentions = in_place("", [_mention(f"{name}{half}", day, chance) for half in "ab"])
    recorder.article(Document(text=text, name=name), mentions, resolve, extractor="crowd")
    done.revisions[name] = 0
    if chance.random() < 0.5:
        revision = chance.randint(1, 999)
        with store.open_reader(url) as reader:
            [id] = [one.id for one in reader.events(Filter(since=day, until=day)) if one.title == mentions[0].title]
        title, note, tag = f"{mentions[0].title}, revised {revision}", f"revised {revision}", f"revised-{revision}"
        recorder.edit(id, {"title": title, "note": note, "tags": (tag,)})
        done.revisions[name] = revision


def _mention(name: str, day: date, chance: random.Random) -> Mention:
    """A meeting of two countries and several people whom nobody else meets."""
    countries = chance.sample(reference.countries(), 2)
    parties = [Participant(kind=PartyKind.COUNTRY, name=one.name, country=one.code) for one in countries]
    people = [Participant(kind=PartyKind.PERSON, name=_name(chance)) for _ in range(chance.randint(1, 5))]
    title = f"Article {name} of {len(parties) + len(people)} parties"
    return Mention(
        type="meeting",
        when=TimeSpan.day(day),
        title=title,
        participants=(*parties, *people),
        confidence=0.9,
        evidence=(Sentence(title, 0, len(title)),),
    )


def _name(chance: random.Random) -> str:
    """A name that resembles no other."""
    return " ".join("".join(chance.choices("abdefgiklmnoprstuz", k=8)).capitalize() for _ in range(2))


def _look(url: str, number: int, until: float) -> _Part:
    """What one reader sees: some weeks of the record, or all of it, as at last."""
    seen, chance, last = _Part(), random.Random(f"reader {number}"), False
    while not last:
        last = time.monotonic() >= until
        first = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
        everything = last or chance.random() < 0.3
        window = Filter() if everything else Filter(since=first, until=first + timedelta(days=60))
        with _told_to(seen.refused), store.open_reader(url) as reader:
            before, events, after = reader.info(), reader.events(window), reader.info()
            seen.reads += 1
            seen.seen += len(events)
            seen.half += filter(None, map(half, events))
            seen.half += [f"{name} has no sibling" for name in _alone(events)]
            seen.half += [f"{before} became {after} in one reading"] if before != after else []
        time.sleep(chance.random() * _PAUSE)
    return seen


def _alone(events: list[Event]) -> Iterator[str]:
    """The articles of which one event is there and the other is not."""
    names = [told["name"] for event in events if (told := _TITLE.fullmatch(event.title))]
    yield from (name for name in set(names) if names.count(name) != 2)


def _keep(url: str, until: float) -> _Part:
    """Brings SQLite's log into the file, a server's pages into order, and looks for faults, again and again."""
    kept = _Part()
    path = Address.read(url).path
    while time.monotonic() < until:
        with _told_to(kept.refused):
            store.info(url)
            if path:
                with closing(sqlite3.connect(path, timeout=_PATIENCE)) as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            kept.unsound += store.check(url)
            kept.checks += 1
        time.sleep(0.2)
    return kept


@contextmanager
def _told_to(refused: list[str]) -> Iterator[None]:
    """Keeps what goes wrong, whatever it is, as a person would see it."""
    try:
        yield
    except Exception as error:
        refused.append(f"{type(error).__name__}: {error}")


def _lost(url: str, revisions: dict[str, int]) -> Iterator[str]:
    """What was acknowledged and is not there, or is there and nobody was told."""
    with store.open_reader(url) as reader:
        there = {event.title for event in reader.stream(Filter())}
        documents = reader.info().documents
    found: dict[str, dict[str, int]] = {}
    for told in filter(None, map(_TITLE.fullmatch, there)):
        found.setdefault(told["name"], {})[told["half"]] = int(told["revision"] or 0)
    for name, revision in revisions.items():
        if found.get(name) != {"a": revision, "b": 0}:
            yield f"article {name}, revised {revision}: {found.get(name)}"
    if documents != len(revisions):
        yield f"{documents} articles are on record, {len(revisions)} were acknowledged"
