"""A sentence as a string of one-letter tags, one for each name, office or word.

C country, authority    D demonym    K capital    L other city    S seat of government    G organisation
O office                Q travelling group        m modifier of an office                 H honorific
N word of a name        i initial    p particle   n other capitalised word                w other word    . mark
s 's    f of    t to    o in, for, at    x from    d the, a    r his, its    a and    , ( ) themselves

    tables ─▶ line ─▶ lands ─▶ rules ─▶ tag

At each token the first of the `rules` that knows it makes a unit; a name of a land is for `lands` to judge. Both look
up in `tables`, and see of the sentence what its `line` shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from tracker.extract.tagging.line import Line, Unit
from tracker.extract.tagging.rules import RULES
from tracker.extract.tagging.tables import gazetteer
from tracker.extract.tokens import Token, tokenize

__all__ = ["Unit", "gazetteer", "tag"]

_JOINED = {"country", "demonym", "organisation"}  # kinds of names that a hyphen joins


def tag(text: str, *, on: date | None, known: Callable[[str], bool], meant: Mapping[str, str]) -> list[Unit]:
    """The units of a sentence in order.

    `on` decides who ruled, `known` tells surnames met before, `meant` whose a name is that several countries share.
    """
    line = Line(text, list(_opened(tokenize(text))), on, known, meant)
    units: list[Unit] = []
    at = 0
    while at < len(line.tokens):
        unit = next(found for rule in RULES if (found := rule(line, at)))
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


def _inside(before: Unit, unit: Unit, line: Line) -> bool:
    """Whether a title is a part of the name around it: "Hassan Sheikh Mohamud"."""
    following = line.token(unit.after)
    adjacent = before.tag in "Ni" and unit.start - before.end == 1 and " " not in unit.text and unit.text.istitle()
    return adjacent and following is not None and following.text.istitle() and not line.office(unit.after)


def _abbreviation(line: Line, at: int, code: str) -> int:
    """The token behind an abbreviation that repeats the name before it: "European Union (EU)"; or 0."""
    pair = line.tokens[at].text, getattr(line.token(at + 2), "text", "")
    if pair not in {("(", ")"), (",", ",")} or not line.tokens[at + 1].text.isupper():
        return 0
    found = gazetteer().match(line.tokens, at + 1)
    repeated = found is not None and any(entry.code == code for entry in found[0])
    return at + 3 if repeated else 0
