"""Who a person acts for, and who held an office on a day, as far as sources tell."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.reference import countries, holders, office_holders, office_kind, office_kinds, organisation
from tracker.reference.tables import rows


@pytest.mark.parametrize(
    ("name", "on", "country"),
    [
        ("Muttaqi", date(2024, 1, 30), "AFG"),
        ("Lavrov", date(2022, 3, 1), "RUS"),
        ("Sergey Lavrov", date(2022, 3, 1), "RUS"),
        ("Xi", date(2023, 5, 1), "CHN"),
        ("Abiy", date(2021, 1, 1), "ETH"),
        ("Erdogan", date(2023, 1, 1), "TUR"),
        ("Erdoğan", date(2023, 1, 1), "TUR"),
        ("Reagan", date(1987, 3, 1), "USA"),
        ("Nakasone", date(1987, 3, 1), "JPN"),
    ],
)
def test_a_name_leads_to_the_country_that_a_person_acts_for(name, on, country):
    assert country in {holder.country for holder in office_holders(name, on)}


def test_the_head_of_an_organisation_acts_for_it_and_for_no_country():
    grossi, *_ = office_holders("Rafael Grossi", date(2023, 3, 4))
    assert (grossi.country, grossi.organisation) == (None, "IAEA")


def test_spellings_of_one_name_are_one():
    assert {h.country for h in office_holders("Qadhafi", date(1990, 1, 1))} == {"LBY"}
    assert {h.country for h in office_holders("Zelenskiy", date(2023, 1, 1))} == {"UKR"}


def test_a_given_name_alone_says_nothing_where_people_go_by_family_names():
    assert "RUS" not in {h.country for h in office_holders("Sergey", date(2022, 3, 1))}


def test_who_left_office_before_the_day_is_not_listed():
    assert office_holders("Reagan", date(1990, 1, 1)) == []
    assert office_holders("Reagan") != []


@pytest.mark.parametrize("nobody", ["", " ", "Qwertzuiop", "-"])
def test_an_unknown_name_leads_nowhere(nobody):
    assert office_holders(nobody) == []


@pytest.mark.parametrize(
    ("country", "kind", "on", "person"),
    [
        ("JPN", "foreign minister", date(2024, 12, 25), "Takeshi Iwaya"),
        ("RUS", "Minister of Foreign Affairs", date(2015, 1, 1), "Sergey Lavrov"),
        ("USA", "president", date(1985, 1, 1), "Ronald Reagan"),
        ("JPN", "finance minister", date(1987, 4, 8), "Kiichi Miyazawa"),
        ("USA", "foreign minister", date(1999, 6, 1), "Madeleine Albright"),
        ("TUR", "president", date(2020, 1, 1), "Recep Tayyip Erdoğan"),
        ("AFG", "foreign minister", date(2022, 1, 1), "Amir Khan Muttaqi"),
    ],
)
def test_an_office_leads_to_who_held_it_on_a_day(country, kind, on, person):
    assert person in {holder.person for holder in holders(country, kind, on)}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Foreign Minister", "foreign minister"),
        ("Minister for Foreign Affairs", "foreign minister"),
        ("Acting Minister of Foreign Affairs", "foreign minister"),
        ("Deputy Prime Minister & Minister of Foreign Affairs", "foreign minister"),
        ("Secretary of State", "foreign minister"),
        ("Secretary of State for Foreign, Commonwealth & Development Affairs", "foreign minister"),
        ("Minister of External Relations", "foreign minister"),
        ("Federal Minister of Defence", "defence minister"),
        ("Defense Secretary", "defence minister"),
        ("Minister of Finance", "finance minister"),
        ("Home Secretary", "interior minister"),
        ("Prime Minister", "head of government"),
        ("Federal Chancellor", "head of government"),
        ("President of the Government", "head of government"),
        ("President of Angola", "head of state"),
        ("President of the Russian Federation", "head of state"),
        ("King", "head of state"),
        ("Deputy Minister of Foreign Affairs", None),
        ("Vice President", None),
        ("Minister of State for Foreign Affairs", None),
        ("Minister of Foreign Trade", "trade minister"),
        ("President of the Senate", None),
        ("Governor of the Central Bank", None),
        ("Ambassador to the US", None),
        ("", None),
    ],
)
def test_titles_are_of_a_kind(title, kind):
    assert office_kind(title) == kind


def test_every_row_has_a_known_country_and_kind_and_dates_in_order():
    codes = {c.code for c in countries()}
    for code, kind, office, person, since, until, as_of, source in rows("office_holders.tsv"):
        assert code in codes or organisation(code).short == code
        assert kind in {"", *office_kinds()}
        assert all((office, person, as_of, source))
        assert not (since and until) or since <= until, (person, since, until)
