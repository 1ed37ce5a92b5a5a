"""Things below one another, each with named lines."""

from __future__ import annotations

from tracker.views.stacked import Entry, lines


def test_a_name_is_said_once_and_the_empty_left_out() -> None:
    """And what is too long goes on below its own text."""
    entries = [Entry("type", "meeting", [("by", "Ada"), ("because", ""), ("not", "a visit it was"), ("not", "b")])]
    assert [line.plain.rstrip() for line in lines(entries, width=21)] == [
        "type  meeting",
        "      by   Ada",
        "      not  a visit it",
        "           was",
        "           b",
    ]


def test_without_labels_heads_stand_at_the_margin() -> None:
    """And nothing at all is no line."""
    assert [line.plain for line in lines([Entry("", "so", [("by", "Ada")])], width=None)] == ["so", "  by  Ada"]
    assert list(lines([], width=80)) == []
