"""Words of time in every language, looked up together: months, weekdays, units, "since", "last"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tallywire.catalog.shared_lists import shared_list

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Lists of `calendar.toml`, each told there."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    relative: Mapping[str, int]
    parts: Mapping[str, str]
    since: Words
    until: Words
    night: Words
    day_parts: Words
    start: Words
    war: Words
    last: Words
    before: Words
    this: Words


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The words, loaded once."""
    table = shared_list("calendar.toml")
    return Calendar(
        months=_numbers(table["months"]),
        weekdays=_numbers(table["weekdays"]),
        units=_names(table["units"]),
        numbers=_numbers(table["numbers"]),
        relative=_numbers(table["relative"]),
        parts=_names(table["parts"]),
        since=frozenset(table["open"]["words"].split()),
        until=frozenset(table["until"]["words"].split()),
        night=frozenset(table["night"]["words"].split()),
        day_parts=frozenset(table["day_parts"]["words"].split()),
        start=frozenset(table["beginning"]["start"].split()),
        war=frozenset(table["beginning"]["war"].split()),
        last=frozenset(table["which"]["last"].split()),
        before=frozenset(table["which"]["before"].split()),
        this=frozenset(table["which"]["this"].split()),
    )


def _numbers(table: Mapping[str, Any]) -> dict[str, int]:
    return {word: int(number) for number, words in table.items() for word in words.split()}


def _names(table: Mapping[str, Any]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}
