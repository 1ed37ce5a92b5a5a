"""Who may read and who may write a server's database: what each kind of user needs, and nothing beyond it.

Readers select. Editors do what the recorder does, and no more: they cannot alter tables, and cannot change or delete
what the history says, for it is only ever added to.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from tracker.errors import InputError, StoreError
from tracker.store import revisions, sql
from tracker.store.access import Access
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.store.faults import explained

_ONLY_ADDED_TO = {"operation", "change"}
_OWNERS_ALONE = {"alembic_version"}
_REPLACED = {"participation", "tag", "citation", "event_search"}
"""Tables whose rows are written anew, and so deleted; of all others none ever is."""

_OWNER = """
    select tableowner as owner, pg_has_role(current_user, tableowner, 'usage') as ours from pg_catalog.pg_tables
    where schemaname = current_schema() and tablename = 'event'
"""
_ROLE = "select 1 from pg_roles where rolname = :role"


def grant(address: Address, role: str, access: Access | None, *, password: str = "", wait: float) -> bool:
    """Lets a role do what `access` says and nothing else, or nothing where it is None; whether the role was made.

    One that is not there is made where a password is given, of which the server is handed only a digest. Raises
    InputError when there is none and none is to be made, StoreError for a file, or without the rights to grant any.
    """
    if address.path:
        raise StoreError(f"{address} is a file: whoever may read or write the file may do so here; see `man chmod`")
    engine = open_engine(address, wait=wait)
    with explained(address), engine.begin() as connection:
        _require_owner(connection, address)
        made = not connection.execute(text(_ROLE), {"role": role}).scalar()
        if made and not password:
            raise InputError(f"there is no role '{role}' at {address}; add --create to make one that may log in")
        if made:
            connection.exec_driver_sql(_creating(connection, role, password))
        for statement in _statements(connection, role, access):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return made


def _require_owner(connection: Connection, address: Address) -> None:
    """To anybody else the server says that it granted, in a warning, nothing."""
    found = connection.execute(text(_OWNER)).one_or_none()
    if found is None:
        raise revisions.missing(where=str(address))
    if not found.ours:
        raise StoreError(f"{address} belongs to {found.owner}, who alone may say who reads and edits it")


def _statements(connection: Connection, role: str, access: Access | None) -> Iterator[str]:
    """Everything taken away, then what the role is to have."""
    quote = connection.dialect.identifier_preparer.quote_identifier
    who, schema, database = quote(role), *map(quote, _where(connection))
    kinds = ("tables", "sequences")
    yield from (f"revoke all on all {kind} in schema {schema} from {who}" for kind in kinds)
    yield from (f"alter default privileges in schema {schema} revoke all on {kind} from {who}" for kind in kinds)
    yield f"revoke all on schema {schema} from {who}"
    yield f"revoke all on database {database} from {who}"
    if access is None:
        return
    yield f"grant connect on database {database} to {who}"
    yield f"grant usage on schema {schema} to {who}"
    for kind in kinds:  # without the sequences nobody could make a backup
        yield f"grant select on all {kind} in schema {schema} to {who}"
        yield f"alter default privileges in schema {schema} grant select on {kind} to {who}"
    if access is Access.EDITOR:
        yield f"grant usage on all sequences in schema {schema} to {who}"
        yield f"alter default privileges in schema {schema} grant usage on sequences to {who}"
        yield f"alter default privileges in schema {schema} grant insert, update on tables to {who}"
        for table in connection.execute(text(sql.TABLES["postgresql"])).scalars().all():
            yield from (f"grant {right} on {quote(table)} to {who}" for right in _rights(table))


def _rights(table: str) -> Iterator[str]:
    if table in _OWNERS_ALONE:
        return
    yield "insert"
    if table not in _ONLY_ADDED_TO:
        yield "update"
    if table in _REPLACED:
        yield "delete"


def _where(connection: Connection) -> tuple[str, str]:
    row = connection.execute(text("select current_schema(), current_database()")).one()
    return row[0], row[1]


def _creating(connection: Connection, role: str, password: str) -> str:
    """The statement with the password's digest, so that no log of the server's shows it."""
    driver = connection.connection.driver_connection
    assert driver is not None
    digest = driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    return f"create role {connection.dialect.identifier_preparer.quote_identifier(role)} login password '{digest}'"
