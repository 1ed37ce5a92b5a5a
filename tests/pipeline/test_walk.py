"""Articles through the writing wing, with an extractor that reads what the test wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from random import Random

import pytest

from tests.mentions import in_place
from tests.pipeline.conftest import everything
from tracker import pipeline, store
from tracker.errors import StoreError
from tracker.model import Document, Event, Filter, Mention, TimeSpan, Unreadable


class Lines:
    """Reads each line of a text as a mention; a text that begins with `!` is too much for it."""

    def __init__(self, told) -> None:
        self.told = told

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Mention]]]:
        """Each document with its mentions."""
        for document in documents:
            if document.text.startswith("!"):
                raise RuntimeError("no parse")
            yield document, in_place(document.text, map(self.told, document.text.splitlines()))[1]


@pytest.fixture
def ingest(told):
    """Puts texts, named by their number and published a day apart, on record at a path; what became of them."""

    def call(url: object, *texts: str | Unreadable) -> list[store.ArticleOutcome | Unreadable]:
        documents = [
            Document(text=text, name=f"{number}", published=TimeSpan.day(date(2025, 2, 18) + timedelta(number)))
            if isinstance(text, str)
            else text
            for number, text in enumerate(texts)
        ]
        with store.open_recorder(str(url), author="Ada", command="ingest") as recorder:
            return list(pipeline.ingest(documents, pipeline.Here(Lines(told)), recorder))

    return call


def events(url: object) -> list[Event]:
    """What is on record."""
    with store.open_reader(str(url)) as reader:
        return reader.events(Filter())


def test_each_article_is_told_in_its_turn(ingest, tmp_path) -> None:
    """New, merged, unchanged, or not to be read, which comes first; one that fails costs only itself."""
    unreadable = Unreadable("x.txt", "it is empty")
    visit = "visit ~2025-02-18 AFG:visitor JPN:host @Tokyo/JPN Latif_Nazari/AFG"
    outcomes = ingest(
        tmp_path / "record.db",
        visit,
        unreadable,
        "!",
        visit,
        "visit 2025-02-15..2025-02-21 AFG JPN @Tokyo/JPN Abdul_Latif_Nazari/AFG\ncall 2025-02-02 AFG QAT",
        "meeting 2025-02-01 AFG:visitor",
        "",
    )
    failed = [outcome.message for outcome in outcomes if isinstance(outcome, Unreadable)]
    assert outcomes[:2] == [unreadable, store.ArticleOutcome("0", new=1)]
    assert outcomes[3:5] == [store.ArticleOutcome("3", unchanged=1), store.ArticleOutcome("4", new=1, merged=1)]
    assert failed == [
        "it is empty",
        "the extractor failed on it: RuntimeError: no parse",
        "what was read in it cannot be recorded: 'visitor' (Afghanistan) is no role of a meeting; "
        "it may be participant, host, mediator",
    ]
    assert outcomes[6] == store.ArticleOutcome("6")
    assert [len(event.sources) for event in events(tmp_path / "record.db")] == [1, 2]
    assert store.check(str(tmp_path / "record.db")) == []


def test_more_articles_than_a_batch_keep_their_order(ingest, tmp_path) -> None:
    """However many they are."""
    outcomes = ingest(
        tmp_path / "record.db", *(f"call 2024-{month:02}-10 AFG IRN" for month in range(1, 13)), *"abcdefg"
    )
    assert [outcome.name for outcome in outcomes] == [str(number) for number in range(19)]


def test_a_record_that_cannot_be_written_ends_the_walk(told, tmp_path) -> None:
    """It is no fault of the article."""

    class Full:
        def articles(self, *_: object, **__: object) -> None:
            raise StoreError("the disk is full")

    with pytest.raises(StoreError, match="full"):
        list(pipeline.ingest([Document(text="")], pipeline.Here(Lines(told)), Full()))


ARTICLES = (
    "visit ~2025-02-18 AFG:visitor JPN:host @/JPN\nmission/closure 2021-08 JPN:sender AFG:receiver",
    "visit 2025-02-15..2025-02-21 AFG:visitor JPN:host @Tokyo/JPN Abdul_Latif_Nazari/AFG",
    "mission/closure 2021-08-15 JPN:sender AFG:receiver @Kabul/AFG\nmeeting 2021-11-23 AFG JPN Abdul_Kabir/AFG",
    "meeting 2021-11-24 AFG JPN Abdul_Ghani_Baradar/AFG\nmeeting 2021-11-23 AFG JPN Kabir/AFG @Kabul/AFG",
)


def test_the_order_of_a_run_changes_nothing(told, tmp_path) -> None:
    """Not an id, not the number of an operation: the tables are the same row by row."""
    days = [TimeSpan.iso("2025-02-18"), TimeSpan.iso("2025-02"), None, TimeSpan.iso("2025-02-18")]
    documents = [Document(text=text, name="a", published=day) for text, day in zip(ARTICLES, days, strict=True)]
    documents += [replace(documents[0], name="b"), Unreadable("x.txt", "it is empty")]

    def left(name: str, given: Iterable[Document | Unreadable]) -> object:
        with store.open_recorder(str(tmp_path / name), author="Ada", command="ingest") as recorder:
            outcomes = list(pipeline.ingest(given, pipeline.Here(Lines(told)), recorder))
        return outcomes, everything(tmp_path / name)

    first = left("first.db", documents)
    shuffled = [Random(seed).sample(documents, len(documents)) for seed in range(5)]
    assert all(left(f"{number}.db", order) == first for number, order in enumerate(shuffled))


def test_the_order_of_articles_does_not_change_what_is_on_record(ingest, tmp_path) -> None:
    """Across runs, here days, but for the ids, which say where an event was first told."""

    def shown(number: int, texts: tuple[str, ...]) -> list[tuple[object, ...]]:
        url = tmp_path / f"{number}.db"
        ingest(url, *texts)
        return [
            (e.type, e.when, e.countries, e.people, e.place, e.confidence, len(e.sources), e.conflicts)
            for e in events(url)
        ]

    orders = list(permutations(ARTICLES))[::5]
    assert all(shown(number, texts) == shown(99, ARTICLES) for number, texts in enumerate(orders))
    assert len(shown(98, ARTICLES)) == 4
