"""A party's word about its enemy's losses is a claim until somebody else has counted."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.catalog.naming import with_article
from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.verify.figures import Claimant, claimants, own, speaks_of_enemy
from tallywire.verify.words import counted


def check(case: Case) -> Iterator[Finding]:
    """Says once for each party and side which figures rest on a party's word about the other one."""
    spoken: dict[tuple[str, str], list[tuple[Claimant, Figure]]] = {}
    for figure in own(case):
        for one in _enemies(figure):
            spoken.setdefault((one.id or one.name, _side(figure)), []).append((one, figure))
    for (_, side), said in spoken.items():
        yield _told(said[0][0], side, [figure for _, figure in said])


def _told(speaker: Claimant, side: str, figures: list[Figure]) -> Finding:
    many = counted(len(figures), "figure").capitalize()
    rest, them = ("rests", "it") if len(figures) == 1 else ("rest", "them")
    return Finding(
        "party_about_enemy",
        f"{many} of {side}'s losses {rest} on the word of {with_article(speaker.name).words}, a party to the war; "
        f"nothing in this text verifies {them} independently.",
        figures=tuple(figure.id for figure in figures),
        severity="notice",
    )


def _side(figure: Figure) -> str:
    return "" if figure.side is None else figure.side.name


def _enemies(figure: Figure) -> list[Claimant]:
    if figure.side is None:
        return []
    return [one for one in claimants(figure) if speaks_of_enemy(one, figure.side)]
