"""A PostgreSQL server of one's own, for tests and measurements: started from the system's binaries, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


@contextmanager
def started(*options: str) -> Iterator[str]:
    """A server without rights of the superuser, reached by a socket: its URL, with `{}` for a database's name."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, "postgres", "postgres")

    def call(program: str, *arguments: str) -> None:
        command = [str(BINARIES[-1] / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **user)

    call("initdb", "-U", "tracker", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")
    call("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", " ".join(["-h ''", f"-k {folder}", "-F", *options]))
    try:
        yield f"postgresql://tracker@/{{}}?host={folder}"
    finally:
        call("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(folder)
