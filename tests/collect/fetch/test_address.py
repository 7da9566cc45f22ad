"""Addresses as they may be asked for, whatever somebody or a page has written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallywire.claims.errors import SourceError
from tallywire.collect.fetch.address import host_of, joined, origin_of, proper

PROPER = {
    "https://site.example": "https://site.example/",
    " HTTPS://Site.Example:443/a?b=1#part\n": "https://site.example/a?b=1",
    "http://site.example:80/": "http://site.example/",
    "http://site.example:8080/": "http://site.example:8080/",
    "http://bücher.example/ä": "http://xn--bcher-kva.example/%C3%A4",
    "http://site.example?b=1#part": "http://site.example/?b=1",
    "http://[2606:2800::1]/": "http://[2606:2800::1]/",
}


@pytest.mark.parametrize(("said", "asked"), PROPER.items())
def test_proper(said: str, asked: str) -> None:
    assert proper(said) == asked


JOINED = {
    "/d": "https://a.example/d",
    "d": "https://a.example/b/d",
    "../d?x=1": "https://a.example/d?x=1",
    "//c.example/d": "https://c.example/d",
    "https://c.example/d": "https://c.example/d",
    "#part": "https://a.example/b/c",
}


@pytest.mark.parametrize(("said", "asked"), JOINED.items())
def test_joined(said: str, asked: str) -> None:
    assert joined("https://a.example/b/c", said) == asked


# Pieces that together are addresses, nearly addresses, and nonsense.
PIECES = ["http://", "https://", "//", "a.example", "[::1]", "[", "]", ":", "80", "99999", "@", "#", "?", "%", "%zz"]
PIECES += ["\x00", "\x9b", "ё", "。", "xn--", "xn--a", "..", "/", "\\", " ", "\n", "a" * 300, "1.2.3.4", "0x7f"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_whatever_is_written_is_proper_or_told(said: str) -> None:
    for read in (proper, lambda words: joined("https://a.example/b", words)):
        asked = answer(read, said)
        if isinstance(asked, SourceError):
            assert str(asked).isprintable()
        else:
            assert proper(asked) == asked
            assert host_of(asked)
            assert origin_of(asked).startswith("http")


def answer(read: Callable[[str], str], said: str) -> str | SourceError:
    try:
        return read(said)
    except SourceError as error:
        return error
