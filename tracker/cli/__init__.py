"""The command line: each command parses, calls the library, prints; `main` is the one exit.

Results go to standard output, everything else to standard error. Exit codes: 0 done (nothing found is done too),
1 failed, 2 the command line cannot be meant, 130 interrupted. A command's module is imported when it is asked for,
heavy libraries inside its function.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

import typer

from tracker.cli.application import commands
from tracker.cli.output import INTERRUPTED, say
from tracker.errors import TrackerError


def main() -> None:
    """The entry point; whatever is written is for the user's eyes alone, until he or she says otherwise."""
    os.umask(os.umask(0o077) | 0o077)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """One command's exit code; what goes wrong is said in a line, and traced only after `--debug`."""
    debug = "--debug" in arguments
    try:
        code = commands()([one for one in arguments if one != "--debug"], prog_name="tracker", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit) as done:
        return _left(done)
    except (TrackerError, typer.TyperException) as error:
        if debug:
            raise
        say(f"tracker: {_message(error)}")
        return error.exit_code
    except Exception as error:
        if debug:
            raise
        say(f"tracker: {_told(error)}; add --debug to see where")
        return 1
    if code == INTERRUPTED:
        say("tracker: interrupted; what was finished is kept")
    return code if isinstance(code, int) else 0


def _left(done: BaseException) -> int:
    """The exit code where Typer ended by itself, 0 where whoever read the results had seen enough."""
    if isinstance(done, BrokenPipeError) or isinstance(done.__context__, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the interpreter's own last flush
        return 0
    return done.code if isinstance(done, SystemExit) and isinstance(done.code, int) else 0


def _message(error: TrackerError | typer.TyperException) -> str:
    if isinstance(error, typer.TyperException):
        return error.format_message().replace("Value error, ", "")  # said by the library that checks choices
    return str(error)


def _told(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC and error.filename is None:
        return "the results could not be written: the disk is full; make room and run the command again"
    return str(error) if isinstance(error, OSError) else f"a fault in the program, {type(error).__name__}: {error}"
