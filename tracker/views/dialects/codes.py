"""What the CAMEO codes of other datasets are called here."""

from __future__ import annotations

from collections.abc import Mapping

from tracker import reference
from tracker.errors import InputError
from tracker.views.dialects.dialect import Dialect, Table

NO_EVENT = "-"
"""The type of a row whose code is that of no engagement."""

_LAST_ROOT = 20


def all_codes(dialect: Dialect) -> Mapping[str, str | Table]:
    """What each code means: to a dialect, else by our types.

    Of these it is the one that writes the code when nothing tells more, else the first that may be it.
    """
    kinds = [*reference.EVENT_TYPES.values()][::-1]
    others = {code: kind.name for kind in kinds for code in kind.cameo}
    return {**others, **{kind.cameo[0]: kind.name for kind in kinds}, **dialect.codes}


def coded(text: str, known: Mapping[str, str | Table]) -> dict[str, str]:
    """The cells that a code tells: type, subtype, status, and the roles of the source and the target.

    Of a code that is longer than any that is known, its beginning counts. Raises InputError for what is no code.
    """
    code = text.strip().removesuffix(".0")
    if not code.isdigit():
        raise InputError(f"'{text}' is no CAMEO code, such as 042")
    if int(code[:2]) > _LAST_ROOT:
        code = f"0{code}"  # which a spreadsheet took from it
    meant = next((known[code[:length]] for length in range(len(code), 2, -1) if code[:length] in known), "")
    if isinstance(meant, str):
        return {"type": meant or NO_EVENT}
    roles = dict(zip(("source_role", "target_role"), meant.get("roles", ()), strict=False))
    return {name: value for name, value in meant.items() if name != "roles"} | roles
