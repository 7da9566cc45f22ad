"""Findings, matches and cells: what `check`, `reproduce` and `tally` answer (contract, section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tallywire.claims.figure import Kind, Number, What

FindingCode = Literal[
    "reproduced",
    "consistent_with",
    "not_reproduced",
    "dated",
    "headline_differs",
    "term_changed",
    "definition_disputed",
    "parts_differ",
    "change_differs",
    "total_fell",
    "revised_silently",
    "source_silent",
    "source_differs",
    "record",
    "not_a_record",
    "stale",
    "single_origin",
    "party_about_enemy",
    "copy_of",
    "contradicts",
    "unread_number",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence that a check says, with its arithmetic, and how many fits there would be by chance."""

    code: FindingCode
    says: str
    arithmetic: str | None = None
    figures: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    severity: Literal["info", "notice", "conflict"] = "info"
    sure: Literal["certain", "chance", "disputed"] = "certain"
    fits: int | None = None
    searched: int | None = None
    chance: float | None = None
    definition: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A window of a series that gives a figure: the days from `start` to `end`, both inclusive."""

    series: str
    categories: tuple[str, ...]
    start: date
    end: date
    value: Number
    arithmetic: str
    exact: bool
    rank_reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim that a tally's policy did not use, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a tally: low-best-high of one claimant over one period, and what it stands on."""

    period: str  # EDTF
    side: str
    kind: Kind
    what: What
    claimant: str
    low: Number | None
    best: Number | None
    high: Number | None
    policy: str
    as_of: str
    used: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    derivation: str
