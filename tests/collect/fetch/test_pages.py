"""What a site gives, as captures and articles: kinds of content, and letters under any charset."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from pdfs import pdf
from served import HOST, Reply, Site, page, site, to
from tallywire import pipeline
from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.articles import article
from tallywire.collect.fetch import is_address
from tallywire.collect.fetch.manners import Manners
from tallywire.collect.fetch.pages import captures
from tallywire.writers.contract import ErrorRecord
from telegrams import page as channel
from telegrams import post

QUICK = Manners(private=(HOST,), pause=0.0, wait=0.01, attempts=1)
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.org/a\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n'
    b"Content-Location: https://e.org/a\r\n\r\n" + page() + b"\r\n----b--\r\n"
)
UKRAINIAN = "<html><body><p>За добу загинуло 12 людей, повідомив голова обласної адміністрації.</p></body></html>"


@pytest.fixture
def here() -> Iterator[Site]:
    with site() as running:
        yield running


def found(*addresses: str) -> list[Capture | SourceError]:
    return list(captures(addresses, QUICK, "0"))


def only(here: Site, reply: Reply) -> Capture | SourceError:
    here.routes["/story"] = reply
    (one,) = found(here.at("/story"))
    return one


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("https://site.example/story", True),
        ("HTTP://SITE.EXAMPLE", True),
        ("ftp://site.example/", True),
        ("file:/etc/hostname", True),
        ("data:text/html,a", True),
        ("page.html", False),
        ("C:/pages/a.html", False),
        ("report:2.txt", False),
        ("-", False),
    ],
)
def test_what_is_meant_as_an_address(source: str, meant: bool) -> None:
    assert is_address(source) is meant


CONTENTS = {
    # what the server says it is, what it is: the media it is read as, or the fault
    "HTML": ("text/html; charset=utf-8", page(), "html"),
    "XHTML": ("application/xhtml+xml", b'<?xml version="1.0"?>' + page(), "html"),
    "HTML that is said to be text": ("text/plain", page(), "html"),
    "HTML that is said to be anything": ("application/octet-stream", page(), "html"),
    "HTML of which nothing is said": ("", page(), "html"),
    "text": ("text/plain", b"Officials said 12 people were killed.", "text"),
    "a feed": ("application/rss+xml", b'<?xml version="1.0"?>\n<rss version="2.0"></rss>', "feed"),
    "a feed that is said to be HTML": ("text/html", b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
    "a sitemap": ("text/xml", b"<!-- made at noon --><urlset></urlset>", "feed"),
    "a JSON Feed": ("application/json", b'{"version": "https://jsonfeed.org/version/1.1"}', "feed"),
    "other JSON": ("application/json", b'[\n{"a": 1}]', "data_set"),
    "a PDF": ("application/pdf", pdf([["Officials said 12 people were killed."]]), "pdf"),
    "a PDF that is said to be HTML": ("text/html", pdf([["Officials said 12 people were killed."]]), "pdf"),
    "a page that a browser saved": ("multipart/related", SAVED, "mhtml"),
    "an archive": ("application/zip", b"PK\x03\x04....", "not_text"),
    "a picture that is said to be HTML": ("text/html", b"\x89PNG....", "not_text"),
    "nothing": ("text/html", b"", "empty"),
    "blanks": ("text/html", b" \n ", "empty"),
}


CHARSETS = {
    # the server's charset, the page's own, the bytes': whether the letters come out right
    "both right": ("windows-1251", "windows-1251", "cp1251"),
    "only the server says": ("windows-1251", None, "cp1251"),
    "only the page says": (None, "windows-1251", "cp1251"),
    "the server's Latin-1 is everybody's": ("ISO-8859-1", "windows-1251", "cp1251"),
    "the server is wrong, UTF-8 shows": ("windows-1251", None, "utf-8"),
    "the page is wrong, UTF-8 shows": (None, "windows-1251", "utf-8"),
    "the page was written anew on its way": ("koi8-u", "windows-1251", "koi8-u"),
    "a charset that is none": ("no-such-charset", "windows-1251", "cp1251"),
    "a codec that is no charset": ("base64", "windows-1251", "cp1251"),
    "another codec that is no charset": ("idna", "windows-1251", "cp1251"),
    "the server's cannot be": ("euc-kr", "windows-1251", "cp1251"),
    "quoted": ('"windows-1251"', None, "cp1251"),
}


@pytest.mark.allow_hosts([HOST])
class TestOfARealSite:
    @pytest.mark.parametrize(("said", "content", "read"), CONTENTS.values(), ids=CONTENTS)
    def test_kinds_of_content(self, here: Site, said: str, content: bytes, read: str) -> None:
        one = only(here, Reply(content, headers={"Content-Type": said} if said else {}))
        assert (one.media if isinstance(one, Capture) else one.code) == read

    @pytest.mark.parametrize(("server", "own", "used"), CHARSETS.values(), ids=CHARSETS)
    def test_letters(self, here: Site, server: str | None, own: str | None, used: str) -> None:
        content = UKRAINIAN.replace("<html>", f'<html><head><meta charset="{own}"></head>' if own else "<html>")
        said = f"text/html; charset={server}" if server else "text/html"
        one = only(here, Reply(content.encode(used), headers={"Content-Type": said}))
        assert isinstance(one, Capture)
        assert "За добу загинуло 12 людей" in article(one).text

    def test_a_mark_goes_before_what_the_server_says(self, here: Site) -> None:
        content = b"\xef\xbb\xbf" + UKRAINIAN.encode()
        one = only(here, Reply(content, headers={"Content-Type": "text/html; charset=windows-1251"}))
        assert isinstance(one, Capture)
        assert "За добу загинуло 12 людей" in article(one).text

    def test_packed_on_its_way(self, here: Site) -> None:
        one = only(here, Reply(gzip.compress(page()), headers={"Content-Encoding": "gzip"}))
        assert isinstance(one, Capture)
        assert one.content == page()

    def test_the_same_bytes_are_the_same_capture_as_a_file_s(self, here: Site, tmp_path: object) -> None:
        one = only(here, Reply(page()))
        assert isinstance(one, Capture)
        assert (one.declared, one.line) == ("{}", None)

    def test_the_address_that_answered_is_the_article_s(self, here: Site) -> None:
        here.routes |= {"/old": to("/story"), "/story": Reply(page())}
        (one,) = found(here.at("/old"))
        assert isinstance(one, Capture)
        assert (one.address, article(one).url, article(one).outlet) == (
            here.at("/old"),
            here.at("/story"),
            f"{HOST}:{here.port}",
        )

    def test_records_at_an_address(self, here: Site) -> None:
        lines = b'{"id": "1", "text": "12 died."}\n{"id": "2", "text": "13 died."}\n'
        here.routes["/story"] = Reply(lines, headers={"Content-Type": "application/x-ndjson"})
        read = found(here.at("/story"))
        assert [one.line for one in read if isinstance(one, Capture)] == [1, 2]

    def test_messages_at_an_address(self, here: Site) -> None:
        here.routes["/s/kharkiv_desk"] = Reply(channel(post(7, "12 died."), post(9, "13 died.")).encode())
        read = [one for one in found(here.at("/s/kharkiv_desk")) if isinstance(one, Capture)]
        assert [one.address for one in read] == ["https://t.me/kharkiv_desk/7", "https://t.me/kharkiv_desk/9"]
        assert {one.delivery.url for one in read if one.delivery} == {here.at("/s/kharkiv_desk")}
        assert [article(one).url for one in read] == [one.address for one in read]

    def test_answers_come_in_the_order_of_the_addresses(self, here: Site) -> None:
        here.routes |= {f"/{number}": Reply(page(number), silence=0.02 * (3 - number)) for number in range(3)}
        addresses = [here.at(f"/{number}") for number in range(3)] + ["ftp://a.example/", here.at("/missing")]
        assert [one.address if isinstance(one, Capture) else one.where for one in found(*addresses)] == addresses

    def test_check_of_an_address(self, here: Site) -> None:
        here.routes["/story"] = Reply(page(14))
        case = pipeline.check(here.at("/story"), manners=QUICK)
        assert [figure.best for figure in case.reading.figures] == [14]


def test_extract_fetches_nothing() -> None:
    (one,) = pipeline.extract_sources(["https://site.example/story"])
    assert isinstance(one, ErrorRecord)
    assert one.error.code == "not_fetched"
