"""Binds the period: the words of time a figure covers, and whether it is an increment, a closed or a running total."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tallywire.catalog.entry import Entry
from tallywire.claims.figure import Count as CountKind
from tallywire.claims.figure import Period
from tallywire.extract.bind.context import Context
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft

Passage = Mapping[str, frozenset[str]]

# "since the start of the war" says more about a total than the weekday beside it.
_OPEN_FIRST = 30
# Chunks that an open period may run on: "since Ukraine's military liberated the city".
_LONGEST = 9
# "thousands have been killed": so many only over a whole war.
_MANY = 1000
# A dateline's day is among the first chunks.
_DATELINE = 4
# Things whose state is told as it stands now: "1,200 tanks are out of action".
_THINGS = frozenset(
    {"tank", "afv", "vehicle", "artillery", "aircraft", "helicopter", "area_km2", "settlement", "other"}
)


def bind(draft: Draft, context: Context) -> None:
    """Bind the period words and the way of counting."""
    passage = context.lexicon.passage
    span = _nearest(draft, passage)
    if span is not None:
        start, end = draft.sentence.start(span[0]), draft.sentence.end(span[1] - 1)
        draft.period = Period(draft.sentence.tokens.text[start:end], start, end)
        draft.note("period", "words of time in the same sentence", (start, end))
    elif draft.subset_of is not None and draft.subset_of.period is not None:
        draft.period = draft.subset_of.period
        draft.note("period", "from the figure it is part of")
    draft.running = _running(draft, passage)


def _nearest(draft: Draft, passage: Passage) -> tuple[int, int] | None:
    """The words of time nearest to the word of harm; an open period before a weekday."""
    sentence = draft.sentence
    best: tuple[int, tuple[int, int]] | None = None
    for at, part in enumerate(sentence.parts):
        if part != "T" or _of_cue(sentence, at) or _is_no_period(sentence, at) or _of_aside(draft, at, passage):
            continue
        between = sentence.parts[min(at, draft.number) + 1 : max(at, draft.number)]
        if ";" in between:
            continue  # another clause's
        span = _widened(sentence, at, passage)
        if _opens_a_deed(draft, span):
            continue
        if draft.change_of is not None and _is_open(sentence, span):
            continue  # "since 2022 ... 1,150,120 (+1,030 over the past day)": the change is of a day
        if _tells_of_the_day(draft, span, passage):
            span = next((t for t in range(*span) if not _is_open(sentence, (t, t + 1))), at), span[1]
        near = draft.number if draft.change_of is not None else draft.anchor
        # "since 2022 ... 772,280 soldiers, 1,860 of them in the past day": past another figure, the nearer time counts
        # "overnight in the largest attack of the war so far": past another time, too
        apart = "N" in between or (at > draft.number and not {",", "T"}.isdisjoint(between))
        rank = abs(at - near) - (_OPEN_FIRST if _is_open(sentence, span) and not apart else 0)
        if best is None or rank < best[0]:
            best = rank, span
    return best[1] if best else None


def _opens_a_deed(draft: Draft, span: tuple[int, int]) -> bool:
    """ "since militants gunned down three policemen": the deed itself is what it is since."""
    sentence = draft.sentence
    if draft.term is None or draft.term[0] != span[1] or draft.number < span[1]:
        return False
    later = sentence.chunks[span[0] + 1 : span[1]]
    return (
        _is_open(sentence, span)
        and all(chunk.part in "tAPXw" for chunk in later)
        and "P" in sentence.parts[span[0] : span[1]]
    )


def _of_cue(sentence: Typed, at: int) -> bool:
    """Whether the time is that of the saying: "officials said on Monday", "told Reuters on Tuesday"."""
    window = sentence.parts[max(0, at - 4) : at]
    cue = window.rfind("S")
    return cue >= 0 and all(part in "wptXAT'" for part in window[cue + 1 :]) and not _is_open(sentence, (at, at + 1))


def _is_no_period(sentence: Typed, at: int) -> bool:
    """A unit alone ("hours before", "a year"), or the day of a dateline ("KHERSON, Nov. 11 - At least ...")."""
    entry = sentence.chunks[at].entry
    unit = entry is not None and entry.part == "u" and sentence.parts[at - 1 : at] not in {"T", "O", "t"}
    unit = unit and sentence.parts[at + 1 : at + 2] not in {"T", "f"}
    return unit or (
        at <= _DATELINE
        and sentence.parts[at + 1 : at + 2] in {"-", ":"}
        and "X" in sentence.parts[:at] + "X" * (at == 0)
    )


def _tells_of_the_day(draft: Draft, span: tuple[int, int], passage: Passage) -> bool:
    """ "since 7 October 2023, when gunmen killed 1,200 people": of these the period is the day, not the time since."""
    sentence = draft.sentence
    if sentence.parts[span[1] : span[1] + 1] != "," or draft.number < span[1]:
        return False
    return sentence.tokens.words[sentence.chunks[span[1]].last] in passage.get("period.when", frozenset())


def _of_aside(draft: Draft, at: int, passage: Passage) -> bool:
    """Whether the time belongs to something told beside the figure: ", the largest barrage since the war began"."""
    sentence = draft.sentence
    mark = max(sentence.parts.rfind(mark, 0, at) for mark in ",-(;:")
    if mark < max(draft.number, draft.anchor):
        # "Bhamo, where an election is held this weekend, killed 21": between the commas another thing is told
        closed = sentence.parts.find(",", at, min(draft.number, draft.anchor))
        return mark >= 0 and closed > 0 and sentence.parts[mark + 1 : mark + 2] == "R"
    if "R" in sentence.parts[mark:at]:
        return True  # "in the war, which began in April 2023"
    words = sentence.tokens.words[sentence.chunks[mark].first : sentence.chunks[at].first]
    return not passage.get("period.record", frozenset()).isdisjoint(words)


def _is_open(sentence: Typed, span: tuple[int, int]) -> bool:
    return any(chunk.entry is not None and chunk.entry.tag == "open" for chunk in sentence.chunks[span[0] : span[1]])


def _is_whole(entry: Entry | None, passage: Passage) -> bool:
    """Whether an open time needs no more words: "so far", "as of now", but not "since", "from the start of"."""
    words = entry.words.split(" ") if entry is not None else []
    return len(words) > 1 and words[-1] not in passage["period.leads"]


def _widened(sentence: Typed, at: int, passage: Passage) -> tuple[int, int]:
    """The time with its preposition before and what completes it after: "since the start of the war"."""
    first, last = at, at + 1
    while first and sentence.parts[first - 1] == "T":  # "Monday night"
        first -= 1
    while first and sentence.parts[first - 1] in "ptfTw" and sentence.word(first - 1) in passage["period.leads"]:
        first -= 1
    first, last = _ranged(sentence, first, last, passage)
    opened = _is_open(sentence, (at, at + 1)) and not _is_whole(sentence.chunks[at].entry, passage)
    while last < len(sentence.parts) and _goes_on(sentence, last, at if opened else None, passage):
        last += 1
    while last > at + 1 and sentence.parts[last - 1] in "ptfco":
        last -= 1
    return first, last


def _ranged(sentence: Typed, first: int, last: int, passage: Passage) -> tuple[int, int]:
    """Both ends of "between 1 January and 31 March", "from April through June", whichever of them is at hand."""
    parts, ranging = sentence.parts, passage["period.ranging"]
    if sentence.word(first) in ranging:
        while parts[last : last + 1] == "T":
            last += 1
        if parts[last : last + 2] in _TO_TIME:
            last += 2
    elif first >= _RANGE and parts[first - 2 : first] in {"Tc", "To", "Tp"}:
        start = first - 2
        while start and parts[start - 1] == "T":
            start -= 1
        if start and sentence.word(start - 1) in ranging:
            first = start - 1
    return first, last


# "between T and T", "from T to T", "from T through T"
_TO_TIME = frozenset({"cT", "oT", "pT"})
_RANGE = 3


def _goes_on(sentence: Typed, last: int, opened_at: int | None, passage: Passage) -> bool:
    """Whether the chunk at `last` still belongs to the time; an open period runs to the end of its clause."""
    part = sentence.parts[last]
    if opened_at is not None:
        if part in "AXP" and sentence.parts[last + 1 : last + 2] in {"V", "I", "F", "B", "H"} and last > opened_at + 1:
            return False  # "since the start of the invasion Russia has lost ...": the subject
        dated = sentence.parts[last - 1] == "T" and last - 1 > opened_at
        if dated and part == "w" and not sentence.lexicon.has_articles:
            return False  # "з 24 лютого 2022 року орієнтовно склали": the date was whole
        return last - opened_at <= _LONGEST and part not in '.,;:?!"()SNVDJGBIHFr'
    if part == "T" or (part in "tAw" and sentence.parts[last - 1] == "f"):
        return True
    if sentence.word(last) in passage.get("period.ago", frozenset()):
        return True  # "two days earlier" is no window of two days
    following = sentence.parts[last + 1 : last + 2]
    if part in "of" and following:
        # "the morning of Dec. 15", "one week of fighting", "the first half of 2021"
        word = sentence.word(last + 1)
        return (
            following == "T" or word in passage["period.wars"] or (following == "t" and word in passage["period.leads"])
        )
    return False


def _running(draft: Draft, passage: Passage) -> CountKind:
    """Increment, total of a closed window, or running total."""
    if draft.change_of is not None:
        return "increment"
    if draft.period is not None:
        tags = _tags(draft)
        if _still_rising(draft, passage):
            return "running_total"
        if "open" in tags or draft.period.words.casefold().split()[0] in passage["period.until"]:
            return "running_total"
        if "closed" in tags or (not tags & {"weekday", "point"} and _is_window(draft.period.words, passage)):
            return "period_total"
    if _is_row_total(draft) or _still_rising(draft, passage) or _is_state(draft):
        return "running_total"
    if _of_the_war(draft, passage) or _until_a_day(draft, passage) or _is_of_a_war_by_size(draft) or _of_a_toll(draft):
        return "running_total"
    model = draft.subset_of or draft.like
    return model.running or "increment" if model is not None else "increment"


def _tags(draft: Draft) -> set[str]:
    """Tags of the words of time inside the period: open, closed, point."""
    sentence, period = draft.sentence, draft.period
    if period is None:
        return set()
    times = (at for at, part in enumerate(sentence.parts) if part == "T")
    timed = (sentence.chunks[at] for at in times if period.start <= sentence.start(at) < period.end)
    return {chunk.entry.tag for chunk in timed if chunk.entry is not None}


def _is_window(words: str, passage: Passage) -> bool:
    """ "in two months", "in June", "over three weeks": a window of more than a day."""
    said = [word.strip(",.") for word in words.casefold().split()]
    if said[0] not in passage["period.closing"]:
        return False
    if not passage["period.spans"].isdisjoint(said) or said[0] in passage["period.ranging"]:
        return True
    return len(said) == 2 and said[1].isalpha() and said[1] not in passage["period.day_parts"]


def _is_row_total(draft: Draft) -> bool:
    """A row that states its change beside it is a running total: "tanks - 2814 (+10)"."""
    after = draft.sentence.parts[draft.number + 1 : draft.number + 4]
    return draft.rule == "table_row" and "(" in after and "N" in after


def _is_state(draft: Draft) -> bool:
    """ "187 are missing", "1,200 tanks are out of action", "1,100 square kilometres are back": how things stand now."""
    entry = draft.sentence.chunks[draft.term[0]].entry if draft.term else None
    if entry is None:
        return False
    return (draft.kind == "missing" and entry.part == "J") or (draft.what in _THINGS and entry.part in "JI")


# Chunks between a toll and a verb that stands apart from it: "ölü sayısı 12'ye yükseldi".
_APART = 4


def _still_rising(draft: Draft, passage: Passage) -> bool:
    """A toll that is still going up: "has risen to", "reached", "now numbered"."""
    if not draft.rule.startswith("toll") or draft.term is None:
        return False
    first, last = sorted((draft.term[0], draft.number))
    chunks = draft.sentence.chunks
    if draft.rule == "toll_apart":  # its verb stands before or behind both
        first, last = max(0, first - _APART), min(len(chunks) - 1, last + _APART)
    return not passage["period.rising"].isdisjoint(draft.sentence.tokens.words[chunks[first].first : chunks[last].last])


def _is_of_a_war_by_size(draft: Draft) -> bool:
    """ "2,870 soldiers were killed", "4,102 tanks were destroyed": with no time told, no single day has so many."""
    least = _SOLDIERS if draft.kind in _FATES else _THINGS_LOST if draft.kind in _LOSSES else None
    return least is not None and draft.period is None and (draft.count.low or 0) >= least


def _of_a_toll(draft: Draft) -> bool:
    """ "A first toll spoke of four soldiers killed": a toll is what there was up to then."""
    sentence, number = draft.sentence, draft.number
    at = sentence.parts.rfind("x", 0, number)
    entry = sentence.chunks[at].entry if at >= 0 else None
    if entry is None or entry.tag != "toll" or draft.subset_of is not None or draft.period is not None:
        return False
    return number - at <= _NEAR_TOLL and not set(";:,").intersection(sentence.parts[at:number])


_NEAR_TOLL = 6  # chunks
_FATES = frozenset({"killed", "wounded", "casualties", "missing"})
_LOSSES = frozenset({"destroyed", "damaged", "lost"})
_SOLDIERS, _THINGS_LOST = 2000, 1000
# Between two figures of one list; a verb, a time or another clause ends it: "4,102 tanks, 8,019 carriers and 310 jets".
_LISTED = re.compile("[^.;:RSTBHIFGN]*")


def share(found: Sequence[Draft]) -> None:
    """What stands in a list with a running total, and has no time of its own, is one too."""
    for before, draft in (*pairwise(found), *((b, a) for a, b in reversed(list(pairwise(found))))):
        if before.sentence is not draft.sentence or before.running != "running_total" or draft.running != "increment":
            continue
        first, last = sorted((before.number, draft.number))
        alone = draft.period is None and draft.change_of is None and draft.subset_of is None
        if alone and before.period is None and _LISTED.fullmatch(draft.sentence.parts, first + 1, last):
            draft.running = "running_total"


def _until_a_day(draft: Draft, passage: Passage) -> bool:
    """ "The ministry claimed by 30 September that over 700 had been killed": the day up to which it counts."""
    parts, words = draft.sentence.parts, draft.sentence.tokens.words
    by = (at for at in range(len(parts) - 1) if parts[at] == "p" and parts[at + 1] == "T")
    firsts = (words[draft.sentence.chunks[at].first] for at in by)
    return "H" in parts[: draft.anchor] and any(word in passage["period.until"] for word in firsts)


def _of_the_war(draft: Draft, passage: Passage) -> bool:
    """ "the war has killed tens of thousands of people and displaced millions": the subject is the whole war."""
    sentence = draft.sentence
    words, first = sentence.tokens.words, sentence.sentence.first
    if "H" not in sentence.parts[: draft.anchor] or not passage["period.past_perfect"].isdisjoint(
        words[first : sentence.sentence.last]
    ):
        return False
    verb = next((at for at, part in enumerate(sentence.parts) if part in "VJIDFG"), draft.anchor)
    subject = [words[c.first] for c in sentence.chunks[max(0, verb - 6) : verb] if c.part not in "PE"]
    many = draft.count.modifier == "vague" and draft.count.value >= _MANY
    return many or not passage["period.wars"].isdisjoint(subject)
