"""One reading grounded: who, where and when get identifiers, each with its reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from tallywire.catalog.conflicts import Conflict, conflict_of
from tallywire.claims.figure import Figure, Period, Ref, Why
from tallywire.claims.reading import Event, Reading
from tallywire.ground.draft import Draft
from tallywire.ground.time_words import Times
from tallywire.ground.when import dated, day_of, edtf_of
from tallywire.ground.where import Scene, country_of, entry_of, located, placed, scene
from tallywire.ground.who import actor_in, sides_of, spoken, who

# Countries that a text names at least once and those it only touches by adjectives weigh alike; more than this many
# say nothing of which conflict it is about.
_MOST_COUNTRIES = 6


def ground(reading: Reading) -> Reading:
    """The same reading with identifiers: actors, places, dates."""
    places, here = scene(reading.article)
    if not reading.figures and not reading.quotes and not reading.events:
        return replace(reading, places=places)
    conflict = _conflict(reading, here)

    def times(start: int) -> Times:
        return Times(day_of(reading.article.published_at(start)), conflict)

    figures = tuple(_grounded(figure, here, times(figure.start)) for figure in reading.figures)
    if not (reading.article.lang or "").startswith("en"):
        figures = tuple(_in_english(figure, here) for figure in figures)
    return replace(
        reading,
        figures=figures,
        quotes=tuple(map(spoken, reading.quotes)),
        places=places,
        events=tuple(_event(event, here, times(event.start)) for event in reading.events),
    )


def _conflict(reading: Reading, here: Scene) -> Conflict | None:
    """What the text is about, by the sides that its figures and events name and the countries it plays in."""
    sides = sides_of(reading.figures) | _actors(reading.events)
    countries = sorted(here.countries, key=lambda country: -here.countries[country])[:_MOST_COUNTRIES]
    return conflict_of(sides, countries, _latest(reading)) if sides or countries else None


def _latest(reading: Reading) -> date | None:
    return day_of(reading.article.published)


def _actors(events: Collection[Event]) -> frozenset[str]:
    named = (ref.name for event in events for ref in (event.actor, event.recipient) if ref)
    found = (actor_in(name) for name in named)
    return frozenset(actor.side for actor in found if actor and actor.side)


def _grounded(figure: Figure, here: Scene, times: Times) -> Figure:
    draft = Draft.of(figure)
    who(draft, times.conflict)
    placed(draft, here)
    dated(draft, times)
    return draft.done()


def _in_english(figure: Figure, here: Scene) -> Figure:
    """Sides are named in English, as countries are: "civilians of Харкові" are those of Kharkiv.

    A town that few know the world over is named with its country: "civilians of Dvorichna, Ukraine".
    """
    side = figure.side
    if side is None or side.home is None:
        return figure
    entry = entry_of(side.home, here)
    if entry is None:
        return figure
    country = country_of(entry) if entry.precision in _SMALL and entry.population < _WELL_KNOWN else None
    home = f"{entry.name}, {country}" if country else entry.name
    why = Why("side", f"{side.home!r} is {home} in English")
    return replace(figure, side=replace(side, name=side.name.removesuffix(side.home) + home), why=(*figure.why, why))


# Only towns and parts of them: whose population this large is not mistaken for that of a namesake.
_SMALL = frozenset({"city", "district", "site", "area"})
_WELL_KNOWN = 100_000


def _event(event: Event, here: Scene, times: Times) -> Event:
    return replace(
        event,
        actor=_ref(event.actor),
        recipient=_ref(event.recipient),
        place=located(event.place, here) if event.place else None,
        period=_dated(event.period, times),
    )


def _ref(ref: Ref | None) -> Ref | None:
    actor = actor_in(ref.name) if ref else None
    return Ref(ref.name, actor.id) if ref and actor else ref


def _dated(period: Period | None, times: Times) -> Period | None:
    return replace(period, edtf=edtf_of(period.words, times)[0]) if period else None
