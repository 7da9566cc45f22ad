"""Numbers and hedges of questions."""

from __future__ import annotations

import pytest

from tallywire.tally.number import number
from tallywire.tally.precision import Stated

NUMBERS = [
    ("4,560 killed", Stated(4560)),
    ("79 400 killed", Stated(79400)),
    ("4.497 killed", Stated(4497)),
    ("4.5 thousand", Stated(4500)),
    ("1.2m", Stated(1_200_000)),
    ("2814 tanks", Stated(2814)),
    ("two thousand killed", Stated(2000)),
    ("four thousand five hundred and sixty", Stated(4560)),
    ("forty-two tanks", Stated(42)),
    ("a dozen helicopters", Stated(12)),
    ("over 4,000 killed", Stated(4000, "at_least")),
    ("4,000 or more", Stated(4000, "at_least")),
    ("4,000+ killed", Stated(4000, "at_least")),
    ("up to 100", Stated(100, "at_most")),
    ("nearly 80,000", Stated(80000, "about", "below")),
    ("just over 80,000", Stated(80000, "about", "above")),
    ("about 700", Stated(700, "about")),
]


@pytest.mark.parametrize(("text", "said"), NUMBERS, ids=[text for text, _ in NUMBERS])
def test_numbers(text: str, said: Stated) -> None:
    read = number(text)
    assert read is not None
    assert read.said == said


@pytest.mark.parametrize("text", ["", "killed", "1.5 killed", "0 killed"])
def test_no_whole_number(text: str) -> None:
    assert number(text) is None
