"""Which war a text is about, by the sides and countries it names."""

from __future__ import annotations

from datetime import date

import pytest

from tallywire.catalog.conflicts import conflict_of, conflicts

ABOUT = [
    # sides            countries  day                which
    ("UKR RUS", "UA", date(2022, 11, 11), "UKR-2022"),
    ("RUS", "UA RU", None, "UKR-2022"),
    ("UKR RUS", "UA", date(2019, 5, 1), "DONBAS-2014"),
    ("ISR HAMAS", "PS", date(2024, 5, 1), "GAZA-2023"),
    ("ISR HAMAS", "PS", date(2014, 7, 20), "GAZA-2014"),
    ("SDN RSF", "", None, "SDN-2023"),
    ("COL", "CO", date(1989, 1, 1), "COL-1964"),
    ("ARM AZE", "AZ", date(2020, 11, 1), "KARABAKH-2020"),
    ("FRA", "DE", None, None),
    ("", "", None, None),
]


@pytest.mark.parametrize(("sides", "countries", "day", "which"), ABOUT)
def test_which_conflict(sides: str, countries: str, day: date | None, which: str | None) -> None:
    found = conflict_of(sides.split(), countries.split(), day)
    assert (found.id if found else None) == which


def test_no_war_ends_before_it_begins() -> None:
    assert all(one.end is None or one.start <= one.end for one in conflicts())


def test_ids_stand_once() -> None:
    ids = [one.id for one in conflicts()]
    assert len(ids) == len(set(ids))
