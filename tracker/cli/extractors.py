"""Who reads the articles, and where: the rules in one process, several or a cluster, or a language model at an address
that the user sets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import reference
from tracker.cli.output import say
from tracker.errors import UsageError
from tracker.model import Engagement
from tracker.settings import Settings

if TYPE_CHECKING:
    from tracker.evaluation import Coded
    from tracker.pipeline import Readers
    from tracker.pipeline.reading import Make


_FEW = 4
"""Articles that a language model answers before they are put on record: each can take seconds."""


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


Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to read in; else one a core, up to 6."),
]


@contextmanager
def opened(
    which: Which, settings: Settings, *, jobs: int | None = 1, cluster: str | None = None
) -> Iterator[tuple[Readers, str]]:
    """Who reads, and the extractor's version; what a language model was asked and what it cost is said at the end.

    `jobs` is the number of processes, None for as many as there is work and cores for; `cluster` a scheduler's address.
    """
    if which is Which.LLM:
        if cluster or jobs not in (None, 1):
            raise UsageError("a language model answers one article after another; leave --jobs and --cluster out")
        with _asking(settings) as readers:
            yield readers
        return
    from tracker.extract import VERSION
    from tracker.pipeline.reading import rules

    make = partial(rules, reference.in_force())
    with _cluster(cluster, make) if cluster else _pool(make, jobs) as workers:
        yield workers, VERSION


def _pool(make: Make, jobs: int | None) -> AbstractContextManager[Readers]:
    from tracker.pipeline.pool import Pool

    return Pool(make, jobs=jobs)


def _cluster(address: str, make: Make) -> AbstractContextManager[Readers]:
    try:
        from tracker.pipeline.cluster import Cluster
    except ModuleNotFoundError as missing:
        raise UsageError(f"needs {missing.name}; pip install 'diplomatic-tracker[cluster]'") from None
    return Cluster(address, make)


@contextmanager
def _asking(settings: Settings) -> Iterator[tuple[Readers, str]]:
    from tracker.pipeline import Here

    try:
        from tracker.extract.llm import LanguageModelExtractor
    except ModuleNotFoundError as missing:
        raise UsageError(f"needs {missing.name}; pip install 'diplomatic-tracker[llm]'") from None
    with LanguageModelExtractor.open(settings.llm) as extractor:
        try:
            yield Here(extractor, together=_FEW), extractor.version
        finally:
            say(extractor.account.told())
