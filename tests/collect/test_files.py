"""Files, folders and standard input: what is read, and what is said of each that is not."""

import base64
import io
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

import telegrams
from pdfs import pdf
from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.files import captures, count
from tallywire.collect.records import LINE_BYTES, PAGE_BYTES, TEXT_BYTES, RecordError
from telegrams import chat, export, message

Write = Callable[[str, bytes], Path]

PAGE = b"<!doctype html><p>Four people were hurt in Kharkiv on Friday, the governor said.</p>"
TEXT = b"Four people were hurt in Kharkiv on Friday, the governor said.\n"


PDF = pdf([["Four people were hurt."]])
SAVED = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/html\r\n\r\n<p>12 dead</p>"
)
TOTALS = b'[{"date": "2022-11-11", "personnel": 79400}]'
TABLE = b"date,war_day,category,cumulative,modifier\n2022-11-11,261,tank,2814,\n"
CHANNEL = telegrams.page(telegrams.post(41, "12 killed"), telegrams.post(42, "3 hurt"))
CHANNEL_OF_PARTS = (
    b"Snapshot-Content-Location: https://t.me/s/kharkiv_desk\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(CHANNEL.encode())
)


def read(*sources: str | Path, stdin: BinaryIO | None = None) -> list[object]:
    """What comes of sources: (media, content) for a capture, "message" for one of Telegram, the code of an error."""

    def told(found: Capture | SourceError) -> object:
        if isinstance(found, SourceError):
            return found.code
        return found.media if found.media == "message" else (found.media, found.content)

    return [told(found) for found in captures([str(source) for source in sources], stdin=stdin)]


@pytest.fixture
def file(tmp_path: Path) -> Write:
    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return write


FILES = [
    ("a.html", PAGE, [("html", PAGE)]),
    ("a.HTM", PAGE, [("html", PAGE)]),
    ("a.txt", TEXT, [("text", TEXT)]),
    ("a.md", TEXT, [("text", TEXT)]),
    ("a.dat", TEXT, [("text", TEXT)]),
    ("a", PAGE, [("html", PAGE)]),
    ("a.txt", b"", ["empty"]),
    ("a.html", b" \n\n ", ["empty"]),
    ("a.jsonl", b"", ["empty"]),
    ("a.pdf", PDF, [("pdf", PDF)]),
    ("a.txt", PDF, [("pdf", PDF)]),
    ("a.pdf", PAGE, [("html", PAGE)]),
    ("a.pdf", b"%PD", [("text", b"%PD")]),
    ("a.mhtml", SAVED, [("mhtml", SAVED)]),
    ("a.MHT", SAVED, [("mhtml", SAVED)]),
    ("a", SAVED, [("mhtml", SAVED)]),
    ("a.mhtml", PAGE, [("html", PAGE)]),
    ("a.html", CHANNEL.encode(), ["message", "message"]),
    ("a.mhtml", SAVED.replace(b"<p>12 dead</p>", CHANNEL.encode()), ["message", "message"]),
    ("a.mht", CHANNEL_OF_PARTS, ["message", "message"]),
    ("a.json", export(chat([message(1, "12 killed"), message(2, "3 hurt")])), ["message", "message"]),
    ("a", export(chat([message(1, "12 killed")]), indent=None), ["message"]),
    ("a.json", b'{"messages": [{"id": 1, "type": "message", "text": "12 killed"}]}', ["data_set"]),
    (
        "a.html",
        b'<div class="page_wrap"><div class="message default clearfix" id="m1">A. Person',
        ["html_export"],
    ),
    ("a.dat", bytes(range(256)), ["not_text"]),
    ("a.jsonl", b'\xef\xbb\xbf{"text": "2 dead"}\n', [("record", b"2 dead")]),
    ("a.json", b'{"id": "1", "text": "2 dead"}\n', [("record", b"2 dead")]),
    ("a.json", TOTALS, [("data", TOTALS)]),
    ("a.csv", TABLE, [("data", TABLE)]),
    ("a.csv", b"day,dead\n2022-11-11,12\n", [("text", b"day,dead\n2022-11-11,12\n")]),
    ("a.csv", b"+++\nid = 1\n+++\nday,dead\n", [("data", b"+++\nid = 1\n+++\nday,dead\n")]),
    ("a.toml", b'[columns]\nday = "day"\n', ["missing"]),
    ("a.json", b'[{"date": "2022-11-11", "guests": 79400}]', ["data_set"]),
    ("a.json", b'{\n "date": "2022-11-11"\n}', ["data_set"]),
    ("a.json", b'{"data": []}', ["data_set"]),
]


@pytest.mark.parametrize(("name", "content", "found"), FILES)
def test_a_file(file: Write, name: str, content: bytes, found: list[object]) -> None:
    assert read(file(name, content)) == found


STREAMS = [
    (PAGE, [("html", PAGE)]),
    (b"\n\n" + PAGE, [("html", b"\n\n" + PAGE)]),
    (TEXT, [("text", TEXT)]),
    (b'{"text": "2 dead"}\n{"text": "3 dead"}\n', [("record", b"2 dead"), ("record", b"3 dead")]),
    (b'{"text": "2 dead"}\nnonsense\n', [("record", b"2 dead"), "not_json"]),
    (b'[\n{"date": "2022-11-11"}\n]', ["data_set"]),
    (TOTALS, [("data", TOTALS)]),
    (TABLE, [("data", TABLE)]),
    (b"[Reporter] Four people were hurt.", [("text", b"[Reporter] Four people were hurt.")]),
    (b"", ["empty"]),
]


@pytest.mark.parametrize(("content", "found"), STREAMS)
def test_standard_input(content: bytes, found: list[object]) -> None:
    assert read("-", stdin=io.BytesIO(content)) == found


def test_no_standard_input() -> None:
    assert read("-") == ["no_input"]


def test_a_folder_is_read_in_order_and_says_what_it_passed_over(file: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "p.jpg", "q.jpg", "s.json"):
        file(name, TEXT)
    found = list(captures([str(tmp_path)]))
    assert [os.path.relpath(entry.address, tmp_path) for entry in found if isinstance(entry, Capture)] == [
        "a/b/c.txt",
        "a/z.html",
        "b.txt",
    ]
    assert isinstance(found[-1], SourceError)
    assert found[-1].code == "skipped"
    assert ".jpg 2, .json 1" in found[-1].message
    assert count([str(tmp_path)]) == 3


def test_of_the_json_in_a_folder_only_telegram_s_is_read(file: Write, tmp_path: Path) -> None:
    file("chat/result.json", export(chat([message(1, "12 killed")])))
    file("chat/other.json", b'{"messages": []}')
    file("chat/photos/a.jpg", b"x")
    assert read(tmp_path) == ["message", "skipped"]
    assert count([str(tmp_path)]) is None


def test_the_frames_of_a_page_saved_with_its_files_are_no_pages(file: Write, tmp_path: Path) -> None:
    file("War - Site.html", PAGE)
    file("War - Site_files/frame.html", PAGE)
    file("War - Site_files/style.css", b"p{}")
    file("other_files/a.html", PAGE)
    assert [entry.address for entry in captures([str(tmp_path)]) if isinstance(entry, Capture)] == [
        str(tmp_path / name) for name in ("War - Site.html", "other_files/a.html")
    ]


def test_a_saved_page_may_carry_pictures(file: Write) -> None:
    comment = b"<html><!--\n Page saved with SingleFile \n url: https://e.org/a\n-->"
    picture = b"<img src='data:image/png;base64," + b"A" * PAGE_BYTES + b"'>"
    whole = comment + PAGE + picture
    assert read(file("a.html", whole)) == [("html", whole)]
    assert read(file("b.html", PAGE + picture)) == ["too_large"]


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    assert read(tmp_path) == ["empty"]


def test_names_that_lead_nowhere(file: Write, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    file("good.txt", TEXT)
    assert read(tmp_path) == ["broken_link", ("text", TEXT)]
    assert read(tmp_path / "none.txt") == ["missing"]
    assert read(tmp_path / ("x" * 300)) == ["unreadable"]


def test_a_link_to_a_folder_above_is_followed_once(file: Write, tmp_path: Path) -> None:
    file("a/one.txt", TEXT)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert read(tmp_path) == [("text", TEXT)]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_what_may_not_be_read(file: Write, tmp_path: Path) -> None:
    file("closed/a.txt", TEXT).parent.chmod(0)
    file("b.txt", TEXT).chmod(0)
    file("c.txt", TEXT)
    assert read(tmp_path) == ["no_permission", "no_permission", ("text", TEXT)]
    (tmp_path / "closed").chmod(0o700)


def test_every_error_names_file_and_remedy(file: Write, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    file("bad.jsonl", b'{"id": 7}\n')
    file("empty.txt", b"")
    file("x.pdf", b"%PDF")
    errors = list(captures([str(tmp_path), str(tmp_path / "none"), str(tmp_path / "x.pdf")]))
    assert len(errors) == 6
    for error in errors:
        assert isinstance(error, SourceError)
        assert str(tmp_path) in str(error)
        assert error.remedy


LINES = [
    b'{"id": "a", "text": "2 dead", "url": "https://example.org/a", "published": "2022-11-11", "mine": [1]}',
    b"",
    b"{broken",
    b'{"id": "b", "text": "bad \xff byte"}',
    b'["a list"]',
    b'{"id": "c"}',
    b'{"id": "d", "text": "x", "html": "<p>x"}',
    b'{"id": "e", "text": "x", "published": "last week"}',
    b'{"id": "f", "text": "x", "published": "2022-11"}',
    b'{"id": "g", "html_base64": "%%%"}',
    b'{"id": 8, "html_base64": "PHA+NCBkZWFk"}',
    b'{"id": true, "text": "x"}',
    b'{"text": 4}',
    b'{"text": "x", "url": 4}',
    b"[" * 100_000,
]


def test_broken_lines_are_told_one_by_one(file: Write) -> None:
    found = list(captures([str(file("a.jsonl", b"\n".join(LINES)))]))
    told = [(entry.line, entry.content if isinstance(entry, Capture) else entry.code) for entry in found]
    assert told == [
        (1, b"2 dead"),
        (3, "not_json"),
        (4, "not_utf8"),
        (5, "not_a_record"),
        (6, "one_content"),
        (7, "one_content"),
        (8, "bad_published"),
        (9, b"x"),
        (10, "not_base64"),
        (11, b"<p>4 dead"),
        (12, "wrong_type"),
        (13, "wrong_type"),
        (14, "wrong_type"),
        (15, "not_json"),
    ]
    assert [error.id for error in found if isinstance(error, RecordError)] == [
        *(None, None, None, "c", "d", "e", "g", None, None, None, None)
    ]
    assert isinstance(found[0], Capture)
    assert json.loads(found[0].declared) == {
        "id": "a",
        "url": "https://example.org/a",
        "published": "2022-11-11",
        "content": "text",
        "extra": {"mine": [1]},
    }


def test_a_huge_line_is_refused_at_once_and_the_rest_is_read(file: Write) -> None:
    path = file("a.jsonl", b'{"text": "' + b"a" * (50 << 20) + b'"}\n{"text": "2 dead"}\n')
    begun = time.process_time()
    assert read(path) == ["line_too_long", ("record", b"2 dead")]
    assert time.process_time() - begun < 5
    assert LINE_BYTES < 50 << 20


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.dat"])
def test_a_huge_file_of_one_line_is_refused_at_once(file: Write, name: str) -> None:
    path = file(name, b"word " * (10 << 20))
    begun = time.process_time()
    assert read(path) == ["too_large"]
    assert time.process_time() - begun < 5


def test_a_record_may_be_no_longer_than_a_file(file: Write) -> None:
    path = file("a.jsonl", b'{"text": "' + b"a" * (TEXT_BYTES + 1) + b'"}\n')
    assert read(path) == ["too_large"]


def test_counting(file: Write, tmp_path: Path) -> None:
    lines = file("a.jsonl", b'{"text": "2 dead"}\n\nbroken\n')
    page = file("a.html", PAGE)
    assert count([str(lines), str(page)]) == 3
    assert count([str(tmp_path / "none.txt")]) == 1  # it will be told, so it counts
    assert count([str(page), "-"]) is None


def test_reading_twice_gives_the_same_hash(file: Write) -> None:
    path = str(file("a.html", PAGE))
    first, second = next(iter(captures([path]))), next(iter(captures(["./" + os.path.relpath(path)])))
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert first.sha256 == second.sha256
    assert second.address == os.path.relpath(path)
