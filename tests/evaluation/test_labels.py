"""Folders of labels and of predictions, read and written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputError
from tracker.evaluation import Coded, read_labels, read_predictions, write_labels
from tracker.model import Place, Precision, Status, TimeSpan

words = st.text(min_size=1, max_size=12)
codes = st.sampled_from(["JPN", "AFG", "QAT", "XKX"])
labels = st.builds(
    Coded,
    type=st.sampled_from(["visit", "meeting"]),
    status=st.sampled_from(Status),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    precision=st.sampled_from(Precision),
    countries=st.frozensets(codes),
    organisations=st.lists(words, max_size=2).map(tuple),
    people=st.lists(words, max_size=2).map(tuple),
    roles=st.dictionaries(st.sampled_from(["host", "visitor"]), st.frozensets(codes, min_size=1)),
    place=st.builds(Place, st.none() | words, st.none() | codes),
    id=words,
    also=st.sampled_from([(), ("call",)]),
    optional=st.booleans(),
    note=st.text(max_size=12),
    quotes=st.lists(words, max_size=2).map(tuple),
)


@given(labels)
def test_a_label_written_and_read_is_the_same(label: Coded) -> None:
    assert Coded.read(json.loads(json.dumps(label.label()))) == label


def test_an_article_written_is_read_with_its_labels(tmp_path: Path) -> None:
    label = Coded(type="visit", start=date(2021, 11, 23), end=date(2021, 11, 23), precision=Precision.DAY, id="e1")
    write_labels(tmp_path, "talks", "A visit.\r\n", TimeSpan.month(2021, 11), [label])
    [read] = read_labels(tmp_path)
    assert (read.name, read.published, read.events) == ("talks", TimeSpan.iso("2021-11"), (label,))
    assert read.text.read_bytes() == b"A visit.\r\n"


def test_only_odd_or_even_articles_are_read(tmp_path: Path) -> None:
    for name in ("d01", "d02", "d13"):
        write_labels(tmp_path, name, "A visit.", None, [])
    assert [one.name for one in read_labels(tmp_path, only="odd")] == ["d01", "d13"]
    assert [one.name for one in read_labels(tmp_path, only="even")] == ["d02"]


def test_metadata_beside_an_article_are_no_labels(tmp_path: Path) -> None:
    write_labels(tmp_path, "talks", "A visit.", None, [])
    (tmp_path / "talks.meta.json").write_text('{"title": "Talks"}')
    assert len(read_labels(tmp_path)) == 1


def test_an_article_without_predictions_has_none(tmp_path: Path) -> None:
    write_labels(tmp_path, "one", "A visit.", None, [])
    write_labels(tmp_path, "two", "A visit.", None, [])
    (tmp_path / "one.jsonl").write_text('{"type": "visit", "sources": [{"quote": "A visit."}]}\n')
    found = {one.name: events for one, events in read_predictions(tmp_path, read_labels(tmp_path))}
    assert [event.quotes for event in found["one"]] == [("A visit.",)]
    assert found["two"] == []


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "talks.json is not JSON"),
        ('{"published": null}', "talks.json: has no 'events'"),
        ('{"published": "November", "events": []}', "'November' is no ISO day"),
        ('{"events": [{"status": "occurred"}]}', 'an event is an object with a "type"'),
        ('{"events": [{"type": "visit", "status": "done"}]}', "\"status\" is 'done'; it may be occurred, planned"),
        ('{"events": [{"type": "visit", "start": "Monday"}]}', "\"start\" is 'Monday'; write a day"),
        ('{"events": [{"type": "visit", "countries": "JPN"}]}', "\"countries\" is 'JPN'; write a list"),
        ('{"events": [{"type": "visit", "roles": ["JPN"]}]}', '"roles" is'),
        ('{"events": [{"type": "visit", "place": "Paris"}]}', '"place" is'),
        ('{"events": [{"type": "visit", "confidence": 90}]}', '"confidence" is 90'),
    ],
)
def test_labels_that_cannot_be_meant_are_refused_by_name(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "talks.json").write_text(content)
    with pytest.raises(InputError, match=r"talks\.json") as refused:
        read_labels(tmp_path)
    assert complaint in str(refused.value)


def test_a_folder_without_labels_or_predictions_is_the_wrong_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no labelled articles"):
        read_labels(tmp_path)
    with pytest.raises(InputError, match=r"no NAME\.jsonl"):
        list(read_predictions(tmp_path, []))


def test_a_bad_prediction_is_told_by_its_line(tmp_path: Path) -> None:
    write_labels(tmp_path, "talks", "A visit.", None, [])
    (tmp_path / "talks.jsonl").write_text('{"type": "visit"}\n{"type": 3}\n')
    with pytest.raises(InputError, match=r"talks\.jsonl, line 2"):
        list(read_predictions(tmp_path, read_labels(tmp_path)))
