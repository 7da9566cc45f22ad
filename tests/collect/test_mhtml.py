"""Pages saved as one MIME file: which part is the page, how it is encoded, where and when it was saved."""

import base64
import quopri
import time
from contextlib import suppress

import pytest

from tallywire.claims.article import Saved
from tallywire.claims.errors import SourceError
from tallywire.collect.mhtml import is_mhtml, snapshot

STORY = "<html><body><p>За добу загинули 12 людей, сказав губернатор.</p></body></html>"
FRAME = "<html><body><p>Buy 2 shirts</p></body></html>"
URL = "https://e.org/a"
PICTURE = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://e.org/a.png\r\n\r\niVBORw0KGgo="


def part(
    html: str, *, encoding: str = "quoted-printable", charset: str = "", location: str = URL, id: str = ""
) -> bytes:
    """One page as a part; without a charset it is UTF-8 and does not say so."""
    content = html.encode(charset or "utf-8")
    body = {
        "quoted-printable": quopri.encodestring(content),
        "base64": base64.encodebytes(content),
        "binary": content,
    }[encoding]
    kind = f"text/html; charset={charset}" if charset else "text/html"
    named = f"Content-ID: {id}\r\n" if id else ""
    head = (
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n{named}Content-Location: {location}\r\n\r\n"
    )
    return head.encode() + body


def mhtml(
    *parts: bytes | str, start: str = "", url: str = URL, kind: str = "related", boundary: str = "--Part_7"
) -> bytes:
    """The whole file, as Chrome writes it."""
    named = f"Snapshot-Content-Location: {url}\r\n" if url else ""
    begins = f'; start="{start}"' if start else ""
    head = (
        f"From: <Saved by Blink>\r\n{named}Subject: =?utf-8?Q?=D0=94?=\r\nDate: Fri, 11 Nov 2022 14:00:00 +0200\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/{kind};\r\n\ttype="text/html"{begins};\r\n'
        f'\tboundary="{boundary}"\r\n\r\n'
    )
    mark = b"\r\n--" + boundary.encode()
    held = [one.encode() if isinstance(one, str) else one for one in parts]
    return head.encode() + b"".join(mark + b"\r\n" + one for one in held) + mark + b"--\r\n"


def said(content: bytes) -> str:
    return snapshot(content, "a.mhtml").page.text.strip()


WHOLE = [
    mhtml(part(STORY), PICTURE),
    mhtml(PICTURE, part(STORY)),
    mhtml(part(STORY, encoding="base64"), PICTURE),
    mhtml(part(STORY, encoding="binary", charset="windows-1251")),
    mhtml(part(STORY, charset="no-such-charset".replace("no-such-charset", "utf-8"))),
    mhtml(part(FRAME, location="https://ads.example/f"), part(STORY)),  # by the snapshot's address
    mhtml(part(FRAME, id="<f@x>"), part(STORY, id="<s@x>"), start="<s@x>", url=""),  # by the start
    mhtml(part(STORY, location="cid:frame-1@mhtml.blink"), part(FRAME, location="https://ads.example/f")),  # the first
    mhtml(mhtml(part(STORY), PICTURE, boundary="inner").split(b"MIME-Version: 1.0\r\n")[1], PICTURE),  # parts in a part
    mhtml(part(STORY), PICTURE).replace(b"\r\n", b"\n"),
    mhtml(part(STORY), PICTURE)[:-90],  # cut off
    b"\r\n\r\n" + mhtml(part(STORY)),
]


@pytest.mark.parametrize("content", WHOLE)
def test_the_page_is_found_among_the_parts(content: bytes) -> None:
    assert said(content) == STORY


def test_where_and_when_it_was_saved() -> None:
    found = snapshot(mhtml(part(STORY)), "a.mhtml")
    assert (found.url, found.saved) == (URL, Saved("MHTML", None, "2022-11-11T14:00:00+02:00"))
    bare = mhtml(part(STORY), url="").replace(b"Date: Fri, 11 Nov 2022 14:00:00 +0200", b"Date: a Friday")
    assert (snapshot(bare, "a").url, snapshot(bare, "a").saved) == (URL, Saved("MHTML"))


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("Mon, 14 Nov 2022 10:00:00 -0000", "2022-11-14T10:00:00+00:00"),
        ("Mon, 14 Nov 2022 10:00:00 +0330", "2022-11-14T10:00:00+03:30"),
        ("Mon, 14 Nov 2022 10:00:00", "2022-11-14"),  # whose time it is, is not said
        ("Mon, 34 Nov 2022 10:00:00 -0000", None),
        ("", None),
    ],
)
def test_the_day_it_was_saved(said: str, at: str | None) -> None:
    content = mhtml(part(STORY)).replace(b"Fri, 11 Nov 2022 14:00:00 +0200", said.encode())
    assert snapshot(content, "a").saved == Saved("MHTML", None, at)


def test_old_browsers_save_a_page_without_parts() -> None:
    head = b'From: "Saved by Windows Internet Explorer 8"\r\nMIME-Version: 1.0\r\n'
    content = head + part(STORY, charset="utf-8")
    assert is_mhtml(content)
    assert (said(content), snapshot(content, "a").url) == (STORY, URL)


def test_a_misnamed_charset_is_the_page_s_own_to_tell() -> None:
    cyrillic = f"<meta charset='windows-1251'>{STORY}"
    content = mhtml(
        part(cyrillic, encoding="binary", charset="windows-1251").replace(b"charset=windows-1251", b"charset=x-none")
    )
    assert said(content) == cyrillic


BROKEN_BASE64 = b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n%% PHA+MTI=! no (\xff"


def test_base64_is_read_as_far_as_it_goes() -> None:
    assert said(mhtml(BROKEN_BASE64)).startswith("<p>12")


NO_PAGE = [
    mhtml(PICTURE),
    mhtml(),
    b"From: <Saved by Blink>\r\n",
    b"",
    mhtml(part(STORY)).replace(b"boundary", b"bound"),
]


@pytest.mark.parametrize("content", NO_PAGE)
def test_a_file_without_a_page_says_so(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.mhtml: no page of HTML"):
        snapshot(content, "a.mhtml")


NESTED = b"".join(b"--b%d\r\nContent-Type: multipart/related; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(20_000))
HOSTILE = [
    mhtml(NESTED, boundary="b0"),
    mhtml(*[b"Content-Type: image/png\r\n\r\nx"] * 60_000),
    mhtml(b"Content-Type: text/html\r\n" + b"X-A: b\r\n" * 500_000),
    mhtml(b"Content-Type: text/html; " + b'a="' * 1_000_000 + b"\r\n\r\n"),
    mhtml(b"--" * 2_000_000, boundary="-"),
]


@pytest.mark.parametrize("content", HOSTILE, ids=["nested", "parts", "header", "parameters", "marks"])
def test_hostile_files_take_no_time(content: bytes) -> None:
    begun = time.process_time()
    with suppress(SourceError):
        snapshot(content, "a")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (mhtml(part(STORY)), True),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a", True),
        (b"From: Ann\nTo: Ben\nSubject: 12 killed\n\nDear Ben,", False),  # a letter
        (b"From: the front line\n\nSaved by neighbours, two men lived.", False),
        (b"Date: 11 November\n\nThe article explains that Content-Type: multipart/related is a header.", False),
        (b"<!doctype html><p>Content-Type: multipart/related", False),
    ],
)
def test_what_is_such_a_file(head: bytes, is_one: bool) -> None:
    assert is_mhtml(head) is is_one
