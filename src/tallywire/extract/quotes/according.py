"""Whose words they are by a phrase before a name: "According to Ann Lee, two died", "Two died, according to Lee"."""

from __future__ import annotations

from tallywire.extract.quotes import speaker
from tallywire.extract.quotes.body import ENDS
from tallywire.extract.quotes.line import Line, Range
from tallywire.extract.quotes.saying import Saying, before_it, resumes


def phrase(line: Line, at: int) -> Range | None:
    """The tokens of "according to" and its like."""
    for rest in line.lists.by[line.words[at]]:
        last = at + 1 + len(rest)
        if tuple(line.words[at + 1 : last]) == rest:
            return at, last
    return None


def according_to(line: Line, cue: Range) -> Saying | None:
    """What the rest of the sentence says is the name's behind the phrase."""
    words, end = line.words, cue[1]
    while end < line.last and not _ends_source(line, end):
        end += 1
    if end == cue[1]:
        return None
    named = cue[1], end
    end = _past_apposition(line, named)
    if cue[0] <= max(line.first + 1, speaker.past_dateline(line)) or words[cue[0] - 1] in line.lists.joints:
        start = end + (line.word(end) == ",")
        return Saying(cue, named, cue[0], right=(start, line.last)) if start < line.last else None
    comma = words[cue[0] - 1] == ","
    goes_on = comma and line.word(end) == "," and end + 1 < line.last and resumes(line, end + 1)
    opens = cue[0] - comma
    if goes_on:
        return Saying(cue, named, opens, left=before_it(line, opens), right=(end + 1, line.last))
    return Saying(cue, named, opens, left=(line.first, opens))


def _past_apposition(line: Line, named: Range) -> int:
    """ "According to Ann Lee, the governor, two died": to the second comma."""
    first, end = named
    if line.word(end) != "," or not line.tokens.capital(first) or line.word(end + 1) not in line.lists.articles:
        return end
    for at in range(end + 2, min(end + _APPOSED, line.last)):
        if line.words[at] == ",":
            return at
        if line.words[at] in line.lists.helpers or line.words[at] in line.lists.verbs:
            return end
    return end


# "the national security spokesperson,": what somebody is takes no more tokens.
_APPOSED = 9


def _ends_source(line: Line, at: int) -> bool:
    word = line.words[at]
    if word in {",", ":"} or line.opened(at) is not None:
        return True
    return word in ENDS and not speaker.is_title_stop(line, at)


def phrase_around(line: Line, at: int) -> tuple[Range, Range, int] | None:
    """A phrase with its name before, behind or inside it ("за його словами"): cue, name, and where the phrase opens."""
    lists, order = line.lists, line.lists.order
    for rest in lists.by.get(line.words[at], ()):
        last = at + 1 + len(rest)
        if not _matches(line, at + 1, rest):
            continue
        inner = [at + 1 + index for index, word in enumerate(rest) if word == "{}"]
        if inner:
            return (at, last), (inner[0], inner[0] + 1), at
        if order is not None and order.to_prefix and line.word(last) == order.to_prefix:
            last += 1
        end = _end_of_source(line, last)
        return None if end is None else ((at, last), (last, end), at)
    if order is not None:
        for rest in order.behind.get(line.words[at], ()):
            if _matches(line, at + 1, rest):
                named = _before_phrase(line, at)
                return None if named is None else ((at, at + 1 + len(rest)), named, _clause(line, named[0]))
    return None


def _clause(line: Line, at: int) -> int:
    """Where the clause of a phrase behind its name opens: "... olduğunu söyleyen | bakanlığa göre"."""
    while at > line.first and line.words[at - 1] in line.lists.verbs:
        while at > line.first and line.words[at - 1] not in _CLAUSE:
            at -= 1
    return at


def _matches(line: Line, at: int, rest: tuple[str, ...]) -> bool:
    held = line.words[at : min(at + len(rest), line.last)]
    return len(held) == len(rest) and all(
        word == wanted or (wanted == "{}" and word in line.lists.possessives)
        for word, wanted in zip(held, rest, strict=True)
    )


def _end_of_source(line: Line, first: int) -> int | None:
    """Where the name behind a phrase ends: at a comma, or in German before the verb."""
    order, words, lists, end = line.lists.order, line.words, line.lists, first
    word = line.word(first)
    if order is None or not word or not word[0].isalpha() or word in lists.times or word in lists.that:
        return None
    if word in lists.joints or (word in lists.prepositions and word not in lists.of):
        return None
    named = False
    while end < line.last and not _ends_source(line, end):
        word, capital = words[end], line.tokens.capital(end)
        if (
            order.verb_second
            and named
            and not capital
            and word not in lists.articles
            and word not in lists.prepositions
        ):
            break
        named = capital or (named and word in lists.prepositions and word not in lists.articles)
        if word[0].isdigit() or (word in lists.verbs and word not in lists.nouns_too):
            return None  # "по данным на 12 мая": of a day, not of somebody
        if end > first and (word in lists.relatives or word in lists.that):
            break
        if end > first + 1 and word in lists.helpers and order.verb_first:
            break  # "وحسب الدفاع المدني فقد": of one word alone it may be an idiom
        end += 1
    while end > first + 1 and words[end - 1] in lists.openers:
        end -= 1
    return end if first < end <= first + _SOURCE else None


# A source behind a phrase takes no more tokens.
_SOURCE = 18


def _before_phrase(line: Line, at: int) -> Range | None:
    """The name before "göre" or "zufolge", from the head of its clause."""
    order, start = line.lists.order, at
    while start > line.first and line.words[start - 1] not in _CLAUSE and at - start < _SOURCE:
        if line.words[start - 1] in line.lists.openers:
            break
        start -= 1
    said = [index for index in range(start, at) if line.words[index] in line.lists.verbs]
    start = said[-1] + 1 if said else start  # "... olduğunu söyleyen | bakanlığa göre"
    if order is not None and order.verb_second:
        start = _from_article(line, start, at)
    word = line.words[start]
    if (
        line.words[at - 1] in line.lists.times
        or start == at
        or not word[0].isalpha()
        or word in line.lists.no_name
        or at - start > _APPOSED
    ):
        return None
    if any(line.words[index] in line.lists.helpers for index in range(start, at)):
        return None
    return start, at


_CLAUSE = frozenset({",", ":", ";", "(", ")", "-", "–", "—", '"', "“", "”", "„", "«", "»"})


def _from_article(line: Line, start: int, at: int) -> int:
    """ "Zwei starben | dem Ministerium in Kiew zufolge": the last article that opens a name, else the word before."""
    for index in range(at - 1, start - 1, -1):
        opens = index == start or line.words[index - 1] not in line.lists.prepositions
        genitive = index > start and line.words[index] in line.lists.of and line.tokens.capital(index - 1)
        if line.words[index] in line.lists.articles and opens and not genitive:
            return index
    return start if line.tokens.capital(at - 1) and at - start == 1 else at - 1


def set_in_by(line: Line, cue: Range, named: Range, opens: int) -> Saying | None:
    """What a phrase and its name tell: the words behind them, before them, or around them."""
    words = line.words
    end = max(cue[1], named[1])
    start = end + (line.word(end) in {",", ":"})
    if opens <= max(line.first + 1, speaker.past_dateline(line)) or words[opens - 1] in line.lists.joints:
        return Saying(cue, named, opens, right=(start, line.last)) if start + 1 < line.last else None
    comma = words[opens - 1] == ","
    before = opens - comma
    order = line.lists.order
    around = comma and line.word(end) == ","
    if around or (order is not None and order.verb_second and not comma and line.word(end) not in {",", "", "."}):
        goes_on = start + 1 < line.last and resumes(line, start)
        return Saying(cue, named, before, left=before_it(line, before), right=(start, line.last) if goes_on else None)
    if start + 1 < line.last and line.word(end) != ",":
        return None  # what follows is neither the name's nor beside it
    return Saying(cue, named, before, left=(line.first, before))
