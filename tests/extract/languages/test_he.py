"""Hebrew as news writes it: "and", "the" and "that" written with their word, numbers with a hyphen, abbreviations."""

from __future__ import annotations

import pytest

from expect import (
    NOTHING,
    Row,
    abducted,
    about,
    at_least,
    at_most,
    between,
    captured,
    casualties,
    check,
    damaged,
    destroyed,
    detained,
    displaced,
    evacuated,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    missing,
    recaptured,
    remains,
    vague,
    wounded,
)
from tallywire.claims.article import Article, Segment
from tallywire.extract.document import read

CASES = [
    # word order
    ("⟦לפחות 12⟧ בני אדם נהרגו בהפצצה.", killed(at_least(12))),
    ("⟦12⟧ בני אדם נהרגו ו-⟦30⟧ נפצעו בתקיפה.", killed(12), wounded(30)),
    ("בתקיפה נהרגו ⟦שלושה⟧ ילדים.", killed(3, "child")),
    ("⟦שני⟧ חיילים נפלו בדרום.", killed(2, "combatant")),
    ("הכוחות חיסלו ⟦20⟧ מחבלים.", killed(20, "combatant")),
    ("הצבא הודיע על הריגתם של ⟦שישה⟧ חיילים.", killed(6, "combatant")),
    ("⟦ארבעה⟧ אזרחים נרצחו בפיגוע.", killed(4, "civilian")),
    ("⟦שבעה⟧ שוטרים נפצעו.", wounded(7, "police")),
    ("⟦12⟧ הרוגים ו-⟦30⟧ פצועים בתקיפה.", killed(12), wounded(30)),
    ("⟦125⟧ פצועים הובאו לבית החולים.", wounded(125)),
    ("הפיצוץ פצע ⟦12⟧ אזרחים.", wounded(12, "civilian")),
    # a noun alone
    ("⟦חייל⟧ נהרג בדרום.", killed(1, "combatant")),
    ("⟦אישה⟧ נפצעה מירי.", wounded(1, "woman")),
    ("ראש העיר נפצע.", NOTHING),
    # tolls
    ("מספר ההרוגים עלה ל-⟦41⟧.", killed(41)),
    ("מספר הפצועים עלה ל-⟦114⟧.", wounded(114)),
    # parts
    ("⟦15⟧ בני אדם נהרגו, בהם ⟦שלושה⟧ ילדים.", killed(15), killed(3, "child", subset_of=0)),
    # number words, digits, scales
    ("⟦עשרים וחמישה⟧ חיילים נהרגו.", killed(25, "combatant")),
    ("⟦שנים עשר⟧ אזרחים נהרגו.", killed(12, "civilian")),
    ("⟦2,500⟧ חיילים נהרגו.", killed(2500, "combatant")),
    ("⟦58 אלף⟧ בני אדם נהרגו.", killed(58000)),
    ("⟦1.2 מיליון⟧ בני אדם נעקרו.", displaced(1_200_000)),
    ("⟦עשרות⟧ חיילים נפצעו.", wounded(vague(20, 99), "combatant")),
    ("⟦מאות⟧ אזרחים נהרגו.", killed(vague(200, 999), "civilian")),
    # hedges
    ("⟦יותר מ-20⟧ בני אדם נהרגו.", killed(at_least(20))),
    ("⟦כ-300⟧ חיילים נכנעו.", captured(about(300), "combatant")),
    ("⟦לכל היותר 10⟧ בני אדם נפצעו.", wounded(at_most(10))),
    ("⟦בין 40 ל-50⟧ מחבלים נהרגו.", killed(between(40, 50), "combatant")),
    # kinds
    ("⟦20⟧ חיילים נעדרים.", missing(20, "combatant")),
    ("חמושים חטפו ⟦40⟧ תלמידים.", abducted(40, "child")),
    ("השוטרים עצרו ⟦12⟧ חשודים.", detained(12)),
    ("⟦600⟧ תושבים פונו.", evacuated(600, "civilian")),
    ("⟦115⟧ אסירים שוחררו.", freed(115)),
    ("הצוותים מצאו ⟦12⟧ גופות.", remains(12)),
    ("⟦שלושה⟧ מבנים ניזוקו.", damaged(3, "building")),
    ("הצבא כבש מחדש ⟦שישה⟧ כפרים.", recaptured(6, "settlement")),
    ("חיל האוויר יירט ⟦58⟧ כטב״מים.", intercepted(58, "uav")),
    ("הארגון שיגר ⟦67⟧ רקטות.", launched(67, "missile")),
    ("החטיבה איבדה ⟦12⟧ טנקים.", lost(12, "tank")),
    (
        "⟦ארבעה⟧ טנקים, ⟦שני⟧ מסוקים ו-⟦11⟧ רחפנים הושמדו.",
        destroyed(4, "tank"),
        destroyed(2, "helicopter"),
        destroyed(11, "uav"),
    ),
    ("בתקיפה היו ⟦434⟧ נפגעים.", casualties(434)),
    # who says it
    ("משרד הבריאות מסר כי ⟦30⟧ בני אדם נהרגו.", killed(30, source="משרד הבריאות")),
    ("דובר צה״ל הודיע כי ⟦שני⟧ חיילים נהרגו.", killed(2, "combatant")),
    ("לדברי המשטרה נפצעו ⟦שישה⟧ אזרחים.", wounded(6, "civilian")),
    ("הצבא טען כי ⟦50⟧ מחבלים נהרגו.", killed(50, "combatant", stance="alleged")),
    ("הצבא הכחיש כי ⟦20⟧ חיילים נהרגו.", killed(20, "combatant", stance="denied")),
    ("האם ⟦20⟧ בני אדם נהרגו?", killed(20, stance="question")),
    # whose, and over which time
    ("⟦12⟧ חיילים ישראלים נהרגו.", killed(12, "combatant", side="Israel")),
    ("מאז תחילת המלחמה נהרגו ⟦62⟧ אזרחים.", killed(62, "civilian", count="running_total")),
    ("בשבוע שעבר נהרגו ⟦40⟧ אזרחים.", killed(40, "civilian", count="period_total")),
    # what is no figure
    ("ב-24 בפברואר 2022 נהרגו ⟦שלושה⟧ חיילים.", killed(3, "combatant")),
    ("הרחפן טס 300 קילומטרים ואיש לא נפצע.", NOTHING),
    ("המטוסים ביצעו 13 תקיפות, יש נפגעים.", NOTHING),
    ("המשחק נמשך 90 דקות.", NOTHING),
    ("50 אחוזים מהפצועים שוחררו.", NOTHING),
    ("נאספו 12 מיליון דולר עבור הפצועים.", NOTHING),
    ("החייל שנפצע התאושש.", NOTHING),
    ("חטיבה 35 פועלת בעיר, יש נפגעים.", NOTHING),
    ("הנאום של הרמטכ״ל עסק בהרוגים.", NOTHING),
    ("ההצבעה הרגה את ההצעה.", NOTHING),
    ("⟦שלושה⟧ חיילים נהרגו בקרב בעיר חרקיב.", killed(3, "combatant", place="חרקיב")),
    ("⟦76⟧ כטב״מים אוקראיניים יורטו.", intercepted(76, "uav", side="Ukraine")),
    ("דובר צה״ל הודיע כי ⟦שלושה⟧ חיילים נהרגו.", killed(3, "combatant", side="Israel")),
    (
        "⟦ארבעה⟧ פעילי חיזבאללה נהרגו בלבנון. בין ההרוגים ⟦שתי⟧ נשים.",
        killed(4, "combatant"),
        killed(2, "woman", subset_of=None),
    ),
    ("⟦25⟧ בני אדם נהרגו בעיר עזה.", killed(25, place="עזה")),
    # a letter and a hyphen before a number with its mark of thousands
    ("מספר ההרוגים עלה ל-⟦72,133⟧, ומספר הפצועים ל-⟦171⟧.", killed(72133), wounded(171)),
    ("ב-24 השעות האחרונות נהרגו ⟦12⟧ בני אדם.", killed(12, period="ב-24 השעות האחרונות")),
    # what struck them stands behind the verb
    ("⟦ארבעה⟧ חיילים נהרגו מפגיעת פצצת מרגמה.", killed(4, "combatant")),
    ("⟦39⟧ בני אדם נפצעו במטח טילים.", wounded(39)),
    # fired from there: whose attack it was
    (
        "נורו טילים מאיראן לעבר ישראל ו-⟦7⟧ בני אדם נפצעו.",
        wounded(7, side="Israel"),
    ),
    ("מספר ההרוגים מאז חידוש המלחמה ב-18 במארס הגיע ל-⟦4924⟧.", killed(4924)),
    ("מספר ההרוגים עלה ל-⟦967⟧ והפצועים ל-⟦170⟧.", killed(967), wounded(170)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="he")


PAGE = (
    "12 הרוגים בתקיפה בשוק\n\n"
    "משרד הבריאות מסר כי 12 בני אדם נהרגו ו-30 נפצעו בתקיפה בשוק. בין ההרוגים שלושה ילדים.\n\n"
    "דובר צה״ל הודיע כי שני חיילים נהרגו וקצין נפצע בדרום. לדברי הצבא, ארבעה טנקים הושמדו.\n\n"
    "מאז תחילת המלחמה עלה מספר ההרוגים ל-58 אלף."
)
# number, kind, what, at least, who says it
FIGURES = [
    ("12", "killed", "person", 12, None),
    ("12", "killed", "person", 12, "משרד הבריאות"),
    ("30", "wounded", "person", 30, "משרד הבריאות"),
    ("שלושה", "killed", "child", 3, "משרד הבריאות"),
    ("שני", "killed", "combatant", 2, "דובר צה״ל"),
    ("קצין", "wounded", "combatant", 1, "דובר צה״ל"),
    ("ארבעה", "destroyed", "tank", 4, "הצבא"),
    ("58 אלף", "killed", "person", 58000, None),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="he")
    figures = read(article).figures
    assert [(f.words, f.kind, f.what, f.low, f.source.name if f.source else None) for f in figures] == FIGURES
