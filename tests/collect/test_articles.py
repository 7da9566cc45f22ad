"""Captures to articles: what a record declares, what its page says, and what is noted."""

import json
from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdfs import pdf
from tallywire.claims.article import Capture, Delivery, Media, Saved
from tallywire.claims.errors import SourceError
from tallywire.collect.articles import article

ONE = "Rescuers pulled four people from the ruins of a school in Kharkiv on Friday, the governor said."
PAGE = f"<html lang='uk'><head><meta name='date' content='2022-11-10'></head><body><p>{ONE}</p></body></html>"


def capture(said: str | bytes, media: Media = "text", line: int | None = None, **declared: object) -> Capture:
    encoded = said if isinstance(said, bytes) else said.encode("utf-8")
    return Capture("a/page.txt", media, encoded, "0" * 64, "2022-11-12T00:00:00+00:00", line, json.dumps(declared))


def test_a_text_is_kept_character_for_character() -> None:
    text = "\r\n Four pulled from ruins \t of school \r\n\r\n" + ONE + " \u00a0 \n"
    found = article(capture(text))
    assert found.text == text
    assert found.title == "Four pulled from ruins \t of school"
    assert [text[segment.start : segment.end] for segment in found.segments][1] == ONE


def test_ids() -> None:
    assert article(capture(ONE)).id == "a/page.txt"
    assert article(capture(ONE, "record", 7, content="text")).id == "a/page.txt:7"
    assert article(capture(ONE, "record", 7, content="text", id="x")).id == "x"


def test_what_a_record_declares_goes_first() -> None:
    declared: dict[str, Any] = {
        "content": "html",
        "url": "https://e.org/a",
        "published": "2022-11-11",
        "lang": "en",
        "extra": {"k": [1, None]},
    }
    found = article(capture(PAGE, "record", 1, **declared))
    assert (found.url, found.published, found.lang) == ("https://e.org/a", "2022-11-11", "en")
    assert json.loads(found.extra or "") == {"k": [1, None]}


def test_what_it_leaves_open_the_page_answers() -> None:
    found = article(capture(PAGE, "record", 1, content="html"))
    assert (found.published, found.lang, found.extra) == ("2022-11-10", "uk", None)


def test_a_month_alone_dates_nothing_and_is_noted() -> None:
    found = article(capture(ONE, "record", 1, content="text", published="2022-11"))
    assert found.published is None
    assert [note.code for note in found.notes] == ["published_vague"]


def test_a_page_in_a_json_string_is_not_decoded_twice() -> None:
    html = f"<meta charset='windows-1251'><p>{ONE} Шевченко.</p>"
    assert "Шевченко" in article(capture(html, "record", 1, content="html")).text
    assert "Шевченко" in article(capture(html.encode("cp1251"), "record", 1, content="html_base64")).text


def test_doubtful_bytes_are_noted() -> None:
    found = article(capture("Школа стояла порожня ще від весни.".encode("cp1251")))
    assert [note.code for note in found.notes] == ["encoding_guessed"]


@pytest.mark.parametrize("media", ["html", "text"])
@given(content=st.binary())
def test_any_bytes_become_an_article(media: Literal["html", "text"], content: bytes) -> None:
    found = article(capture(content, media))
    before = 0
    for segment in found.segments:
        assert before <= segment.start < segment.end <= len(found.text)
        before = segment.end


# --- saved pages and PDF files ---------------------------------------------------------------------------------------

COPIED = "https://web.archive.org/web/20221111120000id_/https://e.org/2022/11/10/a"
COPY = Saved("web.archive.org", COPIED, "2022-11-11T12:00:00+00:00")


@pytest.mark.parametrize("content", ["text", "html"])
def test_a_record_from_an_archive_has_the_original_s_address_and_day(content: str) -> None:
    found = article(capture(f"<p>{ONE}</p>", "record", 1, content=content, url=COPIED))
    assert (found.url, found.saved) == ("https://e.org/2022/11/10/a", (COPY,))
    assert found.published == ("2022-11-10" if content == "html" else None)  # by the original's address, not the copy's


def test_a_page_that_was_saved_from_an_archive() -> None:
    comment = f"<!-- saved from url=(0060){COPIED} -->"
    toolbar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>16 captures</p><!-- END WAYBACK TOOLBAR INSERT -->"
    found = article(capture(f"{comment}<html><body>{toolbar}<h1>Ruins</h1><p>{ONE}</p></body></html>", "html"))
    assert (found.url, found.outlet, found.saved) == ("https://e.org/2022/11/10/a", "e.org", (COPY, Saved("browser")))
    assert "captures" not in found.text


def test_a_page_s_own_address_goes_before_the_one_it_was_saved_from() -> None:
    comment, head = (
        "<!-- saved from url=(0025)https://e.org/story?utm=1 -->",
        "<link rel=canonical href=https://e.org/story>",
    )
    found = article(capture(f"{comment}<html><head>{head}</head><p>{ONE}</p>", "html"))
    assert found.url == "https://e.org/story"


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.org/a\r\nDate: Sat, 12 Nov 2022 08:00:00 -0000\r\n"
    f"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{PAGE}"
)


def test_a_saved_page_of_parts() -> None:
    found = article(capture(MHTML, "mhtml"))
    assert (found.id, found.url, found.published, found.lang) == ("a/page.txt", "https://e.org/a", "2022-11-10", "uk")
    assert [copy.by for copy in found.saved] == ["MHTML"]
    assert ONE in found.text


@pytest.mark.parametrize(("media", "content"), [("mhtml", b"MIME-Version: 1.0\r\n\r\n"), ("pdf", b"%PDF-1.4")])
def test_what_holds_nothing_is_told_with_its_place(media: Media, content: bytes) -> None:
    with pytest.raises(SourceError, match=r"a/page\.txt: "):
        article(capture(content, media))


def test_a_copy_that_was_fetched_from_an_archive() -> None:
    copy = "https://web.archive.org/web/20221112080000/https://e.org/story"
    found = article(replace(capture(PAGE, "html"), delivery=Delivery(copy, 200)))
    assert found.url == "https://e.org/story"
    assert [(one.by, one.address) for one in found.saved] == [("web.archive.org", copy)]


def test_a_pdf_is_an_article() -> None:
    found = article(capture(pdf([["Ruins of a school", "", ONE]]), "pdf"))
    assert (found.id, found.title) == ("a/page.txt", "Ruins of a school")
    assert ONE in found.text
