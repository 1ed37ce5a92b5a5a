"""How the bytes of a text are to be read: by their mark, as UTF-8 where they can be, else as Windows wrote them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from tracker.errors import InputError, UsageError

UTF_8 = "utf-8-sig"
WINDOWS = "cp1252"

_BOMS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARCHIVE = b"PK\x03\x04"
_CHUNK = 1 << 16


def found(path: Path) -> str:
    """The encoding of a text file; the whole file is looked at, for one letter may tell.

    A short table says too little of its language for anything but Windows-1252 to be guessed where it is not Unicode.
    """
    with path.open("rb") as stream:
        head = stream.read(_CHUNK)
        if head.startswith(_ARCHIVE):
            raise InputError("is a workbook or an archive, not text; give it the ending .xlsx, or unpack it")
        marked = next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None)
        return marked or _wide(head) or (UTF_8 if _is_utf8(head, stream) else WINDOWS)


@contextmanager
def text(path: Path, encoding: str | None) -> Iterator[TextIO]:
    """A file's text with its own newlines; raises InputError where it is not in that encoding."""
    encoding = known(encoding) if encoding else found(path)
    with path.open(encoding=encoding, newline="") as stream:
        try:
            yield stream
        except UnicodeError as error:
            raise InputError(
                f"{path} is not {shown(encoding)} text ({_where(error)}); name another --encoding"
            ) from None


def known(name: str) -> str:
    """The encoding of that name; raises UsageError when there is none."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        raise UsageError(f"--encoding '{name}' is not known; try utf-8, utf-16, windows-1252 or shift-jis") from None
    return UTF_8 if found == "utf-8" else found


def shown(encoding: str) -> str:
    """An encoding by the name that people know."""
    return {UTF_8: "UTF-8", WINDOWS: "Windows-1252"}.get(encoding, encoding.upper())


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its ASCII is zero."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(head: bytes, rest: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while head:
            decoder.decode(head)
            head = rest.read(_CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _where(error: UnicodeError) -> str:
    return f"byte 0x{error.object[error.start]:02x}" if isinstance(error, UnicodeDecodeError) else str(error)
