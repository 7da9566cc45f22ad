"""What an audit found, for a terminal: what is open first, each with its arithmetic, then how it was looked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TextIO

from tallywire.claims.audit import Anomaly, AnomalyKind, Audit
from tallywire.writers.terminal import Look, Page, look, many, number, percent, safe
from tallywire.writers.times import span_words

# Of one kind, more than these nobody reads at once; they are ranked, and --all and --json have the rest.
_OPEN_SHOWN, _EXPLAINED_SHOWN = 6, 3
_FILES_SHOWN = 3

_HEADS: dict[AnomalyKind, str] = {
    "change_differs": "stated changes that are not the difference of the totals",
    "total_fell": "totals that fell",
    "two_totals": "two statements of one day",
    "copied": "reports that are those of the day before",
    "repeated": "totals that stood still",
    "missing": "missing days",
    "stand_out_together": "days on which several categories stand out at once",
    "outlier": "changes that stand out",
    "joined": "categories joined",
    "split": "categories split",
    "born": "categories that begin",
    "ended": "categories that end",
    "irregular": "irregular reports",
}
_SCORE = (
    "A change n stands out beyond 3.5 by the modified z-score of Iglewicz and Hoaglin (1993): how far 2·√(n + 3/8) "
    "(Anscombe 1948) lies from its median over the 30 days before and after, in terms of how far those lie from it."
)
_BY_CHANCE = (
    "How many days would stand out in several categories by chance is measured on the series itself, with the "
    "categories moved against one another in time."
)
_STATED = (
    "A stated change is held against the difference of totals of adjacent days, both known. What is left over was "
    "added to or taken from earlier days without a word, or is a slip of the pen."
)
_FELL = "A total that counts from a start can only fall by a revision. A revision upwards shows in no total."
_STILL = (
    "A total that stands still is told where at most one day in a hundred of its category does so, or where it stands "
    "out below."
)
_RARE = "A single change is told where at most one other around it lies half as far out or more."

# How each kind that needs a rule is told from an ordinary day.
_RULES: dict[AnomalyKind, tuple[str, ...]] = {
    "change_differs": (_STATED,),
    "total_fell": (_FELL,),
    "repeated": (_STILL, _SCORE),
    "stand_out_together": (_SCORE, _BY_CHANCE),
    "outlier": (_SCORE, _RARE),
}


def render(found: Audit, out: TextIO, *, everything: bool = False, shown: Look | None = None) -> None:
    """Writes an audit: what was at hand, what is open, what is explained, and by which rules."""
    page = Page(shown or look(out))
    _head(page, found)
    opened = [one for one in found.anomalies if one.explained_by is None]
    explained = [one for one in found.anomalies if one.explained_by is not None]
    for title, some, most in (("open", opened, _OPEN_SHOWN), ("explained", explained, _EXPLAINED_SHOWN)):
        if some:
            page.heading(f"{title}: {number(len(some))}")
        for kind, of_kind in groupby(some, key=lambda one: one.kind):
            _kind(page, found, (kind, list(of_kind)), len(some) if everything else most)
    _rules(page, found)
    page.gap()
    page.say(
        f"Every number is a claim of {safe(found.info.claimant)} about losses of {safe(found.info.side)}, unverified. "
        "An anomaly is a question to the source, not an answer.",
        style="italic",
    )
    out.write(page.text())


def _head(page: Page, found: Audit) -> None:
    covered = found.coverage
    page.say(f"{safe(found.info.name)} ({covered.series})", style="bold")
    days = span_words(covered.first.isoformat(), covered.last.isoformat())
    page.say(f"At hand: {days}, {many(covered.days, 'day')} with a report{_read_from(found.origins)}.")
    if found.stated:
        page.say(f"{many(found.stated, 'stated change')} beside totals of adjacent days, each compared.")
    else:
        page.say(
            "No change that the source itself stated stands beside totals of adjacent days, so revisions are seen only "
            "where totals fall."
        )
    if found.corrections:
        page.say(_corrections(found))
    opened = sum(one.explained_by is None for one in found.anomalies)
    page.say(f"{number(opened)} open, {number(len(found.anomalies) - opened)} explained.")
    if found.unread:
        page.say(f"{many(found.unread, 'number')} of the files no reader knows; they are not in this audit.")


def _read_from(origins: Sequence[str]) -> str:
    if not any(origins):
        return ""
    more = f" and {number(len(origins) - _FILES_SHOWN)} more" if len(origins) > _FILES_SHOWN else ""
    return f", read from {', '.join(safe(origin) for origin in origins[:_FILES_SHOWN])}{more}"


def _corrections(found: Audit) -> str:
    """How many of the data set's own corrections a reader of the totals could see."""
    fell = {(one.day, one.category) for one in found.anomalies if one.kind == "total_fell"}
    seen = sum((one.day, one.category) in fell for one in found.corrections)
    named = many(len(found.corrections), "correction")
    days = len({one.day for one in found.corrections})
    return (
        f"The data set names {named} of its own on {many(days, 'day')}: {number(seen)} "
        f"shown by a fall, {number(len(found.corrections) - seen)} buried in an ordinary day's change."
    )


def _kind(page: Page, found: Audit, group: tuple[AnomalyKind, Sequence[Anomaly]], most: int) -> None:
    kind, some = group
    page.gap()
    page.say(f"{_HEADS[kind]}: {number(len(some))}{_by_chance(some)}", style="bold", indent=1)
    for one in some[:most]:
        page.item("-", _line(found, one), indent=2, hang=4)
        if one.arithmetic and (one.explained_by is None or most >= len(some)):
            page.say(safe(one.arithmetic), style="dim", indent=4)
        if one.explained_by:
            page.say(f"explained: {safe(one.explained_by)}", indent=4)
    if len(some) > most:
        page.say(f"and {number(len(some) - most)} more: --all", indent=4)


def _by_chance(some: Sequence[Anomaly]) -> str:
    share = some[0].chance
    return "" if share is None else f"; about {percent(share)} of such days would come about by chance"


def _line(found: Audit, one: Anomaly) -> str:
    days = span_words(one.day.isoformat(), one.last.isoformat())
    what = "" if one.category is None else f", {safe(found.info.category(one.category).name)}"
    return f"{days}{what}: {safe(one.says)}"


def _rules(page: Page, found: Audit) -> None:
    kinds = list(dict.fromkeys(one.kind for one in found.anomalies))
    said = dict.fromkeys(rule for kind in kinds for rule in _RULES.get(kind, ()))
    page.heading("How it was looked for")
    for rule in said:
        page.item("-", rule)
    page.item(
        "-",
        "Ranked: open before explained; by kind, what is certain first; then the highest score or largest size; then "
        "the earlier day.",
    )
