"""Which of rival claims is shown: the rule of `tracker.resolve.settling`, line by line."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.model import Participant, PartyKind, Place, Status, TimeSpan
from tracker.resolve import settle


def days(claims) -> tuple[str, str, str]:
    """The dates that are shown, and how exact they are."""
    when = settle(claims).engagement.when
    return str(when.start), str(when.end), when.precision.value


def test_a_day_within_the_month_that_others_give(claimed) -> None:
    """The most exact of those that agree."""
    assert days([claimed("meeting 2021-10 AFG JPN"), claimed("meeting 2021-10-27 AFG JPN")])[0] == "2021-10-27"


def test_the_day_that_most_voices_give(claimed) -> None:
    """Two articles outweigh one, and the field is flagged."""
    claims = [
        claimed("meeting 2021-11-17 AFG JPN", article="a", quote="They sat down last Wednesday."),
        claimed("meeting 2021-11-24 AFG JPN", article="b", quote="On Wednesday the envoy was received again."),
        claimed("meeting 2021-11-24 AFG JPN", article="c", quote="A second round was held in Kabul."),
    ]
    assert days(claims)[0] == "2021-11-24"
    assert settle(claims).conflicts == ("dates",)


def test_copies_of_one_story_are_one_voice(claimed) -> None:
    """Three papers that print a sentence do not outvote two that wrote their own."""
    copied = "The two sides sat down for talks on Wednesday, the agency reported."
    claims = [claimed("meeting 2021-11-17 AFG JPN", article=paper, quote=copied) for paper in "abc"]
    claims += [
        claimed("meeting 2021-11-24 AFG JPN", article="d", quote="He was received on 24 November."),
        claimed("meeting 2021-11-24 AFG JPN", article="e", quote="Wednesday's audience lasted an hour."),
    ]
    assert days(claims)[0] == "2021-11-24"


def test_a_visit_is_as_long_as_its_longest_account(claimed) -> None:
    """Who tells only the arrival does not deny the rest."""
    claims = [claimed("visit 2025-02-15 AFG JPN"), claimed("visit 2025-02-15..2025-02-21 AFG JPN")]
    assert days([*claims, claimed("visit ~2025-02-18 AFG JPN")]) == ("2025-02-15", "2025-02-21", "day")


def test_an_expulsion_is_as_short_as_its_shortest_account(claimed) -> None:
    """A span of days is there the window in which it fell."""
    claims = [claimed("expulsion 2024-03-01..2024-03-14 EST RUS"), claimed("expulsion 2024-03-02 EST RUS")]
    assert days(claims) == ("2024-03-02", "2024-03-02", "day")


def test_what_nobody_dates_lies_before_the_first_to_tell(claimed) -> None:
    """The closest bound is kept."""
    assert days([claimed("call <2022-07-31 AFG IRN"), claimed("call <2022-05-02 AFG IRN")])[1] == "2022-05-02"


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        ([("planned", "2024-05-01"), ("occurred", "2024-05-10")], Status.OCCURRED),
        ([("occurred", "2024-05-10"), ("planned", "2024-05-12")], Status.OCCURRED),
        ([("planned", "2024-05-01"), ("cancelled", "2024-05-03")], Status.CANCELLED),
        ([("cancelled", "2024-05-03"), ("planned", "2024-05-06")], Status.PLANNED),
        ([("cancelled", "2024-05-03"), ("occurred", "2024-05-10")], Status.OCCURRED),
        ([("occurred", "2024-05-10"), ("cancelled", "2024-05-12")], Status.CANCELLED),
    ],
)
def test_status(accounts: list[tuple[str, str]], expected: Status, claimed) -> None:
    """Held outlives planned; whether it was called off, the latest source says."""
    claims = [claimed(f"visit {status} 2024-05-10 AFG QAT", on=on) for status, on in accounts]
    assert settle(claims).engagement.status is expected


def test_all_parties_are_shown_and_people_once(claimed) -> None:
    """A person under the fullest name, with the office that any source tells."""
    claims = [
        claimed("meeting 2022-07-03 AFG:participant MYS Muttaki/AFG:participant", on="2022-07-04"),
        claimed("meeting 2022-07-03 MYS:participant TUR OICX Amir_Khan_Muttaqi/AFG Azam_Abdul/MYS", on="2022-07-05"),
    ]
    shown = settle(claims).engagement
    assert (shown.countries, shown.organisations) == (("AFG", "MYS", "TUR"), ("OICX",))
    assert shown.people == ("Amir Khan Muttaqi", "Azam Abdul")
    assert shown.roles == {"participant": ("AFG", "MYS")}


def test_a_city_is_shown_before_its_country_alone(claimed) -> None:
    """And another city is flagged."""
    claims = [claimed("visit 2024-06-04 AFG ARE @/ARE"), claimed("visit 2024-06-04 AFG ARE @Abu_Dhabi/ARE")]
    assert settle(claims).engagement.place == Place("Abu_Dhabi", "ARE")
    assert settle([*claims, claimed("visit 2024-06-04 AFG ARE @Kabul/AFG")]).conflicts == ("place",)


def test_sides_that_are_told_the_other_way_round_are_flagged(claimed) -> None:
    """Who visited whom."""
    claims = [claimed("visit 2024-06-04 AFG:visitor ARE:host"), claimed("visit 2024-06-04 ARE:visitor AFG:host")]
    assert settle(claims).conflicts == ("parties",)


@pytest.mark.parametrize(("office", "conflicts"), [("foreign minister", ("parties",)), ("deputy minister", ())])
def test_two_people_in_an_office_that_one_holds_are_flagged(office: str, conflicts: tuple[str, ...], claimed) -> None:
    """Of deputies there may be several."""
    people = [
        Participant(kind=PartyKind.PERSON, name=name, country="AFG", office=office) for name in ("Kabir", "Hanafi")
    ]
    claims = [claimed("meeting 2024-06-04 AFG ARE", article=one.name, participants=(one,)) for one in people]
    assert settle(claims).conflicts == conflicts


def test_confidence_grows_with_every_voice_and_never_to_certainty(claimed) -> None:
    """Copies do not add to it."""
    lines = ["They met on Monday.", "Monday saw them at one table.", "The envoy was received.", "Talks were held."]
    alone = settle([claimed("meeting 2021-11-22 AFG JPN", article="a", quote=lines[0])]).engagement.confidence
    copied = [claimed("meeting 2021-11-22 AFG JPN", article=article, quote=lines[0]) for article in "ab"]
    many = [claimed("meeting 2021-11-22 AFG JPN", article=line, quote=line) for line in lines]
    assert (alone, settle(copied).engagement.confidence) == (0.8, 0.8)
    assert settle(many).engagement.confidence == 0.99


LINES = (
    "visit ~2025-02-18 AFG:visitor JPN:host Nazari/AFG",
    "visit 2025-02-15..2025-02-21 AFG JPN Abdul_Latif_Nazari/AFG @/JPN",
    "visit planned >2025-02-10 AFG:visitor JPN:host @Tokyo/JPN",
    "meeting 2025-02-17 JPN AFG Latif_Nazari/AFG",
    "visit/official 2025-02 AFG JPN @Osaka/JPN",
)


@given(st.permutations(LINES))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_the_claims_does_not_matter(claimed, lines: list[str]) -> None:
    """Every order is settled as the first is."""
    assert settle([claimed(line) for line in lines]) == settle([claimed(line) for line in LINES])


def test_one_claim_is_shown_as_it_is(claimed) -> None:
    """Nothing is added to it."""
    claim = claimed("meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG")
    shown = settle([claim])
    assert (shown.engagement.when, shown.conflicts) == (TimeSpan.iso("2021-11-23"), ())
    assert shown.engagement.participants == claim.mention.participants
