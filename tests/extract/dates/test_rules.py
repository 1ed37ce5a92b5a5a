"""The table of rules: each one is justified by an example that it alone reads."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extract.dates.context import Context
from tracker.extract.dates.finder import grammar
from tracker.extract.dates.grammar import RULES, Rule
from tracker.extract.dates.words import Words
from tracker.model import TimeSpan

PUBLISHED = TimeSpan.day(date(2024, 3, 15))


def readers(text: str) -> set[str]:
    """The rules that read some words of a text before any other rule does."""
    words = Words(text, grammar().alphabet)
    context = Context(words, PUBLISHED, None)
    names = set()
    for first in range(len(words.starts)):
        for found, rule in grammar().found(words, first, len(words.starts)):
            if rule.read(found, context) is not None:
                names.add(rule.read.__name__)
                break
    return names


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.read.__name__)
def test_a_rule_reads_its_own_example(rule: Rule) -> None:
    assert rule.read.__name__ in readers(rule.example)


def test_no_two_rules_share_a_name() -> None:
    names = [rule.read.__name__ for rule in RULES]
    assert len(names) == len(set(names))
