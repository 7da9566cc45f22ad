"""What explains an anomaly: the data set's own corrections, the day beside it, or the known regime of early reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tallywire.claims.audit import Anomaly
from tallywire.claims.figure import Number
from tallywire.claims.series import Correction
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import NEXT_DAY, signed
from tallywire.tally.period import in_words

LeftOver = Mapping[tuple[str | None, date], Number]  # what totals give beyond the stated change, by category and day

# What irregular reports give rise to: leaps, and totals that were held.
_OF_IRREGULAR_REPORTS = frozenset({"outlier", "repeated", "missing"})


def explained(found: Sequence[Anomaly], seen: Observed) -> list[Anomaly]:
    """The anomalies, each with what explains it, if anything does."""
    left_over = {(one.category, one.day): one.size or 0 for one in found if one.kind == "change_differs"}
    return [_explained(one, seen, left_over) for one in found]


def _explained(anomaly: Anomaly, seen: Observed, left_over: LeftOver) -> Anomaly:
    if anomaly.explained_by is not None:
        return anomaly
    why = _correction(anomaly, seen) or _cancelled(anomaly, left_over)
    if why is None and anomaly.kind in _OF_IRREGULAR_REPORTS and seen.is_irregular(anomaly.last):
        why = "the early reports are not daily figures"
    return replace(anomaly, explained_by=why)


def _cancelled(anomaly: Anomaly, left_over: LeftOver) -> str | None:
    """What is left over on one day and taken back on the next was only counted a day early or late."""
    if anomaly.kind != "change_differs" or not anomaly.size:
        return None
    for beside in (anomaly.day + NEXT_DAY, anomaly.day - NEXT_DAY):
        if left_over.get((anomaly.category, beside)) == -anomaly.size:
            return f"{in_words(beside)} has {signed(int(-anomaly.size))}, so the two days together are as stated"
    return None


def _correction(anomaly: Anomaly, seen: Observed) -> str | None:
    for one in seen.series.corrections:
        if one.category == anomaly.category and _accounts_for(anomaly, one):
            return f"the data set itself dates a correction of {signed(one.by)} to {_on(one.day, anomaly.day)}"
    if anomaly.kind == "stand_out_together":
        said = [one for one in seen.series.corrections if one.day == anomaly.day]
        if said:
            named = ", ".join(f"{seen.info.category(one.category).name} {signed(one.by)}" for one in said)
            return f"the data set itself dates corrections to this day: {named}"
    return None


def _accounts_for(anomaly: Anomaly, one: Correction) -> bool:
    """Whether a correction makes the anomaly what it is; a fall may be dated a day late, and its rest must not fall."""
    size = anomaly.size or 0
    if anomaly.kind == "change_differs":
        return one.day == anomaly.day and one.by == size
    if anomaly.kind == "total_fell":
        return one.day in (anomaly.day, anomaly.day - NEXT_DAY) and one.by <= size
    return anomaly.kind == "outlier" and one.day == anomaly.day and 2 * one.by >= size


def _on(day: date, here: date) -> str:
    return "this day" if day == here else f"{in_words(day)}, the day before"
