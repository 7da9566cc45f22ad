"""Bylines, and the people in them."""

import pytest

from tallywire.collect.authors import clean_names

SAID = [
    (["Anna Bondar"], ("Anna Bondar",)),
    (["By Anna Bondar and Ivan Koval"], ("Anna Bondar", "Ivan Koval")),
    (["Anna Bondar, Ivan Koval"], ("Anna Bondar", "Ivan Koval")),
    (["Anna Bondar,Ivan Koval"], ("Anna Bondar", "Ivan Koval")),
    (["Anna Bondar, Senior Correspondent"], ("Anna Bondar",)),
    (["Anna Bondar", "anna bondar"], ("Anna Bondar",)),
    (["https://courier.example/staff/anna"], ()),
    (["@annabondar"], ()),
    (["Anna Bondar", "The Courier"], ("Anna Bondar",)),
    (["The Courier"], ("The Courier",)),
    (["Ярослав Коваль та Олена Мороз"], ("Ярослав Коваль", "Олена Мороз")),
    (["Alexandra Anders"], ("Alexandra Anders",)),  # no "and" inside a name
    ([""], ()),
]


@pytest.mark.parametrize(("said", "names"), SAID)
def test_names(said: list[str], names: tuple[str, ...]) -> None:
    assert clean_names(said, "The Courier") == names
