"""A server's database as a file, by PostgreSQL's own programs; passwords go to them through the environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from sqlalchemy import URL, make_url

from tracker.errors import StoreError
from tracker.store.address import Address

_PATIENCE = 10
"""Seconds to wait for those who read a table that is to be replaced."""

_UNKNOWN_TO_OLDER = b"SET transaction_timeout = 0;"
"""What client programs of version 17 and later write, and servers before that refuse."""


def possible() -> bool:
    """Whether the program that writes dumps is there."""
    return shutil.which("pg_dump") is not None


def write(address: Address, target: Path) -> None:
    """Writes a database, as it is at one moment, to a file that `pg_restore` reads; raises StoreError."""
    url = make_url(address.url)
    _call(["pg_dump", "--format=custom", f"--file={target}", f"--dbname={_shown(url)}"], url)


def revision(dump: Path) -> str | None:
    """The version of the schema of a dumped database; None for another program's. Raises StoreError for no dump."""
    told = _call(["pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(dump)]).splitlines()
    begun = next((number for number, line in enumerate(told) if line.startswith("COPY ")), None)
    return None if begun is None else told[begun + 1]


def put_back(address: Address, dump: Path, *, instead_of: Sequence[str]) -> None:
    """Puts a dumped database in the place of the tables named: all of it or, with StoreError, nothing."""
    url = make_url(address.url)
    with tempfile.TemporaryFile() as script:
        script.write("".join(f'drop table if exists "{name}" cascade;\n' for name in instead_of).encode())
        script.flush()
        _call(["pg_restore", "--no-owner", "--file=-", str(dump)], into=script)
        _for_older_servers(script)
        options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
        _call(["psql", *options, f"--dbname={_shown(url)}"], url, out_of=script)


def _for_older_servers(script: IO[bytes]) -> None:
    """Blanks out in the preamble what they do not know, and goes to the beginning."""
    script.seek(0)
    found = script.read(2**14).find(_UNKNOWN_TO_OLDER)
    if found >= 0:
        script.seek(found)
        script.write(b" " * len(_UNKNOWN_TO_OLDER))
        script.flush()
    script.seek(0)


def _call(
    command: Sequence[str], url: URL | None = None, *, into: IO[bytes] | None = None, out_of: IO[bytes] | None = None
) -> str:
    """What a program prints; raises StoreError with the first thing that it complains of, or when it is not there."""
    program = shutil.which(command[0])
    if program is None:
        raise StoreError(
            f"{command[0]} is not on the PATH; install PostgreSQL's client programs, or run where they are: "
            + " ".join(command)
        )
    password = _password(url) if url else ""
    done = subprocess.run(
        [program, *command[1:]],
        env={
            **os.environ,
            **({"PGPASSWORD": password} if password else {}),
            "PGOPTIONS": f"-c lock_timeout={_PATIENCE}s",
            "LC_MESSAGES": "C",
        },
        check=False,
        stdin=out_of or subprocess.DEVNULL,
        stdout=into or subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    if done.returncode:
        complaints = done.stderr.decode(errors="replace").strip().splitlines()
        raise StoreError(complaints[0] if complaints else f"{command[0]} ended with {done.returncode}")
    return (done.stdout or b"").decode(errors="replace")


def _shown(url: URL) -> str:
    """The URL without its password, which whoever lists processes would see."""
    query = {name: value for name, value in url.query.items() if name != "password"}
    shown = URL.create("postgresql", url.username, None, url.host, url.port, url.database, query)
    return shown.render_as_string().replace(" ", "%20")  # which PostgreSQL 18 insists on


def _password(url: URL) -> str:
    return str(url.password or url.query.get("password") or "")
