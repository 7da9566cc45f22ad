"""A page of HTML to its article: a text made of its blocks, a segment for each, and what the page says of itself."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tallywire.claims.article import Article, Note, Post, Segment
from tallywire.collect.depth import LEVELS, shallow
from tallywire.collect.metadata import metadata, with_headline, with_visible
from tallywire.collect.outline import Outline, outline
from tallywire.collect.posts import Found, posts, shown
from tallywire.collect.walk import Block
from tallywire.collect.zones import judge

FEW_LETTERS = 200  # a page with fewer and with scripts is filled in by them
BULLET = "• "  # list items lose their mark with the markup; readers and rules need it


def page(html: str, url: str | None = None) -> Article:
    """The article of a page; `url` is where it came from, when that is known. Its id is left to the caller."""
    cut = shallow(html)
    tree = LexborHTMLParser(cut.html)
    said = metadata(tree, url)
    notes = []
    if cut.cut:
        message = f"{cut.cut} tags nested deeper than {LEVELS} levels were left out; their text was kept"
        notes.append(Note("warning", "nested_too_deep", message))
    found = outline(tree.body) if tree.body is not None else Outline([], [], [])
    judge(found, said)
    headline = next((block.line.words for block in found.blocks if block.line.kind == "headline"), None)
    said = with_visible(with_headline(said, headline), *shown(found))
    text, segments = _assembled(found.blocks)
    if not any(segment.kind == "body" for segment in segments):
        notes.append(_no_body(html, text))
    return Article(
        id="",
        text=text,
        segments=segments,
        title=said.title,
        url=said.url,
        lang=said.lang,
        outlet=said.outlet,
        authors=said.authors,
        published=said.published,
        modified=said.modified,
        amp=said.amp,
        posts=_placed(posts(found, said.published, said.updates), segments),
        stated=said.stated,
        notes=tuple(notes),
    )


def _no_body(html: str, text: str) -> Note:
    scripts = html.casefold().count("<script")
    if scripts and len(text) < FEW_LETTERS:
        says = f"the page holds {scripts} scripts and hardly a word; save it from a browser once it has loaded"
        return Note("warning", "only_scripts", says)
    return Note("warning", "no_body", "no paragraph of text was found in the page")


def _placed(found: list[Found], segments: tuple[Segment, ...]) -> tuple[Post, ...]:
    """Posts as stretches of the text: each block became a segment."""
    return tuple(
        Post(
            post.kind,
            segments[post.first].start,
            segments[post.end - 1].end,
            post.author,
            post.published,
            post.likes,
            post.reply_to,
        )
        for post in found
    )


def _assembled(blocks: list[Block]) -> tuple[str, tuple[Segment, ...]]:
    pieces: list[str] = []
    segments: list[Segment] = []
    at = 0
    before: Block | None = None
    for block in blocks:
        kind = block.line.kind or "boilerplate"
        words = BULLET + block.line.words if block.tag == "li" and kind == "body" else block.line.words
        gap = _gap(before, block)
        at += len(gap)
        segments.append(Segment(kind, at, at + len(words)))
        pieces += (gap, words)
        at += len(words)
        before = block
    return "".join(pieces), tuple(segments)


def _gap(before: Block | None, block: Block) -> str:
    """Rows and items stay together; everything else is parted by a blank line."""
    if before is None:
        return ""
    return (
        "\n"
        if block.tag == before.tag and block.tag in {"li", "tr"} and block.line.kind == before.line.kind
        else "\n\n"
    )


def body(article: Article) -> str:
    """The text of the article alone: paragraphs, lists and tables with their sub-headings, joined by blank lines."""
    return "\n\n".join(paragraphs(article))


def paragraphs(article: Article) -> list[str]:
    """The paragraphs of the article in order, sub-headings among them; the headline itself is not one."""
    starts = [segment.start for segment in article.segments if segment.kind in {"body", "table"}]
    if not starts:
        return []
    first, last = starts[0], starts[-1]
    return [
        article.text[segment.start : segment.end]
        for segment in article.segments
        if segment.kind in {"body", "table"} or (segment.kind == "headline" and first < segment.start < last)
    ]
