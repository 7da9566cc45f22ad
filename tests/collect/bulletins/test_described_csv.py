"""Tables that anybody brings: descriptions in front of them, and what is said of rows, columns and keys that misfit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tallywire.claims.errors import SourceError
from tallywire.claims.figure import Modifier
from tallywire.claims.series import Definition
from tallywire.collect.bulletins import series
from tallywire.collect.bulletins.described_csv import read, recognises

HEAD = """id = "harbour_hospital"
name = "Deaths counted by the harbour hospital"
claimant = "Harbour Hospital"
side = "Sudan"
term = "died"
"""
WIDE = f"""{HEAD}
[columns]
day = "Date"
day_form = "%d.%m.%Y"

[[categories]]
id = "dead"
kind = "killed"
what = "person"
column = "Deaths"

[[categories]]
id = "hurt"
kind = "wounded"
what = "person"
accepts = ["casualties"]
column = "Injured"

[[definitions]]
says = "those who died in its wards"
by = "its director"
since = 2023-05-01
disputed = false
reference = "its notes on method"
"""
LONG = f"""{HEAD}starts = 2023-04-15
[columns]
day = "day"
category = "what"
total = "sum"
change = "new"
modifier = "hedge"

[[categories]]
id = "dead"
kind = "killed"
what = "person"
"""
ROWS = "Date;Deaths;Injured\n01.05.2023;10;1 030\n02.05.2023;14;\n"


def joined(description: str, table: str) -> str:
    return f"+++\n{description}+++\n{table}"


def test_a_column_a_category() -> None:
    bulletin = read(joined(WIDE, ROWS), "e.csv")
    said = [(point.day.day, point.category, point.total, point.change) for point in bulletin.points]
    assert said == [(1, "dead", 10, None), (1, "hurt", 1030, None), (2, "dead", 14, None)]  # empty is unknown, not zero
    assert bulletin.unrecognised == ()
    info = bulletin.info
    assert info is not None
    assert (info.claimant, info.claimant_id, info.side_id) == ("Harbour Hospital", "Harbour Hospital", "SDN")
    assert (info.starts, info.term) == (date(2023, 5, 1), "died")
    assert info.category("hurt").accepts == ("wounded", "casualties")
    says = "those who died in its wards"
    assert info.definitions == (Definition(says, "its director", date(2023, 5, 1), False, "its notes on method"),)


@pytest.mark.parametrize(
    ("row", "total", "change", "modifier"),
    [
        ("2023-05-01,dead,10,,", 10, None, "exact"),
        ("2023-05-01,dead,10,+4,about", 10, 4, "about"),
        ("2023-05-01,dead,10,-4,more", 10, -4, "at_least"),
        ('2023-05-01,dead,"1,010",0,at_most', 1010, 0, "at_most"),
    ],
)
def test_a_line_a_category(row: str, total: int, change: int | None, modifier: Modifier) -> None:
    bulletin = read(joined(LONG, f"day,what,sum,new,hedge\n{row}\n"))
    (point,) = bulletin.points
    assert (point.total, point.change, point.modifier) == (total, change, modifier)
    assert bulletin.info
    assert bulletin.info.starts == date(2023, 4, 15)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2023-05-02;12;3", "'2023-05-02' is not a day of the form %d.%m.%Y"),
        ("30.02.2023;12;3", "'30.02.2023' is not a day"),
        ("02.05.2023;twelve;", "Deaths is 'twelve', not a whole number"),
        ("02.05.2023;12.5;", "Deaths is '12.5', not a whole number"),
        ("02.05.2023;12", "the line has 2 cells and the first line 3"),
        ("01.05.2023;12;3", "line 2 states this day and category already"),
    ],
)
def test_a_row_that_misfits_is_told_and_the_rest_is_read(row: str, why: str, tmp_path: Path) -> None:
    table = f"Date;Deaths;Injured\n01.05.2023;10;30\n{row}\n03.05.2023;16;33\n"
    (tmp_path / "e.csv").write_text(table, encoding="utf-8")
    (tmp_path / "e.toml").write_text(WIDE, encoding="utf-8")
    (found,) = series([tmp_path / "e.csv"])
    assert [point.total for point in found.points if point.category == "dead"] == [10, 16]
    (told,) = found.unrecognised
    assert told.why.startswith(why)
    assert (told.line, told.origin) == (3, str(tmp_path / "e.csv"))  # the line of the table, not of what was joined


def test_a_column_that_is_absent_is_told_and_the_others_are_read() -> None:
    bulletin = read(joined(WIDE, "Date;Deaths\n01.05.2023;10\n"))
    assert [(point.category, point.total) for point in bulletin.points] == [("dead", 10)]
    assert [one.words for one in bulletin.unrecognised] == ["Injured"]


@pytest.mark.parametrize(
    ("description", "table", "code", "says"),
    [
        (WIDE, "Day;Deaths;Injured\n01.05.2023;10;3\n", "no_column", "no column 'Date' (it has: Day, Deaths, Injured"),
        (WIDE, "Date;Deaths;Injured\n1 May;10;3\n", "no_totals", "'1 May' is not a day of the form"),
        (WIDE.replace("claimant", "claiment"), ROWS, "unknown_key", "'claiment' (known: id, name, claimant,"),
        (WIDE.replace('term = "died"\n', ""), ROWS, "missing_key", "the key 'term' is missing"),
        (WIDE.replace("harbour_hospital", "general_staff_ua"), ROWS, "taken", "is a series of the catalogue"),
        (WIDE.replace("harbour_hospital", "Harbour 1"), ROWS, "bad_id", "small letters"),
        (WIDE.replace('"killed"', '"gone"'), ROWS, "unknown_word", "unknown 'gone'"),
        (WIDE.replace("= 2023-05-01", '= "2023-05-01"'), ROWS, "bad_value", "without marks"),
        (WIDE.replace('term = "died"', "term = 4"), ROWS, "bad_value", "words in marks"),
        (WIDE.replace('day = "Date"', 'dya = "Date"'), ROWS, "no_columns", "which column holds the day"),
        (WIDE.replace('"%d.%m.%Y"', "4"), ROWS, "bad_value", "day_form under [columns] is 4"),
        (WIDE.replace("day_form", "dayform"), ROWS, "unknown_key", "'dayform' under [columns]"),
        (LONG.replace('total = "sum"\n', ""), ROWS, "half_columns", "category and total go together"),
        (HEAD + '[columns]\nday = "Date"\n', ROWS, "no_categories", "[[categories]]"),
        (WIDE.replace("= false", "= no"), ROWS, "bad_description", "line"),
    ],
)
def test_a_description_that_misfits_says_what_to_do(description: str, table: str, code: str, says: str) -> None:
    with pytest.raises(SourceError) as error:
        read(joined(description, table), "e.csv")
    assert error.value.code == code
    assert says in str(error.value)
    assert "e.csv" in error.value.where


def test_the_description_may_lie_beside_the_table_or_name_it(tmp_path: Path) -> None:
    tmp_path.joinpath("e.csv").write_bytes(ROWS.replace("\n", "\r\n").encode("utf-16"))
    tmp_path.joinpath("e.toml").write_text(WIDE, encoding="utf-8")
    tmp_path.joinpath("other.toml").write_text(f'file = "e.csv"\n{WIDE}', encoding="utf-8")
    tmp_path.joinpath("alone.csv").write_text(joined(WIDE, ROWS), encoding="utf-8")
    found = [series([tmp_path / name])[0] for name in ("e.csv", "e.toml", "other.toml", "alone.csv")]
    assert len({one.info for one in found}) == 1
    assert [[point.total for point in one.points] for one in found] == [[10, 14, 1030]] * 4


@pytest.mark.parametrize(("text", "known"), [("+++\n+++\n", True), ("+++ no end\n", False), ("a +++\n+++\n", False)])
def test_it_is_told_by_its_fences(text: str, known: bool) -> None:
    assert recognises(text) is known
