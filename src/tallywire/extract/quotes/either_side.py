"""Who said what where a speaker may stand on either side of the verb: "– сказав речник", "Der Sprecher sagte, dass"."""

from __future__ import annotations

from tallywire.extract.quotes import named as names
from tallywire.extract.quotes import speaker, verb_last
from tallywire.extract.quotes.according import phrase_around, set_in_by
from tallywire.extract.quotes.body import ENDS
from tallywire.extract.quotes.line import Group, Line, Range, group
from tallywire.extract.quotes.named import DASHES, order_of
from tallywire.extract.quotes.saying import Saying

# Between a verb and its "that", colon or mark no more tokens.
_BESIDE = 16
# Fewer tokens before ", сказав речник" are no content of their own.
_CONTENT, _SHORT_CONTENT = 4, 2


def read(line: Line, at: int, floor: int) -> Saying | None:
    """What a word of saying holds; None where it cannot be told safely."""
    word, lists = line.words[at], line.lists
    if line.inside(at) is not None:
        return _set_in(line, at)
    cue = phrase_around(line, at)
    if cue is not None:
        return set_in_by(line, *cue)
    if word in lists.nobody:
        return _unnamed(line, at)
    if word not in lists.verbs or (line.tokens.capital(at) and at > line.first and not _opens_words(line, at)):
        return None  # "Neue Angaben aus Kiew": a noun or name
    found = group(line, at)
    if found is None or not _has_particle(line, found):
        return None
    if order_of(line).verb_last:
        return verb_last.said(line, found, floor)
    return _said(line, found, floor)


def _opens_words(line: Line, at: int) -> bool:
    """Whether a capital stands behind a mark, dash or colon, where any word has one."""
    return not line.words[at - 1][0].isalnum()


def _unnamed(line: Line, at: int) -> Saying | None:
    """ "לדבריו, ...": a word that says whose they are, and names nobody."""
    start = at + 1 + (line.word(at + 1) == ",")
    if at != line.first or start + 1 >= line.last:
        return None
    return Saying((at, at + 1), None, at, right=(start, line.last), dropped=True)


def _has_particle(line: Line, found: Group) -> bool:
    """Whether a verb that needs a little word has it: "teilte die Polizei mit", "اعلام کرد"."""
    if found.verb.frames or found.verb.told or found.particle:
        return True
    for at in range(found.last, min(found.last + _BESIDE, line.last)):
        if line.words[at] in found.verb.particles:
            return True
        if line.words[at] in {",", ":"}:
            break
    return False


def is_set_in(line: Line, at: int) -> bool:
    """Whether a word inside marks is set into them by a dash: «Ми вистояли, – сказав речник, – і все»."""
    order = line.lists.order
    return order is not None and order.verb_first and at - 2 >= line.first and line.words[at - 1] in DASHES


def _set_in(line: Line, at: int) -> Saying | None:
    within = line.inside(at)
    verb = line.lists.verbs.get(line.words[at])
    if within is None or verb is None or line.words[at - 2] not in _BEFORE_DASH:
        return None
    named = names.right(line, at + 1, verb.particles) or _office(line, at + 1)
    if named is None or named[1] > within[1]:
        return None
    if named[1] < within[1] and line.word(named[1]) not in {",", ".", "", *DASHES, *line.lists.beside}:
        return None
    return Saying((at, at + 1), named, at - 1, left=(within[0], at - 1), within=within)


_AFTER_NAME = frozenset({",", ".", ":", "(", ")", "–", "—", "-"})
_BEFORE_DASH = frozenset({",", "!", "?", "…", "...", "."})


def _said(line: Line, found: Group, floor: int) -> Saying | None:
    if found.passive:
        start = _content(line, found.last, comma_tells=False)
        return None if start is None else Saying((found.first, found.last), None, found.first, right=(start, line.last))
    if found.verb.form == "ing":
        return _adding(line, found)
    if found.verb.form != "third" and found.first == found.at and found.at > line.first:
        return None  # a participle or an infinitive of something else
    if (told := _as_told(line, found)) is not None:
        return told
    edge = _edge(line, found.first)
    if edge is not None and (saying := _behind(line, found, edge)) is not None:
        return saying
    return _before(line, found, floor)


def _adding(line: Line, found: Group) -> Saying | None:
    """ ", додавши, що ...": the speaker is the one of the verb before."""
    start = _content(line, found.last, comma_tells=False)
    if start is None or found.first == line.first:
        return None
    return Saying((found.first, found.last), None, found.first, right=(start, line.last), inherits=True)


def _edge(line: Line, at: int) -> int | None:
    """Where what stands before a verb ends: at marks, or at a comma or dash behind some words."""
    edge = at
    while edge > line.first and (line.words[edge - 1] in DASHES or line.words[edge - 1] == ","):
        edge -= 1
    if line.marks.closed(line.words, edge) is not None:
        return edge
    # "– Ми вистояли, – сказав речник", and in Polish no comma before the dash
    if edge == at or edge == line.first:
        return None
    if line.words[at - 1] in DASHES and _opening_dash(line) is not None:
        return edge
    aside = speaker.is_aside(line, line.first)
    return edge if edge - line.first >= (_CONTENT if aside else _SHORT_CONTENT) else None


def _opening_dash(line: Line) -> int | None:
    """The dash that opens what is spoken: of the sentence, or of one before it in its paragraph."""
    words = line.words
    for at in range(line.first, -1, -1):
        if words[at] in DASHES and (at in line.tokens.breaks or at == line.first or words[at - 1] in ENDS):
            return at
        if at in line.tokens.breaks:
            break
    return None


def _stands_alone(line: Line, at: int) -> bool:
    """Whether a verb names nobody behind it: "«...», – написав у Telegram"."""
    return line.word(at) in {"", ",", "."} or line.word(at) in line.lists.beside


def _behind(line: Line, found: Group, edge: int) -> Saying | None:
    """ "«...», – сказав речник", "..., sagte der Sprecher": the speaker follows, what was said stands before."""
    if not order_of(line).verb_first:
        return None
    named = names.right(line, found.last, found.verb.particles) or _office(line, found.last)
    marked = line.marks.closed(line.words, edge) is not None
    if named is None:
        if not marked or edge == line.first or not _stands_alone(line, found.last):
            return None
        return Saying((found.first, found.last), None, edge, left=(line.first, edge), dropped=True)
    if (not marked or edge == line.first) and _content(line, named[1], comma_tells=False) is not None:
        return None  # "Olha Tkach, a doctor, told the agency that"
    if not marked and named[1] < line.last and line.words[named[1]] not in _AFTER_NAME | line.lists.past_name:
        return None
    spoken = _opening_dash(line) if not marked and line.words[found.first - 1] in DASHES else None
    first, dashed = (line.first, False) if spoken is None else (spoken + 1, True)
    return Saying((found.first, found.last), named, edge, left=(first, edge), direct=dashed)


def _office(line: Line, at: int) -> Range | None:
    """ "сообщили в полиции": the body that somebody spoke for."""
    if line.word(at) not in line.lists.prepositions or not names.is_office(line, at + 1):
        return None
    end = at + 1
    while end < line.last and line.words[end] not in _AFTER_NAME and line.words[end] not in line.lists.past_name:
        end += 1
    return at + 1, end


def _as_told(line: Line, found: Group) -> Saying | None:
    """ "Як повідомив речник, двоє загинули", "Wie der Sprecher sagte, starben zwei"."""
    words, order = line.words, order_of(line)
    at = found.first - 1
    while (
        at > line.first and words[at] not in order.as_ and words[at] not in {",", ":", ";"} and words[at] not in DASHES
    ):
        at -= 1
    if at < line.first or words[at] not in order.as_ or (at > line.first and words[at - 1] != ","):
        return None
    named: Range | None
    if at + 1 < found.first:
        subject = names.left(line, found.first, at + 1)
        named = None if subject is None else (subject.first, subject.last)
    else:
        named = names.right(line, found.last, found.verb.particles) or _office(line, found.last)
    if named is None:
        return None
    end = line.comma(max(named[1], found.last))
    cue = found.first, found.last
    if at == line.first:
        return Saying(cue, named, at, right=(end + 1, line.last)) if end + 1 < line.last else None
    goes_on = end + 1 < line.last
    return Saying(cue, named, at - 1, left=(line.first, at - 1), right=(end + 1, line.last) if goes_on else None)


def _before(line: Line, found: Group, floor: int) -> Saying | None:
    """ "Речник сказав, що", "Am Freitag sagte der Sprecher, dass", "قال الوزير إن"."""
    order, cue, words = order_of(line), (found.first, found.last), line.words
    subject = names.left(line, found.first, floor)
    start = _content(line, found.last, comma_tells=order.comma_tells, subject=subject is not None)
    if subject is not None:
        return _by_subject(line, found, (subject.first, subject.last, subject.opens), start)
    goes_on = found.first > line.first and words[found.first - 1] in line.lists.plain_and and floor > line.first
    named = names.right(line, found.last, found.verb.particles) if order.verb_first else None
    if named is not None:
        start = _content(line, named[1], comma_tells=order.comma_tells)
        if start is None or not (goes_on or _opens_clause(line, found.first)):
            return None
        return Saying(cue, named, _clause_opens(line, found.first), right=(start, line.last))
    if start is None or found.verb.told:
        return None
    if goes_on:
        return Saying(cue, None, found.first - 1, right=(start, line.last), inherits=True)
    if floor == line.first and _is_first(line, found.first):
        return Saying(cue, None, line.first, right=(start, line.last), dropped=True)
    return None


def _clause_opens(line: Line, at: int) -> int:
    """Where the clause of a verb begins, with its "and", "while" and comma."""
    while at > line.first and (line.words[at - 1] in line.lists.openers or line.is_adverb(at - 1)):
        at -= 1
    return at - (at > line.first and line.words[at - 1] == ",")


def _is_first(line: Line, at: int) -> bool:
    """Whether only an "and" or an adverb stands before a verb in its sentence."""
    return all(line.words[index] in line.lists.openers or line.is_adverb(index) for index in range(line.first, at))


def _by_subject(line: Line, found: Group, subject: tuple[int, int, int], start: int | None) -> Saying | None:
    first, last, opens = subject
    cue = found.first, found.last
    edge = _edge(line, first)
    if edge is not None and edge > line.first and line.marks.closed(line.words, edge) is not None:
        return Saying(cue, (first, last), edge, left=(line.first, edge))
    if start is None:
        return None
    return Saying(cue, (first, last), opens, right=(start, line.last))


def _opens_clause(line: Line, at: int) -> bool:
    """Whether nothing but a time, a place or a small word stands before a verb in its clause."""
    start = at
    while start > line.first and line.words[start - 1] not in {",", ":", ";"} and line.words[start - 1] not in DASHES:
        start -= 1
    start = names.past_beside(line, start)
    while start < at and (line.words[start] in line.lists.openers or line.is_adverb(start)):
        start += 1
    return start >= at or line.words[start] in line.lists.prepositions


def _content(line: Line, at: int, *, comma_tells: bool, subject: bool = True) -> int | None:
    """Where what is said begins right of a verb or name: past "that", a colon, at marks; or past a comma that tells."""
    lists, prefix = line.lists, order_of(line).that_prefix
    for index in range(at, min(at + _BESIDE, line.last - 1)):
        word = line.words[index]
        if word == ":":
            return index + 1 + (line.words[index + 1] in DASHES)
        if word in lists.that or word in lists.wh:
            return index + (word in lists.that)
        if line.opened(index) is not None:
            return index if index == at else None
        if word == ",":
            return _past_comma(line, index + 1, comma_tells=comma_tells)
        if prefix and subject and index == at and word.startswith(prefix) and word not in order_of(line).heads:
            return index
        if (word in ENDS and not speaker.is_title_stop(line, index)) or (index > at and word in lists.verbs):
            return None
    return None


def _past_comma(line: Line, at: int, *, comma_tells: bool) -> int | None:
    word, lists = line.words[at], line.lists
    if word in lists.that:
        return at + 1
    if word in lists.wh or line.opened(at) is not None:
        return at
    return at if comma_tells and _clause_follows(line, at) else None


def _clause_follows(line: Line, at: int) -> bool:
    """Whether behind "sagte," no relative or other verb of saying opens."""
    word, lists = line.word(at), line.lists
    if not word or word in lists.relatives or word in lists.verbs or word in lists.joints or word in lists.openers:
        return False
    return line.last - at > _CONTENT
