"""The words of a text with their offsets: one compiled pattern, folded once, no object a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import add

from tallywire.catalog.letters import SIGNS, fold, has_signs, signless

# A number with its marks of thousands and decimals, then letters that hang on it ("120th", "35-year-old", "5k");
# dates ("2022-11-11"); abbreviations with points ("u.s."); words ("km2", "user18") with inner hyphens and apostrophes
# ("kh-22", "al-qudra"), Hebrew abbreviations ("צה"ל"), but "'s", the elided articles of French and Italian ("l'armée",
# "dell'Ucraina") and what Turkish puts behind digits ("12'si") apart.
_ELIDED = (
    r"|(?:l|d|qu|n|s|c|j|m|t|un|jusqu|lorsqu|puisqu|quelqu|dell|nell|all|sull|dall|coll|quell|quest|bell|senz)"
    r"['’ʼ](?=[^\W\d_]{2}|\d)"
)
_PATTERN = (
    r"(?:[a-z]+(?=[ ,\n])"  # most words of most texts, found at once
    r"|\s+"
    r"|(?:[^\W\d_]\.){2,}"
    "{elided}{glued}"
    r"|[^\W\d_][^\W_]*(?:(?:-|['’ʼ](?!s\b))[^\W_]+{signs})*"
    r"|\d{1,3}(?:[,.'’\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?(?:-?[^\W\d_]+)*"
    r"|\d{4}-\d\d-\d\d(?!\d)"
    r"|\d+(?:[.,:/]\d+)*(?:-?[^\W\d_]+)*"
    r"|(?<=\d)['’ʼ][^\W\d_]+"
    r"|['’ʼ]s\b"
    r"|[-–—]{2,}|\.{2,}"
    r"|.) ?"  # a word takes the space behind it along: half as many matches
)
# Vowel signs inside a word, and the marks of a Hebrew abbreviation before its last letters: "צה"ל", "כטב"מים"
_SIGNS = "|" + SIGNS + r"+[^\W_]*|(?<=[א-ת])\"[א-ת]{1,3}(?![א-ת])"
# "ל-72,133": "to" and a number, whose marks of thousands would be lost in one word
_GLUED = r"|[א-ת]{1,3}-(?=\d)"


def _piece(elided: str = "", glued: str = "", signs: str = "") -> re.Pattern[str]:
    pattern = _PATTERN.replace("{elided}", elided).replace("{glued}", glued).replace("{signs}", signs)
    return re.compile(pattern, re.DOTALL)


_PIECE, _PIECE_ELIDED, _PIECE_SIGNED = _piece(), _piece(elided=_ELIDED), _piece(glued=_GLUED, signs=_SIGNS)
# Latin letters inside a Cyrillic word, as keyboards and tricksters put them there: "oдин", "рaнения"; looked for from a
# word's first letter on alone, because from each of its letters a word of 30,000 takes seconds.
_MIXED = re.compile(r"(?<![a-zа-яіїєґё])[a-zа-яіїєґё]*(?:[a-z][а-яіїєґё]|[а-яіїєґё][a-z])[a-zа-яіїєґё]*")
_CYRILLIC = re.compile(r"[а-яіїєґё]")
_LOOK_ALIKES = str.maketrans("aceiopxykmhbt", "асеіорхукмнвт")


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words[i]` is folded text[starts[i]:ends[i]]; `breaks` are the tokens that open a line."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    breaks: set[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens first..last (exclusive) in the text."""
        return self.starts[first], self.ends[last - 1]

    def said(self, first: int, last: int) -> str:
        """The exact words of the tokens first..last (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter in the text."""
        return self.text[self.starts[index]].isupper()

    def named(self, index: int) -> bool:
        """Whether the token may begin a name: with a capital, or in a script that has none."""
        char = self.text[self.starts[index]]
        return char.isalpha() and not char.islower()


def folded(text: str) -> str:
    """The text as it is compared, its length kept: so offsets in the folded text are offsets in the text."""
    plain = fold(text)
    return _MIXED.sub(_in_cyrillic, plain) if _CYRILLIC.search(plain) else plain


def _in_cyrillic(match: re.Match[str]) -> str:
    return match.group().translate(_LOOK_ALIKES)


def cut(words: str, *, elided: bool) -> list[str]:
    """A folded name or phrase cut as texts are."""
    return [word for piece in _pieces(words, elided=elided) if (word := piece.rstrip())]


def _pieces(words: str, *, elided: bool, signed: bool = False) -> list[str]:
    if signed:
        return _PIECE_SIGNED.findall(words)
    return (_PIECE_ELIDED if elided else _PIECE).findall(words)


def tokens(text: str, *, elided: bool = False) -> Tokens:
    """Cut a text into tokens; white space is dropped, line breaks are remembered.
    `elided` cuts "l'armée" and "dell'Ucraina" after the apostrophe, as French and Italian need it.
    """
    signed = not text.isascii() and has_signs(text)
    pieces = _pieces(folded(text), elided=elided, signed=signed)
    starts = [0, *accumulate(map(len, pieces))]
    words = list(map(str.rstrip, pieces))
    if "" in words:  # line breaks and wider gaps
        starts = list(compress(starts, words))
        words = list(filter(None, words))
    ends = list(map(add, starts, map(len, words)))
    starts = starts[: len(words)]
    if signed:
        words = [signless(word) or word for word in words]
    return Tokens(text, words, starts, ends, _breaks(text, starts))


def _breaks(text: str, starts: list[int]) -> set[int]:
    """The tokens that open a line."""
    breaks = {0}
    at = text.find("\n")
    while at >= 0:
        breaks.add(bisect_left(starts, at))
        at = text.find("\n", at + 1)
    return breaks
