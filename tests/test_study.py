"""What `scripts/study` asks: its words name the window they were drawn from, its rounded numbers lie near the value."""

import random
import sys
from datetime import date, timedelta
from typing import Any

import pytest

from scripted import script
from tallywire.tally.number import number
from tallywire.tally.period import stretch


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return script("study")


def test_words_of_a_period_are_read_as_that_period(study: Any) -> None:
    drawn = random.Random(1)
    for _ in range(500):
        first = date(2022, 2, 25) + timedelta(drawn.randrange(1500))
        last = first + timedelta(drawn.randrange(60))
        words = study.in_period_words(drawn, first, last)
        read = stretch(words)
        assert read is not None, words
        assert (read.first, read.last) == (first, last), words


def test_a_rounded_number_is_near_and_on_the_side_that_its_hedge_says(study: Any) -> None:
    drawn = random.Random(2)
    for value in (drawn.randrange(20, 100_000) for _ in range(500)):
        words = study.rounded(drawn, value)
        read = number(words)
        assert read is not None
        said = read.said.value
        assert abs(said - value) <= value / 2, words
        if words.startswith(("over", "more", "at least")):
            assert said <= value, words
        if words.startswith(("nearly", "almost", "close")):
            assert value <= said <= 1.03 * value, words


def test_an_invented_number_is_as_round_and_not_the_true_one(study: Any) -> None:
    of, drawn = [track for one in study.known() for track in study.tracks(one)], random.Random(3)
    of = [track for track in of if max(track.totals) > min(track.totals)]
    for _ in range(100):
        made_up = study.invented_figure(drawn, of, round_it=False)
        value = int(made_up.number.replace(",", ""))
        assert value != made_up.window.value
        assert study.unit(value) == study.unit(made_up.window.value)


def test_true_figures_come_out_and_invented_ones_do_not(study: Any) -> None:
    came = study.study(4, 40, study.known(), show=False)
    assert came.plain.per_100 >= 95
    assert came.rounded.per_100 >= 90
    assert came.invented.per_100 <= 5


def test_a_share_below_its_bar_is_told(study: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert study.report("true", study.Count(100, 95), least=95)
    assert not study.report("true", study.Count(100, 94), least=95)
    assert not study.report("invented", study.Count(100, 3), most=2)
    assert capsys.readouterr().out.count("MISSED") == 2
