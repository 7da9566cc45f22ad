"""A party's word about its enemy's losses is a claim until somebody else has counted."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.catalog.naming import with_article
from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.verify.figures import claimants, own, speaks_of_own
from tallywire.verify.words import counted


def check(case: Case) -> Iterator[Finding]:
    """Says once for each party and side which figures rest on a party's word about the other one."""
    spoken: dict[tuple[str, str], list[Figure]] = {}
    for figure in own(case):
        for name in _enemies(figure):
            spoken.setdefault(name, []).append(figure)
    for (speaker, side), figures in spoken.items():
        many = counted(len(figures), "figure").capitalize()
        verb = "rests" if len(figures) == 1 else "rest"
        yield Finding(
            "party_about_enemy",
            f"{many} of {side}'s losses {verb} on the word of {with_article(speaker).words}, a party to the war; "
            "nothing in this text verifies them independently.",
            figures=tuple(figure.id for figure in figures),
            severity="notice",
        )


def _enemies(figure: Figure) -> list[tuple[str, str]]:
    if figure.side is None:
        return []
    parties = (one for one in claimants(figure) if one.party)
    return [(one.name, figure.side.name) for one in parties if not speaks_of_own(one, figure.side)]
