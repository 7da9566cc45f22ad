"""A sentence as a string of parts, one letter a chunk, so that shapes are plain patterns over letters.

"At least 12 people were killed in the shelling" -> "NPBVptw"; the letters are listed in `catalog/entry.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import overload

from tallywire.catalog.actors import LONGEST_ACRONYM, Actor, actors
from tallywire.catalog.entry import Entry
from tallywire.catalog.letters import fold
from tallywire.catalog.lexicon import Lexicon, lexicon
from tallywire.extract.numbers import Count, NumberReader
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens, cut

_PUNCTUATION = frozenset(",.;:()-?!'\"")
_SAME = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "--": "-",
    "[": "(",
    "]": ")",
    "…": ".",
    "'s": "'",
    "‘": '"',
    "/": ",",
}
_YEARS = range(1900, 2101)
_LONGEST_MONTH = 31
# "37 «terrorists» were killed": marks around a few words in mid-sentence, no speaker beside, are passed over
_SCARE_QUOTES = re.compile(r"""(?<=[NAXPEwHBtfJ])(["'])[PEVDJwXA]{1,3}\1(?=[NAXPEwHBVfpc])(?![^S]{0,2}S)""")


class Chunk:
    """Tokens first..last (exclusive) that act as one part of the sentence."""

    def __init__(  # noqa: PLR0913 - its fields; no dataclass, which is made at a third of the speed
        self,
        part: str,
        first: int,
        last: int,
        entry: Entry | None = None,
        count: Count | None = None,
        actor: Actor | None = None,
    ) -> None:
        self.part, self.first, self.last = part, first, last
        self.entry, self.count, self.actor = entry, count, actor


class Chunks(Sequence[Chunk]):
    """The chunks of a sentence. Nine of ten are a word that nobody asks for: such a chunk is made when looked at."""

    __slots__ = ("_firsts", "_made", "_parts", "_singles", "_words")

    def __init__(
        self, parts: str, firsts: list[int], made: dict[int, Chunk], words: list[str], singles: Mapping[str, Entry]
    ) -> None:
        self._parts, self._firsts, self._made, self._words, self._singles = parts, firsts, made, words, singles

    def __len__(self) -> int:
        return len(self._firsts)

    @overload
    def __getitem__(self, at: int) -> Chunk: ...
    @overload
    def __getitem__(self, at: slice) -> list[Chunk]: ...
    def __getitem__(self, at: int | slice) -> Chunk | list[Chunk]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self._firsts)))]
        at = at if at >= 0 else at + len(self._firsts)
        chunk = self._made.get(at)
        if chunk is None:
            first = self._firsts[at]
            chunk = Chunk(self._parts[at], first, first + 1, self._singles.get(self._words[first]))
            self._made[at] = chunk
        return chunk

    def first(self, at: int) -> int:
        """The token that a chunk begins with."""
        return self._firsts[at]


@dataclass(slots=True)
class Typed:
    """One sentence with its chunks; `parts[i]` is the letter of `chunks[i]`."""

    sentence: Sentence
    tokens: Tokens
    chunks: Chunks
    parts: str
    letters: frozenset[str]
    lexicon: Lexicon

    def start(self, chunk: int) -> int:
        """Where a chunk begins in the text."""
        return self.tokens.starts[self.chunks.first(chunk)]

    def end(self, chunk: int) -> int:
        """Where a chunk ends in the text."""
        return self.tokens.ends[self.chunks[chunk].last - 1]

    def word(self, chunk: int) -> str:
        """The first word of a chunk, folded."""
        return self.tokens.words[self.chunks[chunk].first]

    def said(self, first: int, last: int) -> str:
        """The words of the chunks first..last (exclusive)."""
        return self.tokens.said(self.chunks.first(first), self.chunks[last - 1].last)


ActorPhrases = dict[str, list[tuple[tuple[str, ...], Actor, bool]]]


@lru_cache(maxsize=2)
def actor_phrases(*, elided: bool) -> ActorPhrases:
    """Names of actors by their first word, longest first; the flag says that no capital is needed."""
    phrases: ActorPhrases = {}
    small = actors().uncapitalised
    for form, actor in actors().forms.items():
        words = _as_in_texts(form)
        first, *rest = cut(words, elided=elided) if "'" in words else words.split(" ")
        phrases.setdefault(first, []).append((tuple(rest), actor, form in small))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    return phrases


@lru_cache(maxsize=2)
def _openers(*, elided: bool) -> frozenset[str]:
    """First words of the names of actors, acronyms among them."""
    return frozenset(actor_phrases(elided=elided)) | frozenset(map(fold, actors().acronyms))


def _as_in_texts(form: str) -> str:
    """A name of the catalogue in the letters of folded texts: names are matched more strictly elsewhere."""
    return form if form.isascii() else fold(form.replace("i\u0307", "i"))


@lru_cache(maxsize=16)
def _small_names(lang: str) -> frozenset[str]:
    """First words of names that texts write without a capital: "12 soldados rusos"."""
    return frozenset(_as_in_texts(key).split(" ")[0] for key in actors().uncapitalised).difference(
        lexicon(lang).singles
    )


@lru_cache(maxsize=16)
def _letters(lang: str) -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    """Words by their part, none for those that need a second look; and those that need it only before some words.

    A second look is for what may open a phrase, a number, a date or a name.
    """
    words = lexicon(lang)
    involved = words.involved | _small_names(lang)
    letters = {word: entry.part for word, entry in words.singles.items()} | dict.fromkeys(
        (*involved, *words.follow), ""
    )
    return letters, {word: after for word, after in words.follow.items() if word not in involved}


# Tokens between the halves of a verb, at most; and what no verb reaches over.
_LONGEST_CLAUSE = 30
_CLAUSE_ENDS = frozenset(".;:!?")

# "Regierungssoldaten": a compound has at least so many letters, its last part at least five.
_SHORTEST_COMPOUND = 8
_HEAD = 5


@lru_cache(maxsize=10_000)
def _head_noun(lang: str, word: str) -> Entry | None:
    """The last part of a compound, when it is something that is counted: "Regierungssoldaten" are soldiers."""
    singles = lexicon(lang).singles
    for at in range(2, len(word) - _HEAD + 1):
        entry = singles.get(word[at:])
        if entry is not None and entry.part in "PED":
            return entry
    return None


@lru_cache(maxsize=16)
def _known_words(lang: str) -> frozenset[str]:
    """Words that the catalogue says anything of; any other long one with a capital is a name."""
    words = lexicon(lang)
    return frozenset((*words.singles, *words.phrases, *words.abbreviations, *actor_phrases(elided=words.elided)))


@lru_cache(maxsize=16)
def _marks(lang: str) -> dict[str, str]:
    """The parts of punctuation marks that the language gives no meaning of its own."""
    marks = {mark: mark for mark in _PUNCTUATION} | _SAME
    return {mark: part for mark, part in marks.items() if mark not in lexicon(lang).singles}


class Chunker:
    """Turns the sentences of one text into typed sentences."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens, self.lexicon = tokens, words
        self.words = tokens.words
        self.numbers = NumberReader(tokens.words, words)
        self.actors = actor_phrases(elided=words.elided)
        self.acronyms = actors().acronyms
        self.openers = _openers(elided=words.elided)
        self.small = _small_names(words.lang)
        self.letters, self.follow = _letters(words.lang)
        self.known = _known_words(words.lang)
        self.marks = _marks(words.lang)

    def typed(self, sentence: Sentence) -> Typed:
        """The sentence cut into chunks."""
        parts: list[str] = []
        firsts: list[int] = []
        made: dict[int, Chunk] = {}
        at, end = sentence.first, sentence.last
        words, starts, text = self.words, self.tokens.starts, self.tokens.text
        letters, follow = self.letters, self.follow
        marks, known, bare_names = self.marks, self.known, not self.lexicon.compounds
        small_nouns = self.lexicon.compounds and not self.lexicon.capital_nouns
        while at < end:
            word = words[at]
            part = letters.get(word, "w")
            if not part and word in follow and (at + 1 >= end or words[at + 1] not in follow[word]):
                part = self._letter(word)
            if small_nouns and part == "w" and len(word) > _SHORTEST_COMPOUND and word not in letters:
                part = ""  # "acht regeringssoldaten": a second look
            if part and text[starts[at]].islower():  # most words: nothing but themselves
                last = at + 1
            elif word in marks:
                part, last = marks[word], at + 1
            elif bare_names and len(word) > LONGEST_ACRONYM and word not in known and word.isalpha():
                part, last = "X" if text[starts[at]].isupper() else "w", at + 1
            else:
                chunk = self._chunk(at, end)
                part, last = chunk.part, chunk.last
                if chunk.entry is not None and chunk.entry.tag == "pair" and not (parts and parts[-1] == "N"):
                    two = Count(2, 2, 2, "exact", None, chunk.first, last)
                    made[len(parts)] = Chunk("N", chunk.first, last, count=two)  # an Arabic dual
                    parts.append("N")
                    firsts.append(at)
                made[len(parts)] = chunk
            parts.append(part)
            firsts.append(at)
            at = last
        return self._unmarked(sentence, "".join(parts), firsts, made)

    def _letter(self, word: str) -> str:
        entry = self.lexicon.singles.get(word)
        return entry.part if entry else "w"

    def _unmarked(self, sentence: Sentence, parts: str, firsts: list[int], made: dict[int, Chunk]) -> Typed:
        """Without the marks around a few words in mid-sentence."""
        marked = parts.count('"') > 1 or parts.count("'") > 1
        scared = _SCARE_QUOTES.search(parts) if marked else None
        if scared and self._opens(firsts[scared.start()]):
            left, right = scared.start(), scared.end() - 1
            kept = [at for at in range(len(parts)) if at not in {left, right}]
            made = {at - (at > left) - (at > right): chunk for at, chunk in made.items() if at not in {left, right}}
            parts, firsts = "".join(parts[at] for at in kept), [firsts[at] for at in kept]
        chunks = Chunks(parts, firsts, made, self.words, self.lexicon.singles)
        return Typed(sentence, self.tokens, chunks, parts, frozenset(parts), self.lexicon)

    def _opens(self, mark: int) -> bool:
        """Whether a mark stands before a word: "50 'terrorists'", not "the soldiers' families' 12 houses"."""
        return self.tokens.starts[mark] > self.tokens.ends[mark - 1]

    def _chunk(self, at: int, end: int) -> Chunk:
        word = self.words[at]
        char = word[0]
        if word in self.lexicon.apart and (verb := self._second_half(word, at, end)):
            return Chunk(verb.part, at, at + 1, verb)
        if char.isdigit():
            entry = self.lexicon.singles.get(word)
            if entry is not None:  # "200-х": slang for the dead
                return Chunk(entry.part, at, at + 1, entry)
            # "69-year-old" describes like an adjective; "120th" and "3:20" are no figures
            return self._number(at, end) or Chunk("w" if "-" in word and word[-1].isalpha() else "O", at, at + 1)
        if not char.isalpha():
            return self._mark(word, at, end)
        entry, last = self._entry(at, end)
        if (self.tokens.named(at) or word in self.small) and (entry is None or last == at + 1):
            actor = self.actor(at, end)
            if actor is not None and actor.last >= last:
                return actor
        if entry is None or (entry.part == "P" and word in self.lexicon.abbreviations):
            return Chunk("X" if self.tokens.capital(at) else "w", at, at + 1 + self._is_title(at))
        return self._known(entry, at, last, end)

    def _second_half(self, word: str, at: int, end: int) -> Entry | None:
        """The verb whose second half closes its clause here: "nahm zwölf Verdächtige fest"."""
        after = self.lexicon.singles.get(self.words[at + 1]) if at + 1 < end else None
        if at + 1 < end and self.words[at + 1][0].isalnum() and (after is None or after.part not in "cR"):
            return None
        halves = self.lexicon.apart[word]
        for before in range(at - 1, max(at - _LONGEST_CLAUSE, 0) - 1, -1):
            if self.words[before] in halves:
                return halves[self.words[before]]
            if self.words[before] in _CLAUSE_ENDS:
                return None
        return None

    def _is_title(self, at: int) -> bool:
        """ "Gen.", "Lt.": the full stop belongs to the word."""
        tokens = self.tokens
        return (
            self.words[at] in self.lexicon.abbreviations
            and self.words[at + 1 : at + 2] == ["."]
            and tokens.starts[at + 1] == tokens.ends[at]
        )

    def _mark(self, word: str, at: int, end: int) -> Chunk:
        entry = self.lexicon.singles.get(word)
        if entry is not None:
            return Chunk(entry.part, at, at + 1, entry)
        part = _SAME.get(word, word if word in _PUNCTUATION else "." if word[0] == "." else "w")
        return Chunk(part, at, at + 1)

    def _entry(self, at: int, end: int) -> tuple[Entry | None, int]:
        """The longest catalogue entry that begins here, and where it ends."""
        word = self.words[at]
        for rest, entry in self.lexicon.phrases.get(word, ()):
            last = at + 1 + len(rest)
            if last <= end and self.words[at + 1] == rest[0] and tuple(self.words[at + 1 : last]) == rest:
                return entry, last
        single = self.lexicon.singles.get(word)
        if single is None and self.lexicon.compounds and len(word) > _SHORTEST_COMPOUND:
            single = _head_noun(self.lexicon.lang, word)
        return single, at + 1

    def opening_names(self, sentence: Sentence) -> Iterator[int]:
        """The tokens of a sentence that may open the name of an actor."""
        first, last = sentence.first, sentence.last
        return compress(range(first, last), map(self.openers.__contains__, self.words[first:last]))

    def actor(self, at: int, end: int) -> Chunk | None:
        """The longest name of an actor that begins here."""
        word = self.words[at]
        if word not in self.openers:
            return self._leader(word, at) if "-" in word else None
        options = self.actors.get(word)
        if options is not None:
            capital = self.tokens.named(at)
            for rest, actor, small in options:
                last = at + 1 + len(rest)
                if (capital or small) and last <= end and (not rest or tuple(self.words[at + 1 : last]) == rest):
                    return Chunk("A", at, last - self._ends_in_people(rest), None, None, actor)
        named = self.acronyms.get(self.tokens.said(at, at + 1)) if len(word) <= LONGEST_ACRONYM else None
        return Chunk("A", at, at + 1, None, None, named) if named else None

    def _leader(self, word: str, at: int) -> Chunk | None:
        """ "Hamas-led gunmen": whoever leads them."""
        name, _, tail = word.rpartition("-")
        if tail not in self.lexicon.passage.get("side.led", frozenset()):
            return None
        leader = next((actor for rest, actor, _ in self.actors.get(name, ()) if not rest), None)
        return Chunk("A", at, at + 1, None, None, leader) if leader else None

    def _ends_in_people(self, rest: tuple[str, ...]) -> bool:
        """ "Russian soldiers" is a name and what is counted: the noun stays a chunk of its own."""
        entry = self.lexicon.singles.get(rest[-1]) if rest else None
        return entry is not None and entry.part == "P" and entry.tag == "many"

    def _known(self, entry: Entry, at: int, last: int, end: int) -> Chunk:
        if (
            entry.part in "dha"
            or entry.tag == "another"
            or (entry.part == "p" and entry.words in self.lexicon.range_openers)
        ):
            opened = self.numbers.opens_range(at, end)
            counts = entry.part == "d" or self._may_count(at + opened if opened else last, end)
            number = self._number(at, end) if counts else None
            return number or Chunk(self._plain(entry), at, last, entry)
        if entry.part == "M":
            return self._month(at, end)
        if entry.part == "u":
            return Chunk("T", at, last, entry)
        if entry.tag == "weekday" and self._is_small(at):
            return Chunk("w", at, last)
        return Chunk(entry.part, at, last, entry)

    def _may_count(self, at: int, end: int) -> bool:
        """Whether a number can begin here, after a hedge or an article: most "over" and "a" come before none."""
        if at >= end:
            return False
        word = self.words[at]
        return word[0].isdigit() or word in self.lexicon.counting or word in self.lexicon.one

    @staticmethod
    def _plain(entry: Entry) -> str:
        """What a hedge or number word is when no number follows: "over the town", "a man"."""
        if entry.part == "h":
            return "p"
        return "w" if entry.part == "d" else entry.part

    def _number(self, at: int, end: int) -> Chunk | None:
        count = self.numbers.read(at, end)
        if count is None:
            return None
        part, last = self._decoy(count, end)
        return Chunk(part, at, last, count=count if part == "N" else None)

    def _decoy(self, count: Count, end: int) -> tuple[str, int]:
        """What the number really is: N a count, T a time, O anything else that is no figure; and where it ends."""
        at, last = count.first, count.last
        before = self.words[at - 1] if at else ""
        following, after = self._entry(last, end) if last < end else (None, last)
        word = self.words[count.last - 1]
        if following is not None and following.part == "M" and not self._is_small(last):
            return "T", self._after_month(last + 1, end)
        glued = bool(self.lexicon.prefixes)  # "18 במארס"
        if following is not None and (following.part == "f" or (glued and following.part == "p")) and after < end:
            month = self.lexicon.singles.get(self.words[after])  # "24 de febrero de 2022"
            if month is not None and month.part == "M" and count.value <= _LONGEST_MONTH:
                return "T", self._after_month(after + 1, end)
        if before in self.lexicon.ordinal_leads and self.words[last : last + 1] == ["."]:
            return self._ordinal(last, end)
        if following is not None and following.part == "u" and before in self.lexicon.age_of:
            return "O", after  # "un niño de 12 años"
        if ":" in word or (following is not None and following.part == "u"):
            return "T", after if following is not None and following.part == "u" else last
        if self._is_year(count, before, following):
            return "T", last
        if before in {"#", "$", "€", "£"} or (
            following is not None and following.part in "U$" and following.what is None
        ):
            return "O", after if following is not None and following.part in "U$" else last
        if self._is_label(at, before) or "/" in word or before in self.lexicon.age_leads or self._is_score(count):
            return "O", last
        return "N", last

    def _ordinal(self, stop: int, end: int) -> tuple[str, int]:
        """ "am 24. Februar 2022" is a date, "die 3. Brigade" a name."""
        month = self.lexicon.singles.get(self.words[stop + 1]) if stop + 1 < end else None
        if month is not None and month.part == "M":
            return "T", self._after_month(stop + 2, end)
        return "O", stop + 1

    def _is_year(self, count: Count, before: str, following: Entry | None) -> bool:
        word = self.words[count.first]
        if count.last != count.first + 1 or len(word) != 4 or not word.isdecimal() or int(word) not in _YEARS:
            return False
        definite = self.lexicon.singles.get(before)
        if definite is not None and definite.part == "t":  # "the 2014 deaths"
            return True
        return before in self.lexicon.year_leads or following is None or following.part not in "PEVDJF"

    def _is_of(self, at: int) -> bool:
        entry = self.lexicon.singles.get(self.words[at])
        return entry is not None and entry.part == "f"

    def _is_score(self, count: Count) -> bool:
        """ "won 3-2": two numbers glued by a dash that are no range."""
        for dash, other in ((count.last, count.last + 1), (count.first - 1, count.first - 2)):
            if 0 <= other < len(self.words) and self.words[dash] in "-–" and self.words[other][0].isdigit():
                first, last = min(dash, other), max(dash, other)
                if self.tokens.ends[first] == self.tokens.starts[last]:
                    return True
        return False

    def _is_label(self, at: int, before: str) -> bool:
        """ "No. 4", "Article 5", "Highway 20": the number is a name."""
        if before == "." and at > 1 and self.words[at - 2] in {"no", "nos", "art"}:
            return True
        return before in self.lexicon.labels and self.tokens.named(at - 1)

    def _is_small(self, at: int) -> bool:
        """Whether a month or weekday is written as no month is in this language: "may", "march"."""
        return self.lexicon.capital_dates and not self.tokens.capital(at)

    def _month(self, at: int, end: int) -> Chunk:
        if self._is_small(at):
            return Chunk("w", at, at + 1)
        return Chunk("T", at, self._after_month(at + 1, end))

    def _after_month(self, at: int, end: int) -> int:
        """Past the day and year of a date: "Dec. 15", "November 13, 2023", "Nov 3"."""
        words = self.words
        if at < end and words[at] == "." and self.tokens.starts[at] == self.tokens.ends[at - 1] and at + 1 < end:
            at += 1
        if at < end and words[at].rstrip("stndrh").isdigit() and len(words[at].rstrip("stndrh")) <= 2:
            at += 1
        comma = at < end and (words[at] == "," or self._is_of(at))
        year = at + comma
        if year < end and len(words[year]) == 4 and words[year].isdecimal() and int(words[year]) in _YEARS:
            return year + 1
        return at
