"""Bytes to clean text: what is no text is refused with advice, what no screen or database bears is taken out."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from tracker.errors import InputError

LARGEST_ARTICLE = 1_000_000
"""Bytes, or letters in a row, that one article may have: what is longer, some 400 pages, is none, and reads slowly."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file", "save its text as .txt"),
    (b"PK\x03\x04", "a ZIP archive or office document", "unpack it, or save its text as .txt"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it with `gunzip`"),
    (b"BZh", "compressed with bzip2", "unpack it with `bunzip2`"),
    (b"\xfd7zXZ", "compressed with xz", "unpack it with `unxz`"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it with `unzstd`"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as .txt"),
    (b"{\\rtf", "a rich-text document", "save its text as .txt"),
    (b"\x89PNG", "a picture", "only text can be read"),
    (b"\xff\xd8\xff", "a picture", "only text can be read"),
    (b"GIF8", "a picture", "only text can be read"),
)
_HEAD = 8192
_MOST_CONTROLS = 0.02
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))

_NEWLINE = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def read_text(stream: BinaryIO, *, begun: bytes = b"") -> str:
    """All text of a stream, clean; raises InputError when it is no text, or none at all.

    `begun` is what has been read of the stream before.
    """
    data = begun + stream.read(LARGEST_ARTICLE + 1)
    if len(data) > LARGEST_ARTICLE:
        raise InputError(f"is longer than {LARGEST_ARTICLE // 1_000_000} MB; split it, or make it a .jsonl collection")
    text = clean(decode(data))
    if not text.strip():
        raise InputError("is empty; nothing to read")
    return text


def decode(data: bytes) -> str:
    """Bytes as text: by their byte-order mark, else as UTF-8; raises InputError for anything else."""
    refuse_binary(data)
    encoding = encoding_of(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(_not_encoded(error)) from None


def encoding_of(head: bytes) -> str:
    """The encoding that the first four bytes tell."""
    return next((encoding for bom, encoding in _BOMS if head.startswith(bom)), "utf-8")


def refuse_binary(head: bytes) -> None:
    """Raises InputError when the first bytes are those of a picture, an archive or other data."""
    for signature, kind, advice in _SIGNATURES:
        if head.startswith(signature):
            raise InputError(f"is {kind}, not text; {advice}")
    if encoding_of(head) in {"utf-8", "utf-8-sig"} and _control_share(head[:_HEAD]) > _MOST_CONTROLS:
        raise InputError("is binary data, not text; convert it to UTF-8 text first")


def clean(text: str) -> str:
    """Text with newlines as `\\n` and without NUL, other control characters, lone surrogates or byte-order marks."""
    return _UNWANTED.sub("", _NEWLINE.sub("\n", text))


def _control_share(head: bytes) -> float:
    return 1 - len(head.translate(None, _CONTROL_BYTES)) / len(head) if head else 0.0


def _not_encoded(error: UnicodeDecodeError) -> str:
    if not error.encoding.startswith("utf-8"):
        return f"is broken {error.encoding.upper()} text; save it as UTF-8"
    position = f"byte 0x{error.object[error.start]:02x} at position {error.start}"
    return f"is not UTF-8 ({position}); convert it, e.g. `iconv -f WINDOWS-1252 -t UTF-8`"
