"""What can go wrong, each with a sentence that says what happened, to what, and what to do next.

    TrackerError                exit code 1
    ├── InputError              something handed in cannot be used
    │   ├── UsageError          a command line that cannot be meant (exit code 2)
    │   ├── AmbiguousId         the beginning of several ids (exit code 2)
    │   ├── AmbiguousName       a name, or part of one, of several parties (exit code 2)
    │   └── UnknownName         a country, type or id that is not known, with the nearest ones
    ├── ServiceError            a service over the network refuses, or does not answer
    └── StoreError              the database cannot be opened, read or written

The library raises; only `cli` prints and exits.
"""

from __future__ import annotations

from collections.abc import Sequence


class TrackerError(Exception):
    """Base of all errors that are explained to a person instead of traced."""

    exit_code = 1


class InputError(TrackerError):
    """Something handed in cannot be used."""


class UsageError(InputError):
    """Options that are malformed or contradict each other."""

    exit_code = 2


class UnknownName(InputError):
    """A name that stands for nothing known; `nearest` are the likeliest meant ones."""

    exit_code = 2

    def __init__(self, kind: str, name: str, *, nearest: Sequence[str] = ()) -> None:
        self.kind, self.name, self.nearest = kind, name, tuple(nearest)
        hint = (
            f"did you mean {', '.join(self.nearest)}?"
            if self.nearest
            else f"`tracker --help` tells where to look up a {kind}"
        )
        super().__init__(f"unknown {kind} '{name}'; {hint}")


class AmbiguousId(InputError):
    """The beginning of more than one id; `matches` are some of them."""

    exit_code = 2

    def __init__(self, prefix: str, *, matches: Sequence[str]) -> None:
        self.prefix, self.matches = prefix, tuple(matches)
        super().__init__(f"'{prefix}' begins more than one id; give more of it: {', '.join(self.matches)}")


class AmbiguousName(InputError):
    """A name, or part of one, of more than one party; `matches` are some of them, each with its number."""

    exit_code = 2

    def __init__(self, name: str, *, matches: Sequence[str]) -> None:
        self.name, self.matches = name, tuple(matches)
        super().__init__(f"'{name}' may be {', '.join(self.matches)}; give the number or the whole name")


class ServiceError(TrackerError):
    """A service over the network refuses, or does not answer; asking it for the next article is of no use."""


class StoreError(TrackerError):
    """The database cannot be opened, read or written."""
