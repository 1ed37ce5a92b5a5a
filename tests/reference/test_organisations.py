"""Organisations and authorities go by many names, and authorities have their time."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.reference import authority, organisation, organisations
from tracker.reference.tables import fold


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("U.N.", "UN"),
        ("United Nations", "UN"),
        ("UN Security Council", "UNSC"),
        ("the European Union", "EU"),
        ("Asean", "ASEAN"),
        ("Organization of the Islamic Conference", "OIC"),
        ("G-7", "G7"),
        ("The Nippon Foundation", "Nippon Foundation"),
        ("League of Arab States", "Arab League"),
        ("Red Cross", "ICRC"),
        ("Organization of African Unity", "OAU"),
    ],
)
def test_an_organisation_is_found_under_its_usual_short_name(name, short):
    assert organisation(name).short == short


def test_an_organ_names_the_organisation_that_it_acts_for():
    assert organisation("Security Council").part_of == "UN"
    known = {o.short for o in organisations()}
    assert {o.part_of for o in organisations()} - {None} <= known


def test_no_name_stands_for_two_organisations():
    owners: dict[str, set[str]] = {}
    for o in organisations():
        for name in o.surfaces():
            owners.setdefault(fold(name), set()).add(o.short)
    assert {name: shorts for name, shorts in owners.items() if len(shorts) > 1} == {}


def test_names_that_an_organisation_shares_are_among_its_names():
    assert [o.short for o in organisations() if not set(o.shared) <= set(o.surfaces())] == []


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Taliban", date(2021, 8, 14), None),
        ("Taliban", date(2021, 8, 15), "AFG"),
        ("Taliban", None, "AFG"),
        ("the Islamic Emirate", date(2024, 1, 30), "AFG"),
        ("State Administration Council", date(2022, 1, 1), "MMR"),
        ("State Administration Council", None, None),
        ("GNA", date(2018, 5, 29), "LBY"),
        ("Narnian junta", None, None),
    ],
)
def test_an_authority_counts_for_its_country_while_it_rules(name, on, code):
    found = authority(name, on)
    assert (found.country if found else None) == code
