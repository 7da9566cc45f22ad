"""Plain text that was once a page, cut into segments: headline, byline, caption, body, links, comments, notices.

Pasted pages have no markup left. What remains are the looks of lines (length, closing stop, indent, blank lines,
doubling), the order of a page (title, by whom, when, text, links, comments, forms), and words such as "Related
articles" or "Leave a Reply" (`catalog/page_cues.toml`).
"""

from __future__ import annotations

import re
from itertools import pairwise

from tallywire.catalog.page_cues import date_words
from tallywire.claims.article import Segment, SegmentKind
from tallywire.collect.lines import Line, has_letters, lines_of
from tallywire.collect.thread import mark_regions

# Among the lines above the text the headline is the first of at least this share of the longest one's words.
HEADLINE_SHARE = 0.6
SHORT_TITLE = 3  # words; shorter lines above the text are sections and names of sites
RELATED_WORDS = 9  # a title of another article in mid-text; sub-headings and lists of places are shorter
NEAR_HEAD = 3  # lines after the first paragraph that may still hold byline and date

TOP = 12  # lines; rows of the site's own words stand above the text
# "Home > News > World", "Home / War / Kherson"; a headline has no such run of strokes
_STROKE = re.compile(r"\s[>»›/]\s")
_STROKES = frozenset(">»›/|")
_BAR = re.compile(r"[|•·]")  # "World | Sport | Weather"
_STEP = 60  # letters of one step of a trail or one entry of a menu, at most
_ENTRY = 25
_TRAIL = 3  # steps; fewer may be a headline
_COUNTER = re.compile(r"\d[\d.,]*\s?[KkMm]?\s+(?:shares?|views?|просмотр\w*|перегляд\w*|поширен\w*)", re.IGNORECASE)
_LANGUAGES = frozenset(
    [
        "english",
        "українська",
        "русский",
        "deutsch",
        "français",
        "español",
        "italiano",
        "português",
        "polski",
        "türkçe",
        "العربية",
        "فارسی",
        "עברית",
        "中文",
        "日本語",
        "한국어",
        "română",
        "български",
        "српски",
        "srpski",
        "hrvatski",
        "magyar",
        "čeština",
        "slovenčina",
        "ελληνικά",
        "nederlands",
        "svenska",
        "norsk",
        "dansk",
        "suomi",
        "қазақша",
        "ქართული",
        "հայերեն",
        "azərbaycan",
        "беларуская",
        "lietuvių",
        "latviešu",
        "eesti",
        "shqip",
        "indonesia",
        "हिन्दी",
        "বাংলা",
        "اردو",
        "tiếng",
        "việt",
        "en",
        "uk",
        "ua",
        "ru",
        "de",
        "fr",
        "es",
        "it",
        "pl",
        "eng",
        "ukr",
        "рус",
        "укр",
    ]
)

_DIGITS = re.compile(r"\d+")
_HASHTAG = re.compile(r"#\w")


def segments(text: str) -> tuple[Segment, ...]:
    """The segments of a plain text, in order, trimmed, one a paragraph."""
    lines = lines_of(text)
    _mark_rows(lines)
    lead = _lead(lines)
    mark_regions(lines, lead)
    _mark_cued(lines, lead)
    _mark_embeds(lines)
    _mark_head(lines, lead, text)
    _mark_titles(lines, lead)
    _mark_tables(lines)
    return tuple(Segment(line.kind or "body", line.start, line.end) for line in lines)


def _mark_rows(lines: list[Line]) -> None:
    """Rows of the site's own words above the text, and counters of shares."""
    for at, line in enumerate(lines[:TOP]):
        if line.prose or line.kind is not None:
            continue
        tabled = any("|" in below.words for below in lines[at + 1 : at + 2])  # the head of a table
        named = not tabled and not _DIGITS.search(line.words) and _is_row_of_names(line)
        if named or _COUNTER.fullmatch(line.words):
            line.kind = "boilerplate"


def _is_row_of_names(line: Line) -> bool:
    """A row of a menu, of languages or of the way to a page: "English Українська Русский", "Home > News > World"."""
    words = line.words
    if _is_trail(words) or _is_menu(words):
        return True
    names = words.replace("|", " ").split()
    known = sum(name.casefold().strip(".,/") in _LANGUAGES for name in names)
    return len(names) > 1 and known * 2 > len(names)


def _is_trail(words: str) -> bool:
    """The way to a page: its steps are short and hold no strokes of their own."""
    steps = _STROKE.split(words)
    short = all(1 < len(step) <= _STEP and _STROKES.isdisjoint(step) for step in steps)
    return short and (len(steps) >= _TRAIL or (len(steps) == _TRAIL - 1 and " / " not in words and len(words) <= _STEP))


def _is_menu(words: str) -> bool:
    """Short names with bars between them."""
    entries = [entry.strip() for entry in _BAR.split(words)]
    return len(entries) >= _TRAIL and all(1 < len(entry) <= _ENTRY for entry in entries)


def _lead(lines: list[Line]) -> int:
    """The index of the first line of the text proper."""
    for at, line in enumerate(lines):
        if line.plain and _opens_text(line, lines[at + 1 : at + 2]):
            if not _is_captioned(lines, at):
                return at
            line.kind = "caption"
    plain = [at for at, line in enumerate(lines) if line.plain]
    if not plain:
        return 0
    # No sentence anywhere: a title over a list, or a single line that is all there is.
    return plain[1] if len(plain) > 1 and lines[plain[0]].title and lines[plain[0]].count > SHORT_TITLE else plain[0]


def _opens_text(line: Line, following: list[Line]) -> bool:
    if line.prose:
        return not _is_question_title(line, following)
    return line.listed or (line.words[-1] in ":;," and line.count > SHORT_TITLE)


def _is_question_title(line: Line, following: list[Line]) -> bool:
    """One short question or exclamation over a longer paragraph is its title."""
    return line.words[-1] in "?!" and line.count < 20 and bool(following) and len(following[0].words) > len(line.words)


def _is_captioned(lines: list[Line], at: int) -> bool:
    """Whether an agency's name alone stands below the line, and more text after it: a picture's caption."""
    below = lines[at + 1 : at + 2]
    return bool(below) and below[0].part == "credit" and any(line.prose and line.plain for line in lines[at + 2 :])


def _mark_cued(lines: list[Line], lead: int) -> None:
    captions: set[str] = set()
    for at, line in enumerate(lines):
        if line.kind is None:
            line.kind = _cued_kind(line, at, lead, len(lines))
        if line.kind == "caption":
            captions.add(line.folded)
    for line in lines:
        if line.folded in captions and line.kind in {None, "body"}:
            line.kind = "caption"


def _cued_kind(line: Line, at: int, lead: int, total: int) -> SegmentKind | None:
    near_head = at <= lead + NEAR_HEAD
    match line.part:
        case "related" | "thread" | "reply" | "tail" if near_head and line.heading:
            return "boilerplate"  # a button above the text: "Comments", "Read more"
        case "related" | "caption" | "embed" | "boilerplate":
            return line.part
        case "thread" | "tail":
            return "boilerplate"
        case "byline":
            return "byline" if near_head or at >= total - 3 else None
        case "credit":
            return "byline" if near_head or at == total - 1 else "boilerplate"
        case "updated":
            return "dateline" if line.heading or any(map(str.isdigit, line.words)) else None
        case _:
            return "dateline" if line.dated and (near_head or line.count > 1) else None


def _mark_embeds(lines: list[Line]) -> None:
    """A post is often cut into several lines; those above its signature that carry hashtags belong to it."""
    for at, line in enumerate(lines):
        if line.kind == "embed":
            above = at - 1
            while above >= 0 and lines[above].kind is None and _HASHTAG.search(lines[above].words):
                lines[above].kind = "embed"
                above -= 1


def _mark_head(lines: list[Line], lead: int, text: str) -> None:
    """Headline, standfirst and the site's own lines above the text."""
    above = [line for line in lines[:lead] if line.kind is None]
    headline = _headline(above)
    if headline and headline.count <= SHORT_TITLE and headline.words[-1] == "!":
        headline = None
    if headline and _is_foreign(headline, above, text):
        for line in above:
            line.kind = "related" if line.folded == headline.folded else "boilerplate"
        return
    for line in above:
        line.kind = _kind_above(line, headline)
    if headline:
        _mark_repeats(lines, headline)
    _mark_standfirst(lines, lead)


def _headline(above: list[Line]) -> Line | None:
    titles = [line for line in above if has_letters(line) and not line.listed]
    most = max((line.count for line in titles), default=0)
    return next((line for line in titles if line.count >= HEADLINE_SHARE * most), None)


def _kind_above(line: Line, headline: Line | None) -> SegmentKind:
    if headline is None or line.start < headline.start:
        return "boilerplate"
    if line is headline or line.folded == headline.folded:
        return "headline"
    return "standfirst" if line.count > SHORT_TITLE and has_letters(line) else "boilerplate"


def _is_foreign(headline: Line, above: list[Line], text: str) -> bool:
    """A title doubled on its line that shares no name with the text is a link to another article."""
    twins = [line for line in above if line.folded == headline.folded]
    if len(twins) < 2 or "\n" in text[twins[0].end : twins[1].start]:
        return False
    rest = text[twins[-1].end :].casefold()
    return not any(stem in rest for stem in _stems(headline.words))


def _stems(words: str) -> list[str]:
    """The first five letters of each long word: names and nouns survive their endings so."""
    return [word[:5] for word in words.casefold().split() if len(word) >= 5]


def _mark_repeats(lines: list[Line], headline: Line) -> None:
    for line in lines:
        if line.kind is None and line.folded == headline.folded and line.count == headline.count:
            line.kind = "headline"


def _mark_standfirst(lines: list[Line], lead: int) -> None:
    """The first paragraph is the standfirst where byline or date stand between it and the next."""
    below = lines[lead + 1 : lead + 1 + NEAR_HEAD]
    if not below or below[0].kind not in {"byline", "dateline"} or lines[lead].count > 60:
        return
    follows = any(line.prose and line.kind is None for line in lines[lead + 2 :])
    titled = any(line.kind == "headline" for line in lines[:lead])
    if follows and titled and lines[lead].kind is None:
        lines[lead].kind = "standfirst"


def _mark_titles(lines: list[Line], lead: int) -> None:
    """Title-like lines within and after the text: sub-headings, titles of other articles, left-overs."""
    numbers: dict[int, set[str]] = {}
    last = max((at for at, line in enumerate(lines) if line.prose and line.kind is None), default=len(lines))
    for at in range(lead + 1, len(lines)):
        line = lines[at]
        if line.kind is None and line.title and not _in_list(lines, at):
            line.kind = _kind_after(line) if at > last else _kind_within(line, lines[at + 1 : at + 3], numbers)


def _in_list(lines: list[Line], at: int) -> bool:
    """Whether its neighbours are short lines too: a list without marks ("2 KAB;", "Kharkiv: 3 dead, 7 hurt")."""
    beside = [line for line in (*lines[at - 1 : at], *lines[at + 1 : at + 2]) if line.kind in {None, "body"}]
    return any(not line.prose and not line.listed and _DIGITS.search(line.words) for line in beside)


def _kind_after(line: Line) -> SegmentKind | None:
    if line.count <= SHORT_TITLE:
        return None if _DIGITS.search(line.words) else "boilerplate"
    return "related" if line.count >= SHORT_TITLE + 2 else None


def _kind_within(line: Line, following: list[Line], numbers: dict[int, set[str]]) -> SegmentKind | None:
    """A sub-heading announces what follows, so its numbers come again; the title of another article's do not."""
    own = set(_DIGITS.findall(line.words))
    if not own:
        return "headline" if line.count <= 12 else None
    for other in following:
        if other.start not in numbers:
            numbers[other.start] = set(_DIGITS.findall(other.words))
        if own & numbers[other.start]:
            return "headline"
    return "related" if line.count >= RELATED_WORDS else None


def _mark_tables(lines: list[Line]) -> None:
    """Two lines running with tabs or bars between their cells are rows."""
    for above, below in pairwise(lines):
        if above.kind in {None, "table"} and below.kind is None and _is_row(above) and _is_row(below):
            above.kind = below.kind = "table"


def _is_row(line: Line) -> bool:
    return "\t" in line.words or line.words.count("|") >= 2


def published_day(text: str, found: tuple[Segment, ...]) -> tuple[str | None, str | None]:
    """The days of publication and of the last change that the datelines of a text name.

    A date above the headline is the day the page was printed or fetched, and says nothing.
    """
    from tallywire.collect.dates import day_in

    known = date_words()
    title = next((segment.start for segment in found if segment.kind == "headline"), -1)
    published = modified = None
    change = False
    for segment in found:
        if segment.kind != "dateline" or segment.start < title:
            continue
        words = text[segment.start : segment.end]
        change = change or words.casefold().startswith(known.change)
        day = day_in(words)
        if day and change:
            modified = modified or day
        elif day:
            published = published or day
    return published, modified
