"""On one day several categories stand out at once, as when many old counts are revised together.

How often such a day comes about by chance is measured on the series itself: the days on which each category stands out
are moved against those of the others, round the calendar, so that whatever the categories do together is lost and
everything else is kept; the days on which some still meet are chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from statistics import fmean

from tallywire.claims.audit import Anomaly
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.scores import Scored
from tallywire.tally.audit.steps import listed, scored, signed

TOGETHER = 2  # categories
# Each category is moved by this many days more than the one before it. Steps of 7 would keep the weekdays together.
_SHIFTS = range(61, 1200, 5)


def find(seen: Observed) -> Iterator[Anomaly]:
    """The days on which at least two categories stand out, with the share of such days that chance would give."""
    by_category = {category.id: _standing_out(seen, category.id) for category in seen.categories()}
    by_day: dict[date, list[Scored]] = defaultdict(list)
    for found in by_category.values():
        for one in found:
            by_day[one.step.day].append(one)
    together = {day: found for day, found in sorted(by_day.items()) if len(found) >= TOGETHER}
    if not together:
        return
    expected = by_chance(
        {name: [one.step.day.toordinal() for one in found] for name, found in by_category.items()}, len(seen.days)
    )
    share = min(1.0, expected / len(together))
    for day, found in together.items():
        yield _found(seen, day, found, round(share, 3))


def by_chance(days: Mapping[str, Sequence[int]], length: int) -> float:
    """On how many days categories would meet that have nothing to do with one another."""
    met = []
    for shift in _SHIFTS:
        moved = Counter(
            (day + number * shift) % length for number, name in enumerate(sorted(days)) for day in days[name]
        )
        met.append(sum(count >= TOGETHER for count in moved.values()))
    return fmean(met)


def _standing_out(seen: Observed, category: str) -> list[Scored]:
    return [one for one in seen.scored(category) if one.stands_out and not seen.is_irregular(one.step.day)]


def _found(seen: Observed, day: date, found: list[Scored], share: float) -> Anomaly:
    names = [f"{seen.info.category(one.step.after.category).name} {signed(one.step.change)}" for one in found]
    return Anomaly(
        series=seen.info.id,
        category=None,
        day=day,
        last=day,
        kind="stand_out_together",
        size=len(found),
        says=f"{listed(names)} stand out at once",
        arithmetic="scores " + ", ".join(scored(one.score) for one in found),
        sure="chance",
        score=round(min(abs(one.score) for one in found), 2),
        chance=share,
    )
