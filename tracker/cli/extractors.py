"""Which extractor reads the articles: the rules, or a language model behind an address that the user sets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from tracker.cli.output import say
from tracker.errors import UsageError
from tracker.model import Document, Engagement, Mention
from tracker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.evaluation import Coded


class Extractor(Protocol):
    """What both have in common."""

    def extract(self, document: Document) -> list[Mention]:
        """The mentions of one document, in the order of the text."""

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Mention]]]:
        """Each document with its mentions, in the order given."""


class Which(StrEnum):
    """The extractors."""

    RULES = "rules"
    LLM = "llm"


Choice = Annotated[
    Which,
    typer.Option("--extractor", help="Who reads: the program's own rules, or the language model that you have set."),
]


def sure_enough(event: Engagement | Coded, least: float) -> bool:
    """Whether its confidence is at least so; what a person entered has none, and passes."""
    return event.confidence is None or event.confidence >= least


@contextmanager
def opened(which: Which, settings: Settings) -> Iterator[tuple[Extractor, str]]:
    """The extractor and its version; what a language model was asked and what it cost is said at the end."""
    if which is Which.RULES:
        from tracker.extract import VERSION, Extractor

        yield Extractor(), VERSION
        return
    try:
        from tracker.extract.llm import LanguageModelExtractor
    except ModuleNotFoundError as missing:
        raise UsageError(f"needs {missing.name}; pip install 'diplomatic-tracker[llm]'") from None
    with LanguageModelExtractor.open(settings.llm) as extractor:
        try:
            yield extractor, extractor.version
        finally:
            say(extractor.account.told())
