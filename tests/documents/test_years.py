"""The year of a text that does not print it: found where the text tells it, unknown where it does not."""

import pytest

from tracker.documents import years
from tracker.documents.metadata import NO_METADATA, NOTHING_GIVEN
from tracker.documents.published import settle

YEARLESS = [
    (
        "2014-02-10",
        "OSLO, Monday, February 10 (Agency) - President Barack Obama and Prime Minister David Cameron spoke "
        "with the Norwegian premier, the White House in Washington and London said. The United States and "
        "the United Kingdom agreed.",
    ),
    (
        "1987-03-16",
        "LONDON, March 16 - Prime Minister Margaret Thatcher said on Monday that Britain and the United "
        "States would stand together. She has spoken with President Ronald Reagan. The Soviet Union had "
        "proposed talks in December 1986.",
    ),
    (
        "2016-07-12",
        "KYIV, July 12 - The ministers met on Tuesday. The truce was signed in February 2015, seventeen "
        "months ago. The peninsula was taken in 2014, two years ago.",
    ),
    ("2013-01-22", "PARIS, Jan 22 - The two leaders marked the 50th anniversary of the treaty of 1963 on Tuesday."),
    ("2024-12-14", "DAMASCUS, 14 December - The embassy opened again on Saturday, twelve years after it shut in 2012."),
    ("2011-06-09", "ANKARA, June 9 - The envoy left on Thursday. Last year (2010) he had stayed longer."),
    ("2017-04-20", "LIMA, April 20 - The envoys met on Thursday.\n\n© 2017 Andean Wire"),
    (
        "2018-11-06",
        "TAIPEI, Nov 6 - Two envoys left on Tuesday, November 6, for Eswatini. They had been named in September 2018.",
    ),
    (
        "1990-09-12",
        "MOSCOW, Sept 12 - Foreign ministers of the Soviet Union, East Germany and West Germany met on "
        "Wednesday. The wall fell in November 1989.",
    ),
    (
        "2012-05-15",
        "BERLIN, May 15 - President Francois Hollande flew to Germany on Tuesday to see Chancellor Angela "
        "Merkel. The French election of May 6, 2012, was narrow.",
    ),
    (
        "2023-08-24",
        "JOHANNESBURG, August 24 - The leaders of the bloc agreed on Thursday to take in new members from "
        "January 1, 2024. They had last met in person in November 2019.",
    ),
    (
        "2003-03-17",
        "UNITED NATIONS, March 17 (Agency) - Envoys gave up on Monday. The council had voted in November "
        "2002. President George W. Bush spoke in Washington. He will address the United States on Monday, "
        "March 17.",
    ),
]
YEAR_ALONE = [
    ("2021", "This year, 2021, the two states mark fifty years of ties.\n\nThe envoys met."),
    ("2013", "The envoys met on the lake.\n\nThe 50th anniversary of the treaty of 1963 was on every lip."),
]
UNTOLD = [
    "OSLO, May 3 - The envoys met.",
    "The envoys met today (12).",
    "PARIS, May 3 - President Charles de Gaulle once said in 1966 that he would leave.",
    "1/2/2023\nThe envoys met.",
    "OSLO, March 9 - Output declined from 100 in January 1986, the bureau said. Fiscal 1986/87 ends in June.",
    "ROME, May 3 - The loan is due on March 31, 2031.",
    "The envoys met. President Barack Obama called.",
    "WASHINGTON, March 13 - Prices rose in February, up from their level of February, 1986.",
    "PARIS, June 18 - The budgets for 1988 will be frozen, Prime Minister Jacques Chirac of France said.",
    "OSLO, Feb 30 - The envoys met in February 2012.",
]


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    """The years that could be meant do not grow with the age of the tests."""
    monkeypatch.setattr(years, "_candidates", lambda: range(years.FIRST_YEAR, 2027))


def _settled(text):
    return settle(text, NO_METADATA, NOTHING_GIVEN)


@pytest.mark.parametrize(("day", "text"), YEARLESS)
def test_the_year_of_a_printed_day_is_what_all_clues_leave(day, text):
    span = _settled(text)
    assert (str(span.start), str(span.precision), span.basis) == (day, "day", "inferred")


@pytest.mark.parametrize(("year", "text"), YEAR_ALONE)
def test_a_text_without_a_day_has_the_year_that_it_states(year, text):
    span = _settled(text)
    assert (str(span.start.year), str(span.precision), span.basis) == (year, "year", "inferred")


@pytest.mark.parametrize("text", UNTOLD)
def test_a_year_that_could_be_another_stays_unknown(text):
    assert _settled(text) is None


def test_the_words_that_the_year_rests_on_are_kept():
    span = _settled("LIMA, April 20 - The envoys met on Thursday. They had parted in 2014, three years ago.")
    assert span.text == "April 20; 2014, three years ago; Thursday"


@pytest.mark.parametrize(
    ("named", "year"),
    [
        ("President Barack Obama", 2014),
        ("former President Barack Obama", 2020),
        ("Vice President Barack Obama", None),
        ("President Jane Nobody", None),
    ],
)
def test_a_person_is_named_with_an_office_while_in_it(named, year):
    text = "WASHINGTON, Monday, February 10 - {} of the United States spoke. By July 2023 the hall will be rebuilt."
    span = _settled(text.format(named))
    assert (span and span.start.year) == year
