"""Windows of a series: counts that are known by hand, gaps, and laws."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import series
from tallywire.tally.windows import FREE_LENGTHS, tracks, values, within

TOTALS = st.lists(st.none() | st.integers(0, 50), min_size=1, max_size=20).filter(
    lambda t: any(x is not None for x in t)
)


def test_the_value_of_a_window_is_the_last_total_minus_the_one_before_its_first_day() -> None:
    (track,) = tracks(series([100, 110, 125, 125, 140]))
    window = track.window(track.begins + 1, track.begins + 4)
    assert window is not None
    assert (window.value, window.days) == (30, 3)
    assert (window.first, window.last) == (date(2022, 11, 3), date(2022, 11, 5))


def test_all_windows_of_a_length_are_searched() -> None:
    found = within(tracks(series([100, 110, 125, 125, 140])), 15, 15, lengths=[1])
    assert (found.searched, found.fits) == (4, 2)
    assert [window.last for window in found.windows] == [date(2022, 11, 3), date(2022, 11, 5)]


def test_no_window_ends_in_a_missing_total_but_one_may_span_it() -> None:
    of = tracks(series([100, None, 125]))
    assert within(of, -1000, 1000, lengths=[1]).searched == 0
    assert within(of, 25, 25, lengths=[2]).fits == 1
    assert of[0].window(of[0].begins, of[0].begins + 1) is None


def test_days_outside_the_series_hold_no_window() -> None:
    (track,) = tracks(series([100, 110]))
    assert track.window(track.begins - 1, track.ends) is None
    assert track.window(track.begins, track.ends + 1) is None


def test_a_running_total_counts_from_the_start() -> None:
    (track,) = tracks(series([100]))
    (window,) = track.running()
    assert (window.value, window.first, window.last) == (100, date(2022, 2, 24), date(2022, 11, 1))


@pytest.mark.parametrize(("low", "high", "fits"), [(20, 20, 0), (10, 15, 3), (25, 40, 2)])
def test_within_bounds(low: int, high: int, fits: int) -> None:
    assert within(tracks(series([100, 110, 125, 125, 140])), low, high, lengths=[1, 3]).fits == fits


@given(TOTALS)
def test_increments_add_up_to_the_growth(totals: list[int | None]) -> None:
    (track,) = tracks(series(totals))
    whole = track.window(track.begins, track.ends)
    daily = [window.value for window in track.windows(1)]
    if len(daily) == track.ends - track.begins and whole:  # every day's total was stated
        assert sum(daily) == whole.value


@given(TOTALS, st.integers(1, 5))
def test_the_fast_search_finds_what_a_slow_one_does(totals: list[int | None], days: int) -> None:
    of = tracks(series(totals))
    slow = [window.value for track in of for window in track.windows(days)]
    assert within(of, -100, 100, lengths=[days]).searched == len(slow)
    assert values(of, [days]) == set(slow)
    for value in set(slow):
        assert within(of, value, value, lengths=[days]).fits == slow.count(value)


@given(TOTALS | TOTALS.map(lambda t: sorted(x or 0 for x in t)), st.integers(-5, 50), st.integers(0, 20))
def test_bounds_find_what_a_look_at_each_window_does(totals: list[int | None], low: int, width: int) -> None:
    of, lengths = tracks(series(totals)), (1, 2, 4)
    slow = [
        (window.days, window.end)
        for days in lengths
        for window in of[0].windows(days)
        if low <= window.value <= low + width
    ]
    found = within(of, low, low + width, lengths=lengths)
    assert found.fits == len(slow)
    assert [(window.days, window.end) for window in found.windows] == slow[:20]


def test_free_windows_are_of_one_to_sixty_days() -> None:
    assert (FREE_LENGTHS[0], FREE_LENGTHS[-1]) == (1, 60)
