"""Who fights whom, since when: for "since the start of the war" and for whether a source is a party.

`conflicts.csv` states the day that most sources count from; `words` are nouns by which texts call the beginning.
Being listed on a side says who fights whom, not who is right.
"""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from tallywire.catalog.actors import actors
from tallywire.claims.errors import CatalogError

FILE = Path(__file__).with_name("conflicts.csv")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A war or insurgency: its first day, its last where it is over, the ids on each side, the countries it is in."""

    id: str
    name: str
    start: date
    end: date | None
    one: frozenset[str]
    other: frozenset[str]
    countries: frozenset[str]
    words: tuple[str, ...]

    def fights(self, side: str) -> bool:
        """Whether this country or group is on either side."""
        return side in self.one or side in self.other

    def was_on(self, day: date) -> bool:
        """Whether it had begun on this day; what is over is still written about."""
        return self.start <= day


@lru_cache(maxsize=256)
def foe_of(side: str) -> str | None:
    """The one country that this one is at war with; None where it is none or more than one."""
    against = (
        conflict.other if side in conflict.one else conflict.one
        for conflict in conflicts()
        if conflict.end is None and conflict.fights(side)
    )
    foes = {foe for foes in against for foe in foes if actors().by_id[foe].type == "country"}
    return foes.pop() if len(foes) == 1 else None


@lru_cache(maxsize=1)
def conflicts() -> tuple[Conflict, ...]:
    """All conflicts of the catalogue."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_conflict(row, line) for line, row in enumerate(csv.DictReader(file), start=2))


def _conflict(row: dict[str, str], line: int) -> Conflict:
    one, other = (frozenset(row[column].split("|")) for column in ("one", "other"))
    unknown = (one | other) - actors().by_id.keys()
    if unknown or one & other:
        says = f"unknown actors {sorted(unknown)}" if unknown else f"{sorted(one & other)} on both sides"
        raise CatalogError("catalogue_conflicts", says, where=FILE.name, line=line, remedy="use ids of actors.csv")
    start, end = date.fromisoformat(row["start"]), row["end"]
    return Conflict(
        row["id"], row["name"], start, date.fromisoformat(end) if end else None, one, other,
        frozenset(row["countries"].split("|")), tuple(row["words"].split("|")),
    )  # fmt: skip


def conflict_of(sides: Collection[str], countries: Collection[str], day: date | None) -> Conflict | None:
    """The conflict that a text is about: by the sides it names, then by the countries, the latest that had begun."""
    index = _index()
    near = {one for key in (*sides, *countries) for one in index.get(key, ()) if day is None or one.was_on(day)}
    fits = [(_fit(one, sides, countries, day), one.id, one) for one in near]
    (score, _), _, best = max(fits, default=((0.0, date.min), "", None))
    return best if score > 0 else None


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Conflict, ...]]:
    """The conflicts of each side and each country."""
    index: dict[str, tuple[Conflict, ...]] = {}
    for one in conflicts():
        for key in one.one | one.other | one.countries:
            index[key] = (*index.get(key, ()), one)
    return index


def _fit(one: Conflict, sides: Collection[str], countries: Collection[str], day: date | None) -> tuple[float, date]:
    """How well a conflict fits a text: both sides named, the country named, not long over; ties go to the later."""
    ours = any(side in one.one for side in sides)
    theirs = any(side in one.other for side in sides)
    here = any(country in one.countries for country in countries)
    score = ours + theirs + (2.0 if ours and theirs else 0.0) + (1.0 if here else 0.0)
    over = one.end is not None and (day is None or (day - one.end).days > _FRESH)
    enough = (ours and theirs) or (here and (ours or theirs or not sides))
    return (score - (1.5 if over else 0.0) if enough else 0.0, one.start)


_FRESH = 400  # days after its end in which a conflict is still what is meant by "the war"
