"""Names on either side of a verb of saying: "речник армії сказав", "sagte am Freitag der Sprecher der Armee"."""

from __future__ import annotations

from tallywire.catalog.sayings import Order, Words
from tallywire.extract.quotes import speaker
from tallywire.extract.quotes.line import CLOSING, OPENING, Line, Range
from tallywire.extract.quotes.speaker import Subject

DASHES = frozenset({"-", "--", "–", "—", "―"})
# A name with what somebody is takes no more tokens; one with no capital and no noun that speaks takes few.
_LONGEST, _PLAIN = 12, 3
# From a name to its verb, with an aside between commas, no more tokens.
_APOSED = 25
_CUTS = frozenset(",;:()[]?!…") | DASHES | OPENING | CLOSING


def order_of(line: Line) -> Order:
    """The order of a language that has one."""
    order = line.lists.order
    assert order is not None
    return order


def right(line: Line, at: int, stops: Words = frozenset()) -> Range | None:
    """The name right of a verb; `stops` are little words of the verb: "teilte die Polizei | mit"."""
    at, lists = past_beside(line, at), line.lists
    if not _may_open(line, at):
        return None
    if line.words[at] in lists.pronouns and line.words[at] not in lists.determiners:
        return (at, at + 1) if line.words[at] in lists.persons else None
    end = at
    while end < line.last and not _ends(line, at, end, stops):
        if line.words[end] in lists.helpers or line.words[end] in lists.verbs:
            return None
        end += 1
    if not 0 < end - at <= _LONGEST or not _is_name(line, at, end, plain=_PLAIN):
        return None
    return _past_listener(line, at, end), end


def _past_listener(line: Line, first: int, last: int) -> int:
    """ "рассказал РИА Новости | очевидец": behind names a noun that speaks opens the speaker's own."""
    heads, tokens = order_of(line).heads, line.tokens
    if line.words[first] not in heads and tokens.capital(first):
        for at in range(first + 1, last):
            if line.words[at] in heads and not tokens.capital(at):
                return at
    return first


def _may_open(line: Line, at: int) -> bool:
    word, lists = line.word(at), line.lists
    if not word or not word[0].isalpha() or word in lists.no_name or word in lists.that or word in lists.wh:
        return False
    return word not in lists.verbs and word not in order_of(line).listeners and word not in lists.relatives


def _ends(line: Line, first: int, at: int, stops: Words) -> bool:
    word, lists = line.words[at], line.lists
    if word in {",", "(", ")"} or word in stops or (word == "." and not speaker.is_title_stop(line, at)):
        return True
    if speaker.is_hard(line, at) or word in lists.that or word in lists.wh or word in order_of(line).listeners:
        return True
    if at == first or word not in lists.past_name:
        return at > first and line.is_adverb(at)
    return not (word in lists.plain_and and _starts_name(line, at + 1))


def _starts_name(line: Line, at: int) -> bool:
    """Whether a name goes on past "and": "Koval and Tkach"."""
    return at < line.last and (line.tokens.capital(at) or line.words[at] in order_of(line).heads)


def past_beside(line: Line, at: int) -> int:
    """Past "on Friday", "24 February", "to journalists" and adverbs."""
    lists, listeners = line.lists, order_of(line).listeners
    while at < line.last:
        word, following = line.words[at], line.word(at + 1)
        if word in lists.times or word in listeners or line.is_adverb(at):
            at += 1
        elif following in lists.times and (word[0].isdigit() or word in lists.beside):
            at += 2
        elif word in lists.beside and line.word(at + 2) in lists.times:
            at += 3
        elif following in listeners and (word in lists.articles or word in lists.beside):
            at += 2
        else:
            break
    return at


def _is_name(line: Line, first: int, last: int, *, plain: int) -> bool:
    """Whether tokens name somebody: by a noun that speaks, a capital, or, if few (`plain`), by their place."""
    tokens, heads = line.tokens, order_of(line).heads
    opens = line.first
    for at in range(first, last):
        word = line.words[at]
        if word in heads or (tokens.capital(at) and at > opens) or _is_short_name(line, at):
            return True
    return last - first <= plain and all(any(map(str.isalpha, line.words[at])) for at in range(first, last))


def _is_short_name(line: Line, at: int) -> bool:
    """ "МЧС", "ONZ"."""
    word = line.words[at]
    return len(word) > 1 and word.isalpha() and line.tokens.said(at, at + 1).isupper()


def left(line: Line, end: int, floor: int) -> Subject | None:
    """The name left of a verb, which opens its clause; times and places may stand between them."""
    low = max(speaker.past_dateline(line), floor)
    if end <= low:
        return None
    if line.words[end - 1] == ",":
        return _apposed(line, low, end - 1)
    start = end
    while start > low and not _cuts(line, start - 1):
        start -= 1
    named = _named(line, start, end)
    if named is None and start > low and line.words[start - 1] == ",":
        return _apposed(line, low, start - 1)
    if named is None:
        return None
    comma = start > low and line.words[start - 1] == ","
    opens = start - comma if start > low else line.first
    return Subject(*named, opens, apart=start > low)


def _cuts(line: Line, at: int) -> bool:
    word, lists = line.words[at], line.lists
    if word in lists.openers:
        return not (word in lists.plain_and and _starts_name(line, at + 1) and at > line.first)
    return word in _CUTS


def _named(line: Line, start: int, end: int) -> Range | None:
    """The name in tokens that hold nothing but it, and when and where it spoke."""
    words, lists = line.words, line.lists
    start = past_beside(line, start)
    while start < end and (words[start] in lists.openers or line.is_adverb(start)):
        start += 1
    if start < end and words[start] in lists.prepositions:
        return None if order_of(line).verb_second else _past_place(line, start, end)
    return _cut(line, start, end)


def _past_place(line: Line, start: int, end: int) -> Range | None:
    """ "Під час зустрічі речник": the noun that speaks, as it stands when it does, opens the name."""
    if is_office(line, start + 1):
        return _cut(line, start + 1, end)
    for at in range(start + 1, end):
        if line.words[at] in order_of(line).heads and line.words[at - 1] not in line.lists.prepositions:
            return _cut(line, at, end)
    return None


def is_office(line: Line, at: int) -> bool:
    """ "сообщили в полиции", "в МЧС заявили": a body that somebody spoke for."""
    offices, word = order_of(line).offices, line.word(at)
    if not offices or not word.isalpha():
        return False
    return word in offices or _is_short_name(line, at)


def _cut(line: Line, start: int, end: int) -> Range | None:
    words, lists, last = line.words, line.lists, start
    if start >= end or not _may_open(line, start):
        return None
    if words[start] in lists.pronouns and words[start] not in lists.determiners:
        return (start, start + 1) if words[start] in lists.persons and end - start <= _LONGEST else None
    outside = lists.beside | lists.times | lists.helpers | order_of(line).listeners
    while last < end and words[last] not in outside and not line.is_adverb(last):
        if words[last] in lists.verbs:
            return None
        last += 1
    if last == start or last - start > _LONGEST or end - last > _LONGEST:
        return None
    if any(word in lists.be for word in words[last:end]):
        return None
    alone = last - start == 1 and words[start] in lists.determiners
    return (start, last) if not alone and _is_name(line, start, last, plain=_PLAIN) else None


def _apposed(line: Line, low: int, comma: int) -> Subject | None:
    """ "Olha Tkach, who runs the clinic, said": the first part of the sentence, if it is a name."""
    cut = start = low
    while start < comma and line.words[start] in line.lists.openers:
        start += 1
    cut = start
    while cut < comma and line.words[cut] not in _CUTS:
        cut += 1
    if line.words[cut] != "," or comma - start > _APOSED:
        return None
    named = _cut(line, start, cut)
    if named is None:
        return None
    uncased = line.tokens.named(start) and not line.tokens.capital(start)
    known = uncased and any(word in order_of(line).heads for word in line.words[start:comma])
    if not known and not _is_name(line, *named, plain=0):
        return None
    return Subject(*named, line.first, apart=False)
