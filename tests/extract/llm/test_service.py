"""What is asked over HTTP, when it is asked again, and when that is given up."""

from __future__ import annotations

import pytest

from tracker.errors import ServiceError
from tracker.extract.llm import BadAnswer
from tracker.extract.llm.service import ATTEMPTS


def test_the_model_the_article_and_the_schema_are_sent(model, opened, document) -> None:
    model.claims()
    opened(key="secret").extractor.extract(document)
    [body] = model.asked
    assert (body["model"], model.keys) == ("small", ["Bearer secret"])
    assert document.text in body["messages"][1]["content"]
    assert "2024-05-02" in body["messages"][1]["content"]
    form = body["response_format"]["json_schema"]
    claim = form["schema"]["$defs"]["Claim"]
    assert form["strict"] is True
    assert "accreditation" in claim["properties"]["type"]["enum"]
    assert set(claim["required"]) == set(claim["properties"])


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again(model, opened, document, claim, status: int) -> None:
    model.answers(status, "busy")
    model.claims(claim())
    used = opened()
    assert len(used.extractor.extract(document)) == 1
    assert len(used.waited) == 1


def test_the_service_says_how_long_to_wait(model, opened, document) -> None:
    model.answers(429, "busy", Retry_After="7")
    model.answers(429, "busy", Retry_After="100000")
    model.claims()
    used = opened()
    used.extractor.extract(document)
    assert used.waited == [7.0, 60.0]


def test_pauses_grow_until_it_is_given_up(model, opened, document) -> None:
    model.answers(503, "maintenance")
    used = opened()
    with pytest.raises(ServiceError, match=f"after {ATTEMPTS} attempts: it answers 503 maintenance"):
        used.extractor.extract(document)
    assert len(model.asked) == ATTEMPTS
    assert [2**n / 2 <= wait <= 2**n for n, wait in enumerate(used.waited)] == [True] * (ATTEMPTS - 1)


def test_a_service_that_does_not_answer_in_time_is_asked_again(model, opened, document, claim) -> None:
    model.hangs()
    model.claims(claim())
    used = opened(timeout=0.3)
    assert len(used.extractor.extract(document)) == 1
    assert len(used.waited) == 1


def test_an_address_where_nobody_listens_is_told(opened, document) -> None:
    with pytest.raises(ServiceError, match=r"gave up on http://127\.0\.0\.1:9/v1"):
        opened(url="http://127.0.0.1:9/v1").extractor.extract(document)


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refusal_is_not_asked_again(model, opened, document, status: int) -> None:
    model.answers(status, "who are you?")
    with pytest.raises(ServiceError, match=rf"answers {status} who are you\?; check llm_url, llm_model and llm_key"):
        opened().extractor.extract(document)
    assert len(model.asked) == 1


def test_another_path_is_no_service(model, opened, document) -> None:
    with pytest.raises(ServiceError, match="404"):
        opened(url=model.url.removesuffix("/v1")).extractor.extract(document)


@pytest.mark.parametrize("body", ["<html>", "{}", '{"choices": []}', "[]"])
def test_what_is_no_such_service_is_told(model, opened, document, body: str) -> None:
    model.answers(200, body)
    with pytest.raises(ServiceError, match="no OpenAI-compatible service; check llm_url"):
        opened().extractor.extract(document)


def test_an_article_that_is_refused_costs_only_itself(model, opened, document) -> None:
    model.answers(400, "maximum context length")
    with pytest.raises(BadAnswer, match="the service refuses it: 400 maximum context length"):
        opened().extractor.extract(document)


@pytest.mark.parametrize(("content", "finish_reason"), [(None, "stop"), ('{"events": [', "length")])
def test_an_answer_that_was_refused_or_cut_off_is_told(model, opened, document, content, finish_reason) -> None:
    model.says(content, finish_reason)
    with pytest.raises(BadAnswer, match="refused or cut off"):
        opened().extractor.extract(document)


def test_a_model_that_takes_no_temperature_is_given_none(model, opened, document) -> None:
    model.answers(400, '{"error": "unsupported value: temperature"}')
    model.claims()
    opened().extractor.extract(document)
    assert ["temperature" in body for body in model.asked] == [True, False]
