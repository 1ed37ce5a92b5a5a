"""A quotation where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tracker.model import Document, Source, TimeSpan
from tracker.views import passage

TEXT = "A first paragraph.\n\nHe came. They met in\nKabul. He left.\n\nA last one."
DOCUMENT = Document(text=TEXT, title="Talks in Kabul")


def source(quote: str, **told: object) -> Source:
    """A quotation from the document."""
    start = TEXT.find(quote)
    return replace(Source(document="a", quote=quote, start=start, end=start + len(quote)), **told)


def drawn(*told: Source, document: Document | None = DOCUMENT, width: int | None = None) -> list[str]:
    """The lines of quotations' passages."""
    documents = {"": document} if document else {}
    return [line.plain.rstrip() for line in passage.lines(passage.passages(told, documents), width=width)]


def test_a_quotation_stands_in_its_paragraph_between_marks() -> None:
    told = source("They met in\nKabul.", title="Talks", publisher="Seed", published=TimeSpan.iso("2021-11"))
    assert drawn(told) == ["", "Talks · Seed · 2021-11", "  He came. »They met in Kabul.« He left."]


def test_quotations_of_one_paragraph_stand_in_it_together() -> None:
    told = [source("He left."), source("A last one."), source("They met in\nKabul."), source("He left.")]
    assert drawn(*told) == ["", "a", "  He came. »They met in Kabul.« »He left.«", "  »A last one.«"]


def test_it_is_wrapped_to_the_terminal() -> None:
    lines = drawn(source("They met in\nKabul."), width=20)
    assert lines == ["", "a", "  He came. »They met", "  in Kabul.« He", "  left."]


def test_a_long_paragraph_is_cut_at_words() -> None:
    long = f"{'before ' * 200}They met.{' after' * 200}"
    told = Source(document="a", quote="They met.", start=1400, end=1409)
    *_, shown = drawn(told, document=Document(text=long))
    assert (shown[:10], shown[-7:]) == ("  … before", "after …")
    assert " before »They met.« after " in shown
    assert len(shown) < 840


@pytest.mark.parametrize("document", [None, Document(text="Another text.")], ids=["gone", "another"])
def test_without_its_text_the_quotation_stands_alone(document: Document | None) -> None:
    assert drawn(source("He left."), document=document) == ["", "a", "  »He left.«"]


def test_a_headline_is_its_own_paragraph() -> None:
    told = Source(document="a", quote="Talks in Kabul", start=0, end=14, field="title")
    assert drawn(told) == ["", "a", "  »Talks in Kabul«"]


def test_an_article_is_its_paragraphs_with_every_quotation_marked_once() -> None:
    told = [source("He left."), source("They met in\nKabul."), source("He left.")]
    assert [(text.plain, holds) for text, holds in passage.article(DOCUMENT, told)] == [
        ("Talks in Kabul", False),
        ("A first paragraph.", False),
        ("He came. »They met in Kabul.« »He left.«", True),
        ("A last one.", False),
    ]


def test_a_text_that_opens_with_its_title_tells_it_once() -> None:
    titled = Document(text="A first paragraph.\n\nAnother.", title="A first paragraph.")
    assert [text.plain for text, _ in passage.article(titled, [])] == ["A first paragraph.", "Another."]


def test_nothing_in_it_steers_the_terminal() -> None:
    text = "He \x1b[31mmet\u202e her."
    told = Source(document="a", quote=text, start=0, end=len(text))
    assert not {"\x1b", "\u202e"}.intersection("".join(drawn(told, document=Document(text=text))))
