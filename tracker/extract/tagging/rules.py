"""The rules of tagging, in the order in which they are asked: each the unit that begins at a token, or None."""

from __future__ import annotations

from functools import lru_cache

from tracker.extract.lexicon import words
from tracker.extract.tagging.lands import land
from tracker.extract.tagging.line import Line, Unit
from tracker.extract.tagging.tables import SUFFIXES, honorifics, offices
from tracker.extract.tokens import Token

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
_EXCELLENCY = {"H.E.", "H.H.", "H.M.", "H.R.H.", "HRH", "HE"}
_HOSTS = {"host": "", "hostess": "", "visitor": "", "caller": "", "hosts": "g", "visitors": "g", "callers": "g"}
_OUR_MAN = {"man", "woman", "face", "voice"}  # "in Havana"
_HOUSES = {"consulate", "consulates"}  # a consulate general is no general
_ADJECTIVES = {"official", "Official", "general", "chief", "lead"}
_NO_NAMES = (("words", "common"), ("words", "enterprise"), ("honorifics", "before"))
_NAME_OF_EVENT = 6  # words before "summit" that can belong to its name
_INITIAL = 5  # characters below which a capitalised word with a full stop is one: "J.", "Chr."


def _plain(line: Line, at: int) -> Unit | None:
    return line.unit("w", at, at + 1) if _is_plain(line.tokens[at].text) else None


@lru_cache(maxsize=1 << 16)
def _is_plain(word: str) -> bool:
    """Whether a word begins no office, honorific or name: most words of a text, passed over at once."""
    if (
        not (word.isalpha() and word.islower())
        or word in _SMALL
        or word in _OUR_MAN
        or word in _HOSTS
        or offices().begins(word)
        or honorifics().begins(word)
    ):
        return False
    return word not in words("offices", "modifiers") and word not in words("honorifics", "particles")


def _excellency(line: Line, at: int) -> Unit | None:
    return line.unit("H", at, at + 1) if line.tokens[at].text in _EXCELLENCY else None


def _our_man(line: Line, at: int) -> Unit | None:
    """An envoy told as nothing but his land's there: "Peru's new man in Oslo", "its woman in Lima"."""
    if line.tokens[at].lower not in _OUR_MAN or not line.capital(at + 2) or line.tokens[at + 1].lower != "in":
        return None
    owned = (line.token(before) for before in range(at - 1, at - 4, -1))
    owner = any(token is not None and _SMALL.get(token.lower) in {"s", "r"} for token in owned)
    return line.unit("O", at, at + 1, kind="e") if owner else None


def _host(line: Line, at: int) -> Unit | None:
    """Whoever receives or is received, told as somebody's: "her Peruvian host", "Gil's visitor", "the visitor"."""
    word = line.tokens[at].lower
    kind = _HOSTS.get(word)
    before, farther = line.token(at - 1), line.token(at - 2)
    if kind is None or before is None:
        return None
    owned = _SMALL.get(before.lower) in {"r", "s"} or (word.startswith("visitor") and before.lower == "the")
    described = farther is not None and line.capital(at - 1) and _SMALL.get(farther.lower) in {"r", "s"}
    return line.unit("O", at, at + 1, kind=kind) if owned or described else None


def _office(line: Line, at: int) -> Unit | None:
    office = line.office(at)
    if office is None or _house_or_surname(line, at) or _narrows(line, at, office[1]) or _adjective(line, at):
        return None
    travelling = line.tokens[at].lower in words("offices", "travelling")
    return line.unit("Q" if travelling else "O", at, office[1], kind=office[0])


def _honour(line: Line, at: int) -> Unit | None:
    honour = honorifics().match(line.tokens, at)
    following = line.token(honour[1]) if honour else None
    if honour is None or following is None:
        return None
    named = following.text[:1].isupper() or following.lower in words("honorifics", "particles")
    return line.unit("H", at, honour[1]) if named else None


def _small(line: Line, at: int) -> Unit | None:
    small = _SMALL.get(line.tokens[at].lower)
    if small == "o" and _at_a_gathering(line, at):
        small = "w"
    return line.unit(small, at, at + 1) if small else None


def _at_a_gathering(line: Line, at: int) -> bool:
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


def _modifier(line: Line, at: int) -> Unit | None:
    return line.unit("m", at, at + 1) if line.tokens[at].lower in words("offices", "modifiers") else None


def _name(line: Line, at: int) -> Unit | None:
    token = line.tokens[at]
    if not line.capital(at) or not (_begins_name(token) or _surname_he(line, at)) or _acronym(line, at):
        return None
    return line.unit("i" if token.text.endswith(".") and len(token.text) < _INITIAL else "N", at, at + 1)


def _particle(line: Line, at: int) -> Unit | None:
    """A small word of a name: "al", "bin"; with a capital behind its hyphen, "al-Sudani", a name of its own."""
    token = line.tokens[at]
    if token.lower.partition("-")[0].partition("'")[0] not in words("honorifics", "particles"):
        return None
    if "-" not in token.text:
        return line.unit("p", at, at + 1)
    if not any(part[:1].isupper() for part in token.text.split("-")):
        return None
    return line.unit("N" if token.text[-1:].isalpha() else "p", at, at + 1)


def _other(line: Line, at: int) -> Unit:
    text = line.tokens[at].text
    if line.capital(at) and text.isalpha():
        return line.unit("n", at, at + 1)
    return line.unit("w" if text[0].isalnum() else ".", at, at + 1)


RULES = (_plain, _excellency, land, _our_man, _host, _office, _honour, _small, _modifier, _name, _particle, _other)
"""The rules in order: a token is what the first of them says, and the last one always says something."""


# --- offices and names ------------------------------------------------------------------------------------------------


def _house_or_surname(line: Line, at: int) -> bool:
    """Whether a word is no office by what stands before it: "consulate general", "J. King"."""
    before = line.token(at - 1)
    if before is None:
        return False
    surname = line.tokens[at].lower in words("offices", "surnames") and line.capital(at)
    return before.lower in _HOUSES or (
        surname and line.capital(at - 1) and before.text.endswith(".") and len(before.text) == 2
    )


def _narrows(line: Line, at: int, after: int) -> bool:
    """Whether a word that can be an office only narrows the next one: "deputy energy minister"."""
    modifiers = words("offices", "modifiers")
    if after - at != 1 or line.tokens[at].lower not in modifiers:
        return False
    while (token := line.token(after)) and (token.lower in modifiers or token.lower in {"and", "-"}):
        after += 1
    return line.office(after) is not None


def _adjective(line: Line, at: int) -> bool:
    """Whether a word that can be an office is an adjective here: "an official visit", "general elections"."""
    following = line.token(at + 1)
    if following is None or line.tokens[at].text not in _ADJECTIVES:
        return False
    plain = following.text.replace("-", "").isalpha() and following.text.islower()
    return plain and following.text not in words("words", "after_a_noun")


def _begins_name(token: Token) -> bool:
    """Whether a capitalised word can be part of a person's name."""
    low = token.lower
    if low.rstrip(".") in SUFFIXES:
        return False
    return not (low.endswith("ly") and token.start == 0) and not any(low in words(*listed) for listed in _NO_NAMES)


def _acronym(line: Line, at: int) -> bool:
    """Whether a word in capitals is an office's or a body's and no name: "MITI vice president Kuroda"."""
    token, following = line.tokens[at], line.token(at + 1)
    short = token.text.isupper() and token.text.isalpha() and 2 < len(token.text) <= _INITIAL
    return short and following is not None and following.text.islower()


def _surname_he(line: Line, at: int) -> bool:
    """Whether "He" is a family name: "Vice Premier He Lifeng"."""
    before, token, following = line.token(at - 1), line.tokens[at], line.token(at + 1)
    named = token.text == "He" and following is not None and following.text.istitle()
    return named and before is not None and line.capital(at - 1) and before.end + 1 == token.start
