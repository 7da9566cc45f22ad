"""Values for tests, with good defaults, so that a row of a table says only what is special about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from tallywire.claims.article import Span
from tallywire.claims.claim import Claim
from tallywire.claims.figure import Count, Figure, Modifier, Number, Period, Side, Source
from tallywire.claims.series import Category, Point, Series, SeriesInfo

RUSSIA = Side("Russia", "RUS")
GENERAL_STAFF = Source("General Staff of the Armed Forces of Ukraine", "UKR-GS", "military", True)


def figure(**fields: Any) -> Figure:
    """A figure: 12 Russian soldiers killed, said by the outlet itself, unless the fields say otherwise.

    Bounds follow from `best` or `low`/`high` and the modifier; `period` may be given as its words.
    """
    given = {
        "id": "f1",
        "kind": "killed",
        "what": "combatant",
        "who": None,
        "band": None,
        "start": 0,
        "term": None,
        "side": RUSSIA,
        "source": None,
        "derived_from": (),
        "via": (),
        "voice": "own",
        "stance": "asserted",
        "count": None,
        "period": None,
        "place": None,
        "places": (),
        "event": None,
        "cause": None,
        "blamed": None,
        "scope": (),
        "subset_of": None,
        "of": None,
        "change_of": None,
        "previous_of": None,
        "per": None,
        "segment": "body",
        "evidence": Span(0, 1),
        "header": None,
        "lang": None,
        "rule": "test",
        "confidence": 1.0,
        "why": (),
        **_bounds(fields),
        **{name: value for name, value in fields.items() if name != "value"},
    }
    given.setdefault("words", str(given["best"] or given["low"] or given["high"]))
    given.setdefault("end", given["start"] + len(given["words"]))
    if isinstance(given["period"], str):
        given["period"] = Period(given["period"], 0, len(given["period"]), fields.get("edtf"))
    given.pop("edtf", None)
    return Figure(**given)


def _bounds(fields: dict[str, Any]) -> dict[str, Any]:
    modifier: Modifier = fields.get("modifier", "exact")
    value: Number = fields.get("value", 12)
    bounds: dict[str, Any] = {"modifier": modifier, "low": value, "best": value, "high": value}
    if modifier == "at_least":
        bounds |= {"best": None, "high": None}
    elif modifier == "at_most":
        bounds |= {"low": 0, "best": None}
    elif modifier in {"range", "vague"}:
        bounds |= {"best": None}
    return bounds


def claim(figure_said: Figure, **fields: Any) -> Claim:
    """A claim of an invented outlet, published on 11 November 2022."""
    given = {
        "id": f"c-{figure_said.id}",
        "figure": figure_said,
        "article_id": "a1",
        "capture_sha256": "0" * 64,
        "address": "page.txt",
        "outlet": "The Daily Example",
        "title": None,
        "published": "2022-11-11",
        "revision": 1,
        "sentence": "",
        "version": "0",
        "recorded": "2022-11-12T00:00:00+00:00",
        **fields,
    }
    return Claim(**given)


def info(*category_ids: str, irregular_until: date | None = None) -> SeriesInfo:
    """A series' description whose categories count Russian soldiers killed."""
    return SeriesInfo(
        id="example",
        name="Example",
        claimant=GENERAL_STAFF.name,
        claimant_id="UKR-GS",
        side="Russia",
        side_id="RUS",
        term="liquidated",
        starts=date(2022, 2, 24),
        day_ends="06:00 Europe/Kyiv",
        irregular_until=irregular_until,
        categories=tuple(
            Category(name, name, "killed", "combatant", ("killed", "casualties", "lost"), ("combatant", "person"))
            for name in category_ids or ("personnel",)
        ),
        definitions=(),
        claimants=("UKR",),
    )


def series(totals: Sequence[int | None], *, first: date = date(2022, 11, 1), category: str = "personnel") -> Series:
    """A series of one category with these totals, a day each; None leaves the day out."""
    points = tuple(
        Point(first + timedelta(days=number), category, total)
        for number, total in enumerate(totals)
        if total is not None
    )
    return Series(info(category), points)


def counted(count: Count | None, when: str | None, value: Number, **fields: Any) -> Figure:
    """A figure with its count and period words: `counted("period_total", "one week", 4560)`."""
    return figure(count=count, period=when, value=value, **fields)
