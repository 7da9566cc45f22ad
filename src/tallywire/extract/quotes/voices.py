"""Whose voice it is where a sentence does not say: "he" gets a name, words in marks the speaker before them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tallywire.catalog.sayings import Sayings
from tallywire.extract.quotes import speaker
from tallywire.extract.quotes.draft import Draft
from tallywire.extract.quotes.line import Line, Marks, Range
from tallywire.extract.quotes.named import DASHES
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

# Sentences back that "he" may reach.
_MEMORY = 8
# Fewer words in marks, with no verb of saying, are a title or somebody's term.
_WORDS = 4

# A full name has two words.
_FULL = 2
_RESUMING = frozenset({",", ":"})


@dataclass(slots=True)
class Voices:
    """The sentences of a text with its quotation marks."""

    tokens: Tokens
    sentences: list[Sentence]
    firsts: list[int]
    marks: Marks
    lists: Sayings

    def line(self, index: int) -> Line:
        """One sentence for its readers."""
        sentence = self.sentences[index]
        return Line(self.tokens, (sentence.first, sentence.last), self.lists, self.marks)

    def sentence(self, token: int) -> int:
        """The sentence of a token."""
        return bisect_right(self.firsts, token) - 1

    def go_on(self, taken: dict[int, Draft]) -> None:
        """ "“We held,” she said. “Help came.”": the second stretch goes on with the first."""
        words, breaks = self.tokens.words, self.tokens.breaks
        for number, (first, last) in enumerate(self.marks.held):
            before = taken.get(number - 1)
            if before is None or not before.direct or number in taken:
                continue
            opening = self._opening(first)
            index = self.sentence(opening)
            inserted = index == before.sentence and words[opening - 1] in self._resuming()
            follows = index == before.sentence + 1 and self.firsts[index] == opening and opening not in breaks
            if inserted or follows:
                before.parts.append((first, last))
                taken[number] = before

    def _resuming(self) -> frozenset[str]:
        """What stands before a mark that opens again: "“We held,” she said, “and"."""
        return _RESUMING if self.lists.order is None else _RESUMING | DASHES

    def speak_on(self, found: list[Draft]) -> None:
        """ "– We held, – she said. – Help came.": behind a dash that opens a line the rest is hers."""
        breaks, words = self.tokens.breaks, self.tokens.words
        for draft in found:
            if draft.saying is None or not draft.saying.direct:
                continue
            index = draft.sentence + 1
            if index >= len(self.sentences) or words[self.firsts[index]] not in DASHES:
                continue
            spoken = {other.sentence for other in found}
            while index < len(self.sentences) and self.firsts[index] not in breaks and index not in spoken:
                first, last = self.firsts[index], self.sentences[index].last
                if self.sentences[index].item:
                    break
                draft.parts.append((first + (words[first] in DASHES), last))
                index += 1

    def _opening(self, first: int) -> int:
        """The token of the mark before the first word of a quotation."""
        words = self.tokens.words
        return first - 1 - (first > 1 and words[first - 1] == words[first - 2] == "'")

    def unclaimed(self, taken: dict[int, Draft]) -> list[Draft]:
        """Quotations that no verb of saying holds: they open a sentence and fill it."""
        found: list[Draft] = []
        for number, (first, last) in enumerate(self.marks.held):
            opening = self._opening(first)
            index = self.sentence(opening)
            if number in taken or index < 0 or last - first < _WORDS or self.firsts[index] != opening:
                continue
            end = self.sentences[self.sentence(last - 1)].last
            if all(not word[0].isalnum() for word in self.tokens.words[last:end]):
                found.append(Draft([(first, last)], direct=True, sentence=index))
        return found

    def name(self, drafts: list[Draft]) -> None:
        """Give every quote its speaker's name; `drafts` are in the order of the text."""
        for index, draft in enumerate(drafts):
            before = drafts[:index]
            if draft.saying is None:
                carried = self._carried(draft, before)
                if carried is not None:
                    draft.speaker, draft.name = carried.speaker, carried.name
            elif draft.saying.dropped:
                self._drop(draft, before)
            elif draft.speaker is not None:
                draft.name = self._name(draft, draft.speaker, before)

    def _drop(self, draft: Draft, before: list[Draft]) -> None:
        """ "وأضاف أن ...": nobody is named, the speaker of the sentence before goes on, in its paragraph."""
        first = self.sentence(draft.parts[0][0])
        near = [other for other in before if first - 1 <= other.sentence]
        if near and self._is_named(near[-1]) and self.firsts[first] not in self.tokens.breaks:
            draft.speaker, draft.name = near[-1].speaker, near[-1].name

    def _name(self, draft: Draft, words: Range, before: list[Draft]) -> str:
        said = self.tokens.said(*words)
        if words[1] - words[0] > 1:
            return said
        word = self.tokens.words[words[0]]
        if draft.saying is not None and draft.saying.relative and word in self.lists.relatives:
            subject = speaker.antecedent(self.line(draft.sentence), words[0])
            return said if subject is None else self.tokens.said(*subject)
        if word not in self.lists.persons or self.marks.inside(words[0]) is not None:
            return said
        return (self._person if self.lists.order is None else self._person_near)(draft, before) or said

    def _person_near(self, draft: Draft, before: list[Draft]) -> str | None:
        """Whom "he" means where nouns have genders: a full name that spoke in the sentence before, else nobody."""
        first = self.sentence(draft.parts[0][0])
        near = [other for other in before if first - 1 <= other.sentence <= draft.sentence]
        last = near[-1] if near else None
        if last is None or last.name is None or last.speaker is None or not self._is_named(last):
            return None
        return last.name if self._ends_in_full_name(last.name) else None

    def _ends_in_full_name(self, name: str) -> bool:
        """Whether two capitals close a name, no noun that speaks for a body among them; or none at all."""
        words = name.split()
        order = self.lists.order
        if order is None or all(word.lower() == word.upper() for word in words):
            return order is not None and order.no_gender
        heads = order.heads
        named = [word for word in words[-2:] if word.istitle() and word.lower() not in heads | self.lists.determiners]
        return len(named) == _FULL

    def _person(self, draft: Draft, before: list[Draft]) -> str | None:
        """Whom "he" means: the full name that opens the sentence before, else the last speaker with a name."""
        for index in (draft.sentence - 1, draft.sentence):
            if index < 0:
                continue
            line = self.line(index)
            named = speaker.of_sentence(line, line.last)
            if named is not None and self._is_full_name(named):
                return self.tokens.said(*named)
        for other in reversed(before):
            if other.sentence < draft.sentence - _MEMORY:
                break
            if other.name is not None and other.speaker is not None and self._is_named(other):
                return other.name
        return None

    def _is_full_name(self, named: Range) -> bool:
        words = self.tokens.words[named[0] : named[1]]
        capitals = all(self.tokens.capital(at) for at in range(*named) if words[at - named[0]] != ".")
        return len(words) > 1 and capitals and words[0] not in self.lists.determiners

    def _is_named(self, draft: Draft) -> bool:
        """Whether a quote's speaker is somebody whose words can go on: not "reports", not "they"."""
        name = draft.name
        if name is None:
            return False
        folded = name.lower()
        return folded not in self.lists.faceless and folded not in self.lists.persons

    def _carried(self, draft: Draft, before: list[Draft]) -> Draft | None:
        """The quote whose speaker goes on, of the sentence or paragraph before; or of the one who answers."""
        named = [other for other in before[-3:] if self._is_named(other)]
        if not named or not before or named[-1] is not before[-1]:
            return None
        last = before[-1]
        ends = self.sentence(last.parts[-1][1] - 1)
        near = max(last.sentence, ends) >= draft.sentence - 1
        opens_paragraph = self.firsts[draft.sentence] in self.tokens.breaks
        if not near or (opens_paragraph and not last.direct):
            return None
        return self._answering(named) if opens_paragraph else last

    def _answering(self, named: list[Draft]) -> Draft:
        """In a talk, quotation by quotation, a paragraph each, the one before the last speaks again."""
        last = named[-1]
        if (
            len(named) < 2
            or not all(self._fills_paragraph(other) for other in named[-2:])
            or named[-2].name == last.name
        ):
            return last
        return named[-2] if last.sentence - named[-2].sentence <= 2 else last

    def _fills_paragraph(self, draft: Draft) -> bool:
        return draft.direct and self._opening(draft.parts[0][0]) in self.tokens.breaks
