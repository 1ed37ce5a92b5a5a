"""`tracker add` and `edit` at a real terminal: questions, drafts, and an editor that is opened again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

Tracker = Callable[..., Any]
Terminal = Callable[..., Any]

CTRL_C = "\x03"


def test_what_is_answered_is_kept_when_the_person_leaves(terminal: Terminal, tracker: Tracker) -> None:
    """The next `tracker add` offers it, and puts on record what options would."""
    first = terminal("add")
    first.expect("type:")
    first.send("meeting\r")
    first.expect("subtype:")
    first.send("\r")
    first.expect("status [occurred]:")
    first.send("\r")
    first.expect("date:")
    first.send("2021-13\r")
    first.expect("there is no such date as '2021-13'")
    first.expect("date: 2021-13")
    first.send("\x7f\x7f10\r")
    first.expect("'2021-10' read as 2021-10, month")
    first.expect("country:")
    first.send(CTRL_C)
    first.expect("a draft is kept")
    assert first.code() == 130

    second = terminal("add")
    second.expect("go on with the draft: meeting, 2021-10? [Y/n]")
    second.send("\r")
    for asked, answer in [
        *(("type [meeting]", ""), ("subtype", ""), ("status", ""), ("date [2021-10]", "")),
        *(("country", "Jap\t; Afghanistan"), ("organisation", ""), ("person", "Takashi Okada:ambassador:JPN")),
        *(("place", "Kabul"), ("title", ""), ("note", "Seen"), ("tag", ""), ("source", "Ministry")),
        *(("quote", "They met."), ("source", "")),
    ]:
        second.expect(f"  {asked}")
        begun, tab, rest = answer.partition("\t")
        second.send(begun)
        if tab:
            second.expect("JPN")
            second.send(tab + rest)
        second.send("\r")
    assert second.code() == 0
    [answered] = [json.loads(line) for line in tracker("timeline", "--format", "jsonl").out.splitlines()]

    options = tracker(
        *("add", "--yes", "--type", "meeting", "--date", "2021-10", "--country", "Japan", "--country", "Afghanistan"),
        *("--person", "Takashi Okada:ambassador:JPN", "--place", "Kabul", "--note", "Seen"),
        *("--source", "Ministry", "--quote", "They met."),
    )
    [given] = json.loads(tracker("show", options.out.strip(), "--format", "json").out)
    own = {"id", "history"}
    assert {name: answered[name] for name in answered.keys() - own} == {
        name: given[name] for name in given.keys() - own
    }


def test_a_likely_duplicate_is_asked_about(terminal: Terminal, tracker: Tracker) -> None:
    meeting = ("add", "--type", "meeting", "--date", "2021-11-23", "--country", "Japan", "--country", "Afghanistan")
    id = tracker(*meeting).out.strip()
    again = terminal(*meeting)
    again.expect(f"- {id} meeting 2021-11-23: AFG, JPN (88% alike)")
    again.expect("add it all the same? [y/N]")
    again.send("\r")
    again.expect("nothing was added")
    assert again.code() == 1
    assert len(tracker("timeline").out.splitlines()) == 1


def test_a_form_with_a_mistake_is_opened_again(terminal: Terminal, tracker: Tracker, tmp_path: Path) -> None:
    """With the reason below the line, where the person's next save finds it."""
    editor = tmp_path / "editor.sh"
    editor.write_text(
        "#!/bin/sh\n"
        'if grep -q "^#! unknown type .picnic." "$1"; then sed -i "s/^type:.*/type: visit/" "$1"\n'
        'else sed -i "s/^type:.*/type: picnic/; s/^title:/title: Guests/" "$1"; fi\n'
    )
    editor.chmod(0o755)
    added = terminal("add", "--editor", VISUAL=str(editor))
    assert added.code() == 0
    assert "Guests" in tracker("timeline").out


def test_an_event_is_corrected_by_answers(terminal: Terminal, tracker: Tracker, record: Path, database: Path) -> None:
    """Without colour too."""
    shutil.copy(record, database)
    edited = terminal("edit", "2b77", NO_COLOR="1")
    for asked, answer in [
        *(("type [meeting]", ""), ("subtype", ""), ("status", ""), ("date [2021-10]", "2021-10-27"), ("country", "")),
        *(("organisation", ""), ("person", ""), ("place [Doha]", ""), ("title", ""), ("note", ""), ("tag", "")),
        *(("source", ""), ("quote", ""), ("source", ""), ("review [unreviewed]", "confirmed")),
    ]:
        edited.expect(f"  {asked}")
        edited.send(f"{answer}\r")
    edited.expect("start: 2021-10-01 → 2021-10-27")
    edited.expect("review: unreviewed → confirmed")
    assert edited.code() == 0
