"""Which claims speak for what is shown."""

from __future__ import annotations

from tracker import resolve

OKADA = "meeting 2021-11-23 JPN AFG Takashi_Okada/JPN @Kabul/AFG"


def test_each_claim_is_for_a_field_or_against_it_or_silent(on_record, claimed) -> None:
    """An undated claim is silent on the dates, one without a city on the city."""
    day, month, undated = claimed(OKADA), claimed("meeting 2021-03 JPN AFG @Doha/QAT"), claimed("visit JPN AFG")
    found = {one.field: one for one in resolve.testimony(on_record(OKADA), [day, month, undated])}
    assert (found["dates"].supporting, found["dates"].rival) == ((day,), (month,))
    assert (found["place"].supporting, found["place"].rival) == ((day,), (month,))
    assert (found["type"].supporting, found["type"].rival) == ((day, month), (undated,))


def test_a_party_is_told_by_those_who_name_it(on_record, claimed) -> None:
    """However they spell it."""
    full, short = claimed(OKADA), claimed("meeting 2021-11-23 JPN AFG Okada/JPN")
    other = claimed("meeting 2021-11-23 JPN AFG")
    [person] = [one for one in resolve.testimony(on_record(OKADA), [full, short, other]) if one.field == "person"]
    assert person.supporting == (full, short)


def test_who_gives_a_party_the_other_side_speaks_against_it(on_record, claimed) -> None:
    """And who gives it none does not."""
    visit = "visit 2024-06-04 AFG:visitor ARE:host"
    right, wrong = claimed(visit), claimed("visit 2024-06-04 ARE:visitor AFG:host")
    silent = claimed("visit 2024-06-04 AFG ARE")
    first = next(one for one in resolve.testimony(on_record(visit), [right, wrong, silent]) if one.field == "country")
    assert (first.supporting, first.rival) == ((right, silent), (wrong,))
