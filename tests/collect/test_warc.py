"""WARC archives: which records are read, and what is said of each that is damaged, wrong or of another kind."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import resource
import sys
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter
from hypothesis import given, settings
from hypothesis import strategies as st

from archives import ENDS, Form, Open, Saved, archive, compressed, numbered, packed, page
from pdfs import pdf
from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.articles import article
from tallywire.collect.files import captures as of_files
from tallywire.collect.files import count
from tallywire.collect.warc import Skipped, captures
from tallywire.collect.warc_walk import DAMAGES, Damage, Stretch, Walk

NOW = "2026-01-01T00:00:00+00:00"
FORMS: list[Form] = ["plain", "gzip", "zstd"]


def read(content: bytes, stretch: Stretch | None = None) -> list[Capture | SourceError]:
    return list(captures(io.BytesIO(content), "a.warc", NOW, stretch))


def seen(content: bytes) -> list[str | bytes]:
    """The content of each capture, the code of each error."""
    return [found.content if isinstance(found, Capture) else found.code for found in read(content)]


def brotli(content: bytes) -> bytes:
    out = Open()
    writer = BrotliWriter(out)
    writer.write(content)
    writer.close()
    return out.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_an_archive_is_read_page_by_page(form: Form, tmp_path: Path) -> None:
    path = tmp_path / f"news{ENDS[form]}"
    path.write_bytes(archive(*numbered(3), form=form))
    found = list(of_files([str(path)]))
    assert [(one.address, one.media, one.content, one.fetched) for one in found if isinstance(one, Capture)] == [
        (f"https://news.example/{number}", "html", page(number), "2022-11-12T06:00:00+00:00") for number in (1, 2, 3)
    ]
    assert len(found) == 3
    assert count([str(path)]) is None


PAGE = page(12)
TEXT = b"Officials said 12 people were killed.\n"
PDF = pdf([["Officials said 12 people were killed."]])
RECORDS = [
    (Saved(), [PAGE]),
    (Saved(media="application/xhtml+xml"), [PAGE]),
    (Saved(media="TEXT/HTML ;charset=x"), [PAGE]),
    (Saved(media="text/plain", body=TEXT), [TEXT]),
    (Saved(kind="resource"), [PAGE]),
    (Saved(kind="conversion", media="text/plain", body=TEXT), [TEXT]),
    (Saved(media="application/pdf", body=PDF), [PDF]),
    (Saved(kind="request"), []),
    (Saved(kind="metadata", media="application/warc-fields"), []),
    (Saved(kind="warcinfo", media="application/warc-fields"), []),
    (Saved(kind="revisit"), []),
    (Saved(uri="<https://news.example/1>"), [PAGE]),
    (Saved(status="404 Not Found"), ["skipped"]),
    (Saved(status="301 Moved", head="Location: /2\r\n"), ["skipped"]),
    (Saved(media="image/png"), ["skipped"]),
    (Saved(uri="dns:news.example", kind="resource", media="text/dns"), ["skipped"]),
    (Saved(uri="metadata://crawl/log", kind="resource", media="text/plain", body=TEXT), ["skipped"]),
    (Saved(uri=""), ["no_address"]),
    (Saved(body=b""), ["empty"]),
    (Saved(body=b" \n"), ["empty"]),
    (Saved(body=b"\0" * 5000), ["not_text"]),
    (Saved(body=b"%PDF-1.7 and so on"), ["not_text"]),
    (Saved(body=PAGE + b"\0" * 5), ["not_text"]),
    (Saved(body=PAGE * 40 + b"\0" * 5), [PAGE * 40 + b"\0" * 5]),
    (Saved(date="yesterday"), ["no_date", PAGE]),
    (Saved(fields=(("WARC-Truncated", "length"),)), ["cut_short", PAGE]),
    (Saved(media="text/plain", body=b"a" * (4 << 20) + b"b"), ["too_large"]),
    (Saved(body=b"a" * (16 << 20) + b"b"), ["too_large"]),
]


@pytest.mark.parametrize(("saved", "found"), RECORDS)
def test_a_record(saved: Saved, found: list[str | bytes]) -> None:
    assert seen(archive(saved)) == found


def chunked(content: bytes) -> bytes:
    return b"%x;name=value\r\n%s\r\n5\r\n%s\r\n0\r\n\r\n" % (len(content) - 5, content[:-5], content[-5:])


GZIPPED, BROTLI = gzip.compress(PAGE), brotli(PAGE)
BODIES = [
    # the body             the lines of the head                                      what is read
    (chunked(PAGE), "Transfer-Encoding: chunked\r\n", [PAGE]),
    (PAGE, "Transfer-Encoding: chunked\r\n", [PAGE]),  # joined by whoever archived it
    (chunked(PAGE)[:60], "Transfer-Encoding: chunked\r\n", ["bad_http"]),
    (GZIPPED, "Content-Encoding: gzip\r\n", [PAGE]),
    (PAGE, "Content-Encoding: gzip\r\n", [PAGE]),  # unpacked by whoever archived it
    (chunked(GZIPPED), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", [PAGE]),
    (GZIPPED[:60], "Content-Encoding: gzip\r\n", ["bad_http"]),
    (zlib.compress(PAGE), "Content-Encoding: deflate\r\n", [PAGE]),
    (zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate\r\n", [PAGE]),  # without its frame, as some servers do
    (BROTLI, "Content-Encoding: br\r\n", [PAGE]),
    (PAGE, "Content-Encoding: br\r\n", [PAGE]),
    (b"no Brotli", "Content-Encoding: br\r\n", ["bad_http"]),
    (compressed(PAGE, "zstd"), "Content-Encoding: zstd\r\n", [PAGE]),
    (gzip.compress(BROTLI), "Content-Encoding: br, gzip\r\n", [PAGE]),
    (PAGE, "Content-Encoding: secret\r\n", ["bad_http"]),
    (gzip.compress(b"0" * (64 << 20)), "Content-Encoding: gzip\r\n", ["too_large"]),
    (brotli(b"0" * (64 << 20)), "Content-Encoding: br\r\n", ["too_large"]),
    (compressed(b"0" * (64 << 20), "zstd"), "Content-Encoding: zstd\r\n", ["too_large"]),
    (gzip.compress(gzip.compress(b"0" * (64 << 20))), "Content-Encoding: gzip, gzip\r\n", ["too_large"]),
]


@pytest.mark.parametrize(("body", "head", "found"), BODIES, ids=range(len(BODIES)))
def test_a_body_is_unpacked(body: bytes, head: str, found: list[str | bytes]) -> None:
    assert seen(archive(Saved(body=body, head=head))) == found


CYRILLIC = "<p>Унаслідок обстрілу загинули 12 людей.</p>"
CHARSETS = [
    ("text/html; charset=windows-1251", CYRILLIC.encode("cp1251"), CYRILLIC, '{"charset":"windows-1251"}'),
    ("text/html; charset=windows-1251", CYRILLIC.encode(), CYRILLIC, "{}"),  # the bytes say what they are
    ("text/html; charset=rot13", CYRILLIC.encode(), CYRILLIC, "{}"),
    ("text/html", b'<meta charset="cp1251">' + CYRILLIC.encode("cp1251"), CYRILLIC, "{}"),
    ('text/html; charset="KOI8-U"', CYRILLIC.encode("koi8-u"), CYRILLIC, '{"charset":"koi8-u"}'),
    ("text/html; charset=koi8-u", b'<meta charset="cp1251">' + CYRILLIC.encode("koi8-u"), CYRILLIC, None),
]


@pytest.mark.parametrize(("media", "body", "says", "declared"), CHARSETS, ids=range(len(CHARSETS)))
def test_the_server_s_charset_is_carried_where_it_matters(
    media: str, body: bytes, says: str, declared: str | None
) -> None:
    (found,) = read(archive(Saved(media=media, body=body)))
    assert isinstance(found, Capture)
    assert article(found).text == says.removeprefix("<p>").removesuffix("</p>")
    assert article(found).url == "https://news.example/1"
    assert declared in {None, found.declared}


def digest(content: bytes, algorithm: str = "sha1") -> str:
    return f"{algorithm}:{base64.b32encode(hashlib.new(algorithm, content).digest()).decode()}"


DIGESTS = [
    ("WARC-Payload-Digest", digest(PAGE), [PAGE]),
    ("WARC-Payload-Digest", f"sha256:{hashlib.sha256(PAGE).hexdigest()}", [PAGE]),
    ("WARC-Payload-Digest", digest(PAGE, "md5").rstrip("="), [PAGE]),
    ("WARC-Payload-Digest", "xxh64:1234", [PAGE]),  # an algorithm that is not known tells nothing
    ("WARC-Payload-Digest", digest(PAGE[1:]), ["wrong_digest", PAGE]),
    ("WARC-Block-Digest", digest(PAGE), ["wrong_digest", PAGE]),
    ("WARC-Block-Digest", "sha1:", [PAGE]),
]


@pytest.mark.parametrize(("name", "value", "found"), DIGESTS)
def test_a_wrong_digest_is_told_and_the_record_is_read(name: str, value: str, found: list[str | bytes]) -> None:
    assert seen(archive(Saved(fields=((name, value),)))) == found


def test_the_digest_of_a_chunked_body_may_be_that_of_the_joined_one() -> None:
    saved = Saved(
        body=chunked(PAGE), head="Transfer-Encoding: chunked\r\n", fields=(("WARC-Payload-Digest", digest(PAGE)),)
    )
    assert seen(archive(saved)) == [PAGE]


def test_what_was_passed_over_is_counted_by_kind() -> None:
    content = archive(Saved(media="image/png"), Saved(), Saved(media="image/png"), Saved(status="404 Not Found"))
    (_, told) = read(content)
    assert isinstance(told, Skipped)
    assert told.counts == (("image/png", 2), ("status 404", 1))
    assert "image/png 2, status 404 1" in str(told)


# --- damage ----------------------------------------------------------------------------------------------------------


def numbers(content: bytes) -> list[int | str]:
    """Which of the numbered pages are read, and the codes of what is told between them."""
    return [
        int(found.address.rpartition("/")[2]) if isinstance(found, Capture) else found.code for found in read(content)
    ]


def parts(form: Form) -> list[bytes]:
    return [packed(saved, form) for saved in numbered(5)]


@pytest.mark.parametrize("form", FORMS)
def test_a_record_that_is_cut_off_is_told_and_those_after_it_are_read(form: Form) -> None:
    one, two, three, *_ = parts(form)
    assert numbers(one + two[: len(two) * 3 // 4] + three)[0] == 1
    assert numbers(one + two[: len(two) * 3 // 4] + three)[-1] == 3
    assert {"damaged", "truncated", "wrong_digest"} & set(numbers(one + two[: len(two) * 3 // 4] + three))
    assert numbers(one + two + three[: len(three) * 3 // 4])[:2] == [1, 2]
    assert numbers(one + two + three[: len(three) * 3 // 4])[2:] in (["truncated"], ["damaged"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "rubbish", [b"\0" * 4000, b"rubbish " * 40, b"\x1f\x8b\x08\0\0\0", b"WARC/1.1 and so on\r\n"], ids=range(4)
)
def test_rubbish_between_records_is_told_and_passed(form: Form, rubbish: bytes) -> None:
    one, two, three, *_ = parts(form)
    found = numbers(one + rubbish + two + three)
    assert [number for number in found if isinstance(number, int)] == [1, 2, 3]
    assert set(found) <= {1, 2, 3, "damaged"}


@pytest.mark.parametrize("form", ["gzip", "zstd"])
def test_a_record_with_wrong_bytes_is_told_and_passed(form: Form) -> None:
    one, two, three, *_ = parts(form)
    middle = len(two) // 2
    assert numbers(one + two[:middle] + bytes(20) + two[middle + 20 :] + three) == [1, "damaged", 3]


LENGTHS = [
    ("99", [1, "wrong_digest", 3]),  # what is left over is no record
    ("999999", [1, "truncated", 3]),
    ("-5", [1, "damaged", 3]),
    ("abc", [1, "damaged", 3]),
    (str(2**70), [1, "damaged", 3]),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("length", "found"), LENGTHS)
def test_a_record_with_a_wrong_length(form: Form, length: str, found: list[int | str]) -> None:
    one, _, three, *_ = parts(form)
    wrong = packed(Saved("https://news.example/2", fields=(("Content-Length", length),)), form)
    read_now = numbers(one + wrong + three)
    assert read_now[0] == 1
    assert read_now[-1] == 3
    assert found[1] in read_now


NO_ARCHIVES = [b"\0" * 100_000, b"hello\n" * 1000, b"\x1f\x8b\x08" + b"\0" * 1000, b"\x28\xb5\x2f\xfd" * 9, page(3)]


@pytest.mark.parametrize("content", NO_ARCHIVES, ids=range(len(NO_ARCHIVES)))
def test_what_is_no_archive_is_told_once(content: bytes) -> None:
    assert numbers(content) == ["damaged"]


def test_an_empty_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.touch()
    assert [str(found.code) for found in of_files([str(path)]) if isinstance(found, SourceError)] == ["empty"]


def test_a_file_of_nothing_but_damage_is_left_at_last() -> None:
    found = numbers(b"WARC/1.1\r\nnonsense\r\n\r\n" * (DAMAGES + 50))
    assert found == ["damaged"]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
def test_a_record_of_two_gigabytes_is_told_and_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "news.warc.gz"
    length, mebibyte = 2 << 30, b"0" * (1 << 20)
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/2\r\nContent-Length: {length}\r\n"
    squeeze = zlib.compressobj(wbits=31)
    with path.open("wb") as file:
        file.write(packed(numbered(1)[0], "gzip"))
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        file.write(squeeze.compress(f"{head}Content-Type: application/http\r\n\r\n".encode() + http))
        for _ in range((length - len(http)) >> 20):
            file.write(squeeze.compress(mebibyte))
        file.write(squeeze.compress(mebibyte[: (length - len(http)) & 0xFFFFF] + b"\r\n\r\n") + squeeze.flush())
        file.write(packed(numbered(3)[2], "gzip"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = [one.address[-1] if isinstance(one, Capture) else one.code for one in of_files([str(path)])]
    assert found == ["1", "too_large", "3"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORMS), st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=30)), max_size=4))
def test_whatever_is_broken_nothing_escapes(form: Form, breaks: list[tuple[int, bytes]]) -> None:
    content = archive(*numbered(5), form=form)
    for place, put in breaks:
        at = place % len(content)
        content = content[:at] + put + content[at + len(put) // 2 :]
    found = [one.content for one in read(content) if isinstance(one, Capture)]
    assert len(found) <= 5 + 2 * len(breaks)


def told(found: list[Capture | SourceError]) -> list[Capture | str]:
    return [one if isinstance(one, Capture) else str(one) for one in found]


@pytest.mark.parametrize("form", FORMS)
def test_stretches_together_are_the_whole(form: Form) -> None:
    pieces = parts(form)
    pieces[2] = pieces[2][: len(pieces[2]) // 2]
    content = b"".join(pieces)
    whole = told(read(content))
    starts = [found.stream_pos for found in Walk(io.BytesIO(content), Stretch()) if not isinstance(found, Damage)]
    assert len(starts) >= 4
    for cut in starts:
        assert told(read(content, Stretch(0, cut)) + read(content, Stretch(cut))) == whole


def test_what_our_own_export_adds_is_read_back() -> None:
    declared = json.dumps({"id": "7", "published": "2022-11-11", "content": "text"})
    fields = (("Tallywire-Media", "record"), ("Tallywire-Line", "7"), ("Tallywire-Declared", declared))
    (found,) = read(archive(Saved("file:feeds/a%20b.jsonl", TEXT, kind="resource", media="text/plain", fields=fields)))
    assert isinstance(found, Capture)
    assert (found.address, found.media, found.line, found.declared) == ("feeds/a b.jsonl", "record", 7, declared)
    assert article(found).published == "2022-11-11"
    wrong = (*fields[:2], ("Tallywire-Declared", "no JSON"))
    assert seen(archive(Saved("file:a.jsonl", TEXT, kind="resource", media="text/plain", fields=wrong))) == [
        "bad_declared"
    ]
