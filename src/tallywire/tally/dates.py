"""The answer to "of which day is this text?": the days of its joint fit by rank, or why nothing fixes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.figure import Figure
from tallywire.claims.fit import Dates, Dating
from tallywire.claims.reading import Reading
from tallywire.claims.series import Series
from tallywire.tally.dating import RANK_RULE, dating
from tallywire.tally.period import in_words
from tallywire.tally.search import coverage
from tallywire.tally.windows import tracks


def dates(reading: Reading, series: Sequence[Series]) -> Dates:
    """Dates a text by its figures alone: the day that a page bears is told beside, and moves nothing."""
    own = [figure for figure in reading.figures if figure.segment in OWN_SEGMENTS]
    found = dating(own, series)
    used, left_out = (found.figures, found.left_out) if found and found.dates else ((), ())
    outcome, why = _outcome(found, own)
    return Dates(
        source=reading.article.id,
        published=reading.article.published,
        outcome=outcome,
        why=why,
        days=found.best if found else (),
        fits=len(found.dates) if found else 0,
        searched=found.searched if found else 0,
        chance=found.chance if found and found.dates else None,
        used=_words(own, used),
        left_out=_words(own, left_out),
        unused=_words(own, [one.id for one in own if one.id not in {*used, *left_out}]),
        series=found.series if found else (),
        coverage=tuple(covered for one in series for covered in coverage(tracks(one))),
        rank_rule=RANK_RULE,
    )


def _outcome(found: Dating | None, own: Sequence[Figure]) -> tuple[Literal["dated", "consistent", "undated"], str]:
    if found is None:
        return "undated", _too_little(own)
    if not found.dates:
        return "undated", f"on none of {found.searched:,} days do its {len(found.figures)} figures fit together"
    if found.proves:
        return "dated", f"its figures fit together on {in_words(found.dates[0])} and on no other day"
    if len(found.dates) == 1:
        day = in_words(found.dates[0])
        return "consistent", f"only {day} fits, but figures that somebody made up would too often fit some day"
    return "consistent", f"{len(found.dates):,} of {found.searched:,} days fit, and nothing chooses among them"


def _too_little(own: Sequence[Figure]) -> str:
    if not own:
        return "no figure is read in it"
    return (
        "fewer than two of its figures ask for different days of a series; a date needs two that do, such as "
        '"4,560 soldiers killed in a week" and "710 on Friday", with the source that the series is of'
    )


def _words(own: Sequence[Figure], ids: Sequence[str]) -> tuple[str, ...]:
    term = {one.id: f"{one.words} ({one.term.words})" if one.term else one.words for one in own}
    return tuple(term[id] for id in ids)
