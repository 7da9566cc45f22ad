"""Where what is said begins right of its verb: past "that", past "on Friday", past "reporters", at a mark."""

from __future__ import annotations

from tallywire.catalog.sayings import Frame
from tallywire.extract.quotes.line import CLOSING, Group, Line

ENDS = frozenset({".", "!", "?", "…", "...", ";", ")", "]"})
# What verbs may follow their words: "two died, he said", "two died, records show".
SPOKEN: frozenset[Frame] = frozenset({"anything", "clause"})
# A time, place or listener between a verb and its "that" or mark: "said on Tuesday in a statement to the agency that".
_BESIDE = 14


def is_end(line: Line, at: int) -> bool:
    """Whether the sentence, or its bracket, ends at a token."""
    return at >= line.last or line.words[at] in ENDS


def body(line: Line, found: Group) -> tuple[int, str]:
    """Where what is said begins right of the verb, and whether it does: "body", "comma", "none" or "other"."""
    lists, at, frames = line.lists, found.last, found.verb.frames
    if is_end(line, at):
        return at, "none"
    word = line.words[at]
    marked = line.opened(at) is not None
    if word == "," or (word in CLOSING and not marked):
        return (at + 1, "body") if line.opened(at + 1) is not None else (at, "comma")
    if word == ":" or marked:
        return (at + (word == ":"), "body") if frames or found.particle else (at, "none")
    if word in lists.that or (word in lists.wh and frames & SPOKEN):
        return at + (word in lists.that), "body"
    if word in lists.to and "infinitive" in frames:
        return at, "body"
    beside = _past_beside(line, found, at) if found.verb.told or word in lists.times or word in lists.beside else None
    if beside is not None:
        return beside
    told = found.particle or "anything" in frames or ("clause" in frames and _marks_soon(line, at))
    return at, "body" if told else "other"


def _marks_soon(line: Line, at: int) -> bool:
    """ "called the raid “a crime”": words in marks stand near the verb."""
    return any(line.opened(near) is not None for near in range(at, min(at + _SOON, line.last)))


# So few tokens stand between a verb and the words in marks that it is the verb of.
_SOON = 7


def _past_beside(line: Line, found: Group, at: int) -> tuple[int, str] | None:
    """Past a time, place or listener: to "that", a mark, a colon, a comma or the end of the sentence."""
    for index in range(at, min(at + _BESIDE, line.last)):
        word = line.words[index]
        if word == ":" or (word in line.lists.that and index > at and not _is_relative(line, index)):
            return index + 1, "body"
        if line.opened(index) is not None:
            return index, "body"
        if word == "," and line.opened(index + 1) is not None:
            return index + 1, "body"
        if word == ",":
            return None if found.particle else (index, "comma")
        if word in ENDS:
            break
    if found.verb.told and (listener := _past_listener(line, at)) is not None:
        return listener, "body"
    if index + 1 >= line.last:
        return index, "none"
    return (at + 1, "body") if line.words[at] in line.lists.times and "anything" in found.verb.frames else None


def _is_relative(line: Line, at: int) -> bool:
    """ "in a film that showed": a verb right after "that"."""
    following = line.word(at + 1)
    return following in line.lists.helpers or following in line.lists.verbs or following.endswith("ed")


def _past_listener(line: Line, at: int) -> int | None:
    """ "told him the town had fallen", "told CNN the town had fallen": past one word, or a name."""
    if line.words[at] in line.lists.articles:
        return None
    end = at + 1
    while end < line.last and line.tokens.capital(at) and line.tokens.capital(end):
        end += 1
    return (
        None
        if is_end(line, end) or line.words[end] in line.lists.beside or line.words[end] in line.lists.times
        else end
    )
