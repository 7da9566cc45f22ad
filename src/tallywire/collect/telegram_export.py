"""Telegram Desktop's JSON export (`result.json`), of one chat or of all: each message of a channel or group a capture.

Who wrote in a group is not kept, and private chats are passed over. The file is read piece by piece, whatever its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, BinaryIO

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.dates import moment
from tallywire.collect.json_stream import BrokenJSONError, JSONStream
from tallywire.collect.telegram import Message, Piece, Stretch, capture, pieces

CHANNELS = frozenset({"public_channel", "private_channel"})
GROUPS = frozenset({"private_group", "private_supergroup", "public_supergroup", "public_group"})
PRIVATE = frozenset({"personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes"})
# A message has at most 4,096 letters; with its formatting and reactions a few times that.
LARGEST_MESSAGE = 4 << 20
LARGEST_PART = 16 << 20  # letters of what is passed over whole: contacts, sessions
SNIFFED = 4096

_KIND = re.compile(rb'"type"\s*:\s*"(?:%s)"' % "|".join(sorted(CHANNELS | GROUPS | PRIVATE)).encode())
_MESSAGES = re.compile(rb'"messages"\s*:\s*\[')
_WHOLE = re.compile(rb'\s*\{\s*"about"\s*:\s*"')


@dataclass(slots=True)
class _Chat:
    """A chat as far as it has been read."""

    name: str | None = None
    kind: str | None = None
    id: int | None = None
    senders: set[str] = field(default_factory=set)

    @property
    def is_channel(self) -> bool:
        return self.kind in CHANNELS

    @property
    def read_whole(self) -> bool:
        """Whether nothing between its first and last message is missing: an export may hold only one's own messages."""
        return self.is_channel or len(self.senders) > 1


def is_export(head: bytes) -> bool:
    """Whether a file begins as an export does: a chat of a kind that Telegram has, or a note on everything exported."""
    first = head[:SNIFFED].removeprefix(b"\xef\xbb\xbf")
    return bool((_KIND.search(first) and _MESSAGES.search(first)) or _WHOLE.match(first))


def is_html_export(content: bytes) -> bool:
    """Whether a page is Telegram Desktop's export as HTML, in which messages and their writers cannot be told apart."""
    return b'class="page_wrap"' in content and b'class="message default clearfix' in content


def captures(stream: BinaryIO, first: bytes, where: str, fetched: str) -> Iterator[Capture | SourceError]:
    """The messages of an export in order, an error in the place of what cannot be read; `first` was already taken."""
    export = _Export(JSONStream(stream, first), where, fetched)
    try:
        yield from export.read()
    except BrokenJSONError as error:
        message = f"the export cannot be read on (messages met before: {export.met}): {error}"
        yield SourceError("broken_export", message, where=where, remedy="export it again; what stands before is read")


class _Export:
    """An export under way."""

    def __init__(self, text: JSONStream, where: str, fetched: str) -> None:
        self.text, self.where, self.fetched = text, where, fetched
        self.met = self.chats = self.private = 0

    def read(self) -> Iterator[Capture | SourceError]:
        yield from self._chat(root=True)
        if self.private:
            message = f"private chats passed over: {self.private}"
            yield SourceError("private_chats", message, where=self.where, remedy="channels and groups are read")
        if not self.chats:
            remedy = "a data set is read with --series; article records stand one a line in a .jsonl file"
            yield SourceError("data_set", "JSON, but no chat of Telegram's", where=self.where, remedy=remedy)

    def _chat(self, *, root: bool = False) -> Iterator[Capture | SourceError]:
        chat = _Chat()
        for key in self.text.members(LARGEST_PART):
            if key == "messages" and self.text.peek() == "[":
                yield from self._messages(chat)
            elif root and key in {"chats", "left_chats"} and self.text.peek() == "{":
                yield from self._list()
            else:
                _learn(chat, key, self.text.value(LARGEST_PART))

    def _list(self) -> Iterator[Capture | SourceError]:
        for key in self.text.members(LARGEST_PART):
            if key == "list" and self.text.peek() == "[":
                for _ in self.text.elements():
                    yield from self._chat()
            else:
                self.text.value(LARGEST_PART)

    def _messages(self, chat: _Chat) -> Iterator[Capture | SourceError]:
        self.chats += 1
        self.private += chat.kind in PRIVATE
        if chat.kind not in CHANNELS | GROUPS or chat.id is None:
            if chat.kind not in PRIVATE:
                yield self._unknown(chat)
            for _ in self.text.elements():
                self.text.value(LARGEST_MESSAGE)
            return
        stretch = Stretch(f"https://t.me/c/{chat.id}/")
        last: Capture | None = None
        try:
            for _ in self.text.elements():
                found = self._message(self.text.value(LARGEST_MESSAGE), chat, stretch)
                if last is not None and found is not None:
                    yield last
                last = found or last
        except BrokenJSONError:
            if last is not None:
                yield last
            raise
        if last is not None:
            yield replace(last, passed=stretch.passed, extent=stretch.extent() if chat.read_whole else None)
        else:
            message = f"only messages without words in {chat.name or 'a chat'}: {stretch.passed}"
            yield SourceError("no_words", message, where=self.where, remedy="nothing to read")

    def _unknown(self, chat: _Chat) -> SourceError:
        if chat.kind is None or chat.id is None:
            message = f"the messages of {chat.name or 'a chat'} stand before its kind and number"
            return SourceError("no_kind", message, where=self.where, remedy="export it again with Telegram Desktop")
        message = f"{chat.name or 'a chat'} is a {chat.kind}, which is not known"
        return SourceError("no_kind", message, where=self.where, remedy="channels and groups are read")

    def _message(self, raw: Any, chat: _Chat, stretch: Stretch) -> Capture | None:
        number = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(number, int) or isinstance(number, bool):
            stretch.passed += 1
            return None
        self.met += 1
        if len(chat.senders) < 2 and isinstance(raw.get("from_id"), str):
            chat.senders.add(raw["from_id"])
        said = pieces(list(_said(raw))) if raw.get("type") == "message" else ()
        stretch.meet(number, words=bool(said))
        return capture(_read(raw, chat, said, stretch), f"{stretch.prefix}{number}", self.fetched) if said else None


def _learn(chat: _Chat, key: str, value: Any) -> None:
    if key == "name" and isinstance(value, str):
        chat.name = value.strip() or None
    elif key == "type" and isinstance(value, str):
        chat.kind = value
    elif key == "id" and isinstance(value, int):
        chat.id = value


def _read(raw: dict[str, Any], chat: _Chat, said: tuple[Piece, ...], stretch: Stretch) -> Message:
    forwarded = any(raw.get(key) is not None for key in ("forwarded_from", "forwarded_from_id"))
    return Message(
        outlet=chat.name,
        url=None if chat.kind == "private_group" else f"{stretch.prefix}{raw['id']}",
        published=_time(raw, "date"),
        modified=_time(raw, "edited"),
        edited="edited" in raw or "edited_unixtime" in raw,
        forwarded=forwarded,
        forwarded_from=_channel(raw, chat),
        pieces=said,
    )


def _channel(raw: dict[str, Any], chat: _Chat) -> str | None:
    """Whose message was passed on, if a channel's. Older exports give a name alone; in a channel it is public."""
    name, id = raw.get("forwarded_from"), raw.get("forwarded_from_id")
    known = id.startswith("channel") if isinstance(id, str) else chat.is_channel
    return name.strip() or None if known and isinstance(name, str) else None


def _time(raw: dict[str, Any], key: str) -> str | None:
    """A moment; older exports have only the local time of whoever made them, of which the day is kept."""
    try:
        return datetime.fromtimestamp(int(raw[f"{key}_unixtime"]), UTC).isoformat()
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        said = raw.get(key)
        return moment(said) if isinstance(said, str) else None


def _said(raw: dict[str, Any]) -> Iterator[Piece]:
    """The text, whole or in formatted parts; a quotation set apart is not the channel's own. Then a poll's question."""
    text = raw.get("text") or raw.get("text_entities") or ""
    for part in text if isinstance(text, list) else [text]:
        if isinstance(part, str):
            yield Piece("body", part)
        elif isinstance(part, dict) and isinstance(part.get("text"), str):
            yield Piece("embed" if part.get("type") == "blockquote" else "body", part["text"])
    poll = raw.get("poll")
    if isinstance(poll, dict) and isinstance(poll.get("question"), str):
        yield Piece("body", f"\n{poll['question']}")
