"""Preview pages of Telegram: which messages they have, what each says, and what is no such page."""

import pytest

from tallywire.claims.article import Article, Capture, Extent
from tallywire.claims.errors import SourceError
from tallywire.collect.articles import article
from tallywire.collect.telegram_page import captures
from telegrams import forwarded, page, post, preview, reply

FETCHED = "2022-11-12T00:00:00+00:00"
LONE = post(41, "At least 12 people were killed in Kharkiv.")


def found(html: str, url: str | None = None) -> list[Capture | SourceError]:
    read = captures(html, "page.html", FETCHED, url)
    return [] if read is None else list(read)


def articles(html: str) -> list[Article]:
    return [article(one) for one in found(html) if isinstance(one, Capture)]


def one(html: str) -> Article:
    (only,) = articles(page(html))
    return only


def said(read: Article) -> list[tuple[str, str]]:
    return [(segment.kind, read.text[segment.start : segment.end]) for segment in read.segments]


def test_each_message_has_its_own_address_time_and_outlet() -> None:
    first, second = articles(page(LONE, post(44, "Rain.", time="2022-11-12T08:00:00+00:00")))
    assert (first.id, first.url) == ("https://t.me/kharkiv_desk/41",) * 2
    assert (first.outlet, first.published, first.modified) == ("Kharkiv Desk", "2022-11-11T09:30:00+00:00", None)
    assert (second.id, second.published) == ("https://t.me/kharkiv_desk/44", "2022-11-12T08:00:00+00:00")


# Markup of a message, and what it says.
TEXTS = [
    ("12 people\nwere   killed.", [("body", "12 people were killed.")]),
    ("Strike<br/><br/>12 killed<br/>30 hurt", [("body", "Strike"), ("body", "12 killed"), ("body", "30 hurt")]),
    ('<b>12</b> killed <tg-emoji emoji-id="1"><i class="emoji"><b>🙏</b></i></tg-emoji>', [("body", "12 killed 🙏")]),
    ("12 &amp; 3 dead &lt;b", [("body", "12 & 3 dead <b")]),
    ("<tg-spoiler>12 killed</tg-spoiler>", [("body", "12 killed")]),
    ('See <a href="https://e.org">the report</a>.', [("body", "See the report.")]),
    (
        "He wrote:<blockquote>12 killed</blockquote>No more.",
        [("body", "He wrote:"), ("embed", "12 killed"), ("body", "No more.")],
    ),
    ("12 killed<br/>Subscribe to our channel", [("body", "12 killed"), ("boilerplate", "Subscribe to our channel")]),
    (
        '12 killed<div class="tgme_widget_message_text js-message_text">in Izium</div>',
        [("body", "12 killed"), ("body", "in Izium")],
    ),
]


@pytest.mark.parametrize(("markup", "read"), TEXTS)
def test_the_words_of_a_message(markup: str, read: list[tuple[str, str]]) -> None:
    assert said(one(post(41, markup))) == read


def test_line_breaks_stand_in_the_text_as_they_were_set() -> None:
    assert one(post(41, "Losses:<br/>tanks ‒ 12<br/><br/>guns ‒ 30")).text == "Losses:\ntanks ‒ 12\n\nguns ‒ 30"


def test_what_is_answered_stands_apart_and_what_a_link_shows_is_that_page_s_to_say() -> None:
    read = one(post(42, "Now 14.", before=reply("12 killed"), after=preview("E.org", "Toll", "9 killed")))
    assert said(read) == [("embed", "12 killed"), ("body", "Now 14.")]


def test_views_and_subscribers_are_no_words_of_it() -> None:
    assert one(LONE).text == "At least 12 people were killed in Kharkiv."


FORWARDED = [
    (forwarded("Front Notes", "https://t.me/frontnotes/9"), ("Front Notes",), []),
    (forwarded("Front Notes", "https://t.me/c/1500/9"), ("Front Notes",), []),
    (forwarded("A. Person", "https://t.me/a_person"), (), ["forwarded"]),  # a person's page, not a message
    (forwarded("A. Person"), (), ["forwarded"]),
    ("", (), []),
]


@pytest.mark.parametrize(("before", "via", "notes"), FORWARDED)
def test_who_passed_it_on_if_a_channel(before: str, via: tuple[str, ...], notes: list[str]) -> None:
    read = one(post(41, "12 killed", before=before))
    assert (read.via, [note.code for note in read.notes]) == (via, notes)
    assert "Person" not in read.text


def test_an_edit_is_noted_for_its_time_is_not_told() -> None:
    assert [note.code for note in one(post(41, "12 killed", edited=True)).notes] == ["edited"]


ALBUM = '<div class="tgme_widget_message_grouped_wrap"><a href="https://t.me/kharkiv_desk/43?single"></a></div>'
PAGE = page(
    LONE, post(42, after=ALBUM), post(44, "pinned a message", service=True), post(45, "3 hurt"), post(46, "4 hurt")
)


def test_messages_without_words_are_counted_and_the_stretch_is_known() -> None:
    read = found(PAGE)
    assert [one.address for one in read if isinstance(one, Capture)] == [
        f"https://t.me/kharkiv_desk/{n}" for n in (41, 45, 46)
    ]
    *before, last = (one for one in read if isinstance(one, Capture))
    assert (last.passed, last.extent) == (2, Extent("https://t.me/kharkiv_desk/", 41, 46, ((41, 41), (45, 46))))
    assert all((one.passed, one.extent) == (0, None) for one in before)


SEARCHES = [
    (page(LONE, post(99, "Rain."), query="kharkiv"), None),
    (page(LONE, post(99, "Rain.")), "https://t.me/s/kharkiv_desk?q=kharkiv"),
    (page(LONE, post(99, "Rain."), post(9, "Rain.", channel="other_desk")), None),
]


@pytest.mark.parametrize(("html", "url"), SEARCHES, ids=["its form", "its address", "two channels"])
def test_results_of_a_search_are_no_whole_stretch(html: str, url: str | None) -> None:
    assert [one.extent for one in found(html, url) if isinstance(one, Capture)][-1] is None


def test_a_page_of_earlier_messages_is_whole() -> None:
    read = found(page(LONE, post(42, "Rain.")), "https://t.me/s/kharkiv_desk?before=43")
    assert [one.extent is not None for one in read if isinstance(one, Capture)] == [False, True]


def test_counts_that_grow_make_no_other_message() -> None:
    first, again = (found(html)[0] for html in (PAGE, PAGE.replace("12.4K", "13.1K").replace("48 000", "49 000")))
    assert isinstance(first, Capture)
    assert isinstance(again, Capture)
    assert first.sha256 == again.sha256


def test_only_pictures() -> None:
    (told,) = found(page(post(41, after=ALBUM), post(44, "pinned", service=True)))
    assert isinstance(told, SourceError)
    assert (told.code, told.message) == ("no_words", "only messages without words: 2")


ORDINARY = [
    "<p>The channel t.me/s/kharkiv_desk wrote that 12 people were killed.</p>",
    f"<article><h1>Strike</h1><p>The desk wrote on Friday:</p>{LONE}<p>It gave no source.</p></article>",
    "<pre>&lt;div class='tgme_widget_message' data-post='a/1'&gt;</pre><div class='tgme_channel_history'></div>",
    "",
]


@pytest.mark.parametrize("html", ORDINARY)
def test_a_page_that_shows_or_names_a_message_is_none_of_telegram_s(html: str) -> None:
    assert captures(html, "page.html", FETCHED) is None


def test_a_deep_page_is_cut_and_read() -> None:
    deep = post(41, "12 killed" + "<div>" * 100_000 + "in Izium")
    assert "12 killed" in articles(page(deep))[0].text
