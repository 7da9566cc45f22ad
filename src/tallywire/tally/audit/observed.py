"""A series as an audit looks at it: by category, step by step from one report to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tallywire.claims.series import Category, Point, Series, SeriesInfo
from tallywire.tally.audit.scores import Scored, scores
from tallywire.tally.audit.steps import NEXT_DAY, Step


class Observed:
    """The points of a series by category, its days, and the steps between adjacent days."""

    def __init__(self, series: Series) -> None:
        self.series = series
        by_category: dict[str, list[Point]] = defaultdict(list)
        by_day: dict[date, dict[str, Point]] = defaultdict(dict)
        # What a data set reckoned itself, and a day's change alone, are no totals that anybody reported.
        reckoned = {category.id for category in series.info.categories if category.estimate}
        told = (point for point in series.points if point.total is not None and point.category not in reckoned)
        for point in sorted(told, key=lambda point: point.day):
            by_category[point.category].append(point)
            by_day[point.day][point.category] = point
        self.points = {category: tuple(points) for category, points in by_category.items()}
        self.reports = {day: by_day[day] for day in sorted(by_day)}
        self.days = tuple(self.reports)
        self.steps = {
            category: tuple(Step(a, b) for a, b in pairwise(points) if b.day - a.day == NEXT_DAY)
            for category, points in self.points.items()
        }
        self._scored: dict[str, tuple[Scored, ...]] = {}

    @property
    def info(self) -> SeriesInfo:
        """What the catalogue knows of it."""
        return self.series.info

    def categories(self) -> Iterator[Category]:
        """The categories that have a point, in the catalogue's order."""
        return (category for category in self.info.categories if category.id in self.points)

    def scored(self, category: str) -> tuple[Scored, ...]:
        """The steps of a category, each with how far it lies from those around it."""
        if category not in self._scored:
            self._scored[category] = scores(self.steps[category])
        return self._scored[category]

    def is_irregular(self, day: date) -> bool:
        """Whether the source's reports were not daily figures yet."""
        return self.info.irregular_until is not None and day < self.info.irregular_until
