"""Every key of a TOML text has its line."""

from __future__ import annotations

from tracker.reference.keylines import key_lines

TEXT = """\
# a remark with an = sign
title = "first"

[types.exercise]
nouns = [
    "drill",        # [types.none]
    "war = game",
]
subtypes = { naval = ["naval"], air = [] }

[[office_holders]]
person = "Ada"
[[office_holders]]
person = "Grace"
[aliases]
countries."Land = of" = "Japan"
"""


def test_tables_keys_and_keys_within_values_have_the_line_on_which_they_begin() -> None:
    assert key_lines(TEXT) == {
        ("title",): 2,
        ("types",): 4,
        ("types", "exercise"): 4,
        ("types", "exercise", "nouns"): 5,
        ("types", "exercise", "subtypes"): 9,
        ("types", "exercise", "subtypes", "naval"): 9,
        ("types", "exercise", "subtypes", "air"): 9,
        ("office_holders",): 11,
        ("office_holders", "1"): 11,
        ("office_holders", "1", "person"): 12,
        ("office_holders", "2"): 13,
        ("office_holders", "2", "person"): 14,
        ("aliases",): 15,
        ("aliases", "countries"): 16,
        ("aliases", "countries", "Land = of"): 16,
    }


def test_a_text_without_keys_has_none() -> None:
    assert key_lines("# nothing\n\n") == {}
