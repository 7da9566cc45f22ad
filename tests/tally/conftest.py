"""Whole official series, where the evaluation data are beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallywire.claims.series import Series
from tallywire.collect.bulletins import series

EVAL = Path(__file__).parents[3] / "shared" / "eval" / "series"


@pytest.fixture(scope="session")
def general_staff() -> tuple[Series, ...]:
    if not EVAL.is_dir():
        pytest.skip("the evaluation series are not beside the repository")
    return series(sorted(EVAL.glob("russia_losses_*.json")))


@pytest.fixture(scope="session")
def gaza() -> tuple[Series, ...]:
    if not EVAL.is_dir():
        pytest.skip("the evaluation series are not beside the repository")
    return series([EVAL / "casualties_daily.json"])
