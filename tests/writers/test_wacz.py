"""A web archive of a ledger's pages: it reads back as its captures, and every digest and offset is right."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from archives import Saved, archive, page
from contents import contents
from documents import capture
from tallywire import pipeline
from tallywire.claims.article import Capture
from tallywire.claims.errors import UsageError
from tallywire.collect import wacz as reader
from tallywire.writers import wacz

FRIDAY = "2022-11-11T09:30:00+00:00"
HTML = capture("<p>Офіційно: 12 загиблих.</p>", "https://news.example/a?page=2#top", media="html", fetched=FRIDAY)
CAPTURES = [
    HTML,
    replace(HTML, fetched="2022-11-12T09:30:00.250000+00:00"),  # seen again
    capture("12 died", "https://NEWS.example:8080/Ä b", media="html", declared='{"charset":"cp1251"}'),
    capture("12 died", "pages/friday #1.txt"),
    capture("12 died", "/srv/pages/friday.txt"),
    capture("12 died", "-:0a1b"),
    capture('{"a":1}', "feed.jsonl", media="record", line=7, declared='{"content":"text","id":"ü\\n","lang":"uk"}'),
    capture("<p>13 died</p>", "feed.jsonl", media="record", line=8, declared='{"content":"html"}'),
    capture('{"outlet":"Kharkiv Desk"}', "https://t.me/kharkiv_desk/7", media="message"),
    capture("MIME-Version: 1.0\r\n\r\n12 died", "saved.mhtml", media="mhtml"),
    capture("%PDF-1.4\0", "update.pdf", media="pdf"),
]


def packed(*captures: Capture) -> bytes:
    out = io.BytesIO()
    wacz.write_captures([(one, f"Page {place}" if place else None) for place, one in enumerate(captures)], out)
    return out.getvalue()


def test_it_reads_back_as_the_captures_it_was_made_of() -> None:
    read = list(reader.captures(io.BytesIO(packed(*CAPTURES)), "a.wacz", "2026-01-01T00:00:00+00:00"))
    wanted = [replace(one, archived=True) for one in CAPTURES]
    # A space is no part of a URL: it stands in it as %20.
    wanted[2] = replace(wanted[2], address="https://NEWS.example:8080/Ä%20b")
    assert read == wanted


def test_its_parts_are_what_its_lists_say() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(*CAPTURES))) as package:
        assert {one.compress_type for one in package.infolist()} == {zipfile.ZIP_STORED}
        about = package.read("datapackage.json")
        said = json.loads(about)
        assert (said["profile"], said["wacz_version"]) == ("data-package", "1.1.1")
        for one in said["resources"]:
            content = package.read(one["path"])
            assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert one["bytes"] == len(content)
        digest = json.loads(package.read("datapackage-digest.json"))
        assert digest == {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(about).hexdigest()}"}
        first, *pages = package.read("pages/pages.jsonl").decode().splitlines()
        assert json.loads(first)["format"] == "json-pages-1.0"
        assert [json.loads(line).get("title") for line in pages] == [
            None,
            *(f"Page {n}" for n in range(1, len(CAPTURES))),
        ]
        assert json.loads(pages[0])["ts"] == "2022-11-11T09:30:00Z"
        lines = package.read("indexes/index.cdx").decode().splitlines()
        data = package.read("archive/data.warc.gz")
    assert lines == sorted(lines)
    assert [line.split(" {")[0] for line in lines][:2] == [
        "example,news)/a?page=2 20221111093000",
        "example,news)/a?page=2 20221112093000",
    ]
    for line in lines:
        entry = json.loads(line.split(" ", 2)[2])
        start = int(entry["offset"])
        record = gzip.decompress(data[start : start + int(entry["length"])])
        assert record.startswith(b"WARC/1.1\r\nWARC-Type: resource\r\n")
        assert f"WARC-Target-URI: {entry['url']}\r\n".encode() in record
        assert f"WARC-Payload-Digest: {entry['digest']}\r\n".encode() in record


def test_the_same_captures_are_the_same_bytes() -> None:
    assert packed(*CAPTURES) == packed(*CAPTURES)


ADDRESSES = [
    ("https://news.example/a?b=ü", "https://news.example/a?b=ü"),
    ("https://news.example/a\r\nX: b", "https://news.example/a%0D%0AX:%20b"),
    ("pages/ä.txt", "file:pages/%C3%A4.txt"),
    ("/srv/a.txt", "file:///srv/a.txt"),
    ("-:0a1b", "file:-%3A0a1b"),
]


@pytest.mark.parametrize(("address", "uri"), ADDRESSES)
def test_an_address_as_a_uri(address: str, uri: str) -> None:
    assert wacz.uri(address) == uri


def test_a_ledger_s_pages_make_the_same_ledger(tmp_path: Path) -> None:
    archived = tmp_path / "news.warc.gz"
    later = Saved(body=page(13), date="2022-11-13T06:00:00Z")
    odd = Saved(
        "https://news.example/2", "<p>12 людей загинули</p>".encode("cp1251"), media="text/html; charset=cp1251"
    )
    archived.write_bytes(archive(Saved(), later, odd, form="gzip"))
    pipeline.read([str(archived)], tmp_path / "first.tally")
    with (tmp_path / "pages.wacz").open("wb") as out:
        pipeline.export("wacz", tmp_path / "first.tally", out)
    pipeline.read([str(tmp_path / "pages.wacz")], tmp_path / "second.tally")
    assert contents(tmp_path / "second.tally") == contents(tmp_path / "first.tally")


def test_a_choice_of_claims_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(page(12))
    pipeline.read([str(tmp_path / "page.html")], tmp_path / "war.tally")
    with pytest.raises(UsageError, match="holds pages"):
        pipeline.export("wacz", tmp_path / "war.tally", io.BytesIO(), at_least=0.5)
