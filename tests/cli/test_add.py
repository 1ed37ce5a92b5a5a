"""`tracker add` and `edit` by options, by questions and by a form: three ways with one result."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input

from tracker import reference
from tracker.cli import given as options
from tracker.cli import questions, when
from tracker.cli.draft import Draft
from tracker.cli.suggestions import Suggestions, known
from tracker.settings import Settings
from tracker.views import entry, form
from tracker.views.entry import BLANK
from tracker.views.fields import FIELDS, Typed

Tracker = Callable[..., Any]
Editor = Callable[[str], None]

MEETING = ("add", "--type", "meeting", "--date", "2021-11-23", "--country", "Japan", "--country", "Afghanistan")
LINE = st.text("abc; =#\\:(),é–", min_size=1).map(str.strip).filter(lambda text: text not in ("", "-"))


def recorded(tracker: Tracker, id: str) -> dict[str, Any]:
    """The event as its JSON object."""
    [event] = json.loads(tracker("show", id, "--format", "json").out)
    return event


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes an editor of a script for sed, in force from then on."""

    def make(script: str) -> None:
        path = tmp_path / "editor.sh"
        path.write_text(f"#!/bin/sh\nexec sed -i -e '{script}' \"$1\"\n")
        path.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(path))

    monkeypatch.delenv("VISUAL", raising=False)
    return make


def test_the_options_say_it_all(tracker: Tracker) -> None:
    added = tracker(
        *(
            *MEETING,
            "--person",
            "Takashi Okada:ambassador:JPN",
            "--place",
            "Kabul",
            "--note",
            "Seen",
            "--tag",
            "envoys",
        ),
        *("--source", "https://example.org/a", "--quote", "He met him; in Kabul."),
    )
    assert (added.code, added.err) == (0, "'2021-11-23' read as 2021-11-23, day (Tue)\n")
    event = recorded(tracker, added.out.strip())
    assert (event["countries"], event["place"]["country"]) == (["AFG", "JPN"], "AFG")
    [_, _, person] = event["participants"]
    assert (person["name"], person["office"], person["country"]) == ("Takashi Okada", "ambassador", "JPN")
    [source] = event["sources"]
    assert (source["url"], source["quote"]) == ("https://example.org/a", "He met him; in Kabul.")
    assert "“He met him; in Kabul.”" in tracker("show", event["id"]).out


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2021-10", "read as 2021-10, month"),
        ("<2021-11-25", "read as ≤2021-11-25, not dated"),
        ("2021-11-22..28 week", "read as 2021-11-22~28, week"),
    ],
)
def test_a_date_is_said_back_with_its_precision(tracker: Tracker, typed: str, read: str) -> None:
    assert tracker("add", "--type", "call", "--date", typed).err == f"'{typed}' {read}\n"


def test_what_may_be_on_record_already_is_told(tracker: Tracker) -> None:
    first = tracker(*MEETING, "--title", "Talks").out.strip()
    again = tracker(*MEETING)
    assert again.code == 0
    assert f"- {first} meeting 2021-11-23: AFG, JPN, “Talks” (88% alike)\n" in again.err
    assert "added all the same" in again.err
    assert "added all the same" not in tracker(*MEETING, "--yes").err


def test_a_script_may_add_only_what_is_new(tracker: Tracker) -> None:
    assert tracker(*MEETING, "--if-new").code == 0
    again = tracker(*MEETING, "--if-new")
    assert (again.code, again.out) == (1, "")
    assert "nothing was added" in again.err
    assert len(tracker("timeline").out.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["add"], ["edit", "2b77"]], ids=" ".join)
def test_nobody_is_asked_in_a_script(filled: Tracker, arguments: list[str]) -> None:
    asked = filled(*arguments, stdin="meeting\n")
    assert (asked.code, asked.err.count("\n"), asked.out) == (2, 1, "")


def test_a_form_is_filled_in(tracker: Tracker, editor: Editor) -> None:
    editor("s/^type:.*/type: visit/; s/^country:.*/country: Japan=host; Afghanistan=visitor/; s/^date:/date: 2025-02/")
    added = tracker("add", "--editor", "--title", "Guests")
    assert added.err == "'2025-02' read as 2025-02, month\non record: visit 2025-02: AFG, JPN\n"
    event = recorded(tracker, added.out.strip())
    assert (event["type"], event["title"], event["precision"]) == ("visit", "Guests", "month")
    assert event["roles"] == {"host": ["JPN"], "visitor": ["AFG"]}
    assert Draft("add").text == ""


@pytest.mark.parametrize("script", ["", "d", "s/^#.*//"], ids=["unchanged", "emptied", "without comments"])
def test_a_form_that_says_nothing_adds_nothing(tracker: Tracker, editor: Editor, script: str) -> None:
    editor(script)
    added = tracker("add", "--editor")
    assert (added.code, added.out, added.err) == (0, "", "the form says nothing new; nothing was added\n")


def test_a_form_with_mistakes_is_kept_and_gone_on_with(tracker: Tracker, editor: Editor) -> None:
    editor("s/^type:.*/type: picnic/; s/^title:/title: Guests/")
    failed = tracker("add", "--editor")
    assert failed.code == 1
    assert "unknown type 'picnic'" in failed.err
    editor("s/^type: picnic/type: visit/")
    added = tracker("add", "--editor")
    event = recorded(tracker, added.out.strip())
    assert (event["type"], event["title"]) == ("visit", "Guests")


def test_an_editor_that_fails_is_told(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    failed = tracker("add", "--editor")
    assert (failed.code, failed.err.count("\n")) == (1, 1)
    assert "no-such-editor" in failed.err


def test_an_event_is_corrected_in_a_form(filled: Tracker, editor: Editor) -> None:
    before = recorded(filled, "2b77")
    editor("s/^date:.*/date: 2021-10-27/; s/^review:.*/review: confirmed/; s/Okada (ambassador/Okada (envoy/")
    edited = filled("edit", "2b77", "--editor")
    assert edited.code == 0
    after = recorded(filled, "2b77")
    assert (after["start"], after["review"]) == ("2021-10-27", "confirmed")
    assert [one["office"] for one in after["participants"]] == [None, None, "envoy", "foreign minister"]
    kept = ("type", "status", "title", "place", "sources", "roles", "people", "note", "tags")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_a_form_left_as_it_was_changes_nothing(filled: Tracker, editor: Editor) -> None:
    editor("")
    edited = filled("edit", "2b77", "--editor")
    assert (edited.code, edited.out) == (0, "")
    assert "nothing changed" in edited.err


def test_a_form_is_for_one_event(filled: Tracker, editor: Editor) -> None:
    editor("")
    assert filled("edit", "2b77", "81d6", "--editor").code == 2


def test_what_the_record_knows_completes_first(tracker: Tracker, database: Path) -> None:
    tracker(*MEETING, "--person", "Takashi Okada:ambassador:JPN", "--place", "Kabul", "--tag", "envoys")
    found = known(Settings(str(database), named="Ada"))
    suggest = Suggestions(found)
    assert [word for word, _ in suggest("country", None)][:3] == ["Afghanistan", "Japan", "Aruba"]
    assert suggest("person", None) == [("Takashi Okada (ambassador, JPN)", "on record")]
    assert (suggest("place", None)[0], suggest("tag", None)) == (("Kabul", "AFG"), [("envoys", "")])
    assert found.last is not None
    assert found.last.place.name == "Kabul"


@st.composite
def told(draw: st.DrawFn) -> Typed:
    """An event as it may be typed."""
    kind = draw(st.sampled_from(list(reference.EVENT_TYPES.values())))
    named = st.tuples(st.sampled_from(["Japan", "AFG", "Côte d'Ivoire", "UAE"]), st.sampled_from(["", *kind.roles]))
    people = st.sampled_from(["Takashi Okada:ambassador:JPN", "Abdul Kabir", "Jens Stoltenberg (chief, NATO)"])
    quoted = draw(st.lists(st.tuples(LINE, st.just("") | LINE), max_size=2))
    return {
        "type": (kind.name,),
        "subtype": tuple(draw(st.lists(st.sampled_from(kind.subtypes), max_size=1))) if kind.subtypes else (),
        "status": (draw(st.sampled_from(["occurred", "planned"])),),
        "date": tuple(draw(st.lists(st.sampled_from(["2021-11", "2025-02-15..21", "<2021"]), max_size=1))),
        "country": tuple(f"{name}={role}" if role else name for name, role in draw(st.lists(named, max_size=3))),
        "person": tuple(draw(st.lists(people, max_size=2))),
        **{name: tuple(draw(st.lists(LINE, max_size=1))) for name in ("title", "note")},
        "place": tuple(draw(st.lists(st.sampled_from(["Kabul", "Springfield Bay"]), max_size=1))),
        "tag": tuple(draw(st.lists(LINE, max_size=2))),
        "source": tuple(name for name, _ in quoted),
        "quote": tuple(quote for _, quote in quoted) if any(quote for _, quote in quoted) else (),
    }


def answers(typed: Typed) -> Iterator[str]:
    """The lines that answer the questions so."""
    for name in FIELDS:
        if name == "source":
            for number, source in enumerate(typed["source"]):
                yield from (source, typed["quote"][number] if typed["quote"] else "")
            yield ""
        elif name != "quote" and not (name == "place-country" and typed["place"] == ("Kabul",)):
            yield form.line(name, typed.get(name, ())) or "-"


def answered(lines: Sequence[str]) -> Typed:
    """What is said when the questions are answered so."""
    said = entry.typed(BLANK)
    rest = iter(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builtins.input", lambda question: next(rest))
        patch.setattr(questions, "at_terminal", lambda: False)
        questions.fill(said, FIELDS)
    assert list(rest) == []
    return said


@given(told())
def test_three_ways_make_the_same_event(typed: Typed) -> None:
    """Whatever is typed, as options, as answers and in a form."""
    single = {name: texts[0] if texts else None for name, texts in typed.items() if name in ("title", "note", "place")}
    by_options = options.typed(**{name: list(texts) for name, texts in typed.items()} | single)
    filled_in = form.parsed(form.written(typed, FIELDS, heading="A form.")).typed
    events = [
        entry.changes(BLANK, one, when.of_event) for one in (by_options, answered(list(answers(typed))), filled_in)
    ]
    assert events[0] == events[1] == events[2]
    assert events[0][1] == []


def test_a_bad_answer_is_asked_for_again_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At a terminal: the arrow up brings what stands there, and what was typed wrongly is kept."""
    monkeypatch.setattr(questions, "at_terminal", lambda: True)
    said = {**entry.typed(BLANK), "type": ("visit",), "country": ("Japan=host", "France")}
    typed = "\r" + "\x1b[A=guest\r" + "\x7f" * 5 + "visitor\r" + "2021-13\r" + "\x7f" * 2 + "12\r" + "\x04"
    with create_pipe_input() as keys, create_app_session(input=keys):
        keys.send_text(typed)
        questions.fill(said, ("type", "country", "date"))
    assert (said["country"], said["date"]) == (("Japan=host", "France=visitor"), ("2021-12",))
    told = capsys.readouterr().err
    assert "'guest' (France) is no role of a visit" in told
    assert "there is no such date as '2021-13'" in told


def test_a_draft_gone_on_with_sets_nothing_back(filled: Tracker, editor: Editor) -> None:
    """What others changed since it was begun stays, where the person had left it alone."""
    editor("s/^title:.*/title: Talks in Doha/; s/^date:.*/date: 2021-13/")
    assert "goes on from" in filled("edit", "2b77", "--editor").err
    assert filled("edit", "2b77", "--place", "Herat", "--title", "Talks", "--author", "Grace").code == 0
    editor("s/^date:.*/date: 2021-11/")
    assert filled("edit", "2b77", "--editor").code == 0
    event = recorded(filled, "2b77")
    assert (event["place"]["name"], event["title"], event["start"]) == ("Herat", "Talks in Doha", "2021-11-01")
