"""Rows of other people's datasets as rows of ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tracker import reference
from tracker.errors import InputError, UsageError
from tracker.model import InvalidRow, TableRow
from tracker.views import rows
from tracker.views.dialects import NAMES, Dialect, named, translated

GDELT = {"GLOBALEVENTID": "10161", "SQLDATE": "20211123", "Actor1CountryCode": "JPN", "Actor2CountryCode": "AFG"}
ICEWS = {"Event ID": "31", "Event Date": "2021-11-23", "Source Country": "Japan", "Target Country": "Afghanistan"}
TRAVEL = {"Name": "Richard M. Nixon", "Country": "China", "Locale": "Peking", "Date(s)": "February 21–28, 1972"}


def one(cells: dict[str, str], dialect: Dialect | str) -> dict[str, str]:
    """The filled cells of the only row."""
    meant = named(dialect) if isinstance(dialect, str) else dialect
    [row] = translated([TableRow(2, cells)], meant, Counter())
    assert isinstance(row, TableRow), row
    return {column: cell for column, cell in row.cells.items() if cell}


def wrong(cells: dict[str, str], dialect: Dialect | str) -> InvalidRow:
    """What is wrong with the only row."""
    meant = named(dialect) if isinstance(dialect, str) else dialect
    [row] = translated([TableRow(2, cells)], meant, Counter())
    assert isinstance(row, InvalidRow)
    return row


def test_gdelt() -> None:
    """With a place that names its country, and the organisations that its groups are."""
    row = GDELT | {"EventCode": "042", "ActionGeo_FullName": "Kabul, Kabol, Afghanistan", "SOURCEURL": "https://x.org"}
    assert one(row, "gdelt") == {
        "id": "gdelt-10161",
        "type": "visit",
        "start": "2021-11-23",
        "countries": "AFG; JPN",
        "roles": "visitor: JPN; host: AFG",
        "place_name": "Kabul",
        "place_country": "AFG",
        "tags": "gdelt",
        "sources": "https://x.org",
    }
    assert (
        one(GDELT | {"Actor2CountryCode": "", "Actor2KnownGroupCode": "NAT", "EventCode": "041"}, "gdelt")[
            "organisations"
        ]
        == "NATO"
    )


@pytest.mark.parametrize(
    ("code", "type", "roles"),
    [
        ("040", "meeting", "participant: AFG, JPN"),
        ("043", "visit", "visitor: AFG; host: JPN"),
        ("43", "visit", "visitor: AFG; host: JPN"),
        ("0431", "visit", "visitor: AFG; host: JPN"),
        ("045", "meeting", "participant: AFG; mediator: JPN"),
        ("041", "call", "participant: AFG, JPN"),
        ("057", "agreement", "party: AFG, JPN"),
        ("054", "recognition", "recogniser: JPN; recognised: AFG"),
        ("161", "rupture", "initiator: JPN; target: AFG"),
    ],
)
def test_a_code_tells_type_and_roles(code: str, type: str, roles: str) -> None:
    row = one(GDELT | {"EventCode": code}, "gdelt")
    assert (row["type"], row["roles"]) == (type, roles)


def test_an_intent_to_meet_is_planned() -> None:
    assert one(GDELT | {"EventCode": "036"}, "gdelt")["status"] == "planned"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"EventCode": "190"}, "the code is that of no diplomatic engagement"),
        ({"EventCode": "114"}, "the code is that of no diplomatic engagement"),
        ({"EventCode": "042", "Actor2CountryCode": "JPN"}, "fewer than 2 countries or organisations"),
        ({"EventCode": "042", "Actor2CountryCode": "EUR"}, "fewer than 2 countries or organisations"),
    ],
)
def test_what_is_no_engagement_is_left_out_and_counted(changed: dict[str, str], reason: str) -> None:
    left_out: Counter[str] = Counter()
    assert list(translated([TableRow(2, GDELT | changed)], named("gdelt"), left_out)) == []
    assert left_out == {reason: 1}


@pytest.mark.parametrize(("code", "country"), [("ROM", "ROU"), ("TMP", "TLS"), ("DEU", "DEU"), ("GZS", "PSE")])
def test_cameo_has_countries_of_its_own(code: str, country: str) -> None:
    row = one(GDELT | {"EventCode": "040", "Actor2CountryCode": code}, "gdelt")
    assert country in row["countries"].split("; ")


def test_icews() -> None:
    """With its countries' names, and the people and organisations that are known."""
    row = ICEWS | {"CAMEO Code": "042", "Event Text": "Make a visit", "City": "Kabul", "Country": "Afghanistan"}
    told = one(row | {"Source Name": "Hu Jintao", "Source Country": "China"}, "icews")
    assert (told["id"], told["people"], told["countries"]) == ("icews-31", "Hu Jintao (CHN)", "AFG; CHN")
    assert (told["place_name"], told["place_country"]) == ("Kabul", "AFG")
    told = one(row | {"Source Name": "European Union", "Source Country": "European Union"}, "icews")
    assert (told["organisations"], told["countries"]) == ("EU", "AFG")
    assert "people" not in one(row | {"Source Name": "Citizen (Japan)"}, "icews")


def test_travels_of_the_historian() -> None:
    assert one(TRAVEL | {"Remarks": "Met Mao."}, "historian") == {
        "type": "visit",
        "start": "1972-02-21",
        "end": "1972-02-28",
        "countries": "CHN; USA",
        "people": "Richard M. Nixon (USA)",
        "roles": "visitor: USA; host: CHN",
        "place_name": "Peking",
        "tags": "historian",
        "note": "Met Mao.",
    }


def test_visits_of_the_historian() -> None:
    """Where the country is the visitor's."""
    row = {"Visitor": "Hayato Ikeda", "Country": "Japan", "Description": "Official.", "Date": "June 20, 1961"}
    told = one(row, "historian")
    assert (told["people"], told["roles"]) == ("Hayato Ikeda (JPN)", "visitor: JPN; host: USA")


@pytest.mark.parametrize(
    ("dialect", "cells", "column", "complaint"),
    [
        ("gdelt", GDELT | {"EventCode": "042", "SQLDATE": "20211323"}, "SQLDATE", "does not exist"),
        ("gdelt", GDELT | {"EventCode": "visit"}, "EventCode", "'visit' is no CAMEO code"),
        (
            "gdelt",
            GDELT | {"EventCode": "042", "Actor1CountryCode": "XQX"},
            "Actor1CountryCode",
            "'XQX' is no country that is known",
        ),
        ("historian", TRAVEL | {"Date(s)": "soon"}, "Date(s)", "'soon' is no date"),
    ],
)
def test_a_mistake_is_told_by_their_name_for_the_column(
    dialect: str, cells: dict[str, str], column: str, complaint: str
) -> None:
    fault = wrong(cells, dialect)
    assert (fault.line, fault.column) == (2, column)
    assert complaint in fault.message


@pytest.mark.parametrize("name", NAMES)
def test_every_dialect_tells_types_and_countries_that_there_are(name: str) -> None:
    dialect = named(name)
    for meant in dialect.codes.values():
        kind = meant if isinstance(meant, str) else meant["type"]
        assert not kind or kind in reference.EVENT_TYPES
        for role in () if isinstance(meant, str) else meant.get("roles", ()):
            assert role in reference.EVENT_TYPES[kind].roles
    assert all(reference.country(code) for code in filter(None, dialect.countries.values()))
    assert all(reference.organisation(short) for short in dialect.organisations.values())


def test_our_own_columns_need_no_mapping() -> None:
    """In any case, and with days as people write them."""
    row = {"ID": "a", "Type": "visit", "Place name": "Köln", "start": "23.11.2021", "end": ""}
    assert one(row, Dialect()) == {"id": "a", "type": "visit", "place_name": "Köln", "start": "2021-11-23"}


def test_an_empty_cell_stays_one() -> None:
    """For it empties a field."""
    [row] = translated([TableRow(2, {"id": "a", "end": "", "note": ""})], Dialect(), Counter())
    assert isinstance(row, TableRow)
    assert row.cells == {"id": "a", "end": "", "note": ""}


def test_columns_can_be_mapped_joined_and_left_out() -> None:
    columns = {"Datum": "start", "Art": "type", "Gast": "countries", "Gastgeber": "countries", "Prüfung": ""}
    row = {"Datum": "11/2021", "Art": "visit", "Gast": "Japan", "Gastgeber": "Katar", "Prüfung": "x"}
    dialect = Dialect().with_columns(columns, dates=("MM/YYYY",))
    assert one(row, dialect) == {"type": "visit", "start": "2021-11", "countries": "Japan; Katar"}


def test_a_column_that_is_not_known_is_refused() -> None:
    with pytest.raises(InputError, match=r"'titel' is no column of events; .* `--map 'titel=COLUMN'`"):
        list(translated([TableRow(2, {"titel": "x"})], Dialect(), Counter()))


def test_what_a_column_cannot_tell_is_refused() -> None:
    with pytest.raises(UsageError, match="column 'Datum' cannot tell 'day'; it may tell id, type"):
        Dialect().with_columns({"Datum": "day"})


def test_a_mapping_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'like = "cameo"\ndates = ["DD.MM.YYYY"]\n[columns]\nTag = "date"\nCode = "code"\nA = "source"\nB = "target"'
    )
    assert one({"Tag": "1.2.2021", "Code": "040", "A": "ROM", "B": "JPN"}, str(path))["countries"] == "JPN; ROU"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("colums = 1", "'colums' is nothing that a mapping tells; that is about, columns"),
        ("[columns]\nTag = 'day'", "column 'Tag' cannot tell 'day'"),
        ("dates = ['DD']", "'DD' is no pattern of a date"),
        ("not toml", "is no TOML"),
        ("columns = 'id'", "mine.toml"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(content)
    with pytest.raises(InputError, match=complaint):
        named(str(path))


def test_a_mapping_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"it may be gdelt, icews, historian or a FILE.toml"):
        named("cow")
    with pytest.raises(InputError, match="cannot read"):
        named(str(tmp_path / "none.toml"))


def test_a_translated_row_is_one_that_can_be_read() -> None:
    event = rows.event(one(GDELT | {"EventCode": "043"}, "gdelt"))
    assert event.roles == {"host": ("JPN",), "visitor": ("AFG",)}
