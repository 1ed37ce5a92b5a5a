"""A matcher is given every surface form, with what it stands for and when."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from tracker.reference import NameEntry, countries, decoys, names, organisations


@pytest.fixture(scope="module")
def meanings() -> dict[str, list[NameEntry]]:
    found = defaultdict(list)
    for entry in names():
        found[entry.surface].append(entry)
    return found


@pytest.mark.parametrize(
    ("surface", "kind", "code"),
    [
        ("Japan", "country", "JPN"),
        ("U.S.", "country", "USA"),
        ("Papua New Guinea", "country", "PNG"),
        ("Afghans", "demonym", "AFG"),
        ("Tokyo", "capital", "JPN"),
        ("Brasilia", "capital", "BRA"),
        ("Brasília", "capital", "BRA"),
        ("Côte d’Ivoire", "country", "CIV"),
        ("Kremlin", "seat", "RUS"),
        ("White House", "seat", "USA"),
        ("Élysée", "seat", "FRA"),
        ("Elysee", "seat", "FRA"),
        ("Quai d'Orsay", "seat", "FRA"),
        ("Downing Street", "seat", "GBR"),
        ("Zhongnanhai", "seat", "CHN"),
        ("Malacañang", "seat", "PHL"),
        ("Malacanang", "seat", "PHL"),
        ("The Hague", "seat", "NLD"),
        ("Geneva", "city", "CHE"),
        ("Saigon", "city", "VNM"),
        ("Security Council", "organisation", "UNSC"),
        ("African Union", "organisation", "AU"),
        ("Nippon Foundation", "organisation", "Nippon Foundation"),
        ("Islamic Emirate", "authority", "AFG"),
    ],
)
def test_a_form_is_listed_with_what_it_stands_for(meanings, surface, kind, code):
    assert (kind, code) in {(entry.kind, entry.code) for entry in meanings[surface]}


@pytest.mark.parametrize(
    "surface",
    ["Georgia", "Jordan", "Chad", "Congo", "Congolese", "Korean", "Dominican", "Guinea", "Israel", "Kiwi", "Victoria"],
)
def test_a_form_that_means_other_things_too_is_flagged(meanings, surface):
    assert all(entry.ambiguous for entry in meanings[surface])


@pytest.mark.parametrize("surface", ["Japan", "Afghan", "South Korea", "Equatorial Guinea", "Tokyo", "London", "NATO"])
def test_a_form_that_means_one_thing_is_not_flagged(meanings, surface):
    assert [entry.ambiguous for entry in meanings[surface]] == [False]


def test_the_taliban_are_an_organisation_until_they_rule_afghanistan(meanings):
    told = {(e.kind, e.code, e.from_, e.until, e.ambiguous) for e in meanings["Taliban"]}
    assert told == {
        ("organisation", "Taliban", None, date(2021, 8, 14), False),
        ("authority", "AFG", date(2021, 8, 15), None, False),
    }


def test_the_seats_of_other_days_have_ended(meanings):
    assert [e.until for e in meanings["Bonn"] if e.kind == "seat"] == [date(1999, 8, 31)]


def test_forms_that_mean_two_things_at_one_time_are_flagged_in_both(meanings):
    def overlap(one: NameEntry, other: NameEntry) -> bool:
        return (one.from_ or date.min) <= (other.until or date.max) and (other.from_ or date.min) <= (
            one.until or date.max
        )

    unflagged = [
        (one, other)
        for entries in meanings.values()
        for one in entries
        for other in entries
        if one.code != other.code and overlap(one, other) and not one.ambiguous
    ]
    assert unflagged == []


def test_every_code_is_that_of_a_country_or_an_organisation(meanings):
    codes = {c.code for c in countries()}
    shorts = {o.short for o in organisations()}
    assert {e.code for es in meanings.values() for e in es if e.kind != "organisation"} <= codes
    assert {e.code for es in meanings.values() for e in es if e.kind == "organisation"} == shorts


def test_no_form_is_listed_twice_with_one_meaning(meanings):
    for entries in meanings.values():
        told = [(e.kind, e.code, e.from_) for e in entries]
        assert len(told) == len(set(told))


def test_forms_are_clean_text(meanings):
    assert all(form == " ".join(form.split()) and len(form) > 1 for form in meanings)


@pytest.mark.parametrize(
    "decoy",
    [
        "Washington Post",
        "Paris Hilton",
        "China Daily",
        "Japan Airlines",
        "Korea Herald",
        "South China Sea",
        "New Mexico",
    ],
)
def test_longer_names_that_mean_no_country_are_known(meanings, decoy):
    assert decoy in decoys()
    assert decoy not in meanings
