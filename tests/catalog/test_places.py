"""The gazetteer knows a place by any of its names, the likeliest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallywire.catalog import places
from tallywire.catalog.places import FEATURES, PRECISIONS, longest_keys, lookup
from tallywire.claims.errors import CatalogError

FIRST = [
    # name                   GeoNames id  country  precision
    ("Kherson", 706448, "UA", "city"),
    ("Херсон", 706448, "UA", "city"),
    ("Kherson Oblast", 706442, "UA", "region"),
    ("Mykolaiv", 700569, "UA", "city"),
    ("Gaza Strip", 281132, "PS", "region"),
    ("قطاع غزة", 281132, "PS", "region"),
    ("Gazastrook", 281132, "PS", "region"),
    ("Oekraïne", 690791, "UA", "country"),
    ("Ukraine", 690791, "UA", "country"),
    ("U.S.", 6252001, "US", "country"),
    ("Georgia", 614540, "GE", "country"),
    ("Ky.", 6254925, "US", "region"),
    ("Laurel County", 4297480, "US", "district"),
    ("Robotyne", None, "UA", "city"),
]


@pytest.mark.parametrize(("name", "identifier", "country", "precision"), FIRST, ids=[row[0] for row in FIRST])
def test_the_likeliest_place_comes_first(name: str, identifier: int | None, country: str, precision: str) -> None:
    first = lookup(name)[0]
    assert (first.geonameid, first.country, first.precision) == (identifier, country, precision)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dnieper", "Dnipro river"),
        ("Kyiv", "Kiev"),
        ("Bakhmut", "Artemivsk"),
        ("Izyum", "Izium"),
        ("Mykolaiv", "Nikolaev"),
        ("Luhansk", "Lugansk"),
        ("El Fasher", "Al-Fashir"),
    ],
)
def test_variants_meet_in_one_place(one: str, other: str) -> None:
    assert lookup(one)[0] == lookup(other)[0]


def test_where_kherson_lies() -> None:
    kherson = lookup("Kherson")[0]
    assert (kherson.lat, kherson.lon) == (46.63695, 32.61458)


@pytest.mark.parametrize("name", ["", "us", "NATO", "IS", "he er song", "qqxz"])
def test_what_names_no_place(name: str) -> None:
    assert lookup(name) == ()


def test_names_that_begin_a_phrase() -> None:
    assert longest_keys("new york city police")[:2] == ["new york city", "new york"]


def test_every_feature_has_a_precision() -> None:
    assert set(FEATURES) == set(PRECISIONS)


def test_without_its_index_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "FOLDER", tmp_path)
    places._gazetteer.cache_clear()
    with pytest.raises(CatalogError, match="hatch_build"):
        places.of_key("a name that nobody asked for before")
    places._gazetteer.cache_clear()
