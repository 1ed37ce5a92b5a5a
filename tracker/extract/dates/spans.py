"""Calendar arithmetic: the days, weeks, months and years that lie so far from a given day."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from tracker.model import Precision, TimeSpan


def day_on(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """The day so many days away, or None when it lies outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def week_of(day: date) -> TimeSpan:
    """The calendar week, Monday to Sunday, that holds the day."""
    monday = date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    return TimeSpan(monday, date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal())), Precision.WEEK)


def week_day(day: date, weekday: int) -> date:
    """That weekday (Monday is 0) of the calendar week that holds the day."""
    return date.fromordinal(max(day.toordinal() - day.weekday() + weekday, 1))


def months_from(year: int, month: int, months: int) -> TimeSpan:
    """So many whole months from the given one on; precision `month` for one, `season` for several."""
    last_year, last_month = shift_months(date(year, month, 1), months - 1)
    precision = Precision.MONTH if months == 1 else Precision.SEASON
    return TimeSpan(date(year, month, 1), TimeSpan.month(last_year, last_month).end, precision)


def years_between(first: int, last: int) -> TimeSpan | None:
    """Whole calendar years, both included; None when they run backwards or leave the calendar."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return TimeSpan(date(first, 1, 1), date(last, 12, 31), Precision.YEAR)


def shifted(day: date, amount: int, unit: str) -> TimeSpan | None:
    """The calendar day, week, month, year or decade that lies `amount` units from the day's own.

    None when it leaves the calendar. A decade away is the year ten years away, and a quarter is three months.
    """
    if unit == "decade":
        amount, unit = amount * 10, "year"
    if unit == "year":
        return years_between(day.year + amount, day.year + amount)
    if unit in ("month", "quarter"):
        year, month = shift_months(day, amount * (3 if unit == "quarter" else 1))
        return TimeSpan.month(year, month) if MINYEAR <= year <= MAXYEAR else None
    there = shift_days(day, amount * (7 if unit in ("week", "fortnight") else 1))
    if there is None:
        return None
    return TimeSpan.day(there) if unit == "day" else week_of(there)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    weekday = (32 + 2 * century_rest + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
