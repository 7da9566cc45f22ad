"""Telegram Desktop's export: which messages it has, what is kept of them, what is passed over, and broken files."""

import io
import json
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

import pytest

from tallywire.claims.article import Article, Capture, Extent
from tallywire.claims.errors import SourceError
from tallywire.collect.articles import article
from tallywire.collect.telegram_export import LARGEST_MESSAGE, captures, is_export
from telegrams import chat, export, message, service

FETCHED = "2022-11-12T00:00:00+00:00"


def found(content: bytes, first: int = 0) -> list[Capture | SourceError]:
    return list(captures(io.BytesIO(content[first:]), content[:first], "result.json", FETCHED))


def told(content: bytes) -> list[str]:
    return [one.address if isinstance(one, Capture) else one.code for one in found(content)]


def one(**fields: Any) -> Article:
    text = fields.pop("text", "12 people were killed.")
    (only,) = found(export(chat([message(7, text, **fields)])))
    assert isinstance(only, Capture)
    return article(only)


def said(read: Article) -> list[tuple[str, str]]:
    return [(segment.kind, read.text[segment.start : segment.end]) for segment in read.segments]


def test_a_message_of_a_channel() -> None:
    read = one(edited="2022-11-11T12:00:00", edited_unixtime="1668162600", author="A. Person")
    assert (read.id, read.url, read.outlet) == (*(("https://t.me/c/1500/7",) * 2), "Kharkiv Desk")
    assert (read.published, read.modified) == ("2022-11-11T09:30:00+00:00", "2022-11-11T10:30:00+00:00")
    assert (read.authors, read.via, read.text) == ((), (), "12 people were killed.")


def test_older_exports_give_the_exporter_s_time_of_which_the_day_is_kept() -> None:
    assert one(date_unixtime=None).published == "2022-11-11"
    assert one(date_unixtime="9" * 30, date=5).published is None


TEXTS: list[tuple[Any, list[tuple[str, str]]]] = [
    ("12 killed\n\n30 hurt", [("body", "12 killed"), ("body", "30 hurt")]),
    (["About ", {"type": "bold", "text": "12"}, " killed"], [("body", "About 12 killed")]),
    ([{"type": "text_link", "text": "12 killed", "href": "https://e.org/99"}], [("body", "12 killed")]),
    (
        ["He wrote: ", {"type": "blockquote", "text": "12 killed"}, " No more."],
        [("body", "He wrote:"), ("embed", "12 killed"), ("body", "No more.")],
    ),
    (["12 ", {"type": "new_kind"}, 5, None, {"type": "x", "text": 7}, "killed"], [("body", "12 killed")]),
]


@pytest.mark.parametrize(("text", "read"), TEXTS)
def test_the_words_of_a_message(text: Any, read: list[tuple[str, str]]) -> None:
    assert said(one(text=text)) == read
    assert (
        said(one(text="", text_entities=text if isinstance(text, list) else [{"type": "plain", "text": text}])) == read
    )


def test_a_caption_and_a_poll_have_words() -> None:
    assert said(one(text="12 killed", photo="photos/a.jpg")) == [("body", "12 killed")]
    assert said(one(text="", poll={"question": "Who counts?", "answers": [{"text": "A", "voters": 12}]})) == [
        ("body", "Who counts?")
    ]


CHANNEL, PERSON = {"forwarded_from": "Front Notes", "forwarded_from_id": "channel9"}, {"forwarded_from": "A. Person"}
FORWARDED = [
    ("public_channel", CHANNEL, ("Front Notes",), []),
    ("public_channel", {**PERSON, "forwarded_from_id": "user9"}, (), ["forwarded"]),
    (
        "public_channel",
        {"forwarded_from": "Front Notes"},
        ("Front Notes",),
        [],
    ),  # an older export: a public channel said so
    ("public_supergroup", CHANNEL, ("Front Notes",), []),
    ("public_supergroup", PERSON, (), ["forwarded"]),
    ("public_channel", {"forwarded_from": None}, (), []),
]


@pytest.mark.parametrize(("kind", "fields", "via", "notes"), FORWARDED)
def test_who_passed_it_on_if_a_channel(
    kind: str, fields: dict[str, Any], via: tuple[str, ...], notes: list[str]
) -> None:
    (only,) = found(export(chat([message(7, "12 killed", **fields)], type=kind)))
    assert isinstance(only, Capture)
    assert (article(only).via, [note.code for note in article(only).notes]) == (via, notes)


def test_who_writes_in_a_group_is_not_kept() -> None:
    people = [message(n, "12 killed", **{"from": f"Person {n}", "from_id": f"user{n}"}) for n in (1, 2)]
    read = found(export(chat(people, type="private_supergroup", name="Neighbours")))
    for one_ in read:
        assert isinstance(one_, Capture)
        assert "Person" not in repr(one_) + repr(article(one_))
        assert article(one_).outlet == "Neighbours"


MIXED: list[Any] = [
    message(1, "12 killed"),
    service(2),
    message(3, ""),
    message(4, "3 hurt"),
    message(5, "4 hurt"),
    "no message",
    {},
]


def test_what_has_no_words_is_counted_and_the_stretch_is_known() -> None:
    *before, last = found(export(chat(MIXED)))
    assert isinstance(last, Capture)
    assert (last.passed, last.extent) == (4, Extent("https://t.me/c/1500/", 1, 5, ((1, 1), (4, 5))))
    assert [one_.extent for one_ in before if isinstance(one_, Capture)] == [None, None]


SENDERS = [
    ("public_channel", ["channel1500"], True),
    ("public_supergroup", ["user1", "user2"], True),
    ("private_group", ["user1"], False),
]


@pytest.mark.parametrize(("kind", "senders", "whole"), SENDERS)
def test_an_export_of_one_s_own_messages_in_a_group_is_no_whole_stretch(
    kind: str, senders: list[str], whole: bool
) -> None:
    messages = [message(at, "12 killed", from_id=sender) for at, sender in enumerate(senders * 2)]
    last = found(export(chat(messages, type=kind)))[-1]
    assert isinstance(last, Capture)
    assert (last.extent is not None) is whole


def test_of_an_export_of_everything_channels_and_groups_are_read_and_private_chats_passed_over() -> None:
    whole = export(
        chat([message(1, "My secret.")], type="personal_chat", name="A. Person"),
        chat([message(1, "12 killed")]),
        chat([message(1, "My note.")], type="saved_messages"),
        chat([message(8, "3 hurt", from_id="user1")], id=1600, name="Town", type="public_supergroup"),
        chat([message(8, "3 hurt")], id=1700, type="hologram"),
        chat([service(1), service(2)], id=1800),
    )
    assert told(whole) == ["https://t.me/c/1500/1", "https://t.me/c/1600/8", "no_kind", "no_words", "private_chats"]
    (private,) = (one_ for one_ in found(whole) if isinstance(one_, SourceError) and one_.code == "private_chats")
    assert private.message == "private chats passed over: 2"


def test_counts_that_grow_make_no_other_message() -> None:
    first, again = (found(export(chat([message(7, "12 killed", reactions=[{"count": n}])])))[0] for n in (1, 9))
    assert isinstance(first, Capture)
    assert isinstance(again, Capture)
    assert first.sha256 == again.sha256


GOOD = export(chat([message(1, "12 killed"), message(2, "3 hurt")]))
A, B = "https://t.me/c/1500/1", "https://t.me/c/1500/2"
DEEP = json.dumps(message(2, "x")).replace('"x"', "[" * 100_000)
BROKEN = [
    (GOOD[: GOOD.index(b"3 hurt")], [A, "broken_export"]),
    (GOOD.replace(b'"id": 2', b'"id" 2'), [A, "broken_export"]),
    (GOOD.rstrip(b" \n]}"), [A, "broken_export"]),
    (GOOD[:-1], [A, B, "broken_export"]),
    (GOOD.replace(b'"3 hurt"', b'"\xff\xfe 3 hurt"'), [A, B]),
    (b'{"type": "public_channel", "id": 1500, "messages": [' + DEEP.encode(), ["broken_export"]),
    (
        b'{"type": "public_channel", "id": 1500, "messages": [{"id": 1, "text": "' + b"x" * (3 * LARGEST_MESSAGE),
        ["broken_export"],
    ),
    (b'{"id": 1500, "messages": [{"id": 1, "type": "message", "text": "a"}], "type": "public_channel"}', ["no_kind"]),
    (b'{"about": "A page of mine", "text": "12 killed"}', ["data_set"]),
    (b"", ["broken_export"]),
]


@pytest.mark.parametrize(("content", "read"), BROKEN, ids=range(len(BROKEN)))
def test_what_stands_before_a_break_is_read(content: bytes, read: list[str]) -> None:
    begun = time.process_time()
    assert told(content) == read
    assert time.process_time() - begun < 5


def test_a_broken_export_is_no_whole_stretch() -> None:
    assert [one_.extent for one_ in found(GOOD.rstrip(b" \n]}")) if isinstance(one_, Capture)] == [None]


def test_however_it_is_laid_out_it_reads_the_same() -> None:
    whole = [chat(MIXED), chat([message(8, "3 hurt")], id=1600)]
    for one_ in (whole, whole[:1]):
        assert (
            told(export(*one_, indent=None)) == told(export(*one_)) == told(b"\xef\xbb\xbf" + export(*one_, indent=4))
        )
    assert all(found(GOOD, first) == found(GOOD) for first in (1, 40, 300, len(GOOD)))


class Endless(io.RawIOBase):
    """A file of so many messages, made as it is read."""

    def __init__(self, messages: int) -> None:
        self.pieces = self.made(messages)
        self.left = b""

    @staticmethod
    def made(messages: int) -> Iterator[bytes]:
        yield (
            b'{"name": "Desk", "type": "public_channel", "id": 1500, "messages": ['
            + json.dumps(message(1, "a")).encode()
        )
        filler = "12 people were killed. " * 200
        for number in range(2, messages):
            yield b"," + json.dumps(message(number, filler)).encode()
        yield b"]}"

    def read(self, size: int = -1) -> bytes:
        while len(self.left) < size and (piece := next(self.pieces, b"")):
            self.left += piece
        taken, self.left = self.left[:size], self.left[size:]
        return taken


def test_a_file_of_any_size_is_read_piece_by_piece() -> None:
    import tracemalloc

    stream: BinaryIO = Endless(20_000)  # type: ignore[assignment]
    tracemalloc.start()
    read = sum(isinstance(one_, Capture) for one_ in captures(stream, b"", "result.json", FETCHED))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read == 19_999  # of some 100 MB
    assert most < 30_000_000


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (GOOD, True),
        (export(chat([]), chat([])), True),
        (export(chat([], type="personal_chat")), True),
        (b'{"messages": [{"role": "user", "content": "12 killed"}]}', False),
        (
            b'{"guild": {"id": "1"}, "channel": {"type": "GuildTextChat"}, "messages": [{"type": "Default"}]}',
            False,
        ),
        (b'{"type": "public_channel", "text": "12 killed"}', False),
        (b'[{"date": "2022-11-11", "personnel": 79400}]', False),
        (b'{"id": "1", "text": "an article about \\"messages\\""}', False),
    ],
)
def test_what_is_an_export(head: bytes, is_one: bool) -> None:
    assert is_export(head) is is_one
