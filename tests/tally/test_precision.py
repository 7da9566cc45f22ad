"""What stated numbers leave open, and how often invented ones would fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import figure
from tallywire.tally.precision import Stated, chance, population, stated, unit

INTERVALS = [
    (Stated(4560), (4560, 4560)),
    (Stated(4600), (4550, 4650)),
    (Stated(79400), (79400, 79400)),
    (Stated(80000), (75000, 85000)),
    (Stated(2814), (2814, 2814)),
    (Stated(710), (710, 710)),
    (Stated(700), (650, 750)),
    (Stated(40), (40, 40)),
    (Stated(4000, "at_least"), (4000, 4999)),
    (Stated(700, "at_least"), (700, 799)),
    (Stated(1234, "at_least"), (1234, 1356)),
    (Stated(150, "at_least"), (150, 199)),
    (Stated(100, "at_most"), (1, 100)),
    (Stated(75, "about"), (72.5, 77.5)),
    (Stated(450, "about"), (425, 475)),
    (Stated(720, "about", "below"), (710, 720)),
    (Stated(80000, "about", "below"), (78500, 80000)),
    (Stated(80000, "about", "above"), (80000, 81500)),
    (Stated(1200, "about", "below"), (1150, 1200)),
    (Stated(40, "about", "below"), (35, 40)),
    (Stated(700, "about", "below"), (685, 700)),
    (Stated(80000, "about"), (70000, 90000)),
    (Stated(80000, "about", "below", (72000, 80000)), (72000, 80000)),
]


@pytest.mark.parametrize(("said", "interval"), INTERVALS, ids=str)
def test_what_a_number_leaves_open(said: Stated, interval: tuple[float, float]) -> None:
    assert said.interval() == interval


@pytest.mark.parametrize(("value", "step"), [(4560, 10), (80000, 10000), (2814, 1), (7, 1)])
def test_the_step_of_a_number(value: int, step: int) -> None:
    assert unit(value) == step


def test_a_figure_states_its_number_its_lean_and_its_band() -> None:
    nearly = figure(value=80000, modifier="about", band=(72000, 80000))
    assert stated(nearly) == Stated(80000, "about", "below", (72000, 80000))
    assert stated(nearly, sharp=True) == Stated(80000, "about", "below")
    assert stated(figure(value=4000, modifier="at_least")) == Stated(4000, "at_least")


@pytest.mark.parametrize(
    "fields",
    [
        {"modifier": "vague", "low": 24, "high": 99},
        {"modifier": "range", "low": 4, "high": 6},
        {"value": 1.5},
        {"value": 0},
    ],
    ids=["vague", "range", "no whole number", "zero"],
)
def test_some_figures_state_no_number_to_search_for(fields: dict[str, object]) -> None:
    assert stated(figure(**fields)) is None


def test_chance_is_counted_over_all_numbers_of_that_size_and_roundness() -> None:
    # For 70, the tens from 40 to 140 without 100 are ten; of them 40 and 90 fit.
    assert chance([30, 40, 41, 90, 300], Stated(70)) == 2 / 10
    # For 4,560, the tens from 2,280 to 9,120 are 685; without 68 hundreds, 616 and one are left.
    assert chance([4560, 4600, 4561, 456], Stated(4560)) == 1 / 616
    # "over 4,000": the thousands from 2,000 to 8,000 are seven; 4,560 fits "over 4,000" alone.
    assert chance([4560], Stated(4000, "at_least")) == 1 / 7
    assert chance([], Stated(4560)) == 0


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2814, "the numbers from 1,407 to 5,628 that do not end in zero"),
        (4560, "the numbers from 2,280 to 9,120 that end in one zero"),
        (80000, "the numbers from 40,000 to 160,000 that end in 4 zeros"),
    ],
)
def test_the_population_is_said_in_words(value: int, words: str) -> None:
    assert population(value) == words


@settings(deadline=None)  # it tries every number: slow on a busy machine
@given(st.integers(1, 9999), st.sets(st.integers(1, 9999), max_size=20))
def test_chance_is_the_share_found_by_trying_every_number(value: int, windows: set[int]) -> None:
    invented = [number for number in range(1, 2 * value + 1) if 2 * number >= value and unit(number) == unit(value)]
    fitting = [n for n in invented if any(Stated(n).interval()[0] <= w <= Stated(n).interval()[1] for w in windows)]
    assert chance(windows, Stated(value)) == pytest.approx(len(fitting) / len(invented))


@given(st.integers(1, 10**7), st.sampled_from(["exact", "at_least", "at_most", "about"]))
def test_a_number_lies_in_its_own_interval(value: int, modifier: str) -> None:
    low, high = Stated(value, modifier).interval()  # type: ignore[arg-type]  # hypothesis gives a str
    assert low <= value <= high
