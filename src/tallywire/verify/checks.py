"""Runs every check of this folder over a case; a check is found by its file, never registered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from tallywire.claims.finding import Finding, FindingCode
from tallywire.claims.fit import Case

# Shared by the checks; every other file of this folder must be a check.
NOT_CHECKS = frozenset({"checks", "figures", "label", "needs", "words"})

_SEVERITY = {"conflict": 0, "notice": 1, "info": 2}

# Within a severity, what settles most comes first; codes not named here follow.
_FIRST: tuple[FindingCode, ...] = (
    "dated",
    "reproduced",
    "not_reproduced",
    "headline_differs",
    "parts_differ",
    "change_differs",
    "consistent_with",
    "party_about_enemy",
    "term_changed",
    "definition_disputed",
)


class Check(Protocol):
    """A module of this folder: its docstring is the sentence that must hold."""

    __name__: str
    __doc__: str | None

    def check(self, case: Case) -> Iterator[Finding]:
        """Says what does not hold, and what does where that is news."""
        ...


@lru_cache(maxsize=1)
def checks() -> tuple[Check, ...]:
    """Every check of this folder, by name."""
    package = import_module("tallywire.verify")
    names = sorted(found.name for found in iter_modules(package.__path__) if found.name not in NOT_CHECKS)
    return tuple(cast("Check", import_module(f"tallywire.verify.{name}")) for name in names)


def findings(case: Case) -> tuple[Finding, ...]:
    """Everything the checks say of a case: conflicts first, then what settles most, then by place in the text."""
    place = {figure.id: index for index, figure in enumerate(case.reading.figures)}
    said = _once(finding for module in checks() for finding in module.check(case))
    return tuple(sorted(said, key=lambda finding: _order(finding, place)))


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """A headline stands twice on many pages; what is said of it twice is one finding about both."""
    once: dict[tuple[str, str, str | None], Finding] = {}
    for finding in findings:
        key = finding.code, finding.says, finding.arithmetic
        before = once.get(key)
        if before is not None:
            finding = replace(finding, figures=tuple(dict.fromkeys((*before.figures, *finding.figures))))
        once[key] = finding
    return list(once.values())


def _order(finding: Finding, place: dict[str, int]) -> tuple[int, int, int, str]:
    first = min((place.get(figure, len(place)) for figure in finding.figures), default=len(place))
    rank = _FIRST.index(finding.code) if finding.code in _FIRST else len(_FIRST)
    return _SEVERITY[finding.severity], rank, first, finding.says
