"""The names of lands and organisations in a sentence, and the words around them that make them somebody else's."""

from __future__ import annotations

from datetime import date

from tracker import reference
from tracker.extract.lexicon import words
from tracker.extract.tagging.line import Line, Unit
from tracker.extract.tagging.tables import LAND_TAGS, SUFFIXES, decoys, gazetteer
from tracker.extract.tokens import Token

_GENERATIONS = SUFFIXES | {"ii", "iii", "iv"}
_SHARED_BODIES = {"Security Council", "General Assembly", "Commission", "Council", "Secretariat"}
_DESCRIBING = ("ing", "ed", "er", "wn")  # "Visiting Porto", "Downtown Lagos"
_ACRONYM = 5  # letters from which one is also printed as a word: "Asean", "Ecowas"


def land(line: Line, at: int) -> Unit | None:
    """The country, city or organisation that begins at a token; None where its name names something else."""
    if not line.capital(at) or _ticker(line, at):
        return None
    # A name of another time hides no shorter one: "Niger's junta" before there was one is still Niger's.
    found = gazetteer().match(line.tokens, at, lambda entries: any(_rules_on(e, line.on) for e in entries))
    decoy = decoys().match(line.tokens, at)
    if decoy and (found is None or decoy[1] >= found[1]):
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
        LAND_TAGS[entry.kind], at, after, code=entry.code, kind=entry.kind
    )


def _ticker(line: Line, at: int) -> bool:
    """Whether a word is a company's sign at the stock exchange: "Imperial Oil <IMO>"."""
    before = line.token(at - 1)
    return before is not None and before.text == "<"


def _rules_on(entry: reference.NameEntry, on: date | None) -> bool:
    return on is None or ((entry.from_ is None or entry.from_ <= on) and (entry.until is None or on <= entry.until))


def _misprinted(entry: reference.NameEntry, token: Token) -> bool:
    """Whether a short acronym is printed as a word: "Who", "Us"."""
    return entry.surface.isupper() and len(entry.surface) < _ACRONYM and not token.text.isupper()


def _owned(line: Line, at: int, after: int, entry: reference.NameEntry) -> Unit | None:
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


def _part_of_a_name(line: Line, at: int, entry: reference.NameEntry) -> bool:
    """Whether a place name is a piece of another name: "Japan Airlines", "Jordan Ellis", "Washington Post"."""
    if entry.kind == "city" and line.capital(at - 1) and (_leads_to_a_name(line, at - 1) or _given(line, at - 1)):
        return True
    following = line.token(at + 1)
    if following and following.lower.rstrip(".") in _GENERATIONS and line.capital(at - 1):
        return True
    if following is None or not line.capital(at + 1):
        return entry.kind == "city" and entry.ambiguous and line.known(line.tokens[at].text)
    if entry.kind == "city" or (entry.ambiguous and entry.kind in {"country", "capital"}):
        return (_is_initial(following) or not following.text.isupper()) and _names_somebody(line, at + 1)
    return False


def _leads_to_a_name(line: Line, at: int) -> bool:
    """Whether a word announces a family name: "Minister Austin", "Secretary of Defense Austin", "Lloyd J. Austin"."""
    initial = _is_initial(line.tokens[at])
    of_a_portfolio = line.token(at - 1) is not None and line.tokens[at - 1].lower == "of" and bool(line.office(at - 2))
    return initial or of_a_portfolio or line.office(at) is not None


def _given(line: Line, at: int) -> bool:
    """Whether a word is the given name of somebody called like a city: "told Aldo Moro", "George Bush said"."""
    token = line.tokens[at]
    adjoins = token.end + 1 == line.tokens[at + 1].start and token.text.istitle()
    describes = at == 0 and token.lower.endswith(_DESCRIBING)
    return adjoins and not describes and _names_somebody(line, at)


def _is_initial(token: Token) -> bool:
    """Whether a word is a letter that stands for a name: "W."."""
    return token.text.endswith(".") and len(token.text) == 2


def _names_somebody(line: Line, at: int) -> bool:
    """Whether a capitalised word behind a place name can be a family name, or the initial before one."""
    token = line.tokens[at]
    if _is_initial(token) and line.capital(at + 1):
        return True  # "George W. Bush"
    if not token.text.replace("-", "").isalpha() or _of_some_weight(line, at) or line.office(at):
        return False
    listed = (("words", "common"), ("offices", "modifiers"), ("honorifics", "before"))
    return not any(token.lower in words(*names) for names in listed)


def _of_some_weight(line: Line, at: int) -> bool:
    """Whether a word is known as more than a provincial town, after which many are called: "George Bush"."""
    found = gazetteer().match(line.tokens, at)
    return found is not None and any(entry.kind != "city" for entry in found[0])


def _capital_of(line: Line, at: int, after: int, entry: reference.NameEntry) -> Unit | None:
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
