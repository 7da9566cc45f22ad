"""Words of time against the day of publication; all rows were used to develop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import figure
from tallywire.catalog.conflicts import conflicts
from tallywire.ground.draft import Draft
from tallywire.ground.time_words import Times
from tallywire.ground.when import dated, day_of, edtf_of, written

WAR = next(one for one in conflicts() if one.id == "UKR-2022")
GAZA = next(one for one in conflicts() if one.id == "GAZA-2023")
FRIDAY = Times(date(2022, 11, 11), WAR)
UNDATED = Times(None, WAR)

CASES = [
    # words                                        published 11 November 2022   no day known
    ("Friday", "2022-11-11", None),
    ("late Friday", "2022-11-11", None),
    ("on Thursday", "2022-11-10", None),
    ("last Friday", "2022-11-04", None),
    ("late on Tuesday night", "2022-11-08", None),
    ("yesterday", "2022-11-10", None),
    ("overnight", "2022-11-10/2022-11-11", None),
    ("in one week", "2022-11-05/2022-11-11", None),
    ("In one week of fighting", "2022-11-05/2022-11-11", None),
    ("the past 24 hours", "2022-11-10/2022-11-11", None),
    ("last week", "2022-10-31/2022-11-06", None),
    ("this week", "2022-11-07/2022-11-11", None),
    ("last month", "2022-10", None),
    ("last weekend", "2022-11-05/2022-11-06", None),
    ("in five months", "2022-06-12/2022-11-11", None),
    ("in June", "2022-06", None),
    ("on Dec. 15", "2021-12-15", None),
    ("between October 5–8", "2022-10-05/2022-10-08", None),
    ("from September 25 to October 3", "2022-09-25/2022-10-03", None),
    ("November 5, 2024", "2024-11-05", "2024-11-05"),
    ("the first half of 2021", "2021-01/2021-06", "2021-01/2021-06"),
    ("in 2021", "2021", "2021"),
    ("by 30 September", "../2022-09-30", None),
    ("As of Friday", "../2022-11-11", None),
    ("since Feb. 24", "2022-02-24/2022-11-11", None),
    ("since the start of the war", "2022-02-24/2022-11-11", "2022-02-24/.."),
    ("since the start of 2020", "2020-01-01/2022-11-11", "2020-01-01/.."),
    ("since April 2022", "2022-04/2022-11-11", "2022-04/.."),
    ("від початку вторгнення", "2022-02-24/2022-11-11", "2022-02-24/.."),
    ("dall'inizio della guerra", "2022-02-24/2022-11-11", "2022-02-24/.."),
    ("за добу", "2022-11-10/2022-11-11", None),
    ("18 серпня", "2022-08-18", None),
    ("الجمعة", "2022-11-11", None),
    ("cette semaine", "2022-11-07/2022-11-11", None),
    ("sinds het begin van de oorlog", "2022-02-24/2022-11-11", "2022-02-24/.."),
    ("vrijdagavond", "2022-11-11", None),
    ("de afgelopen 24 uur", "2022-11-10/2022-11-11", None),
    ("vorige week", "2022-10-31/2022-11-06", None),
    ("op 18 augustus", "2022-08-18", None),
    ("earlier", None, None),
    ("30 February 2022", None, None),
    (f"{'7' * 5000} February 2022", "2022-02", "2022-02"),  # torn text: no number of a day, nor of days
    (f"the past {'7' * 5000} days", "2022-11-10/2022-11-11", None),
]


@pytest.mark.parametrize(("words", "known", "unknown"), CASES, ids=[row[0] for row in CASES])
def test_words_of_time(words: str, known: str | None, unknown: str | None) -> None:
    assert edtf_of(words, FRIDAY)[0] == known
    assert edtf_of(words, UNDATED)[0] == unknown


def test_a_day_that_a_war_began_is_that_day() -> None:
    """Read in December 2024, "since October 7" is not two months ago."""
    assert edtf_of("since October 7", Times(date(2024, 12, 1), GAZA))[0] == "2023-10-07/2024-12-01"
    assert edtf_of("since October 8", Times(date(2024, 12, 1), GAZA))[0] == "2024-10-08/2024-12-01"


@pytest.mark.parametrize(
    ("words", "times", "missing"),
    [
        ("Friday", UNDATED, "day of publication is not known"),
        ("in June", UNDATED, "no year is written"),
        ("since the war began", Times(date(2022, 11, 11), None), "which war is meant"),
        ("once upon a time", FRIDAY, "no rule reads"),
    ],
)
def test_what_stays_unknown_says_why(words: str, times: Times, missing: str) -> None:
    edtf, reason = edtf_of(words, times)
    assert edtf is None
    assert missing in reason


def test_a_figure_keeps_its_words_and_gets_the_reason() -> None:
    draft = Draft.of(figure(period="Friday"))
    dated(draft, FRIDAY)
    found = draft.done()
    assert found.period is not None
    assert (found.period.words, found.period.edtf) == ("Friday", "2022-11-11")
    assert found.why[-1].field == "period"
    again = Draft.of(found)
    dated(again, FRIDAY)
    assert again.done() is found


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2022-11-11", date(2022, 11, 11)),
        ("2022-11-11T23:30:00Z", date(2022, 11, 11)),
        ("soon", None),
        (None, None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
    ],  # an unknown day, as systems write it
)
def test_day_of_publication(published: str | None, day: date | None) -> None:
    assert day_of(published) == day


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_a_weekday_is_in_the_week_before_publication(published: date, weekday: str) -> None:
    edtf, _ = edtf_of(weekday, Times(published, None))
    assert edtf is not None
    found = date.fromisoformat(edtf)
    assert found.strftime("%A") == weekday
    assert timedelta(0) <= published - found < timedelta(days=7)


@given(st.dates(), st.integers(0, 800))
def test_a_stretch_is_written_so_that_its_first_day_can_be_read(first: date, days: int) -> None:
    last = min(first.toordinal() + days, date.max.toordinal())
    edtf = written((first, date.fromordinal(last)))
    assert edtf.startswith(f"{first.year:04}")
