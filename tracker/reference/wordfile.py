"""Words files: event types, trigger words, organisations, places, office holders and further names, in TOML.

    [types.exercise]            a new type of event, told like a known one
    [triggers.meeting]          further verbs and nouns that tell a known type
    [organisations.TBC]         an organisation
    [places."Tamarind Bay"]     a place
    [[office_holders]]          a person in an office
    [aliases.countries]         further names of what is known; likewise demonyms, organisations, places and people

`seeds/words.toml` is a whole one, with every key explained.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import InputError
from tracker.reference import added
from tracker.reference.added import NO_WORDS, Words
from tracker.reference.keylines import key_lines
from tracker.reference.wordsections import Mistake, Reading

_SYNTAX = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.DOTALL)


def read_words(file: Path) -> Words:
    """What a words file adds; raises InputError with its first mistake, or when it cannot be opened.

    Whether the people with aliases are known is left to `check_words`: the table of office holders takes long to read.
    """
    words, mistakes = _read(file, people=False)
    if mistakes:
        raise InputError(f"{file}, {mistakes[0]} (`tracker types --check {file}` explains)")
    return words


def check_words(file: Path) -> tuple[Words, list[Mistake]]:
    """What can be used of a words file, and its mistakes by line; raises InputError when it cannot be opened."""
    return _read(file, people=True)


def _read(file: Path, *, people: bool) -> tuple[Words, list[Mistake]]:
    try:
        content = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"there is no words file {file}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the words file {file}: {error}") from None
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return NO_WORDS, [_syntax(str(error), content)]
    with _nothing_added():
        reading = Reading(tables, key_lines(content), people=people)
        return reading.words(str(file)), sorted(reading.mistakes)


def _syntax(said: str, content: str) -> Mistake:
    match = _SYNTAX.fullmatch(said)
    line = int(match["line"]) if match and match["line"] else max(1, len(content.splitlines()))
    what = match["what"] if match else said
    return Mistake(line, f'not TOML: {what}; a text stands in "quotation marks", a list in [brackets]')


@contextmanager
def _nothing_added() -> Iterator[None]:
    """Only what comes with the program is known meanwhile, so that a file means the same whatever is in force."""
    before = added.in_force()
    added.use(NO_WORDS)
    try:
        yield
    finally:
        added.use(before)
