"""The dates that a text's figures fit, for a terminal: the days by rank with their arithmetic, and what that proves."""

from __future__ import annotations

from typing import TextIO

from tallywire.claims.fit import Dates, DayFit
from tallywire.writers.terminal import Look, Page, look, many, number, percent, safe
from tallywire.writers.times import date_words, span_words

# More days than these nobody compares; --json has twenty.
_DAYS_SHOWN = 5


def dates(found: Dates, out: TextIO, *, shown: Look | None = None) -> None:
    """Writes the answer, the days, how much they prove, the figures that say nothing, and the coverage."""
    page = Page(shown or look(out))
    page.say(f"{found.outcome.capitalize()}: {safe(found.why)}.", style="bold")
    page.say(f"The page itself is dated {date_words(found.published) if found.published else 'nowhere'}.")
    if found.days:
        _days(page, found)
        _proof(page, found)
    _other_figures(page, found)
    page.heading("What was at hand")
    for one in found.coverage:
        days = span_words(one.first.isoformat(), one.last.isoformat())
        page.item("-", f"{one.series}: {days} ({many(one.days, 'day')} with a report)")
    page.gap()
    page.say("A date is the day of the last report that the figures stand on. Every number is a claim.", style="italic")
    out.write(page.text())


def _days(page: Page, found: Dates) -> None:
    page.heading("The day" if found.fits == 1 else "The days, by rank")
    for rank, day in enumerate(found.days[:_DAYS_SHOWN], start=1):
        page.item(f"{rank}.", _day(day, len(found.used)), hang=5)
        for step in day.steps:
            page.say(safe(step), indent=5)
    if found.fits > _DAYS_SHOWN:
        page.say(f"and {many(found.fits - _DAYS_SHOWN, 'more day')}", indent=5)


def _day(day: DayFit, figures: int) -> str:
    return f"{date_words(day.day.isoformat())}: {day.exact} of {many(figures, 'figure')} exactly"


def _proof(page: Page, found: Dates) -> None:
    page.heading("What that proves")
    fit = "fits" if found.fits == 1 else "fit"
    page.item("-", f"{many(found.searched, 'day')} searched, {number(found.fits)} {fit}.")
    if found.chance is not None:
        often = percent(found.chance)
        page.item("-", f"Invented figures of these sizes and roundnesses would fit some day {often} of the time.")
    if found.fits > 1:
        page.item("-", f"Ranked by: {safe(found.rank_rule)}")


def _other_figures(page: Page, found: Dates) -> None:
    if found.left_out or found.unused:
        page.heading("Figures that do not date it")
    for words in found.left_out:
        page.item("-", f"{safe(words)}: fits no day together with the others")
    if found.unused:
        listed = ", ".join(safe(words) for words in found.unused)
        page.item("-", f"{listed}: of no series at hand, or of no day that its words fix")
