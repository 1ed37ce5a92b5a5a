"""Countries are found by whatever they are called."""

from __future__ import annotations

from collections import defaultdict

import babel
import pycountry
import pytest

from tracker.errors import UnknownName
from tracker.reference import countries, countries_called, country, former_states, require_country
from tracker.reference.states import shared_names
from tracker.reference.tables import fold


def test_every_country_of_iso_3166_and_kosovo_is_known_once():
    assert [c.code for c in countries()] == sorted({c.alpha_3 for c in pycountry.countries} | {"XKX"})


@pytest.mark.parametrize("entry", list(pycountry.countries), ids=lambda entry: entry.alpha_3)
def test_the_names_and_codes_of_pycountry_and_babel_are_understood(entry):
    names = [entry.alpha_3, entry.alpha_2, entry.name, getattr(entry, "common_name", entry.name)]
    names += [getattr(entry, "official_name", entry.name), babel.Locale("en").territories[entry.alpha_2]]
    understood = {name: [c.code for c in countries_called(name)] for name in names}
    assert all(entry.alpha_3 in codes for codes in understood.values()), understood


@pytest.mark.parametrize("state", list(pycountry.historic_countries), ids=lambda state: state.alpha_4)
def test_states_that_iso_withdrew_count_as_a_country_of_today(state):
    """All but the ones that were only dependencies under another name."""
    minor = {
        "ATB",
        "ATN",
        "CTE",
        "JTN",
        "MID",
        "PCI",
        "PUS",
        "PCZ",
        "WAK",
        "NTZ",
        "FXX",
        "NHB",
        "AFI",
        "BYS",
        "BUR",
        "PHI",
    }
    assert country(state.alpha_3) or state.alpha_3 in minor


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("COTE D'IVOIRE", "CIV"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("eSwatini", "SWZ"),
        ("DR Congo", "COD"),
        ("DRC", "COD"),
        ("Congo-Kinshasa", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Republic of Congo", "COG"),
        ("Republic of the Congo", "COG"),
        ("North Korea", "PRK"),
        ("DPRK", "PRK"),
        ("ROK", "KOR"),
        ("the Republic of Korea", "KOR"),
        ("Korea", "KOR"),
        ("Holy See", "VAT"),
        ("the Vatican", "VAT"),
        ("Palestine", "PSE"),
        ("Palestinian Authority", "PSE"),
        ("Taiwan", "TWN"),
        ("Chinese Taipei", "TWN"),
        ("Hong Kong", "HKG"),
        ("Macao", "MAC"),
        ("US", "USA"),
        ("u.s.", "USA"),
        ("America", "USA"),
        ("U.K.", "GBR"),
        ("Great Britain", "GBR"),
        ("UAE", "ARE"),
        ("the Emirates", "ARE"),
        ("PRC", "CHN"),
        ("mainland China", "CHN"),
        ("Kingdom of Norway", "NOR"),
        ("Government of Japan", "JPN"),
        ("St Lucia", "LCA"),
        ("Kosovo", "XKX"),
        ("Czechia", "CZE"),
        ("Holland", "NLD"),
        ("Timor-Leste", "TLS"),
        ("Georgia", "GEO"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea-Bissau", "GNB"),
        ("Papua New Guinea", "PNG"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("jp", "JPN"),
    ],
)
def test_a_country_goes_by_many_names(name, code):
    assert require_country(name).code == code


@pytest.mark.parametrize(
    ("demonym", "code"),
    [
        ("Afghan", "AFG"),
        ("Afghans", "AFG"),
        ("Japanese", "JPN"),
        ("Saudi", "SAU"),
        ("Saudis", "SAU"),
        ("Emirati", "ARE"),
        ("Philippine", "PHL"),
        ("Filipinos", "PHL"),
        ("Swiss", "CHE"),
        ("Dutch", "NLD"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Kosovar", "XKX"),
        ("Kyrgyz", "KGZ"),
        ("Burkinabè", "BFA"),
    ],
)
def test_a_country_is_known_by_its_people(demonym, code):
    assert require_country(demonym).code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Soviet Union", "RUS"),
        ("USSR", "RUS"),
        ("Yugoslavia", "SRB"),
        ("Serbia and Montenegro", "SRB"),
        ("Czechoslovakia", "CZE"),
        ("East Germany", "DEU"),
        ("West German", "DEU"),
        ("Zaire", "COD"),
        ("South Vietnam", "VNM"),
        ("North Yemen", "YEM"),
        ("United Arab Republic", "EGY"),
        ("Tanganyika", "TZA"),
        ("Ceylon", "LKA"),
        ("Upper Volta", "BFA"),
        ("Dahomey", "BEN"),
        ("Rhodesian", "ZWE"),
        ("East Pakistan", "BGD"),
        ("Persia", "IRN"),
        ("Siam", "THA"),
    ],
)
def test_a_state_that_is_gone_counts_as_its_main_successor(name, code):
    found = require_country(name)
    assert (found.code, found.successor, found.former) == (code, code, True)


def test_former_states_end_after_they_began_and_lead_to_a_country_of_today():
    present = {c.code for c in countries()}
    assert all(state.successor in present for state in former_states())
    assert all(state.until and (state.from_ is None or state.from_ < state.until) for state in former_states())


@pytest.mark.parametrize("name", ["Congo", "Congolese", "Dominican"])
def test_a_name_that_two_countries_share_evenly_is_neither(name):
    assert country(name) is None
    assert len(countries_called(name)) == 2


def test_a_shared_name_is_answered_with_those_who_share_it():
    with pytest.raises(UnknownName, match="did you mean DR Congo, Congo-Brazzaville"):
        require_country("Congo")


@pytest.mark.parametrize(("typed", "meant"), [("Jappan", "Japan"), ("Afganhistan", "Afghanistan"), ("Kazakstan ", "")])
def test_an_unknown_name_is_answered_with_the_nearest(typed, meant):
    if not meant:
        assert require_country(typed).code == "KAZ"
        return
    with pytest.raises(UnknownName) as error:
        require_country(typed)
    assert meant in error.value.nearest


@pytest.mark.parametrize("nothing", ["", "  ", "Narnia", "the", "?"])
def test_what_is_no_country_is_none(nothing):
    assert country(nothing) is None


def test_no_name_stands_for_two_countries_unless_it_is_flagged():
    owners = defaultdict(set)
    for c in (*countries(), *former_states()):
        for name in (*c.surfaces(), *c.demonyms):
            owners[fold(name)].add(c.code)
    flagged = {fold(name) for name, _, _ in shared_names()}
    assert {name for name, codes in owners.items() if len(codes) > 1} <= flagged


def test_what_is_said_of_shared_names_is_said_once_and_of_known_codes():
    names = [name for name, _, _ in shared_names()]
    assert len(names) == len(set(names))
    assert {code for _, code, _ in shared_names()} <= {c.code for c in countries()} | {""}
    assert all(why for _, _, why in shared_names())
