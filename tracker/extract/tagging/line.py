"""A sentence under way: its tokens, and the units that they become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.extract.tagging.tables import offices
from tracker.extract.tokens import Token


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
class Line:
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
        return offices().match(self.tokens, at) if at < len(self.tokens) else None
