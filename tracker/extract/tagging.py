"""A sentence as a string of one-letter tags, one for each name, office or word.

C country, authority    D demonym    K capital    L other city    S seat of government    G organisation
O office                Q travelling group        m modifier of an office                 H honorific
N word of a name        i initial    p particle   n other capitalised word                w other word    . mark
s 's    f of    t to    o in, for, at    x from    d the, a    r his, its    a and    , ( ) themselves
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from tracker import reference
from tracker.extract.lexicon import words
from tracker.extract.tokens import Phrases, Token, tokenize
from tracker.reference.added import kept

_LAND_TAGS = {
    "country": "C",
    "demonym": "D",
    "capital": "K",
    "city": "L",
    "seat": "S",
    "authority": "C",
    "organisation": "G",
}
_SMALL = {
    word: tag
    for tag, listed in {
        "s": "'s '",
        "f": "of",
        "t": "to",
        "o": "in for at",
        "x": "from",
        "d": "the a an",
        "r": "his her its their our",
        "a": "and &",
        ",": ",",
        "(": "(",
        ")": ")",
    }.items()
    for word in listed.split()
}
_JOINED = {"country", "demonym", "organisation"}  # kinds of names that a hyphen joins
_EXCELLENCY = {"H.E.", "H.H.", "H.M.", "H.R.H.", "HRH", "HE"}
_SUFFIXES = {"jr", "sr"}
_GENERATIONS = _SUFFIXES | {"ii", "iii", "iv"}
_HOUSES = {"consulate", "consulates"}  # a consulate general is no general
_ADJECTIVES = {"official", "Official", "general", "chief", "lead"}
_SHARED_BODIES = {"Security Council", "General Assembly", "Commission", "Council", "Secretariat"}
_NO_NAMES = (("words", "common"), ("words", "enterprise"), ("honorifics", "before"))
_ACRONYM = 5  # letters from which one is also printed as a word: "Asean", "Ecowas"
_NAME_OF_EVENT = 6  # words before "summit" that can belong to its name
_INITIAL = 5  # characters below which a capitalised word with a full stop is one: "J.", "Chr."


class Unit(NamedTuple):
    """One or several tokens under one tag.

    `after` is the number of the token behind it, `code` the country or organisation of a land, `kind` the kind of word
    that it is named by; of an office, `kind` holds letters: `g` group, `e` envoy, `o` counterpart.
    """

    tag: str
    text: str
    start: int
    end: int
    after: int
    code: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """The tokens of a sentence, and what decides how they are read."""

    text: str
    tokens: Sequence[Token]
    on: date | None
    known: Callable[[str], bool]
    meant: Mapping[str, str]

    def unit(self, tag: str, at: int, after: int, *, code: str = "", kind: str = "") -> Unit:
        """The tokens from `at` to before `after` under one tag."""
        start, end = self.tokens[at].start, self.tokens[after - 1].end
        return Unit(tag, self.text[start:end], start, end, after, code, kind)

    def token(self, at: int) -> Token | None:
        """A token by number; None outside the sentence."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def capital(self, at: int) -> bool:
        """Whether a token begins with a capital letter; not where there is none."""
        token = self.token(at)
        return token is not None and token.text[:1].isupper()

    def office(self, at: int) -> tuple[str, int] | None:
        """The kind of the longest office that begins at a token, and the token behind it."""
        return _offices().match(self.tokens, at) if at < len(self.tokens) else None


def tag(text: str, *, on: date | None, known: Callable[[str], bool], meant: Mapping[str, str]) -> list[Unit]:
    """The units of a sentence in order.

    `on` decides who ruled, `known` tells surnames met before, `meant` whose a name is that several countries share.
    """
    line = _Line(text, list(_opened(tokenize(text))), on, known, meant)
    units: list[Unit] = []
    at = 0
    while at < len(line.tokens):
        unit = next(found for rule in _RULES if (found := rule(line, at)))
        if units and unit.tag == "O" and _inside(units[-1], unit, line):
            unit = unit._replace(tag="N")
        if units and units[-1].code and (after := _abbreviation(line, at, units[-1].code)):
            unit = units.pop()._replace(after=after)
        units.append(unit)
        at = unit.after
    return units


def _opened(tokens: list[Token]) -> list[Token]:
    """The tokens, lands that a hyphen joins taken apart: "the Japan-Philippines-United States summit"."""
    opened: list[Token] = []
    for at, token in enumerate(tokens):
        joined = "-" in token.text and not gazetteer().match(tokens, at)
        pieces = _pieces(token) if joined else []
        all_lands = joined and all(_is_land([*pieces, *tokens[at + 1 : at + 3]], n) for n in range(0, len(pieces), 2))
        opened += pieces if all_lands else [token]
    return opened


def _pieces(token: Token) -> list[Token]:
    """The words of a token and the hyphens between them."""
    words_and_marks = re.finditer(r"[^-]+|-", token.text)
    return [
        piece._replace(start=token.start + m.start(), end=token.start + m.end())
        for m in words_and_marks
        for piece in tokenize(m.group())[:1]
    ]


def _is_land(tokens: Sequence[Token], at: int) -> bool:
    found = gazetteer().match(tokens, at) if tokens[at].text[:1].isupper() else None
    return found is not None and any(entry.kind in _JOINED for entry in found[0])


def _inside(before: Unit, unit: Unit, line: _Line) -> bool:
    """Whether a title is a part of the name around it: "Hassan Sheikh Mohamud"."""
    following = line.token(unit.after)
    adjacent = before.tag in "Ni" and unit.start - before.end == 1 and " " not in unit.text and unit.text.istitle()
    return adjacent and following is not None and following.text.istitle() and not line.office(unit.after)


def _abbreviation(line: _Line, at: int, code: str) -> int:
    """The token behind an abbreviation that repeats the name before it: "European Union (EU)"; or 0."""
    pair = line.tokens[at].text, getattr(line.token(at + 2), "text", "")
    if pair not in {("(", ")"), (",", ",")} or not line.tokens[at + 1].text.isupper():
        return 0
    found = gazetteer().match(line.tokens, at + 1)
    repeated = found is not None and any(entry.code == code for entry in found[0])
    return at + 3 if repeated else 0


# --- rules: each the unit that begins at a token, or None -------------------------------------------------------------


def _plain(line: _Line, at: int) -> Unit | None:
    return line.unit("w", at, at + 1) if _is_plain(line.tokens[at].text) else None


@lru_cache(maxsize=1 << 16)
def _is_plain(word: str) -> bool:
    """Whether a word begins no office, honorific or name: most words of a text, passed over at once."""
    if (
        not (word.isalpha() and word.islower())
        or word in _SMALL
        or _offices().begins(word)
        or _honorifics().begins(word)
    ):
        return False
    return word not in words("offices", "modifiers") and word not in words("honorifics", "particles")


def _excellency(line: _Line, at: int) -> Unit | None:
    return line.unit("H", at, at + 1) if line.tokens[at].text in _EXCELLENCY else None


def _land(line: _Line, at: int) -> Unit | None:
    if not line.capital(at) or _ticker(line, at):
        return None
    found, decoy = gazetteer().match(line.tokens, at), _decoys().match(line.tokens, at)
    if decoy and (found is None or decoy[1] > found[1]):
        return line.unit("w", at, decoy[1])
    entry = (
        next((e for e in found[0] if _rules_on(e, line.on) and line.meant.get(e.surface, e.code) == e.code), None)
        if found
        else None
    )
    if entry is None or found is None or _misprinted(entry, line.tokens[at]):
        return None
    after = found[1]
    if misled := _owned(line, at, after, entry):
        return misled
    if after - at == 1 and _part_of_a_name(line, at, entry):
        return None
    return _capital_of(line, at, after, entry) or line.unit(
        _LAND_TAGS[entry.kind], at, after, code=entry.code, kind=entry.kind
    )


def _ticker(line: _Line, at: int) -> bool:
    """Whether a word is a company's sign at the stock exchange: "Imperial Oil <IMO>"."""
    before = line.token(at - 1)
    return before is not None and before.text == "<"


def _office(line: _Line, at: int) -> Unit | None:
    office = line.office(at)
    if office is None or _house_or_surname(line, at) or _narrows(line, at, office[1]) or _adjective(line, at):
        return None
    travelling = line.tokens[at].lower in words("offices", "travelling")
    return line.unit("Q" if travelling else "O", at, office[1], kind=office[0])


def _honour(line: _Line, at: int) -> Unit | None:
    honour = _honorifics().match(line.tokens, at)
    following = line.token(honour[1]) if honour else None
    if honour is None or following is None:
        return None
    named = following.text[:1].isupper() or following.lower in words("honorifics", "particles")
    return line.unit("H", at, honour[1]) if named else None


def _small(line: _Line, at: int) -> Unit | None:
    small = _SMALL.get(line.tokens[at].lower)
    if small == "o" and _at_a_gathering(line, at):
        small = "w"
    return line.unit(small, at, at + 1) if small else None


def _at_a_gathering(line: _Line, at: int) -> bool:
    """Whether "at" or "in" leads to an event, which nobody is an officer of: "negotiators at a UN conference"."""
    at += 1
    for _ in range(_NAME_OF_EVENT):
        token = line.token(at)
        if token is None or token.lower in words("words", "gatherings"):
            return token is not None
        if not (line.capital(at) or token.lower in _SMALL or token.text == "'s"):
            return False
        at += 1
    return False


def _modifier(line: _Line, at: int) -> Unit | None:
    return line.unit("m", at, at + 1) if line.tokens[at].lower in words("offices", "modifiers") else None


def _name(line: _Line, at: int) -> Unit | None:
    token = line.tokens[at]
    if not line.capital(at) or not (_begins_name(token) or _surname_he(line, at)):
        return None
    return line.unit("i" if token.text.endswith(".") and len(token.text) < _INITIAL else "N", at, at + 1)


def _particle(line: _Line, at: int) -> Unit | None:
    """A small word of a name: "al", "bin"; with a capital behind its hyphen, "al-Sudani", a name of its own."""
    token = line.tokens[at]
    if token.lower.partition("-")[0].partition("'")[0] not in words("honorifics", "particles"):
        return None
    if "-" not in token.text:
        return line.unit("p", at, at + 1)
    if not any(part[:1].isupper() for part in token.text.split("-")):
        return None
    return line.unit("N" if token.text[-1:].isalpha() else "p", at, at + 1)


def _other(line: _Line, at: int) -> Unit:
    text = line.tokens[at].text
    if line.capital(at) and text.isalpha():
        return line.unit("n", at, at + 1)
    return line.unit("w" if text[0].isalnum() else ".", at, at + 1)


_RULES = (_plain, _excellency, _land, _office, _honour, _small, _modifier, _name, _particle, _other)


# --- lands ------------------------------------------------------------------------------------------------------------


def _rules_on(entry: reference.NameEntry, on: date | None) -> bool:
    return on is None or ((entry.from_ is None or entry.from_ <= on) and (entry.until is None or on <= entry.until))


def _misprinted(entry: reference.NameEntry, token: Token) -> bool:
    """Whether a short acronym is printed as a word: "Who", "Us"."""
    return entry.surface.isupper() and len(entry.surface) < _ACRONYM and not token.text.isupper()


def _owned(line: _Line, at: int, after: int, entry: reference.NameEntry) -> Unit | None:
    """What a name is where the words around it make it somebody else's: "the Russian Security Council", "NATO ally"."""
    following = line.token(after)
    body = entry.kind == "organisation"
    if body and entry.surface in _SHARED_BODIES and line.capital(at - 1):
        return line.unit("w", at, after)
    if body and following and following.lower in {"member", "ally", "allies"}:
        return line.unit("m", at, after)
    if body and following and following.text in {"Day", "Week", "Decade"}:
        return line.unit("n", at, after + 1)  # "the United Nations Day of"
    houses = words("words", "enterprise")
    if following and entry.kind != "demonym" and line.capital(after) and following.lower in houses:
        return line.unit("w", at, after + 1)
    named_after = line.token(after + 1)
    if body and named_after and line.capital(after) and line.capital(after + 1) and named_after.lower in houses:
        return line.unit("w", at, after + 2)  # "the ITC Ratnadipa Hotel"
    return None


def _part_of_a_name(line: _Line, at: int, entry: reference.NameEntry) -> bool:
    """Whether a place name is a piece of another name: "Japan Airlines", "Jordan Ellis", "Washington Post"."""
    if entry.kind == "city" and line.capital(at - 1) and _leads_to_a_name(line, at - 1):
        return True
    following = line.token(at + 1)
    if following and following.lower.rstrip(".") in _GENERATIONS and line.capital(at - 1):
        return True
    if following is None or not line.capital(at + 1):
        return entry.kind == "city" and entry.ambiguous and line.known(line.tokens[at].text)
    if entry.kind == "city" or (entry.ambiguous and entry.kind in {"country", "capital"}):
        return not following.text.isupper() and _names_somebody(line, at + 1)
    return False


def _leads_to_a_name(line: _Line, at: int) -> bool:
    """Whether a word announces a family name: "Minister Austin", "Secretary of Defense Austin", "Lloyd J. Austin"."""
    initial = line.tokens[at].text.endswith(".") and len(line.tokens[at].text) == 2
    of_a_portfolio = line.token(at - 1) is not None and line.tokens[at - 1].lower == "of" and bool(line.office(at - 2))
    return initial or of_a_portfolio or line.office(at) is not None


def _names_somebody(line: _Line, at: int) -> bool:
    """Whether a capitalised word behind a place name can be a family name."""
    token = line.tokens[at]
    if not token.text.replace("-", "").isalpha() or gazetteer().match(line.tokens, at) or line.office(at):
        return False
    listed = (("words", "common"), ("offices", "modifiers"), ("honorifics", "before"))
    return not any(token.lower in words(*names) for names in listed)


def _capital_of(line: _Line, at: int, after: int, entry: reference.NameEntry) -> Unit | None:
    """The city that "the Syrian capital" or "Qatar's capital" means; nobody where its name follows."""
    if (owner := line.token(after)) and owner.lower == "'s":
        after += 1
    word = line.token(after)
    if entry.kind not in {"demonym", "country"} or word is None or word.lower != "capital":
        return None
    country = reference.country(entry.code)
    name = country.capital if country and country.capital else entry.surface
    named = line.capital(after + 1) and gazetteer().match(line.tokens, after + 1)
    return Unit(
        "w" if named else "K", name, line.tokens[at].start, word.end, after + 1, code=entry.code, kind="capital"
    )


# --- offices and names ------------------------------------------------------------------------------------------------


def _house_or_surname(line: _Line, at: int) -> bool:
    """Whether a word is no office by what stands before it: "consulate general", "J. King"."""
    before = line.token(at - 1)
    if before is None:
        return False
    surname = line.tokens[at].lower in words("offices", "surnames") and line.capital(at)
    return before.lower in _HOUSES or (
        surname and line.capital(at - 1) and before.text.endswith(".") and len(before.text) == 2
    )


def _narrows(line: _Line, at: int, after: int) -> bool:
    """Whether a word that can be an office only narrows the next one: "deputy energy minister"."""
    modifiers = words("offices", "modifiers")
    if after - at != 1 or line.tokens[at].lower not in modifiers:
        return False
    while (token := line.token(after)) and (token.lower in modifiers or token.lower in {"and", "-"}):
        after += 1
    return line.office(after) is not None


def _adjective(line: _Line, at: int) -> bool:
    """Whether a word that can be an office is an adjective here: "an official visit", "general elections"."""
    following = line.token(at + 1)
    if following is None or line.tokens[at].text not in _ADJECTIVES:
        return False
    plain = following.text.replace("-", "").isalpha() and following.text.islower()
    return plain and following.text not in words("words", "after_a_noun")


def _begins_name(token: Token) -> bool:
    """Whether a capitalised word can be part of a person's name."""
    low = token.lower
    if low.rstrip(".") in _SUFFIXES:
        return False
    return not (low.endswith("ly") and token.start == 0) and not any(low in words(*listed) for listed in _NO_NAMES)


def _surname_he(line: _Line, at: int) -> bool:
    """Whether "He" is a family name: "Vice Premier He Lifeng"."""
    before, token, following = line.token(at - 1), line.tokens[at], line.token(at + 1)
    named = token.text == "He" and following is not None and following.text.istitle()
    return named and before is not None and line.capital(at - 1) and before.end + 1 == token.start


# --- tables -----------------------------------------------------------------------------------------------------------


@kept
def gazetteer() -> Phrases[tuple[reference.NameEntry, ...]]:
    """Every name of a land, city or organisation, with what it can stand for, the likeliest first."""
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
