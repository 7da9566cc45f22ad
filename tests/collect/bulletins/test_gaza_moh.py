"""The ministry's daily report in our own words, with the numbers of true reports."""

from __future__ import annotations

from datetime import date

import pytest

from tallywire.claims.errors import SourceError
from tallywire.collect.bulletins import read as read_any
from tallywire.collect.bulletins.gaza_moh import read, recognises

EN = "Gaza's Ministry of Health, daily statistical report, {}\n"
AR = "وزارة الصحة في غزة - التقرير الإحصائي اليومي، {}\n"
TOLL = "This brings the toll to 68,280 killed and 170,375 injured since 7 October 2023.\n"

# day as written, sentence, what it states: category, total, change
SENTENCES = [
    ("5 May 2025", "Hospitals received 40 killed and 125 injured in the past 24 hours.", "killed -/40 injured -/125"),
    ("5 May 2025", "In the last 48 hours 7 people were killed and 33 were wounded.", "killed -/7 injured -/33"),
    (
        "May 5, 2025",
        "The toll since October 7, 2023 is 52,567 dead and 118,610 wounded.",
        "killed 52567/- injured 118610/-",
    ),
    (
        "23/10/2025",
        "14 killed (1 by direct fire, 13 recovered bodies) and 2 injured arrived in the past 24 hours.",
        "killed -/14 killed_new -/1 killed_recovered -/13 injured -/2",
    ),
    (
        "16 October 2025",
        "Hospitals received 29 martyrs (22 recovered, 3 who died of their wounds, 4 new) in the past 24 hours.",
        "killed -/29 killed_recovered -/22 killed_succumbed -/3 killed_new -/4",
    ),
    (
        "23 October 2025",
        "Since the ceasefire (11 October 2025):\n- Total killed: 89\n- Total injured: 317\n- Total recovered: 449",
        "killed_since_ceasefire 89/- injured_since_ceasefire 317/- recovered_since_ceasefire 449/-",
    ),
    (
        "2 July 2026",
        "Since the ceasefire of 11 October 2025, 1,059 were killed, 3,429 injured and 788 bodies recovered.",
        "killed_since_ceasefire 1059/- injured_since_ceasefire 3429/- recovered_since_ceasefire 788/-",
    ),
    (
        "25 August 2025",
        "Since 18 March 2025 there were 10,900 killed and 46,218 injured.",
        "killed_since_march_2025 10900/- injured_since_march_2025 46218/-",
    ),
    (
        "25 August 2025",
        "The total of aid seekers rose to 2,123 killed and 15,615 injured.",
        "aid_seekers_killed 2123/- aid_seekers_injured 15615/-",
    ),
    (
        "25 August 2025",
        "In the past 24 hours 28 aid seekers were killed and 184 were injured.",
        "aid_seekers_killed -/28 aid_seekers_injured -/184",
    ),
    (
        "25 August 2025",
        "Deaths by famine and malnutrition now total 300 deaths, 117 of them children.",
        "famine 300/- famine_children 117/-",
    ),
    (
        "11 October 2025",
        "The judicial committee accepted 320 names.\n151 killed and 72 injured were received in the past 24 hours.",
        "killed_committee -/320 killed_with_bodies -/151 injured -/72",
    ),
    (
        "11 أكتوبر 2025",
        "استقبلت المستشفيات ١٥١ شهيدًا (منهم 116 انتشال، و35 شهداء جدد) و72 إصابة خلال الـ24 ساعة الماضية.",
        "killed -/151 killed_recovered -/116 killed_new -/35 injured -/72",
    ),
    (
        "11 أكتوبر 2025",
        "ارتفعت الحصيلة إلى 67,682 شهيدًا و170,033 إصابة منذ السابع من أكتوبر 2023.",
        "killed 67682/- injured 170033/-",
    ),
    ("11 أكتوبر 2025", "أقرت اللجنة القضائية إضافة 320 شهيدًا.", "killed_committee -/320"),
    (
        "11 أكتوبر 2025",
        "بلغ إجمالي وفيات المجاعة 463 حالة وفاة، من ضمنهم 157 طفلًا.",
        "famine 463/- famine_children 157/-",
    ),
    (
        "4 نوفمبر 2025",
        "منذ وقف إطلاق النار (11 أكتوبر 2025):\n• إجمالي الشهداء: 241\n• إجمالي الإصابات: 609\n• إجمالي الانتشال: 513",
        "killed_since_ceasefire 241/- injured_since_ceasefire 609/- recovered_since_ceasefire 513/-",
    ),
]


@pytest.mark.parametrize(("day", "sentence", "states"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_a_sentence_of_the_report(day: str, sentence: str, states: str) -> None:
    heading = EN if day.isascii() else AR
    bulletin = read(heading.format(day) + sentence)
    words = states.split()
    wanted = dict(zip(words[::2], words[1::2], strict=True))
    said = {
        p.category: "/".join("-" if number is None else str(number) for number in (p.total, p.change))
        for p in bulletin.points
    }
    assert said == wanted
    assert bulletin.unrecognised == ()


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        (EN.format("Thursday 23 October 2025"), date(2025, 10, 23)),
        (EN.format("October 23, 2025"), date(2025, 10, 23)),
        (EN.format("23/10/2025"), date(2025, 10, 23)),
        (AR.format("الخميس 23 أكتوبر 2025"), date(2025, 10, 23)),
        (EN.format("on harm since 7 October 2023, issued on 23.10.2025"), date(2025, 10, 23)),
    ],
)
def test_the_day_of_a_report(heading: str, day: date) -> None:
    assert recognises(heading + TOLL)
    assert {point.day for point in read(heading + TOLL).points} == {day}


def test_a_whole_report_joins_totals_and_changes_of_its_sentences() -> None:
    text = EN.format("23 October 2025") + "14 killed and 2 injured were received in the past 24 hours.\n" + TOLL
    bulletin = read_any(text, "report.txt")
    killed, injured = bulletin.points
    assert (killed.total, killed.change, killed.hours, killed.origin) == (68280, 14, 24, "report.txt")
    assert (injured.total, injured.change) == (170375, 2)
    assert "14 killed" in killed.words
    assert "68,280 killed" in killed.words


def test_bodies_handed_over_are_in_no_count_and_are_told() -> None:
    text = EN.format("23 October 2025") + TOLL + "So far 195 bodies were handed over, of which 57 have a name."
    (first, second) = read(text, "r.txt").unrecognised
    assert (first.line, first.origin, first.why[:3], second.why[:2]) == (3, "r.txt", "195", "57")


def test_a_second_number_for_the_same_count_is_told() -> None:
    text = EN.format("23 October 2025") + TOLL + "Since 7 October 2023 there were 68,281 killed."
    bulletin = read(text)
    assert [p.total for p in bulletin.points if p.category == "killed"] == [68280]
    assert [one.why for one in bulletin.unrecognised] == ["killed: a total of 68,281 beside 68,280, which stays"]


def test_a_form_met_before_its_time_is_noted() -> None:
    text = EN.format("23 October 2024") + "12 recovered bodies arrived in the past 24 hours."
    assert [note.code for note in read(text).notes] == ["form_before_its_time"]


def test_a_report_without_a_day_is_an_error() -> None:
    with pytest.raises(SourceError, match="names no day"):
        read(EN.format("Thursday") + TOLL)


REPORT = EN.format("23 October 2025") + TOLL


@pytest.mark.parametrize(
    "text",
    [
        "",
        TOLL,
        EN.format("Thursday") + TOLL,
        EN.format("23 October 2025") + "14 killed in the past 24 hours.",
        REPORT.replace("Ministry of Health", "Red Crescent"),
        REPORT.replace("daily statistical report", "press release"),
        REPORT + "And a long story of other matters. " * 200,
        "[" + REPORT,
    ],
)
def test_other_texts_are_not_recognised(text: str) -> None:
    assert not recognises(text)
