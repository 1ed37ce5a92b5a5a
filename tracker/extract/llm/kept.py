"""Answers kept on disk, so that no question is paid for twice."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class KeptAnswers:
    """One file for each question, named by the SHA-256 of all that the answer depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, question: Mapping[str, Any]) -> str | None:
        """The answer, None where none is kept."""
        try:
            return self._path(question).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None

    def put(self, question: Mapping[str, Any], answer: str) -> None:
        """Keeps an answer, whole or not at all, where nobody but the user may read it."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self._folder, delete=False) as begun:
            begun.write(answer)
        os.replace(begun.name, self._path(question))

    def _path(self, question: Mapping[str, Any]) -> Path:
        canonical = json.dumps(question, sort_keys=True).encode()
        return self._folder / f"{hashlib.sha256(canonical).hexdigest()}.json"
