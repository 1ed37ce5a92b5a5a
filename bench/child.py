"""What a process takes from its start to its end, counted by a small one in between.

A process begins as a copy of the one that starts it, whose memory would be taken for its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BETWEEN = """
import json, os, sys
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
told = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
print(json.dumps(told), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of a process, and the most megabytes that it held."""

    seconds: float
    megabytes: float


def run(command: Sequence[str | Path], *, output: Path | None = None) -> Cost:
    """Runs a command to its end; what it prints goes into a file, or nowhere. Raises SystemExit when it fails."""
    with open(output or os.devnull, "wb") as stream:
        between = [sys.executable, "-I", "-S", "-c", _BETWEEN, *map(str, command)]
        environment = {**os.environ, "TRACKER_CONFIG": os.devnull}
        told = subprocess.run(between, stdout=stream, stderr=subprocess.PIPE, env=environment, check=True).stderr
    *said, last = told.decode().splitlines()
    code, seconds, megabytes = json.loads(last)
    if code:
        raise SystemExit("\n".join([f"{command[:4]} ended with {code}", *said]))
    return Cost(seconds, megabytes)
