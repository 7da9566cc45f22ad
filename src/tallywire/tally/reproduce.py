"""Which windows of a series give a number: "4,560 killed in a week"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tallywire.claims.errors import UsageError
from tallywire.claims.figure import Kind
from tallywire.claims.fit import Fit
from tallywire.claims.series import Category, Series, SeriesInfo
from tallywire.tally.number import number
from tallywire.tally.period import FREE, RUNNING, Stretch, stretch
from tallywire.tally.precision import Stated
from tallywire.tally.search import Asked, coverage, freely, search
from tallywire.tally.windows import tracks

# Words of a question that name no category but a fate.
_KINDS: dict[str, Kind] = {
    "killed": "killed",
    "dead": "killed",
    "deaths": "killed",
    "died": "killed",
    "liquidated": "killed",
    "eliminated": "killed",
    "troops": "killed",
    "soldiers": "killed",
    "casualties": "casualties",
    "captured": "captured",
    "prisoners": "captured",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A number asked of a series: what it states, over which stretch, and the words that name what was counted."""

    words: str
    said: Stated
    stretch: Stretch | None
    about: str


def question(text: str) -> Question:
    """The question that a few words ask; a question without a number makes no sense."""
    asked = stretch(text)
    # The words of time are blanked, so that "7 days" or "2022" is not taken for the number.
    rest = (
        text if asked is None else text[: asked.span[0]] + " " * (asked.span[1] - asked.span[0]) + text[asked.span[1] :]
    )
    read = number(rest)
    if read is None:
        raise UsageError(
            "no_number", f"no whole number is asked in {text!r}", remedy='ask for example "4,560 killed in a week"'
        )
    return Question(text, read.said, asked, " ".join((rest[: read.start] + " " + rest[read.end :]).split()))


def reproduce(asked: Question, series: Sequence[Series]) -> tuple[Fit, ...]:
    """The fits of each series, those that give the number first.

    Where the question names no time, running totals and free windows are two searches with a fit each.
    """
    fits = []
    for one in series:
        wanted_at = asked.stretch or _since_landmark(asked.about, one.info)
        of = tracks(one, categories(asked.about, one.info))
        free = freely(asked.said, of)
        stretches = (wanted_at,) if wanted_at else (RUNNING, FREE)
        for wanted in stretches:
            fixed_by = f"the words {wanted.words!r}" if wanted.shape == "calendar" else None
            found = search(Asked(asked.said, wanted, fixed_by=fixed_by), of, free)
            at_hand = found.coverage or coverage(tracks(one, one.info.categories))  # where no category was searched
            fits.append(replace(found, coverage=at_hand))
    return tuple(sorted(fits, key=lambda fit: (not fit.fits, not any(m.exact for m in fit.matches), fit.chance)))


def categories(about: str, info: SeriesInfo) -> tuple[Category, ...]:
    """The categories that words name: by name, else by a word of fate, else all that were reported.

    A whole that is named is also asked in its parts, in their named unions, and in the running totals that the source
    keeps beside it since a later day: "killed" may mean killed anew.
    """
    plain = re.sub(r"[^\w/-]+", " ", about.casefold())
    words = f" {plain} "
    named = [(len(name), category) for category in info.categories for name in _names(category) if f" {name} " in words]
    if named:
        longest = max(length for length, _category in named)
        return _with_parts([category for length, category in named if length == longest], info)
    kinds = {kind for word, kind in _KINDS.items() if f" {word} " in words}
    searched = tuple(category for category in info.categories if not category.estimate)
    of_kind = tuple(category for category in searched if kinds & set(category.accepts))
    return of_kind or searched


def _with_parts(named: list[Category], info: SeriesInfo) -> tuple[Category, ...]:
    wholes = {category.id for category in named}
    parts = [one for one in info.categories if one.part_of in wholes]
    of_parts = {one.id for one in parts}
    unions = [one for one in info.categories if one.sums and of_parts.issuperset(one.sums)]
    counted = {(one.kind, one.what) for one in named}
    later = [one for one in info.categories if one.since and (one.kind, one.what) in counted]
    return tuple(dict.fromkeys([*named, *parts, *unions, *later]))


def _since_landmark(about: str, info: SeriesInfo) -> Stretch | None:
    """The days since an event that the series' description dates: "since the ceasefire"."""
    for landmark in info.landmarks:
        for words in landmark.words:
            found = re.search(rf"\bsince (?:the )?{re.escape(words)}\b", about, re.IGNORECASE)
            if found:
                return Stretch("since", found[0], first=landmark.last_before)
    return None


def _names(category: Category) -> set[str]:
    names = {name.casefold() for name in (category.name, category.id, *category.names)}
    return names | {name.removesuffix("s") for name in names if len(name) > 4}
