"""Connections into the public internet only: the very address that was looked up and checked is connected to.

A name is looked up once a connection. What it stands for is checked, and the connection goes to that number, so that a
name which stands for something else a moment later (DNS rebinding) reaches nothing. Every redirect connects anew.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpcore

# Numbers that carry an IPv4 address in them: RFC 6052, which IPv6-only networks reach the old internet by.
_TRANSLATED = IPv6Network("64:ff9b::/96")
# Tunnels nobody runs any more, whose far end could be anything: Teredo, 6to4; and local translation.
_TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"), IPv6Network("64:ff9b:1::/48"))


class PrivateAddressError(httpcore.ConnectError):
    """A host that is not of the public internet."""


class NoSuchHostError(httpcore.ConnectError):
    """A name that stands for nothing."""


def is_public(number: str) -> bool:
    """Whether an address is of the public internet: no private, loopback, link-local, shared or multicast one."""
    try:
        known = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return _is_public_6(known) if isinstance(known, IPv6Address) else _is_public_4(known)


def _is_public_4(known: IPv4Address) -> bool:
    return known.is_global and not known.is_multicast and not known.is_reserved


def _is_public_6(known: IPv6Address) -> bool:
    if known.ipv4_mapped is not None:
        return _is_public_4(known.ipv4_mapped)
    if known in _TRANSLATED:
        return _is_public_4(IPv4Address(int(known) & 0xFFFFFFFF))
    tunnel = any(known in network for network in _TUNNELS)
    return known.is_global and not (known.is_multicast or known.is_site_local or known.is_reserved or tunnel)


class Guard(httpcore.AsyncNetworkBackend):
    """Looks names up, refuses what is not public, and connects to what it has checked.

    `private` are hosts, or hosts with a port, that may be connected to wherever they are.
    """

    def __init__(self, private: Iterable[str] = ()) -> None:
        self._private = frozenset(host.lower() for host in private)
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first public address of the host that answers."""
        name = host.strip("[]").lower()
        numbers = await _numbers(name, port, timeout)
        if not {name, f"{name}:{port}"} & self._private:
            public = [number for number in numbers if is_public(number)]
            if not public:
                raise PrivateAddressError(numbers[0])
            numbers = public
        fault: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for number in numbers:
            try:
                return await self._backend.connect_tcp(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault or NoSuchHostError(name)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refused: nothing on the web lies behind one."""
        raise PrivateAddressError(path)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


async def _numbers(name: str, port: int, patience: float | None) -> list[str]:
    """What a name stands for, each once, in the order of the system."""
    try:
        async with asyncio.timeout(patience):
            found = await asyncio.get_running_loop().getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(f"looking up {name}") from error
    except (socket.gaierror, UnicodeError) as error:
        raise NoSuchHostError(name) from error
    numbers = list(dict.fromkeys(str(place[0]) for *_, place in found))
    if not numbers:
        raise NoSuchHostError(name)
    return numbers
