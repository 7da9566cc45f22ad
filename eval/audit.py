#!/usr/bin/env python3
"""How well an audit finds what is known to be odd in a series.   python eval/audit.py SERIES_FOLDER

The folder holds the data set's totals and its own corrections, and `anomalies.csv`, a list made by hand. Measured are:
what that list has, against what the audit of the totals reports; the corrections, found blind from bulletins that state
their changes (each the difference of the totals without that day's correction, as its source would have written it);
and the days of corrections, found blind from totals alone. No blind series holds the data set's own corrections.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from tallywire.claims.audit import Anomaly  # noqa: E402 - found by the line above
from tallywire.claims.series import Point, Series  # noqa: E402
from tallywire.collect.bulletins import series as known  # noqa: E402
from tallywire.tally.audit import audit  # noqa: E402

FILES = ("russia_losses_equipment.json", "russia_losses_personnel.json", "russia_losses_equipment_correction.json")
# What a reader of totals alone would look at: the falls, which are certain, and the days that stand out in several
# categories, which are a matter of chance.
CERTAIN, LIKELY = {"total_fell"}, {"total_fell", "stand_out_together"}
Where = tuple[date, str]


def stated(series: Series) -> Series:
    """The series as bulletins would have told it: each total with the change that its source then had to state."""
    corrected = {(one.day, one.category): one.by for one in series.corrections}
    totals = {(one.day.toordinal(), one.category): one.total for one in series.points if one.total is not None}

    def told(point: Point) -> Point:
        before = totals.get((point.day.toordinal() - 1, point.category))
        grown = None if before is None or point.total is None else point.total - before
        change = None if grown is None else grown - corrected.get((point.day, point.category), 0)
        return replace(point, change=change)

    return replace(series, points=tuple(map(told, series.points)), corrections=())


def share(part: int, whole: int) -> float:
    """A part of a whole; all of nothing."""
    return part / whole if whole else 1.0


def of_kinds(anomalies: Iterable[Anomaly], kinds: set[str]) -> dict[Where, Anomaly]:
    """Anomalies of some kinds by day and category."""
    return {(one.day, one.category or ""): one for one in anomalies if one.kind in kinds}


def listed(folder: Path, columns: dict[str, str], kinds: tuple[str, ...]) -> set[Where]:
    """The days and categories of some kinds in the list made by hand."""
    with (folder / "anomalies.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["anomaly"] in kinds]
    return {(date.fromisoformat(row["date"]), columns[row["category"]]) for row in rows}


def reported(folder: Path, series: Series) -> tuple[dict[str, float], list[str]]:
    """How much of the list made by hand is reported."""
    anomalies = audit(series).anomalies
    columns = {category.column: category.id for category in series.info.categories}
    kinds = {
        "falls": (("decrease",), CERTAIN),
        "joins": (("join",), {"joined", "split"}),
        "begins and ends": (("series begins", "series ends"), {"born", "joined", "split", "ended"}),
        "jumps": (("jump",), {"outlier"}),
    }
    numbers, lines = {}, []
    for name, (theirs, ours) in kinds.items():
        wanted, found = listed(folder, columns, theirs), of_kinds(anomalies, ours).keys()
        numbers[name] = share(len(wanted & found), len(wanted))
        lines.append(f"{name:16} {len(wanted & found)} of {len(wanted)} in the list; {len(found)} reported")
        lines += [f"    not reported: {day} {category}" for day, category in sorted(wanted - found)]
    numbers["falls precision"] = share(
        len(listed(folder, columns, ("decrease",)) & of_kinds(anomalies, CERTAIN).keys()),
        len(of_kinds(anomalies, CERTAIN)),
    )
    opened = sum(one.explained_by is None for one in anomalies)
    lines.append(f"{len(anomalies)} anomalies, {opened} open, {len(anomalies) - opened} explained")
    return numbers, lines


def by_stated_changes(series: Series) -> tuple[dict[str, float], list[str]]:
    """Corrections found from bulletins, each with its size."""
    wanted = {(one.day, one.category, one.by) for one in series.corrections}
    found = {
        (one.day, one.category, one.size) for one in audit(stated(series)).anomalies if one.kind == "change_differs"
    }
    days, seen = {one[0] for one in wanted}, {one[0] for one in found}
    right, false = len(wanted & found), len(found - wanted)
    told = f"{right} of {len(wanted)} corrections, {false} false; {len(days & seen)} of {len(days)} days"
    return {"recall": share(right, len(wanted)), "precision": share(right, len(found))}, [f"from bulletins: {told}"]


def by_totals(series: Series) -> tuple[dict[str, float], list[str]]:
    """Days of corrections found from totals alone."""
    days = {one.day for one in series.corrections}
    anomalies = audit(replace(series, corrections=())).anomalies
    numbers, lines = {}, []
    for name, kinds in (("falls", CERTAIN), ("flagged", LIKELY)):
        found = {one.day for one in anomalies if one.kind in kinds}
        numbers[f"{name} precision"] = share(len(days & found), len(found))
        numbers[f"{name} recall"] = share(len(days & found), len(days))
        lines.append(f"from totals alone, {name}: {len(found)} days, {len(days & found)} of {len(days)} right")
    chances = {one.chance for one in anomalies if one.chance is not None}
    lines += [f"    the audit itself says that {chance:.0%} of days that stand out are chance" for chance in chances]
    values = {(one.day, one.category) for one in series.corrections}
    seen = len(values & of_kinds(anomalies, CERTAIN).keys())
    lines.append(f"    {seen} of {len(values)} corrected values show as a fall, {len(values) - seen} are buried")
    return numbers, lines


def main() -> None:
    """Prints what was found, then one line of JSON."""
    folder = Path(sys.argv[1])
    (series,) = known([folder / name for name in FILES])
    parts = {
        "list": reported(folder, series),
        "stated": by_stated_changes(series),
        "totals": by_totals(series),
    }
    told = [line for _, lines in parts.values() for line in lines]
    numbers = {name: {key: round(value, 4) for key, value in found.items()} for name, (found, _) in parts.items()}
    sys.stdout.write("\n".join([*told, json.dumps(numbers)]) + "\n")


if __name__ == "__main__":
    main()
