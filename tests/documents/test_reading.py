"""Reading what a person has, good and bad, from files, folders, globs and standard input."""

import gzip
import io
import json
import os
import sys
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from tracker.documents import Given, read
from tracker.documents.decoding import clean
from tracker.documents.formats import Article
from tracker.documents.reading import to_document
from tracker.model import Document, TimeSpan, Unreadable

ARTICLE = "Envoys meet in Oslo\n\nThe envoys met in Oslo on Monday and parted as friends after two hours of talks.\n"


def _write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def _only(path, **options):
    (result,) = read([path], **options)
    return result


def test_a_plain_text_is_one_document_with_its_headline_kept_in_the_text(tmp_path):
    document = _only(_write(tmp_path, "talks.txt", ARTICLE))
    assert (document.name, document.title, document.text) == ("talks.txt", "Envoys meet in Oslo", ARTICLE)


def test_front_matter_gives_metadata_and_is_no_text(tmp_path):
    fields = (
        "title: 'Oslo: envoys meet'\ndate: 2022-01-24\npublisher: Example News\nurl: https://example.org/a\ntags: [a]"
    )
    document = _only(_write(tmp_path, "talks.md", f"---\n{fields}\n---\n\n{ARTICLE}"))
    assert (document.title, document.source, document.url) == (
        "Oslo: envoys meet",
        "Example News",
        "https://example.org/a",
    )
    assert (document.published.start, document.published.basis) == (date(2022, 1, 24), "metadata")
    assert document.text == ARTICLE


def test_a_sidecar_gives_metadata_and_a_json_file_of_the_same_name_does_not(tmp_path):
    path = _write(tmp_path, "talks.txt", ARTICLE)
    _write(tmp_path, "talks.json", '{"published": "1999-09-09"}')
    assert _only(path).published is None
    _write(tmp_path, "talks.meta.json", '{"published": "2022-01-24", "source": "Example News"}')
    assert (_only(path).published.start, _only(path).source) == (date(2022, 1, 24), "Example News")


def test_what_is_given_beats_the_metadata(tmp_path):
    path = _write(tmp_path, "talks.md", f"---\npublished: 2022-01-24\nsource: Theirs\n---\n{ARTICLE}")
    document = _only(path, given=Given(published=TimeSpan.month(2022, 2), source="Mine"))
    assert (document.published.start, document.published.basis, document.source) == (date(2022, 2, 1), "given", "Mine")


def test_a_collection_is_one_document_a_row(tmp_path):
    rows = [{"id": "a", "title": "Talks", "published": "2022-01", "text": ARTICLE}, {"text": ARTICLE, "title": None}]
    first, second = read([_write(tmp_path, "all.jsonl", "\n\n".join(map(json.dumps, rows)))])
    assert (first.name, first.title, first.published.start) == ("a", "Talks", date(2022, 1, 1))
    assert second.name == "all.jsonl:3"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b'{"text": "cut', "is not JSON"),
        (b"[1, 2]", "is no JSON object"),
        (b'{"id": "x"}', "has no text"),
        (b'{"text": 5}', "has no text"),
        (b'{"text": "  "}', "has an empty text"),
        (b'{"text": "a", "title": ["b"]}', "has a title that is no text"),
        (b'{"text": "a", "published": "2021-02-30"}', "no readable publication day in '2021-02-30'"),
        (b'{"text": "a", "published": "1/2/2023"}', "no readable publication day"),
        (b'{"text": "caf\xe9"}', "is not UTF-8"),
        (b"[" * 100_000, "is not JSON"),
        pytest.param(json.dumps({"text": "a" * 1_000_001}).encode(), "has a text of 1,000,001 letters", id="long text"),
        pytest.param(b"a" * 25_000_000, "is longer than 10 MB", id="long line"),
    ],
)
def test_a_bad_line_is_reported_with_its_number_and_the_rest_goes_on(tmp_path, line, complaint):
    good = json.dumps({"text": ARTICLE}).encode()
    results = list(read([_write(tmp_path, "all.jsonl", b"\n".join([good, line, good]))]))
    assert [type(result) for result in results] == [Document, Unreadable, Document]
    assert results[1].line == 2
    assert complaint in results[1].message


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("empty.jsonl", b"\n", "is empty"),
        ("array.jsonl", b'[{"text": "a"}]', "is a JSON array"),
        ("latin.txt", "Le président a été reçu.".encode("cp1252"), "iconv"),
        ("binary.txt", bytes(range(256)) * 8, "is binary data"),
        ("talks.txt", gzip.compress(b"talks", mtime=0), "gunzip"),
        ("talks.jsonl", gzip.compress(b"talks", mtime=0), "gunzip"),
        ("talks.txt", b"%PDF-1.7 \x00\x01", "is a PDF"),
        ("talks.pdf", b"%PDF-1.7 \x00\x01", "is PDF"),
        ("talks.html", b"<p>talks</p>", "save its text as .txt"),
        ("talks.txt", b"\xff\xfeT\x00\xd8", "broken UTF-16"),
        ("open.md", b"---\ntitle: a\n\nText.", "never closes it"),
        ("only.md", b"---\ntitle: a\n---\n", "no text below it"),
        ("date.md", b"---\ndate: 2021-02-30\n---\nText.", "write it as YYYY-MM-DD"),
        pytest.param("huge.txt", b"a" * 1_000_001, "is longer than 1 MB", id="huge.txt"),
    ],
)
def test_bad_input_is_one_sentence_that_says_what_to_do(tmp_path, name, content, complaint):
    result = _only(_write(tmp_path, name, content))
    assert isinstance(result, Unreadable)
    assert complaint in result.message
    assert "\n" not in result.message


def test_a_broken_sidecar_is_named(tmp_path):
    path = _write(tmp_path, "talks.txt", ARTICLE)
    _write(tmp_path, "talks.meta.json", "{")
    assert "talks.meta.json that is not JSON" in _only(path).message


@pytest.mark.parametrize(
    ("path", "complaint"),
    [("missing.txt", "does not exist"), ("*.none", "matches no file"), ("empty", "holds no articles")],
)
def test_a_path_that_leads_nowhere_is_reported(tmp_path, monkeypatch, path, complaint):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    assert complaint in _only(path).message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_reported(tmp_path):
    path = _write(tmp_path, "talks.txt", ARTICLE)
    os.chmod(path, 0)
    assert "may not be read" in _only(path).message


def test_a_folder_is_read_in_order_without_hidden_files_readmes_and_other_formats(tmp_path):
    for name in ("b.txt", "a/c.md", ".hidden.txt", ".git/d.txt", "README.md", "events.csv", "b.meta.json"):
        _write(tmp_path, name, ARTICLE if not name.endswith("json") else "{}")
    assert [document.name for document in read([str(tmp_path)])] == ["b.txt", "c.md"]


def test_globs_are_read_in_order_and_one_bad_file_stops_nothing(tmp_path):
    for name, content in (("c.txt", ARTICLE), ("a.txt", ARTICLE), ("b.txt", "")):
        _write(tmp_path, name, content)
    results = list(read([str(tmp_path / "*.txt")]))
    assert [type(result) for result in results] == [Document, Unreadable, Document]


@pytest.mark.parametrize(
    ("data", "names"),
    [(ARTICLE, ["stdin"]), ('\n{"id": "a", "text": "A."}\n{"text": "B."}', ["a", "stdin:3"])],
)
def test_standard_input_is_a_text_or_a_collection(monkeypatch, data, names):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    assert [document.name for document in read(["-"])] == names


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["talks.txt", "talks.jsonl"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path, encoding, name):
    text = "Retno a été reçue à Oslo."
    content = text if name.endswith("txt") else json.dumps({"text": text}, ensure_ascii=False)
    assert _only(_write(tmp_path, name, content.encode(encoding))).text == text


def test_controls_surrogates_and_foreign_newlines_are_cleaned_away(tmp_path):
    row = '{"text": "One\\u0000 \\ud800two\\r\\nthree\\u009b\\u001b[1m\\rfour\\tfive", "title": "A\\u0007 b"}'
    document = _only(_write(tmp_path, "all.jsonl", row))
    assert (document.text, document.title) == ("One two\nthree[1m\nfour\tfive", "A b")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Press | Home | English\n\n{ARTICLE}", "Envoys meet in Oslo"),
        (f"Press Service of the Republic\nEvents / 12 February 2026\n\n{ARTICLE}", "Envoys meet in Oslo"),
        ("KABUL, Nov 25 (Agency) - The envoys met in Oslo.\n\nThey parted as friends.", ""),
        ("The envoys met in Oslo on Monday.\n\nThey parted as friends.", ""),
        ("Envoys meet in Oslo", ""),
    ],
)
def test_the_title_is_the_headline_that_a_text_opens_with(text, title):
    assert to_document(Article("a", text)).title == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARTICLE * 2, "en"),
        (
            "Der Minister hat sich mit dem Botschafter getroffen, und sie haben lange über die Lage gesprochen.",
            "de",
        ),
        (
            "Le ministre a reçu les ambassadeurs de la région, et il leur a parlé des relations entre les deux pays.",
            "fr",
        ),
        ("Президент принял в Москве министра иностранных дел и обсудил с ним отношения двух стран.", "und"),
        ("Envoys meet.", "en"),
    ],
)
def test_english_is_told_from_what_is_not(text, language):
    assert to_document(Article("a", text)).language == language


@any_of(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_reason(tmp_path_factory, data):
    for suffix in (".txt", ".md", ".jsonl"):
        path = tmp_path_factory.getbasetemp() / f"any{suffix}"
        path.write_bytes(data)
        assert all(isinstance(result, Document | Unreadable) for result in read([str(path)]))


@any_of(st.text().map(clean))
def test_any_text_becomes_a_document_that_can_be_stored(text):
    document = to_document(Article("a", text))
    assert len(document.digest) == 64
    assert "\0" not in document.text
