"""An event as it is typed: what texts make of it, and what is said where they make nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tracker import reference
from tracker.errors import InputError
from tracker.model import Event, Participant, PartyKind, Place, Source, TimeSpan
from tracker.views import entry, parties
from tracker.views.entry import BLANK
from tracker.views.fields import Typed

PRESENT = Event(
    id="7c1a",
    type="visit",
    subtype="state",
    when=TimeSpan.month(2021, 10),
    title="Okada in Kabul",
    participants=(
        Participant(kind=PartyKind.COUNTRY, name="Japan", country="JPN", role="visitor"),
        Participant(kind=PartyKind.PERSON, name="Takashi Okada", office="ambassador", country="JPN", role="visitor"),
    ),
    place=Place("Kabul", "AFG", 34.5, 69.2),
    tags=("envoys",),
    sources=(Source(document="x", url="https://x.org", quote="He came.", start=0, end=8, title="Kept"),),
)


def iso(text: str, ahead: bool) -> TimeSpan:
    """Dates in ISO form only."""
    return TimeSpan.iso(text) if text else TimeSpan.unknown()


def changed(present: Event, **told: str) -> dict[str, object]:
    """What texts, separated by ; in each field, change."""
    typed: Typed = {name.replace("_", "-"): parties.split(texts) for name, texts in told.items()}
    changes, mistakes = entry.changes(present, typed, iso)
    assert mistakes == []
    return changes


def complaints(present: Event, **told: str) -> list[tuple[str, str]]:
    """Why they cannot be meant, by field."""
    typed: Typed = {name.replace("_", "-"): parties.split(texts) for name, texts in told.items()}
    changes, mistakes = entry.changes(present, typed, iso)
    assert changes == {}
    return [(mistake.field, mistake.message) for mistake in mistakes]


def test_what_is_typed_as_it_stands_changes_nothing() -> None:
    assert entry.changes(PRESENT, entry.typed(PRESENT), iso) == ({}, [])


def test_a_field_typed_otherwise_changes_alone() -> None:
    assert changed(PRESENT, date="2021-10-04") == {"when": TimeSpan.day(date(2021, 10, 4), text="2021-10-04")}


def test_parties_replace_those_of_their_kind() -> None:
    participants = changed(PRESENT, country="Japan=visitor; Afghanistan=host")["participants"]
    assert [(party.name, party.role) for party in participants] == [
        ("Takashi Okada", "visitor"),
        ("Japan", "visitor"),
        ("Afghanistan", "host"),
    ]


def test_a_source_that_stays_keeps_what_is_known_of_it() -> None:
    sources = changed(PRESENT, source="https://x.org; Ministry", quote="He came.; He left.")["sources"]
    assert [(one.title, one.document, one.quote) for one in sources] == [
        ("Kept", "x", "He came."),
        ("", "Ministry", "He left."),
    ]


def test_all_quotations_of_one_source_are_its_own() -> None:
    sources = changed(BLANK, type="call", source="Ministry", quote="They spoke.; They agreed.")["sources"]
    assert [(one.document, one.quote) for one in sources] == [("Ministry", "They spoke."), ("Ministry", "They agreed.")]


def test_every_mistake_is_told_by_its_field() -> None:
    assert complaints(
        BLANK, type="meeting", subtype="secret", country="Japan=guest; Afghanistan", place_country="Oz"
    ) == [
        ("subtype", "'secret': the subtype of a meeting may be bilateral, multilateral"),
        ("country", "'guest' (Japan) is no role of a meeting; participant, host, mediator are"),
        ("place-country", "unknown country 'Oz'; did you mean Mozambique?"),
    ]


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        ({}, ("type", "no type is given; it may be visit,")),
        ({"type": "picnic"}, ("type", "unknown type 'picnic'")),
        ({"type": "call", "person": "=host"}, ("person", "'=host' names nobody")),
        ({"type": "call", "status": "c; d"}, ("status", "'c\nd' is no status; occurred, planned, cancelled are")),
        ({"type": "call", "quote": "Hello."}, ("quote", "a quotation needs the source")),
        ({"type": "call", "source": "a; b", "quote": "c"}, ("quote", "2 sources need as many quotations")),
    ],
)
def test_what_cannot_be_meant_is_refused(told: dict[str, str], complaint: tuple[str, str]) -> None:
    [(field, message)] = complaints(BLANK, **told)
    assert (field, message[: len(complaint[1])]) == complaint


def test_a_new_type_asks_for_the_roles_anew() -> None:
    assert [field for field, _ in complaints(PRESENT, type="meeting")] == ["subtype", "country", "person"]


def test_every_country_is_read_as_it_is_written() -> None:
    for country in reference.countries():
        party = Participant(kind=PartyKind.COUNTRY, name=country.name, country=country.code)
        assert parties.country(parties.typed(party)).country == country.code


@pytest.mark.parametrize(
    ("typed", "name", "office", "country", "organisation"),
    [
        ("Takashi Okada:ambassador:JPN", "Takashi Okada", "ambassador", "JPN", None),
        ("Takashi Okada (ambassador, Japan)", "Takashi Okada", "ambassador", "JPN", None),
        ("Takashi Okada", "Takashi Okada", None, None, None),
        ("Takashi Okada::Japan", "Takashi Okada", None, "JPN", None),
        ("Takashi Okada (Japan)", "Takashi Okada", None, "JPN", None),
        ("Jens Stoltenberg:secretary general:NATO", "Jens Stoltenberg", "secretary general", None, "NATO"),
        (
            "Mullah Baradar:deputy prime minister (acting)",
            "Mullah Baradar",
            "deputy prime minister (acting)",
            None,
            None,
        ),
        (r"Radio\: Kabul (Afghanistan)", "Radio: Kabul", None, "AFG", None),
        ("Okada (envoy: Doha, Japan)", "Okada", "envoy: Doha", "JPN", None),
    ],
)
def test_a_person_is_typed_in_either_spelling(
    typed: str, name: str, office: str | None, country: str | None, organisation: str | None
) -> None:
    found = parties.person(typed)
    assert (found.name, found.office, found.country, found.organisation) == (name, office, country, organisation)
    assert parties.person(parties.typed(found)) == found


def test_a_place_tells_its_country_only_where_its_name_does_not() -> None:
    there, elsewhere = (replace(PRESENT, place=place) for place in (Place("Kabul", "AFG"), Place("Kabul", "JPN")))
    assert (entry.typed(there)["place-country"], entry.typed(elsewhere)["place-country"]) == ((), ("Japan",))


def test_a_wrong_date_is_told_by_the_reader() -> None:
    def refuse(text: str, ahead: bool) -> TimeSpan:
        raise InputError(f"no such date as {text}")

    assert entry.changes(PRESENT, {"date": ("2021-13",)}, refuse)[1] == [("date", "no such date as 2021-13")]
