"""Which reports are of one engagement, which may be, and which only look alike."""

from __future__ import annotations

import math
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions import mention
from tracker.model import Engagement, Event, Source, Verdict
from tracker.resolve import compatible_types, decide, likenesses
from tracker.resolve.deciding import BIAS
from tracker.resolve.deciding import SAME as SURE
from tracker.resolve.deciding import UNSURE as LIKELY

SAME = [
    ("the same day", "meeting 2021-11-23 AFG JPN", "meeting 2021-11-23 AFG JPN"),
    (
        "a week around the days told",
        "visit ~2025-02-18 AFG:visitor JPN:host",
        "visit 2025-02-15..2025-02-21 AFG:visitor JPN:host",
    ),
    (
        "people across transliterations, a month around the day",
        "meeting 2022-07 AFG MYS Amir_Khan_Muttaki/AFG Ahmed_Azam/MYS",
        "meeting 2022-07-03 AFG MYS Amir_Khan_Muttaqi/AFG Ahmad_Azam/MYS",
    ),
    (
        "planned, and then held",
        "summit 2023-05-19 JPN GBR @Hiroshima/JPN",
        "summit planned 2023-05-19 JPN GBR @Hiroshima/JPN",
    ),
    ("foreseen in articles of two days", "meeting planned >2025-02-18 AFG JPN", "meeting planned >2025-02-17 AFG JPN"),
    (
        "a closure dated by its month",
        "mission/closure 2021-08 JPN:sender AFG:receiver",
        "mission/closure 2021-08-15 JPN:sender AFG:receiver",
    ),
    (
        "a dateline's day off",
        "expulsion 2024-03-02 RUS:expeller EST:expelled",
        "expulsion 2024-03-01 RUS:expeller EST:expelled",
    ),
    (
        "a day misread, of a meeting with the same people in the same city",
        "meeting 2024-02-26 EUU JOR Josep_Borrell/EUU Ayman_Safadi/JOR @Amman/JOR",
        "meeting 2024-02-25 EUU JOR Josep_Borrell/EUU Ayman_Safadi/JOR @Amman/JOR",
    ),
    (
        "a month around the day, and the same counterpart",
        "meeting 2022-03 AFG CHN Baradar/AFG",
        "meeting 2022-03-07 AFG CHN Abdul_Ghani_Baradar/AFG",
    ),
    (
        "a rare act reported the day after, without a day",
        "expulsion <2024-03-26 RUS:expeller EST:expelled",
        "expulsion 2024-03-25 RUS:expeller EST:expelled",
    ),
    (
        "a visit called off, by two reports of which one gives its day",
        "visit cancelled <2023-02-04 CHN:visitor AUS:host",
        "visit cancelled 2023-02-13 CHN:visitor AUS:host",
    ),
    ("a gathering dated by its month", "summit 2022-06 AFG RUS @Sochi/RUS", "summit 2022-06-16 AFG RUS @Sochi/RUS"),
    (
        "a gathering of which each report names those it cares for",
        "summit 2022-07-26 UZB AFG PAK @Tashkent/UZB",
        "summit 2022-07-26 UZB AFG CHN @Tashkent/UZB",
    ),
    (
        "a gathering told by its few and by its many",
        "summit 2024-07-09 USA GBR NATO",
        "summit 2024-07-09 USA GBR FRA DEU NATO",
    ),
]
UNSURE = [
    ("a day apart, and nobody named", "meeting 2023-01-18 KGZ TJK @Osh/KGZ", "meeting 2023-01-17 KGZ TJK @Osh/KGZ"),
    ("a month around the day, and nobody named", "meeting 2021-10 AFG JPN", "meeting 2021-10-27 AFG JPN"),
    (
        "a visit told as a meeting",
        "meeting 2024-06-04 AFG ARE @Abu_Dhabi/ARE",
        "visit 2024-06-04 AFG ARE @Abu_Dhabi/ARE",
    ),
    (
        "a rare act that only one of them dates",
        "accreditation <2025-02-17 AFG:sender UZB:receiver",
        "accreditation 2024-10-09 AFG:sender UZB:receiver",
    ),
]
NEW = [
    (
        "two counterparts on two days",
        "meeting 2021-11-24 AFG JPN Takashi_Okada/JPN Abdul_Ghani_Baradar/AFG @Kabul/AFG",
        "meeting 2021-11-23 AFG JPN Takashi_Okada/JPN Abdul_Kabir/AFG @Kabul/AFG",
    ),
    (
        "two counterparts on one day",
        "meeting 2024-01-30 AFG CHN Sirajuddin_Haqqani/AFG",
        "meeting 2024-01-30 AFG CHN Khalil_Haqqani/AFG",
    ),
    ("two meetings in a week", "meeting 2023-03-09 JPN KOR", "meeting 2023-03-06 JPN KOR"),
    ("tit for tat", "expulsion 2024-03-02 EST:expeller RUS:expelled", "expulsion 2024-03-02 RUS:expeller EST:expelled"),
    ("a visit and its return", "visit 2024-03-02 EST:visitor LVA:host", "visit 2024-03-02 LVA:visitor EST:host"),
    (
        "a visit and the talks held on it",
        "meeting 2023-11-02 UZB FRA Macron/FRA",
        "visit 2023-11-01..2023-11-02 FRA UZB Macron/FRA",
    ),
    ("annual summits", "summit 2024 AFG RUS @St_Petersburg/RUS", "summit 2023 AFG RUS @St_Petersburg/RUS"),
    (
        "an opening and a closure",
        "mission/opening 2021-08-15 JPN:sender AFG:receiver",
        "mission/closure 2021-08-15 JPN:sender AFG:receiver",
    ),
    (
        "other countries",
        "accreditation 2024-01-30 AFG:sender CHN:receiver",
        "accreditation 2024-01-30 AFG:sender UZB:receiver",
    ),
    ("meetings that nothing dates", "meeting <2025-02-17 AFG JPN", "meeting 2021-11-23 AFG JPN"),
    ("what lay behind cannot come later", "mission/closure <2021-08-20 JPN AFG", "mission/closure 2021-09-30 JPN AFG"),
]


def _ids(cases: list[tuple[str, str, str]]) -> list[str]:
    return [name for name, _, _ in cases]


@pytest.mark.parametrize(("name", "mention", "event"), SAME, ids=_ids(SAME))
def test_one_engagement(name: str, mention: str, event: str, told, on_record) -> None:
    """Told by two articles, it is one event."""
    decision = decide(told(mention), [on_record(event)])
    assert (decision.verdict, decision.event_id) == (Verdict.SAME, "here"), decision.reasons


@pytest.mark.parametrize(("name", "mention", "event"), UNSURE, ids=_ids(UNSURE))
def test_perhaps_one_engagement(name: str, mention: str, event: str, told, on_record) -> None:
    """A person is to say."""
    decision = decide(told(mention), [on_record(event)])
    assert (decision.verdict, decision.event_id) == (Verdict.UNSURE, "here"), decision.reasons


@pytest.mark.parametrize(("name", "mention", "event"), NEW, ids=_ids(NEW))
def test_two_engagements(name: str, mention: str, event: str, told, on_record) -> None:
    """However alike they look."""
    decision = decide(told(mention), [on_record(event)])
    assert (decision.verdict, decision.event_id) == (Verdict.NEW, None), decision.reasons


def test_nothing_to_compare_with(told) -> None:
    """Without candidates a mention is new."""
    assert decide(told("meeting 2021-11-23 AFG JPN"), []).verdict is Verdict.NEW


def test_the_likeliest_is_taken(told, on_record) -> None:
    """Of two candidates, the one of the same day."""
    candidates = [on_record("meeting 2021-11 AFG JPN", id="month"), on_record("meeting 2021-11-23 AFG JPN", id="day")]
    assert decide(told("meeting 2021-11-23 AFG JPN"), candidates).event_id == "day"


def test_two_that_are_as_likely_leave_it_unsure(told, on_record) -> None:
    """Neither is taken for certain, and the reasons say why."""
    candidates = [on_record("meeting 2021-11-23 AFG JPN", id=id) for id in ("one", "two")]
    decision = decide(told("meeting 2021-11-23 AFG JPN"), candidates)
    assert (decision.verdict, decision.event_id, decision.reasons[0]) == (Verdict.UNSURE, "one", "as like two")


def test_the_same_sentence_speaks_for_one_event(told, on_record) -> None:
    """A story printed by two papers is one event, though one of them misread its month."""
    quote = "The two ministers signed off on a fishing calendar late on Monday."
    event = on_record("meeting 2021-11 AFG JPN", quote=quote)
    assert decide(told("meeting 2021-11-08 AFG JPN", quote=quote), [event]).verdict is Verdict.SAME


def test_a_copy_of_a_sentence_outweighs_its_misread_weekday(told, on_record) -> None:
    """A credit before or after it does not make it another."""
    quote = "Manila and Hanoi held consular consultations in Da Lat on Tuesday, agreeing on a hotline."
    event = on_record("meeting 2024-04-16 PHL VNM", quote=quote)
    copy = told("meeting 2024-04-23 PHL VNM", quote=f"(PNA) {quote} The agency has more.")
    assert decide(copy, [event]).verdict is Verdict.SAME


def test_nearly_the_same_words_of_another_day_are_no_copy(told, on_record) -> None:
    """Talks that went on the next day are told as those of the first."""
    quote = "Delegations of the two neighbours sat down for talks on the river in Osh on {}, officials said."
    event = on_record("meeting 2023-01-16 KGZ TJK @Osh/KGZ", quote=quote.format("Monday"))
    again = told("meeting 2023-01-17 KGZ TJK @Osh/KGZ", quote=quote.format("Tuesday"))
    assert decide(again, [event]).verdict is Verdict.UNSURE


def test_every_point_has_a_name_and_a_reason(told, on_record) -> None:
    """What speaks for and against can be read."""
    found = likenesses(told("meeting 2021-11-24 AFG JPN Okada/JPN"), on_record("meeting 2021-11-23 AFG JPN Okada/JPN"))
    assert [str(one) for one in found] == [
        "type: both meeting (+1.0)",
        "parties: both AFG, JPN (+2.0)",
        "people: Okada (+1.5)",
        "dates: one day apart (+0.0)",
    ]


def test_types_that_are_taken_for_each_other() -> None:
    """The type itself comes first."""
    assert compatible_types("meeting") == ("meeting", "summit", "visit")
    assert compatible_types("recall") == ("recall",)


_DAYS = (
    "2021-11-20",
    "2021-11-23",
    "2021-11-24",
    "2021-11-30",
    "2022-02",
    "2021",
    "<2021-11-25",
    "2021-11-20..2021-11-26",
)
_PARTIES = (
    "JPN:host AFG",
    "JPN AFG:visitor Okada/JPN",
    "JPN QAT",
    "AFG Kabir/AFG Okada/JPN",
    "UN NATO JPN",
    "AFG JPN QAT",
)
_ENDS = ("", "@Kabul/AFG", "@/JPN planned", "cancelled")
REPORTS = st.builds(
    " ".join,
    st.tuples(*map(st.sampled_from, (("visit", "meeting/bilateral", "mission/closure"), _DAYS, _PARTIES, _ENDS))),
)
QUOTES = st.sampled_from(["", "The envoys of both countries met in the capital on Tuesday and agreed to meet again."])


@given(REPORTS, QUOTES, st.lists(st.tuples(REPORTS, QUOTES), max_size=6, unique=True))
def test_what_is_put_by_early_would_not_have_been_chosen(
    report: str, quote: str, events: list[tuple[str, str]]
) -> None:
    """The decision is that of looking closely at every event."""
    one = mention(report, quote=quote)
    others = {f"e{number}": _event(line, words, f"e{number}") for number, (line, words) in enumerate(events)}
    points = {id: sum(found.points for found in likenesses(one, other)) for id, other in others.items()}
    best, *rest = [*sorted(points, key=lambda id: (-points[id], id)), None]
    decision = decide(one, list(others.values()))
    if best is None or points[best] + BIAS < math.log(LIKELY / (1 - LIKELY)):
        assert decision.verdict is Verdict.NEW
    else:
        assert decision.event_id == best
        assert decision.score == pytest.approx(1 / (1 + math.exp(-points[best] - BIAS)))
        second = points[rest[0]] if rest[0] else -math.inf
        sure = decision.score >= SURE and points[best] - second >= 0.3
        assert decision.verdict is (Verdict.SAME if sure else Verdict.UNSURE)


def _event(line: str, words: str, id: str) -> Event:
    told = mention(line)
    shared = {field.name: getattr(told, field.name) for field in fields(Engagement)}
    return Event(**shared, id=id, sources=(Source(document=id, quote=words, start=0, end=0, digest=id),))


def test_days_that_are_far_apart_do_not_hide_what_agrees_in_all_else() -> None:
    """It may still be one, and a person is asked."""
    line = "meeting/bilateral 2021-11-{} JPN:host AFG QAT UN Okada/JPN Kabir/AFG Khulaifi/QAT @Doha/QAT"
    decision = decide(mention(line.format("20"), quote="a"), [_event(line.format("25"), "b", "e0")])
    assert (decision.verdict, decision.event_id) == (Verdict.UNSURE, "e0")
    others = [_event("call 2021-12-08 JPN KOR", "c", "e1"), _event(line.format("25"), "b", "e0")]
    assert decide(mention(line.format("20"), quote="a"), others).event_id == "e0"
