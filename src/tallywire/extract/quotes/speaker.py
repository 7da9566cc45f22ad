"""Whose words they are: the name before a verb of saying ("the army's spokesman said") or after it ("said Ann Lee")."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.extract.quotes.line import CLOSING, OPENING, Group, Line, Range

_SINGLE = frozenset("'’‘")
_DASHES = frozenset({"-", "--", "–", "—", "―"})
# No name goes over these. A full stop inside a sentence belongs to "Mr." or "U.S."
_HARD = (frozenset(";:[]?!") | OPENING | CLOSING | _DASHES) - _SINGLE
# A dateline has no more tokens.
_DATELINE = 10
# So few words before "and" at the start of a clause are a name, not a clause: "local officials and".
_FEW = 3
# "Sen.", "Col.": so short a word keeps its full stop.
_SHORT = 4


@dataclass(slots=True)
class Subject:
    """A speaker's words: tokens first..last (exclusive); none where the speaker is the one of the verb before.

    `opens` is where the speaker's clause begins, with its "and" or comma. `apart` says that a comma or a mark cuts the
    speaker from the words before.
    """

    first: int
    last: int
    opens: int
    apart: bool = False
    relative: bool = False  # "who said"

    @property
    def inherits(self) -> bool:
        """Whether the speaker is the one of the verb before: "met her and said"."""
        return self.first == self.last


def before(line: Line, group: Group, floor: int) -> Subject | None:
    """The speaker left of a verb of saying; `floor` is the end of the verb of saying before it."""
    words, lists, end = line.words, line.lists, group.first
    participle = group.verb.form == "ing" and group.first == group.at
    if end <= line.first or is_hard(line, end - 1):
        return Subject(end, end, end) if participle else None
    word = words[end - 1]
    if word in lists.relatives:
        apart = end - 2 >= line.first and words[end - 2] == ","
        return Subject(end - 1, end, end - 1, apart=apart, relative=True)
    if word in lists.joints or (participle and not _names(line, end - 1)):
        return Subject(end - 1, end - 1, _with_comma(line, end - 1))
    if word in lists.to:
        return Subject(end - 1, end - 1, end - 1)
    return _apposed(line, floor, end - 1) if word == "," else _adjoining(line, floor, end)


def _names(line: Line, at: int) -> bool:
    """Whether a participle follows its own speaker: "with Ann Lee saying that"."""
    return line.tokens.capital(at) and line.words[at] not in line.lists.pronouns and at > line.first


def is_hard(line: Line, at: int) -> bool:
    """Whether no name goes over a token; a single mark counts where it is no apostrophe."""
    words = line.words
    if words[at] not in _SINGLE:
        return words[at] in _HARD
    return words[at - 1] in _SINGLE or line.word(at + 1) in _SINGLE or line.marks.closed(words, at + 1) is not None


def _with_comma(line: Line, at: int) -> int:
    """The token, or the comma right before it: ", and"."""
    return at - 1 if at - 1 > line.first and line.words[at - 1] == "," else at


def _adjoining(line: Line, floor: int, end: int) -> Subject | None:
    """ "On Friday, a spokesman for the army said": the name that ends right before the verb."""
    words = line.words
    start = comma = end - 1
    low = max(line.first, floor)
    while start > low and not is_hard(line, start - 1) and not _opens_clause(line, start - 1, low):
        start -= 1
    if start - 1 > low and words[start - 1] in line.lists.relatives and words[start] in line.lists.helpers:
        return _adjoining(line, floor, start - 1)  # "aides who have worked with him said": the aides
    while comma >= start and words[comma] != ",":
        comma -= 1
    first = _name_start(line, max(comma + 1, start), end)
    if first is None:
        return None
    marked = start > line.first and is_hard(line, start - 1)
    if comma >= start:
        return Subject(first, end, comma, apart=True)
    opens = start if marked or start == line.first else _with_comma(line, start - 1)
    return Subject(first, end, opens, apart=marked)


def _opens_clause(line: Line, at: int, low: int) -> bool:
    """Whether a word opens a clause; not the "and" that joins names: "Dunn and John", "officials and witnesses"."""
    words, lists = line.words, line.lists
    if words[at] not in lists.openers:
        return False
    if words[at] not in lists.plain_and or at == low or words[at - 1] == ",":
        return True
    names = line.tokens.capital(at - 1) and line.tokens.capital(at + 1)
    return not names and at - low > _FEW


def _apposed(line: Line, floor: int, comma: int) -> Subject | None:
    """ "Ann Lee, who runs the clinic, said": the first part of the clause that is a name."""
    words, start = line.words, comma
    while start > floor and not is_hard(line, start - 1):
        start -= 1
    low = start
    while low < comma:
        cut = begin = low
        while words[cut] != ",":
            cut += 1
        while begin < cut and words[begin] in line.lists.openers:
            begin += 1
        first = None if begin == cut or is_aside(line, begin) else _name_start(line, begin, cut)
        if first is not None and cut < comma:
            marked = start > line.first and is_hard(line, start - 1)
            return Subject(first, cut, start if low == start else low - 1, apart=low > start or marked)
        low = cut + 1
    return None


def is_aside(line: Line, at: int) -> bool:
    """Whether a part before a comma only says when, where or how: "On Friday,", "Speaking in Kyiv,"."""
    word, lists = line.words[at], line.lists
    return (
        word in lists.prepositions or word in lists.times or word == "," or word.endswith("ing") or line.is_adverb(at)
    )


def _name_start(line: Line, start: int, end: int) -> int | None:
    """Where the name that ends at `end` begins inside its part of the sentence."""
    words, lists = line.words, line.lists
    if words[end - 1] in lists.pronouns:
        return end - 1
    if start >= end:
        return None
    at = end - 1
    while at > start and words[at] not in lists.helpers:
        if words[at] in lists.articles and not (at - 1 > start and words[at - 1] in lists.prepositions):
            return at  # "the head of the army", but "In the town | the mayor"
        at -= 1
    at += at > start
    while at < end - 1 and (
        words[at] in lists.prepositions or words[at] in lists.times or words[at] in lists.openers or line.is_adverb(at)
    ):
        at += 1
    return at if words[at][0].isalnum() and not line.is_adverb(at) else None


def after(line: Line, at: int) -> Range | None:
    """The name right of a verb of saying: "said Ann Lee, a doctor", "said a spokesman for the army on Friday"."""
    word, lists = line.word(at), line.lists
    if not word or not word[0].isalpha() or word in lists.no_name:
        return None
    if word in lists.pronouns and word not in lists.determiners:
        return at, at + 1
    end = at
    while end < line.last and not _ends_name(line, at, end):
        if line.words[end] in lists.helpers:
            return None
        end += 1
    return (at, end) if end > at else None


def _ends_name(line: Line, first: int, at: int) -> bool:
    word = line.words[at]
    if word in {",", "(", ")"} or (word == "." and not is_title_stop(line, at)) or is_hard(line, at):
        return True
    return at > first and word in line.lists.past_name


def is_title_stop(line: Line, at: int) -> bool:
    """The full stop of "Sen." or "Donald J.": the sentence goes on right after."""
    tokens = line.tokens
    if line.words[at] != "." or at + 1 >= line.last or tokens.starts[at] != tokens.ends[at - 1]:
        return False
    return len(line.words[at - 1]) <= _SHORT


def of_sentence(line: Line, end: int) -> Range | None:
    """The name a sentence begins with, for whom its later verbs speak: "Lee met the mayor and said"."""
    words, lists, start = line.words, line.lists, past_dateline(line)
    while start < end and (words[start] in lists.openers or line.is_adverb(start)):
        start += 1
    if start < end and is_aside(line, start):
        while start < end and words[start] != ",":
            start += 1
        start += 1
    if start >= end or words[start] in lists.to:
        return None
    if words[start] in lists.pronouns:
        return start, start + 1
    last = start + 1 + (words[start] in lists.determiners)
    while last < end and (line.tokens.capital(last) or words[last] in lists.of or words[last] in {"'s", "."}):
        last += 1
    return start, min(last, end)


def past_dateline(line: Line) -> int:
    """ "KYIV (Agency) - The mayor said": the sentence begins after the dash."""
    if line.tokens.said(line.first, line.first + 1).isupper():
        for at in range(line.first + 1, min(line.first + _DATELINE, line.last - 1)):
            if line.words[at] in _DASHES:
                return at + 1
    return line.first


def antecedent(line: Line, at: int) -> Range | None:
    """Whom "who" means: the name right before it, or before its comma."""
    end = at - 1 if at > line.first and line.words[at - 1] == "," else at
    subject = _adjoining(line, line.first, end) if end > line.first else None
    return None if subject is None else (subject.first, subject.last)
