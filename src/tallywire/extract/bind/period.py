"""Binds the period: the words of time the figure covers, and whether it is an increment, a closed or a running total."""

from __future__ import annotations

from tallywire.claims.figure import Count as CountKind
from tallywire.claims.figure import Period
from tallywire.extract.bind.context import Context
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft

# Left of a word of time, these belong to it: "on Friday", "in the last week", "as of Friday", "since early May".
_LEADS = frozenset("on in during over since from until between by for within at throughout after before as of the early late last this past the".split())
_UNITS_CLOSED = frozenset({"week", "weeks", "month", "months", "day", "days", "year", "years", "hours"})
_WARS = frozenset({"war", "conflict", "invasion", "fighting", "offensive", "genocide", "onslaught", "campaign", "violence", "clashes"})


def bind(draft: Draft, context: Context) -> None:
    """Bind the period words and the way of counting."""
    sentence = draft.sentence
    best: tuple[int, tuple[int, int]] | None = None
    for at, part in enumerate(sentence.parts):
        if part != "T" or _of_cue(sentence, at):
            continue
        span = _widened(sentence, at)
        rank = abs(at - draft.anchor) - (_OPEN_FIRST if _is_open(sentence, span) else 0)
        if best is None or rank < best[0]:
            best = rank, span
    if best is not None:
        first, last = best[1]
        start, end = sentence.start(first), sentence.end(last - 1)
        draft.period = Period(sentence.tokens.text[start:end], start, end)
        draft.note("period", "words of time in the same sentence", (start, end))
    elif draft.subset_of is not None and draft.subset_of.period is not None:
        draft.period = draft.subset_of.period
        draft.note("period", "from the figure it is part of")
    draft.running = _running(draft)


# "since the start of the war" says more about a total than the weekday beside it.
_OPEN_FIRST = 30


def _of_cue(sentence: Typed, at: int) -> bool:
    """Whether the time is that of the saying: "officials said on Monday", "told Reuters on Tuesday"."""
    window = sentence.parts[max(0, at - 4) : at]
    cue = window.rfind("S")
    return cue >= 0 and all(part in "wptXAT'" for part in window[cue + 1 :]) and not _is_open(sentence, (at, at + 1))


def _is_open(sentence: Typed, span: tuple[int, int]) -> bool:
    return any(chunk.entry is not None and chunk.entry.tag == "open" for chunk in sentence.chunks[span[0] : span[1]])


def _widened(sentence: Typed, at: int) -> tuple[int, int]:
    """The time with its preposition before and what completes it after: "since the start of the war"."""
    first, last = at, at + 1
    while first and sentence.tokens.words[sentence.chunks[first - 1].first] in _LEADS and sentence.parts[first - 1] in "ptfTw":
        first -= 1
    entry = sentence.chunks[at].entry
    opened = entry is not None and entry.tag == "open"
    while last < len(sentence.parts) and _goes_on(sentence, at, last, opened=opened):
        last += 1
    while last > at + 1 and sentence.parts[last - 1] in "ptfco":
        last -= 1
    return first, last


_LONGEST = 9


def _goes_on(sentence: Typed, at: int, last: int, *, opened: bool) -> bool:
    part = sentence.parts[last]
    if opened:
        return last - at <= _LONGEST and part not in ".,;:?!\"()SNVDJGBIHF"
    if part == "T":
        return True
    if part in "of" and last + 1 < len(sentence.parts):
        return sentence.parts[last + 1] in "TtAw" and _leads_to_time(sentence, last)
    if part in "tAw" and sentence.parts[last - 1] == "f":
        return True
    return part == "o" and sentence.parts[last + 1 : last + 2] == "T"


def _leads_to_time(sentence: Typed, at: int) -> bool:
    """ "the morning of Dec. 15", "one week of fighting", "the first half of 2021"."""
    following = sentence.parts[at + 1 : at + 3]
    word = sentence.tokens.words[sentence.chunks[at + 1].first]
    return "T" in following[:1] or word in _WARS or word == "the"


def _running(draft: Draft) -> CountKind:
    """Increment, total of a closed window, or running total."""
    sentence = draft.sentence
    if draft.period is not None:
        tags = [c.entry.tag for c in sentence.chunks if c.entry is not None and c.part == "T" and _within(draft, sentence, c.first)]
        if "open" in tags or draft.period.words.casefold().startswith(("by ", "as of")):
            return "running_total"
        if "closed" in tags or _closed(draft.period.words):
            return "period_total"
    if _still_rising(draft) or _of_the_war(draft) or _is_state(draft):
        return "running_total"
    model = draft.subset_of or draft.like
    return model.running or "increment" if model is not None else "increment"


def _is_state(draft: Draft) -> bool:
    """ "187 are missing", "1,200 tanks are out of action", "1,100 square kilometres are back": how things stand now."""
    entry = draft.sentence.chunks[draft.term[0]].entry if draft.term else None
    if entry is None:
        return False
    return (draft.kind == "missing" and entry.part == "J") or (draft.what in _THINGS and entry.part in "JI")


_THINGS = frozenset({"tank", "afv", "vehicle", "artillery", "aircraft", "helicopter", "area_km2", "settlement", "other"})


def _within(draft: Draft, sentence: Typed, token: int) -> bool:
    period = draft.period
    return period is not None and period.start <= sentence.tokens.starts[token] < period.end


def _closed(words: str) -> bool:
    """ "in two months", "in June", "over three weeks": a window of more than a day."""
    said = words.casefold().split()
    led = said[:1] and said[0] in {"in", "over", "during", "within", "between", "from", "for"}
    return bool(led) and (any(word.strip(",.") in _UNITS_CLOSED for word in said) or said[0] in {"between", "from"} or len(said) == 2 and said[1].isalpha() and said[1] not in _PARTS_OF_DAY)


_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "dawn"})


def _still_rising(draft: Draft) -> bool:
    """A toll that is still going up: "has risen to", "reached", "now numbered"."""
    if draft.rule != "toll_reached" or draft.term is None:
        return False
    first, last = sorted((draft.term[0], draft.number))
    words = draft.sentence.tokens.words[draft.sentence.chunks[first].first : draft.sentence.chunks[last].last]
    return bool(_RISING.intersection(words)) or "toll" in words


_RISING = frozenset("risen rose climbed climbs reached reaches passed jumped gone went now up grew grown mounted soared leapt stands stood numbered numbers".split())


def _of_the_war(draft: Draft) -> bool:
    """ "the war has killed tens of thousands of people and displaced millions": the subject is the whole war."""
    sentence = draft.sentence
    parts = sentence.parts
    verb = next((at for at, part in enumerate(parts) if part in "VJIDFG"), draft.anchor)
    before = sentence.tokens.words[sentence.chunks[0].first : sentence.chunks[verb].first]
    perfect = "H" in parts[: draft.anchor] and not {"had", "having"}.intersection(sentence.tokens.words[sentence.sentence.first : sentence.sentence.last])
    many = draft.count.modifier == "vague" and draft.count.value >= _MANY
    return perfect and (many or bool(_WARS.intersection(before[-6:])))


# "thousands have been killed": so many only over a whole war.
_MANY = 1000
