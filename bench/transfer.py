"""What it costs to take a record out as CSV and to bring it in again, in multiples of what the database alone takes.

usage: python -m bench.transfer [--sizes N…] [--rounds N] [--folder DIR] [--json]

    export   `tracker export` beside `sqlite3 -csv` printing the same columns from one SQL statement (no formula guard)
    import   `tracker import` of that file into an empty record beside `executemany` of the rows that it writes, table
             by table into the same tables, with their indexes and as safe, in one transaction and SQLite's own cache

Both sides are processes of their own that take turns; counted is processor time, of `executemany` without the start of
Python and the reading of the rows. Memory is the most that a process held, bare Python's about 9 MB of it.
"""

from __future__ import annotations

import argparse
import json
import math
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from bench import invented
from bench.child import Cost, run
from tracker import store

LIMITS = {"export": 2.0, "import": 1.5}
_TRACKER = (sys.executable, "-m", "tracker")
_PAGE = 5_000
_KEPT = ("operation", "party", "event", "participation", "citation", "tag", "change")
"""What an import writes, each table after those that it points to; the full-text search comes last."""

_PARTIES = """participation c join party p on p.id = coalesce(c.named_id, c.party_id)
        where c.event_key = e.key and p.kind"""
JOIN = f"""
    select e.id, e.type, coalesce(e.subtype, '') as subtype, e.status, coalesce(e.start_day, '') as start,
        coalesce(e.end_day, '') as end, e.precision, e.date_text, e.title,
        coalesce((select group_concat(country, '; ') from (
            select distinct c.country from {_PARTIES} = 'country' order by c.country)), '') as countries,
        coalesce((select group_concat(name, '; ') from (
            select c.name from {_PARTIES} = 'organisation' order by c.ordinal)), '') as organisations,
        coalesce((select group_concat(name || ' (' || coalesce(office || ', ', '') || country || ')', '; ') from (
            select c.* from {_PARTIES} = 'person' order by c.ordinal)), '') as people,
        coalesce((select group_concat(role || ': ' || names, '; ') from (
            select role, group_concat(who, ', ') as names from (
                select c.role, coalesce(c.country, c.name) as who from {_PARTIES} <> 'person' and c.role is not null
                order by p.kind, c.country) group by role)), '') as roles,
        coalesce(e.place_name, '') as place_name, coalesce(e.place_country, '') as place_country,
        coalesce(e.confidence, '') as confidence, e.review, e.origin,
        coalesce((select group_concat(name, '; ') from (
            select t.name from tag t where t.event_key = e.key order by t.name)), '') as tags,
        e.note,
        coalesce((select group_concat(name, '; ') from (
            select coalesce(nullif(c.url, ''), c.name) as name from citation c where c.event_key = e.key
            union all select coalesce(nullif(d.url, ''), d.name) from mention m join document d on d.id = m.document_id
            where m.event_key = e.key and m.live)), '') as sources
    from event e where not e.deleted and e.merged_into is null order by e.day, e.key
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one direction takes at one size; `ratio` is to be no more than `limit`."""

    direction: str
    events: int
    seconds: float
    raw_seconds: float
    ratio: float
    limit: float
    megabytes: float
    raw_megabytes: float


def exports(record: Path, table: Path, rounds: int) -> tuple[Cost, Cost]:
    """The program's and the database's own."""
    ours, raw = [], []
    for _ in range(rounds):
        ours.append(run([*_TRACKER, "export", table, "--db", record]))
        raw.append(run(["sqlite3", "-csv", "-header", record, JOIN], output=table.with_suffix(".raw")))
    return middle(ours), middle(raw)


def imports(table: Path, folder: Path, rounds: int) -> tuple[Cost, Cost]:
    """The program's and the driver's own."""
    ours, raw = [], []
    for number in range(rounds):
        imported, copied = folder / f"imported{number}.db", folder / f"copied{number}.db"
        store.upgrade(str(imported))
        store.upgrade(str(copied))
        ours.append(run([*_TRACKER, "import", table, "--db", imported]))
        told = folder / "copy.json"
        held = run([sys.executable, "-m", "bench.transfer", "--copy", imported, copied], output=told).megabytes
        raw.append(Cost(json.loads(told.read_text()), held))
        for path in (*folder.glob("imported*"), *folder.glob("copied*")):
            path.unlink()
    return middle(ours), middle(raw)


def copy(source: Path, target: Path) -> float:
    """Processor seconds that `executemany` takes to put the rows of one record into another, empty one."""
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target, isolation_level=None)) as here:
        here.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = 1; BEGIN")
        spent = sum(_copy_table(there, here, table, "*") for table in _KEPT)
        spent += _copy_table(there, here, "event_search", "rowid, words")
        begun = time.process_time()
        here.execute("COMMIT")
        return spent + time.process_time() - begun


def _copy_table(there: sqlite3.Connection, here: sqlite3.Connection, table: str, columns: str) -> float:
    rows = there.execute(f"select {columns} from {table}")
    names = ", ".join(column[0] for column in rows.description)
    places = ", ".join("?" * len(rows.description))
    spent = 0.0
    while page := rows.fetchmany(_PAGE):
        begun = time.process_time()
        here.executemany(f"insert into {table} ({names}) values ({places})", page)
        spent += time.process_time() - begun
    return spent


def middle(costs: Sequence[Cost]) -> Cost:
    """The median time, and the most memory."""
    return Cost(median(one.seconds for one in costs), max(one.megabytes for one in costs))


def measured(size: int, rounds: int, folder: Path) -> list[Figure]:
    """Both directions at one size."""
    record, table = folder / f"record{size}.db", folder / "record.csv"
    if not record.exists():
        invented.fill(str(record), size)
    found = {"export": exports(record, table, rounds), "import": imports(table, folder, rounds)}
    return [
        Figure(
            direction=name,
            events=size,
            seconds=round(ours.seconds, 2),
            raw_seconds=round(raw.seconds, 2),
            ratio=round(ours.seconds / raw.seconds, 2),
            limit=LIMITS[name],
            megabytes=round(ours.megabytes, 1),
            raw_megabytes=round(raw.megabytes, 1),
        )
        for name, (ours, raw) in found.items()
    ]


def exponents(figures: Sequence[Figure]) -> dict[str, float]:
    """How time grows with size between the first and the last one, by direction: 1 is in proportion."""
    found = {}
    for name in LIMITS:
        first, *_, last = [one for one in figures if one.direction == name]
        found[name] = round(math.log(last.seconds / first.seconds) / math.log(last.events / first.events), 2)
    return found


def line(one: Figure) -> str:
    """One row of the table."""
    return (
        f"{one.direction:7}{one.events:10,} events {one.seconds:8.2f} s  raw {one.raw_seconds:8.2f} s"
        f"  x {one.ratio:5.2f} (limit {one.limit})  {one.megabytes:5.0f} MB, raw {one.raw_megabytes:.0f} MB"
    )


def main() -> None:
    """Prints a line for each direction and size, and how time grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_000, 20_000], metavar="N")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="medians of so many (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="where the records are made, and kept for another run")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--copy", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.copy:
        print(copy(*options.copy))
        return
    with tempfile.TemporaryDirectory() as own:
        folder = options.folder or Path(own)
        figures = [one for size in options.sizes for one in measured(size, options.rounds, folder)]
    grown = exponents(figures) if len(options.sizes) > 1 else {}
    if options.json:
        print(json.dumps({"figures": [asdict(one) for one in figures], "exponents": grown}, indent=2))
        return
    print("\n".join(map(line, figures)))
    for name, exponent in grown.items():
        print(f"{name:7}grows with exponent {exponent}")


if __name__ == "__main__":
    main()
