"""JSON too large to hold: objects and arrays walked member by member, each value read by itself."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

_IN_NUMBERS = frozenset(("", *".eE+-0123456789"))

CHUNK = 1 << 20  # bytes read at a time


class BrokenJSONError(Exception):
    """The text is no JSON, breaks off, or holds a value larger than the reader takes."""


class JSONStream:
    """A place in a JSON text; what was passed is forgotten."""

    def __init__(self, stream: BinaryIO, first: bytes = b"") -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._text = self._decoder.decode(first)
        self._at = 0
        self._ended = False
        self._values = json.JSONDecoder()

    def peek(self) -> str:
        """The next character that is no space; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._more()

    def members(self, largest: int) -> Iterator[str]:
        """The keys of the object that begins here; the caller takes each key's value before it asks for the next."""
        for _ in self._between("{", "}"):
            key = self.value(largest)
            if not isinstance(key, str):
                raise BrokenJSONError("a key is no string")
            self._take(":")
            yield key

    def elements(self) -> Iterator[None]:
        """Once for each value of the array that begins here; the caller takes it before it asks for the next."""
        yield from self._between("[", "]")

    def value(self, largest: int) -> Any:
        """The next value, whole; BrokenJSONError where it takes more than so many letters."""
        self.peek()
        while True:
            last = self._ended or len(self._text) - self._at > largest
            try:
                found, end = self._values.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if last or isinstance(error, RecursionError):
                    raise BrokenJSONError(_said(error, ended=self._ended)) from error
            else:
                # The end of what is there may cut a number in two.
                if last or self._text[end : end + 1] not in _IN_NUMBERS:
                    self._at = end
                    return found
            self._more()

    def _between(self, opening: str, closing: str) -> Iterator[None]:
        self._take(opening)
        if self.peek() == closing:
            self._take(closing)
            return
        while True:
            yield
            if self.peek() != ",":
                break
            self._take(",")
        self._take(closing)

    def _take(self, wanted: str) -> None:
        if (found := self.peek()) != wanted:
            raise BrokenJSONError(f"{wanted!r} is missing before {found!r}" if found else "it breaks off")
        self._at += 1

    def _more(self) -> None:
        """Twice as much each time a value is not yet whole, so that a large one is looked at a few times only."""
        left = len(self._text) - self._at
        read = self._stream.read(max(CHUNK, left))
        self._ended = not read
        self._text = self._text[self._at :] + self._decoder.decode(read, final=self._ended)
        self._at = 0


def _said(error: Exception, *, ended: bool) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    return f"it breaks off or is no JSON ({error})" if ended else f"a value is too large or no JSON ({error})"
