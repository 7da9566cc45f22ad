"""The same count is called by the same word from its source to the headline."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.catalog.naming import with_article
from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.claims.series import Definition, SeriesInfo
from tallywire.verify.figures import are_close, claimed, drawn_from, is_of_people, is_part, known_series, may_meet
from tallywire.verify.label import meeting, word_family
from tallywire.verify.words import day, listed, quoted

# From here on, two equal numbers are hardly an accident, and a place read for one of them keeps them not apart.
_RARE = 100

# Every figure is laid beside every other: 300 take 0.1 s, the 100,000 of a hostile page would take hours.
_COMPARED = 300


def check(case: Case) -> Iterator[Finding]:
    """Says where one count is a death here and a casualty there, and where the source's own word is another."""
    counted = [figure for figure in claimed(case) if is_of_people(figure) and figure.term and not is_part(figure)]
    if len({word_family(figure) for figure in counted}) > 1:
        groups = _same_counts(counted[:_COMPARED])
        yield from (_changed(group) for group in groups if len({word_family(figure) for figure in group}) > 1)
    for info in known_series(case):
        yield from _against_source(case, info, counted)


def _same_counts(figures: list[Figure]) -> list[list[Figure]]:
    groups: list[list[Figure]] = []
    for figure in figures:
        home = next((group for group in groups if all(_same_count(figure, other) for other in group)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    return groups


def _same_count(one: Figure, other: Figure) -> bool:
    if one.evidence == other.evidence or not may_meet(one, other, anywhere=(one.value or 0) >= _RARE):
        return False
    met = meeting(one, other)
    return are_close(one, other) if met.label == "compatible" else met.agrees


def _changed(group: list[Figure]) -> Finding:
    one_place = len({figure.segment for figure in group}) == 1
    where = {figure.segment: "" if one_place else f" in the {figure.segment}" for figure in group}
    calls = list(dict.fromkeys(f"{_word(figure)}{where[figure.segment]}" for figure in group))
    numbers = listed(list(dict.fromkeys(quoted(figure.words) for figure in group)))
    kinds = list(dict.fromkeys(figure.kind for figure in group))
    told = f" ({' and '.join(kinds)} are not the same count)" if len(kinds) > 1 else ""
    return Finding(
        "term_changed",
        f"The word changed: what seems one count is called {listed(calls)}{told}.",
        arithmetic=f"Taken for one count: {numbers}",
        figures=tuple(figure.id for figure in group),
        severity="notice",
        sure="disputed",
    )


def _word(figure: Figure) -> str:
    return quoted(figure.term.words) if figure.term else figure.kind


def _against_source(case: Case, info: SeriesInfo, figures: list[Figure]) -> Iterator[Finding]:
    """What the text calls the figures it took from a series, beside the series' own word."""
    fitted = {fit.figure for fit in case.fits if any(match.series == info.id for match in fit.matches)}
    taken = [figure for figure in figures if figure.id in fitted or drawn_from(figure, info)]
    if not taken:
        return
    other = [figure for figure in taken if not _is_word(figure, info.term)]
    if other:
        words = listed(list(dict.fromkeys(_word(figure) for figure in other)))
        yield Finding(
            "term_changed",
            f"The word changed: the word of {with_article(info.claimant).words} is {quoted(info.term)}; "
            f"this text says {words}.",
            figures=tuple(figure.id for figure in other),
            series=(info.id,),
            severity="notice",
        )
    if any(definition.disputed for definition in info.definitions):
        yield _disputed(info, taken)


def _is_word(figure: Figure, term: str) -> bool:
    return figure.term is not None and figure.term.words.casefold() == term.casefold()


def _disputed(info: SeriesInfo, taken: list[Figure]) -> Finding:
    return Finding(
        "definition_disputed",
        f"What {with_article(info.claimant).words} counts as {quoted(info.term)} is disputed; "
        "these are the statements on record, and none is taken for the right one here.",
        figures=tuple(figure.id for figure in taken),
        series=(info.id,),
        severity="notice",
        sure="disputed",
        definition="\n".join(map(_record, info.definitions)),
    )


def _record(definition: Definition) -> str:
    since = "" if definition.since is None else f" ({day(definition.since)})"
    return f"{definition.by}{since}: {definition.says} [{definition.reference}]"
