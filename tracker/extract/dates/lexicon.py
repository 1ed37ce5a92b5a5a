"""The words that time expressions are made of, as data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), first)}


# ── the calendar's names and numbers ────────────────────────────────────────────────────────────────────────────────

MONTH_NAMES = _numbered("January February March April May June July August September October November December")
MONTH_ABBREVIATIONS = _numbered("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec") | {"Sept": 9}
WEEKDAY_NAMES = _numbered("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", 0)
WEEKDAY_ABBREVIATIONS = _numbered("Mon Tue Wed Thu Fri Sat Sun", 0) | {"Tues": 1, "Weds": 2, "Thur": 3, "Thurs": 3}

# Months whose name in small letters is no other word.
SMALL_MONTHS = _words("january february april june july september october november december")

# Months whose name or abbreviation is also a word or somebody's name; alone they need a word such as "in" before them.
DOUBTFUL_MONTHS = _words("may march april june august jan mar apr jun sep sept dec")

_UNITS = _numbered("one two three four five six seven eight nine")
_TENS = {tens: 10 * n for tens, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
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
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 10
    )
    | {"twentieth": 20, "thirtieth": 30, "thirty-first": 31}
    | {f"twenty-{unit}": 20 + number for unit, number in _ORDINAL_UNITS.items()}
)

VAGUE_NUMBERS = _words("few several couple some many")

# The singular of each unit by the forms in which it is printed.
UNITS = {
    form: forms.split()[0]
    for forms in (
        "day days",
        "week weeks",
        "fortnight fortnights",
        "month months",
        "quarter quarters",
        "year years",
        "decade decades",
        "century centuries",
    )
    for form in forms.split()
}
CLOCK_UNITS = _words("hour hours minute minutes seconds hr hrs min mins")
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}

# How far a word moves from the present unit, and from the one that the text spoke of last.
SHIFTS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
ECHOES = {"same": 0, "that": 0, "following": 1, "ensuing": 1, "previous": -1, "preceding": -1, "prior": -1}
DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

# Which way an event lies from the one that it is counted from.
WAYS = {"later": 1, "after": 1, "afterwards": 1, "afterward": 1} | {
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "beforehand": -1,
}

PARTS_OF_DAY = _words("morning afternoon evening night noon midday lunchtime midnight dawn")

# A part of a longer time is read as the whole of it (codebook §4): "mid-May", "the end of May".
PARTS = _words("early mid late earlier later")
LIMITS = _words("beginning start middle end close rest remainder")

# First months, in the north.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

# Feasts as month and day.
HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "bastille day": (7, 14),
    "juneteenth": (6, 19),
    "epiphany": (1, 6),
    "twelfth night": (1, 5),
    "candlemas": (2, 2),
    "midsummer eve": (6, 23),
    "midsummer day": (6, 24),
    "michaelmas": (9, 29),
}

# Feasts in days from Easter Sunday of the Western churches.
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
    "whitsun": 49,
    "whit sunday": 49,
    "shrove tuesday": -47,
    "corpus christi": 60,
}
OTHER_CHURCHES = _words("orthodox greek coptic ethiopian armenian serbian russian ukrainian")

# Days that became the name of what happened on them: the year, and the words that follow in the name.
DEEDS = {
    (9, 11): (2001, _words("attack attacks hijackings terrorist terror commission")),
    (10, 7): (2023, _words("attack attacks assault massacre hamas terrorist")),
    (1, 6): (2021, _words("attack riot insurrection committee")),
    (7, 7): (2005, _words("bombings")),
}

# ── words beside a time or beside what only looks like one ──────────────────────────────────────────────────────────

# Words of time expressions that are neither names nor numbers nor units of the calendar.
TIME_WORDS = _words(
    """
    whitsun epiphany michaelmas candlemas midsummer corpus twelfth
    weekend recently previously earlier soon shortly lately later ago recent future christmas easter boxing valentine
    halloween bastille juneteenth pentecost ascension daily weekly monthly quarterly yearly annual annually biannual
    biennial nightly sidelines margins time during new eve
    """
)

# Before a month or season: it is a time. The first group alone is enough for a doubtful one.
TIME_PREPOSITIONS = _words(
    "in since until during by till throughout late early mid last next this each every end ending ended circa"
)
JOINING_PREPOSITIONS = _words("through from to for before after between and or of on around over per effective both")

# Before a four-digit number: it is a year.
YEAR_PREPOSITIONS = TIME_PREPOSITIONS | _words(
    "through from to for before after between and or of year the a its his her their our around into beginning start 's"
)

# Before a number: it is an amount.
AMOUNTS = _words(
    "nearly about some than only almost over at killed least approximately exactly roughly another these all other"
)

# Before a number: it is a label.
LABELS = _words(
    """
    resolution article flight section rule no nos number numbers boeing airbus highway route room form title windows
    office chapter page pages paragraph act law bill order decree directive regulation regulations file case docket
    agenda vision expo euro model series version protocol psalm channel gate suite box apartment flat floor extension
    tel telephone phone fax code postcode zip unit battalion regiment level tier iso unscr hr sr pub nikkei dax ftse
    dow points index disease covid
    """
)

# Before a month that is named like something else: it is a month ("their March summit").
OWNERS = _words("their his her its our 's ’s")

# Behind a number: it is an amount.
COUNTED = _words(
    """
    people men women children troops soldiers fighters personnel civilians refugees prisoners students workers members
    employees delegates victims deaths dead injured wounded jobs homes houses seats votes shares cases cars vehicles
    aircraft units points miles feet kilometers kilometres km meters metres yards acres hectares square mm kg tons
    tonnes barrels ounces lbs megawatts mw nm mph degrees percent pct pounds dollars euros yen marks dlrs cts stg
    million billion thousand mln bln times other am pm a.m p.m hours hrs gmt utc days weeks months years
    """
)

# Behind a number spelt out behind a month: it is a day ("on July two, shareholders", but "in May two envoys").
AFTER_A_DAY = _words(
    """
    and or but at in on to from for with by as that which who when where while after before until till through between
    would will was were is are has have had may could should said says
    """
)

# Behind "two days before": the clause goes on and names no event to count from.
AFTER_BEFORE = _words("had has was were did is and but in at on with where he she they")

# Behind a day, month or year: it is part of a name ("Paris 2024 Games", "14 July Street", "the 2030 Agenda").
NAME_NOUNS = _words(
    """
    agenda alliance avenue boulevard bridge bridges brigade brigades coalition cup expo games hospital movement olympic
    olympics paralympics square stadium street vision
    """
)

# ── verbs that tell the tense, as verbose patterns ──────────────────────────────────────────────────────────────────

FUTURE_CUES = r"""
    will | would | shall | ['’]ll | won['’]t | must | should | may \s (?=[a-z]) | might
    | (?:can|could) \s (?!not\b)
    | (?:is|are|was|were|be|been|being) \s (?:also\s|now\s|then\s|still\s)?
      (?: to (?!\s have\b) | due | set | scheduled | expected | likely | slated | planned | supposed )
    | to \s be | set \s (?:to|for) | going \s to | due | (?:re)?scheduled | slated | upcoming | forthcoming | deadline
    | (?<!the\s) (?<!its\s) (?<!his\s) (?<!a\s) (?<!their\s) plan (?: (?:s|ned|ning) \s to | s )
    | expect (?:s|ed)? \s to | intends? | hopes? \s to | (?:agreed|vowed|pledged) \s to
    | (?:proposal|pledge|promise|decision) \s to | recommended \s that | delayed \s (?:\S+\s){0,4}? to
    | invited \s (?:\S+\s){0,4}? to | postponed \s (?:to|until|till|for)
    | begins | starts | opens | resumes | concludes | ends | expires | payable | foresee | takes \s effect | effective
    | as \s soon \s as | no \s later \s than | in \s preparation \s for | ahead \s of
    | (?:is|are|am) \s
      (?: visiting | travell?ing | arriving | meeting | leaving | flying | hosting | holding | heading | attending )
"""

PAST_CUES = r"""
    (?! (?:succeed|need|proceed|exceed|indeed|feed|seed|speed|heed|bleed|breed|united|hundred|armed|allied) \b )
      [a-z]{2,}ed
    | said | says | was | were | had | has | have | told | met | held | did | came | went | made | took | began | won
    | rose | fell | left | found | gave | got | sent | spoke | saw | shot | became | led | cut | hit | put | sold
    | bought | lost | brought | caught | ran | wrote | broke | grew | thought | knew | since | ago | died | sank | flew
    | stood | kept | paid | dropped | drew | struck | withdrew | arose | quit | chose | swore | drove | rode | shook
    | threw | hid | fled
"""
