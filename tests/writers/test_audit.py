"""An audit, whole, as plain text."""

from dataclasses import replace
from datetime import date
from io import StringIO

from build import info
from tallywire.claims.audit import Anomaly, Audit
from tallywire.claims.fit import Coverage
from tallywire.claims.series import Correction
from tallywire.writers import audit
from tallywire.writers.terminal import Look

PLAIN = Look(80, color=False)
DAY = date(2022, 11, 2)
HIDDEN = Anomaly(
    "example",
    "tank",
    DAY,
    DAY,
    "change_differs",
    2,
    "the source states +10, its totals give +12: 2 more than it says",
    "112 (2 November 2022) − 100 (1 November 2022) = 12; 12 − 10 = 2",
)
FELL = Anomaly(
    "example",
    "tank",
    DAY,
    DAY,
    "total_fell",
    -2,
    "the running total fell by 2",
    "98 (2 November 2022) − 100 (1 November 2022) = −2",
    explained_by="the data set itself dates a correction of −2 to this day",
)
AT_ONCE = "tank +60 and ship +3 stand out at once"
TOGETHER = Anomaly("example", None, DAY, DAY, "stand_out_together", 2, AT_ONCE, sure="chance", chance=0.43)
GAP = Anomaly("example", None, DAY, date(2022, 11, 5), "missing", 4, "no report on 4 days")
FOUND = Audit(
    info("tank", "ship"),
    Coverage("example", date(2022, 11, 1), date(2022, 11, 11), 7),
    stated=1,
    corrections=(Correction(DAY, "tank", -2), Correction(DAY, "ship", 1)),
    unread=3,
    origins=("posts.txt",),
    anomalies=(HIDDEN, GAP, TOGETHER, FELL),
)

WHOLE = """\
Example (example)
At hand: 1-11 November 2022, 7 days with a report, read from posts.txt.
1 stated change beside totals of adjacent days, each compared.
The data set names 2 corrections of its own on 1 day: 1 shown by a fall, 1
buried in an ordinary day's change.
3 open, 1 explained.
3 numbers of the files no reader knows; they are not in this audit.

OPEN: 3

 stated changes that are not the difference of the totals: 1
  - 2 November 2022, tank: the source states +10, its totals give +12: 2 more
    than it says
    112 (2 November 2022) − 100 (1 November 2022) = 12; 12 − 10 = 2

 missing days: 1
  - 2-5 November 2022: no report on 4 days

 days on which several categories stand out at once: 1; about 43 % of such days
 would come about by chance
  - 2 November 2022: tank +60 and ship +3 stand out at once

EXPLAINED: 1

 totals that fell: 1
  - 2 November 2022, tank: the running total fell by 2
    98 (2 November 2022) − 100 (1 November 2022) = −2
    explained: the data set itself dates a correction of −2 to this day

HOW IT WAS LOOKED FOR
 -  A stated change is held against the difference of totals of adjacent days,
    both known. What is left over was added to or taken from earlier days
    without a word, or is a slip of the pen.
 -  A change n stands out beyond 3.5 by the modified z-score of Iglewicz and
    Hoaglin (1993): how far 2·√(n + 3/8) (Anscombe 1948) lies from its median
    over the 30 days before and after, in terms of how far those lie from it.
 -  How many days would stand out in several categories by chance is measured on
    the series itself, with the categories moved against one another in time.
 -  A total that counts from a start can only fall by a revision. A revision
    upwards shows in no total.
 -  Ranked: open before explained; by kind, what is certain first; then the
    highest score or largest size; then the earlier day.

Every number is a claim of General Staff of the Armed Forces of Ukraine about
losses of Russia, unverified. An anomaly is a question to the source, not an
answer.
"""


def told(found: Audit, *, everything: bool = False) -> str:
    out = StringIO()
    audit.render(found, out, everything=everything, shown=PLAIN)
    return out.getvalue()


def test_the_whole_answer() -> None:
    assert told(FOUND) == WHOLE


def test_without_stated_changes_it_says_what_cannot_be_seen() -> None:
    said = " ".join(told(replace(FOUND, stated=0)).split())
    assert "No change that the source itself stated stands beside totals of adjacent days" in said


def test_of_many_of_a_kind_the_first_are_shown_and_the_rest_are_a_word_away() -> None:
    falls = tuple(replace(FELL, explained_by=None, size=-size, says=f"fell by {size}") for size in range(40, 0, -1))
    short, whole = (told(replace(FOUND, anomalies=falls), everything=all_) for all_ in (False, True))
    assert "and 34 more: --all" in short
    assert (short.count("fell by"), whole.count("fell by")) == (6, 40)


def test_nothing_odd_is_said_too() -> None:
    assert "0 open, 0 explained." in told(replace(FOUND, anomalies=()))
