"""What verbs of saying hold: "The army said that two had died", "Two died, she said", "According to Lee, two died"."""

from __future__ import annotations

from tallywire.extract.quotes import either_side, speaker
from tallywire.extract.quotes.according import according_to, phrase
from tallywire.extract.quotes.body import SPOKEN, body, is_end
from tallywire.extract.quotes.line import Group, Line, group
from tallywire.extract.quotes.saying import Saying, before_it, resumes
from tallywire.extract.quotes.speaker import Subject

# Fewer tokens before ", said the governor" are no content of their own.
_CONTENT = 4
# A saying that begins so near to the start of another one's words is told inside it: "said he believes that".
_TOLD_INSIDE = 3


def sayings(line: Line, hits: list[int]) -> list[Saying]:
    """The sayings of a sentence from left to right; `hits` are its words of saying."""
    found: list[Saying] = []
    floor, free = line.first, line.lists.order is not None
    read = either_side.read if free else _read
    for at in hits:
        if at < floor or (line.inside(at) is not None and not (free and either_side.is_set_in(line, at))):
            continue
        saying = read(line, at, floor)
        if saying is None or (found and _is_told_inside(line, found[-1], saying)):
            continue
        if saying.inherits:
            before = found[-1].speaker if found else None
            if before is None and free:
                continue
            saying.speaker = before or speaker.of_sentence(
                line, saying.opens if saying.opens > line.first else line.last
            )
        found.append(saying)
        if not saying.relative:
            floor = saying.cue[1]
    return _settled(line, found)


def _read(line: Line, at: int, floor: int) -> Saying | None:
    word, lists = line.words[at], line.lists
    if word in lists.by:
        cue = phrase(line, at)
        if cue is not None:
            return according_to(line, cue)
    if word in lists.verbs:
        found = group(line, at)
        if found is not None:
            return _said(line, found, floor)
    if word in lists.nouns:
        return _noun(line, at)
    return _reportedly(line, at) if word in lists.nobody else None


def _said(line: Line, found: Group, floor: int) -> Saying | None:
    if found.passive or (found.at == line.first and found.verb.form == "past"):
        return _passive(line, found, floor)
    inverted = _inverted(line, found)
    if inverted is not None:
        return inverted
    subject = speaker.before(line, found, floor)
    if subject is None:
        return None
    named = None if subject.inherits else (subject.first, subject.last)
    saying = Saying(
        (found.first, found.last), named, subject.opens, relative=subject.relative, inherits=subject.inherits
    )
    if named and line.closed(subject.opens) is not None:  # "“We held,” the commander said at the gate as he left"
        saying.left = line.first, subject.opens
        return saying
    start, kind = body(line, found)
    if kind != "body":
        return _told_before(line, saying, subject, found, (start, kind))
    saying.right = start, line.comma(start) if _ends_at_comma(line, subject) else line.last
    if _is_set_in(line, subject, found, start):
        saying.left = line.first, subject.opens
    return saying


def _told_before(line: Line, saying: Saying, subject: Subject, found: Group, rest: tuple[int, str]) -> Saying | None:
    """ "Two died, the army said on Friday, and six were hurt": what was said stands before the name, and may go on."""
    start, kind = rest
    if subject.inherits or kind == "other" or not found.verb.frames & SPOKEN:
        return None
    if subject.apart:
        saying.left = line.first, subject.opens
        if kind == "comma" and start + 1 < line.last and resumes(line, start + 1):
            saying.left, saying.right = before_it(line, subject.opens), (start + 1, line.last)
        return saying
    # "Ann Lee said." is a sentence of its own right after a quotation that ends with a full stop
    alone = subject.opens == line.first and start >= line.last - 1
    if alone and line.marks.closed(line.words, line.first) is not None:
        saying.left = line.first, line.first
        return saying
    return None


def _is_set_in(line: Line, subject: Subject, found: Group, start: int) -> bool:
    """ "There was, she said, “an understanding”": the cue stands inside what was said, between commas."""
    if not subject.apart or start - 1 < found.last or line.words[subject.opens] != "," or line.words[start - 1] != ",":
        return False
    return not speaker.is_aside(line, line.first)


def _ends_at_comma(line: Line, subject: Subject) -> bool:
    """ "Lee, who said it was over, left"; "Although Lee admitted that it was over, he left"."""
    if subject.relative:
        return subject.apart
    first, lists = line.words[line.first], line.lists
    return subject.opens <= line.first + 1 and first in lists.joints and first not in lists.plain_and


def _inverted(line: Line, found: Group) -> Saying | None:
    """ "..., said the governor": the speaker follows the verb."""
    at = found.at
    if found.first != at or found.verb.form == "ing" or at <= line.first or not found.verb.frames & SPOKEN:
        return None
    marked = line.closed(at) is not None
    if not marked and (line.words[at - 1] != "," or at - line.first <= _CONTENT):
        return None
    named = speaker.after(line, found.last)
    if named is None or not (marked or line.word(named[1]) == "," or is_end(line, named[1])):
        return None
    return Saying((at, found.last), named, at - 1, left=(line.first, at if marked else at - 1))


def _passive(line: Line, found: Group, floor: int) -> Saying | None:
    """ "It was reported that ...", "Asked about ...", "are expected to leave": nobody is named."""
    lists, last = line.lists, found.last
    cue, word = (found.first, last), line.word(last)
    if word and (found.particle or word in lists.wh or word in lists.that):
        end = line.comma(last) if found.first == line.first else line.last
        return Saying(cue, None, found.first, right=(last + (word in lists.that), end))
    if word in lists.to and line.words[found.at] in lists.held:
        subject = speaker.before(line, found, floor)
        if subject is not None and not subject.inherits:
            return Saying(cue, None, subject.first, left=(subject.first, found.first), right=(last, line.last))
    return None


def _noun(line: Line, at: int) -> Saying | None:
    """ "his claim that ...", "the army's statement that ...", "reports that ..."."""
    words, that = line.words, at + 1
    if line.word(that) not in line.lists.that or at <= line.first:
        return None
    named = None
    if words[at - 1] == "'s" and at - 2 >= line.first:
        first = at - 2
        while first > line.first and line.tokens.capital(first) and line.tokens.capital(first - 1):
            first -= 1
        named = first, at - 1
    elif words[at - 1] in line.lists.possessives:
        named = at - 1, at
    return Saying((at, that), named, at, right=(that + 1, line.comma(that + 1)))


def _reportedly(line: Line, at: int) -> Saying | None:
    """ "Reportedly, he had fled", "He has reportedly fled": nobody says whose words these are."""
    start = at + 1 + (line.word(at + 1) == ",")
    if start >= line.last:
        return None
    return Saying((at, at + 1), None, at, left=(line.first, at) if at > line.first else None, right=(start, line.last))


def headed(line: Line) -> list[Saying]:
    """ "Minister: talks will go on", "Talks will go on: officials": a headline's colon is a word of saying."""
    words = line.words
    for at in range(line.first + 1, line.last - 1):
        if words[at] != ":" or line.inside(at) is not None:
            continue
        if at - line.first <= _HEADING and _speaks(line, line.first, at):
            return [Saying((at, at + 1), (line.first, at), line.first, right=(at + 1, line.last))]
        if line.last - at <= _HEADING and _speaks_last(line, at + 1):
            return [Saying((at, at + 1), (at + 1, line.last), at, left=(line.first, at))]
    return []


# A speaker before or after a headline's colon has no more words.
_HEADING = 4


def _speaks(line: Line, first: int, last: int) -> bool:
    """Whether all words may be a name's; where orders are free a noun that speaks is one of them: no place alone."""
    order = line.lists.order
    known = order is None or any(word in order.heads for word in line.words[first:last])
    return known and all(_names_in_headline(line, word) for word in range(first, last))


def _speaks_last(line: Line, first: int) -> bool:
    """Whether what stands behind a headline's colon is a name; where orders are free, one noun that speaks."""
    if line.lists.order is None:
        return _names_in_headline(line, line.last - 1)
    return first + 1 == line.last and _speaks(line, first, line.last)


def _names_in_headline(line: Line, at: int) -> bool:
    word, lists = line.words[at], line.lists
    return word[0].isalpha() and word not in lists.wh and word not in lists.no_name and word not in lists.verbs


def _is_told_inside(line: Line, outer: Saying, saying: Saying) -> bool:
    """Whether a saying is the first thing in what another one says: "said he believes that ..."."""
    if outer.right is None or saying.inherits or (line.lists.order is not None and saying.left is not None):
        return False
    return outer.right[0] <= saying.opens < min(outer.right[0] + _TOLD_INSIDE, outer.right[1])


def _settled(line: Line, found: list[Saying]) -> list[Saying]:
    """Each saying's words end where another saying begins beside it: ", but the army said", ", adding"."""
    for index, saying in enumerate(found):
        for later in found[index + 1 :]:
            beside = later.inherits or line.words[later.opens] == "," or line.words[later.opens] in line.lists.joints
            if beside and saying.right is not None and saying.right[0] < later.opens < saying.right[1]:
                saying.right = saying.right[0], later.opens
    return found
