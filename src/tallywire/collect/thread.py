"""Stretches of a plain text that are not the article: readers' comments, lists of other articles, forms at the end."""

from __future__ import annotations

from tallywire.claims.article import SegmentKind
from tallywire.collect.lines import Line

# A list of links in mid-text ends where a paragraph of this length begins.
PARAGRAPH_LETTERS = 100
# A list of links runs to the end of the page when less than this share of the text stands after its head.
MID_TEXT_SHARE = 0.25
NAME_WORDS = 4  # a commenter's name
MARKS_NEEDED = 2  # "Reply" or "3 days ago" once may be anything; twice is a thread
WALK_BACK = 4  # lines from a flat comment's first mark up to its writer's name


def mark_regions(lines: list[Line], lead: int) -> None:
    """Give every line from a heading such as "Related articles" or "5 Comments" on its kind, as far as it reaches."""
    after = _prose_after(lines)
    first_reply = _thread_start(lines, lead)
    region: SegmentKind | None = None
    past_end = False
    for at in range(lead + 1, len(lines)):
        line = lines[at]
        before, rest = after[lead] - after[at], after[at + 1]
        opened = "comment" if at == first_reply else _opened(line, before, rest, first_reply > at)
        if opened:
            region = opened
            past_end = past_end or opened != "related" or rest < MID_TEXT_SHARE * before
        elif region == "related" and not past_end and _is_paragraph(line):
            region = None
        if region and line.kind is None:
            line.kind = _kind_in(region, line)


def _prose_after(lines: list[Line]) -> list[int]:
    """For each line, the letters of plain prose from it on."""
    totals = [0] * (len(lines) + 1)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        totals[at] = totals[at + 1] + (len(line.words) if line.prose and line.plain else 0)
    return totals


def _opened(line: Line, before: int, rest: int, replies_follow: bool) -> SegmentKind | None:  # noqa: FBT001
    """The region a line opens. Buttons of the same words stand above the text too: most of it must lie before."""
    if line.part == "related" and line.heading:
        return "related"
    if line.part == "thread" and (replies_follow or rest < before):
        return "comment"
    return "boilerplate" if line.part == "tail" and rest <= before else None


def _is_paragraph(line: Line) -> bool:
    return line.plain and line.prose and len(line.words) >= PARAGRAPH_LETTERS and not line.words.endswith(("…", "..."))


def _kind_in(region: SegmentKind, line: Line) -> SegmentKind:
    return "boilerplate" if line.part in {"boilerplate", "tail"} else region


def _thread_start(lines: list[Line], lead: int) -> int:
    """The line where readers' comments begin, by the marks inside them; -1 where there are none."""
    marks = [at for at in range(lead + 1, len(lines)) if _is_mark(lines, at)]
    indented = [at for at in marks if lines[at].indent > lines[lead].indent + 1]
    if not indented and len(marks) < MARKS_NEEDED:
        return -1
    start = first = (indented or marks)[0]
    if indented:
        while start - 1 > lead and lines[start - 1].indent > lines[lead].indent + 1:
            start -= 1
        return start
    for above in range(first - 1, max(lead, first - 1 - WALK_BACK), -1):
        if lines[above].count <= NAME_WORDS and lines[above].part is None:
            return above
    return first


def _is_mark(lines: list[Line], at: int) -> bool:
    line = lines[at]
    if line.part == "reply":
        return True
    # "John says:" over a date
    return line.count <= NAME_WORDS + 1 and line.words[-1] == ":" and at + 1 < len(lines) and lines[at + 1].dated
