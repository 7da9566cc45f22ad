"""The number of a question and its hedge: "over 4,000", "nearly 80,000", "4.5 thousand", "two thousand"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallywire.claims.figure import Modifier
from tallywire.tally.precision import Lean, Stated

_HEDGES: tuple[tuple[str, Modifier, Lean], ...] = (
    (r"over|more than|at least|no fewer than|not less than|above|upwards of|exceed\w*", "at_least", "around"),
    (r"up to|at most|as many as|no more than|fewer than|less than|under|below", "at_most", "around"),
    (r"nearly|almost|close to|approaching|just under|just below", "about", "below"),
    (r"just over|just above|slightly more than", "about", "above"),
    (r"about|around|some|roughly|approximately|an estimated|circa|~", "about", "around"),
)
_SCALES = {"hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000}
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: value for value, word in enumerate(_ONES + _TEENS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
# "4,560", "79 400", "4.497" (three digits after a point are thousands), "4.5 thousand", "1.2m"
_DIGITS = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?")
_SCALE = re.compile(r"\s*(hundred|thousand|million|k|m)\b", re.IGNORECASE)
_WORD = "|".join(sorted([*SMALL, "hundred", "thousand", "million", "dozen"], key=len, reverse=True))
_IN_WORDS = re.compile(rf"\b(?:a |an )?(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD}))*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number as a question states it, and where."""

    said: Stated
    start: int
    end: int


def number(text: str) -> NumberRead | None:
    """The first number of a text with the hedge before it (or "or more" behind it)."""
    digits, words = _DIGITS.search(text), _IN_WORDS.search(text)
    if digits and (words is None or digits.start() < words.start()):
        scale = _SCALE.match(text, digits.end())
        value = _digits(digits[0]) * (_SCALES[scale[1].casefold()] if scale else 1)
        end = scale.end() if scale else digits.end()
        start = digits.start()
    elif words:
        value, start, end = _words(words[0]), words.start(), words.end()
    else:
        return None
    if value != int(value) or value <= 0:
        return None
    modifier, lean = _hedge(text[:start], text[end:])
    return NumberRead(Stated(int(value), modifier, lean), start, end)


def _digits(written: str) -> float:
    plain = re.sub(r"[\s\u00a0\u202f]", "", written)
    if re.search(r"[.,]\d{1,2}$", plain):
        return float(plain.replace(",", "."))
    return float(re.sub(r"\D", "", plain))


def _words(written: str) -> int:
    total = part = 0
    for word in re.split(r"[\s-]+", written.casefold()):
        if word in SMALL:
            part += SMALL[word]
        elif word == "dozen":
            part = 12 * max(part, 1)
        elif word == "hundred":
            part = 100 * max(part, 1)
        elif word in _SCALES:
            total, part = total + _SCALES[word] * max(part, 1), 0
    return total + part


def _hedge(before: str, after: str) -> tuple[Modifier, Lean]:
    if re.match(r"\s*(?:\+|or more\b)", after, re.IGNORECASE):
        return "at_least", "around"
    found = [
        (match.end(), len(match[0]), modifier, lean)
        for words, modifier, lean in _HEDGES
        for match in re.finditer(rf"(?:\b(?:{words})|~)\s*$" if "~" in words else rf"\b(?:{words})\s*$", before, re.I)
    ]
    if not found:
        return "exact", "around"
    _end, _length, modifier, lean = max(found, key=lambda hedge: hedge[1])  # "just over" is not "over"
    return modifier, lean
