"""A part named before its whole: Turkish."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, check, killed, wounded

LANG = "tr"
CASES = [
    ("⟦12⟧'si çocuk ⟦30⟧ kişi öldü.", killed(12, "child", subset_of=1), killed(30)),
    ("⟦3⟧'ü kadın ⟦8⟧ kişi yaralandı.", wounded(3, "woman", subset_of=1), wounded(8)),
    ("⟦4⟧'ü çocuk ⟦9⟧ sivil öldürüldü.", killed(4, "child", subset_of=1), killed(9, "civilian")),
    ("Ölenlerin 12'si kimdi bilinmiyor.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_part_first(row: Row) -> None:
    check(row, lang=LANG)
