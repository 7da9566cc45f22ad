"""The figures of a text fit their series together on one day, and it is the day the page bears."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case, Dating
from tallywire.verify.figures import published_on, series_name
from tallywire.verify.words import counted, day, listed, number, said

# More days than this are counted, not named: nobody reads a list of forty dates.
_NAMED = 5


def check(case: Case) -> Iterator[Finding]:
    """Says on which days all datable figures come out together, and how many days were tried."""
    dating = case.dating
    if dating is None or not dating.figures:
        return
    if not dating.dates:
        yield _undatable(case, dating)
    elif dating.proves:
        yield _dated(case, dating)
    elif len(dating.dates) == 1:
        yield _perhaps(case, dating)
    else:
        yield _ambiguous(case, dating)


def _dated(case: Case, dating: Dating) -> Finding:
    fits = dating.dates[0]
    published = published_on(case)
    late = published is not None and published != fits
    beside = f"; the page is dated {day(published)}" if published is not None and late else ""
    only = f"on one day only, {day(fits)}{_without(case, dating)}"
    return Finding(
        "dated",
        f"{_all(dating)} {_fit_verb(dating)} {_series(case, dating)} {only}{beside}.",
        arithmetic="; ".join(dating.steps) or None,
        figures=dating.figures,
        series=dating.series,
        severity="notice" if late else "info",
        sure="chance",
        fits=1,
        searched=dating.searched,
        chance=dating.chance,
    )


def _perhaps(case: Case, dating: Dating) -> Finding:
    """One day fits, but invented figures would too often fit one: a hint, no date."""
    return Finding(
        "consistent_with",
        f"{_all(dating)} {_fit_verb(dating)} {_series(case, dating)} on {day(dating.dates[0])}; "
        "figures that somebody made up would fit a day too often for this to date the text.",
        arithmetic="; ".join(dating.steps) or None,
        figures=dating.figures,
        series=dating.series,
        sure="chance",
        fits=1,
        searched=dating.searched,
        chance=dating.chance,
    )


def _ambiguous(case: Case, dating: Dating) -> Finding:
    named = [day(one) for one in dating.dates[:_NAMED]]
    more = len(dating.dates) - len(named)
    which = listed([*named, f"{number(more)} more"]) if more else listed(named)
    return Finding(
        "consistent_with",
        f"{_all(dating)} {_fit_verb(dating)} {_series(case, dating)} on {number(len(dating.dates))} of "
        f"{number(dating.searched)} days ({which}); the figures alone do not date the text.",
        arithmetic=f"For {named[0]}: {'; '.join(dating.steps)}" if dating.steps else None,
        figures=dating.figures,
        series=dating.series,
        sure="chance",
        fits=len(dating.dates),
        searched=dating.searched,
        chance=dating.chance,
    )


def _undatable(case: Case, dating: Dating) -> Finding:
    return Finding(
        "not_reproduced",
        f"On none of {number(dating.searched)} days does {_series(case, dating)} give all "
        f"{counted(len(dating.figures), 'figure')} of the text together.",
        arithmetic="; ".join(dating.steps) or None,
        figures=dating.figures,
        series=dating.series,
        severity="notice",
        fits=0,
        searched=dating.searched,
        chance=dating.chance,
    )


def _without(case: Case, dating: Dating) -> str:
    left = [said(figure) for figure in case.reading.figures if figure.id in dating.left_out]
    return f", leaving out {listed(left)}" if left else ""


def _all(dating: Dating) -> str:
    count = len(dating.figures)
    if count == 1:
        return "One figure of the text"
    return f"{counted(count, 'figure').capitalize()} of the text together"


def _fit_verb(dating: Dating) -> str:
    return "fits" if len(dating.figures) == 1 else "fit"


def _series(case: Case, dating: Dating) -> str:
    return listed([series_name(case, series) for series in dating.series]) or "the series"
