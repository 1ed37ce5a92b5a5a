"""The words that time expressions are made of, as data."""

from __future__ import annotations


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


MONTH_NAMES = _numbered("January February March April May June July August September October November December")
MONTH_ABBREVIATIONS = _numbered("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec") | {"Sept": 9}
WEEKDAY_NAMES = _numbered("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", 0)
WEEKDAY_ABBREVIATIONS = _numbered("Mon Tue Wed Thu Fri Sat Sun", 0) | {"Tues": 1, "Weds": 2, "Thur": 3, "Thurs": 3}

# Months whose name in lower case is not another word.
LOWER_CASE_MONTHS = frozenset(
    ["january", "february", "april", "june", "july", "september", "october", "november", "december"]
)

# Months whose name is also a word or a person's; alone they need a word such as "in" before them.
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "jan", "jun", "dec", "sep", "apr", "april", "june", "august"})

_UNITS = _numbered("one two three four five six seven eight nine")
_TENS = {
    word: 10 * number for word, number in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}
NUMBERS = (
    _UNITS
    | _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
    | _TENS
    | {f"{tens}-{unit}": _TENS[tens] + _UNITS[unit] for tens in _TENS for unit in _UNITS}
    | {"a": 1, "an": 1, "dozen": 12, "hundred": 100}
)

_ORDINAL_UNITS = _numbered("first second third fourth fifth sixth seventh eighth ninth")
ORDINALS = (
    _ORDINAL_UNITS
    | _numbered(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        10,
    )
    | {f"twenty-{unit}": 20 + number for unit, number in _ORDINAL_UNITS.items()}
    | {"thirtieth": 30, "thirty-first": 31}
)

VAGUE_NUMBERS = frozenset(["few", "several", "couple", "some", "many"])

# Singular of each unit of the calendar by the forms that texts print.
UNITS = {
    form: unit
    for unit, forms in {
        "day": "day days",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for form in forms.split()
}
CLOCK_UNITS = frozenset(["hour", "hours", "minute", "minutes", "second", "seconds", "hr", "hrs", "min", "mins"])

# How far a word moves from the present unit.
SHIFTS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}

# How far a word moves from the unit that the text spoke of last.
ECHOES = {"same": 0, "that": 0, "following": 1, "ensuing": 1, "previous": -1, "preceding": -1, "prior": -1}

# Day words by their distance from the publication day.
DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

PARTS_OF_DAY = frozenset(
    ["morning", "afternoon", "evening", "night", "noon", "midday", "lunchtime", "midnight", "dawn"]
)

# Words that name a part of a longer time, which is read as the whole of it (codebook §4).
PARTS = frozenset(
    ["early", "mid", "late", "earlier", "later", "beginning", "start", "middle", "end", "close", "rest", "remainder"]
)

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

# Fixed feasts, as month and day.
HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year’s day": (1, 1),
    "new year’s eve": (12, 31),
    "valentine's day": (2, 14),
    "valentine’s day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "bastille day": (7, 14),
    "juneteenth": (6, 19),
}

# Days from Easter Sunday.
EASTER_DAYS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit monday": 50,
}

# Days that became the name of what happened on them, by month, day and the nouns that follow.
DEEDS = {
    (9, 11): (2001, frozenset(["attack", "attacks", "hijackings", "terrorist", "terror", "commission"])),
    (10, 7): (2023, frozenset(["attack", "attacks", "assault", "massacre", "hamas"])),
    (1, 6): (2021, frozenset(["attack", "riot", "insurrection", "committee"])),
    (7, 7): (2005, frozenset(["bombings"])),
}

# Nouns that make a day, month or year part of a name: "Paris 2024 Games", "14 July Street", "the 2030 Agenda".
NAME_NOUNS = frozenset(
    [
        "agenda",
        "alliance",
        "avenue",
        "bridge",
        "brigade",
        "bridges",
        "brigades",
        "cup",
        "expo",
        "games",
        "movement",
        "olympics",
        "olympic",
        "paralympics",
        "square",
        "street",
        "coalition",
        "vision",
        "boulevard",
        "hospital",
        "stadium",
    ]
)

# Words before a number that make it a label and not a year.
LABELS = frozenset(
    [
        "resolution",
        "article",
        "flight",
        "section",
        "rule",
        "no",
        "nos",
        "number",
        "numbers",
        "boeing",
        "airbus",
        "highway",
        "route",
        "room",
        "form",
        "title",
        "windows",
        "office",
        "chapter",
        "page",
        "pages",
        "paragraph",
        "act",
        "law",
        "bill",
        "order",
        "decree",
        "directive",
        "regulation",
        "regulations",
        "file",
        "case",
        "docket",
        "agenda",
        "vision",
        "expo",
        "euro",
        "model",
        "series",
        "version",
        "protocol",
        "psalm",
        "channel",
        "gate",
        "suite",
        "box",
        "apartment",
        "flat",
        "floor",
        "extension",
        "tel",
        "telephone",
        "phone",
        "fax",
        "code",
        "postcode",
        "zip",
        "unit",
        "battalion",
        "regiment",
        "index",
        "nearly",
        "about",
        "some",
        "than",
        "only",
        "almost",
        "over",
        "around",
        "killed",
        "least",
        "approximately",
        "exactly",
        "roughly",
        "another",
        "those",
        "these",
        "all",
        "other",
        "nikkei",
        "dax",
        "ftse",
        "dow",
        "level",
        "points",
        "at",
        "tier",
        "iso",
        "unscr",
        "hr",
        "sr",
        "pub",
    ]
)

# Nouns after a number that make it an amount: "killed 2016 people".
COUNTED = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "troops",
        "soldiers",
        "jobs",
        "workers",
        "miles",
        "points",
        "feet",
        "shares",
        "homes",
        "houses",
        "kilometers",
        "kilometres",
        "km",
        "pounds",
        "dollars",
        "euros",
        "votes",
        "meters",
        "metres",
        "yards",
        "employees",
        "cases",
        "cars",
        "tons",
        "tonnes",
        "percent",
        "pct",
        "mph",
        "other",
        "am",
        "pm",
        "a.m",
        "p.m",
        "degrees",
        "times",
        "acres",
        "square",
        "barrels",
        "units",
        "students",
        "members",
        "mm",
        "kg",
        "hours",
        "hrs",
        "gmt",
        "utc",
        "million",
        "billion",
        "thousand",
        "mln",
        "bln",
        "dlrs",
        "lbs",
        "cts",
        "stg",
        "yen",
        "marks",
        "ounces",
        "seats",
        "delegates",
        "refugees",
        "prisoners",
        "deaths",
        "dead",
        "injured",
        "wounded",
        "civilians",
        "megawatts",
        "mw",
        "nm",
        "days",
        "weeks",
        "months",
        "years",
        "hectares",
        "victims",
        "vehicles",
        "aircraft",
        "fighters",
        "personnel",
    ]
)

# Words before a month, weekday or season that show that it is a time.
TIME_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "during",
        "through",
        "throughout",
        "from",
        "to",
        "for",
        "before",
        "after",
        "between",
        "and",
        "or",
        "of",
        "late",
        "early",
        "mid",
        "last",
        "next",
        "this",
        "on",
        "end",
        "ending",
        "ended",
        "begin",
        "beginning",
        "starting",
        "effective",
        "around",
        "circa",
        "over",
        "each",
        "every",
        "per",
        "both",
        "last",
    ]
)

# Words of time expressions beside the names, units and numbers of the calendar.
TIME_WORDS = frozenset(
    [
        "weekend",
        "recently",
        "previously",
        "earlier",
        "soon",
        "shortly",
        "lately",
        "later",
        "ago",
        "recent",
        "future",
        "christmas",
        "easter",
        "boxing",
        "valentine",
        "halloween",
        "bastille",
        "juneteenth",
        "pentecost",
        "ascension",
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "yearly",
        "annual",
        "annually",
        "biannual",
        "biennial",
        "nightly",
        "sidelines",
        "margins",
        "time",
        "year's",
        "during",
        "new",
    ]
)

FUTURE_CUES = r"""
    will | would | shall | ['’]ll | won['’]t
    | (?:is|are|was|were|be|been|being) \s (?:also\s|now\s|then\s|still\s)? (?:to|due|set|scheduled|expected|likely|slated|planned|supposed)
    | set \s to | to \s be \s (?!\w+ed\b) | going \s to | plan(?:s|ned|ning)? \s (?:to|a|for) | plans | due
    | expect(?:s|ed)? \s to | scheduled | slated | upcoming | forthcoming | intends? | hopes? \s to
    | begins | starts | opens | resumes | concludes | takes \s effect | as \s soon \s as | agreed \s to | vowed \s to
    | pledged \s to | invited \s (?:\S+\s){0,4}?to | deadline | no \s later \s than | effective | in \s preparation \s for
    | ahead \s of | must | should | may \s (?=[a-z]) | might | postponed \s (?:to|until|till|for)
    | (?:is|are|am) \s (?:visiting|travell?ing|arriving|meeting|leaving|flying|hosting|holding|heading|paying|attending)
"""

PAST_CUES = r"""
    (?!(?:succeed|need|proceed|exceed|indeed|feed|seed|speed|heed|bleed|breed|united|hundred|armed|allied)\b)[a-z]{2,}ed
    | said | says | was | were | had | has | have | told | met | held | did | came | went | made | took | began | won | rose
    | fell | left | found | gave | got | sent | spoke | saw | shot | became | led | cut | hit | put | sold | bought | lost
    | brought | caught | ran | wrote | broke | grew | thought | knew | since | ago | died | sank | flew | stood | kept | paid
    | dropped | drew | struck | withdrew | arose | quit | chose | swore | drove | rode | shook | threw | hid | fled | forbade
"""
