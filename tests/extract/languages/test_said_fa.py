"""Who said what in Persian: verbs of one word or two behind their speaker, and near misses."""

from __future__ import annotations

import pytest

from said import NOTHING, Row, Said, check

CASES: list[Row] = [
    ("وزیر دفاع گفت که ⟦دو نفر کشته شدند⟧.", Said("وزیر دفاع", "گفت")),
    ("سخنگوی ارتش روز جمعه اعلام کرد که ⟦پل فرو ریخت⟧.", Said("سخنگوی ارتش", "اعلام کرد")),
    ("سخنگوی ارتش می‌گوید که ⟦پل فرو ریخت⟧.", Said("سخنگوی ارتش", "می‌گوید")),
    ("به گفته مقامات، ⟦دو نفر کشته شدند⟧.", Said("مقامات", "به گفته")),
    ("⟦دو نفر کشته شدند⟧، به گفته مقامات.", Said("مقامات", "به گفته")),
    ("وزارت بهداشت غزه اعلام کرد: «⟦۱۲ نفر کشته شدند.⟧»", Said("وزارت بهداشت غزه", "اعلام کرد", direct=True)),
    ("شهردار در گفتگو با خبرنگاران گفت: «⟦همه چیز را از نو می‌سازیم⟧».", Said("شهردار", "گفت", direct=True)),
    ("او افزود که ⟦کمک‌ها رسیده است⟧.", Said("او", "افزود")),
    ("رئیس‌جمهور تاکید کرد که ⟦گفتگوها ادامه دارد⟧.", Said("رئیس‌جمهور", "تاکید کرد")),
    ("وزیر دفاع، در نشستی خبری گفت که ⟦راه باز است⟧.", Said("وزیر دفاع", "گفت")),
    ("دو نفر کشته شدند.", NOTHING),
    ("او حقیقت را گفت و رفت.", NOTHING),
    ("کتاب «وزیر چه گفت» در بهار منتشر شد.", NOTHING),
    ("به گزارش خبرگزاری فارس، ⟦سه نفر زخمی شدند⟧.", Said("خبرگزاری فارس", "به گزارش")),
    ("خبر این حمله دیروز رسید.", NOTHING),
    ("وی گفت حال او خوب است.", NOTHING),
    ("محمود بصل، سخنگوی دفاع مدنی، به خبرگزاری فرانسه گفت که ⟦جستجو ادامه دارد⟧.", Said("محمود بصل", "گفت")),
    ("رسانه‌های محلی گزارش دادند که ⟦صدای انفجار شنیده شد⟧.", Said("رسانه‌های محلی", "گزارش دادند")),
    ("به گفته او وضعیت وخیم است.", NOTHING),
    ("یک شاهد عینی گفت: «صدایی شنیدیم». وی همچنین تاکید کرد که ⟦کمک رسید⟧.", Said("یک شاهد عینی", "همچنین تاکید کرد")),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_who_said_what(row: Row) -> None:
    check(row, lang="fa")


# a headline's colon speaks where a noun that speaks stands before it, not behind a place
HEADLINES: list[Row] = [
    ("وزیر دفاع: ⟦گفتگوها ادامه دارد⟧", Said("وزیر دفاع", ":")),
    ("خارکیف: دو کشته", NOTHING),
]


@pytest.mark.parametrize("row", HEADLINES, ids=lambda row: row[0])
def test_a_colon_in_a_headline(row: Row) -> None:
    check(row, lang="fa", kind="headline")
