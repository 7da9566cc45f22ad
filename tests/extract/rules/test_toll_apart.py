"""A toll whose verb stands behind all else: German."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, about, at_least, check, killed, wounded

LANG = "de"
CASES = [
    ("Die Zahl der Toten ist auf ⟦27⟧ gestiegen.", killed(27)),
    ("Die Zahl der Verletzten ist inzwischen auf ⟦rund 100⟧ angestiegen.", wounded(about(100))),
    ("Die Opferzahl ist auf ⟦mindestens zwölf⟧ gestiegen.", killed(at_least(12))),
    ("Die Zahl der Verletzten liegt nach Angaben des Ministeriums für Gesundheit bei ⟦400⟧.", wounded(400)),
    ("Die Zahl der Soldaten ist auf 40.000 gestiegen, viele sind verletzt.", NOTHING),
    ("Die Zahl der Angriffe auf Verletzte ist um 12 Prozent gestiegen.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_toll_apart(row: Row) -> None:
    check(row, lang=LANG)
