"""Words that are written as one: Arabic "وإصابة" is "and" and "wounding", Turkish "Gazze'deki" is "Gazze" and "in".

A word is cut only when the language does not know it whole and knows what remains; which beginnings and ends may be cut
stands in `grammar.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tallywire.catalog.lexicon import Lexicon
from tallywire.extract.tokens import Tokens

# Phrases by their first word, as `chunks.actor_phrases` gives them.
Names = Mapping[str, Sequence[tuple[tuple[str, ...], object, bool]]]
# "and in the city": so many words may be written before another.
_DEEPEST = 3
# What remains of a cut word has at least so many letters.
_SHORTEST = 2


def cut(tokens: Tokens, lexicon: Lexicon, names: Names) -> Tokens:
    """The tokens with glued words apart; `names` are phrases by their first word that also stay whole."""
    if not lexicon.prefixes and not lexicon.suffixes:
        return tokens
    cutter = _Cutter(tokens, lexicon, names)
    spans = list(cutter.spans())
    opening = {tokens.starts[at] for at in tokens.breaks if at < len(tokens.starts)}
    starts = [start for _, start, _ in spans]
    return replace(
        tokens,
        words=[word for word, _, _ in spans],
        starts=starts,
        ends=[end for _, _, end in spans],
        breaks={0} | {at for at, start in enumerate(starts) if start in opening},
    )


class _Cutter:
    def __init__(self, tokens: Tokens, lexicon: Lexicon, names: Names) -> None:
        self.tokens, self.lexicon, self.names = tokens, lexicon, names
        self.words = list(tokens.words)

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Word, start and end of every piece."""
        at, starts, ends = 0, list(self.tokens.starts), self.tokens.ends
        while at < len(self.words):
            whole = self._whole(self.words[at], at)
            if whole:
                for kept in range(at, at + whole):
                    yield self.words[kept], starts[kept], ends[kept]
                at += whole
                continue
            if self.words[at][-1:] == "-" and set(self.words[at][:-1]) <= set(self.lexicon.prefixes):
                for number, letter in enumerate(self.words[at][:-1]):  # "וב-24": each letter is a word
                    yield letter, starts[at] + number, starts[at] + number + 1
                at += 1
                continue
            piece = self._prefix(self.words[at], at, _DEEPEST)
            if piece:
                middle = self._offset(starts[at], ends[at], len(piece))
                yield piece.rstrip("-"), starts[at], middle
                self.words[at], starts[at] = self.words[at][len(piece) :], middle
                continue
            yield from self._without_suffix(at, starts[at], ends[at])
            at += 1

    def _whole(self, word: str, at: int) -> int:
        """How many words from `at` on, the first read as `word`, the language knows as they are."""
        longest = 1 if word in self.lexicon.singles or word in self.lexicon.speaker_heads or word.isdigit() else 0
        for phrases in (self.lexicon.phrases, self.names):
            for rest, *_ in phrases.get(word, ()):
                if len(rest) >= longest and tuple(self.words[at + 1 : at + 1 + len(rest)]) == rest:
                    longest = 1 + len(rest)
        return longest

    def _prefix(self, word: str, at: int, depth: int) -> str | None:
        """What is cut from the front of a word, or None when nothing known remains."""
        for prefix in self.lexicon.prefixes if depth else ():
            rest = word[len(prefix) :]
            if not word.startswith(prefix) or not rest:
                continue
            dash = "-" if rest[0] == "-" else ""
            rest = rest[len(dash) :]
            if rest[:1].isdigit() or (len(rest) >= _SHORTEST and self._known(rest, at, depth)):
                return prefix + dash
        return None

    def _known(self, rest: str, at: int, depth: int) -> bool:
        return bool(self._whole(rest, at)) or self._prefix(rest, at, depth - 1) is not None

    def _without_suffix(self, at: int, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        word = self.words[at]
        head, mark, tail = word.rpartition("'")
        if head and mark + tail in self.lexicon.suffixes:
            middle = self._offset(start, end, len(head))
            yield head, start, middle
            yield mark + tail, middle, end
        else:
            yield word, start, end

    def _offset(self, start: int, end: int, letters: int) -> int:
        """Where in the text so many letters of a word end; vowel signs belong to the letter before them."""
        at, seen = start, 0
        while at < end and (seen < letters or not self._is_letter(at)):
            seen += self._is_letter(at)
            at += 1
        return at

    def _is_letter(self, at: int) -> bool:
        char = self.tokens.text[at]
        return (char.isalnum() and char != "ـ") or char in "-'’\"״׳־"
