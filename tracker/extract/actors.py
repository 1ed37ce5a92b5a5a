"""Who is named in a sentence: people with their offices, officials, countries and organisations.

A sentence becomes a string of one-letter tags (`C` country, `D` demonym, `O` office, `N` capitalised word, …), and the
shapes in which English names an actor are regular expressions over that string:

    DmmON       Japanese foreign minister Taro Kono         Cs?N        Türkiye's Hakan Fidan
    mmOfDN      Minister of Defence of Japan Itsunori …     N,dDO       Wang Yi, the Chinese foreign minister
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from tracker import reference
from tracker.extract.lexicon import words
from tracker.extract.tokens import Phrases, Token, tokenize
from tracker.model import PartyKind
from tracker.reference.added import kept

NAME = r"(?:[Ni]p{0,3}(?:[Ni]|p{1,2}N)*)"
_HONOUR = r"(?:H+)"
_LAND = r"(?:[CDKSG])"  # a city that is no capital (`L`) stands for nobody
_OFFICE = r"(?:m*[OQ](?:[fo](?:d?m[am,]*)+(?=[^nNw]|$)|[fo]d?(?:[mnN][am,]*?){1,6}(?=,H*N)|[fo]d?(?:[mn]a?)+|fd?m*[OQ]|td?O(?!N))?)"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that can take part, as a stretch of a sentence.

    `country` is the code of the country that it is or acts for, `organisation` likewise; `post` the country that an
    envoy is sent to; `head` the offset of the word that carries it in the syntax. `group` marks officials without
    a name of their own, `opposite` those called a counterpart. `surface` is the kind of word a country was named by.
    """

    kind: PartyKind
    start: int
    end: int
    head: int
    name: str = ""
    office: str = ""
    country: str | None = None
    organisation: str | None = None
    post: str | None = None
    group: bool = False
    opposite: bool = False
    surface: str = ""
    possessor: str = ""


def state(code: str) -> Actor:
    """A country that takes part without a word of the sentence for it."""
    return Actor(PartyKind.COUNTRY, 0, 0, 0, country=code, surface="country")


class _Unit(NamedTuple):
    """One or several tokens under one tag."""

    tag: str
    text: str
    start: int
    end: int
    code: str = ""
    kind: str = ""


def find_actors(text: str, *, on: date | None = None, known: Callable[[str], bool] = lambda _: False) -> list[Actor]:
    """The actors of a sentence in order; `on` decides who ruled, `known` tells surnames met before."""
    units = _units(text, on, known)
    tags = "".join(unit.tag for unit in units)
    taken = bytearray(len(units))
    found: list[Actor] = []
    for shape, build in _SHAPES:
        for match in shape.finditer(tags):
            if not any(taken[match.start() : match.end()]):
                actor = build(match, units)
                if actor:
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                    found += [actor, *_fellows(actor, match, units)]
    return sorted(found, key=lambda actor: actor.start)


# --- tagging ---------------------------------------------------------------------------------------------------------

_SMALL = {
    "'s": "s", "'": "s", "of": "f", "to": "t", "in": "o", "for": "o", "at": "o", ",": ",", "and": "a", "&": "a", "the": "d", "a": "d", "an": "d",
    "his": "r", "her": "r", "its": "r", "their": "r", "our": "r", "(": "(", ")": ")", "from": "x",
}  # fmt: skip
_LAND_TAGS = {
    "country": "C",
    "demonym": "D",
    "capital": "K",
    "city": "L",
    "seat": "S",
    "authority": "C",
    "organisation": "G",
}


_NO_NAMES = (("words", "common"), ("words", "enterprise"), ("honorifics", "before"))
_HOUSES = {"consulate", "consulates"}  # a consulate general is no general
_SUFFIXES = {"jr", "sr"}
_TRAVELLING = {
    "delegation",
    "delegations",
    "mission",
    "team",
    "contingent",
}  # what "to X" after them is their way (`Q`)
_SHARED_BODIES = {"Security Council", "General Assembly", "Commission", "Council", "Secretariat"}
_ACRONYM = 5  # letters from which one is also printed as a word: "Asean", "Ecowas"
_EXCELLENCY = {"H.E.", "H.H.", "H.M.", "H.R.H.", "HRH", "HE"}


def _units(text: str, on: date | None, known: Callable[[str], bool]) -> list[_Unit]:
    tokens = tokenize(text)
    units: list[_Unit] = []
    at = 0
    while at < len(tokens):
        unit, after = _unit(tokens, at, text, on, known)
        if units and unit.tag == "O" and _inside(units[-1], unit, tokens, after):
            unit = unit._replace(tag="N")
        units.append(unit)
        at = after
    return units


def _unit(
    tokens: Sequence[Token], at: int, text: str, on: date | None, known: Callable[[str], bool]
) -> tuple[_Unit, int]:
    token = tokens[at]
    if _is_plain(token.text):
        return _Unit("w", token.text, token.start, token.end), at + 1
    capital = token.text[:1].isupper()
    if token.text in _EXCELLENCY:
        return _join("H", tokens, at, at + 1, text), at + 1
    if capital and (land := _land(tokens, at, text, on, known)):
        return land
    office = _offices().match(tokens, at)
    passed_over = (at and tokens[at - 1].lower in _HOUSES) or (capital and _surname_after_land(tokens, at))
    if office and not passed_over and not _narrows(tokens, at, office[1]) and not _describes(tokens, at):
        tag = "Q" if token.lower in _TRAVELLING else "O"
        return _join(tag, tokens, at, office[1], text, kind=office[0]), office[1]
    if (honour := _honorifics().match(tokens, at)) and _name_follows(tokens, honour[1]):
        return _join("H", tokens, at, honour[1], text), honour[1]
    if token.lower in _SMALL:
        return _join(_SMALL[token.lower], tokens, at, at + 1, text), at + 1
    if token.lower in words("offices", "modifiers"):
        return _join("m", tokens, at, at + 1, text), at + 1
    if capital and (_begins_name(token) or _surname_he(tokens, at)):
        return _join("i" if token.text.endswith(".") and len(token.text) < 5 else "N", tokens, at, at + 1, text), at + 1
    if _inside_name(token):
        return _join("N" if token.text[-1:].isalpha() and "-" in token.text else "p", tokens, at, at + 1, text), at + 1
    if capital and token.text.isalpha():
        return _join("n", tokens, at, at + 1, text), at + 1
    return _join("w" if token.text[0].isalnum() else ".", tokens, at, at + 1, text), at + 1


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that can be an office is an adjective here: "an official visit", "general elections"."""
    if tokens[at].text not in _ADJECTIVES or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].text
    return following.isalpha() and following.islower() and following not in _AFTER_A_NOUN


_ADJECTIVES = {"official", "general", "chief", "lead", "Official"}
_AFTER_A_NOUN = frozenset(
    [
        "of",
        "from",
        "in",
        "at",
        "with",
        "who",
        "said",
        "says",
        "told",
        "to",
        "and",
        "or",
        "was",
        "is",
        "has",
        "had",
        "will",
        "on",
        "for",
        "by",
        "as",
        "close",
        "familiar",
        "there",
        "here",
        "that",
        "would",
        "added",
        "confirmed",
    ]
)


@lru_cache(maxsize=1 << 16)
def _is_plain(word: str) -> bool:
    """Whether a word begins no office, honorific or name: most words of a text, passed over at once."""
    if not (word.isalpha() and word.islower()) or word in _SMALL or _offices().begins(word) or _honorifics().begins(word):
        return False
    return word not in words("offices", "modifiers") and word not in words("honorifics", "particles")


def _narrows(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether a word that can be an office only narrows the next one: "deputy energy minister"."""
    modifiers = words("offices", "modifiers")
    if after - at != 1 or tokens[at].lower not in modifiers:
        return False
    while after < len(tokens) and (tokens[after].lower in modifiers or tokens[after].lower in {"and", "-"}):
        after += 1
    return after < len(tokens) and _offices().match(tokens, after) is not None


def _inside(before: _Unit, unit: _Unit, tokens: Sequence[Token], after: int) -> bool:
    """Whether a title is a part of the name around it: "Hassan Sheikh Mohamud"."""
    adjacent = before.tag in "Ni" and unit.start - before.end == 1 and " " not in unit.text and unit.text.istitle()
    return adjacent and after < len(tokens) and tokens[after].text.istitle() and _offices().match(tokens, after) is None


def _surname_he(tokens: Sequence[Token], at: int) -> bool:
    """Whether "He" is a family name: "Vice Premier He Lifeng"."""
    named = tokens[at].text == "He" and at > 0 and at + 1 < len(tokens) and tokens[at + 1].text.istitle()
    return named and tokens[at - 1].text[:1].isupper() and tokens[at - 1].end + 1 == tokens[at].start


def _begins_name(token: Token) -> bool:
    """Whether a capitalised word can be part of a person's name."""
    low = token.lower
    if low.rstrip(".") in _SUFFIXES:
        return False
    return not (low.endswith("ly") and token.start == 0) and not any(low in words(*listed) for listed in _NO_NAMES)


def _join(
    tag: str, tokens: Sequence[Token], at: int, after: int, text: str, *, code: str = "", kind: str = ""
) -> _Unit:
    if after == at + 1:
        return _Unit(tag, tokens[at].text, tokens[at].start, tokens[at].end, code, kind)
    start, end = tokens[at].start, tokens[after - 1].end
    return _Unit(tag, text[start:end], start, end, code, kind)


def _land(
    tokens: Sequence[Token], at: int, text: str, on: date | None, known: Callable[[str], bool]
) -> tuple[_Unit, int] | None:
    found = _gazetteer().match(tokens, at)
    decoy = _decoys().match(tokens, at)
    if decoy and (found is None or decoy[1] > found[1]):
        return _join("w", tokens, at, decoy[1], text), decoy[1]
    if found is None:
        return None
    entries, after = found
    entry = next((e for e in entries if _rules_on(e, on)), None)
    if entry is None or (entry.surface.isupper() and len(entry.surface) < _ACRONYM and not tokens[at].text.isupper()):
        return None
    if (
        entry.kind == "organisation"
        and entry.surface in _SHARED_BODIES
        and at > 0
        and tokens[at - 1].text[:1].isupper()
    ):
        return _join("w", tokens, at, after, text), after  # "the Russian Security Council"
    if entry.kind == "organisation" and after < len(tokens) and tokens[after].lower in {"member", "ally", "allies"}:
        return _join("m", tokens, at, after, text), after
    if after < len(tokens) and entry.kind != "demonym" and _enterprise(tokens[after]):
        return _join("w", tokens, at, after + 1, text), after + 1
    if after - at == 1 and _part_of_a_name(tokens, at, entry, known):
        return None
    if entry.kind in {"demonym", "country"} and (end := _capital_after(tokens, after)):
        named = end < len(tokens) and tokens[end].text[:1].isupper() and _gazetteer().match(tokens, end)
        unit = _capital_of(entry, tokens, at, end)
        return (unit._replace(tag="w") if named else unit), end
    return _join(_LAND_TAGS[entry.kind], tokens, at, after, text, code=entry.code, kind=entry.kind), after


def _capital_after(tokens: Sequence[Token], at: int) -> int | None:
    """The token after "capital", where the word follows: "the Syrian capital", "Qatar's capital Doha"."""
    if at < len(tokens) and tokens[at].lower == "'s":
        at += 1
    return at + 1 if at < len(tokens) and tokens[at].lower == "capital" else None


def _capital_of(entry: reference.NameEntry, tokens: Sequence[Token], at: int, after: int) -> _Unit:
    """The city that "the Syrian capital" means."""
    country = reference.country(entry.code)
    name = country.capital if country and country.capital else entry.surface
    return _Unit("K", name, tokens[at].start, tokens[after - 1].end, entry.code, "capital")


def _rules_on(entry: reference.NameEntry, on: date | None) -> bool:
    return on is None or ((entry.from_ is None or entry.from_ <= on) and (entry.until is None or on <= entry.until))


def _part_of_a_name(tokens: Sequence[Token], at: int, entry: reference.NameEntry, known: Callable[[str], bool]) -> bool:
    """Whether a place name is a piece of another name: "Japan Airlines", "Jordan Ellis", "Washington Post"."""
    if entry.kind == "city" and at > 0 and tokens[at - 1].text[:1].isupper() and _offices().match(tokens, at - 1):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.text[:1].isupper():
        return entry.kind == "city" and entry.ambiguous and known(tokens[at].text)
    plain = following.text.isalpha() and not _gazetteer().match(tokens, at + 1) and not _offices().match(tokens, at + 1)
    named = plain and following.lower not in words("words", "common") | words("offices", "modifiers") | words(
        "honorifics", "before"
    )
    if entry.kind == "city" or (entry.ambiguous and entry.kind in {"country", "capital"}):
        return named and not following.text.isupper()
    return False


def _enterprise(following: Token) -> bool:
    """Whether the word after a place name makes it the name of a company, paper or prize: "Japan Airlines"."""
    return following.text[:1].isupper() and following.lower in words("words", "enterprise")


def _surname_after_land(tokens: Sequence[Token], at: int) -> bool:
    return (
        tokens[at].lower in {"king", "prince", "general", "head", "mission", "side", "deputy", "chair"}
        and at > 0
        and bool(
            tokens[at - 1].text[:1].isupper() and tokens[at - 1].text.endswith(".") and len(tokens[at - 1].text) == 2
        )
    )


def _name_follows(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].text[:1].isupper() or tokens[at].lower in words("honorifics", "particles"))


def _inside_name(token: Token) -> bool:
    head = token.lower.partition("-")[0].partition("'")[0]
    if head in words("honorifics", "particles"):
        return "-" not in token.text or any(part[:1].isupper() for part in token.text.split("-"))
    return False


@kept
def _gazetteer() -> Phrases[tuple[reference.NameEntry, ...]]:
    grouped: dict[str, list[reference.NameEntry]] = {}
    for entry in reference.names():
        grouped.setdefault(entry.surface, []).append(entry)
    order = list(_LAND_TAGS)
    return Phrases(
        (surface, tuple(sorted(entries, key=lambda e: order.index(e.kind)))) for surface, entries in grouped.items()
    )


@cache
def _offices() -> Phrases[str]:
    groups, envoys, opposites = (words("offices", name) for name in ("groups", "envoys", "opposites"))
    heads = words("offices", "heads")
    return Phrases(
        (head, "".join(f for f, s in (("g", groups), ("e", envoys), ("o", opposites)) if head in s)) for head in heads
    )


@cache
def _honorifics() -> Phrases[bool]:
    return Phrases((entry, True) for entry in words("honorifics", "before"))


@cache
def _decoys() -> Phrases[bool]:
    return Phrases((name, True) for name in reference.decoys())


# --- shapes ----------------------------------------------------------------------------------------------------------

_Builder = Callable[["re.Match[str]", Sequence[_Unit]], Actor | None]


def _span(match: re.Match[str], group: str, units: Sequence[_Unit]) -> Sequence[_Unit]:
    return units[match.start(group) : match.end(group)] if match[group] is not None else ()


def _text(units: Sequence[_Unit]) -> str:
    return " ".join(unit.text for unit in units)


def _affiliation(lands: Iterator[_Unit]) -> tuple[str | None, str | None]:
    """Country and organisation of the first land named."""
    for unit in lands:
        if unit.tag == "G":
            return None, unit.code
        if unit.tag in "CDKLS":
            return unit.code, None
    return None, None


def _official(match: re.Match[str], units: Sequence[_Unit]) -> Actor | None:
    """An office, with or without its holder's name."""
    office, name = _span(match, "office", units), _span(match, "name", units)
    heads = [unit for unit in office if unit.tag in "OQ"]
    flags = heads[-1].kind if heads else ""
    before, after, post = (_span(match, group, units) for group in ("before", "after", "post"))
    after_name = _span(match, "after2", units) if "after2" in match.re.groupindex else ()
    country, organisation = _affiliation(iter([*before, *after, *after_name]))
    sent_to, _ = _affiliation(iter(post))
    if sent_to and "e" not in flags:
        country, sent_to = country or sent_to, None
    person = bool(name)
    head = (
        (name[-1] if person and match.start("name") > match.start("office") else name[0] if person else heads[-1])
        if heads or name
        else units[match.start()]
    )
    possessor = _text([u for u in units[match.start() : match.end()] if u.tag == "r"][:1]).lower()
    return Actor(
        PartyKind.PERSON if person or "g" not in flags else PartyKind.COUNTRY,
        units[match.start()].start,
        units[match.end() - 1].end,
        head.start,
        name=_name(name),
        office=_text(office),
        country=country,
        organisation=organisation,
        post=sent_to,
        group="g" in flags and not person,
        opposite="o" in flags,
        possessor=possessor,
    )


def _fellows(actor: Actor, match: re.Match[str], units: Sequence[_Unit]) -> Iterator[Actor]:
    """The others of "the Dutch and Danish prime ministers"."""
    if not actor.group or actor.name or "before" not in match.re.groupindex:
        return
    for unit in _span(match, "before", units):
        country, organisation = _affiliation(iter([unit]))
        if (country or organisation) and (country, organisation) != (actor.country, actor.organisation):
            yield replace(actor, country=country, organisation=organisation)


def _named(match: re.Match[str], units: Sequence[_Unit]) -> Actor | None:
    """A person without an office."""
    name = _span(match, "name", units)
    country, organisation = _affiliation(iter([*_span(match, "before", units), *_span(match, "after", units)]))
    return Actor(
        PartyKind.PERSON,
        units[match.start()].start,
        units[match.end() - 1].end,
        name[-1].start,
        name=_name(name),
        country=country,
        organisation=organisation,
    )


def _land_alone(match: re.Match[str], units: Sequence[_Unit]) -> Actor | None:
    unit = units[match.start()]
    if unit.tag == "G":
        return Actor(
            PartyKind.ORGANISATION,
            unit.start,
            unit.end,
            units[match.start()].start,
            name=unit.code,
            organisation=unit.code,
            surface=unit.kind,
        )
    return Actor(
        PartyKind.COUNTRY, unit.start, unit.end, unit.start, name=unit.text, country=unit.code, surface=unit.kind
    )


def _name(units: Sequence[_Unit]) -> str:
    text = ""
    for unit in units:
        joined = text and unit.start == len(text)
        text += unit.text if not text or joined else " " + unit.text
    return re.sub(r"\s+([.,])", r"\1", text).strip(" ,")


_BEFORE = rf"(?:d|r)?(?:m+(?={_LAND}))?(?P<before>(?:{_LAND}s?(?:a{_LAND}s?)?))?"
_AFTER = r"(?P<after>(?:[fx]d?(?:n|w|N)?(?:C|D(?=[^ONm]|$)|G|K|S)))?"
_AFTER2 = _AFTER.replace("after", "after2")
_POST = r"(?P<post>(?<!Q)(?:[to]d?(?:C|G|K|L)))?"
_SHAPES: tuple[tuple[re.Pattern[str], _Builder], ...] = (
    # Japan's new ambassador to Kabul, Takashi Okada / Prime Minister of Malaysia Anwar Ibrahim
    (
        re.compile(
            rf"{_BEFORE}(?P<office>{_OFFICE}(?:a{_OFFICE})?){_AFTER}{_POST},?{_HONOUR}?(?P<name>{NAME}){_AFTER2}"
        ),
        _official,
    ),
    # Wang Yi, the Chinese foreign minister / Zhao Xing, the new Ambassador of China
    (
        re.compile(rf"{_HONOUR}?(?P<name>{NAME}),{_HONOUR}?{_BEFORE}{_HONOUR}?(?P<office>{_OFFICE}){_AFTER}{_POST}"),
        _official,
    ),
    # the Afghan delegation / officials of Japan / its foreign minister
    (re.compile(rf"{_BEFORE}(?P<office>{_OFFICE}){_AFTER}{_POST}(?P<name>(?!))?"), _official),
    # Türkiye's Hakan Fidan / Nayib Bukele of El Salvador / the Italian, Cesare Ragaglini
    (re.compile(rf"(?P<before>{_LAND}s|dD,?|D(?=H)){_HONOUR}?(?P<name>{NAME})(?P<after>(?!))?"), _named),
    (re.compile(rf"{_HONOUR}?(?P<name>{NAME})(?P<before>(?!))?(?P<after>f(?:C|G))"), _named),
    (re.compile(rf"{_HONOUR}(?P<name>{NAME})(?P<before>(?!))?(?P<after>(?!))?"), _named),
    (re.compile(rf"(?P<name>{NAME})(?P<before>(?!))?(?P<after>(?!))?"), _named),
    (re.compile(r"[CDKLSG]"), _land_alone),
)
