"""Sources of every sort for bulk readings, and the ledger that one process makes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archives import Saved, archive, numbered, package, page
from pdfs import pdf
from tallywire import pipeline
from telegrams import page as channel
from telegrams import post

AGAIN = Saved("https://news.example/1", page(77), date="2022-11-13T06:00:00Z")
AS_BEFORE = Saved("https://news.example/2", page(2), date="2022-11-13T06:00:00Z")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Pages, lines and archives, some of them damaged, wrong or of another kind; cut into many shards."""
    folder = tmp_path_factory.mktemp("sources")
    for number in range(1, 20):
        (folder / f"{number:02}.html").write_bytes(page(number + 500))
    (folder / "empty.html").touch()
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    records = [json.dumps({"id": str(number), "text": f"Officials said {number} people died."}) for number in range(90)]
    records[13] = "no record"
    (folder / "lines.jsonl").write_text("\n".join(records), encoding="utf-8")
    wrong = Saved("https://news.example/wrong", fields=(("WARC-Block-Digest", "sha1:AAAA"),))
    picture = Saved("https://news.example/picture", media="image/png")
    pages = numbered(60)
    damaged = archive(*pages[:25], picture, wrong, form="gzip") + bytes(50) + archive(*pages[25:], form="gzip")
    (folder / "news.warc.gz").write_bytes(damaged + archive(AGAIN, AS_BEFORE, picture, form="gzip"))
    (folder / "old.warc").write_bytes(archive(*pages[:10], AGAIN)[:-30])
    (folder / "crawl.wacz").write_bytes(package({"archive/data.warc.gz": archive(*pages[5:9], form="gzip")}))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "update.pdf").write_bytes(pdf([["Officials said 31 people were killed."]]))
    posts = (post(number, f"Officials said {number} people died.") for number in (7, 8, 9))
    (folder / "channel.html").write_text(channel(*posts, post(10)), encoding="utf-8")
    return [str(folder), str(folder / "nowhere.txt")]


@pytest.fixture(scope="module")
def alone(sources: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of one process."""
    path = tmp_path_factory.mktemp("alone") / "war.tally"
    pipeline.read(sources, path)
    return path


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards so small that few sources make many."""
    monkeypatch.setattr("tallywire.bulk.shards.SHARD_FILES", 3)
    monkeypatch.setattr("tallywire.collect.pieces.WARC_PAGES", 7)
    monkeypatch.setattr("tallywire.collect.pieces.LINES_BYTES", 500)
