"""Places are found with their countries and coordinates."""

from __future__ import annotations

from itertools import chain

import pytest

from tracker.reference import authorities, countries, country, organisations, place, places, places_called, seats


def test_the_capital_of_every_country_lies_in_it():
    capitals = {(c.capital, c.code): places_called(c.capital, c.code)[:1] for c in countries() if c.capital}
    assert [told for told, found in capitals.items() if not (found and found[0].capital)] == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Peking", "Beijing"),
        ("Bombay", "Mumbai"),
        ("Leningrad", "St. Petersburg"),
        ("St Petersburg", "St. Petersburg"),
        ("Saigon", "Ho Chi Minh City"),
        ("Rangoon", "Yangon"),
        ("Kiev", "Kyiv"),
        ("Washington DC", "Washington"),
        ("Ha Noi", "Hanoi"),
        ("lome", "Lomé"),
        ("sharm el sheikh", "Sharm el-Sheikh"),
    ],
)
def test_a_place_is_found_by_its_other_names(name, found):
    assert place(name).name == found


@pytest.mark.parametrize(
    ("name", "code", "latitude", "longitude"),
    [
        ("Tokyo", "JPN", 35.7, 139.7),
        ("Geneva", "CHE", 46.2, 6.1),
        ("Davos", "CHE", 46.8, 9.8),
        ("Camp David", "USA", 39.6, -77.5),
        ("London", "GBR", 51.5, -0.1),
        ("Georgetown", "GUY", 6.8, -58.2),
        ("Birmingham", "GBR", 52.5, -1.9),
        ("Kremlin", "RUS", 55.8, 37.6),
        ("Nusa Dua", "IDN", -8.4, 115.2),
    ],
)
def test_a_place_has_its_country_and_coordinates(name, code, latitude, longitude):
    found = place(name)
    assert (found.country, round(found.latitude, 1), round(found.longitude, 1)) == (code, latitude, longitude)


def test_namesakes_are_told_apart_by_country():
    assert [p.country for p in places_called("Hyderabad")] == ["IND", "PAK"]
    assert [p.country for p in places_called("Hyderabad", "PAK")] == ["PAK"]


def test_every_place_lies_on_earth_and_in_a_country():
    codes = {c.code for c in countries()}
    assert all(-90 <= p.latitude <= 90 and -180 <= p.longitude <= 180 and p.country in codes for p in places())


def test_seats_authorities_and_headquarters_stand_for_known_countries_and_places():
    told = chain(((s.country, s.city) for s in seats()), ((o.country, o.seat) for o in organisations() if o.seat))
    assert [(code, city) for code, city in told if place(city) is None or country(code) is None] == []
    assert [a.name for a in authorities() if country(a.country) is None] == []
