"""Confidence: the measured precision of a shape's reliability bin, not a feeling."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _bins() -> dict[str, float]:
    table = tomllib.loads(files("tallywire.catalog").joinpath("reliability.toml").read_text("utf8"))
    return {name: entry["precision"] for name, entry in table["bins"].items()}


def confidence(bin_: str) -> float:
    """The share of right readings that a bin's shapes gave on the measured set (`reliability.toml` names it), 0..1."""
    return _bins()[bin_]
