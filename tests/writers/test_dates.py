"""The answer of `tallywire date`, whole, as plain text."""

from dataclasses import replace
from datetime import date
from io import StringIO

from tallywire.claims.fit import Coverage, Dates, DayFit
from tallywire.writers.dates import dates
from tallywire.writers.terminal import Look

FOUND = Dates(
    source="page.html",
    published="2022-11-12",
    outcome="dated",
    why="its figures fit together on 11 November 2022 and on no other day",
    days=(DayFit(date(2022, 11, 11), 2, ("4,560: 79,400 − 74,840 = 4,560", "710: 79,400 − 78,690 = 710")),),
    fits=1,
    searched=1626,
    chance=0.002,
    used=("4,560 (died)", "710 (casualties)"),
    left_out=("900 (killed)",),
    unused=("12 (wounded)",),
    series=("example",),
    coverage=(Coverage("example", date(2022, 2, 25), date(2026, 8, 8), 1626),),
    rank_rule="the rule",
)
PRINTED = """\
Dated: its figures fit together on 11 November 2022 and on no other day.
The page itself is dated 12 November 2022.

THE DAY
 1.  11 November 2022: 2 of 2 figures exactly
     4,560: 79,400 − 74,840 = 4,560
     710: 79,400 − 78,690 = 710

WHAT THAT PROVES
 -  1,626 days searched, 1 fits.
 -  Invented figures of these sizes and roundnesses would fit some day 0.2 % of
    the time.

FIGURES THAT DO NOT DATE IT
 -  900 (killed): fits no day together with the others
 -  12 (wounded): of no series at hand, or of no day that its words fix

WHAT WAS AT HAND
 -  example: 25 February 2022 - 8 August 2026 (1,626 days with a report)

A date is the day of the last report that the figures stand on. Every number is
a claim.
"""


def printed(found: Dates) -> str:
    out = StringIO()
    dates(found, out, shown=Look(80, color=False))
    return out.getvalue()


def test_a_dated_text() -> None:
    assert printed(FOUND) == PRINTED


def test_of_many_days_a_few_are_shown_and_the_rule_of_their_order() -> None:
    days = tuple(DayFit(date(2022, 11, day), 0, ()) for day in range(1, 21))
    said = printed(replace(FOUND, outcome="consistent", why="40 of 1,626 days fit", days=days, fits=40))
    assert "THE DAYS, BY RANK" in said
    assert " 5.  5 November 2022" in said
    assert " 6.  " not in said
    assert "and 35 more days" in said
    assert "Ranked by: the rule" in said


def test_an_undated_text_shows_no_days() -> None:
    said = printed(replace(FOUND, outcome="undated", why="no figure is read in it", days=(), fits=0, published=None))
    assert said.startswith("Undated: no figure is read in it.\nThe page itself is dated nowhere.\n")
    assert "THE DAY" not in said


def test_words_of_a_page_cannot_command_the_terminal() -> None:
    assert "\x1b" not in printed(replace(FOUND, unused=("12\x1b[2J (wounded)",)))
