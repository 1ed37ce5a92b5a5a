"""The wheel holds everything that the program needs away from its checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize("folder", ["tracker", "alembic", "seeds"])
def test_every_file_of_the_checkout_is_in_the_wheel(names: list[str], folder: str) -> None:
    """Code, data, migrations and the demonstration's articles."""
    inside = {"tracker": "tracker", "alembic": "tracker/_alembic", "seeds": "tracker/_seeds"}[folder]
    files = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
    wanted = {f"{inside}/{path.as_posix()}" for path in files if "__pycache__" not in path.parts}
    assert wanted - set(names) == set()


def test_nothing_shadows_the_alembic_library(names: list[str]) -> None:
    assert not [name for name in names if name.startswith("alembic/")]
