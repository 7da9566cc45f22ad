"""Options in words, and what they stand for."""

import pytest

from tallywire.claims.errors import UsageError
from tallywire.commands.options import manners, seconds

LENGTHS = {"90s": 90, "15m": 900, "2h": 7200, "1d": 86400, "0.5s": 0.5, " 2 H ": 7200}


@pytest.mark.parametrize(("words", "length"), LENGTHS.items())
def test_lengths_of_time(words: str, length: float) -> None:
    assert seconds(words) == length


@pytest.mark.parametrize("words", ["", "15", "m", "-1m", "0s", "1w", "1h30m", "inf"])
def test_what_is_no_length_of_time(words: str) -> None:
    with pytest.raises(UsageError):
        seconds(words)


def test_manners_are_polite_unless_asked_otherwise() -> None:
    assert manners(None, None).pause == 1.0
    assert manners(None, None).private == ()
    assert manners("https://a.example/", ["127.0.0.1"], 0.1).agent("0.1.0") == "Tallywire/0.1.0 (+https://a.example/)"
