"""What the catalogue says of series must be whole: kinds, names, dates and sources of definitions."""

from __future__ import annotations

from datetime import date

import pytest

from tallywire.catalog.series import categories_by_column, categories_by_name, fold, ids, info
from tallywire.claims.errors import CatalogError


@pytest.mark.parametrize("series_id", ids())
def test_a_series_is_whole(series_id: str) -> None:
    series = info(series_id)
    assert series.claimant
    assert series.definitions, "what it counts must be said by somebody"
    for definition in series.definitions:
        assert definition.says
        assert definition.by
        assert definition.reference
    columns = [category.column for category in series.categories if category.column]
    assert len(columns) == len(set(columns))
    for category in series.categories:
        assert category.names, f"{category.id} has no name in any bulletin"
        assert category.first is None or category.last is None or category.first <= category.last


def test_the_general_staff() -> None:
    series = info("general_staff_ua")
    assert (series.claimant_id, series.side_id, series.starts) == ("UKR-GS", "RUS", date(2022, 2, 24))
    assert (series.term, series.term_written, series.day_ends) == ("liquidated", "ліквідовано", "06:00 Europe/Kyiv")
    personnel = series.category("personnel")
    assert (personnel.kind, personnel.what) == ("killed", "combatant")
    assert {"killed", "casualties", "lost"} == set(personnel.accepts)
    assert all(definition.disputed for definition in series.definitions)
    assert len(series.categories) == 19


def test_columns_are_born_and_joined() -> None:
    series = info("general_staff_ua")
    vehicle = series.category("vehicle")
    assert vehicle.joins == ("road_vehicle", "fuel_truck")
    assert {series.category(joined).last for joined in vehicle.joins} == {date(2022, 4, 30)}
    assert vehicle.first == date(2022, 5, 1)


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("танків", "tank"),
        ("Tanks", "tank"),
        ("кораблів / катерів", "ship"),
        ("UAV operational‑tactical level", "uav"),
        ("vehicles", "road_vehicle"),
        ("vehicles and fuel tanks", "vehicle"),
    ],
)
def test_names_in_bulletins(name: str, category: str) -> None:
    assert categories_by_name("general_staff_ua")[fold(name)].id == category


def test_columns_of_the_data_set() -> None:
    assert categories_by_column("general_staff_ua")["field artillery"].id == "artillery"


def test_a_series_that_is_not_there_is_an_error() -> None:
    with pytest.raises(CatalogError, match="general_staff_ua"):
        info("nobody")
