"""Decisions as lines of JSON in a file: those that a script hands in, and those kept until an article is finished."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from tracker.errors import InputError
from tracker.evaluation.decisions import Decision


def read_decisions(path: Path) -> list[Decision]:
    """The decisions in a file; raises InputError for a line that is none."""
    decisions = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                decisions.append(Decision.read(json.loads(line)))
            except (InputError, ValueError) as error:
                raise InputError(f"{path}, line {number}: {error}") from None
    return decisions


class Journal:
    """The decisions on unfinished articles, so that a person can stop and go on; no file where there are none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def about(self, document: str) -> list[Decision]:
        """What was decided about an article, in that order."""
        return [one for one in self._decisions() if one.document == document]

    def note(self, decision: Decision) -> None:
        """Keeps a decision."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(_line(decision))

    def close(self, document: str) -> None:
        """Forgets an article that is finished."""
        rest = [one for one in self._decisions() if one.document != document]
        if rest:
            self._write(rest)
        else:
            self._path.unlink(missing_ok=True)

    def _decisions(self) -> list[Decision]:
        return read_decisions(self._path) if self._path.exists() else []

    def _write(self, decisions: Iterable[Decision]) -> None:
        begun = self._path.with_suffix(".part")
        begun.write_text("".join(map(_line, decisions)), encoding="utf-8")
        os.replace(begun, self._path)


def _line(decision: Decision) -> str:
    return json.dumps(decision.row(), ensure_ascii=False) + "\n"
