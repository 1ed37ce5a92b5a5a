"""What is known of an article beside its text: given by the user, in front matter, in a sidecar, in its row.

A sidecar of `talks.txt` is `talks.meta.json`, one object with any of the fields `title, published, source, url`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.documents import written
from tracker.documents.decoding import clean
from tracker.errors import InputError
from tracker.model import TimeSpan

SIDECAR_SUFFIX = ".meta.json"
_FIELDS = {"title": ("title",), "published": ("published", "date"), "source": ("source", "publisher"), "url": ("url",)}
_FENCE = "---"
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(written.YEAR)
_COMPACT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_CLOCK = re.compile(r"(?:T\d\d:?\d\d|(?:,?\s+(?:at\s+)?|\s*[-|]\s*)\d{1,2}:\d\d).*$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all that is read; it beats what the articles say of themselves."""

    published: TimeSpan | None = None
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file or row says of its article. `timed` is whether `published` came with a time of day."""

    title: str = ""
    published: TimeSpan | None = None
    source: str = ""
    url: str = ""
    timed: bool = False

    def or_else(self, other: Metadata) -> Metadata:
        """These values, and the other's where there are none."""
        dated = self if self.published else other
        return Metadata(
            self.title or other.title,
            dated.published,
            self.source or other.source,
            self.url or other.url,
            dated.timed,
        )


NO_METADATA = Metadata()
NOTHING_GIVEN = Given()


def from_fields(fields: Mapping[str, object]) -> Metadata:
    """Metadata of named values, case apart; raises InputError for one that is no text, or a date that is none."""
    named = {key.lower(): value for key, value in fields.items()}
    values = {field: _first_text(named, names) for field, names in _FIELDS.items()}
    published = values["published"]
    return Metadata(
        values["title"],
        parse_published(published) if published else None,
        values["source"],
        values["url"],
        timed=_has_clock(published),
    )


def parse_published(value: str) -> TimeSpan:
    """A day, month or year of publication; of a timestamp its own day, in whatever zone. Raises InputError."""
    bare = _CLOCK.sub("", value.strip())
    try:
        span = _iso(bare) or _printed(bare)
    except ValueError:
        span = None
    if span is None:
        raise InputError(f"has no readable publication day in '{value[:40]}'; write it as YYYY-MM-DD, YYYY-MM or YYYY")
    return span.read_as(text=value.strip(), basis="metadata")


def split_front_matter(text: str) -> tuple[Metadata, int]:
    """Metadata of the `key: value` lines between two `---` at the top, and the offset at which the article begins."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        return NO_METADATA, 0
    last = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in {_FENCE, "..."}), None)
    if last is None:
        raise InputError(f"opens its front matter with `{_FENCE}` and never closes it; add a closing `{_FENCE}` line")
    return from_fields(_pairs(lines[1:last])), sum(map(len, lines[: last + 1]))


def read_sidecar(article: Path) -> Metadata:
    """Metadata of the sidecar beside an article, empty when there is none; raises InputError for a broken one."""
    sidecar = article.with_suffix(SIDECAR_SUFFIX)
    if not sidecar.is_file():
        return NO_METADATA
    try:
        fields = json.loads(sidecar.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"has a sidecar {sidecar.name} that is not JSON ({error}); mend or remove it") from None
    if not isinstance(fields, dict):
        raise InputError(f'has a sidecar {sidecar.name} that is no JSON object; write {{"published": "…"}}')
    return from_fields(fields)


def _pairs(lines: list[str]) -> dict[str, object]:
    """Flat `key: value` lines; lists, nested keys and comments are passed over."""
    pairs = (line.partition(":") for line in lines if re.match(r"[A-Za-z_]+\s*:", line))
    return {key.strip(): _unquoted(value.strip()) for key, _, value in pairs}


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _first_text(named: Mapping[str, object], names: tuple[str, ...]) -> str:
    value = next((named[name] for name in names if named.get(name) not in (None, "")), "")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"has a {names[0]} that is no text; write it in quotes")
    return " ".join(clean(str(value)).split())


def _has_clock(value: str) -> bool:
    """Whether a time other than midnight, which fills in for none, goes with the day."""
    clock = _CLOCK.search(value)
    return bool(clock and re.search(r"[1-9]", clock[0].split("+")[0]))


def _iso(value: str) -> TimeSpan | None:
    """ISO forms; raises ValueError for a month or day that does not exist."""
    if match := _COMPACT_DAY.fullmatch(value):
        year, month, day = map(int, match.groups())
        return TimeSpan.day(date(year, month, day))
    if match := _ISO_MONTH.fullmatch(value):
        return TimeSpan.month(int(match[1]), date(int(match[1]), int(match[2]), 1).month)
    return TimeSpan.year(int(value)) if _YEAR.fullmatch(value) else None


def _printed(value: str) -> TimeSpan | None:
    printed = written.parse(value)
    return printed.span if printed else None
