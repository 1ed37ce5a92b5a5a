"""`tracker review --full`, driven as by a person, on a real database."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from tracker import resolve, settings, store
from tracker.cli.review import desk
from tracker.cli.review.screen import Screen
from tracker.model import Document, Event, Filter, Mention, Review, Sentence, TimeSpan

QUOTE = "Japan and Afghanistan met in Kabul."
TEXT = "\n\n".join(["Nothing of note."] * 40 + [f"It rained. {QUOTE} It cleared."] + ["Nothing more."] * 40)
FIRST = "meeting 2021-11-23 JPN AFG @Kabul/AFG"
SECOND = "meeting 2021-11-24 JPN AFG @/AFG"
THIRD = "visit 2021-05-01 FRA:visitor DEU:host"


@pytest.fixture(scope="session")
def model(told: Callable[..., Mention], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two meetings that may be one, the first doubtful, and of a visit."""
    path = tmp_path_factory.mktemp("full") / "record.db"
    start = TEXT.index(QUOTE)
    quoted = (Sentence(QUOTE, start, start + len(QUOTE)),)
    articles = [
        (TEXT, told(FIRST, confidence=0.4, evidence=quoted)),
        ("Another day.", told(SECOND, confidence=0.9)),
        ("A visit.", told(THIRD, confidence=0.6)),
    ]
    with store.open_recorder(str(path), author="tests", command="ingest") as recorder:
        for number, (text, mention) in enumerate(articles):
            document = Document(text=text, name=f"a{number}", title="Talks", published=TimeSpan.iso("2021-11-25"))
            recorder.article(document, [mention], resolve, extractor="test")
    return path


@dataclass
class Sitting:
    """The application under a pilot, and the record behind it."""

    app: Screen
    pilot: Pilot[None]
    database: Path

    async def press(self, *keys: str) -> None:
        """Presses keys, and waits until all is drawn."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def told(self) -> str:
        """What is shown of the event at hand."""
        return str(self.app.query_one("#told", Static).content)

    @property
    def where(self) -> str:
        """The heading."""
        return str(self.app.query_one("#where", Static).content)

    def record(self) -> dict[str, Event]:
        """The events on record by title."""
        with store.open_reader(str(self.database)) as reader:
            return {event.title: event for event in reader.events(Filter(include_rejected=True))}


Script = Callable[[Sitting], Awaitable[None]]


@pytest.fixture
def sit(model: Path, database: Path) -> Callable[..., None]:
    """Lets a script sit at the full screen, which is as large as said."""
    shutil.copy(model, database)

    def run(script: Script, size: tuple[int, int] = (140, 40)) -> None:
        async def drive() -> None:
            chosen = settings.load(given={})
            waiting = desk.waiting(desk.Asked(Filter(reviews=(Review.UNREVIEWED,))), chosen.database)
            with desk.opened(waiting, chosen, "") as sitting:
                app = Screen(sitting)
                async with app.run_test(size=size) as pilot:
                    await pilot.pause()  # for the panes
                    await pilot.pause()  # for what they show
                    await script(Sitting(app, pilot, database))

        asyncio.run(drive())

    return run


Sit = Callable[..., None]


def test_any_event_is_shown_beside_its_article_with_the_quotation_in_sight(sit: Sit) -> None:
    """Keys and the mouse go to it; nothing is decided by looking, or where no editor can be opened."""

    async def script(at: Sitting) -> None:
        before = at.record()
        assert FIRST in at.told
        assert "read with a confidence of 0.40 only" in at.told
        pane = at.app.query_one("#article")
        [quoted] = [one for one in pane.children if f"»{QUOTE}«" in str(one.content)]  # type: ignore[attr-defined]
        assert pane.scroll_offset.y > 0
        assert pane.region.contains_region(quoted.region)
        await at.press("down")
        assert THIRD in at.told
        await at.press("up")
        assert FIRST in at.told
        await at.pilot.click("#queue", offset=(5, 4))
        await at.pilot.pause()
        assert SECOND in at.told
        assert at.where.startswith("3 of 3")
        await at.press("e")
        [notice] = at.app._notifications
        assert "`tracker edit" in notice.message
        assert SECOND in at.told
        assert at.record() == before

    sit(script)


def test_keys_decide_and_each_decision_is_on_record_at_once(sit: Sit) -> None:
    async def script(at: Sitting) -> None:
        queue = at.app.query_one("#queue", OptionList)
        await at.press("a")
        assert at.record()[FIRST].review is Review.CONFIRMED
        assert at.where.startswith("2 of 3 · 2 left")
        await at.press("r")
        assert at.record()[THIRD].review is Review.REJECTED
        await at.press("u")
        assert at.record()[THIRD].review is Review.UNREVIEWED
        assert THIRD in at.told
        await at.press("s")
        assert queue.get_option_at_index(1).disabled
        await at.press("u")
        assert not queue.get_option_at_index(1).disabled

    sit(script)


def test_an_event_is_kept_apart_from_the_marked_one_or_goes_into_it(sit: Sit) -> None:
    async def script(at: Sitting) -> None:
        likely = at.app.query_one("#likely", OptionList)
        assert likely.option_count == 1
        await at.press("d")
        assert not likely.display
        assert FIRST in at.told
        await at.press("m")
        assert set(at.record()) == {FIRST, SECOND, THIRD}
        await at.press("u", "1", "m")
        assert set(at.record()) == {SECOND, THIRD}
        await at.press("u")
        assert set(at.record()) == {FIRST, SECOND, THIRD}

    sit(script)


def test_at_80_columns_the_queue_stands_above_and_the_last_decision_ends_it(sit: Sit) -> None:
    async def script(at: Sitting) -> None:
        queue, article = at.app.query_one("#queue").region, at.app.query_one("#article").region
        assert queue.bottom <= article.y
        assert queue.width == 80
        await at.press("a", "a", "a")
        assert not at.app.is_running

    sit(script, size=(80, 24))


def test_without_textual_the_command_says_what_to_install(
    filled: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual", None)
    monkeypatch.setitem(sys.modules, "textual.app", None)
    monkeypatch.delitem(sys.modules, "tracker.cli.review.screen")
    refused = filled("review", "--full")
    assert refused.code == 2
    assert "pip install 'diplomatic-tracker[full]'" in refused.err
