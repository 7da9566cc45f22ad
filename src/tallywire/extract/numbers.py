"""Numbers as they are written: "at least 12", "nearly 80,000", "between 40 and 50", "tens of thousands", "1000+".

A count is read from left to right over the tokens: hedges, a core (digits, words, a range or a vague word), hedges.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tallywire.catalog.entry import Entry
from tallywire.catalog.lexicon import Lexicon
from tallywire.claims.figure import Modifier, Number

_DIGITS = re.compile(
    r"(?P<grouped>\d{1,3}(?:[,.'\u00a0\u202f\u2009]\d{3})+)(?P<cents>[.,]\d{1,2})?"
    r"|(?P<plain>\d+)(?:[.,](?P<decimals>\d+))?"
)
_LEADING_GROUP, _GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
_DASHES = frozenset("-–—")
_MOST_DIGITS = 15  # more is no count but an account, a key or torn text; and every such number is exact as a float
_LARGEST = 10**_MOST_DIGITS
_SCALE_SUFFIX = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Count:
    """A number as said. `first`..`last` (exclusive) are its tokens with their hedges."""

    low: Number | None
    best: Number | None
    high: Number | None
    modifier: Modifier
    band: tuple[Number, Number] | None
    first: int
    last: int

    @property
    def value(self) -> Number:
        """The number as stated, or the low bound of a range."""
        for number in (self.best, self.low or None, self.high, self.low):
            if number is not None:
                return number
        return 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """The published table of `bounds.toml`: shares for "about" and "nearly", bounds of vague words."""

    around: tuple[float, float]
    below: tuple[float, float]
    vague: dict[str, tuple[int, int]]


@lru_cache(maxsize=1)
def bounds() -> Bounds:
    """The table of bounds, loaded once."""
    table = tomllib.loads(files("tallywire.catalog").joinpath("bounds.toml").read_text("utf8"))
    about = table["about"]
    vague = {word: (low, high) for word, (low, high) in table["vague"].items()}
    return Bounds((about["around"][0], about["around"][1]), (about["below"][0], about["below"][1]), vague)


def digits(word: str) -> Number | None:
    """The value of "4,560", "1.2", "26 826", "5k"; None for "120th", "35-year-old", "3:20", "7.62-mm".

    >>> digits("79,400"), digits("1.2m"), digits("120th")
    (79400, 1200000.0, None)
    """
    match = _DIGITS.match(word)
    if match is None:
        return None
    suffix = word[match.end() :].lstrip("-")
    if suffix and suffix not in _SCALE_SUFFIX:
        return None
    whole = re.sub(r"\D", "", match["grouped"] or match["plain"])
    if len(whole) > _MOST_DIGITS:
        return None
    if match["grouped"]:
        value: Number = int(whole)
    elif match["decimals"]:
        value = float(f"{whole}.{match['decimals']}")
    else:
        value = int(whole)
    return value * _SCALE_SUFFIX[suffix] if suffix else value


@dataclass(slots=True)
class _Core:
    """A number without its hedges, to token `last` (exclusive); `scale` is the factor of a word of size at its end."""

    low: Number
    high: Number
    vague: bool
    last: int
    scale: int = 1
    about: bool = False  # the word itself says about: "une vingtaine"


class NumberReader:
    """Reads counts from the words of one sentence. `entries` gives the catalogue's entry for a token's word."""

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon

    def read(self, first: int, end: int) -> Count | None:
        """The count that begins at token `first`, or None; nothing beyond `end` is looked at."""
        at, hedge = self._hedges(first, end, "before")
        core = self._ranged(at, end)
        if core is None and hedge is not None and at < end and self.words[at] in self.lexicon.one:
            core = _Core(1, 1, vague=False, last=at + 1)  # "al menos un muerto"
        if core is None:
            return None
        last, after = self._hedges(core.last, end, "after")
        if after is None:
            last = core.last
        return _count(core, after or hedge, first, last)

    def _hedges(self, at: int, end: int, side: str) -> tuple[int, str | None]:
        """Hedges from `at` on: where they end and the strongest bound they set."""
        bound: str | None = None
        while at < end:
            step = self._phrase(at, end, side)
            if step is None:
                break
            last, entry = step
            said = entry.tag.partition(":")[2]
            bound = said if bound in {None, "exact", "about"} else bound
            at = last
        return at, bound

    def _phrase(self, at: int, end: int, side: str) -> tuple[int, Entry] | None:
        word = self.words[at]
        for rest, entry in self.lexicon.phrases.get(word, ()):
            last = at + 1 + len(rest)
            beside = entry.part == "h" and entry.tag.startswith((side, "both"))
            if beside and last <= end and tuple(self.words[at + 1 : last]) == rest:
                return last, entry
        single = self.lexicon.singles.get(word)
        if single is not None and single.part == "h" and single.tag.startswith((side, "both")):
            return at + 1, single
        return None

    def _ranged(self, at: int, end: int) -> _Core | None:
        """ "between 40 and 50", "from 7 to 9", "40 to 50", "7-8", "two or three"; else one number."""
        opened = self.opens_range(at, end)
        joins = self.lexicon.range_ands if opened else self.lexicon.range_joins
        low = self._core(at + opened, end)
        both = (
            None
            if low is None or self._is_change(at if opened else at - 1)
            else self._range(low, at + opened, end, joins)
        )
        return both or (self._core(at, end) if opened else low)

    def opens_range(self, at: int, end: int) -> int:
        """How many words from `at` on open a range: "between", "between the"."""
        if at >= end or self.words[at] not in self.lexicon.range_openers:
            return 0
        article = self.lexicon.singles.get(self.words[at + 1]) if at + 1 < end else None
        counted = at + 2 < end and (self.words[at + 2][0].isdigit() or self.words[at + 2] in self.lexicon.numbers)
        return 2 if counted and article is not None and article.part == "t" else 1

    def _range(self, low: _Core, at: int, end: int, joins: frozenset[str]) -> _Core | None:
        if low.vague or low.last >= end:
            return None
        if self.words[low.last] not in joins:
            return None
        high = self._core(low.last + 1, end)
        if high is None or high.vague:
            return None
        bottom, top = low.low, high.high
        if self._is_year(at) and self._is_year(high.last - 1):
            return None  # "between 2014 and 2019", "2014-2019"
        if low.scale == 1 and bottom * high.scale < top:  # "1 to 1.2 million": the scale belongs to both ends
            bottom = _whole(bottom * high.scale)
        if bottom < top < 1000 * max(bottom, 1):
            return _Core(bottom, top, vague=False, last=high.last)
        return None

    def _is_change(self, at: int) -> bool:
        """ "rose from 12 to 15": an earlier value and a new one, no range."""
        if at < 1 or self.words[at] not in self.lexicon.range_openers:
            return False
        before = self.lexicon.singles.get(self.words[at - 1])
        return before is not None and before.part == "r"

    def _is_year(self, at: int) -> bool:
        word = self.words[at]
        return len(word) == 4 and word.isdigit() and word.startswith(("19", "20"))

    def _core(self, at: int, end: int) -> _Core | None:
        if at >= end:
            return None
        if self.words[at][0].isdigit():
            value, last = self._grouped(at, end)
            return self._scaled(value, last, end)
        if (fixed := self._fixed(at, end)) is not None:
            return fixed
        entry = self.lexicon.singles.get(self.words[at])
        if entry is not None and entry.tag in {"fixed", "rounded", "none"}:
            return self._rounded(entry, at + 1)
        if entry is not None and entry.part == "d":
            return self._words(at, end)
        if entry is not None and entry.tag == "article" and self._takes_article(at + 1, end):
            return self._core(at + 1, end)
        return None

    def _takes_article(self, at: int, end: int) -> bool:
        """ "a hundred", "a dozen", "a few"."""
        entry = self.lexicon.singles.get(self.words[at]) if at < end else None
        if entry is None or entry.part != "d":
            return False
        return entry.tag in {"scales", "rounded"} or entry.tag.startswith("vague")

    def _rounded(self, entry: Entry, last: int) -> _Core:
        """One word for a number: "півмільйона"; about so many: "une vingtaine de"."""
        if self.words[last : last + 1] and self.words[last] in self.lexicon.number_of:
            last += 1
        return _Core(entry.value, entry.value, vague=False, last=last, about=entry.tag == "rounded")

    def _grouped(self, at: int, end: int) -> tuple[Number | None, int]:
        """Digits, and the groups of three that spaces cut off: "26 826", but not the calibre in "12 155 mm"."""
        last = at + 1
        if _LEADING_GROUP.fullmatch(self.words[at]):
            while last < end and _GROUP.fullmatch(self.words[last]):
                last += 1
            entry = self.lexicon.singles.get(self.words[last]) if last < end else None
            last = at + 1 if entry is not None and entry.part == "U" else last
        return digits("".join(self.words[at:last])), last

    def _fixed(self, at: int, end: int) -> _Core | None:
        """Whole phrases: "half a million", "not one"."""
        for rest, entry in self.lexicon.phrases.get(self.words[at], ()):
            last = at + 1 + len(rest)
            if entry.part != "d" or last > end or tuple(self.words[at + 1 : last]) != rest:
                continue
            if entry.tag.startswith("vague"):
                return self._vague(entry.tag.partition(":")[2], last, end)
            return self._scaled(entry.value, last, end)
        return None

    def _scaled(self, value: Number | None, at: int, end: int) -> _Core | None:
        """Digits with a scale after them: "1.2 million", "3 thousand", "2 dozen"."""
        if value is None:
            return None
        scale = 1
        while at < end:
            entry = self.lexicon.singles.get(self.words[at])
            if entry is None or not _is_scale(entry):
                break
            scale, at = scale * entry.value, at + 1
            if value * scale > _LARGEST:
                return None  # "5 million million million"
            if self.words[at : at + 1] == ["."] and entry.words in self.lexicon.abbreviations:
                at += 1  # "256 тис. осіб"
        value = value * scale
        if scale >= _THOUSAND:
            value, at = self._rest(value, scale, at, end)
        value = _whole(value) if scale > 1 or value == int(value) else value
        return _Core(value, value, vague=False, last=at, scale=scale)

    def _rest(self, value: Number, scale: int, at: int, end: int) -> tuple[Number, int]:
        """Digits after a scale: "47 bin 318" is 52,535."""
        following = at + (at < end and self.words[at] in self.lexicon.joining)
        if following < end and _is_below(self.words[following], scale):
            # English writes "3 million 200 thousand" with a scale again: that is another number
            after = self.lexicon.singles.get(self.words[following + 1]) if following + 1 < end else None
            smaller = following > at and "and" not in self.lexicon.joining  # "9 آلاف و50"
            smaller = smaller or not self.lexicon.joining  # "66 bin 55"
            if (smaller or len(self.words[following]) == _GROUP_OF) and not (after is not None and _is_scale(after)):
                return value + int(self.words[following]), following + 1
        return value, at

    def _words(self, at: int, end: int) -> _Core | None:
        """Number words: "forty-four", "two hundred and six", "two dozen", "several hundred", "tens of thousands of"."""
        first = self.lexicon.singles[self.words[at]]
        if first.tag.startswith("vague"):
            return self._vague(first.tag.partition(":")[2], at + 1, end)
        total, part, scale, turned = 0, 0, 1, False
        while at < end:
            entry = self.lexicon.singles.get(self.words[at])
            if entry is None or not (entry.tag in {"units", "tens"} or _is_scale(entry)):
                break
            if not turned and not _follows(part, entry):
                break
            scale = entry.value if _is_scale(entry) else 1
            part = max(part, 1) * scale if scale > 1 else part + entry.value
            if scale >= 1000:
                total, part = total + part, 0
            at += 1
            turned = self._turns(part, at, end)
            at += turned or self._joins(part, total, at, end)
        value: Number = total + part
        if value > _LARGEST:
            return None
        if scale >= _THOUSAND:
            value, at = self._rest(value, scale, at, end)  # "bin 200"
        return _Core(value, value, vague=False, last=at, scale=scale)

    def _turns(self, part: int, at: int, end: int) -> bool:
        """Arabic "five and twenty": the unit stands before the ten."""
        if not 0 < part % 100 < 10 or at + 1 >= end or self.words[at] not in self.lexicon.unit_first:
            return False
        entry = self.lexicon.singles.get(self.words[at + 1])
        return entry is not None and entry.tag == "tens"

    def _joins(self, part: int, total: int, at: int, end: int) -> bool:
        """ "one hundred and six", "treinta y cinco": but not "twenty and thirty"."""
        if at >= end or self.words[at] not in self.lexicon.joining:
            return False
        at += 1
        entry = self.lexicon.singles.get(self.words[at]) if at < end else None
        if entry is None or entry.tag not in {"units", "tens"}:
            return False
        open_ten = part % 100 >= 20 and part % 10 == 0 and entry.value < 10 and "and" not in self.lexicon.joining
        return (part >= 100 and part % 100 == 0) or (bool(total) and not part) or open_ten

    def _vague(self, word: str, at: int, end: int) -> _Core:
        """ "dozens of", "hundreds of thousands of", "several hundred": bounds from the table."""
        table = bounds().vague
        of = self.lexicon.number_of
        second = self.lexicon.singles.get(self.words[at + 1]) if at + 1 < end and self.words[at] in of else None
        if second is not None and f"{word}_of_{second.tag.partition(':')[2]}" in table:
            word, at = f"{word}_of_{second.tag.partition(':')[2]}", at + 2
        elif at < end and (vague := self.lexicon.singles.get(self.words[at])) and vague.tag.startswith("vague"):
            return self._vague(vague.tag.partition(":")[2], at + 1, end)  # "several hundreds": hundreds
        low, high = table[word]
        scale = self.lexicon.singles.get(self.words[at]) if at < end else None
        if scale is not None and _is_scale(scale):
            low, high, at = low * scale.value, high * scale.value + scale.value - 1, at + 1
        if at < end and self.words[at] in of:
            at += 1
        return _Core(low, high, vague=True, last=at)


_THOUSAND = 1000
_GROUP_OF = 3  # "47 bin 318": the rest has three digits


def _is_scale(entry: Entry) -> bool:
    """A word of size, which may be vague alone: "22 тисячі", "тисячі загиблих"."""
    return entry.tag == "scales" or (entry.tag.startswith("vague") and entry.value > 1)


def _is_below(word: str, scale: int) -> bool:
    """Whether a word is digits that say less than the scale."""
    return word.isdecimal() and len(word) <= _MOST_DIGITS and int(word) < scale


def _follows(part: int, entry: Entry) -> bool:
    """Whether a number word goes on with the number so far: "twenty two", "two hundred six", but not "two three"."""
    open_ten = part >= 20 and part % 10 == 0 and entry.tag == "units" and entry.value < 10
    return _is_scale(entry) or part % 100 == 0 or open_ten


def _count(core: _Core, hedge: str | None, first: int, last: int) -> Count:
    low, high = core.low, core.high
    if core.vague:
        return Count(low, None, high, "vague", (low, high), first, last)
    if low != high:
        return Count(low, None, high, "range", None, first, last)
    if hedge == "at_least":
        return Count(low, None, None, "at_least", None, first, last)
    if hedge == "at_most":
        return Count(0, None, high, "at_most", None, first, last)
    if hedge is None and core.about:
        hedge = "about"
    if hedge in {"about", "nearly"}:
        share = bounds().around if hedge == "about" else bounds().below
        return Count(low, low, high, "about", (_whole(low * share[0]), _whole(low * share[1])), first, last)
    return Count(low, low, high, "exact", None, first, last)


def _whole(number: float) -> Number:
    return round(number)
