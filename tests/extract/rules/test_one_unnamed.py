"""A noun alone is one where its article would be written with it: Arabic."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, abducted, check, killed, wounded

LANG = "ar"
CASES = [
    ("أعلن الجيش مقتل ⟦جندي⟧ في الجنوب.", killed(1, "combatant")),
    ("أدى القصف إلى إصابة ⟦طفلة⟧ بجروح.", wounded(1, "child")),
    ("أعلنت الشرطة اختطاف ⟦مهندس⟧ أمس.", abducted(1)),
    ("أعلن الجيش مقتل ⟦ضابط⟧ وإصابة ⟦جندي⟧.", killed(1, "combatant"), wounded(1, "combatant")),
    ("أعلن الجيش مقتل قائد اللواء.", NOTHING),
    ("أعلن الجيش مقتل الجندي.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_one_unnamed(row: Row) -> None:
    check(row, lang=LANG)
