"""Who said what in Hebrew: a speaker on either side of the verb, phrases around a name, and near misses."""

from __future__ import annotations

import pytest

from said import NOTHING, Row, Said, check

CASES: list[Row] = [
    ("הדובר אמר כי ⟦שניים נהרגו⟧.", Said("הדובר", "אמר")),
    ('דובר צה"ל מסר כי ⟦הגשר קרס⟧.', Said('דובר צה"ל', "מסר")),
    ('"⟦החזקנו מעמד כל הלילה⟧", אמר הדובר.', Said("הדובר", "אמר", direct=True)),
    ('"⟦צה"ל החזיק מעמד כל הלילה⟧", אמר הרמטכ"ל.', Said('הרמטכ"ל', "אמר", direct=True)),
    ("לפי משרד הבריאות, ⟦שניים נהרגו⟧.", Said("משרד הבריאות", "לפי")),
    ("לדברי השר, ⟦המשא ומתן נמשך⟧.", Said("השר", "לדברי")),
    ("⟦שניים נהרגו⟧, לפי משרד הבריאות.", Said("משרד הבריאות", "לפי")),
    ("מסר משרד הבריאות כי ⟦שניים נהרגו⟧.", Said("משרד הבריאות", "מסר")),
    ("שר הביטחון הודיע ביום שישי כי ⟦הדרך נפתחה⟧.", Said("שר הביטחון", "הודיע")),
    ('הנשיא אמר: "⟦נבנה הכול מחדש⟧".', Said("הנשיא", "אמר", direct=True)),
    ("הדובר אמר ש⟦שניים נהרגו⟧.", Said("הדובר", "אמר")),
    ("הוא אמר את האמת והלך.", NOTHING),
    ("נמסר כי ⟦הגשר קרס⟧.", Said(None, "נמסר")),
    ('הספר "מה אמר הדובר" יצא במאי.', NOTHING),
    ("שניים נהרגו ושלושה נפצעו.", NOTHING),
    ("תושבת העיר סיפרה כי ⟦אין מים⟧.", Said("תושבת העיר", "סיפרה")),
    ("ראש העיר אמר לעיתונאים כי ⟦אין מים⟧.", Said("ראש העיר", "אמר")),
    ('"הבית קרס בלילה", סיפר אחד התושבים. לדבריו, ⟦הילדים נפצעו⟧.', Said("אחד התושבים", "לדבריו")),
    ("כתב העיתון נפצע בתקיפה.", NOTHING),
    ('השגריר סיפר שהשיחות התקדמו. היא הוסיפה: "⟦לא ישנתי כל הלילה⟧".', Said("היא", "הוסיפה", direct=True)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_who_said_what(row: Row) -> None:
    check(row, lang="he")


# a headline's colon speaks where a noun that speaks stands before it, not behind a place
HEADLINES: list[Row] = [
    ("השר: ⟦השיחות יימשכו⟧", Said("השר", ":")),
    ("חרקוב: שני הרוגים", NOTHING),
]


@pytest.mark.parametrize("row", HEADLINES, ids=lambda row: row[0])
def test_a_colon_in_a_headline(row: Row) -> None:
    check(row, lang="he", kind="headline")
