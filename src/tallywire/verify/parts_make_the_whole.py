"""The parts of a figure add up to it, and none is larger than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.figure import Figure, Number
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.verify.figures import bounds, claimed
from tallywire.verify.label import span
from tallywire.verify.words import listed, number, said


def check(case: Case) -> Iterator[Finding]:
    """Says of each figure with stated parts whether they make it, fall short of it or exceed it."""
    figures = claimed(case)
    parts_of: dict[str, list[Figure]] = {}
    for figure in figures:
        for whole_id in {figure.subset_of, figure.of} - {None}:
            parts_of.setdefault(str(whole_id), []).append(figure)
    for whole in figures:
        parts = parts_of.get(whole.id, [])
        too_large = [part for part in parts if bounds(part)[0] > bounds(whole)[1]]
        yield from (_larger(part, whole) for part in too_large)
        if not too_large and len(parts) > 1 and _disjoint(parts):
            yield from _summed(case, whole, parts)


def _larger(part: Figure, whole: Figure) -> Finding:
    return Finding(
        "parts_differ",
        f"{said(part)} is given as a part of {said(whole)}, and is larger than it.",
        f"{span(part)} against {span(whole)}",
        (whole.id, part.id),
        severity="conflict",
    )


def _disjoint(parts: list[Figure]) -> bool:
    """Parts that cannot overlap: different places, or different fates (a dead man is not among the wounded)."""
    places = [part.place.name for part in parts if part.place is not None]
    if len(places) == len(parts) == len(set(places)):
        return True
    kinds = [part.kind for part in parts]
    return len(set(kinds)) == len(kinds) and "casualties" not in kinds and "lost" not in kinds


def _summed(case: Case, whole: Figure, parts: list[Figure]) -> Iterator[Finding]:
    lows, highs = [bounds(part)[0] for part in parts], [bounds(part)[1] for part in parts]
    low, high = bounds(whole)
    ids = (whole.id, *(part.id for part in parts))
    named = listed([said(part) for part in parts])
    if sum(lows) > high:
        says = f"The parts {named} make more than {said(whole)}."
        yield Finding("parts_differ", says, _sum(parts, whole), ids, severity="conflict")
    elif sum(highs) < low and _complete(case, whole, parts):
        says = f"The parts {named} fall short of {said(whole)}."
        yield Finding("parts_differ", says, _sum(parts, whole), ids, severity="notice")
    elif whole.best is not None and sum(lows) == sum(highs) == whole.best:
        yield Finding("parts_differ", f"The parts {named} make the whole, {said(whole)}.", _sum(parts, whole), ids)


def _complete(case: Case, whole: Figure, parts: list[Figure]) -> bool:
    """Whether the text lists its parts behind a colon or dash: "3 killed: one in A", not "3 killed, among them"."""
    first = min(part.start for part in parts)
    between = case.reading.article.text[whole.end : first]
    return any(mark in between for mark in ":–—")


def _sum(parts: list[Figure], whole: Figure) -> str:
    values = [part.best for part in parts]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return f"{' + '.join(span(part) for part in parts)} against {span(whole)}"
    return f"{' + '.join(number(value) for value in known)} = {number(sum(known))}{_gap(sum(known), whole.best)}"


def _gap(total: Number, stated: Number | None) -> str:
    if stated is None or stated == total:
        return ""
    return f"; {number(stated)} - {number(total)} = {number(stated - total)}"
