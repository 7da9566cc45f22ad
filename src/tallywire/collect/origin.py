"""From the text of a page back to its bytes: which bytes of a capture hold the words of a stretch.

The parser tells no places. But the text of an article is that of its page in the page's order, so each stretch is found
again in the page's own text runs: both without white space, character references and markup. The map is exact to the
letter. A stretch whose letters stand nowhere in a row in the source has no bytes: one whose markup the parser had to
put elsewhere, or one of a page whose tags were cut because they were nested too deep.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from html import unescape
from itertools import accumulate

from tallywire.claims.article import Article, Span
from tallywire.collect.decode import decoded
from tallywire.collect.html import BULLET

# Comments, and elements whose text is none of the page's; other tags; character references; letters.
_PIECE = re.compile(
    r"<!--.*?(?:-->|$)|<(?P<mute>script|style|template|svg|noscript|iframe|textarea|select|nav|video|audio)\b"
    r"[^>]*>.*?(?:</(?P=mute)\s*>|$)|<[/!?a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>"
    r"|(?P<reference>&#?\w{1,32};?)|(?P<letter>\S)",
    re.DOTALL | re.IGNORECASE,
)
_JOINED = re.compile(r"\s\|\s")  # what stands between the cells of a row; the page has it not


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the letters of a page stand in its bytes."""

    letters: str  # of the page's text runs, white space left out
    starts: list[int]  # for each letter, the character of the decoded source where it is written
    ends: list[int]
    offsets: list[int]  # for each character of the decoded source, and its end, the byte where it begins

    def bytes_of(self, words: str, after: int = 0) -> tuple[Span, int] | None:
        """The bytes of some words, the first found from a letter on, and the letter after them."""
        wanted = _without_space(words)
        at = self.letters.find(wanted, after) if wanted else -1
        if at < 0:
            return None
        last = at + len(wanted) - 1
        return Span(self.offsets[self.starts[at]], self.offsets[self.ends[last]]), last + 1


def origin(content: bytes) -> Origin:
    """Read where the letters of a page are written; `content` is what was fetched."""
    read = decoded(content)
    letters, starts, ends = [], [], []
    for found in _PIECE.finditer(read.text):
        if found["letter"] or found["reference"]:
            shown = _without_space(unescape(found[0]) if found["reference"] else found[0])
            letters.append(shown)
            starts += [found.start()] * len(shown)
            ends += [found.end()] * len(shown)
    return Origin("".join(letters), starts, ends, _byte_offsets(content, read.text, read.encoding))


def byte_spans(article: Article, content: bytes) -> tuple[Span | None, ...]:
    """For each segment of an article, the bytes that hold it; None where they do not stand in a row."""
    where = origin(content)
    spans: list[Span | None] = []
    after = 0
    for segment in article.segments:
        words = article.text[segment.start : segment.end].removeprefix(BULLET)
        words = _JOINED.sub(" ", words) if segment.kind == "table" else words
        found = where.bytes_of(words, after) or where.bytes_of(words)
        spans.append(found[0] if found else None)
        after = max(after, found[1]) if found else after
    return tuple(spans)


def _without_space(words: str) -> str:
    return "".join(words.split())


def _byte_offsets(content: bytes, text: str, encoding: str) -> list[int]:
    """The byte where each character begins. A byte order mark is one character too few in the text."""
    mark = next((len(bom) for bom in _MARKS if content.startswith(bom)), 0)
    if encoding == "utf-8" and "\ufffd" not in text:
        widths = (
            1 if letter < "\x80" else 2 if letter < "\u0800" else 3 if letter < "\U00010000" else 4 for letter in text
        )
        return list(accumulate(widths, initial=mark))
    reader = codecs.getincrementaldecoder(encoding)("replace")
    offsets: list[int] = []
    begun = mark
    for at in range(mark, len(content)):
        shown = reader.decode(content[at : at + 1], final=at == len(content) - 1)
        if shown:
            offsets += [begun] * len(shown)
            begun = at + 1
    return [*offsets, len(content)]


_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
