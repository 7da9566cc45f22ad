"""The date of a text by its figures: the days on which all of them fit a series together.

A date is the day of the last bulletin a text stands on. For a day D, "in one week" asks for the seven days that end on
D, "Friday" for the change of the last Friday on or before D, "as of Friday" for the total of that Friday, "since the
start" for the total of D, and a day's addition without a named day for the change of D. All figures that fit no day
together give way to the largest part of them that does: at most one is left out, two that ask for different windows
must remain, and when leaving out this one or that one would both do, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import prod

from tallywire.claims.figure import Figure
from tallywire.claims.fit import Dating, DayFit
from tallywire.claims.series import Series
from tallywire.tally.concern import concerning, may_be_a_part, stretch_of
from tallywire.tally.period import Stretch
from tallywire.tally.precision import Stated, chance, stated
from tallywire.tally.search import arithmetic, places
from tallywire.tally.windows import Track, Window, tracks

# Windows that the calendar fixes ("in October 2022") say nothing of the day a text was written.
_DATING_SHAPES = frozenset({"lengths", "weekday", "running"})
_AT_LEAST = 2  # independent figures: one alone fits somewhere too easily
# A text may be put on a page some days after the bulletins it stands on.
PUBLISHED_WITHIN = timedelta(days=7)

RANK_RULE = "more figures exactly; then the smaller differences, each as a share of its figure; then the earlier day"

_BEST = 20  # days that are shown with their arithmetic; all are counted

_SAMPLED_DAYS = 200  # enough to know a share to a few percent; chance is printed with one digit

_Key = tuple[str, str, tuple[int, ...], int | None]


@dataclass(frozen=True, slots=True, eq=False)
class _Asks:
    """What one figure asks of a day."""

    figure: Figure
    said: Stated
    stretch: Stretch
    track: Track

    @property
    def key(self) -> _Key:
        """Two figures that ask for the same window are one piece of evidence."""
        return self.track.category.id, self.stretch.shape, self.stretch.lengths, self.stretch.weekday

    def windows(self, day: date) -> list[Window]:
        """The windows that would be meant on that day."""
        meant = places(self.stretch, day, self.track, latest_only=True)
        return [window for base, end in meant if (window := self.track.window(base, end))]

    def fitting(self, day: date) -> Window | None:
        """The window of that day that gives the figure."""
        low, high = self.said.interval()
        return next((window for window in self.windows(day) if low <= window.value <= high), None)


@dataclass(frozen=True, slots=True)
class _Joint:
    """The days on which some figures fit together."""

    dates: set[date]
    used: list[_Asks]
    left_out: list[_Asks]
    searched: int


def dating(figures: Sequence[Figure], series: Sequence[Series], published: date | None = None) -> Dating | None:
    """The dates on which the figures of a text fit a series together; None when too few of them can be dated."""
    found = [_dating(figures, one, published) for one in series]
    known = [each for each in found if each is not None]
    return min(known, key=lambda each: (len(each.dates) != 1, not each.dates, each.chance), default=None)


def _dating(figures: Sequence[Figure], series: Series, published: date | None) -> Dating | None:
    every = _asks(figures, series)
    found = _dates(every)
    if found is None or not found.dates:
        # Tolls of single places may have been taken for the whole: the others are tried without them.
        found = _dates([one for one in every if not may_be_a_part(one.figure)]) or found
    if found is None:
        return None
    ordered = _ordered(found.dates, published)
    return Dating(
        figures=tuple(one.figure.id for one in found.used),
        series=(series.info.id,),
        dates=ordered,
        searched=found.searched,
        steps=tuple(_step(one, ordered[0]) for one in found.used) if ordered else (),
        chance=_chance(found),
        left_out=tuple(one.figure.id for one in found.left_out),
        best=_best(found),
    )


def _dates(asks: list[_Asks]) -> _Joint | None:
    """The days on which figures fit together; None when fewer than two ask for different windows."""
    if len({one.key for one in asks}) < _AT_LEAST:
        return None
    days = _days(asks)
    fitting = {one: {day for day in days if one.fitting(day)} for one in asks}
    dates, left_out = _joint(fitting)
    used = [one for one in asks if one not in left_out]
    return _Joint(dates, used, left_out, len(days))


def _ordered(dates: set[date], published: date | None) -> tuple[date, ...]:
    """Nearest to the day of publication first; the days it allows alone, if there are any among several."""
    ordered = tuple(sorted(dates, key=lambda day: (abs((published - day).days) if published else 0, day)))
    if len(ordered) > 1 and published:
        return tuple(day for day in ordered if timedelta(0) <= published - day <= PUBLISHED_WITHIN) or ordered
    return ordered


def _asks(figures: Sequence[Figure], series: Series) -> list[_Asks]:
    asks: list[_Asks] = []
    whole = [figure for figure in figures if figure.subset_of is None]
    for figure, categories in concerning(whole, series.info):
        said, wanted = stated(figure, sharp=True), stretch_of(figure, grounded=False)
        if said and wanted and wanted.shape in _DATING_SHAPES and len(categories) == 1:
            asks.extend(_Asks(figure, said, wanted, track) for track in tracks(series, categories))
    return asks


def _days(asks: list[_Asks]) -> list[date]:
    begins, ends = min(one.track.begins for one in asks), max(one.track.ends for one in asks)
    return [date.fromordinal(day) for day in range(begins, ends + 1)]


def _joint(fitting: dict[_Asks, set[date]]) -> tuple[set[date], list[_Asks]]:
    """The days of all figures; else the days of all but one, if only one way of leaving one out gives any.

    A number that the text repeats for the same window is left out as one.
    """
    dates = set.intersection(*fitting.values())
    if dates:
        return dates, []
    ways = []
    for statement in {(one.key, one.said) for one in fitting}:
        rest = [one for one in fitting if (one.key, one.said) != statement]
        if len({one.key for one in rest}) >= _AT_LEAST and (dates := set.intersection(*(fitting[one] for one in rest))):
            ways.append((dates, [one for one in fitting if one not in rest]))
    return ways[0] if len(ways) == 1 else (set(), [])


def _best(found: _Joint) -> tuple[DayFit, ...]:
    """The days by how well they fit, the first of them with their arithmetic."""
    ranked = sorted(found.dates, key=lambda day: (*_misfit(found.used, day), day))
    return tuple(
        DayFit(day, -_misfit(found.used, day)[0], tuple(_step(one, day) for one in found.used))
        for day in ranked[:_BEST]
    )


def _misfit(used: list[_Asks], day: date) -> tuple[int, float]:
    """The exact figures, as a negative count, and how far off the others are together."""
    windows = [(one.said.value, window.value) for one in used if (window := one.fitting(day))]
    exact = sum(stated == given for stated, given in windows)
    return -exact, sum(abs(stated - given) / stated for stated, given in windows)


def _step(one: _Asks, day: date) -> str:
    window = one.fitting(day)
    hedge = "" if window and window.value == one.said.value else f", which fits {one.figure.words!r}"
    return f"{one.figure.words}: {arithmetic(window)}{hedge}" if window else f"{one.figure.words}: no window"


def _chance(found: _Joint) -> float:
    """The days that invented figures would be expected to fit, at most 1, taking one figure for each window asked.

    For each, the share of days on which an invented number of its size and roundness fits; the shares are multiplied
    as if figures were independent, by the days searched, and by the ways of leaving one out where one was.
    """
    days, rarest = _days(found.used), dict[_Key, float]()
    for one in found.used:
        rarest[one.key] = min(_share(one, days), rarest.get(one.key, 1.0))
    ways = len({(one.key, one.said) for one in found.used}) + 2 if found.left_out else 1
    return min(1.0, prod(rarest.values(), start=float(len(days) * ways)))


def _share(one: _Asks, days: list[date]) -> float:
    tried = [windows for day in days[:: max(1, len(days) // _SAMPLED_DAYS)] if (windows := one.windows(day))]
    return sum(chance([w.value for w in windows], one.said) for windows in tried) / len(tried) if tried else 1.0
