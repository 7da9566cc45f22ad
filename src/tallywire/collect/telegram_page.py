"""Saved preview pages of public Telegram channels (`t.me/s/CHANNEL`): each message a capture, at its own address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.dates import moment
from tallywire.collect.depth import shallow
from tallywire.collect.telegram import Message, Piece, Stretch, capture, pieces

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HOME = "https://t.me/"

# A page that quotes or shows a message has the message's class too, but not the frame's.
_FRAME = ".tgme_channel_history, body.widget_frame_base"
_MESSAGE = ".tgme_widget_message[data-post]"
_POST = re.compile(r"([A-Za-z0-9_]{3,40})/(\d{1,12})")
_BLOCKS = frozenset({"div", "p", "blockquote", "pre"})
_LINE_END = re.compile(r"[\r\n]+")  # of the markup; the text's own stand as <br>
_SPACE = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")


@dataclass(frozen=True, slots=True)
class _Post:
    """A message as the page has it: its channel's name in addresses, its number, and what it says, if anything."""

    channel: str
    number: int
    message: Message | None


def may_be_page(content: bytes) -> bool:
    """Whether it is worth parsing: a look that costs nothing."""
    return b"tgme_widget_message" in content and b"data-post" in content


def captures(html: str, where: str, fetched: str, url: str | None = None) -> Iterator[Capture | SourceError] | None:
    """The messages of a page, in order; None where the page is none of Telegram's. `url` is the page's, if known."""
    tree = LexborHTMLParser(shallow(html).html)
    if tree.css_first(_FRAME) is None or tree.css_first(_MESSAGE) is None:
        return None
    return _captures(tree, where, fetched, whole=not _is_search(tree, url))


def _captures(tree: LexborHTMLParser, where: str, fetched: str, *, whole: bool) -> Iterator[Capture | SourceError]:
    posts = [post for node in tree.css(_MESSAGE) if (post := _post(tree, node))]
    stretches: dict[str, Stretch] = {}
    found: list[Capture] = []
    for post in posts:
        stretch = stretches.setdefault(post.channel, Stretch(f"{HOME}{post.channel}/"))
        stretch.meet(post.number, words=post.message is not None)
        if post.message is not None:
            found.append(capture(post.message, f"{stretch.prefix}{post.number}", fetched))
    if not found:
        message = f"only messages without words: {len(posts)}"
        yield SourceError("no_words", message, where=where, remedy="nothing to read")
        return
    yield from found[:-1]
    passed = sum(stretch.passed for stretch in stretches.values())
    # Pages are of one channel. On a search's results the messages between two of them are not shown.
    one = next(iter(stretches.values())) if len(stretches) == 1 and whole else None
    yield replace(found[-1], passed=passed, extent=one.extent() if one else None)


def _is_search(tree: LexborHTMLParser, url: str | None) -> bool:
    field = tree.css_first('input[name="q"]')
    links = tree.css('link[rel="canonical"], link[rel="prev"], link[rel="next"], a.tme_messages_more')
    addresses = [url, *(link.attributes.get("href") for link in links)]
    asked = field is not None and bool(field.attributes.get("value"))
    return asked or any("q" in parse_qs(urlsplit(address).query) for address in addresses if address)


def _post(tree: LexborHTMLParser, node: LexborNode) -> _Post | None:
    found = _POST.fullmatch(node.attributes.get("data-post") or "")
    if not found:
        return None
    channel, number = found[1], int(found[2])
    said = pieces(_said(node))
    if not said or "service_message" in (node.attributes.get("class") or "").split():
        return _Post(channel, number, None)
    name, forwarded = _forwarded(node)
    time = node.css_first(".tgme_widget_message_date time[datetime]") or node.css_first("time.time[datetime]")
    message = Message(
        outlet=_outlet(tree, node) or f"@{channel}",
        url=f"{HOME}{channel}/{number}",
        published=moment(time.attributes.get("datetime") or "") if time else None,
        modified=None,
        edited=_is_edited(node),
        forwarded=forwarded,
        forwarded_from=name,
        pieces=said,
    )
    return _Post(channel, number, message)


def _outlet(tree: LexborHTMLParser, node: LexborNode) -> str | None:
    """The channel's name. In a group, whose messages can be shown alone, the writer's stands in another class."""
    owner = node.css_first(".tgme_widget_message_owner_name") or tree.css_first(".tgme_channel_info_header_title")
    return " ".join(owner.text(deep=True).split()) or None if owner else None


def _forwarded(node: LexborNode) -> tuple[str | None, bool]:
    """Whose message was passed on: a channel's links to the message, a person's does not."""
    name = node.css_first(".tgme_widget_message_forwarded_from_name")
    if name is None:
        return None, False
    address = urlsplit(name.attributes.get("href") or "")
    is_channel = _POST.fullmatch(address.path.strip("/").removeprefix("c/")) is not None
    return (" ".join(name.text(deep=True).split()) or None) if is_channel else None, True


def _is_edited(node: LexborNode) -> bool:
    """Whether a word of its own stands beside the time: "edited"."""
    meta = node.css_first(".tgme_widget_message_meta")
    return meta is not None and any(letter.isalpha() for letter in meta.text(deep=False))


def _said(node: LexborNode) -> list[Piece]:
    """What is answered, what is said, what is asked in a poll; what is shown of a linked page is that page's to say."""
    said = [Piece("embed", _text(reply)) for reply in node.css(".js-message_reply_text")[:1]]
    said += [piece for text in _outermost(node, "js-message_text") for piece in _own(text)]
    said += [Piece("body", "\n" + _text(poll)) for poll in node.css(".tgme_widget_message_poll_question")]
    return said


def _outermost(node: LexborNode, name: str) -> list[LexborNode]:
    """The elements of a class that stand in no other of it: Telegram wraps a text twice."""
    found = node.css(f".{name}")
    return [one for one in found if not any(name in _classes(above) for above in _above(one, node))]


def _above(node: LexborNode, end: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None and above != end:
        yield above
        above = above.parent


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _own(text: LexborNode) -> Iterator[Piece]:
    """The channel's words, with those it sets apart as a quotation."""
    said: list[Piece] = []
    for words, quoted in _walk(text):
        kind: Literal["body", "embed"] = "embed" if quoted else "body"
        if said and said[-1].kind == kind:
            said[-1] = Piece(kind, said[-1].text + words)
        else:
            said.append(Piece(kind, words))
    for piece in said:
        yield Piece(piece.kind, _tidy(piece.text))


def _text(node: LexborNode) -> str:
    return _tidy("".join(words for words, _ in _walk(node)))


def _tidy(text: str) -> str:
    return _AROUND_BREAK.sub("\n", _SPACE.sub(" ", text)).strip()


def _walk(root: LexborNode) -> Iterator[tuple[str, bool]]:
    """The words below an element in order, line breaks as such, and whether each stands in a quotation."""
    waiting: list[tuple[LexborNode | str, bool]] = [(root, False)]
    while waiting:
        entry, quoted = waiting.pop()
        if isinstance(entry, str):
            yield entry, quoted
        elif entry.tag == "-text":
            yield _LINE_END.sub(" ", entry.text_content or ""), quoted
        elif entry.tag == "br":
            yield "\n", quoted
        else:
            inside = quoted or entry.tag == "blockquote"
            around = "\n" if entry.tag in _BLOCKS and entry is not root else ""
            waiting.append((around, quoted))
            waiting += [(child, inside) for child in reversed(list(entry.iter(include_text=True)))]
            yield around, quoted
