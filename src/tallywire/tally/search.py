"""One search: a stated number against the windows that words of time ask for, ranked, with its chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tallywire.claims.figure import Number
from tallywire.claims.finding import Match
from tallywire.claims.fit import Coverage, Fit
from tallywire.tally.period import Stretch, in_words, last_weekday
from tallywire.tally.precision import Stated, chance, population, reach
from tallywire.tally.windows import FREE_LENGTHS, Search, Track, Window, total_values, totals_within, values, within

RANK_RULE = (
    "the days the words name before those reported a day later; exact before within rounding; regular days before "
    "the irregular first weeks; the nearer value; the shorter window; the earlier day"
)

_SHOWN = 20  # matches kept of each search; all are counted


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for: the number, the windows its words ask for, and the day the text stands on, if known."""

    said: Stated
    stretch: Stretch
    day: date | None = None
    fixed_by: str | None = None
    figure: str | None = None
    latest_only: bool = False  # the text's own day is known: a bulletin of the day before does not count


def search(asked: Asked, of: Sequence[Track], free: Search | None = None) -> Fit:
    """The fit of one stated number against some categories; `free` spares a second search of all windows."""
    low, high = asked.said.interval()
    free = free or freely(asked.said, of)
    if asked.stretch.shape == "free" or (asked.stretch.shape == "lengths" and asked.day is None):
        return _long(asked, of, free)
    if asked.stretch.shape == "running" and asked.stretch.weekday is None and asked.day is None:
        return _totals(asked, of, free)
    windows = list(_windows(asked, of))
    fitting = sorted((w for w in windows if low <= w.value <= high), key=lambda w: _rank(w, asked))
    nearest = None if fitting else _nearest(windows, asked)
    share = chance((window.value for window in windows), asked.said) if windows else 0.0
    counts = (len(windows), len(fitting), share)
    return _fit(asked, of, counts, (fitting, nearest), free)


def freely(said: Stated, of: Sequence[Track]) -> Search:
    """How many windows of 1 to 60 days would give the number, whatever the words of time."""
    low, high = said.interval()
    return within(of, low, high, lengths=FREE_LENGTHS, keep=_SHOWN)


def match(window: Window, value: int, reason: str = "") -> Match:
    """A window as an answer, with its subtraction written out."""
    return Match(
        series=window.track.info.id,
        categories=window.track.category.sums or (window.track.category.id,),
        start=window.first,
        end=window.last,
        value=window.value,
        arithmetic=arithmetic(window),
        exact=window.value == value,
        rank_reason=reason or _reason(window, value),
    )


def arithmetic(window: Window) -> str:
    """The subtraction that gives a window: "79,400 (11 November 2022) − 74,840 (4 November 2022) = 4,560"."""
    if window.track.summed:
        return window.track.summed.arithmetic(window.track.begins if window.base is None else window.base, window.end)
    total = window.track.total(window.end) or 0
    at_the_end = f"{total:,} ({in_words(window.last)})"
    if window.base is None:
        return at_the_end
    before = f"{total - window.value:,} ({in_words(date.fromordinal(window.base))})"
    return f"{at_the_end} − {before} = {window.value:,}"


def coverage(of: Sequence[Track]) -> tuple[Coverage, ...]:
    """What the searched categories cover together."""
    if not of:
        return ()
    first, last = min(track.begins for track in of), max(track.ends for track in of)
    days = max(sum(map(float.__eq__, track.totals, track.totals)) for track in of)
    return (Coverage(of[0].info.id, date.fromordinal(first), date.fromordinal(last), days),)


def _long(asked: Asked, of: Sequence[Track], free: Search) -> Fit:
    """A search over every window of some lengths: counted in bulk, because there may be a million."""
    lengths = asked.stretch.lengths or FREE_LENGTHS
    low, high = asked.said.interval()
    found = free if lengths is FREE_LENGTHS else within(of, low, high, lengths=lengths, keep=10 * _SHOWN)
    taken = values(of, lengths, *reach(asked.said))
    nearest = None
    if not found.fits and found.searched:
        closest = _closest(_near(taken, asked) or values(of, lengths), asked)
        nearest = next(iter(within(of, closest, closest, lengths=lengths, keep=1).windows))
    return _counted(asked, of, (found, taken, nearest), free)


def _totals(asked: Asked, of: Sequence[Track], free: Search) -> Fit:
    """A search over the running totals of all days, counted in bulk too."""
    low, high = asked.said.interval()
    found, taken = totals_within(of, low, high, keep=10 * _SHOWN), total_values(of)
    nearest = None
    if not found.fits and taken:
        closest = _closest(taken, asked)
        nearest = next(iter(totals_within(of, closest, closest, keep=1).windows))
    return _counted(asked, of, (found, taken, nearest), free)


def _counted(asked: Asked, of: Sequence[Track], found: tuple[Search, set[float], Window | None], free: Search) -> Fit:
    searched, taken, nearest = found
    fitting = sorted(searched.windows, key=lambda w: _rank(w, asked))
    share = chance(taken, asked.said) if taken else 0.0
    return _fit(asked, of, (searched.searched, searched.fits, share), (fitting, nearest), free)


def _near(taken: set[float], asked: Asked) -> set[float]:
    """The values among which the closest of all windows must be, if any is there."""
    value, (least, most) = asked.said.value, reach(asked.said)
    away = min(value - least, most - value)
    return {one for one in taken if abs(one - value) <= away}


def _closest(taken: set[float], asked: Asked) -> float:
    return min(taken, key=lambda value: (abs(value - asked.said.value), value))


def _fit(
    asked: Asked,
    of: Sequence[Track],
    counts: tuple[int, int, float],
    found: tuple[list[Window], Window | None],
    free: Search,
) -> Fit:
    value = asked.said.value
    fitting, nearest = found
    return Fit(
        figure=asked.figure,
        value=value,
        asked=_asked(asked, of),
        matches=tuple(match(window, value) for window in fitting[:_SHOWN]),
        nearest=match(nearest, value, "nearest") if nearest else None,
        searched=counts[0],
        fits=counts[1],
        free_searched=free.searched,
        free_fits=free.fits,
        chance=counts[2],
        fixed_by=asked.fixed_by if counts[0] and _is_meant(fitting, asked) else None,
        coverage=coverage(of),
        rank_rule=RANK_RULE,
        bound=asked.said.is_bound,
        free_matches=tuple(match(window, value) for window in free.windows),
        population=population(value),
    )


def _asked(asked: Asked, of: Sequence[Track]) -> str:
    names = ", ".join(track.category.name for track in of) if len(of) <= 3 else f"{len(of)} categories"
    return f"{asked.stretch.asks} of {names or 'no category'}" + (f" at {asked.day}" if asked.day else "")


def _windows(asked: Asked, of: Sequence[Track]) -> Iterator[Window]:
    for track in of:
        for base, end in places(asked.stretch, asked.day, track, latest_only=asked.latest_only):
            window = track.window(base, end)
            if window:
                yield window


def places(
    stretch: Stretch, day: date | None, track: Track, *, latest_only: bool = False
) -> Iterator[tuple[int | None, int]]:
    """Where the windows of a stretch begin and end in a track; at one day if that is known, the first meant first."""
    if stretch.shape == "calendar":
        yield from _calendar(stretch)
    elif stretch.shape == "since":
        yield from _since(stretch, day, track)
    elif day is None:
        yield from _anywhere(stretch, track)
    else:
        yield from _at(stretch, day, latest_only=latest_only)


def _calendar(stretch: Stretch) -> Iterator[tuple[int, int]]:
    if stretch.first and stretch.last:
        base, end = stretch.first.toordinal() - 1, stretch.last.toordinal()
        yield base, end
        yield base + 1, end + 1  # a reporting day that ends at dawn is printed under the next date


def _since(stretch: Stretch, day: date | None, track: Track) -> Iterator[tuple[int | None, int]]:
    """From the named day on, up to any report, or to that of the text's day or the day before.

    "Since the 10th" may count the 10th itself or begin after it. Since the day the totals count from, they are meant.
    """
    if stretch.first is None:
        return
    named = stretch.first.toordinal()
    ends = range(named + 1, track.ends + 1) if day is None else (day.toordinal(), day.toordinal() - 1)
    bases: tuple[int | None, ...] = (None,) if abs(named - track.starts) <= 1 else (named, named - 1)
    yield from ((base, end) for end in ends for base in bases)


def _anywhere(stretch: Stretch, track: Track) -> Iterator[tuple[int | None, int]]:
    for end in range(track.begins, track.ends + 1):
        if stretch.weekday is not None and date.fromordinal(end).weekday() != stretch.weekday:
            continue
        yield (None if stretch.shape == "running" else end - 1), end


def _at(stretch: Stretch, day: date, *, latest_only: bool) -> Iterator[tuple[int | None, int]]:
    if stretch.weekday is not None:
        end = last_weekday(day, stretch.weekday).toordinal()
        yield (None if stretch.shape == "running" else end - 1), end
        return
    # A text stands on the bulletin of its own day, or on that of the day before when it was written early.
    ends = [day.toordinal()] if latest_only else [day.toordinal(), day.toordinal() - 1]
    for end in ends:
        for days in stretch.lengths or (0,):
            yield (None if stretch.shape == "running" else end - days), end


def _rank(window: Window, asked: Asked) -> tuple[bool, bool, bool, Number, int, int]:
    value = asked.said.value
    named = asked.stretch.shape != "calendar" or window.last == asked.stretch.last
    return not named, window.value != value, window.is_irregular, abs(window.value - value), window.days, window.end


def _is_meant(fitting: list[Window], asked: Asked) -> bool:
    """Whether the words fix what fits: a window reported a day later than the days they name is only near them."""
    return asked.stretch.shape != "calendar" or not fitting or fitting[0].last == asked.stretch.last


def _reason(window: Window, value: int) -> str:
    exactness = "exact" if window.value == value else f"within rounding, off by {abs(window.value - value):,}"
    return f"{exactness}; {'begins in the irregular first weeks' if window.is_irregular else 'regular days'}"


def _nearest(windows: list[Window], asked: Asked) -> Window | None:
    if not windows:
        return None
    if asked.fixed_by:  # the text names the window, so what that window holds is the answer
        first = windows[0]
        windows = [window for window in windows if (window.base, window.end) == (first.base, first.end)]
    return min(windows, key=lambda window: (abs(window.value - asked.said.value), window.end))
