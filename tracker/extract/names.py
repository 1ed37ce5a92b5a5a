"""The words of names and offices: whether two can be the same person's, and whom the holders of an office serve."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tracker import reference
from tracker.extract.lexicon import words

_SYNONYMS = {"premier": "prime", "defense": "defence", "chargé": "charge", "advisor": "adviser"}
_FILLERS = {"the", "of", "and", "for", "new", "acting", "interim", "former"}
_LETTERS = re.compile(r"[a-zà-ÿ]+")


def spellings(name: str) -> list[str]:
    """A name as printed, without initials, and its last word: "Joseph R. Biden", "Joseph Biden", "Biden"."""
    full = [w for w in name.split() if len(w.rstrip(".")) > 1]
    return list(dict.fromkeys([name, " ".join(full), full[-1] if full else name]))


def tokens(name: str) -> list[str]:
    """The words of a name that tell people apart, in small letters."""
    parts = re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*\.?", name)
    return [
        p.casefold().rstrip(".")
        for p in parts
        if p.casefold() not in words("honorifics", "common") and len(p.rstrip(".")) > 1
    ]


def namesake(known: str, name: str) -> bool:
    """Whether the given names of two people can be the same: not those of "Paul Ruiz" and "Tomas Ruiz"."""
    given = {word[0].casefold() for word in name.split()[:-1] if not word.endswith(".")}
    return not given or " " not in known or bool(given & {word[0].casefold() for word in known.split()})


def served(
    holders: Sequence[reference.OfficeHolder], office: str, *, full: bool
) -> tuple[str | None, str | None] | None:
    """Country and organisation that most of the holders found serve; those whose office fits come first."""
    if office:
        wanted = _office_words(office)
        holders = [h for h in holders if wanted & _office_words(h.office)] or (holders if full else [])
    elif not full:
        return None
    counted = Counter((holder.country, holder.organisation) for holder in holders).most_common(2)
    clear = counted and (len(counted) == 1 or counted[0][1] >= 2 * counted[1][1])
    return counted[0][0] if clear else None


def plain_words(office: str) -> set[str]:
    """The words of an office as a definite phrase repeats them."""
    said = set(_LETTERS.findall(office.lower()))
    return ({_SYNONYMS.get(w, w) for w in said} - _FILLERS - {"then", "visiting"}) or said


def _office_words(office: str) -> set[str]:
    """The words that tell an office from others, whatever its rank."""
    said = set(_LETTERS.findall(office.lower()))
    said |= {_SYNONYMS[w] for w in said if w in _SYNONYMS} | ({"foreign"} if "affairs" in said else set())
    return (said - _FILLERS - {"affairs", "deputy", "minister"}) or said
