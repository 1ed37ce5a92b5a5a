"""Sentences that tell an event in the words of a words file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker import reference
from tracker.errors import InputError
from tracker.extract import Extractor
from tracker.model import Document, Mention, TimeSpan

WORDS = """
[types.exercise]
like = "meeting"
summary = "Armed forces train together."
verbs = ["drill"]
nouns = ["joint exercise", "war game"]
carriers = ["stage"]
subtypes = { naval = ["at sea"] }
title = "trains with"

[types.sanction]
like = "expulsion"
summary = "A state puts another under sanctions."
verbs = ["sanction"]
nouns = ["sanction"]
carriers = ["impose"]
roles = ["sanctioner", "target"]

[types.pilgrimage]
like = "visit"
summary = "A leader goes to pray."
verbs = ["pilgrimage"]
nouns = ["pilgrimage"]
roles = ["pilgrim"]

[types.loan]
like = "agreement"
summary = "One state lends to another."
nouns = ["loan"]

[triggers.mission]
verbs = { mothball = "close" }

[organisations.TBC]
full = "Tin Bay Council"

[aliases.countries]
"Helvetia" = "Switzerland"

[aliases.demonyms]
"Nipponese" = "Japan"

[aliases.people]
"Bibi" = "Benjamin Netanyahu"
"""


@pytest.fixture
def learnt(tmp_path: Path) -> None:
    """The words above in force."""
    file = tmp_path / "words.toml"
    file.write_text(WORDS)
    reference.use(reference.read_words(file))


def read(text: str) -> list[Mention]:
    """The mentions of an article published on 14 May 2024."""
    return Extractor().extract(Document(text=text, published=TimeSpan.day(date(2024, 5, 14))))


def line(mention: Mention) -> str:
    """A mention in a line."""
    roles = " ".join(f"{role}:{','.join(codes)}" for role, codes in mention.roles.items())
    kind = f"{mention.type}/{mention.subtype}" if mention.subtype else mention.type
    return " ".join(filter(None, (kind, mention.status.value, str(mention.when.start), roles, *mention.organisations)))


TOLD = [
    (
        "Poland and Lithuania held a joint exercise at sea on Monday.",
        "exercise/naval occurred 2024-05-13 participant:LTU,POL",
    ),
    ("India drilled with Japan on 3 May.", "exercise occurred 2024-05-03 participant:IND,JPN"),
    ("Poland will stage a war game with Latvia on 1 June.", "exercise planned 2024-06-01 participant:LVA,POL"),
    ("Canada sanctioned Iran on 3 May.", "sanction occurred 2024-05-03 sanctioner:CAN target:IRN"),
    ("Iran was sanctioned by Canada on 3 May.", "sanction occurred 2024-05-03 sanctioner:CAN target:IRN"),
    ("Japan imposed sanctions on Belarus on 3 May.", "sanction occurred 2024-05-03 sanctioner:JPN target:BLR"),
    (
        "The Hungarian foreign minister made a pilgrimage to Italy on 3 May.",
        "pilgrimage occurred 2024-05-03 pilgrim:HUN host:ITA",
    ),
    ("China and Kenya concluded a loan on 3 May.", "loan occurred 2024-05-03 party:CHN,KEN"),
    (
        "Australia mothballed its embassy in Kabul on 3 May.",
        "mission/closure occurred 2024-05-03 sender:AUS receiver:AFG",
    ),
    ("The Nipponese foreign minister visited Helvetia on 3 May.", "visit occurred 2024-05-03 visitor:JPN host:CHE"),
    ("Bibi travelled to Washington on 6 May.", "visit occurred 2024-05-06 visitor:ISR host:USA"),
    (
        "The foreign minister of Kenya met the secretary-general of the Tin Bay Council on 3 May.",
        "meeting occurred 2024-05-03 participant:KEN TBC",
    ),
]

TELLS_NOTHING = [
    "Poland and Lithuania may hold a joint exercise.",
    "Canada did not sanction Iran.",
    "Poland's army held an exercise with Lithuania.",  # only "joint exercise" is a word of the file
]


@pytest.mark.usefixtures("learnt")
def test_added_words_tell_events() -> None:
    assert [(sentence, *map(line, read(sentence))) for sentence, _ in TOLD] == TOLD


@pytest.mark.usefixtures("learnt")
def test_an_added_word_tells_nothing_where_a_known_one_would_not() -> None:
    assert [sentence for sentence in TELLS_NOTHING if read(sentence)] == []


@pytest.mark.usefixtures("learnt")
def test_titles_say_what_the_file_says_between_the_parties() -> None:
    told = read("Poland and Lithuania held a joint exercise on Monday. Canada sanctioned Iran on 3 May.")
    assert [mention.title for mention in told] == ["Poland trains with Lithuania", "Sanction: Canada and Iran"]


@pytest.mark.usefixtures("learnt")
def test_several_sentences_about_one_added_event_are_one_mention_beside_its_likes() -> None:
    told = read(
        "Poland and Lithuania held a joint exercise on Monday.\n\nThe joint exercise was the third this year.\n\n"
        "The foreign ministers of Poland and Lithuania met in Vilnius on Monday."
    )
    assert sorted(mention.type for mention in told) == ["exercise", "meeting"]


def test_without_the_file_the_words_tell_nothing() -> None:
    assert read("Poland and Lithuania held a joint exercise on 3 May. Canada sanctioned Iran on 3 May.") == []


def test_a_word_like_none_that_is_known_is_refused_when_texts_are_read(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('[triggers.meeting]\nverbs = { powwow = "meeet" }\n')
    reference.use(reference.read_words(file))
    with pytest.raises(InputError, match=r"line 2: 'meeet' is none of the verbs of meeting; did you mean meet\?"):
        read("Canada met Iran on 3 May.")
