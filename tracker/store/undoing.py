"""An operation taken back: every field that it set gets its former value, every judgement its former standing.

Taking back is an operation of its own, so that it can be taken back in turn. What the program shows of the events is
then settled anew, and so needs no taking back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Table, update

from tracker.errors import InputError
from tracker.model import Change, Operation, Origin
from tracker.store import naming, rows, schema, sql, sql_parties
from tracker.store.connect import Row
from tracker.store.history import present_state
from tracker.store.rows import Stored
from tracker.store.shown import Resolver, show
from tracker.store.work import Work

REREAD = "reread"
"""The one command of the program's own that is taken back as a person's is."""

_Former = tuple[dict[str, str | None], dict[str, int]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A table of decisions: `content` is what one says, whoever says it, `grounds` what else it keeps.

    `of` and `withdrawn` are the statements for what an operation decided, and for what it withdrew.
    """

    table: Table
    content: tuple[str, ...]
    grounds: tuple[str, ...]
    of: str
    withdrawn: str


_JUDGEMENTS = _Kind(
    schema.judgement,
    ("mention_id", "event_key", "other_event_key", "verdict"),
    ("score", "reasons"),
    sql.JUDGEMENTS_OF,
    sql.JUDGEMENTS_WITHDRAWN,
)
_NAMINGS = _Kind(
    schema.naming, ("party_id", "other_id", "verdict"), (), sql_parties.NAMINGS_OF, sql_parties.NAMINGS_WITHDRAWN
)


def undo(work: Work, number: int, resolver: Resolver) -> list[Change]:
    """Takes an operation back; raises InputError when something of it was decided otherwise since."""
    work.undoes = number
    return _take_back(work, _number(work, sql.BRINGING_AGAIN, operation=number) or number, resolver)


def redo(work: Work, number: int, resolver: Resolver) -> list[Change]:
    """Brings an operation again that was taken back; raises InputError as `undo` does."""
    work.undoes = _number(work, sql.TAKING_BACK, operation=number)
    assert work.undoes is not None
    return _take_back(work, work.undoes, resolver)


def last_done(work: Work, author: str) -> int:
    """The author's latest operation that was not taken back; raises InputError when there is none."""
    found = _number(work, sql.LAST_DONE, author=author)
    if found is None:
        raise InputError(f"nothing that {author} did is left to take back; `tracker history` numbers what others did")
    return found


def last_undone(work: Work, author: str) -> int:
    """The operation that the author took back last and did not bring again; raises InputError when there is none."""
    found = _number(work, sql.LAST_UNDONE, author=author)
    if found is None:
        raise InputError(f"nothing that {author} took back is left to bring again")
    return found


def undoable(work: Work, number: int) -> int:
    """The operation of that number, or the one that it brought again; raises InputError when it cannot be undone."""
    found = _operation(work, number)
    while found.undoes is not None:
        found = _operation(work, found.undoes)
    if found.undone:
        raise InputError(f"change {found.number} was taken back already; `tracker redo` brings it again")
    if found.origin is Origin.MACHINE and found.command != REREAD:
        raise InputError(f"change {number} is the program's own; `tracker edit`, `reject` and `split` correct it")
    return found.number


def _take_back(work: Work, number: int, resolver: Resolver) -> list[Change]:
    made: list[Change] = []
    judged = _decisions_back(work, number, _JUDGEMENTS)
    touched = dict.fromkeys(key for row in judged for key in (row["event_key"], row["other_event_key"]) if key)
    if _decisions_back(work, number, _NAMINGS):
        naming.follow(work)
    for key, changes in _by_event(work, number).items():
        stored = work.reader.at(key)
        wanted, undoes = _former(stored, changes, work)
        made += work.assign(stored, wanted, undoes=undoes)
        touched[key] = None
    roots = dict.fromkeys(work.reader.root(key) for key in touched)
    for key in roots:
        work.gather(key)
    for key in roots:
        show(work, work.reader.at(key), resolver)
    return made


def _by_event(work: Work, number: int) -> dict[int, list[Change]]:
    """What an operation set, by the key of the event."""
    found: dict[int, list[Change]] = {}
    for row in work.ledger.rows(sql.CHANGES_OF, {"operation": number}):
        found.setdefault(row["event_key"], []).append(rows.change(row))
    return found


def _former(stored: Stored, changes: Sequence[Change], work: Work) -> _Former:
    """The values that fields had, and by field the changes that set them otherwise.

    An event that was put on record leaves it; its review, which tells nothing of it, stands for the whole.
    """
    set_by = {change.field: change for change in changes}
    if "type" in set_by and set_by["type"].old is None:
        return {"deleted": "yes"}, {"deleted": set_by["review"].id}
    present = present_state(stored)
    for field, change in set_by.items():
        if present.get(field) != change.new:
            raise InputError(_superseded(work, stored, field))
    return {name: one.old for name, one in set_by.items()}, {name: one.id for name, one in set_by.items()}


def _superseded(work: Work, stored: Stored, field: str) -> str:
    last = [change for change, _ in work.reader.history(stored.key) if change.field == field][-1]
    by = f"change {last.operation} by {last.author}"
    return f"{field} of {stored.event.id} was set again since ({by}, {last.command}); take that back first"


def _decisions_back(work: Work, number: int, kind: _Kind) -> list[Row]:
    """Withdraws what an operation decided and decides again what it withdrew; all of these."""
    decided = list(work.ledger.rows(kind.of, {"operation": number}))
    withdrawn = list(work.ledger.rows(kind.withdrawn, {"operation": number}))
    for row in decided:
        _withdraw(work, row, number, kind)
    for row in withdrawn:
        if kind is _NAMINGS and row["verdict"] == "same":
            naming.require_consistent(work, row["party_id"], row["other_id"])
        found = {name: row[name] for name in (*kind.content, *kind.grounds)}
        work.insert(kind.table, **found, operation_id=work.operation_id)
    return [*decided, *withdrawn]


def _withdraw(work: Work, row: Row, number: int, kind: _Kind) -> None:
    """Withdraws a decision, or the one that says the same since it was withdrawn itself and brought again."""
    table = kind.table
    same = [table.c[name].is_not_distinct_from(row[name]) for name in kind.content]
    live = update(table).where(*same, table.c.withdrawn_by.is_(None))
    if not work.execute(live.values(withdrawn_by=work.operation_id)).rowcount:
        raise InputError(f"what change {number} decided was decided otherwise since; take that back first")


def _operation(work: Work, number: int) -> Operation:
    found = next(iter(work.ledger.rows(sql.OPERATION, {"operation": number})), None)
    if found is None:
        raise InputError(f"there is no change {number}; `tracker history` lists them")
    return rows.operation(found)


def _number(work: Work, statement: str, **binds: object) -> int | None:
    return next((row["id"] for row in work.ledger.rows(statement, binds)), None)
