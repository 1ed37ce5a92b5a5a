"""`requirements.lock` gives what `pyproject.toml` asks for, each by version and hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
EXTRAS = ("agreement", "cluster", "full", "llm", "postgres")


def locked() -> dict[str, Version]:
    """What is locked, by name."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = re.findall(
        r"^([\w.-]+)==([^\s;]+)[^\\\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.MULTILINE
    )
    assert len(found) == len(re.findall(r"^[\w.-]+", text, re.MULTILINE)), "something is locked without a hash"
    return {canonicalize_name(name): Version(version) for name, version, _ in found}


def asked() -> list[Requirement]:
    """What is asked for, for running with everything that can be had."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for extra in EXTRAS for one in project["optional-dependencies"][extra]]
    assert set(project["optional-dependencies"]) == {*EXTRAS, "dev"}
    return [Requirement(one) for one in (*project["dependencies"], *extras)]


def test_the_lock_gives_what_is_asked_for() -> None:
    """`make lock` writes it anew."""
    versions = locked()
    wrong = [
        str(one) for one in asked() if versions.get(canonicalize_name(one.name), Version("0")) not in one.specifier
    ]
    assert wrong == []
