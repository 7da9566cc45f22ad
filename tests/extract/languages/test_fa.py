"""Persian as news writes it: the verb last, words joined by a zero-width mark, its own digits."""

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
    ("در این حمله ⟦دست‌کم ۱۲⟧ نفر کشته شدند.", killed(at_least(12))),
    ("⟦۱۲⟧ نفر در این حمله جان باختند.", killed(12)),
    ("⟦۱۲⟧ نفر کشته شدند و ⟦۳۰⟧ نفر زخمی شدند.", killed(12), wounded(30)),
    ("⟦سه⟧ کودک در حمله به شهر کشته شدند.", killed(3, "child")),
    ("⟦۱۴⟧ غیرنظامی جان خود را از دست دادند.", killed(14, "civilian")),
    ("ارتش ⟦۲۰⟧ شبه‌نظامی را کشت.", killed(20, "combatant")),
    ("ارتش از کشته شدن ⟦شش⟧ سرباز خبر داد.", killed(6, "combatant")),
    ("انفجار ⟦۱۲⟧ نفر را زخمی کرد.", wounded(12)),
    ("این حمله ⟦۱۲⟧ کشته و ⟦۳۰⟧ زخمی بر جای گذاشت.", killed(12), wounded(30)),
    ("⟦چهار⟧ پلیس در درگیری زخمی شدند.", wounded(4, "police")),
    ("⟦پنج⟧ نفر به شهادت رسیدند.", killed(5)),
    # tolls
    ("شمار کشته‌شدگان به ⟦۴۱⟧ نفر رسید.", killed(41)),
    ("تعداد زخمی‌ها به ⟦۱۱۴⟧ نفر افزایش یافت.", wounded(114)),
    # parts
    ("⟦۱۵⟧ نفر از جمله ⟦سه⟧ کودک کشته شدند.", killed(15), killed(3, "child", subset_of=0)),
    # single victims
    ("⟦یک⟧ زن کشته شد.", killed(1, "woman")),
    ("⟦یک⟧ نفر کشته شد و ⟦دو⟧ نفر زخمی شدند.", killed(1), wounded(2)),
    ("شهردار زخمی شد.", NOTHING),
    # number words, digits, scales
    ("⟦بیست و پنج⟧ سرباز کشته شدند.", killed(25, "combatant")),
    ("⟦صد و بیست⟧ سرباز کشته شدند.", killed(120, "combatant")),
    ("⟦دوازده⟧ غیرنظامی کشته شدند.", killed(12, "civilian")),
    ("⟦۲٬۵۰۰⟧ سرباز کشته شدند.", killed(2500, "combatant")),
    ("⟦۵۸ هزار و ۳۱۴⟧ نفر کشته شدند.", killed(58314)),
    ("⟦12⟧ نفر کشته شدند.", killed(12)),
    ("⟦۱٫۲ میلیون⟧ نفر آواره شدند.", displaced(1_200_000)),
    ("⟦صدها⟧ نفر کشته شدند.", killed(vague(200, 999))),
    ("⟦ده‌ها هزار⟧ نفر آواره شدند.", displaced(vague(20000, 99999))),
    ("⟦چند⟧ سرباز زخمی شدند.", wounded(vague(3, 9), "combatant")),
    # hedges
    ("⟦بیش از ۲۰⟧ نفر کشته شدند.", killed(at_least(20))),
    ("⟦حدود ۳۰۰⟧ سرباز تسلیم شدند.", captured(about(300), "combatant")),
    ("⟦حداکثر ۱۰⟧ نفر زخمی شدند.", wounded(at_most(10))),
    ("⟦۴۰ تا ۵۰⟧ شبه‌نظامی کشته شدند.", killed(between(40, 50), "combatant")),
    # kinds
    ("⟦۲۰⟧ سرباز مفقود شدند.", missing(20, "combatant")),
    ("افراد مسلح ⟦۴۰⟧ دانش‌آموز را ربودند.", abducted(40, "child")),
    ("پلیس ⟦۱۲⟧ نفر را بازداشت کرد.", detained(12)),
    ("⟦۶۰۰⟧ نفر تخلیه شدند.", evacuated(600)),
    ("⟦۱۱۵⟧ اسیر آزاد شدند.", freed(115)),
    ("امدادگران ⟦۱۲⟧ جسد یافتند.", remains(12)),
    ("⟦سه⟧ ساختمان آسیب دیدند.", damaged(3, "building")),
    ("ارتش ⟦شش⟧ روستا را بازپس گرفت.", recaptured(6, "settlement")),
    ("پدافند ⟦۵۸⟧ پهپاد را سرنگون کرد.", intercepted(58, "uav")),
    ("روسیه ⟦۶۷⟧ پهپاد و ⟦نه⟧ موشک شلیک کرد.", launched(67, "uav"), launched(9, "missile")),
    ("تیپ ⟦۱۲⟧ تانک از دست داد.", lost(12, "tank")),
    (
        "⟦چهار⟧ تانک، ⟦دو⟧ بالگرد و ⟦۱۱⟧ پهپاد منهدم شدند.",
        destroyed(4, "tank"),
        destroyed(2, "helicopter"),
        destroyed(11, "uav"),
    ),
    ("⟦۴ هزار⟧ سرباز کشته یا زخمی شدند.", casualties(4000, "combatant")),
    # who says it
    ("وزارت بهداشت اعلام کرد که ⟦۳۰⟧ نفر کشته شدند.", killed(30, source="وزارت بهداشت")),
    ("به گفته مقامات ⟦شش⟧ نفر زخمی شدند.", wounded(6)),
    ("ارتش ادعا کرد که ⟦۵۰⟧ شبه‌نظامی کشته شدند.", killed(50, "combatant", stance="alleged", source="ارتش")),
    ("وزارت دفاع تکذیب کرد که ⟦۲۰⟧ سرباز کشته شدند.", killed(20, "combatant", stance="denied")),
    ("آیا ⟦۲۰⟧ نفر کشته شدند؟", killed(20, stance="question")),
    # whose, and over which time
    ("⟦۱۲⟧ سرباز اسرائیلی کشته شدند.", killed(12, "combatant", side="Israel")),
    ("⟦سه⟧ سرباز روس زخمی شدند.", wounded(3, "combatant")),
    ("از آغاز جنگ ⟦۵۸ هزار⟧ نفر کشته شدند.", killed(58000, count="running_total")),
    ("هفته گذشته ⟦۴۰⟧ نفر کشته شدند.", killed(40, count="period_total")),
    # what is no figure
    ("در ۲۴ فوریه ۲۰۲۲ ⟦سه⟧ سرباز کشته شدند.", killed(3, "combatant")),
    ("مرد ۳۵ ساله از کشته‌شدگان گفت.", NOTHING),
    ("پهپاد ۳۰۰ کیلومتر پرواز کرد و کسی زخمی نشد.", NOTHING),
    ("ارتش ۱۳ حمله انجام داد و زخمی‌هایی بر جای گذاشت.", NOTHING),
    ("بازی ۹۰ دقیقه طول کشید.", NOTHING),
    ("۵۰ درصد مجروحان مرخص شدند.", NOTHING),
    # the doer after the attack is no place; a name and its post before the word of saying
    ("در حملات اسرائیل ⟦۱۸۴⟧ نفر زخمی شدند.", wounded(184, place=None)),
    ("علی رضایی، فرماندار خارکیف، گفت ⟦شش⟧ نفر کشته شدند.", killed(6, source="علی رضایی، فرماندار خارکیف")),
    ("در حمله پهپادی روسیه به اوکراین ⟦شش⟧ نفر کشته شدند.", killed(6, place="اوکراین")),
    ("به گفته ستاد کل ارتش اوکراین، روسیه ⟦۸۹۰⟧ سرباز از دست داد.", lost(890, "combatant", side="Russia")),
    ("در انفجاری در کابل ⟦هفت⟧ نفر کشته شدند.", killed(7, place="کابل")),
    ("در حمله اسرائیل به شهر نبطیه ⟦پنج⟧ نفر کشته شدند.", killed(5, place="نبطیه")),
    ("⟦۲۸⟧ نفر جان باختند و ⟦بیش از ۲۰⟧ نفر دیگر زخم برداشته‌اند.", killed(28), wounded(at_least(20))),
    ("⟦۲۰⟧ نفر زخم برداشتند.", wounded(20)),
    ("شمار شهدای این منطقه به ⟦۶۱ هزار و ۸۲۷⟧ نفر رسید.", killed(61827)),
    ("⟦۴۷⟧ فلسطینی به شهادت رسیده و ⟦۲۰۵⟧ نفر دیگر زخمی شدند.", killed(47), wounded(205)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="fa")


PAGE = (
    "حمله به بازار؛ دست‌کم ۱۲ کشته\n\n"
    "وزارت بهداشت اعلام کرد که در حمله پهپادی به بازار دست‌کم ۱۲ نفر کشته و ۳۰ نفر زخمی شدند. سه کودک در میان "
    "کشته‌شدگان هستند.\n\n"
    "ارتش اسرائیل از کشته شدن دو سرباز خبر داد. به گفته ارتش، چهار تانک منهدم شد.\n\n"
    "از آغاز جنگ شمار کشته‌شدگان به ۵۸ هزار و ۳۱۴ نفر رسیده است."
)
# number, kind, what, at least, who says it
FIGURES = [
    ("دست‌کم ۱۲", "killed", "person", 12, None),
    ("دست‌کم ۱۲", "killed", "person", 12, "وزارت بهداشت"),
    ("۳۰", "wounded", "person", 30, "وزارت بهداشت"),
    ("دو", "killed", "combatant", 2, "ارتش اسرائیل"),
    ("چهار", "destroyed", "tank", 4, "ارتش"),
    ("۵۸ هزار و ۳۱۴", "killed", "person", 58314, None),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="fa")
    figures = read(article).figures
    assert [(f.words, f.kind, f.what, f.low, f.source.name if f.source else None) for f in figures] == FIGURES
