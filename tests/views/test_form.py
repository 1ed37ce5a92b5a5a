"""An event as a form: filled in, read back, and its mistakes beside their lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.views import entry, form
from tracker.views.entry import BLANK, Mistake
from tracker.views.fields import FIELDS, Typed

TEXTS = st.text("a é–#:;=\\\n\t(,\x85\u2028\N{CJK UNIFIED IDEOGRAPH-4E2D}", min_size=1).map(
    lambda text: "\n".join(line.strip() for line in text.strip().split("\n"))
)
TEXT = TEXTS.filter(bool)
LINE = TEXT.filter(lambda text: "\n" not in text)

FILLED = """\
# A comment.
type: meeting
country: Japan; Afghanistan
Country:  Qatar=mediator

note: seen
  twice

  # and noted
date:
source: Ministry
quote: They met; nobody else did.
quote: They parted.
source: https://x.org
"""


@st.composite
def told(draw: st.DrawFn) -> Typed:
    """What may be typed of an event, though it cannot be meant."""
    one = st.lists(TEXT, max_size=1)
    sources = draw(st.lists(st.tuples(LINE, st.just("") | LINE), max_size=3))
    return {
        **{name: tuple(draw(one)) for name in ("type", "title", "note", "date")},
        **{name: tuple(draw(st.lists(LINE, max_size=3))) for name in ("country", "person", "tag")},
        "source": tuple(name for name, _ in sources),
        "quote": tuple(quote for _, quote in sources) if any(quote for _, quote in sources) else (),
    }


@given(told())
def test_a_form_read_back_says_what_was_written(typed: Typed) -> None:
    """Whatever it is made of: separators, comments, empty lines."""
    filled = form.parsed(form.written(typed, FIELDS, heading="A form."))
    assert filled.mistakes == {}
    assert {name: filled.typed[name] for name in typed} == dict(typed)


def test_lines_are_read_as_they_say() -> None:
    filled = form.parsed(FILLED)
    assert filled.typed == {
        "type": ("meeting",),
        "country": ("Japan", "Afghanistan", "Qatar=mediator"),
        "note": ("seen\ntwice\n\n# and noted",),
        "date": (),
        "source": ("Ministry", "Ministry", "https://x.org"),
        "quote": ("They met; nobody else did.", "They parted.", ""),
    }
    assert filled.lines["country"] == 4


def test_a_mistake_stands_below_its_line() -> None:
    text = "# A form.\ntype: picnic\ncolour: red\ntype: call\n"
    filled = form.parsed(text)
    once = form.marked(text, filled, [Mistake("type", "unknown type 'picnic'")])
    lines = once.splitlines()
    assert lines[0] == "#! 3 below cannot be meant."
    assert lines[lines.index("colour: red") + 1].startswith("#! this names no field; write one of type, subtype,")
    assert lines[lines.index("type: call") + 1 :] == [
        "#! type stands above already, and has one value only",
        "#! unknown type 'picnic'",
    ]
    assert form.marked(once, form.parsed(once), []).splitlines()[1:4] == ["# A form.", "type: picnic", "colour: red"]


def test_a_form_tells_the_roles_of_its_type() -> None:
    text = form.written({**entry.typed(BLANK), "type": ("visit",)}, FIELDS, heading="A form.")
    assert "# Japan; Afghanistan, or Japan=visitor; roles: visitor, host\ncountry:\n" in text
    assert max(map(len, text.splitlines())) < 80
