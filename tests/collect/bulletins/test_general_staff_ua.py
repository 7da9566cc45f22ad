"""Lines of the General Staff's list, in the forms met on its own pages and on pages that pass the list on."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.claims.errors import SourceError
from tallywire.collect.bulletins.general_staff_ua import read, recognises

UK = "Загальні бойові втрати противника з 24.02.22 по 11.11.22 орієнтовно становили:\n"
EN = "The total combat losses of the enemy from 24.02.22 to 11.11.22 were approximately:\n"

# heading, line, (category, total, stated change, modifier); all rows were used to develop
LINES = [
    (UK, "особового складу ‒ близько 79400 (+710) осіб ліквідовано,", ("personnel", 79400, 710, "about")),
    (UK, "особового складу - близько 79 400 (+710) осіб ліквідовано", ("personnel", 79400, 710, "about")),
    (UK, "особового складу — близько 79\u00a0400 (+710) осіб;", ("personnel", 79400, 710, "about")),
    (UK, "особового складу – понад 12000 осіб", ("personnel", 12000, None, "at_least")),
    (UK, "особового складу ‒ 79400 +710 осіб ліквідовано", ("personnel", 79400, 710, "exact")),
    (UK, "танків - 2814 (+10) од", ("tank", 2814, 10, "exact")),
    (UK, "танків ‒ 2 814 (+10) од.,", ("tank", 2814, 10, "exact")),
    (UK, "• танки — 2814 (+10 за минулу добу);", ("tank", 2814, 10, "exact")),
    (UK, "💥 ББМ: 5696 (+14)", ("afv", 5696, 14, "exact")),
    (UK, "бойових броньованих машин ‒ 5696 (+14) од", ("afv", 5696, 14, "exact")),
    (UK, "РСЗВ – 393 (+0) од", ("mlrs", 393, 0, "exact")),
    (UK, "РСЗВ – 393", ("mlrs", 393, None, "exact")),
    (UK, "засоби ППО ‒ 205 (+0) од,", ("air_defence", 205, 0, "exact")),
    (UK, "БПЛА оперативно-тактичного рівня – 1505 (+6)", ("uav", 1505, 6, "exact")),
    (UK, "кораблів / катерів ‒ 16 (+0) од", ("ship", 16, 0, "exact")),
    (UK, "кораблі /катери — 16;", ("ship", 16, None, "exact")),
    (UK, "автомобільної техніки та автоцистерн – 4259 (+17) од", ("vehicle", 4259, 17, "exact")),
    (UK, "спеціальна техніка ‒ 159 (-2).", ("special_equipment", 159, -2, "exact")),
    (EN, "personnel ‒ about 79400 (+710) persons were liquidated,", ("personnel", 79400, 710, "about")),
    (EN, "Personnel - about 79,400 (+710) people were eliminated", ("personnel", 79400, 710, "about")),
    (EN, "tanks ‒ 2814 (+10)", ("tank", 2814, 10, "exact")),
    (EN, "tanks - 2,814 (+10) units", ("tank", 2814, 10, "exact")),
    (EN, "APV ‒ 5696 (+14),", ("afv", 5696, 14, "exact")),
    (EN, "UAV operational-tactical level – 1505 (+6),", ("uav", 1505, 6, "exact")),
    (EN, "warships / boats ‒ 16 (+0),", ("ship", 16, 0, "exact")),
    (EN, "Anti-aircraft warfare systems ‒ 205 (+0),", ("air_defence", 205, 0, "exact")),
    (EN, "vehicles and fuel tanks – 4259 (+17),", ("vehicle", 4259, 17, "exact")),
    (EN, "special equipment ‒ 159 (+0).", ("special_equipment", 159, 0, "exact")),
]


@pytest.mark.parametrize(("heading", "line", "says"), LINES, ids=[line for _, line, _ in LINES])
def test_a_line_of_the_list(heading: str, line: str, says: tuple[str, int, int | None, str]) -> None:
    bulletin = read(heading + line)
    assert [(p.category, p.total, p.change, p.modifier) for p in bulletin.points] == [says]
    assert bulletin.unrecognised == ()


HEADINGS = [
    ("Загальні бойові втрати противника з 24.02.22 по 11.11.22 орієнтовно становили:", date(2022, 11, 11)),
    ("Загальні бойові втрати противника з 24.02 до 07.12 орієнтовно становлять:", date(2022, 12, 7)),
    ("Загальні бойові втрати противника з 24.02.2022 по 24.09.2023 орієнтовно становили", date(2023, 9, 24)),
    ("The total combat losses of the enemy from 24.02 to 23.04 are approximately:", date(2022, 4, 23)),
    ("The total combat losses of the enemy from 24.02.22 to 03.01.23 were approximately:", date(2023, 1, 3)),
    ("The total combat losses of the enemy from 24.02.2022 to 08.03.2023 were approximately:", date(2023, 3, 8)),
]


@pytest.mark.parametrize(("heading", "day"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_the_day_of_a_heading(heading: str, day: date) -> None:
    text = f"{heading}\nтанків - 10 од\n"
    assert recognises(text)
    assert [point.day for point in read(text).points] == [day]


def test_the_whole_list_in_one_sentence() -> None:
    sentence = (
        "Втрати з 24.02 до 07.12 орієнтовно становлять: особового складу — близько 92 740 (+540) осіб ліквідовано, "
        "танків — 2935 (+6) од., кораблів/катерів — 16 (+0) од. Нагадаємо, оборона триває."
    )
    bulletin = read(sentence)
    assert [(p.category, p.total) for p in bulletin.points] == [("personnel", 92740), ("tank", 2935), ("ship", 16)]
    assert [remark.words for remark in bulletin.remarks] == ["Нагадаємо, оборона триває."]


def test_a_title_that_repeats_the_heading_reads_once() -> None:
    assert len(read(EN + EN + "tanks - 2814 (+10)\n").points) == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("airships ‒ 3 (+1)", "no category is called 'airships'"),
        ("tanks ‒ 2814 (+10) of them burnt", "no form reads 'of them burnt'"),
        ("tanks between 10 and 20", "a number inside the list"),
    ],
)
def test_a_line_that_no_form_reads_is_told_with_its_line(line: str, why: str) -> None:
    bulletin = read(f"{EN}{line}\nspecial equipment ‒ 159 (+0)\n", "post.txt")
    assert [(u.words, u.line, u.origin) for u in bulletin.unrecognised] == [(line, 2, "post.txt")]
    assert why in bulletin.unrecognised[0].why
    assert len(bulletin.points) == 1


def test_forms_have_days_and_a_form_before_its_time_is_noted() -> None:
    early = read("Losses from 24.02 to 23.03 are:\npersonnel ‒ about 15600 persons\n")
    assert (early.points[0].version, early.notes) == ("2022-02-24", ())
    odd = read("Losses from 24.02 to 23.03 are:\npersonnel ‒ about 15600 (+300) persons were liquidated\n")
    assert odd.points[0].version == "2022-04-17"
    assert [note.code for note in odd.notes] == ["form_before_its_time"]


@pytest.mark.parametrize(
    "text",
    [
        "tanks - 2814 (+10)",
        EN + "nothing to report\n",
        "Losses from 24.02.22 to 31.11.22:\ntanks - 2814\n",
        "Losses from 24.02.22 to 11.11:\ntanks - 2814\n",
    ],
    ids=["no heading", "no list", "no such day", "which year"],
)
def test_an_unknown_form_is_an_error_with_its_line(text: str) -> None:
    with pytest.raises(SourceError) as error:
        read(text, "post.txt")
    assert (error.value.code, error.value.where, error.value.line) == ("unknown_form", "post.txt", 1)


@pytest.mark.parametrize(
    "text", ["", "The enemy lost 2814 tanks from 24.02.22 to 11.11.22.", '[{"date": "2022-11-11"}]']
)
def test_other_texts_are_not_recognised(text: str) -> None:
    assert not recognises(text)


KNOWN, UNKNOWN = "tanks ‒ {} (+1)", "airships ‒ {} (+1)"


@given(st.lists(st.tuples(st.sampled_from([KNOWN, UNKNOWN]), st.integers(0, 10**7)), min_size=1, max_size=8))
def test_every_line_of_a_list_is_read_or_told(lines: list[tuple[str, int]]) -> None:
    bulletin = read(EN + "special equipment ‒ 1\n" + "\n".join(line.format(total) for line, total in lines))
    assert len(bulletin.points) + len(bulletin.unrecognised) == len(lines) + 1
    totals = [total for line, total in lines if line == KNOWN]
    assert [point.total for point in bulletin.points[1:]] == totals


@given(st.text(max_size=200))
def test_any_text_below_a_heading_is_read_or_refused(words: str) -> None:
    # Suppressed is only what the reader says of forms it does not know; anything else is a fault of ours.
    with suppress(SourceError):
        assert read(EN + words).points
