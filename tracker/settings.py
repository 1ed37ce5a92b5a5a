"""What a person has set: command line > environment > config file > defaults, as one frozen Settings.

    setting    environment             config file
    database   TRACKER_DATABASE_URL    database = "path or URL"
    author     TRACKER_AUTHOR          author = "name in the history of changes"
    words      TRACKER_WORDS           words = "words file"

The config file is `config.toml` in the user's configuration folder; `TRACKER_CONFIG` names another. A `words.toml`
beside it is the words file where no other is set.
"""

from __future__ import annotations

import getpass
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

from tracker.errors import UsageError

APPLICATION = "tracker"
CONFIG_VARIABLE = "TRACKER_CONFIG"
VARIABLES = {"database": "TRACKER_DATABASE_URL", "author": "TRACKER_AUTHOR", "words": "TRACKER_WORDS"}


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` is a path or an SQLAlchemy URL; `author` signs every change.

    `words` is the file of words that a person adds, None where there is none; one that is set need not exist.
    """

    database: str
    author: str
    words: Path | None = None


def load(*, given: Mapping[str, str | None], environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in force; `given` are the command line's, None or empty where it is silent.

    Raises UsageError when the config file cannot be understood.
    """
    config = config_file(environment)
    written = _read(config)
    found = {name: given.get(name) or environment.get(VARIABLES[name]) or written.get(name) for name in VARIABLES}
    return Settings(
        database=found["database"] or default_database(),
        author=found["author"] or _login(),
        words=Path(found["words"]).expanduser() if found["words"] else _words_beside(config),
    )


def config_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the config file is, or would be."""
    named = environment.get(CONFIG_VARIABLE)
    return Path(named) if named else platformdirs.user_config_path(APPLICATION) / "config.toml"


def default_database() -> str:
    """The database in the user's data folder."""
    return str(platformdirs.user_data_path(APPLICATION) / "tracker.db")


def demo_database() -> Path:
    """The database that `tracker demo` makes anew each time."""
    return platformdirs.user_cache_path(APPLICATION) / "demo.db"


def _words_beside(config: Path) -> Path | None:
    path = config.with_name("words.toml")
    return path if path.is_file() else None


def _read(path: Path) -> dict[str, str]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the config file {path}: {error}") from None
    return {name: _checked(path, name, value) for name, value in content.items()}


def _checked(path: Path, name: str, value: object) -> str:
    known = [field.name for field in fields(Settings)]
    if name not in known:
        raise UsageError(f"the config file {path} sets '{name}'; it may set {', '.join(known)}")
    if not isinstance(value, str):
        raise UsageError(f"the config file {path} must give '{name}' as text in quotation marks")
    return value


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a password entry
        return "unknown"
