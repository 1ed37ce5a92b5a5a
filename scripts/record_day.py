"""Record a working day at a real terminal of 80 columns, and write it down as docs/working-day.md.

usage: record_day.py [--out FILE]

The articles are those of `tests/day/`; every line of the record is what the terminal showed. It takes a minute or two.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyte
from openpyxl import load_workbook

ROOT = Path(__file__).parents[1]
COLUMNS, ROWS = 80, 24
PATIENCE = 120
"""Seconds after which a terminal that shows nothing new is given up."""

HEAD = """# A working day

Twenty short articles about one invented March, read, reviewed, corrected, exported, edited in a spreadsheet and brought
back. `python scripts/record_day.py` recorded it from a terminal of 80 columns; the articles are in `tests/day/`. What
stands in the boxes is what the terminal showed, keys pressed included; `tests/test_day.py` checks a day like it."""


class Shell:
    """A shell at a pseudo-terminal; its screen is as tall as the day, so that nothing scrolls away."""

    def __init__(self, folder: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, 4000)
        self._stream = pyte.ByteStream(self.screen)
        self._mine, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._process = subprocess.Popen(
            ["bash", "--norc", "--noprofile"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
        os.close(theirs)
        self.wait("$")

    def run(self, command: str, *answers: tuple[str, str]) -> str:
        """A command, with the keys to press when the cursor's line ends with a text; what all of it showed."""
        top = self.screen.cursor.y
        self.press(command + "\r")
        for question, keys in answers:
            self.wait(question)
            self.press(keys)
        self.wait("$")
        return "\n".join(self._line(number) for number in range(top, self.screen.cursor.y))

    def press(self, keys: str) -> None:
        """Presses keys, and waits until something is shown."""
        os.write(self._mine, keys.encode())
        self._read(PATIENCE)

    def wait(self, text: str) -> None:
        """Waits until that stands before the cursor and nothing more is shown; raises SystemExit if it never does."""
        while self._read(0.2) or not self._before_cursor().endswith(text):
            if not self._before_cursor().endswith(text) and not self._read(PATIENCE):
                raise SystemExit(f"{text!r} was not shown after {self._before_cursor()!r}")

    def close(self) -> None:
        """Ends the shell."""
        self._process.kill()
        self._process.wait()
        os.close(self._mine)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._mine], [], [], seconds)
        if ready:
            self._stream.feed(os.read(self._mine, 65536))
        return bool(ready)

    def _before_cursor(self) -> str:
        return self._line(self.screen.cursor.y, self.screen.cursor.x)

    def _line(self, number: int, width: int = COLUMNS) -> str:
        row = self.screen.buffer[number]
        return "".join(row[column].data for column in range(width)).rstrip()


class Day:
    """The day as it goes: what was told and shown so far."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.told = folder, [HEAD]
        self.shell = Shell(folder)

    def tell(self, text: str) -> None:
        """A heading, or what the person is about to do."""
        self.told.append(text)

    def do(self, command: str, *answers: tuple[str, str]) -> None:
        """A command and what it showed."""
        self.told.append(f"```console\n{self.shell.run(command, *answers)}\n```")

    def id(self, *asked: str) -> str:
        """The id of the first event that a timeline with these options tells of."""
        return str(self.first("timeline", *asked, "--limit", "1")["id"])

    def first(self, *arguments: str) -> dict[str, Any]:
        """The first thing that a command lists."""
        command = [sys.executable, "-m", "tracker", *arguments, "--format", "jsonl"]
        found = subprocess.run(command, env=_environment(self.folder), capture_output=True, text=True, check=True)
        return dict(json.loads(found.stdout.splitlines()[0]))

    def fill_in(self, workbook: str, cells: dict[tuple[str, str], str]) -> None:
        """What a person types in a spreadsheet: by an event's id and a column, the cell's new text."""
        book = load_workbook(self.folder / workbook)
        names, *rows = book.active.iter_rows()
        columns = {cell.value: number for number, cell in enumerate(names)}
        known = {row[columns["id"]].value: row for row in rows}
        for (id, column), text in cells.items():
            known[id][columns[column]].value = text
        book.save(self.folder / workbook)


def _environment(folder: Path) -> dict[str, str]:
    """A home of its own, and a terminal that answers no questions about its cursor."""
    tools = f"{folder / 'bin'}:{os.environ['PATH']}"
    return {
        **{"PATH": tools, "HOME": str(folder), "PYTHONPATH": str(ROOT), "PS1": "$ ", "LANG": "C.UTF-8"},
        **{"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "TRACKER_AUTHOR": "Ada"},
        **{"TRACKER_DATABASE_URL": str(folder / "record.db")},
    }


ASKED = "? >"


def read(day: Day) -> None:
    """The articles, and what they came to."""
    day.tell("## Reading\n\nTwenty articles go in; what several of them tell is one event.")
    day.do("tracker ingest articles/")
    day.do("tracker timeline")


def review(day: Day) -> None:
    """What matters most, one after another."""
    summit = day.id("--type", "summit", "--country", "Japan")
    day.tell(
        "## Reviewing\n\n"
        "The first is a headline of a summit that was called off: merged into the wrong event, which `u` takes back,\n"
        "and then into the right one: `m`. Of the second the sources differ on the day; the ministry is yet to\n"
        "answer, so `s`; and `s` for a visit that nobody has told of since. The title of the fourth tells of several\n"
        "diplomats, the papers of one: `e` opens it in an editor, here `sed`, and `a` accepts it."
    )
    one = "sed -i 's/^title: .*/title: Belarus expels a Portuguese diplomat/'"
    day.do(f'export EDITOR="{one}"')
    day.do(
        "tracker review",
        *((ASKED, "m"), ("none)?", f"{day.id('--type', 'call')}\r"), (ASKED, "u"), (ASKED, "m")),
        *(("none)?", f"{summit}\r"), (ASKED, "s"), (ASKED, "s"), (ASKED, "e"), (ASKED, "a"), (ASKED, "q")),
    )


def correct(day: Day) -> None:
    """A corrected article, and corrections by hand."""
    morita, accord = day.id("--person", "Morita"), day.id("--type", "agreement")
    day.tell(
        "## Correcting\n\nWho says what of the meeting whose day is in doubt? Then one of the papers corrects itself."
    )
    day.do(f"tracker blame {morita}")
    day.do("tracker ingest corrected/", ("[y/N]", "y\r"))
    day.tell(
        "A title that says more, a visit that only a reader's letter tells of, several events tagged at once, a note."
    )
    day.do(f"tracker edit {accord} --title 'Kenya and Norway sign a fisheries accord' --reason 'what it is about'")
    letter = day.id("--type", "visit", "--status", "planned")
    day.do(f"tracker reject {letter} --reason 'only a reader says so'")
    day.do("tracker tag --where country=Norway --add ocean", ("[y/N]", "y\r"))
    day.do(f"tracker note {day.id('--type', 'expulsion')} --text 'Ask Lisbon for the name.'")


def add(day: Day) -> None:
    """What no article tells: by options, and by questions that were broken off."""
    day.tell(
        "## Adding\n\nThe ministry's read-out of the call came by post: what may be on record already is shown first."
    )
    day.do(
        "tracker add --type call --date 'March 7, 2024' --country Kenya --country Qatar \\\r"
        "  --person 'Joseph Mutua:Foreign Minister:KEN' --source 'Read-out 12/24' \\\r"
        "  --quote 'The ministers spoke for a quarter of an hour.'",
        ("[y/N]", "y\r"),
    )
    day.tell("Asked for field by field: a day that does not exist is asked for again, and Ctrl-C keeps a draft.")
    day.do("tracker add", *(("]:", "meeting\r"), ("subtype:", "\r"), ("]:", "\r"), *_NO_SUCH_DAY), ("]:", "\x03"))
    day.do("tracker add", ("[Y/n]", "\r"), *((f"{name}:", f"{answer}\r") for name, answer in _ANSWERS))


_NO_SUCH_DAY = (("date:", "2024-02-30\r"), ("2024-02-30", "\x7f" * 5 + "03-29\r"))
_ANSWERS = (
    *(("type [meeting]", ""), ("subtype", ""), ("status [occurred]", ""), ("date [2024-03-29]", "")),
    *(("]", "Kenya; Portugal"), ("organisation", ""), ("person", "Joseph Mutua:Foreign Minister:KEN")),
    *(("place", "Lisbon"), ("title", "Mutua in Lisbon"), ("note", ""), ("tag", "ocean"), ("]", "Own notes")),
    *(("quote", ""), ("source", "")),
)


def merge(day: Day) -> None:
    """Two that are one, and two names of one person."""
    call, own = day.id("--type", "call"), day.id("--type", "call", "--reverse")
    day.tell(
        "## Merging\n\nThe call is on record twice now. What a person decides can be taken back and brought again."
    )
    day.do(f"tracker merge {call} {own} --reason 'the same quarter of an hour'")
    day.do("tracker undo")
    day.do("tracker redo")
    day.do(f"tracker show {own}")
    day.do(f"tracker why {call}")
    day.tell("Two papers spell one minister in two ways.")
    day.do("tracker people --alike")
    alike = day.first("people", "--alike")
    day.do(f"tracker party merge {alike['party']} {alike['other']}")
    day.do(f"tracker people {alike['other']}")


def spreadsheet(day: Day) -> None:
    """Everything taken to a workbook, and brought back."""
    lisbon, visit = day.id("--type", "expulsion"), day.id("--type", "visit")
    day.tell("## In a spreadsheet\n\nThe whole record, to be worked on where the train has no network.")
    day.do("tracker export march.xlsx")
    day.do("tracker import march.xlsx --dry-run")
    day.tell(
        f"In the workbook, a note is added to `{visit}`, and in the row of `{lisbon}` a title and a day are typed\n"
        "over; the day is one that does not exist. (openpyxl plays the spreadsheet.)"
    )
    title = "Portugal expels a Belarusian attaché"
    day.fill_in("march.xlsx", {(visit, "note"): "Rain.", (lisbon, "title"): title, (lisbon, "start"): "2024-03-41"})
    day.do("tracker import march.xlsx")
    day.fill_in("march.xlsx", {(lisbon, "start"): "2024-03-14"})
    day.do("tracker import march.xlsx --reason 'on the train'")


def look_back(day: Day) -> None:
    """The day as the record remembers it, and how to take it back."""
    lisbon = day.id("--type", "expulsion")
    day.tell("## Looking back\n\nWhere does each field come from, and what was done today, by whom and why?")
    day.do(f"tracker blame {lisbon}")
    day.do("tracker history --limit 6")
    day.do("tracker undo --last 2")
    day.do("tracker redo")
    day.do("tracker review --format table --limit 3")
    day.do("tracker timeline")


def recorded() -> str:
    """The whole day as Markdown."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("articles", "corrected"):
            shutil.copytree(ROOT / "tests" / "day" / part, folder / part)
        command = folder / "bin" / "tracker"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec {sys.executable} -m tracker "$@"\n')
        command.chmod(0o755)
        day = Day(folder)
        try:
            for part in (read, review, correct, add, merge, spreadsheet, look_back):
                part(day)
        finally:
            day.shell.close()
    return "\n\n".join(day.told) + "\n"


def main() -> None:
    """Writes the record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "working-day.md")
    out: Path = parser.parse_args().out
    out.parent.mkdir(exist_ok=True)
    out.write_text(recorded(), encoding="utf-8")


if __name__ == "__main__":
    main()
