"""Lists of pages of every kind, right and broken: what they name, and what they say of it."""

from __future__ import annotations

import contextlib
import gzip
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallywire.claims.errors import SourceError
from tallywire.collect.feeds import looks_like_list
from tallywire.collect.feeds.listing import Entry, Listing, when
from tallywire.collect.feeds.read import read

HERE = "https://site.example/news/feed"
STORY = "https://site.example/news/story"


def listed(content: str | bytes) -> Listing:
    return read(content.encode() if isinstance(content, str) else content, HERE)


def refused(content: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(content, HERE)
    return caught.value


def said(entry: Entry) -> tuple[str, str | None, str | None, str | None]:
    return entry.address, entry.title, entry.published, entry.updated


def rss(items: str, root: str = '<rss version="2.0">') -> str:
    return f"<?xml version='1.0'?>{root}<channel><title>The Daily Example</title>{items}</channel></rss>"


def atom(entries: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Example</title>{entries}</feed>'


ENTRIES: dict[str, tuple[str, tuple[str, str | None, str | None, str | None]]] = {
    "RSS": (
        rss(
            "<item><title>12 killed</title><link>https://site.example/news/story</link>"
            "<pubDate>Fri, 11 Nov 2022 00:30:00 +0200</pubDate></item>"
        ),
        (STORY, "12 killed", "2022-11-11T00:30:00+02:00", None),
    ),
    "RSS without a version, of its own address": (
        rss("<item><link>story</link></item>", "<rss>"),
        (STORY, None, None, None),
    ),
    "RSS with a guid that is the address": (
        rss('<item><guid isPermaLink="true">https://site.example/news/story</guid></item>'),
        (STORY, None, None, None),
    ),
    "RSS that knows other vocabularies": (
        rss(
            '<item><atom:link rel="self" href="https://site.example/other"/><link>/news/story</link>'
            "<media:title>a picture</media:title><dc:date>2022-11-11T09:00:00Z</dc:date></item>"
        ),
        (STORY, None, "2022-11-11T09:00:00+00:00", None),
    ),
    "RSS 1.0": (
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            f'<channel rdf:about="a"/><item><title>12 killed</title><link>{STORY}</link></item></rdf:RDF>'
        ),
        (STORY, "12 killed", None, None),
    ),
    "Atom": (
        atom(
            '<entry><title type="html">12 killed</title><link rel="self" href="/self"/><link href="story"/>'
            "<published>2022-11-11T09:00:00+02:00</published><updated>2022-11-12T09:00:00Z</updated></entry>"
        ),
        (STORY, "12 killed", "2022-11-11T09:00:00+02:00", "2022-11-12T09:00:00+00:00"),
    ),
    "Atom under a prefix": (
        (
            '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>12 killed</a:title>'
            '<a:link href="/news/story"/></a:entry></a:feed>'
        ),
        (STORY, "12 killed", None, None),
    ),
    "Atom whose entry was taken from another feed": (
        atom('<entry><source><title>Other</title><link href="/other"/></source><link href="/news/story"/></entry>'),
        (STORY, None, None, None),
    ),
    "in windows-1251": (
        (
            "<?xml version='1.0' encoding='windows-1251'?><rss><item><title>12 людей</title><link>story</link></item>"
            "</rss>"
        ),
        (STORY, "12 людей", None, None),
    ),
    "a news sitemap": (
        (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> https://site.example/news/story\n</loc>'
            "<news:news><news:publication><news:name>Example</news:name></news:publication>"
            "<news:publication_date>2022-11-11</news:publication_date><news:title>12 killed</news:title></news:news>"
            "<lastmod>2022-11-12T10:00:00+00:00</lastmod></url></urlset>"
        ),
        (STORY, "12 killed", "2022-11-11", "2022-11-12T10:00:00+00:00"),
    ),
    "an outline": (
        (
            '<opml version="2.0"><body><outline text="News"><outline text="Example" xmlUrl="story"/></outline>'
            '<outline text="no feed"/></body></opml>'
        ),
        (STORY, "Example", None, None),
    ),
    "addresses": ("\ufeff# mine\n\nhttps://site.example/news/story#top\n", (STORY, None, None, None)),
}


@pytest.mark.parametrize(("content", "entry"), ENTRIES.values(), ids=ENTRIES)
def test_one_entry(content: str, entry: tuple[Any, ...]) -> None:
    found = listed(content.encode("cp1251") if "windows-1251" in content else content)
    assert [said(one) for one in found.entries] == [entry]
    assert found.problems == ()


def test_json_feed() -> None:
    item = {"url": STORY, "title": "12 killed", "date_published": "2022-11-11T09:00:00Z"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Example", "items": [item, {"id": 7}]}
    found = listed(json.dumps(feed, indent=1))
    assert [said(one) for one in found.entries] == [(STORY, "12 killed", "2022-11-11T09:00:00+00:00", None)]
    assert [one.code for one in found.problems] == ["entries_unread"]


def test_an_index_of_sitemaps_names_lists() -> None:
    found = listed("<sitemapindex><sitemap><loc>https://site.example/1.xml</loc></sitemap></sitemapindex>")
    assert (found.kind, found.names_lists, found.entries[0].address) == (
        "sitemap index",
        True,
        "https://site.example/1.xml",
    )


def test_a_packed_sitemap() -> None:
    content = gzip.compress(f"<urlset><url><loc>{STORY}</loc></url></urlset>".encode())
    assert [one.address for one in listed(content).entries] == [STORY]
    assert refused(content[:-9]).code == "garbled"
    assert refused(gzip.compress(bytes(60 << 20))).code == "too_large"


# --- what is broken -------------------------------------------------------------------------------------------------

MENDED = {
    "an ampersand that is none": rss("<item><link>https://site.example/news/story?a=1&b=2</link></item>"),
    "a word of HTML": rss(f"<item><title>12&nbsp;killed</title><link>{STORY}</link></item>"),
    "a tag of HTML that is left open": rss(f"<item><title>12<br>killed</title><link>{STORY}</link></item>"),
    "cut off": rss(f"<item><link>{STORY}</link></item><item><title>13 kil")[:-20],
    "a letter that is none": rss(f"<item><title>12\x0b killed</title><link>{STORY}</link></item>"),
    "words of HTML in a section": rss(
        "<item><description><![CDATA[<title>no title</title><link>/no</link>]]></description>"
        f"<link>{STORY}</link> & </item>"
    ),
    "Atom with an ampersand": atom(f'<entry><link rel="self" href="/no"/><link href="{STORY}"/>A & B</entry>'),
    "a link that is left open": rss(f"<item><link>{STORY}<title>12 killed</title></item>"),
    "a picture's title first": rss(f"<item><media:title>no & title</media:title><link>{STORY}</link></item>"),
    "the end of another item": rss(f"</item><item><link>{STORY}</link></item>"),
    "bytes that are not UTF-8": rss(f"<item><title>12 людей</title><link>{STORY}</link></item>"),
}


@pytest.mark.parametrize("content", MENDED.values(), ids=MENDED)
def test_a_broken_feed_is_told_and_read(content: str) -> None:
    found = listed(content.encode("cp1251"))
    assert found.entries[0].address.startswith(STORY)
    assert "a=1" not in content or found.entries[0].address.endswith("?a=1&b=2")
    assert found.problems[0].code == "feed_broken"


HOSTILE = {
    "tags without an end": b"<rss><item>" + b"<a " * 300_000,
    "a name without an end": b"<rss><item><" + b"a" * 2_000_000,
    "signs that begin a tag": b"<rss><item><title>" + b"<" * 1_000_000,
    "ampersands": b"<rss><item><title>" + b"&" * 1_000_000,
    "items in items": b"<rss>" + b"<item>" * 200_000,
    "levels": b"<rss><item>" + b"<x>" * 300_000,
    "sections without an end": b"<rss><item><title>&" + b"<![CDATA[" * 100_000,
    "attributes without an end": b"<rss><item><link " + b"href='" * 200_000,
    "quotes": b"<rss><item a='" + b'"' * 1_000_000,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_feed_takes_no_longer_than_its_size(content: bytes) -> None:
    begun = time.process_time()
    with contextlib.suppress(SourceError):
        listed(content)
    assert time.process_time() - begun < 5


def test_a_broken_sitemap_gives_what_stands_before_the_fault() -> None:
    found = listed(f"<urlset><url><loc>{STORY}</loc></url><url><loc>https://site.exa")
    assert [one.address for one in found.entries] == [STORY]
    assert [one.code for one in found.problems] == ["feed_broken"]


def test_entries_that_name_no_page_are_counted() -> None:
    found = listed(
        rss(f"<item><title>a</title></item><item><link>{STORY}</link></item><item><link>file:///a</link></item>")
    )
    assert [one.address for one in found.entries] == [STORY]
    assert found.problems[0].message.startswith("2 of 3 entries")


def test_lines_that_are_no_addresses_are_told_with_their_number() -> None:
    found = listed(f"{STORY}\nhttps://b.example/\nsite.example\nftp://c.example/\n")
    assert len(found.entries) == 2
    assert [(one.line, one.code) for one in found.problems] == [(3, "bad_address"), (4, "scheme_refused")]


def test_words_of_its_own_stand_for_nothing() -> None:
    """A document of a kilobyte that would unfold to gigabytes."""
    words = "".join(f'<!ENTITY w{n + 1} "{f"&w{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE rss [<!ENTITY w0 "ha">{words}]><rss><item><title>&w9;</title><link>{STORY}</link></item></rss>'
    assert sum(len(one.title or "") for one in listed(bomb).entries) < 100_000


def test_no_file_of_this_machine_is_read() -> None:
    secret = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    found = listed(f"{secret}<rss><item><title>&f;</title><link>{STORY}</link></item></rss>")
    assert not any("root" in (one.title or "") for one in found.entries)


PAGE = b"<!doctype html><html><head>%s</head><body>Welcome</body></html>"
NO_FEEDS = {
    "a page": (PAGE % b"", "feed_is_page", "put its address into a list"),
    "a page that names its feed": (
        PAGE % b'<link rel="alternate" type="application/rss+xml" href="/rss.xml">',
        "feed_is_page",
        "https://site.example/rss.xml",
    ),
    "a page that names its other languages": (
        PAGE % b'<link rel="alternate" hreflang="uk" href="/uk">',
        "feed_is_page",
        "it names no feed",
    ),
    "nothing": (b" \n", "feed_empty", ""),
    "words": (b"Welcome to our site", "not_a_feed", ""),
    "other XML": (b"<note><to>you</to></note>", "not_a_feed", ""),
    "other JSON": (b'{"a": "https://site.example/"}', "not_a_feed", ""),
    "a JSON Feed cut off": (b'{"version": "https://jsonfeed.org/version/1", "items": [', "not_a_feed", ""),
    "a picture": (b"\x89PNG\r\n\x1a\n://", "not_a_feed", ""),
}


@pytest.mark.parametrize(("content", "code", "hint"), NO_FEEDS.values(), ids=NO_FEEDS)
def test_what_is_no_list_is_told_with_a_hint(content: bytes, code: str, hint: str) -> None:
    error = refused(content)
    assert (error.code, error.where) == (code, HERE)
    assert hint in error.remedy


# --- marks and dates ------------------------------------------------------------------------------------------------


def mark(title: str, date: str = "Fri, 11 Nov 2022 00:30:00 +0200") -> str:
    return (
        listed(rss(f"<item><title>{title}</title><link>{STORY}</link><pubDate>{date}</pubDate></item>")).entries[0].mark
    )


def test_a_mark_changes_with_what_is_said() -> None:
    assert mark("12 killed") == mark("12 killed")
    assert len({mark("12 killed"), mark("13 killed"), mark("12 killed", "Sat, 12 Nov 2022 00:30:00 +0200")}) == 3


WHEN = {
    "Fri, 11 Nov 2022 00:30:00 +0200": "2022-11-11T00:30:00+02:00",  # its own day, not that of UTC
    "11 Nov 22 09:30 GMT": "2022-11-11T09:30:00+00:00",
    "Fri, 11 Nov 2022 09:30:00 EST": "2022-11-11T09:30:00-05:00",
    "2022-11-11T09:30:00.123Z": "2022-11-11T09:30:00+00:00",
    "2022-11-11": "2022-11-11",
    "11 November 2022": "2022-11-11",
    "11 листопада 2022": "2022-11-11",
    "Fri, 31 Feb 2022 09:30:00 GMT": None,
    "Fri, 11 Nov 2022 09:30:00 +02009999999999999999999999": "2022-11-11",
    "Fri, 11 Nov 9999999999999 09:30:00 GMT": None,
    "yesterday": None,
    "": None,
}


@pytest.mark.parametrize(("words", "moment"), WHEN.items())
def test_when(words: str, moment: str | None) -> None:
    assert when(words) == moment


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_told_to_be_none(content: bytes) -> None:
    looks_like_list(content)
    try:
        read(content, HERE)
    except SourceError:
        return


@settings(deadline=None)
@given(st.integers(0, 300), st.sampled_from([0, 1, 2]))
def test_a_feed_cut_anywhere_or_with_a_byte_changed(at: int, byte: int) -> None:
    whole = rss(f"<item><title>12 killed</title><link>{STORY}</link></item>" * 2).encode()
    for content in (whole[:at], whole[:at] + bytes([byte]) + whole[at + 1 :]):
        try:
            read(content, HERE)
        except SourceError:
            continue
