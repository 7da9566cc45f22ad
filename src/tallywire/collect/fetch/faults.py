"""What can go wrong with an address, in words: the same fault reads the same wherever it was met."""

from __future__ import annotations

import ssl
from http import HTTPStatus

import httpcore

from tallywire.claims.errors import SourceError
from tallywire.collect.fetch.guard import NoSuchHostError, PrivateAddressError

BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
CLOSED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN})
_LATER = "try again later"


class FetchError(SourceError):
    """An address that gave nothing. `passing` faults may be gone at the next attempt, after `wait` seconds if given."""

    def __init__(  # noqa: PLR0913 - all that is known of a fault, each by its name
        self, code: str, message: str, *, where: str, remedy: str, passing: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(code, message, where=where, remedy=remedy)
        self.passing, self.wait = passing, wait


def of_connection(error: Exception, address: str) -> FetchError:
    """What a failure of the connection means to the person at the keyboard."""
    match error:
        case PrivateAddressError():
            message = f"the host is no part of the public internet ({error})"
            remedy = "for a host of your own: --allow-private HOST"
            return FetchError("private_address", message, where=address, remedy=remedy)
        case NoSuchHostError():
            message = f"there is no host of this name ({error})"
            return FetchError("no_such_host", message, where=address, remedy="check the address", passing=True)
        case httpcore.ConnectTimeout() | httpcore.ReadTimeout() | httpcore.WriteTimeout() | httpcore.PoolTimeout():
            return FetchError("timed_out", "the server does not answer", where=address, remedy=_LATER, passing=True)
        case httpcore.ConnectError() if isinstance(error.__cause__ or error.__context__, ssl.SSLError):
            message = f"the connection is not safe: {error}"
            return FetchError("not_safe", message, where=address, remedy="look at it in a browser")
        case httpcore.ConnectError():
            message = f"no connection to the server: {error}"
            return FetchError("no_connection", message, where=address, remedy=_LATER, passing=True)
        case httpcore.RemoteProtocolError():
            message = f"the answer was cut off or is no HTTP: {error}"
            return FetchError("cut_off", message, where=address, remedy=_LATER, passing=True)
        case _:
            message = f"the connection broke: {error or type(error).__name__}"
            return FetchError("broken", message, where=address, remedy=_LATER, passing=True)


def of_status(status: int, address: str, wait: float | None) -> FetchError:
    """What a status that is no answer means; `wait` is what the server says of when to come back."""
    said = f"the server says {status} {_phrase(status)}".rstrip()
    if status in BUSY:
        # When is part of the remedy: the same fault tells the same, and is kept once, however often it is met.
        remedy = f"it asks to come back in {wait:,.0f} seconds" if wait is not None else _LATER
        return FetchError("too_busy", said, where=address, remedy=remedy, passing=True, wait=wait)
    if status in GONE:
        return FetchError("gone", said, where=address, remedy="check the address")
    if status in CLOSED:
        return FetchError("closed", said, where=address, remedy="read it in a browser and give the saved file")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
        return FetchError("server_fault", said, where=address, remedy=_LATER, passing=True)
    return FetchError("refused", said, where=address, remedy="look at it in a browser")


def too_slow(address: str, seconds: float) -> FetchError:
    """A server that sends, but never ends."""
    message = f"not finished after {seconds:g} seconds"
    return FetchError("timed_out", message, where=address, remedy=_LATER)


def too_large(address: str, largest: int) -> FetchError:
    """An answer beyond the bound."""
    message = f"larger than {largest >> 20 or largest} {'MB' if largest >> 20 else 'bytes'}, packed or unpacked"
    return FetchError("too_large", message, where=address, remedy="too much for one article; save it and split it")


def garbled(address: str, says: str) -> FetchError:
    """An answer that cannot be unpacked."""
    return FetchError("garbled", f"the answer cannot be unpacked: {says}", where=address, remedy=_LATER, passing=True)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
