"""Who said what where the verb closes the sentence: "Bakan, iki kişinin öldüğünü söyledi", "Vali, “...” dedi"."""

from __future__ import annotations

from tallywire.extract.quotes import speaker
from tallywire.extract.quotes.body import ENDS
from tallywire.extract.quotes.line import Group, Line, Range
from tallywire.extract.quotes.named import DASHES, order_of
from tallywire.extract.quotes.saying import Saying

# A name at a sentence's head, with what somebody is, takes no more tokens.
_HEAD = 14


def said(line: Line, found: Group, floor: int) -> Saying | None:
    """What stands before a verb that closes its clause."""
    cue, edge = (found.first, found.last), found.first
    while edge > line.first and line.words[edge - 1] in order_of(line).closers:
        edge -= 1
    while edge > line.first and line.words[edge - 1] == ",":
        edge -= 1
    held = line.marks.closed(line.words, edge)
    if held is not None:
        return _in_marks(line, (edge, found.last), held, floor) if edge < found.first or found.verb.frames else None
    if not found.verb.frames or "anything" not in found.verb.frames or found.first <= line.first:
        return None
    if not line.words[found.first - 1].endswith(order_of(line).told_ends):
        return None
    head = _head(line, floor)
    if found.verb.form == "past":
        start = line.first if head is None else head[1]
        named = None
    elif head is not None:
        start, named = head[1], head[0]
    else:
        return None
    start = max(start, floor)
    while start < found.first and line.words[start] in line.lists.joints:
        start += 1
    return Saying(cue, named, start, right=(start, found.first)) if start < found.first else None


def _in_marks(line: Line, cue: Range, held: Range, floor: int) -> Saying | None:
    opening = held[0] - 1
    if cue[1] - 1 < line.last and line.lists.verbs[line.words[cue[1] - 1]].form == "ing":
        after = _name(line, cue[1], line.last)
        return None if after is None else Saying(cue, after, cue[0], right=(opening, cue[0]))
    index = max(line.first, floor)
    if opening < line.first:
        return Saying(cue, early := _early(line, opening), line.first, left=(opening, cue[0]), dropped=early is None)
    if opening <= index:
        return Saying(cue, None, line.first, left=(min(opening, line.first), cue[0]), dropped=True)
    head = _head(line, floor) or _before_mark(line, index, opening) or _alone(line, index, opening)
    named = None if head is None else head[0]
    return Saying(cue, named, line.first, right=(opening, cue[0]))


def _head(line: Line, floor: int) -> tuple[Range, int] | None:
    """The name before the first comma of a sentence, or its run of capitals that a noun that speaks closes."""
    low = max(speaker.past_dateline(line), line.first)
    for at in range(low, min(low + _HEAD, line.last)):
        word = line.words[at]
        if word == ",":
            named = _trailing(line, low, at)
            return None if named is None else (named, at + 1)
        if word in DASHES or line.opened(at) is not None or not (word[0].isalnum() or word[0] == "'" or word == "."):
            break
    named = _name(line, low, line.last)
    if named is None or line.words[named[1] - 1] not in order_of(line).heads:
        return None
    return named, named[1]


def _early(line: Line, opening: int) -> Range | None:
    """The name before a mark that opened sentences ago."""
    low = opening
    while low > 0 and low not in line.tokens.breaks and line.words[low - 1] not in ENDS:
        low -= 1
    end = opening - (line.words[opening - 1] == ",")
    if end == opening or end <= low:
        return None
    if end == low + 1:
        return (low, end) if line.tokens.capital(low) and _in_name(line, low) and "'" not in line.words[low] else None
    return _trailing(line, low, end)


def _before_mark(line: Line, low: int, opening: int) -> tuple[Range, int] | None:
    """The name right before a mark, if its last word does not end as a listener's does: "Bir doktor Ajansına"."""
    named = _trailing(line, low, opening)
    if named is None:
        return None
    last = line.words[named[1] - 1]
    return None if last not in order_of(line).heads and last[-1] in _LISTENS else (named, opening)


# The vowels of the case that "to" takes.
_LISTENS = frozenset("ae")


def _alone(line: Line, low: int, opening: int) -> tuple[Range, int] | None:
    """ "Deneme, “...” dedi": one name, a comma, and the mark."""
    held = low + 2 == opening and line.words[low + 1] == ","
    plain = held and line.tokens.capital(low) and _in_name(line, low) and "'" not in line.words[low]
    return ((low, low + 1), opening) if plain else None


def _trailing(line: Line, low: int, end: int) -> Range | None:
    """The name that ends right before a comma or mark: "Saldırıyla ilgili konuşan | Vali Ahmet Yılmaz,"."""
    start = end
    while start > low and _in_name(line, start - 1):
        start -= 1
    while start < end and line.words[start] in line.lists.joints:
        start += 1
    if start >= end:
        return None
    if line.words[start] in line.lists.persons and end - start == 1:
        return start, end
    return (start, end) if _names(line, start, end) else None


def _name(line: Line, start: int, last: int) -> Range | None:
    end = start
    while end < last and _in_name(line, end):
        end += 1
    return (start, end) if end > start and _names(line, start, end) else None


def _in_name(line: Line, at: int) -> bool:
    """A word of a name: with a capital, a noun that speaks, "and"; a title's full stop."""
    word = line.words[at]
    if word in line.lists.openers or word in line.lists.times or line.is_adverb(at):
        return word in line.lists.plain_and
    if word == ".":
        return speaker.is_title_stop(line, at)
    return line.tokens.capital(at) or word in order_of(line).heads


def _names(line: Line, start: int, end: int) -> bool:
    """Whether the last word stands as a speaker does: no case ending behind an apostrophe; not one plain first word."""
    last = line.words[end - 1]
    if "'" in last or not last[0].isalpha():
        return False
    if last in order_of(line).heads:
        return True
    return line.tokens.capital(end - 1) and (end - start > 1 or start > line.first)
