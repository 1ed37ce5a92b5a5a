"""A document cut into sentences and lines, each with what it is to the article."""

import pytest

from tracker.extract.passages import Kind, cut, sentences
from tracker.model import Document

ARTICLE = """Envoys gather in Oslo

OSLO, June 13 (Fjord Wire) - Five envoys came to Oslo on Tuesday. They stayed an hour.

The mayor gave a dinner.

Who came
- Luis Gil of Peru
- Ona Kaune of Lithuania
"""


def _cut(text: str, title: str = "") -> list[tuple[Kind, str]]:
    return [(passage.kind, passage.text) for passage in cut(Document(text=text, title=title)).passages]


def test_an_article_is_cut_into_its_parts() -> None:
    """Headline, lead without its dateline, body, heading, and list lines without their bullets."""
    assert _cut(ARTICLE) == [
        (Kind.HEADLINE, "Envoys gather in Oslo"),
        (Kind.LEAD, "Five envoys came to Oslo on Tuesday."),
        (Kind.LEAD, "They stayed an hour."),
        (Kind.BODY, "The mayor gave a dinner."),
        (Kind.HEADING, "Who came"),
        (Kind.ITEM, "Luis Gil of Peru"),
        (Kind.ITEM, "Ona Kaune of Lithuania"),
    ]


def test_every_passage_stands_where_it_says() -> None:
    """Offsets point into the text, bullets and datelines included."""
    passages = cut(Document(text=ARTICLE)).passages
    assert all(ARTICLE[p.sentence.start : p.sentence.end] == p.sentence.text for p in passages)
    assert [p.index for p in passages] == list(range(len(passages)))


def test_a_title_that_the_text_repeats_is_cut_once() -> None:
    """A title of its own comes first; one that the text opens with does not."""
    assert [text for _, text in _cut("Envoys met.", title="Oslo gathering")] == ["Oslo gathering", "Envoys met."]
    assert [text for _, text in _cut("Oslo gathering\nEnvoys met.", title="Oslo gathering")] == [
        "Oslo gathering",
        "Envoys met.",
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LIMA, June 13 (Andes Wire) - The ministers met at noon.", "LIMA"),
        ("Port Moresby, 5 May — The ministers met at noon.", "Port Moresby"),
        ("TUNIS (Atlas) -- The ministers met at noon today.", "TUNIS"),
        ("June 13 - The ministers met at noon, she said.", None),
        ("The ministers met at noon - at last, she said.", None),
    ],
)
def test_dateline_names_the_place(line: str, place: str | None) -> None:
    """A place, a day and an agency before a dash; a sentence with a dash in it has none."""
    assert cut(Document(text=line)).dateline_place == place


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Mr. Gil met Dr. Sato. They spoke.", 2),
        ("The U.S. envoy, J. R. Hall, left at 5 p.m. on Friday.", 1),
        ("“We agree.” She smiled.", 2),
        ("1. Luis Gil of Peru", 1),
        ("Will they come? Nobody knows!", 2),
    ],
)
def test_sentences_end_where_they_end(line: str, count: int) -> None:
    """Abbreviations, initials and numbers of a list end no sentence."""
    assert len(list(sentences(line))) == count


def test_boilerplate_is_left_out() -> None:
    """What the reader marked as no part of the article is not cut."""
    text = "Envoys met in Oslo.\nSubscribe to our letter."
    document = Document(text=text, boilerplate=((text.index("Subscribe"), len(text)),))
    assert [passage.text for passage in cut(document).passages] == ["Envoys met in Oslo."]


def test_a_line_too_long_to_be_a_sentence_is_cut_between_words() -> None:
    """Every word of it stands in one piece, and no piece is longer than a sentence can be."""
    line = "and then they spoke of fish " * 2_000
    pieces = [line[start:end] for start, end in sentences(line)]
    assert max(map(len, pieces)) <= 2_500
    assert "".join(pieces).split() == line.split()
