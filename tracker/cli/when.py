"""Dates as a person types them: ISO days, months, years and spans first, then words such as "last month".

The strict form is tried alone, because the library that reads words takes longer to load than a timeline to print.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from tracker.cli.output import say
from tracker.errors import UsageError
from tracker.model import Precision, TimeSpan
from tracker.views.spans import shown

_ISO = re.compile(r"\d{4}(-\d\d?){0,2}|\d{8}")
_SPAN = re.compile(r"(?P<first>.+?)\s*(?:\.\.|→|\bto\b)\s*(?P<last>.+)", re.DOTALL)
_NUMERIC = re.compile(r"(?P<one>\d{1,2})[/.-](?P<other>\d{1,2})[/.-]\d{2,4}")
_BARE_DAY = re.compile(r"\b\d{1,2}\b(?!\s*(?:day|week|month|year)s?\b)", re.IGNORECASE)
_WITH_PRECISION = re.compile(r"(?P<dates>.+?)\s+(?P<word>day|week|month|season|year|unknown)", re.IGNORECASE)
_BOUND = re.compile(r"(?P<side>[<>≤≥])=?\s*(?P<date>.+)")
_EXAMPLES = "write 2021-11-23, 2021-11, 2021, '3 March 2021' or 'last month'"


def read(text: str, *, option: str, today: date | None = None, ahead: bool = False) -> TimeSpan:
    """The days that `text` stands for, `text` kept in it; of a day without a year the next is meant if `ahead`.

    Raises UsageError, naming the option if there is one, when no such day exists or the text can be read in two ways.
    """
    typed = text.strip()
    span = _SPAN.fullmatch(typed)
    if not span:
        return _read_one(typed, option, today or date.today(), ahead).read_as(text=typed)
    first = read(span["first"], option=option, today=today, ahead=ahead)
    last = read(_completed(span["last"], first), option=option, today=today, ahead=ahead)
    if first.start and last.end and last.end < first.start:
        raise _refused(option, f"'{typed}' ends before it begins")
    return TimeSpan(first.start, last.end, max(first, last, key=lambda one: one.days or 0).precision, typed)


def bounds(since: str | None, until: str | None, *, today: date | None = None) -> tuple[date | None, date | None]:
    """The first day of `since` and the last of `until`; raises UsageError when they are the wrong way round."""
    first = read(since, option="--since", today=today).start if since else None
    last = read(until, option="--until", today=today).end if until else None
    if first and last and last < first:
        raise UsageError(f"--since {first} lies after --until {last}; change them round")
    return first, last


def dates(text: str, *, option: str, today: date | None = None, ahead: bool = False) -> TimeSpan:
    """The days of an event, whose precision or one bound may be all that is told; empty is not dated.

    `2021-11-22..28 week` is within these days, `<2021-11-25` up to that day. Raises UsageError as `read` does.
    """
    typed = text.strip()
    if not typed:
        return TimeSpan.unknown()
    if bound := _BOUND.fullmatch(typed):
        day = read(bound["date"], option=option, today=today, ahead=ahead)
        first, last = (None, day.end) if bound["side"] in "<≤" else (day.start, None)
        return TimeSpan.unknown(first, last, text=typed)
    if (precise := _WITH_PRECISION.fullmatch(typed)) and _ISO.match(precise["dates"]):
        span = read(precise["dates"], option=option, today=today, ahead=ahead)
        return TimeSpan(span.start, span.end, Precision(precise["word"].lower()), typed)
    return read(typed, option=option, today=today, ahead=ahead)


def of_event(text: str, ahead: bool) -> TimeSpan:
    """The days that are typed of an event, as `views.entry` asks for them."""
    return dates(text, option="", ahead=ahead)


def echoed(text: str, ahead: bool) -> TimeSpan:
    """The same, said back so that a misreading is seen at once."""
    span = of_event(text, ahead)
    if text:
        say(told(span))
    return span


def told(when: TimeSpan) -> str:
    """How a date was read, in words to check it by: "'last month' read as 2021-10, month"."""
    if not when.known:
        return f"'{when.text}' read as {shown(when)}, not dated"
    days = f"{when.start:%a} to {when.end:%a}" if when.start != when.end else f"{when.start:%a}"
    weekdays = f" ({days})" if when.precision is Precision.DAY else ""
    return f"'{when.text}' read as {shown(when)}, {when.precision.value}{weekdays}"


def _read_one(text: str, option: str, today: date, ahead: bool) -> TimeSpan:
    if _ISO.fullmatch(text):
        return _read_iso(text, option)
    numeric = _NUMERIC.fullmatch(text)
    if numeric and int(numeric["one"]) <= 12 and int(numeric["other"]) <= 12 and numeric["one"] != numeric["other"]:
        raise _refused(option, f"'{text}' can be read in two ways; write the year first, such as 2023-02-01")
    found = _read_words(text, today, ahead) if re.search(r"[^\W\d_]", text) or numeric else None
    if found is None:
        raise _refused(option, f"cannot read '{text}' as a date; {_EXAMPLES}")
    return found


def _read_iso(text: str, option: str) -> TimeSpan:
    digits = f"{text[:4]}-{text[4:6]}-{text[6:]}" if text.isdigit() and len(text) == 8 else text
    try:
        return TimeSpan.iso("-".join(part.zfill(2) for part in digits.split("-")))
    except ValueError:
        raise _refused(option, f"there is no such date as '{text}'") from None


def _refused(option: str, reason: str) -> UsageError:
    return UsageError(f"{option}: {reason}" if option else reason)


def _read_words(text: str, today: date, ahead: bool) -> TimeSpan | None:
    if text.casefold() == f"{today:%A}".casefold():  # the parser takes a weekday's own name for another week's
        return TimeSpan.day(today)
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "PREFER_DATES_FROM": "future" if ahead else "past",
        "DATE_ORDER": "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    if not found.date_obj or (found.period in {"month", "year"} and _BARE_DAY.search(text)):
        return None  # "32 March" comes back as March of 1932
    return _span(found.date_obj.date(), found.period)


def _span(day: date, period: str) -> TimeSpan:
    match period:
        case "year":
            return TimeSpan.year(day.year)
        case "month":
            return TimeSpan.month(day.year, day.month)
        case "week":
            return TimeSpan.week(day + timedelta(days=6 - day.weekday()))
        case _:
            return TimeSpan.day(day)


def _completed(last: str, first: TimeSpan) -> str:
    """`2025-02-15..21`, `2025-02-15..03-02` and `2021-11..12` with what their second half leaves out."""
    if not (re.fullmatch(r"\d\d?(-\d\d?)?", last) and _ISO.fullmatch(first.text)):
        return last
    parts, others = first.text.split("-"), last.split("-")
    return "-".join([*parts[: -len(others)], *others])
