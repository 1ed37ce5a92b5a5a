"""What it costs to place a mention as the record grows, and between two countries that are told of all the time.

usage: python -m bench.growth [--sizes N…] [--sample N]

The record is filled with invented mentions of thirty years, every other of an engagement that is on record already;
three of ten are of one pair of countries. At each size a sample of mentions is placed, each in an article of its own,
and the processor time a mention is told in multiples of that at the first size.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from tracker import reference, resolve, store
from tracker.model import Document, Mention, Participant, PartyKind, Sentence, TimeSpan
from tracker.store.record import Recorder

HOT = ("CHN", "USA")
_CODES = [country.code for country in reference.countries()]
_TYPES = ("meeting", "visit", "call", "agreement")
_NAMES = ("Ana Silva", "Omar Haddad", "Li Na", "Jan Novak", "Maria Rossi", "Kofi Mensah", "Ingrid Berg", "Raj Patel")
_FIRST, _DAYS = date(1995, 1, 1), 365 * 30


def mentions(seed: int, *, hot: bool | None = None) -> Iterator[Mention]:
    """Mentions without end, every second one a retelling of one before; of the hot pair, of others, or of both."""
    chance = random.Random(seed)
    told: list[Mention] = []
    while True:
        if told and chance.random() < 0.5:
            one = chance.choice(told[-50:])
            words = f"Retold {chance.getrandbits(60):x}."
        else:
            busy = chance.random() < 0.3 if hot is None else hot
            one = _mention(chance, HOT if busy else tuple(chance.sample(_CODES, 2)))
            words = f"Told {chance.getrandbits(60):x}."
            told.append(one)
        yield replace(one, evidence=(Sentence(words, 0, len(words)),))


def _mention(chance: random.Random, pair: tuple[str, ...]) -> Mention:
    people = [Participant(kind=PartyKind.PERSON, name=chance.choice(_NAMES), country=code) for code in pair]
    countries = [Participant(kind=PartyKind.COUNTRY, name=code, country=code) for code in pair]
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    when = TimeSpan.day(day) if chance.random() < 0.9 else TimeSpan.month(day.year, day.month)
    return Mention(
        type=chance.choice(_TYPES),
        when=when,
        participants=(*countries, *people),
        evidence=(Sentence("", 0, 0),),
        confidence=0.8,
    )


def fill(recorder: Recorder, source: Iterator[Mention], size: int) -> None:
    """Puts mentions on record in articles of a hundred, a transaction each."""
    for number in range(0, size, 100):
        batch = [next(source) for _ in range(min(100, size - number))]
        recorder.article(Document(text=" ".join(one.evidence[0].text for one in batch)), batch, resolve)


def cost(recorder: Recorder, source: Iterator[Mention], sample: int) -> float:
    """Median processor milliseconds to put a mention on record."""
    spent = []
    for _ in range(sample):
        one = next(source)
        begun = time.process_time()
        recorder.article(Document(text=one.evidence[0].text), [one], resolve)
        spent.append((time.process_time() - begun) * 1000)
    return median(spent)


def main() -> None:
    """Prints a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], metavar="N")
    parser.add_argument("--sample", type=int, default=200, metavar="N", help="mentions timed (default: %(default)s)")
    options = parser.parse_args()
    first: tuple[float, float] | None = None
    size = 0
    source = mentions(1)
    with tempfile.TemporaryDirectory() as folder:
        url = str(Path(folder) / "record.db")
        with store.open_recorder(url, author="bench", command="ingest") as recorder:
            for wanted in options.sizes:
                begun = time.process_time()
                fill(recorder, source, wanted - size)
                filled = (time.process_time() - begun) * 1000 / (wanted - size)
                others = cost(recorder, mentions(wanted, hot=False), options.sample)
                hot = cost(recorder, mentions(wanted + 1, hot=True), options.sample)
                first = first or (others, hot)
                size = wanted
                print(
                    f"{wanted:8,} mentions: {others:5.1f} ms each (× {others / first[0]:.2f}), "
                    f"the hot pair {hot:5.1f} ms (× {hot / first[1]:.2f}); filling took {filled:.1f} ms each"
                )


if __name__ == "__main__":
    main()
