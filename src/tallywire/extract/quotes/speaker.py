"""Whose words they are: the name before a verb of saying ("a spokesman for the army said"), or after it ("said Ann Lee")."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.extract.quotes.line import CLOSING, DASHES, OPENING, Group, Line

_HARD = frozenset(";:()[].?!") | OPENING | CLOSING | DASHES


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker's words: tokens first..last (exclusive), none when first == last.

    `opens` is where the speaker's clause begins, with its "and" or comma. `apart` says that a comma or a mark cuts the
    speaker from words that stand before it. `inherits` says that the speaker is the one of the verb before.
    """

    first: int
    last: int
    opens: int
    apart: bool = False
    inherits: bool = False
    relative: bool = False


def before(line: Line, group: Group, floor: int) -> Subject | None:
    """The speaker left of a verb of saying; `floor` is the end of the verb of saying before it."""
    words, lists, end = line.words, line.lists, group.first
    if end <= line.first:
        return Subject(end, end, end, inherits=True) if group.verb.form == "ing" else None
    word = words[end - 1]
    if word in CLOSING or word in OPENING:
        return None
    if word in lists["relatives"]:
        apart = end - 2 >= line.first and words[end - 2] == ","
        return Subject(end - 1, end, end - 1, apart=apart, relative=True)
    if word in lists["and"] or (group.verb.form == "ing" and group.first == group.at):
        return Subject(end - 1, end - 1, _with_comma(line, end - 1), inherits=True)
    if word == "to":
        return Subject(end - 1, end - 1, end - 1, inherits=True)
    start = _region(line, end - 1, floor)
    if word == ",":
        return _apposed(line, start, end - 1)
    comma = _last_comma(line, start, end)
    first = _name_start(line, max(comma + 1, start), end)
    if first is None:
        return None
    opens = comma if comma >= start and comma > line.first else _with_comma(line, start - 1) if start > line.first else start
    return Subject(first, end, opens, apart=comma >= start or (start > line.first and words[start - 1] in _HARD))


def _with_comma(line: Line, at: int) -> int:
    """The token, or the comma right before it: ", and"."""
    return at - 1 if at - 1 > line.first and line.words[at - 1] == "," else at


def _region(line: Line, end: int, floor: int) -> int:
    """How far left a speaker's clause may reach."""
    words, openers = line.words, line.lists["openers"]
    at, low = end, max(line.first, floor)
    while at > low:
        word = words[at - 1]
        if word in _HARD or (word in openers and not _joins_names(line, at - 1, low)):
            break
        at -= 1
    return at


def _joins_names(line: Line, at: int, low: int) -> bool:
    """ "Dunn and John", "officials and witnesses": not "... were hurt, and officials"."""
    words = line.words
    if words[at] not in {"and", "or"} or at == low or words[at - 1] == ",":
        return False
    if line.tokens.capital(at - 1):
        return line.tokens.capital(at + 1) or at - low <= _FEW
    return at - low <= _FEW


# So few words before "and" at the start of a clause are a name and no clause: "local officials and".
_FEW = 3


def _last_comma(line: Line, start: int, end: int) -> int:
    at = end - 1
    while at >= start and line.words[at] != ",":
        at -= 1
    return at


def _apposed(line: Line, start: int, comma: int) -> Subject | None:
    """ "Ann Lee, who runs the clinic, said": the first part that is a name."""
    words = line.words
    low = start
    while low < comma:
        cut = low
        while cut < comma and words[cut] != ",":
            cut += 1
        if cut >= comma:
            return None
        if not _aside(line, low):
            first = _name_start(line, low, cut)
            if first is not None:
                opens = low - 1 if low > start else _with_comma(line, start - 1) if start > line.first else start
                return Subject(first, cut, opens, apart=low > start)
        low = cut + 1
    return None


def _aside(line: Line, at: int) -> bool:
    """Whether a part before a comma only says when, where or how: "On Friday,", "Speaking in Kyiv,"."""
    words, lists = line.words, line.lists
    word = words[at]
    return word in lists["prepositions"] or word in lists["times"] or word == "," or word.endswith("ing") or line.is_adverb(at)


def _name_start(line: Line, start: int, end: int) -> int | None:
    """Where the name that ends at `end` begins inside its part of the sentence."""
    words, lists, tokens = line.words, line.lists, line.tokens
    if words[end - 1] in lists["pronouns"]:
        return end - 1
    if start >= end:
        return None
    at = end - 1
    while at > start:
        word = words[at]
        if word in lists["articles"] and not _hangs(line, start, at):
            return at
        if word in lists["helpers"] and word != "'s":
            break
        at -= 1
    if at > start:
        at += 1
    while at < end - 1 and (words[at] in lists["prepositions"] or words[at] in lists["times"] or words[at] in lists["openers"] or line.is_adverb(at)):
        at += 1
    return at if words[at][0].isalnum() and not line.is_adverb(at) else None


def _hangs(line: Line, start: int, at: int) -> bool:
    """Whether an article belongs to a preposition inside the name: "the head of the army", not "In the town the mayor"."""
    before = at - 1
    return before > start and line.words[before] in line.lists["prepositions"]


def after(line: Line, at: int) -> tuple[int, int] | None:
    """The name right of a verb of saying: "said Ann Lee, a doctor", "said a spokesman for the army on Friday"."""
    words, lists, tokens = line.words, line.lists, line.tokens
    if at >= line.last:
        return None
    word = words[at]
    if not (tokens.capital(at) or word in lists["determiners"] or word in lists["pronouns"] or word in lists["titles"] or word[0].isalpha()):
        return None
    if word in lists["times"] or word in lists["prepositions"] or word in lists["openers"] or word in lists["helpers"]:
        return None
    if word in lists["pronouns"] and word not in lists["determiners"]:
        return at, at + 1
    end = at
    while end < line.last and (words[end] not in _HARD or is_title_stop(line, end)) and words[end] != ",":
        if end > at and (words[end] in lists["times"] or words[end] in lists["relatives"] or words[end] in _BESIDE):
            break
        if words[end] in lists["helpers"] and words[end] != "'s":
            return None
        end += 1
    return (at, end) if end > at else None


_BESIDE = frozenset({"in", "on", "during", "after", "when", "while", "as", "at", "via", "before", "and", "to"})


def is_title_stop(line: Line, at: int) -> bool:
    """The full stop of "Sen." or "Donald J.": the sentence goes on right after."""
    return line.words[at] == "." and at + 1 < line.last and line.tokens.starts[at] == line.tokens.ends[at - 1] and len(line.words[at - 1]) <= _SHORT


_SHORT = 4


def of_sentence(line: Line, end: int) -> tuple[int, int] | None:
    """The name a sentence begins with, the one that its later verbs speak for: "Lee met the mayor and said"."""
    words, lists = line.words, line.lists
    start = line.first
    while start < end and (words[start] in lists["openers"] or line.is_adverb(start)):
        start += 1
    if start < end and _aside(line, start):
        while start < end and words[start] != ",":
            start += 1
        start += 1
    if start >= end:
        return None
    if words[start] in lists["pronouns"]:
        return start, start + 1
    last = start + (words[start] in lists["determiners"])
    while last < end and (line.tokens.capital(last) or words[last] in {"of", "'s", "."} or last == start + 1 == start + (words[start] in lists["determiners"])):
        last += 1
    return (start, last) if last > start else None
