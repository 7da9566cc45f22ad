"""How sure a figure must be: those of less confidence are left out, with all that is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tallywire.claims.article import Note
from tallywire.claims.claim import Claim
from tallywire.claims.errors import UsageError
from tallywire.claims.fit import Case
from tallywire.claims.reading import Tolls

LEFT_OUT = "left_out"  # the code of the note that says how many


def known_share(at_least: float) -> float:
    """The confidence asked for, if it is one; 0 leaves nothing out."""
    if not 0 <= at_least <= 1:  # nan is in no range
        remedy = "give a share between 0 and 1, such as 0.95 for 95 %"
        raise UsageError("bad_confidence", f"{at_least:g} is no confidence", remedy=remedy)
    return at_least


def sure(case: Case, at_least: float) -> Case:
    """The case without the figures of less confidence, and without what rests on them; a note says how many.

    What is found is found in the whole text, and only taken away here: that a figure is left out gives no reason to
    say that the others fall short of anything.
    """
    figures = tuple(figure for figure in case.reading.figures if figure.confidence >= at_least)
    count = len(case.reading.figures) - len(figures)
    if not count:
        return case
    kept = {figure.id for figure in figures}
    said = f"{count} figure{'' if count == 1 else 's'} left out, of a confidence below {at_least:g}"
    reading = replace(
        case.reading,
        figures=figures,
        findings=tuple(finding for finding in case.reading.findings if kept.issuperset(finding.figures)),
        notes=(*case.reading.notes, Note("info", LEFT_OUT, said)),
    )
    fits = tuple(fit for fit in case.fits if fit.figure is None or fit.figure in kept)
    dated = case.dating is not None and kept.issuperset(case.dating.figures)
    own, others = (
        tuple(toll for toll in tolls if kept.issuperset(toll.figures)) for tolls in (case.tolls.own, case.tolls.others)
    )
    tolls = Tolls(own, others)
    return replace(case, reading=reading, fits=fits, dating=case.dating if dated else None, tolls=tolls)


def sure_claims(claims: Iterable[Claim], at_least: float) -> Iterator[Claim]:
    """The claims whose figure has this confidence or more."""
    return (claim for claim in claims if claim.figure.confidence >= at_least)
