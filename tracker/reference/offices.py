"""Who held which office of which country, and when: evidence to weigh, never proof.

A row is known to be true from its `since` (or the day it was seen) to its `until` (or the day it was seen). Outside of
that, and inside of the bounds that it states, it may still be true: the nearer a row is known to the day asked for,
the earlier it is listed, and what is further away than a term of office is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tracker.reference.added import in_force, kept
from tracker.reference.states import country
from tracker.reference.tables import day, fold, rows

# Days beyond what a row is known for in which it is still worth considering: about one term of office, and less for
# who is only known to have been in office on one day.
_TERM = 4 * 365
_MOMENT = 365

_DEPUTY = re.compile(
    r"\b(deputy|vice|assistant|associate|delegate|junior|second|supporting|former|shadow|minister of state|to the)\b"
)
# What may stand before a title without changing which office it is.
_RANK = re.compile(
    r"^((acting|interim|caretaker|transitional|provisional|first|senior|state|union|federal|us) "
    r"|(deputy prime minister|vice (premier|president|chancellor)) (and )?(?=(federal )?(minister|secretary|foreign)))+"
)
_TITLES = {
    "head of state": (
        r"(executive )?president( of (the )?(state|republic))?|king|queen|emperor|emir|amir|sultan|monarch"
        r"|pope|grand duke|sovereign|head of state|supreme leader|chairman of the presidential leadership council"
    ),
    "head of government": (
        r"chancellor|prime minister|pm|premier|taoiseach|head of government|chief adviser|president of the"
        r" (government|council of ministers)|minister president|chairman of the (council of ministers|cabinet.*)"
    ),
    "foreign minister": r"foreign (minister|secretary)|secretary of state|fm|eam|external affairs minister",
    "defence minister": r"defen[cs]e (minister|secretary)|minister of war",
    "finance minister": r"(finance|treasury) (minister|secretary)|chancellor of the exchequer|treasurer",
    "interior minister": r"(interior|home) (minister|secretary)",
    "trade minister": r"(trade|commerce) (minister|secretary)",
    "governor-general": r"governor general",
    "leader": r"leader.*",
}
_MINISTER = re.compile(r"^(minister|secretary|secy|(head|chief) of the federal department)\b.*? (of|for) (.*)")
_PORTFOLIOS = {
    "foreign minister": (
        r"(foreign|external|exterior)(?! (trade|commerce|exchange|employment))|international relations\b"
    ),
    "defence minister": r"(national |people s |federal )*(defen[cs]e(?! industr| production)|armed forces)\b",
    "finance minister": r"(finance|treasury|economy and finance|economic affairs and finance)\b",
    "interior minister": r"(interior|internal affairs|home affairs|internal security)\b",
    "trade minister": r"(foreign |international )?(trade|commerce)\b",
}

_FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "SGP", "TWN", "VNM"})
_GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
_GIVEN_NAME_SERVES = frozenset({"ERI", "ETH", "IDN", "ISL", "LAO", "MMR", "MNG", "MYS", "SOM", "THA"})

_SOUNDS = (
    *(("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("dh", "d"), ("kh", "h"), ("gh", "g")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ai", "i"), ("ei", "i"), ("ay", "i"), ("ey", "i")),
)
_LETTERS = str.maketrans("eyjowqgcz", "iiiuvkkks")


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person in an office, as a dated source tells it.

    `country` is alpha-3, None for an office of an `organisation`, which stands under its short name. `kind` is one of
    `office_kinds`, None for all other offices. `since` and `until` are the first and the last day that the source
    allows, None where it tells none. `as_of` is the last day of the month in which the row was known true.
    """

    country: str | None
    office: str
    person: str
    since: date | None
    until: date | None
    as_of: date
    kind: str | None = None
    source: str = ""
    organisation: str | None = None

    @property
    def reach(self) -> int:
        """How many days beyond what is known it is still worth considering."""
        return _TERM if self.since or self.until else _MOMENT

    def days_from(self, on: date) -> int | None:
        """How many days `on` lies outside of what is known, 0 inside; None where the row's own bounds exclude it."""
        if (self.since and on < self.since) or (self.until and on > self.until):
            return None
        first, last = self.since or self.as_of, self.until or self.as_of
        return max(0, (first - on).days, (on - last).days)


def office_kinds() -> tuple[str, ...]:
    """The kinds of office that `holders` can be asked for."""
    return tuple(_TITLES)


def office_kind(title: str) -> str | None:
    """The kind of a title as printed: "Minister of Foreign Affairs" is a "foreign minister"; None for any other."""
    bare = _RANK.sub("", _without_country(fold(title)))
    if _DEPUTY.search(bare):
        return None
    if ministry := _MINISTER.match(bare):
        portfolio = ministry[4].removeprefix("the ")
        of = (kind for kind, pattern in _PORTFOLIOS.items() if re.match(pattern, portfolio))
        return next(of, "foreign minister" if _foreign(bare) else None)
    return next((kind for kind, pattern in _TITLES.items() if re.fullmatch(pattern, bare)), None)


def office_holders(name: str, on: date | None = None) -> list[OfficeHolder]:
    """Those who went by a family name or a full name, in office on that day or ever; the best known for the day first.

    Accents, hyphens and common differences of transliteration do not matter ("Qaddafi", "Gadhafi"). A single word
    is compared with family names, and with given names only where people go by them ("Abiy").
    """
    words = [word for word in fold(full_name(name)).split() if len(word) > 1 and word not in _GENERATIONS]
    found = _called(words, _table().by_word) or _called([_sound(word) for word in words], _by_sound())
    return _on(found, on)


def full_name(name: str) -> str:
    """The full name that a words file gives for a short one; any other name as it is."""
    return _by_alias().get(fold(name), name)


def holders(of: str, kind: str, on: date | None = None) -> list[OfficeHolder]:
    """Those who held an office of that kind on that day or ever, the best known first.

    `of` is a country (alpha-3) or an organisation (short name). Where no head of state or government is known by title,
    the leader in effect of the country stands for both.
    """
    wanted = office_kind(kind) or kind
    found = _filling(of, wanted, on)
    return found or (_filling(of, "leader", on) if wanted.startswith("head of ") else [])


def _filling(of: str, kind: str, on: date | None) -> list[OfficeHolder]:
    return _on(_table().holders(_table().by_office.get((of, kind), ())), on)


def _without_country(title: str) -> str:
    """ "president of the republic of angola" → "president"."""
    parts = re.match(r"(.+?) of (?:the )?(.+)", title)
    return parts[1] if parts and country(parts[2]) else title


def _foreign(title: str) -> bool:
    return title == "secretary of state" or bool(re.search(r"\bforeign (?:\w+ )*(?:affairs|relations)\b", title))


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows as they stand in the file, and which of them have a word in the person's name, or fill an office."""

    rows: tuple[list[str], ...]
    by_word: Mapping[str, Sequence[int]]
    by_office: Mapping[tuple[str, str], Sequence[int]]

    def holders(self, numbers: Iterable[int]) -> list[OfficeHolder]:
        return [_holder(self.rows[number]) for number in sorted(numbers)]


@kept
def _table() -> _Table:
    table = (*rows("office_holders.tsv"), *in_force().office_holders)
    by_word: dict[str, list[int]] = defaultdict(list)
    by_office: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (code, kind, _, person, *_rest) in enumerate(table):
        for word in fold(person).split():
            by_word[word].append(number)
        if kind:
            by_office[code, kind].append(number)
    return _Table(table, by_word, by_office)


@kept
def _by_alias() -> Mapping[str, str]:
    people = in_force().aliases.get("people", {})
    return {fold(alias): full for full, aliases in people.items() for alias in aliases}


@kept
def _by_sound() -> Mapping[str, Sequence[int]]:
    """As `by_word`, with words that sound alike taken together."""
    by_sound: dict[str, list[int]] = defaultdict(list)
    for word, numbers in _table().by_word.items():
        by_sound[_sound(word)].extend(numbers)
    return by_sound


def _called(words: Sequence[str], index: Mapping[str, Sequence[int]]) -> list[OfficeHolder]:
    """Those whose names hold all the words."""
    if not words:
        return []
    found = _table().holders(set.intersection(*(set(index.get(word, ())) for word in words)))
    return [holder for holder in found if _goes_by(words, holder)]


def _goes_by(words: Sequence[str], holder: OfficeHolder) -> bool:
    """Whether a person is called by these words alone: one word must be more than a mere given name."""
    if len(words) > 1 or holder.country in _GIVEN_NAME_SERVES:
        return True
    first, *others = fold(holder.person).split()
    return not others or words[0] not in (first, _sound(first)) or holder.country in _FAMILY_NAME_FIRST


@lru_cache(maxsize=1 << 14)
def _sound(word: str) -> str:
    """A rough key that common transliterations of a word share."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", word.translate(_LETTERS))


def _holder(row: list[str]) -> OfficeHolder:
    code, kind, office, person, since, until, as_of, source = row
    state = country(code)
    of, body = (code, None) if state and state.code == code else (None, code)
    dates = day(since), day(until), date.fromisoformat(as_of)
    return OfficeHolder(of, office, person, *dates, kind or None, source, body)


def _on(found: Iterable[OfficeHolder], on: date | None) -> list[OfficeHolder]:
    if on is None:
        return sorted(found, key=lambda holder: holder.as_of, reverse=True)
    near = [(days, holder) for holder in found if (days := holder.days_from(on)) is not None and days <= holder.reach]
    return [holder for _, holder in sorted(near, key=lambda pair: pair[0])]
