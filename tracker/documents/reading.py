"""From paths to documents: the one way in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.documents import boilerplate, formats, headline, language, published, sources
from tracker.documents.formats import Article
from tracker.documents.metadata import NOTHING_GIVEN, Given
from tracker.documents.sources import Source
from tracker.errors import InputError
from tracker.model import Document, Unreadable


def read(paths: Iterable[str], *, given: Given = NOTHING_GIVEN) -> Iterator[Document | Unreadable]:
    """The articles at `paths`, in order: files, folders (recursively, sorted), globs, `-` for standard input.

    Texts, Markdown and JSON Lines are read as they come, one article at a time. What cannot be read is an
    `Unreadable` in its place, and so is a folder or pattern that holds nothing; nothing is raised.
    """
    for path in paths:
        for source in sources.find(path, formats.READERS):
            if isinstance(source, Unreadable):
                yield source
            else:
                yield from _read_source(source, given)


def to_document(article: Article, given: Given = NOTHING_GIVEN) -> Document:
    """An article with all that can be told of it: title, day, language, boilerplate."""
    known = article.metadata
    spans = boilerplate.spans(article.text)
    return Document(
        text=article.text,
        name=article.name,
        title=known.title or headline.headline(article.text, spans),
        source=given.source or known.source,
        url=given.url or known.url,
        published=published.settle(article.text, known, given),
        language=language.language_of(article.text),
        boilerplate=spans,
    )


def _read_source(source: Source, given: Given) -> Iterator[Document | Unreadable]:
    try:
        reader = formats.reader_for(source)
        with source.open() as stream:
            for article in reader(source, stream):
                yield article if isinstance(article, Unreadable) else to_document(article, given)
    except InputError as error:
        yield Unreadable(source.name, str(error))
    except OSError as error:
        yield Unreadable(source.name, _explained(error))


def _explained(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "does not exist; check the path"
        case PermissionError():
            return "may not be read; change its permissions or run as its owner"
        case _:
            return f"cannot be read ({error.strerror or error}); check the path"
