"""Trains the scorer of rival readings: which word of harm a number belongs to where several stand about it.

A conditional logit model: of the readings of one number the right ones share the probability that the exponentials of
their scores give them, and the weights climb the likelihood of our own marked sentences, held down by a penalty on
their squares. A few hundred numbers, a few dozen weights; the same file gives the same weights.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tallywire.claims.article import Article, Segment
from tallywire.extract.document import context_of
from tallywire.extract.draft import Draft
from tallywire.extract.propose import choices, drafts
from tallywire.extract.rivals import features
from tallywire.extract.shape import Proposal

ROUNDS = 400
STEP = 0.5
PENALTY = 0.004
FOLDS = 10


@dataclass(frozen=True)
class Row:
    """A sentence with one number marked, and what is right of it: "killed", or "killed combatant"."""

    lang: str
    text: str
    start: int
    kind: str
    what: str | None

    @classmethod
    def parsed(cls, line: str) -> Row:
        """A line of the file: language | sentence with ⟦the number⟧ | kind, and what is counted where that is asked."""
        lang, marked, right = (part.strip() for part in line.split("|"))
        kind, _, what = right.partition(" ")
        return cls(lang, marked.replace("⟦", "").replace("⟧", ""), marked.index("⟦"), kind, what or None)


@dataclass(frozen=True)
class Choice:
    """The readings of one number: their features, and whether each is right."""

    readings: tuple[tuple[tuple[str, ...], bool], ...]


Weights = dict[str, float]


def rows(path: Path) -> list[Row]:
    """The sentences of the file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Row.parsed(line) for line in lines if line.strip() and not line.startswith("#")]


def choice(row: Row) -> Choice:
    """What there is to choose from in a row; one with nothing to choose, or without the right reading, is refused."""
    for sentence_choices in _choices(row):
        sentence = sentence_choices[0][1].sentence
        if sentence.start(sentence_choices[0][0].number) <= row.start < sentence.end(sentence_choices[0][0].number):
            readings = tuple(
                (features(sentence, proposal), read.kind == row.kind and row.what in {None, read.what})
                for proposal, read in sentence_choices
            )
            if len({right for _, right in readings}) == 2:
                return Choice(readings)
    raise ValueError(f"nothing to choose in {row.text!r}: its number needs a right and a wrong reading")


def _choices(row: Row) -> Iterator[list[tuple[Proposal, Draft]]]:
    article = Article("row", row.text, (Segment("body", 0, len(row.text)),), lang=row.lang)
    context = context_of(article, row.lang)
    found: list[Draft] = []
    for sentence in map(context.typed, range(len(context.sentences))):
        yield from choices(sentence, found)
        found.extend(drafts(sentence, found))


def trained(data: Sequence[Choice]) -> Weights:
    """The weights that make the right readings likeliest."""
    weights: defaultdict[str, float] = defaultdict(float)
    for _ in range(ROUNDS):
        slope: defaultdict[str, float] = defaultdict(float)
        for one in data:
            for names, push in _pushes(one, weights):
                for name in names:
                    slope[name] += push
        for name in sorted(slope):
            weights[name] += STEP * (slope[name] / len(data) - PENALTY * weights[name])
    return dict(weights)


def _pushes(one: Choice, weights: Weights) -> Iterator[tuple[tuple[str, ...], float]]:
    """How far each reading should rise or fall: its share among the right ones less its share among all."""
    powers = [math.exp(sum(weights.get(name, 0.0) for name in names)) for names, _ in one.readings]
    every = sum(powers)
    right = sum(power for power, (_, good) in zip(powers, one.readings, strict=True) if good)
    for power, (names, good) in zip(powers, one.readings, strict=True):
        yield names, (power / right if good else 0.0) - power / every


def as_table(weights: Weights) -> str:
    """The weights in hundredths, whole numbers: sums of these come out alike on every machine."""
    whole = {name: round(100 * weight) for name, weight in sorted(weights.items())}
    return "[weights]\n" + "".join(f'"{name}" = {weight}\n' for name, weight in whole.items() if weight)


def chosen_right(one: Choice, weights: Weights) -> bool:
    """Whether the best-scored reading is right."""
    return max(one.readings, key=lambda reading: sum(weights.get(name, 0.0) for name in reading[0]))[1]


def left_out(data: Sequence[Choice]) -> int:
    """How many are chosen right by weights learned from the other nine tenths."""
    good = 0
    for fold in range(FOLDS):
        weights = trained([one for at, one in enumerate(data) if at % FOLDS != fold])
        good += sum(chosen_right(one, weights) for one in data[fold::FOLDS])
    return good
