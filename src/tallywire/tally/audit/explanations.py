"""What explains an anomaly: the data set's own corrections, else the known regime of the early reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tallywire.claims.audit import Anomaly
from tallywire.claims.series import Correction
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import NEXT_DAY, signed
from tallywire.tally.search import in_words

# What irregular reports give rise to: leaps, and totals that were held.
_OF_IRREGULAR_REPORTS = frozenset({"outlier", "repeated", "missing"})


def explained(anomaly: Anomaly, seen: Observed) -> Anomaly:
    """The anomaly with what explains it, if anything does."""
    if anomaly.explained_by is not None:
        return anomaly
    why = _correction(anomaly, seen)
    if why is None and anomaly.kind in _OF_IRREGULAR_REPORTS and seen.is_irregular(anomaly.last):
        why = "the early reports are not daily figures"
    return replace(anomaly, explained_by=why)


def _correction(anomaly: Anomaly, seen: Observed) -> str | None:
    for one in seen.series.corrections:
        if one.category == anomaly.category and _accounts_for(anomaly, one):
            return f"the data set's own corrections have {signed(one.by)} on {_on(one.day, anomaly.day)}"
    if anomaly.kind == "stand_out_together":
        said = [one for one in seen.series.corrections if one.day == anomaly.day]
        if said:
            named = ", ".join(f"{seen.info.category(one.category).name} {signed(one.by)}" for one in said)
            return f"the data set's own corrections of that day: {named}"
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
