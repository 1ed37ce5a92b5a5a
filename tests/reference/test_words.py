"""What a words file adds is told like what comes with the program, until other words are in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tracker import reference
from tracker.errors import InputError, UnknownName

EXAMPLE = Path(__file__).parents[2] / "seeds" / "words.toml"
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a words file."""

    def to_file(content: str) -> Path:
        path = tmp_path / "words.toml"
        path.write_text(content, encoding="utf-8")
        return path

    return to_file


@pytest.fixture
def learn(write: Write) -> Callable[[str], None]:
    """Puts the words of a file in force."""
    return lambda content: reference.use(reference.read_words(write(content)))


@pytest.mark.parametrize(
    ("content", "asked", "answer"),
    [
        ('[aliases.countries]\n"Helvetia" = "Swiss"', lambda: reference.country("helvetia").code, "CHE"),
        ('[aliases.demonyms]\n"Nipponese" = "JPN"', lambda: reference.require_country("Nipponese").code, "JPN"),
        (
            '[aliases.organisations]\n"Old Alliance" = "NATO"',
            lambda: reference.organisation("old alliance").short,
            "NATO",
        ),
        ('[aliases.places]\n"Elmau Castle" = "Schloss Elmau"', lambda: reference.place("Elmau Castle").name, "Elmau"),
        ('[aliases.people]\n"Bibi" = "Benjamin Netanyahu"', lambda: reference.office_holders("bibi")[0].country, "ISR"),
        ('[aliases.people]\n"Bibi" = "Benjamin Netanyahu"', lambda: reference.full_name("Bibi"), "Benjamin Netanyahu"),
        (
            '[organisations.TBC]\nfull = "Tin Bay Council"\ncountry = "Kenya"\npart_of = "UN"\nsince = 2020-01-31',
            lambda: reference.organisation("tin bay council"),
            reference.Organisation("TBC", "Tin Bay Council", country="KEN", part_of="UN", from_=date(2020, 1, 31)),
        ),
        (
            '[places."Tin Bay"]\ncountry = "Kenya"\nlatitude = -4\nlongitude = 39.5\naliases = ["Tinville"]',
            lambda: reference.place("Tinville"),
            reference.PlaceEntry("Tin Bay", "KEN", -4.0, 39.5, aliases=("Tinville",)),
        ),
        (
            '[[office_holders]]\nperson = "Ada Tin"\nof = "Kenya"\noffice = "Foreign Minister"\nsince = 2023-05-01',
            lambda: "Ada Tin" in [one.person for one in reference.holders("KEN", "foreign minister", date(2023, 6, 1))],
            True,
        ),
    ],
    ids=lambda value: value.split("\n")[0] if isinstance(value, str) else "",
)
def test_what_is_added_is_found(
    learn: Callable[[str], None], content: str, asked: Callable[[], Any], answer: object
) -> None:
    learn(content)
    assert asked() == answer


@pytest.mark.parametrize(
    ("content", "surface", "kind", "code"),
    [
        ('[aliases.countries]\n"Helvetia" = "CHE"', "Helvetia", "country", "CHE"),
        ('[aliases.demonyms]\n"Nipponese" = "JPN"', "Nipponese", "demonym", "JPN"),
        ('[aliases.organisations]\n"Old Alliance" = "NATO"', "Old Alliance", "organisation", "NATO"),
        ('[organisations.TBC]\nfull = "Tin Bay Council"', "Tin Bay Council", "organisation", "TBC"),
        ('[aliases.places]\n"Elmau Castle" = "Elmau"', "Elmau Castle", "city", "DEU"),
    ],
)
def test_added_names_are_looked_for_in_texts(
    learn: Callable[[str], None], content: str, surface: str, kind: str, code: str
) -> None:
    learn(content)
    assert [(n.kind, n.code) for n in reference.names() if n.surface == surface] == [(kind, code)]


def test_an_added_type_is_told_like_its_pattern_under_its_own_names(learn: Callable[[str], None]) -> None:
    learn("""
        [types.sanction]
        like = "expulsion"
        summary = "A state puts another under sanctions."
        roles = ["sanctioner"]
        subtypes = { trade = ["embargo"] }
    """)
    kind = reference.EVENT_TYPES["sanction"]
    assert (kind.like, kind.roles, kind.subtypes) == ("expulsion", ("sanctioner", "expelled"), ("trade",))
    assert (kind.cameo_for(None), kind.plover_for("trade")) == ("161", "SANCTION/expel")
    assert reference.require_event_type("Sanctions") is kind


def test_codes_for_export_can_be_given(learn: Callable[[str], None]) -> None:
    learn('[types.tin]\nlike = "meeting"\nsummary = "Tin."\ncameo = ["163"]\nplover = ["SANCTION"]\n')
    assert (reference.EVENT_TYPES["tin"].cameo, reference.EVENT_TYPES["tin"].plover) == (("163",), ("SANCTION",))


def test_words_that_are_no_longer_in_force_leave_nothing_behind() -> None:
    """Whatever was looked up before, while and after they were."""
    asked: dict[str, Callable[[], object]] = {
        "country": lambda: reference.country("Helvetia"),
        "organisation": lambda: reference.organisation("Lublin Triangle"),
        "place": lambda: reference.place("Wiston House"),
        "person": lambda: reference.office_holders("Zieliński Marek"),
        "name": lambda: any(name.surface == "Nipponese" for name in reference.names()),
        "type": lambda: "exercise" in reference.EVENT_TYPES,
    }
    before = {name: bool(ask()) for name, ask in asked.items()}
    reference.use(reference.read_words(EXAMPLE))
    during = {name: bool(ask()) for name, ask in asked.items()}
    reference.use(reference.NO_WORDS)
    after = {name: bool(ask()) for name, ask in asked.items()}
    assert (set(before.values()), set(during.values()), set(after.values())) == ({False}, {True}, {False})
    with pytest.raises(UnknownName):
        reference.require_event_type("exercise")


def test_reading_a_file_puts_nothing_in_force_and_means_the_same_under_other_words() -> None:
    alone = reference.read_words(EXAMPLE)
    assert reference.in_force() is reference.NO_WORDS
    reference.use(alone)
    assert reference.read_words(EXAMPLE) == alone == reference.in_force()


def test_the_example_that_comes_along_has_every_key_and_no_mistake() -> None:
    words, mistakes = reference.check_words(EXAMPLE)
    assert mistakes == []
    assert all((words.types, words.triggers, words.organisations, words.places, words.office_holders))
    assert words.aliases.keys() == {"countries", "demonyms", "organisations", "places", "people"}


TYPE = '[types.drill]\nlike = "meeting"\nsummary = "Armies train together."\n'
BODY = '[organisations.TBC]\nfull = "Tin Bay Council"\n'
PLACE = '[places."Tin Bay"]\ncountry = "Kenya"\nlatitude = -4.0\nlongitude = 39.5\n'
HOLDER = '[[office_holders]]\nperson = "Ada Tin"\nof = "Kenya"\noffice = "Envoy"\n'

MISTAKES = [
    ('[types.drill]\nlike = meeting', 2, "not TOML: Invalid value"),
    ('[types.drill', 1, "not TOML: Expected ']'"),
    ('a = "', 1, "not TOML: Unterminated string"),
    ('\n[typos.drill]\nlike = "meeting"', 2, "'typos' adds nothing, did you mean types?"),
    ('types = "meeting"', 1, "'types' must be a table, headed [types]"),
    ('[types]\ndrill = "meeting"', 2, "'drill' must be a table, headed [types.drill]"),
    ('[types.drill]\nlike = "meeting"', 1, "'drill' needs a line `summary = …`"),
    ('[types.drill]\nlike = "meting"\nsummary = "x"', 2, "'meting' is none, did you mean meeting?"),
    ('[types.drill]\nlike = "zzz"\nsummary = "x"', 2, "it may be visit, meeting, call"),
    ('[types.visit]\nlike = "meeting"\nsummary = "x"', 1, "'visit' comes with the program; add words to it"),
    ('[types.Drill]\nlike = "meeting"\nsummary = "x"', 1, "must be in small letters"),
    (TYPE + 'verb = ["drill"]', 4, "'verb' is not known here, did you mean verbs?"),
    (TYPE + 'verbs = "drill"', 4, "'verbs' must be a list of texts"),
    (TYPE + 'verbs = ["take part"]', 4, "'verbs' must be single words as a dictionary has them; 'take part' is not"),
    (TYPE + 'summary = ""'.replace("summary", "title"), 4, "'title' must be a text in quotation marks"),
    (TYPE + 'glyph = "◆"', 4, "'◆' is that of visit"),
    (TYPE + 'glyph = "会"', 4, "must be one sign as wide as a letter"),
    (TYPE + 'subtypes = ["naval"]', 4, "'subtypes' must pair each name with the words that tell it"),
    (TYPE + 'roles = ["a", "b", "c", "d"]', 4, "at most one for each of participant, host, mediator"),
    (TYPE + 'roles = ["host"]', 4, "'roles' must be different words"),
    (TYPE + 'nouns = ["tin"]\n' + TYPE.replace("drill", "foil") + 'nouns = ["tin"]', 8, "'tin' tells drill already"),
    ('[triggers.meting]\nverbs = { powwow = "meet" }', 1, "'meting' is no event type, did you mean meeting?"),
    (TYPE + '[triggers.drill]\nverbs = { powwow = "meet" }', 4, "its verbs and nouns are lines of [types.drill]"),
    ('[triggers.meeting]\nverbs = ["powwow"]', 2, "'verbs' must pair each new word with a known one"),
    ('[triggers.meeting.nouns]\n"pow wow" = "talks"', 1, "'pow wow' is not"),
    ('[organisations.TBC]\naliases = ["Tin Bay"]', 1, "'TBC' needs a line `full = …`"),
    ('[organisations.NATO]\nfull = "Tin Bay Council"', 1, "'NATO' is known as North Atlantic Treaty Organization"),
    ('[organisations.TBC]\nfull = "NATO"', 1, "one of its names means the North Atlantic Treaty Organization already"),
    (BODY + 'country = "Kenia"', 3, "'country' must be one country; 'Kenia' is not, did you mean Kenya?"),
    (BODY + 'country = "Congo"', 3, "it may mean"),
    (BODY + 'part_of = "Zinc Bay"', 3, "'Zinc Bay' is no known organisation; add it too"),
    (BODY + 'since = "2020"', 3, "'since' must be a day without quotation marks"),
    (BODY + 'since = 2020-01-02\nuntil = 2019-01-01', 4, "'until' lies before 'since'"),
    (BODY + 'shared = ["Tin"]', 3, "'Tin' is none of its names"),
    (BODY + 'aliases = ["tin council"]', 3, "'tin council' would never be found"),
    ('[places."Tin Bay"]\ncountry = "Kenya"\nlatitude = -4.0', 1, "'Tin Bay' needs a line `longitude = …`"),
    (PLACE.replace("-4.0", "94.0"), 3, "'latitude' must be a number of degrees from -90 to 90"),
    (PLACE.replace("Tin Bay", "tin bay"), 1, "'tin bay' must begin with a capital letter"),
    ('[office_holders]\nperson = "Ada Tin"', 1, "each office holder begins with a line of its own, [[office_holders]]"),
    (HOLDER, 1, "nothing says when Ada Tin held the office; add since, until or as_of"),
    (HOLDER.replace("Kenya", "Kenia") + "since = 2020-01-01", 3, "'Kenia' is no known country or organisation"),
    ('[aliases.cities]\n"Tin" = "Nairobi"', 1, "'cities' have no aliases, did you mean countries?"),
    ('[aliases]\ncountries = "Tin"', 2, "'countries' must be a table, headed [aliases.countries]"),
    ('[aliases.countries]\n"Tin" = "Kenia"', 2, "'Kenia' is none of the countries that are known"),
    ('[aliases.countries]\n"Tin" = 3', 2, "'Tin' must be a text in quotation marks"),
    ('[aliases.countries]\n"Chad" = "Kenya"', 2, "'Chad' means Chad already"),
    ('[aliases.countries]\n"Congo" = "Kenya"', 2, "'Congo' means"),
    ('[aliases.demonyms]\n"tinnish" = "Kenya"', 2, "must begin with a capital letter"),
    ('[aliases.organisations]\n"EU" = "NATO"', 2, "'EU' means European Union already"),
    ('[aliases.people]\n"Tinny" = "Zebulon Tinpott"', 2, "none of the office holders that are known"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "line", "says"), MISTAKES, ids=[says for _, _, says in MISTAKES])
def test_a_mistake_is_explained_where_it_stands(write: Write, content: str, line: int, says: str) -> None:
    """By its line, in a sentence that says what to do."""
    _, mistakes = reference.check_words(write(content))
    assert [one.line for one in mistakes] == [line]
    assert says in mistakes[0].message


def test_all_mistakes_are_told_in_the_order_of_their_lines(write: Write) -> None:
    _, mistakes = reference.check_words(write('[aliases.countries]\n"Tin" = "Kenia"\n[typos]\n[places."Tin Bay"]\n'))
    assert [one.line for one in mistakes] == [2, 3, 4, 4, 4]


def test_what_is_right_beside_a_mistake_is_still_read(write: Write) -> None:
    words, _ = reference.check_words(write(BODY + '[organisations.NATO]\nfull = "Tin"\n'))
    assert list(words.organisations) == ["TBC"]


def test_a_file_with_a_mistake_is_not_put_in_force(write: Write) -> None:
    file = write('[aliases.countries]\n"Tin" = "Kenia"')
    with pytest.raises(InputError, match=r"words.toml, line 2: 'Kenia' is none .* \(`tracker types --check"):
        reference.read_words(file)


def test_a_file_that_is_not_there_or_no_text_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no words file"):
        reference.read_words(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="cannot read the words file"):
        reference.check_words(tmp_path / "bytes.toml")


def test_things_added_in_one_file_can_refer_to_each_other(learn: Callable[[str], None]) -> None:
    learn(
        BODY + '[organisations.TBS]\nfull = "Tin Bay Secretariat"\npart_of = "TBC"\n'
        + PLACE + HOLDER.replace("Kenya", "TBC") + "as_of = 2020-01-01\n"
        + '[aliases.organisations]\n"The Tins" = "TBC"\n[aliases.places]\n"Tinville" = "Tin Bay"\n'
        + '[aliases.people]\n"Addie" = "Ada Tin"\n'
    )  # fmt: skip
    assert reference.organisation("The Tins").short == "TBC"
    assert reference.place("Tinville").country == "KEN"
    assert reference.office_holders("Addie", date(2020, 1, 1))[0].organisation == "TBC"
