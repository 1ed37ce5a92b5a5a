"""Who is on record: parties by name or number, the names they go by, and what people did."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from tracker import reference
from tracker.errors import AmbiguousName, UnknownName
from tracker.model import Counterpart, Naming, Office, Party, PartyKind, PeopleFilter, Person
from tracker.store import rows, sql_parties
from tracker.store.connect import Row
from tracker.store.parties import country_identity
from tracker.store.words import contains, folded

Rows = Callable[[str, Mapping[str, object]], Iterator[Row]]
_QUALIFIED = re.compile(r"(?P<name>.+?) \((?P<principal>[^()]+)\)")


class Directory:
    """What can be asked of the parties on record."""

    def __init__(self, read: Rows) -> None:
        self._read = read

    def party(self, name: str) -> Party:
        """The party of that number or name, under which it may be that another goes; `Name (AFG)` tells two apart.

        A whole name is preferred to a part of one. Raises UnknownName and AmbiguousName.
        """
        found = self._meant(name.strip())
        if not found:
            raise UnknownName("party", name, nearest=self._nearest(name))
        if len(found) > 1:
            raise AmbiguousName(name, matches=[f"{one.number} {one}" for one in found])
        return found[0]

    def known(self, identity: str) -> Party | None:
        """The party of that key; None when it is not on record."""
        return next(iter(self._parties(sql_parties.BY_IDENTITY, {"identity": identity})), None)

    def whole_name(self, name: str) -> Party | None:
        """The only person of exactly that name; None where nobody is called so, or several are."""
        named = self._parties(sql_parties.BY_NAME, {"folded": folded(name)})
        found = [one for one in named if one.kind is PartyKind.PERSON]
        return found[0] if len({self.root(one).number for one in found}) == 1 else None

    def under_other_names(self) -> dict[str, Party]:
        """By the key of each party that goes under another's name, that other one."""
        return {row["alias"]: rows.party(row) for row in self._read(sql_parties.ROOTS, {})}

    def root(self, party: Party) -> Party:
        """The party under whose name one goes, itself if under no other's; with its aliases."""
        row = next(self._read(sql_parties.PARTY, {"id": party.number}))
        number = row["alias_of"] or party.number
        (root,) = self._parties(sql_parties.PARTY, {"id": number})
        return replace(root, aliases=self._aliases([number])[number])

    def people(self, asked: PeopleFilter) -> list[Person]:
        """The people that are asked for, those with most engagements first."""
        found = list(self._read(*sql_parties.people(asked)))
        keys = [row["id"] for row in found]
        aliases, offices, met = self._aliases(keys), self._offices(keys), self._met(keys)
        return [
            Person(
                replace(rows.party(row), aliases=aliases[row["id"]]),
                row["events"],
                rows.day(row["first_day"]),
                rows.day(row["last_day"]),
                tuple(offices[row["id"]]),
                tuple(met[row["id"]]),
            )
            for row in found
        ]

    def every_person(self) -> list[Party]:
        """All people who go under no other's name, in the order of their coming."""
        return self._parties(sql_parties.PEOPLE_BY_NAME, {})

    def events_with(self, party: Party, *, limit: int) -> list[int]:
        """The keys of the latest events that a party takes part in, under any name, the latest first."""
        return [row["key"] for row in self._read(sql_parties.EVENTS_WITH, {"id": party.number, "limit": limit})]

    def namings(self, party: Party | None = None) -> list[Naming]:
        """What was ever decided of the names of a party and of those that go under it, or of all."""
        if party is None:
            return [rows.naming(row) for row in self._read(sql_parties.NAMINGS, {})]
        keys = [party.number, *(row["id"] for row in self._of(sql_parties.ALIASES, [party.number]))]
        return [rows.naming(row) for row in self._of(sql_parties.NAMINGS_ON, keys)]

    def done_by(self, operation: int) -> tuple[Naming, ...]:
        """What an operation decided."""
        return tuple(rows.naming(row) for row in self._read(sql_parties.NAMINGS_OF, {"operation": operation}))

    def _meant(self, name: str) -> list[Party]:
        if name.isdigit():
            return self._parties(sql_parties.PARTY, {"id": int(name)})
        country = reference.country(name)
        if country and (found := self.known(country_identity(country.code))):
            return [found]
        match = _QUALIFIED.fullmatch(name)
        if match:
            name = match["name"]
        found_all = self._parties(sql_parties.BY_NAME, {"folded": folded(name)})
        found_all = found_all or self._parties(sql_parties.BY_PART, {"pattern": contains(name)})
        return [one for one in found_all if not match or _acts_for(one, match["principal"])]

    def _nearest(self, name: str) -> list[str]:
        """Parties of whose names one word of this is part."""
        parts = [word for word in folded(name).split() if len(word) > 3]
        found = [one for word in parts for one in self._parties(sql_parties.BY_PART, {"pattern": f"%{word}%"})]
        return list(dict.fromkeys(f"{one.number} {one}" for one in found))[:3]

    def _parties(self, statement: str, binds: Mapping[str, object]) -> list[Party]:
        return [rows.party(row) for row in self._read(statement, binds)]

    def _aliases(self, keys: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
        """By party, the names that it was joined with."""
        found: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for row in self._of(sql_parties.ALIASES, keys):
            found[row["alias_of"]][row["name"]] = None
        return defaultdict(tuple, {key: tuple(names) for key, names in found.items()})

    def _offices(self, keys: Sequence[int]) -> Mapping[int, list[Office]]:
        found: defaultdict[int, list[Office]] = defaultdict(list)
        for row in self._of(sql_parties.OFFICES, keys):
            days = rows.day(row["first_day"]), rows.day(row["last_day"])
            found[row["party_id"]].append(Office(row["office"], row["principal"], *days))
        return found

    def _met(self, keys: Sequence[int]) -> Mapping[int, list[Counterpart]]:
        found: defaultdict[int, list[Counterpart]] = defaultdict(list)
        for row in self._of(sql_parties.MET, keys):
            found[row["met_by"]].append(Counterpart(rows.party(row), row["events"], rows.day(row["last_day"])))
        return found

    def _of(self, statement: str, keys: Sequence[int]) -> Iterator[Row]:
        """The rows of a statement on several parties; none where there are none."""
        binds = {f"k{number}": key for number, key in enumerate(keys)}
        if binds:
            yield from self._read(statement.format(keys=", ".join(f":{name}" for name in binds)), binds)


def _acts_for(party: Party, name: str) -> bool:
    country = reference.country(name)
    return (party.principal or "").casefold() == (country.code if country else name).casefold()
