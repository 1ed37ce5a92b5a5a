"""Answers held to the schema and to the text, kept, and paid for once."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tracker import settings
from tracker.errors import UsageError
from tracker.extract.llm import BadAnswer, LanguageModelExtractor
from tracker.model import Status


def test_a_claim_becomes_a_mention(model, opened, document, claim) -> None:
    model.claims(claim())
    [mention] = opened().extractor.extract(document)
    assert (mention.type, mention.status, mention.trigger) == ("visit", Status.OCCURRED, "arrived")
    assert (str(mention.when.start), mention.when.text, mention.when.basis) == ("2024-04-30", "Tuesday", "weekday")
    assert mention.roles == {"visitor": ("JPN",), "host": ("FRA",)}
    assert mention.people == ("Yoko Kamikawa",)
    assert (mention.place.name, mention.place.country) == ("Paris", "FRA")
    assert mention.title == "Yoko Kamikawa visits France in Paris"
    assert mention.confidence == 0.9
    [sentence] = mention.evidence
    assert document.text[sentence.start : sentence.end] == sentence.text
    assert sentence.text.startswith("Japan's foreign minister")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("I found no events.", "as a whole: Invalid JSON"),
        ('{"events": [{"type": "visit"}]}', "events.0.quotes: Field required"),
        ('{"events": [], "thoughts": ""}', "thoughts: Extra inputs"),
    ],
)
def test_the_model_is_told_once_what_is_wrong_with_its_answer(
    model, opened, document, content: str, complaint: str
) -> None:
    model.says(content)
    model.claims()
    assert opened().extractor.extract(document) == []
    *_, answered, told = model.asked[1]["messages"]
    assert answered == {"role": "assistant", "content": content}
    assert complaint in told["content"]


def test_an_article_with_two_bad_answers_is_given_up(model, opened, document, claim) -> None:
    model.claims(claim(confidence=90))
    with pytest.raises(BadAnswer, match=r"does not fit the schema, events\.0\.confidence"):
        opened().extractor.extract(document)
    assert len(model.asked) == 2


def test_an_answer_is_paid_for_once(model, opened, document, claim) -> None:
    model.claims(claim())
    first, second = opened(), opened()
    assert first.extractor.extract(document) == second.extractor.extract(document)
    assert len(model.asked) == 1
    assert (first.extractor.account.asked, second.extractor.account.kept) == (1, 1)


@pytest.mark.parametrize("changed", ["text", "published", "model"])
def test_another_question_is_asked_anew(model, opened, document, changed: str) -> None:
    model.claims()
    opened().extractor.extract(document)
    other = {"text": {"text": f"{document.text} "}, "published": {"published": None}}.get(changed, {})
    opened(model="large" if changed == "model" else "small").extractor.extract(replace(document, **other))
    assert len(model.asked) == 2


def test_a_bad_answer_is_not_kept(model, opened, document, claim) -> None:
    model.says("no")
    model.says("no")
    model.claims(claim())
    with pytest.raises(BadAnswer):
        opened().extractor.extract(document)
    assert len(opened().extractor.extract(document)) == 1


def test_what_is_kept_is_for_the_users_eyes(model, opened, document) -> None:
    model.claims()
    opened().extractor.extract(document)
    [kept] = settings.answers_folder().iterdir()
    assert json.loads(kept.read_text()) == {"events": []}
    assert kept.stat().st_mode & 0o077 == 0


def test_tokens_and_their_cost_are_told(model, opened, document, claim) -> None:
    model.claims(claim(), claim(quotes=["This was never written anywhere."]))
    used = opened(price_in=0.5, price_out=2.0)
    used.extractor.extract(document)
    assert used.extractor.account.told() == (
        "small: 1 answers paid, 0 kept from before; 1000 tokens in, 200 out; cost 0.0009"
        "; 1 events dropped, their quotes do not stand in the text"
    )


def test_without_prices_no_cost_is_made_up(opened) -> None:
    assert "set llm_price_in and llm_price_out" in opened().extractor.account.told()


def test_mentions_come_in_the_order_of_the_text(model, opened, document, claim) -> None:
    later = claim(quotes=["She met her French counterpart the next day"], type="meeting")
    model.claims(later, claim())
    assert [mention.type for mention in opened().extractor.extract(document)] == ["visit", "meeting"]


def test_without_an_address_and_a_model_there_is_nobody_to_ask() -> None:
    with pytest.raises(UsageError, match="TRACKER_LLM_URL and TRACKER_LLM_MODEL"):
        LanguageModelExtractor.open(settings.LanguageModel(url="http://127.0.0.1"))
