"""From the text of a page back to its bytes."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.collect.decode import decoded
from tallywire.collect.html import page
from tallywire.collect.origin import byte_spans

PAGES = Path(__file__).parent.parent / "pages"
NAMES = sorted(file.stem for file in PAGES.glob("*.html"))
TEXT = "Rescuers pulled four people from the ruins of a school in Kharkiv on Friday"
MUTE = re.compile(r"<(script|style|svg|button|nav)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)


def letters(words: str) -> str:
    return "".join(unescape(words).replace("|", "").replace("•", "").split())


def shown(content: bytes, encoding: str) -> str:
    return letters(MUTE.sub("", content.decode(encoding, "replace")))


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_of_each_segment_hold_its_words(name: str) -> None:
    content = (PAGES / f"{name}.html").read_bytes()
    read = decoded(content)
    article = page(read.text)
    spans = byte_spans(article, content)
    assert len(spans) == len(article.segments)
    for segment, span in zip(article.segments, spans, strict=True):
        words = article.text[segment.start : segment.end]
        assert span is not None, words
        assert shown(content[span.start : span.end], read.encoding) == letters(words)


CASES = [
    # the page, and the bytes of its first paragraph
    (f"<p>{TEXT}, he said.</p>".encode(), f"{TEXT}, he said."),
    (f"<p>{TEXT} &amp; <b>more</b> &#8211; all.</p>".encode(), f"{TEXT} &amp; <b>more</b> &#8211; all."),
    (b"\xef\xbb\xbf" + f"<p>Їжак: {TEXT}.</p>".encode(), f"Їжак: {TEXT}."),
    (f"<meta charset=windows-1251><p>Взрыв: {TEXT}.</p>".encode("cp1251"), f"Взрыв: {TEXT}."),
    (f"<p>Взрыв: {TEXT}.</p>".encode("utf-16"), f"Взрыв: {TEXT}."),
]


@pytest.mark.parametrize(("content", "written"), CASES, ids=range(len(CASES)))
def test_bytes(content: bytes, written: str) -> None:
    read = decoded(content)
    (span,) = byte_spans(page(read.text), content)
    assert span is not None
    assert content[span.start : span.end].decode(read.encoding) == written


@given(st.binary(max_size=200), st.text(max_size=60))
def test_any_bytes_have_spans_within_them(junk: bytes, words: str) -> None:
    content = f"<p>{TEXT} {words}</p>".encode("utf-8", "replace") + junk
    for span in byte_spans(page(decoded(content).text), content):
        assert span is None or 0 <= span.start < span.end <= len(content)
