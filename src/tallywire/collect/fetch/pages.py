"""What an address gave, as captures: sniffed as a file would be, with the server's word for its letters."""

from __future__ import annotations

import asyncio
import codecs
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.feeds import looks_like_list
from tallywire.collect.fetch.client import Answer, Client
from tallywire.collect.fetch.manners import Manners
from tallywire.collect.files import captures_of
from tallywire.collect.whole import Form

# Addresses asked for ahead of the one whose turn it is to be read; each may hold a page in memory.
AHEAD = 16
_FORMS: dict[str, Form] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/x-ndjson": "lines",
    "application/jsonl": "lines",
}


def captures(addresses: Sequence[str], manners: Manners, version: str) -> Iterator[Capture | SourceError]:
    """The captures of addresses in their order, several hosts asked at once; an error in the place of each fault."""
    waiting = deque(addresses)
    under_way: deque[asyncio.Task[Answer | SourceError]] = deque()
    with asyncio.Runner() as runner:
        client = runner.run(_entered(Client(manners, version)))
        try:
            while waiting or under_way:
                while waiting and len(under_way) < AHEAD:
                    under_way.append(runner.get_loop().create_task(_answer(client, waiting.popleft())))
                found = runner.run(_of(under_way.popleft()))
                yield from (found,) if isinstance(found, SourceError) else pages(found)
        finally:
            runner.run(client.__aexit__(None, None, None))


def pages(answer: Answer) -> Iterator[Capture | SourceError]:
    """The captures of an answer that has content: mostly one."""
    content = answer.content or b""
    if looks_like_list(content):
        remedy = "`tallywire watch` reads the pages that it names"
        yield SourceError("feed", "this is a feed or a list of pages, no page", where=answer.address, remedy=remedy)
        return
    media, charset = _content_type(answer.delivery.header("content-type") or "")
    declared = msgspec.json.encode({"charset": charset}).decode() if charset else "{}"
    for found in captures_of(content, answer.address, answer.fetched, _FORMS.get(media)):
        if isinstance(found, SourceError):
            yield found
        else:
            said = declared if found.media in {"html", "text"} else found.declared
            yield replace(found, declared=said, delivery=answer.delivery)


def _content_type(said: str) -> tuple[str, str | None]:
    """("text/html; charset=Windows-1251") is text/html and cp1251; UTF-8 and names that nobody knows are left out."""
    media, _, rest = said.partition(";")
    for parameter in rest.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return media.strip().lower(), _known(value.strip().strip("\"'"))
    return media.strip().lower(), None


def _known(charset: str) -> str | None:
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return None if name in {"utf-8", "utf-8-sig"} else name


async def _entered(client: Client) -> Client:
    return await client.__aenter__()


async def _of(task: asyncio.Task[Answer | SourceError]) -> Answer | SourceError:
    return await task


async def _answer(client: Client, address: str) -> Answer | SourceError:
    try:
        return await client.get(address)
    except SourceError as error:
        return error
