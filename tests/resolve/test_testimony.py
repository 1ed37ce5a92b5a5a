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
