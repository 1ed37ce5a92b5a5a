"""What a person has set: command line > environment > config file > defaults, as one frozen Settings.

    setting           environment               config file
    database          TRACKER_DATABASE_URL      database = "path or URL"
    author            TRACKER_AUTHOR            author = "name in the history of changes"
    words             TRACKER_WORDS             words = "words file"
    llm.url           TRACKER_LLM_URL           llm_url = "https://example.org/v1"
    llm.model         TRACKER_LLM_MODEL         llm_model = "name"
    llm.key           TRACKER_LLM_KEY           llm_key = "secret; better in the environment"
    llm.price_in      TRACKER_LLM_PRICE_IN      llm_price_in = "0.15"    a million tokens read
    llm.price_out     TRACKER_LLM_PRICE_OUT     llm_price_out = "0.60"   a million tokens written
    backups.keep      TRACKER_BACKUPS           backups = "10"    copies kept of those made before much is changed
    backups.bulk      TRACKER_BULK              bulk = "100"      events changed at once that are much; 0 for no copies

Where nobody is named as author, git's `user.name` signs, then the name of the login.

The config file is `config.toml` in the user's configuration folder; `TRACKER_CONFIG` names another. A `words.toml`
beside it is the words file where no other is set.
"""

from __future__ import annotations

import getpass
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from tracker.errors import UsageError

APPLICATION = "tracker"
CONFIG_VARIABLE = "TRACKER_CONFIG"
VARIABLES = {
    "database": "TRACKER_DATABASE_URL",
    "author": "TRACKER_AUTHOR",
    "words": "TRACKER_WORDS",
    "llm_url": "TRACKER_LLM_URL",
    "llm_model": "TRACKER_LLM_MODEL",
    "llm_key": "TRACKER_LLM_KEY",
    "llm_price_in": "TRACKER_LLM_PRICE_IN",
    "llm_price_out": "TRACKER_LLM_PRICE_OUT",
    "backups": "TRACKER_BACKUPS",
    "bulk": "TRACKER_BULK",
}


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """An OpenAI-compatible service. `url` is what `/chat/completions` follows; all texts are empty where not set.

    Prices are for a million tokens, in whatever currency the user thinks; None where not set.
    """

    url: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    price_in: float | None = None
    price_out: float | None = None


NO_LANGUAGE_MODEL = LanguageModel()


@dataclass(frozen=True, slots=True)
class Backups:
    """How many copies of the record are kept of those that the program makes by itself, at least one.

    It makes one before `bulk` events or more are changed at once; never for 0, but before an upgrade and a restore.
    """

    keep: int = 10
    bulk: int = 100


BACKUPS = Backups()


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` is a path or an SQLAlchemy URL; `llm` is asked only where told to.

    `named` is the author that somebody set, empty where nobody did; `words` the file of words that a person adds, None
    where there is none; one that is set need not exist.
    """

    database: str
    named: str = ""
    llm: LanguageModel = NO_LANGUAGE_MODEL
    words: Path | None = None
    backups: Backups = BACKUPS

    @property
    def author(self) -> str:
        """Who signs every change. Git is asked only when this is wanted, since it takes a process of its own."""
        return self.named or _git_name() or _login()


def load(*, given: Mapping[str, str | None], environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in force; `given` are the command line's, None or empty where it is silent.

    Raises UsageError when the config file or a price cannot be understood.
    """
    config = config_file(environment)
    written = _read(config)
    found = {name: given.get(name) or environment.get(VARIABLES[name]) or written.get(name) for name in VARIABLES}
    return Settings(
        database=found["database"] or default_database(),
        named=found["author"] or "",
        llm=LanguageModel(
            url=found["llm_url"] or "",
            model=found["llm_model"] or "",
            key=found["llm_key"] or "",
            price_in=_price("llm_price_in", found),
            price_out=_price("llm_price_out", found),
        ),
        words=Path(found["words"]).expanduser() if found["words"] else _words_beside(config),
        backups=Backups(_count("backups", found, BACKUPS.keep), _count("bulk", found, BACKUPS.bulk)),
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


def skips_file(database: str) -> Path:
    """Where is kept what the user skipped of a database's review queue."""
    import hashlib

    named = database if "://" in database else str(Path(database).expanduser().resolve())
    digest = hashlib.sha256(named.encode()).hexdigest()[:12]
    return platformdirs.user_state_path(APPLICATION) / f"skipped-{digest}.json"


def _words_beside(config: Path) -> Path | None:
    path = config.with_name("words.toml")
    return path if path.is_file() else None


def backups_folder() -> Path:
    """Where copies of a server's database are kept; those of a file are beside it."""
    return platformdirs.user_data_path(APPLICATION) / "backups"


def answers_folder() -> Path:
    """Where a language model's answers are kept, so that none is paid for twice."""
    return platformdirs.user_cache_path(APPLICATION) / "llm"


def _price(name: str, found: Mapping[str, str | None]) -> float | None:
    text = found[name]
    try:
        return float(text) if text else None
    except ValueError:
        raise UsageError(f"the setting {name} is '{text}'; write a number, such as 0.15") from None


def _count(name: str, found: Mapping[str, str | None], otherwise: int) -> int:
    text = found[name]
    if text and not text.isdecimal():
        raise UsageError(f"the setting {name} is '{text}'; write a whole number, such as {otherwise}")
    return int(text) if text else otherwise


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
        import tomllib  # whoever has no config file need not wait for it

        content = tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the config file {path}: {error}") from None
    return {name: _checked(path, name, value) for name, value in content.items()}


def _checked(path: Path, name: str, value: object) -> str:
    if name not in VARIABLES:
        raise UsageError(f"the config file {path} sets '{name}'; it may set {', '.join(VARIABLES)}")
    if not isinstance(value, str):
        raise UsageError(f"the config file {path} must give '{name}' as text in quotation marks")
    return value


def _git_name() -> str:
    """Who git says is at work here; empty when it does not, or is not there."""
    try:
        told = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False, timeout=5)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return told.stdout.strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a password entry
        return "unknown"
