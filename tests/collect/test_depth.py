"""Nested tags, and how many are left."""

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from tallywire.collect.depth import LEVELS, shallow

ORDINARY = "<div><ul>" + "<li>one<li>two<li>three" * 400 + "</ul><table>" + "<tr><td>1<td>2" * 400 + "</table></div>"
DEEP = [
    "<div>" * 100_000,
    "<span>" * 100_000 + "twelve" + "</span>" * 100_000,
    "<p><li><dd>" * 50_000,
    "<table><tr><td>" * 50_000,
    "".join(f"<font a={number}>" for number in range(20_000)) + "<p>x</p>" * 20_000,
]


def test_ordinary_pages_are_left_alone() -> None:
    assert shallow(ORDINARY).html == ORDINARY
    assert shallow("<p>" * 5000).cut == 0  # each closes the one before


@pytest.mark.parametrize("html", DEEP, ids=["div", "span", "items", "tables", "fonts"])
def test_deep_pages_are_cut_at_once(html: str) -> None:
    begun = time.process_time()
    found = shallow(html)
    assert found.cut > 0
    assert _depth(found.html) <= 2 * LEVELS  # the parser adds a body to each table, and html and body to the page
    assert time.process_time() - begun < 5  # the slow way takes minutes


def _depth(html: str) -> int:
    root = LexborHTMLParser(html).root
    deepest, waiting = 0, [(root, 1)] if root else []
    while waiting:
        node, level = waiting.pop()
        deepest = max(deepest, level)
        waiting.extend((child, level + 1) for child in node.iter())
    return deepest


def test_text_and_what_follows_are_kept() -> None:
    html = "<p>before</p>" + "<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after</p>"
    found = shallow(html)
    assert found.html == "<p>before</p>" + "<div>" * LEVELS + "deep" + "</div>" * LEVELS + "<p>after</p>"
    assert found.cut == 2 * (5000 - LEVELS)
