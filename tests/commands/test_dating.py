"""`tallywire date` at the prompt: files and words, the sample's series, and calls that make no sense."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tallywire import cli, prompt
from tallywire.claims.errors import Exit

SAYS = (
    "Russia lost 4,560 soldiers in one week, the General Staff of Ukraine said. "
    "On Friday 710 Russian soldiers were killed, it said."
)
Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Ask:
    def run(*words: str | Path) -> tuple[int, str, str]:
        status = cli.run(["date", *(str(word) for word in words)])
        sys.stdout.flush()
        told = capfd.readouterr()
        return status, told.out, told.err

    return run


def bulletins() -> Path:
    return prompt.sample() / "bulletins"


def test_words_and_a_file_of_the_same_words_are_dated_alike(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a story.txt").write_text(SAYS, encoding="utf-8")
    answers = [
        json.loads(ask(source, "--series", bulletins(), "--json")[1]) for source in (SAYS, tmp_path / "a story.txt")
    ]
    assert [one["days"][0]["day"] for one in answers] == ["2022-11-11"] * 2
    assert [step.split(":")[0] for step in answers[0]["days"][0]["steps"]] == ["4,560", "710"]
    assert answers[0]["searched"] == 11
    assert [one.pop("source") for one in answers] == ["-", str(tmp_path / "a story.txt")]
    assert answers[0] == answers[1]


def test_a_ledger_s_bulletins_date_it_too(ask: Ask, tmp_path: Path) -> None:
    assert cli.run(["read", str(bulletins()), "--ledger", str(tmp_path / "war.tally")]) == Exit.OK
    status, said, _ = ask(SAYS, "--ledger", tmp_path / "war.tally")
    assert status == Exit.OK
    assert "79,400 (11 November 2022) − 74,840 (4 November 2022) = 4,560" in said


def test_a_text_of_one_figure_is_undated(ask: Ask) -> None:
    status, said, _ = ask("Russia lost 710 soldiers on Friday, the General Staff said.", "--series", bulletins())
    assert status == Exit.OK
    assert said.startswith("Undated: fewer than two")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ((SAYS,), Exit.USAGE, "there is no series to search"),
        (("missing.txt", "--series"), Exit.SOME_UNREAD, "no such file"),
    ],
    ids=["no series", "no such file"],
)
def test_calls_that_cannot_be_answered(ask: Ask, words: tuple[str, ...], status: int, told: str) -> None:
    given = (*words, bulletins()) if words[-1] == "--series" else words
    answer = ask(*given)
    assert answer[:2] == (status, "")
    assert told in answer[2]
