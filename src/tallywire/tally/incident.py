"""The toll of an article's own incident: what a reader would say when asked how many died and how many were hurt.

An article has many figures: of the headline, an earlier count, another attack, the war. The toll is chosen among those
of one incident, in this order: a toll that is said to have risen or to stand, the headline's, the largest of the first
few. A victim told of without a number ("Man shot dead") is one. Where nothing is told, nothing is chosen. Figures that
are linked to other events give the tolls of these, after the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from tallywire.catalog.calendar import calendar
from tallywire.catalog.entry import Entry
from tallywire.catalog.letters import fold
from tallywire.catalog.lexicon import languages, lexicon
from tallywire.claims.article import Article
from tallywire.claims.figure import PEOPLE, Figure, Kind, Number, Period
from tallywire.claims.reading import Event, Reading, Toll, Tolls

_OWN = frozenset({"headline", "standfirst", "body", "caption"})
_TOLD = frozenset({"headline", "standfirst", "body"})
_CLAIMED = frozenset({"asserted", "alleged"})
_FIRST = 3  # figures of the body among which the largest is the whole
_OPENING = 5  # segments in which an article says what happened
_HEAD = 250  # letters of each: what happened stands first
_TWO = 2
_BEFORE = 3  # words before one of harm that may undo it: "attempted murder"
_BESIDE = 2  # words on either side among which a plural makes it many: "killed many people"
_MARKS = str.maketrans(dict.fromkeys('.,;:!?()[]"“”„«»…', " "))
_NEXT = 16  # letters behind a number in which the next word stands
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def tolls(reading: Reading) -> Tolls:
    """The killed and the wounded of the article's own incident, as far as it tells, and those of each other one."""
    figures = [figure for figure in reading.figures if _is_of_incident(figure, reading.article)]
    both = _own(reading, figures)
    if not both or len(reading.events) < _TWO:
        return Tolls(both)
    own = _of_one_event(both, reading, figures)
    return Tolls(own, tuple(_others(reading, figures, own, both[len(own) :])))


def _own(reading: Reading, figures: Sequence[Figure]) -> tuple[Toll, ...]:
    """The tolls of the article's own incident."""
    counted = {figure.kind for figure in reading.figures if figure.segment in _OWN}
    opening = () if {"killed", "wounded"} <= counted else _opening(reading.article)
    killed = _chosen(figures, "killed") or (None if "killed" in counted else _lone(opening, "killed"))
    beside = [figure for figure in figures if killed and killed.event and figure.event == killed.event]
    wounded = _wounded(reading.article, beside, killed) or _wounded(reading.article, figures, killed)
    if wounded is None and counted.isdisjoint({"wounded", "casualties"}):
        wounded = _lone(opening, "wounded") or (None if killed else _lone(opening, "casualties"))
    return tuple(toll for toll in (killed, wounded) if toll is not None)


def _of_one_event(own: tuple[Toll, ...], reading: Reading, figures: Sequence[Figure]) -> tuple[Toll, ...]:
    """The tolls of the first one's incident: what is told of an event elsewhere, or on another day, is not its own."""
    if len({toll.event for toll in own if toll.event is not None}) < _TWO:
        return own
    killed, wounded = own
    first, second = (next(event for event in reading.events if event.id == toll.event) for toll in own)
    said = {figure.evidence for figure in figures if figure.id in {killed.figures[0], wounded.figures[0]}}
    dead = _chosen([figure for figure in figures if figure.event == second.id], "killed")
    others = dead is not None and dead.low != killed.low and _is_apart(first, second)
    # "Strike kills six as rockets wound two"; but a shooting told of twice is one
    words = {fold(reading.article.text[event.start : event.end]) for event in (first, second)}
    if others or (len(said) == 1 and len(words) > 1):
        return (killed,)
    return killed, replace(wounded, event=first.id)


def _wounded(article: Article, figures: Sequence[Figure], killed: Toll | None) -> Toll | None:
    """Those said to be wounded, else those who were hit and did not die."""
    hit = [figure for figure in figures if figure.kind == "casualties" and _is_hit(figure, article.lang)]
    more = any(_tells_of_others(figure, article) for figure in hit)
    return _chosen(figures, "wounded") or _rest(_chosen(hit, "casualties"), None if more else killed)


def _others(reading: Reading, figures: Sequence[Figure], own: Sequence[Toll], apart: Sequence[Toll]) -> Iterator[Toll]:
    """The tolls of each further incident, in the order of the events; none where the article's own has no event.

    `apart` are tolls that are known to be another's than `own`.
    """
    others = {toll.event for toll in apart}
    rests_on = {id_ for toll in own for id_ in toll.figures}
    own_events = {figure.event for figure in figures if figure.id in rests_on}
    known = [event for event in reading.events if event.id in own_events]
    by_event: dict[str | None, list[Figure]] = {}
    for figure in figures:
        by_event.setdefault(figure.event, []).append(figure)
    told = {(toll.kind, toll.low) for toll in own} | {("wounded", sum(toll.low or 0 for toll in own))}
    for event in reading.events if known else ():
        if event in known or event.id not in by_event:
            continue
        if event.id in others or any(_is_apart(event, one) for one in known):
            killed = _chosen(by_event[event.id], "killed")
            wounded = _wounded(reading.article, by_event[event.id], killed)
            found = [toll for toll in (killed, wounded) if toll is not None]
            # the same dead and the same wounded, or as many hit: the article's own, its place told in other words
            if not told.issuperset((toll.kind, toll.low) for toll in found):
                yield from found


def _is_apart(one: Event, other: Event) -> bool:
    """Whether their places or their times tell two events apart."""
    if one.place is not None and other.place is not None:
        a, b = one.place.name.casefold(), other.place.name.casefold()
        if a not in b and b not in a:
            return True
    return one.period is not None and other.period is not None and _is_other_time(one.period, other.period)


def _is_other_time(one: Period, other: Period) -> bool:
    """Whether two times are of other days, by their dates, else by their weekdays."""
    if one.edtf and other.edtf:
        return one.edtf not in other.edtf and other.edtf not in one.edtf
    days, others = ({word.strip(",.") for word in fold(period.words).split()} for period in (one, other))
    weekdays = calendar().weekdays.keys()
    return bool(weekdays & days) and bool(weekdays & others) and not weekdays & days & others


def _is_of_incident(figure: Figure, article: Article) -> bool:
    """Not a total of a war or a week, not an earlier value, not a change."""
    standing = figure.count == "running_total" and not _is_since(figure, article.lang) and not _is_past(figure, article)
    whole = figure.count == "increment" or standing
    alone = not (figure.previous_of or figure.change_of or figure.of or figure.per)
    told = figure.segment in _OWN and figure.stance in _CLAIMED
    return whole and alone and told and figure.what in PEOPLE


def _is_since(figure: Figure, lang: str | None) -> bool:
    """Whether the figure counts from a start on: "since 2022", not "the toll stood at nine on Monday"."""
    singles = _words_of(lang)
    said = fold(figure.period.words).split() if figure.period else ()
    return any((entry := singles.get(word)) is not None and entry.tag == "open" for word in said)


def _is_past(figure: Figure, article: Article) -> bool:
    """ "A previous report put the toll at seven": its sentence opens with a word for what was told before."""
    lang = _language(article.lang)
    earlier = lexicon(lang).passage.get("toll.earlier", frozenset()) if lang else frozenset()
    opening = fold(article.text[figure.evidence.start : figure.start]).split()[:_OPENS]
    return not earlier.isdisjoint(opening)


_OPENS = 3  # words: "In an earlier"


def _words_of(lang: str | None) -> Mapping[str, Entry]:
    code = _language(lang)
    return lexicon(code).singles if code else {}


def _language(lang: str | None) -> str | None:
    """The code of a language that has words here."""
    code = (lang or "").split("-")[0]
    return code if code in languages() else None


def _chosen(figures: Sequence[Figure], kind: Kind) -> Toll | None:
    of_kind = [figure for figure in figures if figure.kind == kind]
    wholes = _of_one_side([figure for figure in of_kind if figure.subset_of is None] or of_kind)
    for rivals, why in (
        ([one for one in wholes if one.count == "running_total"][-1:], "where the toll is said to stand"),
        ([one for one in wholes if one.segment == "headline"], "the headline's"),
        (wholes[:_FIRST], "the largest of the first figures"),
    ):
        if rivals:
            best = max(map(_listed, _lists(rivals)), key=_size)
            low, high = _sum(one.low for one in best), _sum(one.high for one in best)
            says = f"{why}, {len(best)} listed together" if len(best) > 1 else why
            ids = tuple(one.id for one in best)
            return Toll(kind, low, high, ids, best[0].start, best[-1].end, says, _event_of(best))
    return None


def _of_one_side(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Without fighters of another side than the first fighters: those who were struck back at are another toll."""
    named = (one.side.name for one in figures if one.what == "combatant" and one.side is not None)
    first = next(named, None)
    return [one for one in figures if one.what != "combatant" or one.side is None or one.side.name == first]


def _event_of(figures: Sequence[Figure]) -> str | None:
    """The event of figures that have one together."""
    events = {figure.event for figure in figures}
    return events.pop() if len(events) == 1 else None


def _lists(rivals: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Figures of one sentence that share their word of harm: "killed two soldiers and three civilians"."""
    for _, listed in groupby(rivals, key=lambda one: (one.evidence, one.term, one.count)):
        yield tuple(listed)


def _listed(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """All of a list, where each is exact and tells of others; else the largest alone."""
    exact = all(figure.modifier == "exact" for figure in figures)
    return figures if exact else (max(figures, key=lambda one: _size((one,))),)


def _sum(numbers: Iterable[Number | None]) -> Number | None:
    known = list(numbers)
    return None if None in known else sum(number for number in known if number is not None)


def _tells_of_others(figure: Figure, article: Article) -> bool:
    """ "four others were shot": the dead told of before are not among them."""
    behind = _WORD.search(fold(article.text[figure.end : figure.end + _NEXT]))
    entry = _words_of(article.lang).get(behind[0]) if behind else None
    return entry is not None and entry.part == "m"


def _is_hit(figure: Figure, lang: str | None) -> bool:
    """Whether a verb says it: "eight were shot" tells of the living and the dead, "710 casualties" may all be dead."""
    entry = _words_of(lang).get(fold(figure.term.words)) if figure.term else None
    return entry is not None and entry.part in "VFG"


def _size(figures: tuple[Figure, ...]) -> float:
    return float(sum(figure.low or figure.high or 0 for figure in figures))


def _rest(shot: Toll | None, killed: Toll | None) -> Toll | None:
    """The wounded of "eight people were shot, three of them dead": all who were hit but those who died."""
    if shot is None:
        return None
    most, least = (killed.high or killed.low or 0, killed.low or 0) if killed else (0, 0)
    low = None if shot.low is None else shot.low - most
    high = None if shot.high is None else shot.high - least
    if (high is not None and high <= 0) or (low is not None and low < 0):
        return None
    both = (*shot.figures, *(killed.figures if killed else ()))
    return Toll("wounded", low, high, both, shot.start, shot.end, "all who were hit but those who died", shot.event)


@dataclass(frozen=True, slots=True)
class _Told:
    """A segment of the opening: where it begins, its text folded, and its words as a first look finds them."""

    lang: str
    start: int
    text: str
    words: list[str]


def _opening(article: Article) -> tuple[_Told, ...]:
    """Where an article says what happened; nothing in a language without words."""
    lang = _language(article.lang)
    if lang is None:
        return ()
    told = [one for one in article.segments if one.kind in _TOLD][:_OPENING]
    texts = (fold(article.text[one.start : min(one.end, one.start + _HEAD)]) for one in told)
    return tuple(
        _Told(lang, one.start, text, text.translate(_MARKS).split()) for one, text in zip(told, texts, strict=True)
    )


def _lone(opening: Sequence[_Told], kind: Kind) -> Toll | None:
    """One victim, told of in the opening without a number."""
    for told in opening:
        cues = _cues(told.lang, kind)
        found = None if cues.telling.isdisjoint(told.words) else _first(told, cues)
        if found is not None:
            says = "a victim told of without a number"
            return Toll("killed" if kind == "killed" else "wounded", 1, 1, (), *found, says)
    return None


@dataclass(frozen=True, slots=True)
class _Cues:
    """Words that tell of a harm, words before one that undo it, and nouns that make it more than one's."""

    telling: frozenset[str]
    undone: frozenset[str]
    many: frozenset[str]


def _first(told: _Told, cues: _Cues) -> tuple[int, int] | None:
    """The first word of harm that nothing before it undoes and that no crowd suffers."""
    found = list(_WORD.finditer(told.text))
    words = [word[0] for word in found]
    for at, word in enumerate(found):
        if word[0] not in cues.telling or not cues.undone.isdisjoint(words[max(0, at - _BEFORE) : at]):
            continue
        if cues.many.isdisjoint(words[max(0, at - _BESIDE) : at + 1 + _BESIDE]):
            return told.start + word.start(), told.start + word.end()
    return None


@lru_cache(maxsize=64)
def _cues(lang: str, kind: Kind) -> _Cues:
    words = lexicon(lang)
    # "was killed", "shot", not "deaths" and "casualties", of which there are more than one
    telling = {word for word, entry in words.singles.items() if entry.kind == kind and entry.part != "D"}
    telling |= words.passage.get({"killed": "toll.deadly", "wounded": "toll.hurt"}.get(kind, ""), frozenset())
    many = frozenset(word for word, entry in words.singles.items() if entry.part == "P" and entry.tag == "many")
    return _Cues(frozenset(telling), words.passage.get("toll.undone", frozenset()), many)
