"""Where a database is: a file, or a server's URL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tracker.errors import StoreError

_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


@dataclass(frozen=True, slots=True)
class Address:
    """`path` is an SQLite file, absolute; `url` is what SQLAlchemy connects to."""

    url: str
    path: Path | None = None

    @classmethod
    def read(cls, text: str) -> Address:
        """The address that a person gives: a path, `sqlite:///path`, or the URL of a PostgreSQL server."""
        scheme, separator, rest = text.partition("://")
        if not separator:
            return cls._file(text)
        if scheme.startswith("sqlite"):
            return cls._file(unquote(rest.partition("?")[0].removeprefix("/")))
        if scheme.partition("+")[0] not in _DRIVERS:
            raise StoreError(f"'{scheme}' is no kind of database known here; give a path or postgresql://host/database")
        return cls(f"{_DRIVERS.get(scheme, scheme)}://{rest}")

    @classmethod
    def _file(cls, name: str) -> Address:
        if not name:
            raise StoreError("the database has no name; give a path with --db, or postgresql://host/database")
        path = Path(name).expanduser().absolute()
        if path.is_dir():
            raise StoreError(f"{path} is a folder; name a file in it, as in {path / 'tracker.db'}")
        return cls(f"sqlite:///{path}", path)

    def __str__(self) -> str:
        """The address as it may be shown: without password and options."""
        if self.path:
            return str(self.path)
        parts = urlsplit(self.url)
        where = (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
        return f"postgresql://{where}{parts.path}"
