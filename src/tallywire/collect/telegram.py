"""One message of a Telegram channel or group: what it says, as a capture of its own, and its article.

View counts, reactions and who wrote in a group are no part of it: a message that was read twice is the same bytes, and
nobody who is no publisher is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from tallywire.claims.article import Article, Capture, Extent, Note, Segment, SegmentKind
from tallywire.collect.lines import Line, line_of, read_cues


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a message: the channel's own, or those it quotes or answers."""

    kind: Literal["body", "embed"]
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a message says. `forwarded_from` is a channel; None with `forwarded` where it is no channel, or not told."""

    outlet: str | None
    url: str | None
    published: str | None
    modified: str | None
    edited: bool
    forwarded: bool
    forwarded_from: str | None
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Stretch:
    """The messages that were met of a channel: which numbers have words, and how many were passed over."""

    prefix: str
    numbers: list[int] = field(default_factory=list)
    runs: list[tuple[int, int]] = field(default_factory=list)
    passed: int = 0

    def meet(self, number: int, *, words: bool) -> None:
        """Count a message in; one without words, or a service message, is passed over."""
        self.numbers = [min(self.numbers[0], number), max(self.numbers[1], number)] if self.numbers else [number] * 2
        if not words:
            self.passed += 1
        elif self.runs and number == self.runs[-1][1] + 1:
            self.runs[-1] = (self.runs[-1][0], number)
        else:
            self.runs.append((number, number))

    def extent(self) -> Extent | None:
        """The stretch as read whole; None where there was nothing."""
        return Extent(self.prefix, self.numbers[0], self.numbers[1], tuple(sorted(self.runs))) if self.numbers else None


def capture(message: Message, address: str, fetched: str) -> Capture:
    """The message as a capture."""
    content = msgspec.json.encode(message)
    return Capture(address, "message", content, hashlib.sha256(content).hexdigest(), fetched)


def pieces(said: list[Piece]) -> tuple[Piece, ...]:
    """The pieces with words in them, neighbours of one kind joined."""
    joined: list[Piece] = []
    for piece in said:
        if joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    trimmed = (Piece(piece.kind, piece.text.strip()) for piece in joined)
    return tuple(piece for piece in trimmed if piece.text)


def article(captured: Capture) -> Article:
    """The article of a message; line breaks are kept as they were set."""
    message = msgspec.json.decode(captured.content, type=Message)
    text = "\n\n".join(piece.text for piece in message.pieces)
    return Article(
        id=captured.address,
        text=text,
        segments=tuple(_segments(message.pieces)),
        url=message.url,
        outlet=message.outlet,
        published=message.published,
        modified=message.modified,
        via=(message.forwarded_from,) if message.forwarded_from else (),
        notes=tuple(_notes(message)),
    )


def _segments(said: tuple[Piece, ...]) -> Iterator[Segment]:
    at = 0
    for piece in said:
        yield from _paragraphs(piece, at)
        at += len(piece.text) + 2


def _paragraphs(piece: Piece, at: int) -> Iterator[Segment]:
    """A segment for each line with words; a line such as "Subscribe to our channel" is no part of what is said."""
    spans: list[tuple[int, Line]] = []
    for said in piece.text.split("\n"):
        if words := said.strip():
            spans.append((at + said.index(words[0]), line_of(words)))
        at += len(said) + 1
    read_cues([line for _, line in spans])
    for start, line in spans:
        kind: SegmentKind = piece.kind
        if kind == "body" and line.part in {"boilerplate", "related"}:
            kind = "boilerplate" if line.part == "boilerplate" else "related"
        yield Segment(kind, start, start + len(line.words))


def _notes(message: Message) -> Iterator[Note]:
    if message.edited and message.modified is None:
        yield Note("info", "edited", "the channel marks this message as edited, without saying when")
    if message.forwarded and message.forwarded_from is None:
        yield Note("info", "forwarded", "forwarded from an account that is no channel, or that is not told")
