"""A site on this machine: paths and what they answer, faults among them, and a record of what was asked."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

HOST = "127.0.0.1"

PAGE = """<!doctype html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>
<p>Officials said {figure} people were killed in the shelling of the market, and that the number could still rise.</p>
<p>The governor asked the people of the town to stay in the shelters until the evening, as on the days before.</p>
</article></body></html>"""


def page(figure: int = 12, title: str = "Shelling of the market", head: str = "") -> bytes:
    """A page that gives one figure."""
    return PAGE.format(figure=figure, title=title, head=head).encode()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as the site saw it."""

    path: str
    headers: Mapping[str, str]
    when: float


@dataclass(frozen=True, slots=True)
class Reply:
    """What a path answers. `length` is what it says of its length, where that is a lie; `drip` the pause per byte."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    length: int | None = None
    silence: float = 0.0  # seconds before the first byte
    drip: float = 0.0
    raw_length: str | None = None  # words in the length's place

    def also(self, **headers: str) -> Self:
        """The same with further headers, `_` standing for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **named})


Route = Reply | Callable[[Asked], Reply]


def to(place: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(status=status, headers={"Location": place})


def in_turn(*replies: Reply) -> Callable[[Asked], Reply]:
    """One reply after another; the last one for good."""
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


class _Server(ThreadingHTTPServer):
    """Says nothing of programs that hang up or are killed while they are answered; every other fault is printed."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Site:
    """A server whose routes may be changed while it runs; what has no route is not found."""

    def __init__(self, routes: Mapping[str, Route]) -> None:
        self.routes = dict(routes)
        self.asked: list[Asked] = []
        self._server = _Server((HOST, 0), self._handler())
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://{HOST}:{self.port}{path}"

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(one.path == path for one in self.asked)

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                asked = Asked(self.path, dict(self.headers.items()), time.monotonic())
                site.asked.append(asked)
                route = site.routes.get(self.path, Reply(b"no such page", 404))
                self._answer(route(asked) if callable(route) else route)

            def _answer(self, reply: Reply) -> None:
                time.sleep(reply.silence)
                try:
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    length = len(reply.body) if reply.length is None else reply.length
                    self.send_header("Content-Length", reply.raw_length or str(length))
                    self.end_headers()
                    self._body(reply)
                    self.close_connection = reply.length is not None
                except OSError:
                    pass  # the other side has had enough

            def _body(self, reply: Reply) -> None:
                if not reply.drip:
                    self.wfile.write(reply.body)
                    return
                for byte in reply.body:
                    self.wfile.write(bytes([byte]))
                    time.sleep(reply.drip)

            def log_message(self, format: str, *args: object) -> None:
                """Says nothing."""

        return Handler


@contextmanager
def site(routes: Mapping[str, Route] | None = None) -> Iterator[Site]:
    """A site for the length of a block."""
    running = Site(routes or {})
    try:
        yield running
    finally:
        running.close()
