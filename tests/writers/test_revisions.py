"""What changed between two revisions: figures gained, lost, changed; and the words of the article alone."""

from __future__ import annotations

from io import StringIO

import pytest

from documents import capture
from tallywire import pipeline
from tallywire.claims.article import Delivery
from tallywire.claims.revision import Revision
from tallywire.writers.revisions import Change, changes, render
from tallywire.writers.terminal import Look

HEAD = "Shelling of the market\n\n"
COMMENTS = "\n\n2 Comments\n\nJohn says:\n\nI heard that {} people were killed.\n"


def revision(number: int, text: str, **fields: object) -> Revision:
    page = capture(HEAD + text)
    size = len(page.content)
    return Revision("page.txt", 0, number, page.fetched, page.sha256, size, None, pipeline.reading(page))


def compared(before: str, after: str) -> Change:
    first, second = changes([revision(1, before), revision(2, after)])
    assert (first.gained, first.lost, first.changed, first.text) == ((), (), (), ())
    return second


DEAD = "Officials said 12 people were killed in the shelling on Friday."
HURT = "The governor said 30 people were wounded there on Friday."

CASES = {
    # before, after: how many were gained, lost, changed
    "nothing": (DEAD, DEAD, (0, 0, 0)),
    "a number": (DEAD, DEAD.replace("12", "14"), (0, 0, 1)),
    "a bound": (DEAD, DEAD.replace("12", "at least 12"), (0, 0, 1)),
    "who says it": (DEAD, DEAD.replace("Officials", "Witnesses"), (0, 0, 1)),
    "one more": (DEAD, f"{DEAD}\n\n{HURT}", (1, 0, 0)),
    "one less": (f"{DEAD}\n\n{HURT}", HURT, (0, 1, 0)),
    "the order": (f"{DEAD}\n\n{HURT}", f"{HURT}\n\n{DEAD}", (0, 0, 0)),
    "another thing altogether": (DEAD, HURT, (1, 1, 0)),
    "the same kind in another sentence": (DEAD, "In Sumy rockets hit two houses at night, and killed 3.", (1, 1, 0)),
    "words without figures": (f"{DEAD}\n\nIt rained.", f"{DEAD}\n\nIt snowed.", (0, 0, 0)),
}


@pytest.mark.parametrize(("before", "after", "wanted"), CASES.values(), ids=CASES)
def test_figures(before: str, after: str, wanted: tuple[int, int, int]) -> None:
    found = compared(before, after)
    assert (len(found.gained), len(found.lost), len(found.changed)) == wanted
    assert bool(found.text) == (before != after)


def test_words_stand_beside_those_that_they_replace() -> None:
    found = compared("One.\n\nTwo.\n\nThree.", "One!\n\nTwo.\n\nThree!\n\nFour.")
    assert found.text == ("-One.", "+One!", "-Three.", "+Three!", "+Four.")


def test_comments_are_not_compared() -> None:
    found = compared(DEAD + COMMENTS.format(50), DEAD + COMMENTS.format(60))
    assert (found.gained, found.lost, found.changed, found.text) == ((), (), (), ())


PAGE = """\
page.txt, revision 1
 fetched 2022-11-12T00:00:00+00:00 · 87 bytes · 1 figure · Shelling of the
 market

page.txt, revision 2
 fetched 2022-11-12T00:00:00+00:00 · 146 bytes · 2 figures · Shelling of the
 market
 ~  12 people killed (Officials) → 14 people killed (Officials): “Officials said
    14 people were killed in the shelling on Friday.”
 +  30 people wounded (The governor): “The governor said 30 people were wounded
    there on Friday.”
 in its words:
   - Officials said 12 people were killed in the shelling on Friday.
   + Officials said 14 people were killed in the shelling on Friday.
   + The governor said 30 people were wounded there on Friday.

page.txt, revision 3
 fetched 2022-11-12T00:00:00+00:00 · 149 bytes · 2 figures · Shelling of the
 market
 Nothing of the article itself changed.
"""


def test_the_page() -> None:
    second = f"{DEAD.replace('12', '14')}\n\n{HURT}"
    out = StringIO()
    render([revision(1, DEAD), revision(2, second), revision(3, second + "\n \n")], out, shown=Look(80, color=False))
    assert out.getvalue() == PAGE


def test_where_it_came_from_is_said_where_it_is_not_where_it_was_asked() -> None:
    page = capture(HEAD + DEAD, "https://a.example/old")
    delivery = Delivery("https://a.example/new", 200)
    one = Revision(page.address, 0, 1, page.fetched, page.sha256, 87, delivery, pipeline.reading(page))
    out = StringIO()
    render([one], out, shown=Look(80, color=False))
    assert " given by https://a.example/new\n" in out.getvalue()
