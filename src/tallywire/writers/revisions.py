"""What changed from one revision of an address to the next: its figures, and the words of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import TextIO

from tallywire.claims.article import OWN_SEGMENTS, Article, Delivery
from tallywire.claims.figure import Figure
from tallywire.claims.reading import Reading
from tallywire.claims.revision import Revision
from tallywire.writers.naming import amount, things
from tallywire.writers.terminal import Look, Page, look, many, safe

# Two sentences are the same one, rewritten, when this share of their letters stays.
SAME_SENTENCE = 0.6


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure in its sentence."""

    figure: Figure
    sentence: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A figure that took another's place."""

    before: Stated
    after: Stated


@dataclass(frozen=True, slots=True)
class Change:
    """One revision, and how it differs from the one before; the first has nothing before it."""

    address: str
    line: int
    revision: int
    fetched: str
    sha256: str
    size: int
    delivery: Delivery | None
    title: str | None
    figures: int
    gained: tuple[Stated, ...]
    lost: tuple[Stated, ...]
    changed: tuple[Rewritten, ...]
    text: tuple[str, ...]  # lines that begin with + or -


def changes(revisions: Sequence[Revision]) -> list[Change]:
    """Each revision with its difference from the one before it, in order."""
    if not revisions:
        return []
    return [_change(None, revisions[0]), *(_following(before, after) for before, after in pairwise(revisions))]


def _following(before: Revision, after: Revision) -> Change:
    return _change(before if before.line == after.line else None, after)


def _change(before: Revision | None, after: Revision) -> Change:
    own = _stated(after.reading)
    gained, lost, changed = _compared(_stated(before.reading), own) if before else ([], [], [])
    return Change(
        address=after.address,
        line=after.line,
        revision=after.revision,
        fetched=after.fetched,
        sha256=after.sha256,
        size=after.size,
        delivery=after.delivery,
        title=after.reading.article.title,
        figures=len(own),
        gained=tuple(gained),
        lost=tuple(lost),
        changed=tuple(changed),
        text=tuple(_differences(before.reading.article, after.reading.article)) if before else (),
    )


def _stated(reading: Reading) -> list[Stated]:
    text = reading.article.text
    return [
        Stated(figure, safe(text[figure.evidence.start : figure.evidence.end]))
        for figure in reading.figures
        if figure.segment in OWN_SEGMENTS
    ]


def _compared(before: list[Stated], after: list[Stated]) -> tuple[list[Stated], list[Stated], list[Rewritten]]:
    """Gained, lost, and those that took the place of another: of the same kind and thing, in much the same sentence."""
    gone, come = list(before), []
    for one in after:
        same = next((other for other in gone if _claim(other) == _claim(one)), None)
        if same is None:
            come.append(one)
        else:
            gone.remove(same)
    gained, changed = [], []
    for one in come:
        other = _rewritten(one, gone)
        if other is None:
            gained.append(one)
        else:
            gone.remove(other)
            changed.append(Rewritten(other, one))
    return gained, gone, changed


def _claim(stated: Stated) -> tuple[object, ...]:
    """What a figure claims, wherever in the text it stands."""
    figure = stated.figure
    bounds = (figure.modifier, figure.low, figure.best, figure.high)
    named = tuple(one and (one.id or one.name) for one in (figure.side, figure.source))
    return (figure.kind, figure.what, figure.stance, *bounds, *named)


def _rewritten(one: Stated, gone: Sequence[Stated]) -> Stated | None:
    alike = [
        (SequenceMatcher(None, other.sentence, one.sentence, autojunk=False).ratio(), other)
        for other in gone
        if (other.figure.kind, other.figure.what) == (one.figure.kind, one.figure.what)
    ]
    best = max(alike, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= SAME_SENTENCE else None


def _differences(before: Article, after: Article) -> Iterator[str]:
    """Paragraphs that went and came, each beside the one that took its place."""
    old, new = _paragraphs(before), _paragraphs(after)
    for change, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        for gone, come in zip_longest(old[first:last], new[start:end]):
            yield from (f"{mark}{words}" for mark, words in (("-", gone), ("+", come)) if words is not None)


def _paragraphs(article: Article) -> list[str]:
    stretches = (article.text[one.start : one.end] for one in article.segments if one.kind in OWN_SEGMENTS)
    return [safe(words) for words in stretches]


def render(revisions: Sequence[Revision], out: TextIO, *, shown: Look | None = None) -> None:
    """Writes each revision with what changed, oldest first."""
    page = Page(shown or look(out))
    for number, change in enumerate(changes(revisions)):
        if number:
            page.gap()
        place = f"{change.address}:{change.line}" if change.line else change.address
        figures, size = many(change.figures, "figure"), many(change.size, "byte")
        page.say(f"{place}, revision {change.revision}", style="bold")
        page.say(f"fetched {change.fetched} · {size} · {figures} · {safe(change.title or '(no title)')}", indent=1)
        if change.delivery is not None and change.delivery.url != change.address:
            page.say(f"given by {change.delivery.url}", indent=1)
        _write_change(page, change, first=change.revision == 1)
    out.write(page.text())


def _write_change(page: Page, change: Change, *, first: bool) -> None:
    if first:
        return
    if not (change.text or change.gained or change.lost or change.changed):
        page.say("Nothing of the article itself changed.", indent=1)
    for rewritten in change.changed:
        before, after = rewritten.before, rewritten.after
        page.item("~", f"{_words(before.figure)} → {_words(after.figure)}: “{after.sentence}”", indent=1)
    for one in change.lost:
        page.item("−", f"{_words(one.figure)}: “{one.sentence}”", indent=1)
    for one in change.gained:
        page.item("+", f"{_words(one.figure)}: “{one.sentence}”", indent=1)
    if change.text:
        page.say("in its words:", indent=1)
    for line in change.text:
        page.item(line[0], line[1:], indent=3, hang=5)


def _words(figure: Figure) -> str:
    """A figure as briefly as it can be said, with who says it: "at least 30 people wounded (the governor)"."""
    by = f" ({safe(figure.source.name)})" if figure.source else ""
    return f"{amount(figure)} {things(figure)} {figure.kind}{by}"
