"""What pages say of themselves, and which of their words is trusted."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from tallywire.collect.html import page
from tallywire.collect.metadata import Metadata, metadata


def said(head: str, body: str = "", url: str | None = None) -> Metadata:
    return metadata(LexborHTMLParser(f"<html lang='en-GB'><head>{head}</head><body>{body}</body></html>"), url)


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def og(**fields: str) -> str:
    return "".join(f'<meta property="og:{name}" content="{value}">' for name, value in fields.items())


TITLES = [
    ("<title>Bridge falls | The Courier</title>" + og(site_name="The Courier"), "", "Bridge falls"),
    ("<title>The Courier - Bridge falls</title>" + og(site_name="The Courier"), "", "Bridge falls"),
    ("<title>Bridge falls - World | Courier.example</title>", "<h1>Bridge falls</h1>", "Bridge falls"),
    (og(title="Bridge falls in storm") + ld(headline="Bridge falls in night of storm"), "", "Bridge falls in storm"),
    (og(title="All our news of today") + ld(headline="Bridge falls in storm"), "", "Bridge falls in storm"),
    (ld(headline="Tom &amp; Jerry return"), "", "Tom & Jerry return"),
    ("<title>12 killed - 40 hurt - in Kharkiv</title>", "", "12 killed - 40 hurt - in Kharkiv"),
    ("", "<h1>Bridge falls</h1>", "Bridge falls"),
    # JSON-LD and the title element agree against a heading made for show
    (
        "<title>Bridge falls, three dead | World</title>"
        + ld(headline="Bridge falls, three dead")
        + og(title="Bridge falls"),
        "<h1>Bridge falls</h1>",
        "Bridge falls, three dead",
    ),
    (
        "<title>Bridge is down</title>" + ld(headline="Bridge falls, three dead") + og(title="Bridge falls"),
        "<h1>Bridge falls</h1>",
        "Bridge falls",
    ),
    ("", "", None),
]


@pytest.mark.parametrize(("head", "body", "title"), TITLES)
def test_titles(head: str, body: str, title: str | None) -> None:
    assert said(head, body).title == title


DATES = [
    (
        ld(datePublished="2022-11-11T09:30:00Z") + '<meta name="date" content="2020-01-01">',
        "",
        "2022-11-11T09:30:00+00:00",
    ),
    ('<meta property="article:published_time" content="2022-11-11T09:30:00+02:00">', "", "2022-11-11T09:30:00+02:00"),
    ('<meta name="sailthru.date" content="November 11th, 2022">', "", "2022-11-11"),
    ("", "", None),
    (ld(datePublished="not yet"), "", None),
]


@pytest.mark.parametrize(("head", "body", "published"), DATES)
def test_dates(head: str, body: str, published: str | None) -> None:
    assert said(head, body).published == published


def test_a_dated_address_is_the_last_resort() -> None:
    assert said("", url="https://courier.example/2022/11/11/bridge").published == "2022-11-11"


TEXT = "<p>Rescuers pulled four people from the ruins of a school in Kharkiv on Friday, the governor said.</p>"
COMMENTS = (
    '<div id="comments"><b class="author">Olha</b> <time datetime="2022-11-13">13 November</time><p>Sad.</p></div>'
)
SHOWN = [
    # above the text                                                         published     modified      where
    ('<time datetime="2022-11-11">11 November</time>', ("2022-11-11", None, "time")),
    ("<p class='date'>11 November 2022</p>", ("2022-11-11", None, "dateline")),
    ("<p>11 November 2022</p><p>Updated: 12 November 2022</p>", ("2022-11-11", "2022-11-12", "dateline")),
    ("", (None, None, None)),  # the day of a comment is not the article's
]


@pytest.mark.parametrize(("above", "dates"), SHOWN)
def test_dates_shown_above_the_text(above: str, dates: tuple[str | None, ...]) -> None:
    article = page(f"<article><h1>Four pulled from ruins</h1>{above}{TEXT * 3}</article>{COMMENTS}")
    where = next((one.where for one in article.stated if one.field == "published"), None)
    assert (article.published, article.modified, where) == dates


def test_what_is_said_to_machines_is_trusted_more_than_what_is_shown_and_both_are_kept() -> None:
    head = ld(datePublished="2022-11-11T09:30:00Z", author="Anna Bondar") + '<link rel="amphtml" href="/amp">'
    shown = '<p class="byline">By Ivan Koval</p><p class="date">12 November 2022</p>'
    article = page(f"<head>{head}</head><h1>Four pulled</h1>{shown}{TEXT * 3}", "https://courier.example/2022/11/10/x")
    kept = [(one.field, one.value, one.where) for one in article.stated if one.field in {"published", "authors"}]
    assert kept == [
        ("authors", "Anna Bondar", "json-ld"),
        ("published", "2022-11-11T09:30:00+00:00", "json-ld"),
        ("published", "2022-11-12", "dateline"),
        ("authors", "Ivan Koval", "byline"),
        ("published", "2022-11-10", "address"),
    ]
    assert (article.published, article.authors, article.amp) == (kept[1][1], ("Anna Bondar",), "/amp")


AUTHORS = [
    (ld(author={"@type": "Person", "name": "Anna Bondar"}), ("Anna Bondar",)),
    (ld(author=[{"name": "Anna Bondar"}, {"name": "Ivan Koval"}]), ("Anna Bondar", "Ivan Koval")),
    (ld(author="Anna Bondar and Ivan Koval"), ("Anna Bondar", "Ivan Koval")),
    ('<meta name="author" content="Anna Bondar">', ("Anna Bondar",)),
    ('<meta property="article:author" content="https://courier.example/anna">', ()),
]


@pytest.mark.parametrize(("head", "authors"), AUTHORS)
def test_authors(head: str, authors: tuple[str, ...]) -> None:
    assert said(head).authors == authors


def test_an_author_named_elsewhere_in_the_graph() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": "Bridge falls", "author": {"@id": "#anna"}, "publisher": {"@id": "#us"}},
        {"@type": "Person", "@id": "#anna", "name": "Anna Bondar"},
        {"@type": "Organization", "@id": "#us", "name": "The Courier"},
    ]
    found = said(f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>')
    assert (found.title, found.authors, found.outlet) == ("Bridge falls", ("Anna Bondar",), "The Courier")


def test_language_outlet_and_address() -> None:
    link = '<link rel="canonical" href="https://www.courier.example/bridge">'
    found = said(link, url="https://courier.example/bridge?x=1")
    assert (found.lang, found.url, found.outlet) == ("en-GB", "https://www.courier.example/bridge", "courier.example")


BROKEN = ["{", "[1, 2]", '"text"', "null", '{"@type": 4}', '{"@type": "NewsArticle", "author": 5}', "[" * 50_000]


@pytest.mark.parametrize("script", BROKEN, ids=range(len(BROKEN)))
def test_broken_descriptions_are_passed_over(script: str) -> None:
    found = said(f'<script type="application/ld+json">{script}</script>', "<h1>Bridge falls</h1>")
    assert found.title == "Bridge falls"
