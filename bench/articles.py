"""Articles without end for measurements: those of collections, each time round as if printed anew."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from tracker.model import Document, TimeSpan

SHARED = Path(__file__).parents[2] / "shared" / "corpus"
COLLECTIONS = sorted(SHARED.glob("*.jsonl"))

_NEW = 3
"""Words in an article that no other has; in a hundred thousand real ones there are about so many."""


def articles(files: Sequence[Path]) -> Iterator[Document]:
    """The articles of the files over and over, no two alike: each ends on words that were never printed before."""
    rows = [row for file in files for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())]
    for printing in count():
        for row in rows:
            yield _article(row, printing)


def _article(row: dict[str, str], printing: int) -> Document:
    name = f"{row['id']} {printing}"
    chance = random.Random(name)
    words = " ".join("".join(chance.choices("abdefgiklmnoprstuv", k=8)).title() for _ in range(_NEW))
    published = TimeSpan.iso(row["published"]) if row.get("published") else None
    text = f"{row['text']}\n\nPrinted for {words}."
    return Document(text=text, name=name, title=row.get("title", ""), published=published)
