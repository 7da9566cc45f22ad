"""What a person meets who reads, checks and watches the live web at the prompt."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from served import HOST, Reply, Site, page, site
from tallywire import cli
from tallywire.claims.errors import Exit

pytestmark = pytest.mark.allow_hosts([HOST])

FEED = b"<rss version='2.0'><channel><item><title>One</title><link>/1</link></item></channel></rss>"


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
    with site({"/feed": Reply(FEED), "/1": Reply(page(12))}) as running:
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


def test_read_an_address_among_files(here: Site, ask: Ask, ledger: Path, tmp_path: Path) -> None:
    text = tmp_path / "page.txt"
    text.write_text("Officials said 14 people were killed.", encoding="utf-8")
    answer = ask("read", text, here.at("/1"), here.at("/missing"), text, "--ledger", ledger)
    assert answer.status == Exit.SOME_UNREAD
    assert "3 documents (2 new, 1 unchanged)" in answer.out
    assert answer.err.startswith(f"tallywire: {here.at('/missing')}: the server says 404 Not Found")
    assert here.at("/missing") in ask("log", "--ledger", ledger).out


def test_read_tells_servers_whom_to_reach(here: Site, ask: Ask, ledger: Path) -> None:
    ask("read", here.at("/1"), "--ledger", ledger, "--contact", "https://a.example/about")
    assert here.asked[-1].headers["User-Agent"].endswith("(+https://a.example/about)")


def test_check_an_address_keeps_nothing(here: Site, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("check", here.at("/1"))
    assert answer.status == Exit.OK
    assert "⟦12⟧" in answer.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "read"])
@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "ftp://ftp.example/a", "http://10.0.0.1/", "http://[::1]/"]
)
def test_what_is_not_fetched_is_told(ask: Ask, ledger: Path, command: str, address: str) -> None:
    answer = ask(command, address, *(("--ledger", ledger) if command == "read" else ()))
    assert answer.status == Exit.SOME_UNREAD
    assert answer.err.startswith(f"tallywire: {address}: ")


def test_check_of_a_feed_says_what_to_do(here: Site, ask: Ask) -> None:
    assert "tallywire watch" in ask("check", here.at("/feed")).err


def test_watch_once(here: Site, ask: Ask, ledger: Path) -> None:
    answer = ask("watch", here.at("/feed"), "--ledger", ledger, "--once", "--pause", "0.01s")
    assert answer.status == Exit.OK
    first, *rest = answer.out.splitlines()
    assert first.split(maxsplit=4) == ["new", "1", "figure", here.at("/1"), "Shelling of the market"]
    assert rest[:2] == ["1 feed asked, 0 unchanged", "  1 page new or changed in them"]
    assert answer.err == ""


def test_watch_as_json(here: Site, ask: Ask, ledger: Path) -> None:
    answer = ask("watch", here.at("/feed"), "--ledger", ledger, "--once", "--json", "--pause", "0.01s")
    news, done = map(json.loads, answer.out.splitlines())
    assert news == {
        "address": here.at("/1"),
        "status": "new",
        "revision": 1,
        "figures": 1,
        "title": "Shelling of the market",
        "feed": here.at("/feed"),
    }
    assert (done["lists"], done["entries"], done["read"]["new"]) == (1, 1, 1)


@pytest.mark.parametrize("option", ["--every", "--pause"])
def test_watch_knows_lengths_of_time(ask: Ask, ledger: Path, option: str) -> None:
    answer = ask("watch", "feeds.opml", "--ledger", ledger, option, "soon")
    assert (answer.status, ledger.exists()) == (Exit.USAGE, False)
    assert "15m" in answer.err


def test_revisions(here: Site, ask: Ask, ledger: Path) -> None:
    for figure in (12, 14):
        here.routes["/1"] = Reply(page(figure))
        ask("read", here.at("/1"), "--ledger", ledger)
    answer = ask("revisions", here.at("/1"), "--ledger", ledger)
    assert answer.status == Exit.OK
    assert "~  12 people killed" in answer.out
    first, second = map(json.loads, ask("revisions", here.at("/1"), "--ledger", ledger, "--json").out.splitlines())
    assert [one["revision"] for one in (first, second)] == [1, 2]
    assert [pair[when]["figure"]["best"] for pair in second["changed"] for when in ("before", "after")] == [12, 14]


def test_revisions_of_what_was_never_read(here: Site, ask: Ask, ledger: Path) -> None:
    ask("read", here.at("/1"), "--ledger", ledger)
    answer = ask("revisions", "https://a.example/", "--ledger", ledger)
    assert (answer.status, answer.out) == (Exit.FAILED, "")
    assert "nothing was read from https://a.example/" in answer.err


def test_a_watch_runs_until_it_is_interrupted(here: Site, ledger: Path) -> None:
    words = ["watch", here.at("/feed"), "--ledger", str(ledger), "--every", "0.1s", "--pause", "0.01s"]
    program = "import sys; from tallywire.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    running: subprocess.Popen[Any] = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    deadline = time.monotonic() + 60
    while here.times("/feed") < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == Exit.INTERRUPTED
    assert out.splitlines()[0].startswith("new ")
    assert (here.times("/1"), here.times("/feed") >= 3) == (1, True)
    assert err == f"tallywire: interrupted; what was finished is kept in {ledger}\n"
