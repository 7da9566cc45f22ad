"""Tallies and reproductions, whole, as plain text."""

from dataclasses import replace
from datetime import date, timedelta
from io import StringIO

from cases import fit, match
from tallywire.claims.finding import Cell, LeftOut
from tallywire.claims.fit import Fit
from tallywire.writers import table
from tallywire.writers.terminal import Look

PLAIN = Look(80, color=False)
STAFF = "General Staff of the Armed Forces of Ukraine"
WEEK = Cell(
    period="2022-11-05/2022-11-11",
    side="Russia",
    kind="killed",
    what="combatant",
    claimant=STAFF,
    low=4560,
    best=4560,
    high=4560,
    policy="a row for each source",
    as_of="2022-11-11",
    used=("p1", "p2"),
    left_out=(),
    derivation="79,400 - 74,840 = 4,560",
)
LEFT = (LeftOut("c9", "a question"),)
OVER = replace(WEEK, claimant="Ukraine", best=None, high=None, low=4000, derivation="one claim", left_out=LEFT)

TALLY = """\
combatants killed, Russia; policy: a row for each source

period                  claimant                  low       best      high
5-11 November 2022      General Staff of the      4,560     4,560     4,560
                        Armed Forces of Ukraine
5-11 November 2022      Ukraine                   4,000     -         -

HOW EACH CAME ABOUT
 -  5-11 November 2022, General Staff of the Armed Forces of Ukraine: 79,400 -
    74,840 = 4,560
 -  5-11 November 2022, Ukraine: one claim
    left out: c9 (a question)

As known on 11 November 2022. Every number is a claim of the claimant named
beside it, unverified.
"""

FIT = """\
4,560: consistent with 1 of 1,619 windows
Searched: seven-day windows of personnel

WHAT GIVES IT, BY RANK
 1.  5-11 November 2022 (7 days), personnel, exactly: 79,400 - 74,840 = 4,560
     rank

WHAT THAT PROVES
 -  1,619 windows searched, 1 fits.
 -  95,000 windows of any length from 1 to 60 days, 13 fit.
 -  An invented figure of this size and roundness would fit this search 40 % of
    the time.
 -  Nothing fixes the window.
 -  Ranked by: exact first

WHAT WAS AT HAND
 -  example: 25 February 2022 - 8 August 2026 (1,626 days with a report)

Every number is a claim of the claimant named beside it, unverified.
"""


def tally(*rows: Cell) -> str:
    out = StringIO()
    table.cells(rows, out, shown=PLAIN)
    return out.getvalue()


def reproduction(found: Fit) -> str:
    out = StringIO()
    table.fit(found, out, shown=PLAIN)
    return out.getvalue()


def test_the_whole_tally() -> None:
    assert tally(WEEK, OVER) == TALLY


def test_an_empty_tally_says_so() -> None:
    assert tally() == "No claim or series at hand gives such a tally.\n"


def test_the_whole_reproduction() -> None:
    assert reproduction(fit("w", 4560, match(4560))) == FIT


def test_a_window_fixed_by_the_text_is_called_reproduced() -> None:
    shown = reproduction(fit("w", 4560, match(4560), fixed_by="published 2022-11-11"))
    assert shown.startswith("4,560: reproduced\n")
    assert "The window is fixed by published 2022-11-11." in shown


def test_nothing_that_gives_it_names_the_nearest() -> None:
    shown = reproduction(fit("w", 4650, nearest=match(4560), fits=0))
    assert shown.startswith("4,650: not reproduced\n")
    assert "(90 away)" in " ".join(shown.split())


def test_of_many_matches_the_first_ten_are_named() -> None:
    ends = [date(2022, 11, 11) + timedelta(days=step) for step in range(25)]
    shown = reproduction(fit("w", 4560, *(match(4560, end=end) for end in ends)))
    assert " 10. " in shown
    assert " 11. " not in shown
    assert "and 15 more windows" in shown
