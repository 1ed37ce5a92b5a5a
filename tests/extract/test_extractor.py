"""Documents through all stages of the extractor."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.extract import Extractor
from tracker.model import Document, TimeSpan

PUBLISHED = TimeSpan.iso("2024-03-08")
ARTICLES = [
    "Norwegian Foreign Minister Espen Barth Eide met Kenyan President William Ruto in Nairobi on Tuesday.",
    "The brewer's shares fell four per cent. Its chairman said the harvest had been poor.",
    "NAIROBI, March 8 - Norway's minister Siri Holm arrived here on Thursday. She will meet Kenya's premier today.",
    "Chad expelled two Danish diplomats on Friday. Denmark did so the next day.",
    "",
]


def _articles() -> list[tuple[str, str, list[str]]]:
    """Name, text and lines of each article of `articles.txt`."""
    _, *blocks = (Path(__file__).parent / "articles.txt").read_text(encoding="utf-8").split("\n== ")
    parts = ((name, *body.split("\n--\n")) for name, _, body in (block.partition("\n") for block in blocks))
    return [(name, text, lines.split("\n")[:-1]) for name, text, lines in parts]


@pytest.mark.parametrize(("text", "lines"), [pytest.param(t, lines, id=name) for name, t, lines in _articles()])
def test_article_is_read_as(told_in_full: Callable[[str], list[str]], text: str, lines: list[str]) -> None:
    """An article gives these engagements, in the order of the text, and nothing beside them."""
    assert told_in_full(text) == [line for line in lines if line]


def _documents(times: int = 1) -> list[Document]:
    texts = (text for _ in range(times) for text in ARTICLES)
    return [Document(text=text, name=str(number), published=PUBLISHED) for number, text in enumerate(texts)]


def test_many_are_read_as_one_by_one_and_in_order() -> None:
    """Batches change neither what is found nor the order of the documents."""
    documents, extractor = _documents(15), Extractor()
    together = list(extractor.extract_many(documents))
    assert [document for document, _ in together] == documents
    assert [mentions for _, mentions in together[: len(ARTICLES)]] == [
        extractor.extract(document) for document in documents[: len(ARTICLES)]
    ]


def test_nothing_is_lost_by_parsing_less() -> None:
    """The passages that are left unparsed tell nothing."""
    documents = _documents()
    assert list(Extractor().extract_many(documents)) == list(Extractor(everything=True).extract_many(documents))


def test_documents_are_read_as_they_are_asked_for() -> None:
    """A stream without end is read a batch at a time."""
    endless = iter(lambda: Document(text=ARTICLES[0], published=PUBLISHED), None)
    _, mentions = next(Extractor().extract_many(endless))
    assert [mention.type for mention in mentions] == ["meeting"]


@pytest.mark.parametrize(("floor", "found"), [(0.0, 1), (1.0, 0)])
def test_mentions_below_the_floor_are_dropped(floor: float, found: int) -> None:
    """The floor decides which mentions are told."""
    assert len(Extractor(floor=floor).extract(_documents()[0])) == found


def test_a_mention_says_how_sure_it_is_and_why() -> None:
    """Confidence and reasons come with every mention."""
    (mention,) = Extractor().extract(_documents()[0])
    assert mention.confidence is not None
    assert mention.confidence > 0.7
    assert "+ people named on both sides" in mention.reasons


def test_dates_are_read_without_the_language_model() -> None:
    """Whoever wants time expressions alone does not wait for spaCy."""
    code = "import sys, tracker.extract.dates, tracker.extract; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
