"""What every test rests on: its own empty home, so that nobody's database or settings are touched."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st

from tests.mentions import mention
from tracker import reference
from tracker.cli import run
from tracker.model import (
    Event,
    Mention,
    Participant,
    PartyKind,
    Place,
    Precision,
    Review,
    Source,
    Status,
    TimeSpan,
)

EVENTS = Path(__file__).parent / "events.csv"
MEMORY = Path("/dev/shm")

# More examples show hardly more in the time that a test has; `HYPOTHESIS_PROFILE=thorough` takes them.
hypothesis.settings.register_profile("quick", max_examples=40, deadline=None)
hypothesis.settings.register_profile("thorough", max_examples=500, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder that everything below takes for the user's home; no words are added."""
    reference.use(reference.NO_WORDS)
    home = tmp_path_factory.mktemp("home")
    for variable in ("TRACKER_CONFIG", "TRACKER_DATABASE_URL", "TRACKER_AUTHOR", "TRACKER_WORDS"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the events of `tests/events.csv`, made once; to be copied where it is written."""
    path = tmp_path_factory.mktemp("record") / "record.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_CONFIG", os.devnull)
        assert run(["import", str(EVENTS), "--db", str(path)]) == 0
    return path


@pytest.fixture
def at_once() -> Callable[..., None]:
    """Calls a function with each of several values at once, in processes of their own; all must end well."""
    forking = multiprocessing.get_context("fork")  # what this process has loaded, they have too

    def call(function: Callable[..., object], *values: object) -> None:
        processes = [forking.Process(target=function, args=(value,)) for value in values]
        for process in processes:
            process.start()
        for process in processes:
            process.join(timeout=120)
        assert [process.exitcode for process in processes] == [0] * len(values)

    return call


def pytest_configure() -> None:
    """Temporary files stand in memory where there is room, for it is not the disk that is tested."""
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2 * 2**30:
        tempfile.tempdir = os.environ["TMPDIR"] = str(MEMORY)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes the snapshots anew instead of comparing with them; the others are for `make soak`."""
    parser.addoption("--update", action="store_true", help="write the snapshots anew")
    parser.addoption("--kills", type=int, default=2, help="how often the writer of each task is killed (%(default)s)")
    parser.addoption("--seconds", type=float, default=2, help="how long a crowd is at one record (%(default)s)")
    parser.addoption("--articles", type=int, default=40, help="articles of two simulated years (%(default)s)")
    parser.addoption("--findings", metavar="FILE", help="write what the soak tests found as JSON")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in `snapshots/` beside the test."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "snapshots" / name
        if request.config.getoption("--update"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


AWKWARD = ("=1+1", "'=1", '"a" b', "a;b,c\td", "two\r\nlines", "\x01", "_x000D_", " a ", "007", "2021-11-23", "null")
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | st.sampled_from(AWKWARD)
NAMES = WORDS.map(str.strip).filter(lambda text: bool(text) and "(" not in text and ")" not in text)
CODES = st.sampled_from(["JPN", "AFG", "QAT", "XKX"])
BODIES = st.sampled_from(["NATO", "Nippon Foundation", "=A; B: C, D"])
DAYS = st.dates(date(1945, 1, 1), date(2100, 1, 1))


@st.composite
def _spans(draw: st.DrawFn) -> TimeSpan:
    """Time spans of every shape."""
    day = draw(DAYS)
    text = draw(WORDS)
    return draw(
        st.sampled_from(
            [
                TimeSpan.day(day, day + timedelta(days=draw(st.integers(0, 9))), text=text),
                TimeSpan.week(day, text=text),
                TimeSpan.month(day.year, day.month, text=text),
                TimeSpan(date(day.year, 6, 1), date(day.year, 8, 31), Precision.SEASON, text),
                TimeSpan.year(day.year, text=text),
                TimeSpan.unknown(end=day, text=text),
                TimeSpan.unknown(start=day, text=text),
                TimeSpan.unknown(text=text),
            ]
        )
    )


@st.composite
def _events(draw: st.DrawFn) -> Event:
    """Events whose names hold every separator that a cell uses."""
    kind = draw(st.sampled_from(list(reference.EVENT_TYPES.values())))
    roles = st.sampled_from([None, *kind.roles])
    countries = [
        Participant(kind=PartyKind.COUNTRY, name=code, role=draw(roles), country=code) for code in draw(st.sets(CODES))
    ]
    people = [
        Participant(
            kind=PartyKind.PERSON,
            name=draw(NAMES),
            role=draw(roles),
            office=draw(st.none() | NAMES),
            country=draw(st.none() | CODES),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    bodies = [Participant(kind=PartyKind.ORGANISATION, name=name) for name in draw(st.sets(BODIES))]
    return Event(
        id="7c1a",
        type=kind.name,
        subtype=draw(st.sampled_from([None, *kind.subtypes])),
        status=draw(st.sampled_from(list(Status))),
        when=draw(_spans()),
        title=draw(WORDS),
        participants=(*countries, *bodies, *people),
        place=draw(st.sampled_from([Place(), Place("Kabul", "AFG", 34.5, 69.2), Place(None, "QAT"), Place("=Hof")])),
        confidence=draw(st.none() | st.floats(0, 1)),
        tags=tuple(draw(st.lists(NAMES, max_size=2))),
        note=draw(WORDS),
        review=draw(st.sampled_from(list(Review))),
        sources=tuple(
            Source(document=name, quote=draw(WORDS), start=0, end=0) for name in draw(st.sets(NAMES, max_size=2))
        ),
    )


@pytest.fixture(scope="session")
def any_event() -> st.SearchStrategy[Event]:
    """Events of every type and precision, of texts that no format holds as they are."""
    return _events()


Told = Callable[..., Mention]


@pytest.fixture(scope="session")
def told() -> Told:
    """Mentions written in a line, as `tests.mentions` reads it."""
    return mention
