"""Where input lies: files, folders, globs and standard input, each opened only when its turn comes."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tracker.model import Unreadable

STDIN = "-"
"""The path that stands for standard input."""


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes to read. `path` is None for standard input."""

    name: str
    path: Path | None = None

    @property
    def suffix(self) -> str:
        """The ending of the file's name, in lower case, with its dot."""
        return self.path.suffix.lower() if self.path else ""

    @property
    def label(self) -> str:
        """What a document read from here is called."""
        return self.path.name if self.path else "stdin"

    def open(self) -> AbstractContextManager[BinaryIO]:
        """The bytes; raises OSError. Standard input stays open."""
        return self.path.open("rb") if self.path else nullcontext(sys.stdin.buffer)


def find(path: str, suffixes: Collection[str]) -> Iterator[Source | Unreadable]:
    """What `path` stands for: a file, a folder's files with one of `suffixes`, a glob's matches, or `-`."""
    if path == STDIN:
        yield Source(STDIN)
    elif os.path.isdir(path):
        yield from _in_folder(path, suffixes)
    elif glob.has_magic(path) and not os.path.lexists(path):
        yield from _matching(path, suffixes)
    else:
        yield Source(path, Path(path))


def _matching(pattern: str, suffixes: Collection[str]) -> Iterator[Source | Unreadable]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield Unreadable(pattern, "matches no file; check the pattern, or quote it less")
    for match in matches:
        if os.path.isdir(match):
            continue
        yield Source(match, Path(match))


def _in_folder(folder: str, suffixes: Collection[str]) -> Iterator[Source | Unreadable]:
    """Articles below a folder in sorted order; hidden files, READMEs and other formats are passed over."""
    refused: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if _is_article(name, suffixes):
                found = True
                path = os.path.join(root, name)
                yield Source(path, Path(path))
    for error in refused:
        yield Unreadable(str(error.filename), f"cannot be listed ({error.strerror}); check its permissions")
    if not found and not refused:
        yield Unreadable(folder, f"holds no articles; those end in {', '.join(sorted(suffixes))}")


def _is_article(name: str, suffixes: Collection[str]) -> bool:
    stem, suffix = os.path.splitext(name.lower())
    return suffix in suffixes and not name.startswith(".") and stem != "readme"
