"""WACZ packages: the pages they list are read, and a part that is not what its digest says is told."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from archives import Saved, archive, numbered, package, page
from tallywire.claims.article import Capture
from tallywire.collect.files import captures as of_files
from tallywire.collect.wacz import captures

DATA = archive(*numbered(3), form="gzip")


def pages(*urls: str) -> bytes:
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *({"url": url} for url in urls)]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def seen(content: bytes, member: str | None = None) -> list[str]:
    """The last letter of each address, the code of each error."""
    found = captures(io.BytesIO(content), "a.wacz", "2026-01-01T00:00:00+00:00", member)
    return [one.address[-1] if isinstance(one, Capture) else one.code for one in found]


ONE, TWO = "https://news.example/1", "https://news.example/2"
MOVED = Saved("https://news.example/old", status="301 Moved", head="Location: /2\r\n")
PACKAGES = [
    (package({"archive/data.warc.gz": DATA}), ["1", "2", "3"]),
    (package({"archive/b.warc.gz": DATA, "archive/a.warc": archive(Saved("https://news.example/0"))}), list("0123")),
    (package({"archive/data.warc.gz": DATA, "pages/pages.jsonl": pages(ONE + "#top", TWO)}), ["1", "2", "skipped"]),
    (package({"archive/data.warc.gz": DATA, "pages/pages.jsonl": pages()}), ["1", "2", "3"]),
    (
        package({"archive/a.warc": archive(MOVED, *numbered(2)), "pages/pages.jsonl": pages(MOVED.uri)}),
        ["2", "skipped"],
    ),
    (
        package({"archive/a.warc": DATA, "pages/pages.jsonl": pages(ONE), "pages/extraPages.jsonl": pages(TWO)}),
        ["1", "2", "skipped"],
    ),
    (package({"archive/data.warc.gz": DATA}, {"archive/data.warc.gz": f"sha256:{'0' * 64}"}), ["wrong_digest", *"123"]),
    (package({"archive/data.warc.gz": DATA}, {"archive/other.warc.gz": "sha256:00"}), ["wrong_digest", *"123"]),
    (package({"archive/data.warc.gz": DATA}, {"archive/data.warc.gz": "xxh:00"}), ["1", "2", "3"]),
    (package({"pages/pages.jsonl": pages(ONE)}), ["empty"]),
    (b"PK\x03\x04 and so on", ["not_wacz"]),
    (b"", ["not_wacz"]),
]


@pytest.mark.parametrize(("content", "found"), PACKAGES, ids=range(len(PACKAGES)))
def test_a_package(content: bytes, found: list[str]) -> None:
    assert seen(content) == found


def test_a_package_without_its_list_is_told_and_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("archive/data.warc.gz", DATA)
    assert seen(out.getvalue()) == ["no_package_list", "1", "2", "3"]


def test_one_archive_of_a_package() -> None:
    content = package({"archive/a.warc": archive(Saved("https://news.example/0")), "archive/b.warc.gz": DATA})
    assert seen(content, "archive/a.warc") == ["0"]
    assert seen(content, "archive/b.warc.gz") == ["1", "2", "3"]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_damaged_part_is_told_and_what_is_whole_is_read(compression: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        file.writestr("archive/data.warc.gz", archive(*numbered(400), form="gzip"))
        file.writestr("archive/other.warc", archive(Saved("https://news.example/0")))
    content = out.getvalue()
    middle = len(content) // 2
    found = seen(content[:middle] + bytes(50) + content[middle + 50 :])
    assert found[0] == "no_package_list"
    assert "damaged" in found
    assert found[-1] == "0"
    assert len(found) > 100


def test_an_encrypted_part_is_told() -> None:
    content = package({"archive/data.warc": archive(*numbered(1))})
    # The flag of encryption, in the part's own head and in the list at the end of the file.
    locked = content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01", 1)
    place = locked.index(b"PK\x01\x02") + 8
    locked = locked[:place] + b"\x01" + locked[place + 1 :]
    assert seen(locked) == ["wrong_digest", "damaged"]


def test_a_package_is_a_source_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(package({"archive/data.warc.gz": DATA}))
    found = list(of_files([str(tmp_path)]))
    assert [one.content for one in found if isinstance(one, Capture)] == [page(1), page(2), page(3)]
    assert len(found) == 3
