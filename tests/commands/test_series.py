"""What a person meets who lists, shows, adds and fetches series at the prompt."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from served import HOST, Reply, Site, page, site
from tallywire import cli
from tallywire.claims.errors import Exit

pytestmark = pytest.mark.allow_hosts([HOST])

BULLETINS = Path(str(files("tallywire.catalog").joinpath("sample/bulletins")))
ROBOTS = b"User-agent: *\nDisallow: /closed/\n"
PERSONNEL = b'[{"date": "2022-11-10", "day": 260, "personnel": 78690, "personnel*": "about"}]'
MORE = b'[{"date": "2022-11-11", "day": 261, "personnel": 79400, "personnel*": "about"}]'
DESCRIPTION = """id = "harbour_hospital"
name = "Deaths counted by the harbour hospital"
claimant = "Harbour Hospital"
side = "Sudan"
term = "died"
[columns]
day = "Date"
[[categories]]
id = "dead"
kind = "killed"
what = "person"
column = "Deaths"
[[definitions]]
says = "those who died in its wards"
by = "its director"
since = 2023-05-01
disputed = true
reference = "its notes on method"
"""
TABLE = "Date,Deaths\n2023-05-01,10\n2023-05-02,14\n2023-05-04,21\n"


@dataclass(frozen=True)
class Answer:
    """What a command answered: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("TALLYWIRE_ALLOW_PRIVATE", HOST)
    media = {"Content-Type": "text/plain; charset=utf-8"}
    routes = {"/a.json": Reply(PERSONNEL, headers=media), "/page": Reply(page(12)), "/robots.txt": Reply(ROBOTS)}
    with site(routes) as running:
        yield running


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command as the prompt would."""

    def run(*words: str | Path) -> Answer:
        status = cli.run([str(word) for word in words])
        sys.stdout.flush()
        told = capfd.readouterr()
        return Answer(status, told.out, told.err)

    return run


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "war.tally"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    tmp_path.joinpath("deaths.toml").write_text(DESCRIPTION, encoding="utf-8")
    place = tmp_path / "deaths.csv"
    place.write_text(TABLE, encoding="utf-8")
    return place


def plain(text: str) -> str:
    return " ".join(text.split())


def test_list_names_what_the_catalogue_knows(ask: Ask) -> None:
    answer = ask("series", "list")
    assert answer.status == Exit.OK
    assert "claimed by General Staff of the Armed Forces of Ukraine; losses of Russia" in plain(answer.out)
    assert "at hand: nothing; `tallywire series fetch general_staff_ua --ledger FILE` gets it" in plain(answer.out)


def test_show_says_who_says_what_it_counts(ask: Ask) -> None:
    said = plain(ask("series", "show", "general_staff_ua").out)
    assert '"liquidated" (ліквідовано); totals since 24 February 2022' in said
    assert "a reporting day ends at 06:00 Europe/Kyiv" in said
    assert "vehicle: takes over road_vehicle and fuel_truck." in said
    assert "spokesman of the General Staff (A. Kovalov), since 27 February 2024; disputed" in said


def test_show_of_some_days_of_one_category(ask: Ask) -> None:
    days = ("--from", "2022-11-06", "--to", "2022-11-11")
    answer = ask("series", "show", "general_staff_ua", "--series", BULLETINS, *days, "--category", "personnel")
    assert "2022-11-11 personnel ~ 79,400 +710 +710" in plain(answer.out)
    assert "2022-11-05" not in answer.out
    (shown,) = map(
        json.loads,
        ask(
            "series", "show", "general_staff_ua", "--series", BULLETINS, *days, "--category", "tank", "--json"
        ).out.splitlines(),
    )
    last = shown["totals"][-1]
    assert (last["day"], last["total"], last["difference"], last["stated"]) == ("2022-11-11", 2814, 10, 10)
    assert shown["series"]["at_hand"]["days"] == 11


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nobody",), "there is no series 'nobody' (known: gaza_moh, general_staff_ua;"),
        (("general_staff_ua", "--category", "airship"), "has no category 'airship' (its categories: personnel,"),
        (("general_staff_ua", "--from", "2022-11-11", "--to", "2022-11-10"), "2022-11-11 is after 2022-11-10"),
    ],
)
def test_show_of_what_is_not_there_says_what_is(ask: Ask, words: tuple[str, ...], says: str) -> None:
    answer = ask("series", "show", *words)
    assert (answer.status, answer.out) == (Exit.USAGE, "")
    assert says in answer.err


def test_days_that_are_not_covered_stand_with_those_that_are(ask: Ask) -> None:
    answer = ask("series", "show", "general_staff_ua", "--series", BULLETINS, "--from", "2023-01-01")
    assert "none on the days asked for; at hand: 2022-11-03 to 2022-11-13, 11 days, read on" in plain(answer.out)


def test_add_a_table_of_your_own_and_the_ledger_knows_it_without_its_files(ask: Ask, table: Path, ledger: Path) -> None:
    answer = ask("series", "add", table, "--ledger", ledger)
    assert answer.status == Exit.OK
    assert f"{ledger}: 1 file read, 3 totals new" in answer.out
    span = "2023-05-01 to 2023-05-04, 3 days (1 day between them without a report)"
    assert f"harbour_hospital: {span}, read on 20" in answer.out
    assert "1 file read, 1 of them unchanged, 0 totals new" in ask("series", "add", table, "--ledger", ledger).out
    table.unlink()
    table.with_suffix(".toml").unlink()
    said = plain(ask("series", "show", "harbour_hospital", "--ledger", ledger).out)
    assert "those who died in its wards - its director, since 1 May 2023; disputed its notes on method" in said
    given = plain(ask("reproduce", "4 killed in a day", "--ledger", ledger).out)
    assert "14 (2 May 2023) − 10 (1 May 2023) = 4" in given
    assert "harbour_hospital: 1-4 May 2023 (3 days with a report)" in given


def test_another_description_is_a_revision_and_the_newest_counts(ask: Ask, table: Path, ledger: Path) -> None:
    ask("series", "add", table, "--ledger", ledger)
    table.with_suffix(".toml").write_text(DESCRIPTION.replace("its director", "its board"), encoding="utf-8")
    assert ask("series", "add", table, "--ledger", ledger).status == Exit.OK
    assert "its board" in ask("series", "show", "harbour_hospital", "--ledger", ledger).out
    assert "revised" in ask("log", "--ledger", ledger).out


@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_read_takes_the_same_road(ask: Ask, table: Path, ledger: Path, jobs: tuple[str, ...]) -> None:
    table.write_text(f"{TABLE}5 May,22\n", encoding="utf-8")
    answer = ask("read", table, "--ledger", ledger, *jobs)
    assert answer.status == Exit.SOME_UNREAD
    assert "3 totals of official bulletins" in answer.out
    assert f"{table}:5: '5 May, 22': '5 May' is not a day as 2022-11-11" in ask("log", "--ledger", ledger).out
    assert "at hand: 2023-05-01 to 2023-05-04" in ask("series", "list", "--ledger", ledger).out


def test_add_tells_what_holds_no_series_and_keeps_the_rest(ask: Ask, table: Path, ledger: Path, tmp_path: Path) -> None:
    other, bare = tmp_path / "page.txt", tmp_path / "bare.csv"
    other.write_text("Officials said 14 people were killed.", encoding="utf-8")
    bare.write_text(TABLE, encoding="utf-8")
    answer = ask("series", "add", other, bare, tmp_path / "none.csv", table, "--ledger", ledger)
    assert answer.status == Exit.SOME_UNREAD
    assert [line.rsplit("/", 1)[-1].split(":")[0] for line in answer.err.splitlines()] == [
        "page.txt",
        "bare.csv",
        "none.csv",
    ]
    assert "a table needs a description beside it" in answer.err
    assert "1 missing, 2 no_series" in answer.out
    assert ask("export", "jsonl", "--ledger", ledger).out == ""


def test_files_that_disagree_are_told(ask: Ask, ledger: Path, tmp_path: Path) -> None:
    for name, total in (("a.json", 78690), ("b.json", 78960)):
        tmp_path.joinpath(name).write_bytes(PERSONNEL.replace(b"78690", str(total).encode()))
    ask("series", "add", tmp_path / "a.json", tmp_path / "b.json", "--ledger", ledger)
    said = plain(ask("series", "show", "general_staff_ua", "--ledger", ledger).out)
    assert "files disagree: 2022-11-10 personnel: totals differ: 78,690 and 78,960" in said


def test_fetch_reads_into_the_ledger_and_again_adds_what_is_new(here: Site, ask: Ask, ledger: Path) -> None:
    words = ("series", "fetch", "general_staff_ua", "--address", here.at("/a.json"), "--ledger", ledger)
    answer = ask(*words)
    assert (answer.status, answer.err) == (Exit.OK, "")
    assert "general_staff_ua: 2022-11-10 to 2022-11-10, 1 day, read on" in answer.out
    assert here.times("/robots.txt") == 1
    here.routes["/a.json"] = Reply(PERSONNEL[:-1] + b"," + MORE[1:])
    assert "2022-11-10 to 2022-11-11, 2 days" in ask(*words).out
    assert f"from {here.at('/a.json')}" in ask("series", "show", "general_staff_ua", "--ledger", ledger).out


@pytest.mark.parametrize(
    ("path", "says"),
    [("/none.json", "404 Not Found"), ("/closed/a.json", "robots.txt"), ("/page", "no data set of an official series")],
)
def test_fetch_of_what_cannot_be_had_fails_clearly(here: Site, ask: Ask, ledger: Path, path: str, says: str) -> None:
    answer = ask("series", "fetch", "general_staff_ua", "--address", here.at(path), "--ledger", ledger)
    assert answer.status == Exit.SOME_UNREAD
    assert answer.err.startswith(f"tallywire: {here.at(path)}: ")
    assert says in answer.err
    assert "nothing could be fetched; `tallywire series add FILE` takes files that were saved elsewhere" in answer.out


def test_fetch_and_add_say_which_of_them_it_takes(ask: Ask, ledger: Path) -> None:
    fetched = ask("series", "fetch", "harbour_hospital", "--ledger", ledger)
    added = ask("series", "add", "https://site.example/a.json", "--ledger", ledger)
    assert (fetched.status, added.status, ledger.exists()) == (Exit.USAGE, Exit.USAGE, False)
    assert "`tallywire series add`" in fetched.err
    assert "`tallywire series fetch NAME --address ADDRESS`" in added.err


def test_a_described_table_through_a_pipe_is_known_again(
    ask: Ask, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = io.TextIOWrapper(io.BytesIO(f"+++\n{DESCRIPTION}+++\n{TABLE}".encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert ask("read", "-", "--ledger", ledger).status == Exit.OK
    assert "harbour_hospital" in ask("series", "list", "--ledger", ledger).out


def test_check_of_a_data_set_says_what_to_do(ask: Ask, table: Path) -> None:
    answer = ask("check", table)
    assert answer.status == Exit.SOME_UNREAD
    assert "`tallywire series show --series` shows it" in answer.err
