"""How the database goes about each question: by an index, however much is on record."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bench.invented import BIG, COMMON, RARE, fill
from tracker import store
from tracker.model import Filter, Status
from tracker.store import search, sql
from tracker.store.address import Address
from tracker.store.connect import reading
from tracker.store.query import Reader
from tracker.store.search import Survey

PARTY = "ix_participation_party_id_day_event_key (party_id=?"
MAY = {"since": date(2010, 5, 1), "until": date(2010, 5, 31)}
MANY, VERY_MANY, ONE = Survey(20_000), Survey(200_000), Survey(400, party=1)
WHOLE = re.compile(r"SCAN (e|c|x|n|event|participation)\b")
QUESTIONS: list[tuple[dict[str, object], Survey, str]] = [
    ({}, Survey(), "SCAN e USING INDEX ix_event_day"),
    (MAY, Survey(), "SEARCH e USING INDEX ix_event_day (day>? AND day<?)"),
    ({"countries": (BIG,)}, Survey(), f"SEARCH c USING INDEX {PARTY})"),
    ({"countries": (BIG,)}, Survey(), "SEARCH e USING INDEX ix_event_third_country (place_country=?)"),
    ({"countries": (BIG,), "country_as": "place"}, Survey(), "ix_event_place_country_day (place_country=?)"),
    ({"countries": (BIG,), "partners": ("AFG",)}, Survey(), f"SEARCH c USING INDEX {PARTY})"),
    ({"countries": (BIG, "AFG")}, Survey(), f"SEARCH x USING COVERING INDEX {PARTY} AND day=? AND event_key=?)"),
    ({"countries": (BIG,), **MAY}, Survey(), f"SEARCH c USING INDEX {PARTY} AND day>? AND day<?)"),
    ({"countries": (BIG,), "types": ("visit",)}, Survey(), f"SEARCH c USING INDEX {PARTY})"),
    ({"types": ("visit", "call")}, Survey(), "SEARCH e USING INDEX ix_event_type_day (type=?)"),
    ({"types": ("visit",), **MAY}, Survey(), "SEARCH e USING INDEX ix_event_type_day (type=? AND day>? AND day<?)"),
    ({"statuses": (Status.PLANNED,)}, Survey(), "SEARCH e USING INDEX ix_event_status_day (status=?)"),
    ({"places": ("beijing",)}, Survey(), "SEARCH e USING INDEX ix_event_place_folded_day (place_folded=?)"),
    ({"tags": ("water",)}, Survey(), "SEARCH t USING INDEX ix_tag_name (name=?)"),
    ({"people": ("baba",)}, Survey(), f"SEARCH x USING COVERING INDEX {PARTY})"),
    ({"people": ("baba",)}, ONE, f"SEARCH c USING INDEX {PARTY})"),
    ({"people": ("baba",), "countries": ("AFG",)}, MANY, f"SEARCH c USING INDEX {PARTY})"),
    ({"people": ("baba",)}, MANY, "SCAN e USING INDEX ix_event_day"),
    ({"organisations": ("NATO",)}, ONE, f"SEARCH c USING INDEX {PARTY})"),
    ({"text": RARE}, Survey(), "SCAN s VIRTUAL TABLE INDEX 0:M0"),
    ({"text": COMMON}, MANY, "SCAN e USING INDEX ix_event_day"),
    ({"text": COMMON}, VERY_MANY, "SCAN s VIRTUAL TABLE INDEX 0:=M0"),
    ({"text": COMMON, "countries": (BIG,)}, MANY, f"SEARCH c USING INDEX {PARTY})"),
]


@pytest.fixture(scope="module")
def filled(new_database: Callable[..., str]) -> dict[str, str]:
    """The same events on either kind of database."""
    urls = {kind: new_database(kind, empty=True) for kind in ("sqlite", "postgresql")}
    for url in urls.values():
        fill(url, 2_000)
    return urls


def newest(asked: dict[str, object]) -> Filter:
    """The newest ten."""
    return Filter(**asked, limit=10, latest_first=True)  # type: ignore[arg-type]


def plan(url: str, statement: str, binds: dict[str, object]) -> list[str]:
    """What SQLite does, step by step."""
    with reading(Address.read(url)) as connection:
        return [row["detail"] for row in connection.rows(f"explain query plan {statement}", binds)]


def walked(steps: list[str]) -> list[str]:
    """The steps that go through all events or all who took part, but for walks along the days."""
    along = ("ix_event_day", "ix_event_loose")
    return [step for step in steps if WHOLE.match(step) and not step.endswith(along)]


@pytest.mark.parametrize(("asked", "survey", "by"), QUESTIONS, ids=str)
def test_each_question_goes_by_its_index(asked: dict[str, object], survey: Survey, by: str, filled) -> None:
    """And never through all events or all who took part."""
    steps = plan(filled["sqlite"], *search.events(newest(asked), "sqlite", survey=survey))
    assert any(by in step for step in steps), "\n".join(steps)
    assert walked(steps) == []


def test_only_what_nothing_else_leads_to_is_walked_to_along_the_days(filled) -> None:
    """Everything, and what very many have."""
    along = []
    for asked, survey, _ in QUESTIONS:
        steps = plan(filled["sqlite"], *search.events(newest(asked), "sqlite", survey=survey))
        along += [asked] * any(step.startswith("SCAN e USING INDEX ix_event_day") for step in steps)
    assert along == [{}, {"people": ("baba",)}, {"text": COMMON}, {"text": COMMON}]


def test_a_missing_index_is_seen(filled, tmp_path: Path) -> None:
    """Without it the same question goes another way."""
    copy = shutil.copy(filled["sqlite"], tmp_path / "copy.db")
    with closing(sqlite3.connect(copy)) as connection:
        for index in ("ix_event_place_folded_day", "ix_event_day"):
            connection.execute(f"drop index {index}")
    assert walked(plan(str(copy), *search.events(newest({"places": ("beijing",)}), "sqlite"))) != []


def test_months_are_counted_off_one_index(filled) -> None:
    """No event is looked at."""
    steps = plan(filled["sqlite"], sql.months("sqlite"), {"party": f"country:{BIG}"})
    assert {step for step in steps if " c " in step} == {
        "SEARCH c USING COVERING INDEX ix_participation_counted (party_id=?)"
    }


@pytest.mark.parametrize("asked", list({str(asked): asked for asked, _, _ in QUESTIONS}.values()), ids=str)
def test_every_way_leads_to_the_same_events(asked: dict[str, object], filled) -> None:
    """On both kinds of database, few or many as they are, the first ten and all of them."""
    everything = Filter(**asked, latest_first=True)  # type: ignore[arg-type]
    found = []
    for kind, url in filled.items():
        with reading(Address.read(url)) as connection:
            reader = Reader(connection, Address.read(url))
            found.append([one.id for one in reader.events(everything)])
            assert [one.id for one in reader.events(newest(asked))] == found[-1][:10]
            countries = reader._survey(everything).countries
            for events in (0, MANY.events, VERY_MANY.events):
                survey = Survey(events, countries=countries)
                rows = connection.rows(*search.events(everything, connection.dialect, survey=survey))
                assert [row["id"] for row in rows] == found[-1], (kind, survey)
    assert found[0] == found[1]


def test_the_invented_record_asks_for_something(filled) -> None:
    """Most of the questions above have answers in it."""
    with store.open_reader(filled["sqlite"]) as reader:
        unanswered = [asked for asked, _, _ in QUESTIONS if not reader.events(newest(asked))]
    assert unanswered == [{"tags": ("water",)}]
