"""An event as a form to fill in with an editor: lines `field: value` under comments, and mistakes beside their lines.

A line that begins with # is a comment. Several values of a field stand on one line with ; between them, or on lines of
their own. A line that begins with a space goes on with the value above it. A quotation stands below its source.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from tracker import reference
from tracker.reference import EventType
from tracker.views import parties
from tracker.views.entry import Mistake
from tracker.views.fields import LISTS, PAIRED, REVIEWED, Context, Typed

_BESIDE = "#! "
"""How a line begins that tells a mistake."""

_WIDTH = 78
_LINE = re.compile(r"(?P<name>[A-Za-z-]+)\s*:(?P<value>.*)")

_HINTS = {
    "status": "occurred, planned or cancelled",
    "date": "2021-11-23, 2021-11, 2021, 2025-02-15..21 or 'last month'; '2021-11-22..28 week' within these days,"
    " <2021-11-25 or >2021-11-25 not dated but before or after",
    "organisation": "UN; Nippon Foundation",
    "person": "Takashi Okada:ambassador:JPN; Jens Stoltenberg (secretary general, NATO)",
    "place": "the city",
    "place-country": "where the city does not tell it",
    "title": "the headline in a timeline",
    "note": "a remark of your own",
    "tag": "words to find it by; envoys; kabul",
    "source": "where you have it from: an address or a name",
    "quote": "the sentence of that source",
    "review": "unreviewed, confirmed or rejected",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form says: the texts of each field, the last line that each stands on, and lines that say nothing."""

    typed: Typed
    lines: Mapping[str, int] = field(default_factory=dict)
    mistakes: Mapping[int, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing is left of it."""
        return not (any(self.typed.values()) or self.mistakes)


def written(typed: Typed, fields: Sequence[str], *, heading: str) -> str:
    """The form of those fields, below a heading; `parsed` reads it back."""
    kind = Context.of(typed).kind
    parts = [_comment(f"{heading} Lines that begin with # are ignored, and ; stands between several values.")]
    for name in fields:
        if name == "quote":
            continue
        parts.append("\n".join([_comment(hint(name, kind)), *_lines(name, typed)]))
    return "\n\n".join(parts) + "\n"


def parsed(text: str) -> Filled:
    """What a form says, its comments left out."""
    found: list[tuple[str, list[str], int]] = []
    mistakes: dict[int, str] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        known = _LINE.match(line)
        if line.startswith("#"):
            continue
        if found and (line[:1].isspace() or not line):
            found[-1][1].append(line.strip())
            found[-1] = (*found[-1][:2], number) if line.strip() else found[-1]
        elif known and known["name"].lower() in REVIEWED:
            found.append((known["name"].lower(), [known["value"].strip()], number))
        elif line.strip():
            mistakes[number] = f"this names no field; write one of {', '.join(REVIEWED)}, a colon and a value"
    typed = _typed((name, "\n".join(lines).strip()) for name, lines, _ in found)
    return Filled(typed, {name: number for name, _, number in found}, mistakes | _twice(found))


def marked(text: str, filled: Filled, mistakes: Iterable[Mistake]) -> str:
    """The form with each mistake below its line, counted at the top, and with no other."""
    beside: dict[int, list[str]] = {number: [message] for number, message in filled.mistakes.items()}
    for name, message in mistakes:
        beside.setdefault(filled.lines.get(name, 0), []).append(message)
    lines = [_below([f"{sum(map(len, beside.values()))} below cannot be meant.", *beside.get(0, [])])]
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        if not line.startswith(_BESIDE):
            lines += [[line]]
        lines += [_below(beside.get(number, []))]
    return "".join(f"{line}\n" for group in lines for line in group)


def hint(name: str, kind: EventType | None) -> str:
    """What can be typed of a field, in a line; of an event of that kind, where it is known."""
    if name == "type":
        return ", ".join(reference.EVENT_TYPES)
    if name == "subtype":
        return (", ".join(kind.subtypes) or f"a {kind.name} has none") if kind else "as `tracker types` lists them"
    if name == "country":
        roles = f"; roles: {', '.join(kind.roles)}" if kind else " with roles, as `tracker types` lists them"
        return f"Japan; Afghanistan{f', or Japan={kind.roles[0]}' if kind else ', or Japan=host;'}{roles}"
    return _HINTS[name]


def summary(typed: Typed) -> str:
    """What is typed of an event, in a line to know it by."""
    told = (line(name, typed.get(name, ())) for name in ("type", "date", "country", "organisation", "person", "title"))
    return ", ".join(filter(None, told)) or "without type, date and parties"


def line(name: str, texts: Sequence[str]) -> str:
    """The texts of a field as one text."""
    return parties.joined(texts) if name in LISTS else "\n".join(texts)


def texts(name: str, line: str) -> tuple[str, ...]:
    """The texts of a field that one text tells."""
    if name in LISTS:
        return parties.split(line)
    return (line.strip(),) if line.strip() else ()


def _lines(name: str, typed: Typed) -> Iterator[str]:
    """The lines of a field, those of quotations with those of their sources."""
    if name != "source":
        yield _line(name, line(name, typed.get(name, ())))
        return
    names, quotes = typed.get("source", ()), typed.get("quote", ())
    for number, (source, quote) in enumerate(zip_longest(names, quotes, fillvalue="")):
        if source or not number:
            yield _line("source", source)
        yield _line("quote", quote)
    if not (names or quotes):
        yield from ("source:", "quote:")


def _line(name: str, value: str) -> str:
    return f"{name}: {value}".replace("\n", "\n  ").rstrip()


def _typed(said: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The texts by field. A further quotation below one source is of that source too."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(PAIRED, ())
    for name, value in said:
        if name not in PAIRED:
            found[name] = (*found.get(name, ()), *texts(name, value))
        elif name == "source" and value:
            found["quote"] = _padded(found["quote"], len(found["source"]))
            found["source"] = (*found["source"], value)
        elif value:
            again = found["source"][-1:] if len(found["quote"]) >= len(found["source"]) else ()
            found["source"] += again
            found["quote"] = (*found["quote"], value)
    return found | {"quote": _padded(found["quote"], len(found["source"])) if any(found["quote"]) else ()}


def _padded(quotes: tuple[str, ...], number: int) -> tuple[str, ...]:
    return (*quotes, *[""] * (number - len(quotes)))


def _twice(found: Sequence[tuple[str, list[str], int]]) -> dict[int, str]:
    """Lines that tell again what has one value only."""
    seen: set[str] = set()
    again: dict[int, str] = {}
    for name, _, number in found:
        if name in seen and name not in (*LISTS, *PAIRED):
            again[number] = f"{name} stands above already, and has one value only"
        seen.add(name)
    return again


def _comment(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _below(messages: Sequence[str]) -> list[str]:
    return [
        line
        for message in messages
        for line in textwrap.wrap(message, _WIDTH, initial_indent=_BESIDE, subsequent_indent=_BESIDE)
    ]
