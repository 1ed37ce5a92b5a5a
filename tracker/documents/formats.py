"""The formats that can be read, one reader each, found by a file's ending.

A reader takes an open stream and yields articles as they stand; it raises InputError when the whole source
is unreadable.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from tracker.documents import decoding, metadata
from tracker.documents.metadata import NO_METADATA, Metadata
from tracker.documents.sources import Source
from tracker.errors import InputError
from tracker.model import Unreadable


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its format holds it: clean text, and what the format says beside it."""

    name: str
    text: str
    metadata: Metadata = NO_METADATA


Reader = Callable[[Source, BinaryIO], Iterator[Article | Unreadable]]

_LARGEST_ROW = 10 * decoding.LARGEST_ARTICLE
"""Bytes that a row may have: its article with six bytes to write each letter, and what is told beside it."""

_ROW_ADVICE = 'write one object a line, with at least a "text"'


def read_plain(source: Source, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """One article, the whole text."""
    yield Article(source.label, decoding.read_text(stream), _sidecar(source))


def read_markdown(source: Source, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """One article, below its front matter if it has any; the front matter beats a sidecar."""
    text = decoding.read_text(stream)
    front, begin = metadata.split_front_matter(text)
    body = text[begin:].lstrip("\n")
    if not body.strip():
        raise InputError("has front matter and no text below it; nothing to read")
    yield Article(source.label, body, front.or_else(_sidecar(source)))


def read_collection(source: Source, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """One article a line (JSON Lines); a bad line is reported with its number and the rest goes on."""
    lines = _bounded(stream)
    yield from _rows(source, _lines(next(lines, b""), lines))


def read_either(source: Source, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """A collection when the first line begins an object, else one plain text."""
    begun, lines = b"", _bounded(stream)
    while not begun.strip() and (line := next(lines, b"")):
        begun += line
    if begun.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        yield from _rows(source, _lines(begun, lines))
    else:
        yield Article(source.label, decoding.read_text(stream, begun=begun))


READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".jsonl": read_collection,
}
"""Reader by the ending of a file's name, in lower case with its dot."""

_UNREAD = {
    **dict.fromkeys((".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub"), "save its text as .txt"),
    ".json": "write articles as .jsonl, one object a line",
    **dict.fromkeys((".csv", ".tsv", ".xlsx", ".xls", ".xml"), "make it a .jsonl collection"),
}


def reader_for(source: Source) -> Reader:
    """The reader of a source; raises InputError, with what to do, for a format that has none.

    Standard input may be text or a collection; a file with an ending unknown here is taken for plain text.
    """
    if source.path is None:
        return read_either
    if advice := _UNREAD.get(source.suffix):
        raise InputError(f"is {source.suffix[1:].upper()}, a format that is not read; {advice}")
    return READERS.get(source.suffix, read_plain)


def _sidecar(source: Source) -> Metadata:
    return metadata.read_sidecar(source.path) if source.path else NO_METADATA


def _bounded(stream: BinaryIO) -> Iterator[bytes]:
    """Lines as they stand; of one that is longer than a row may be, just enough to tell."""
    while line := stream.readline(_LARGEST_ROW + 1):
        yield line
        while len(line) > _LARGEST_ROW and not line.endswith(b"\n"):
            line = stream.readline(_LARGEST_ROW + 1)


def _lines(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    """Lines in UTF-8, or in what they are when that is not known; raises InputError for what is no text at all."""
    decoding.refuse_binary(first)
    if decoding.encoding_of(first) in {"utf-8", "utf-8-sig"}:
        yield from first.splitlines()
        yield from rest
    else:
        yield from decoding.decode(first + b"".join(rest)).encode().splitlines()


def _rows(source: Source, lines: Iterable[bytes]) -> Iterator[Article | Unreadable]:
    found = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if not found and line.lstrip().startswith(b"["):
            raise InputError("is a JSON array, not JSON Lines; write one object a line, e.g. with `jq -c '.[]'`")
        found = True
        try:
            yield _row(line, name=f"{source.label}:{number}")
        except InputError as error:
            yield Unreadable(source.name, str(error), number)
    if not found:
        raise InputError("is empty; nothing to read")


def _row(line: bytes, *, name: str) -> Article:
    if len(line) > _LARGEST_ROW:
        raise InputError(f"is longer than {_LARGEST_ROW // 1_000_000} MB; split it into rows of an article each")
    try:
        row = json.loads(decoding.decode(line))
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON ({error}); {_ROW_ADVICE}") from None
    if not isinstance(row, dict):
        raise InputError(f"is no JSON object; {_ROW_ADVICE}")
    return Article(_row_name(row.get("id")) or name, _row_text(row.get("text")), metadata.from_fields(row))


def _row_name(value: object) -> str:
    return " ".join(decoding.clean(str(value)).split()) if isinstance(value, str | int) else ""


def _row_text(value: object) -> str:
    if not isinstance(value, str):
        raise InputError(f"has no text; {_ROW_ADVICE}")
    text = decoding.clean(value)
    if not text.strip():
        raise InputError("has an empty text; nothing to read")
    if len(text) > decoding.LARGEST_ARTICLE:
        raise InputError(f"has a text of {len(text):,} letters, more than {decoding.LARGEST_ARTICLE:,}; split it")
    return text
