"""What verbs of saying hold: "The army said that two had died", "Two died, the army said", "According to the army, two died"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallywire.extract.quotes import speaker
from tallywire.extract.quotes.line import CLOSING, STOPS, Group, Line, Range, group
from tallywire.extract.quotes.speaker import Subject

# A time, place or listener between a verb and its "that" or mark: "said on Tuesday in a statement to the agency that".
_ADJUNCT = 14
_ENDS = STOPS | {")", "]"}


@dataclass(frozen=True, slots=True)
class Saying:
    """One speaker's words in a sentence, in tokens: `left` and `right` of the cue; both for a cue set into its content."""

    cue: Range
    speaker: Range | None
    opens: int
    left: Range | None = None
    right: Range | None = None
    inherits: bool = False
    belief: bool = False
    relative: bool = False


def sayings(line: Line, hits: list[int]) -> list[Saying]:
    """The sayings of a sentence from left to right; `hits` are its words of saying."""
    found: list[Saying] = []
    floor = line.first
    for at in hits:
        if at < floor or (line.inside(at) is not None):
            continue
        saying = _read(line, at, floor)
        if saying is None or _nested(found, saying):
            continue
        if saying.inherits:
            saying = _inherited(line, found, saying)
        found.append(saying)
        floor = saying.cue[1]
    return _settled(line, found)


def _read(line: Line, at: int, floor: int) -> Saying | None:
    word = line.words[at]
    if word in line.lists.by:
        cue = _phrase(line, at)
        if cue is not None:
            return _according_to(line, cue)
    if word in line.lists.verbs:
        found = group(line, at)
        if found is not None:
            return _said(line, found, floor)
    if word in line.lists.nouns:
        return _noun(line, at)
    if word in line.lists.nobody:
        return _reportedly(line, at)
    return None


def _said(line: Line, found: Group, floor: int) -> Saying | None:
    cue = found.first, found.last
    if found.passive:
        return _passive(line, found, floor)
    inverted = _inverted(line, found)
    if inverted is not None:
        return inverted
    subject = speaker.before(line, found, floor)
    if subject is None:
        return None
    start, kind = _body(line, found)
    named = None if subject.inherits else (subject.first, subject.last)
    saying = Saying(cue, named, subject.opens, inherits=subject.inherits, belief=found.verb.belief, relative=subject.relative)
    if kind == "body":
        end = _comma_after(line, start) if _ends_at_comma(line, subject) else line.last
        return replace(saying, right=(start, end))
    if not subject.apart or not found.verb.frames & {"anything", "clause"} or subject.inherits:
        return saying if not subject.inherits and "anything" in found.verb.frames and _alone(line, saying, start) else None
    left = line.first, subject.opens
    right = (start + 1, line.last) if kind == "comma" and start + 1 < line.last else None
    return replace(saying, left=left, right=right)


def _alone(line: Line, saying: Saying, after: int) -> bool:
    """ "Ann Lee said." right after a quotation."""
    return saying.opens <= line.first + 1 and line.closed(line.first) is not None and after >= line.last - 1


def _ends_at_comma(line: Line, subject: Subject) -> bool:
    """ "Lee, who said it was over, left"; "Although Lee admitted that it was over, he left"."""
    if subject.relative:
        return line.words[subject.first - 1] == ","
    first = line.words[line.first]
    return subject.opens <= line.first + 1 and first in line.lists["and"] and first not in {"and", "but", "or"}


def _comma_after(line: Line, start: int) -> int:
    for at in range(start, line.last):
        if line.words[at] == "," and line.inside(at) is None:
            return at
    return line.last


def _inverted(line: Line, found: Group) -> Saying | None:
    """ "..., said the governor": the speaker follows the verb."""
    if found.first != found.at or found.verb.form == "ing" or found.at <= line.first or "anything" not in found.verb.frames:
        return None
    marked = line.closed(found.at) is not None
    if not marked and line.words[found.at - 1] != ",":
        return None
    named = speaker.after(line, found.last)
    if named is None:
        return None
    if not marked and not (_closed(line, named[1]) and found.at - line.first > _CONTENT):
        return None
    return Saying((found.at, found.last), named, found.at - 1, left=(line.first, found.at if marked else found.at - 1))


# Fewer tokens before ", said the governor" are no content of their own.
_CONTENT = 4


def _closed(line: Line, at: int) -> bool:
    return at >= line.last or line.words[at] in _ENDS or line.words[at] == ","


def _body(line: Line, found: Group) -> tuple[int, str]:
    """Where what is said begins right of the verb, and whether it does: "body", "comma" or "none"."""
    words, lists, at = line.words, line.lists, found.last
    if at >= line.last or words[at] in _ENDS:
        return at, "none"
    word, frames = words[at], found.verb.frames
    if word == "," or word in CLOSING and line.opened(at) is None:
        opened = line.opened(at + 1) if at + 1 < line.last else None
        return (at + 1, "body") if opened is not None else (at, "comma")
    if word == ":" or line.opened(at) is not None:
        return (at + (word == ":"), "body") if frames or found.particle else (at, "none")
    if word == "that" or (word in lists["wh"] and frames & {"anything", "clause"}):
        return at + (word == "that"), "body"
    if word == "to" and "infinitive" in frames:
        return at, "body"
    if word in lists["times"] or word in lists["beside"] or found.verb.told:
        beside = _past_beside(line, found, at)
        if beside is not None:
            return beside
    if found.particle or "anything" in frames:
        return at, "body"
    return at, "none"


def _past_beside(line: Line, found: Group, at: int) -> tuple[int, str] | None:
    """Past a time, place or listener: to "that", a mark, a colon, a comma or the end of the sentence."""
    words = line.words
    for index in range(at, min(at + _ADJUNCT, line.last)):
        word = words[index]
        if word == "that" and index > at:
            return index + 1, "body"
        if word == ":":
            return index + 1, "body"
        if line.opened(index) is not None:
            return index, "body"
        if word == ",":
            opened = line.opened(index + 1) if index + 1 < line.last else None
            return (index + 1, "body") if opened is not None else (index, "comma") if not found.particle else None
        if word in _ENDS:
            return (index, "none") if index + 1 >= line.last else None
    if found.verb.told:
        return _past_listener(line, at), "body"
    if words[at] in line.lists["times"]:
        return at + 1, "body"
    return None


def _past_listener(line: Line, at: int) -> int:
    """ "told him the town had fallen", "told CNN the town had fallen"."""
    if line.words[at] in line.lists["articles"]:
        return at
    end = at + 1
    while end < line.last and line.tokens.capital(at) and line.tokens.capital(end):
        end += 1
    return end


def _passive(line: Line, found: Group, floor: int) -> Saying | None:
    """ "It was reported that ...", "was asked whether ...", "are expected to leave": nobody is named."""
    words, last = line.words, found.last
    if last < line.last and words[last] in line.lists["wh"] | line.lists["that"]:
        return Saying((found.first, last), None, found.first, right=(last + (words[last] == "that"), line.last))
    if last < line.last and words[last] == "to" and words[found.at] in line.lists.held:
        subject = speaker.before(line, found, floor)
        if subject is not None and subject.last > subject.first:
            return Saying((found.first, last), None, subject.first, left=(subject.first, found.first), right=(last, line.last))
    return None


def _phrase(line: Line, at: int) -> Range | None:
    for rest in line.lists.by[line.words[at]]:
        if tuple(line.words[at + 1 : at + 1 + len(rest)]) == rest:
            return at, at + 1 + len(rest)
    return None


def _according_to(line: Line, cue: Range) -> Saying | None:
    words = line.words
    named = _whole_name(line, cue[1])
    if named is None:
        return None
    leads = cue[0] <= line.first + 1 or words[cue[0] - 1] in line.lists["and"]
    if leads:
        start = named[1] + (named[1] < line.last and words[named[1]] == ",")
        return Saying(cue, named, cue[0], right=(start, line.last)) if start < line.last else None
    comma = words[cue[0] - 1] == ","
    opens = cue[0] - comma
    resumes = named[1] + 1 if comma and named[1] < line.last and words[named[1]] == "," else line.last
    right = (resumes, line.last) if resumes < line.last else None
    return Saying(cue, named, opens, left=(line.first, opens), right=right)


def _whole_name(line: Line, at: int) -> Range | None:
    end = at
    while end < line.last and line.words[end] != "," and (line.words[end] not in _ENDS or speaker.is_title_stop(line, end)):
        if line.opened(end) is not None or line.words[end] == ":":
            break
        end += 1
    return (at, end) if end > at else None


def _noun(line: Line, at: int) -> Saying | None:
    """ "his claim that ...", "the army's promise to ...", "reports that ..."."""
    words, last = line.words, at + 1
    if last >= line.last or words[last] != "that" or at <= line.first:
        return None
    named, first = None, at
    if words[at - 1] == "'s" and at - 2 >= line.first:
        start = at - 2
        while start > line.first and line.tokens.capital(start) and line.tokens.capital(start - 1):
            start -= 1
        named = start, at - 1
    elif words[at - 1] in {"his", "her", "their", "its", "my", "our"}:
        named = at - 1, at
    end = _comma_after(line, last + 1)
    return Saying((first, last), named, first, right=(last + 1, end))


def _reportedly(line: Line, at: int) -> Saying | None:
    """ "Reportedly, he had fled": only where it opens the sentence, or the content would be the sentence itself."""
    right = at + 1 + (at + 1 < line.last and line.words[at + 1] == ",")
    left = (line.first, at) if at > line.first else None
    return Saying((at, at + 1), None, at, left=left, right=(right, line.last)) if right < line.last else None


def _nested(found: list[Saying], saying: Saying) -> bool:
    """Whether a saying only stands inside what another one says: "said he believes that ..."."""
    return False


def _inherited(line: Line, found: list[Saying], saying: Saying) -> Saying:
    """ "He met her and said", "..., adding that": the speaker of the verb before, else the subject of the sentence."""
    if found and found[-1].speaker is not None:
        return replace(saying, speaker=found[-1].speaker)
    subject = speaker.of_sentence(line, saying.opens)
    return replace(saying, speaker=subject)


def _settled(line: Line, found: list[Saying]) -> list[Saying]:
    """Each saying's content cut where the next one's clause begins, unless that one is told inside it."""
    settled: list[Saying] = []
    for index, saying in enumerate(found):
        for later in found[index + 1 :]:
            if saying.right is not None and saying.right[0] < later.opens < saying.right[1] and _joint(line, later):
                saying = replace(saying, right=(saying.right[0], later.opens))
        settled.append(saying)
    return settled


def _joint(line: Line, saying: Saying) -> bool:
    """Whether a saying stands beside the one before, not inside it: "..., but the army said", "..., adding"."""
    word = line.words[saying.opens]
    return word == "," or word in line.lists["and"] or saying.inherits
