"""Which addresses are of the public internet, and that nothing else is ever connected to."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import httpcore
import pytest

from served import HOST, Reply, Site, page, site, to
from tallywire.claims.errors import SourceError
from tallywire.collect.fetch.client import Answer, Client
from tallywire.collect.fetch.guard import is_public
from tallywire.collect.fetch.manners import Manners

PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"]
OTHER = {
    "127.0.0.1": "this machine",
    "127.8.9.1": "this machine, too",
    "0.0.0.0": "this machine, to some systems",
    "10.1.2.3": "private",
    "172.16.0.1": "private",
    "192.168.1.1": "private",
    "169.254.169.254": "link-local, where clouds keep their keys",
    "100.64.0.1": "shared by the customers of a provider",
    "224.0.0.1": "multicast",
    "239.255.255.250": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "everybody",
    "192.0.2.7": "for documents",
    "198.18.0.1": "for measuring",
    "::": "nothing",
    "::1": "this machine",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local, with its interface",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "fec0::1": "private, of old",
    "ff02::1": "multicast",
    "::ffff:127.0.0.1": "this machine as IPv6",
    "::ffff:10.0.0.1": "private as IPv6",
    "64:ff9b::7f00:1": "this machine, translated",
    "64:ff9b:1::1": "translated within a network",
    "2002:7f00:1::": "this machine by 6to4",
    "2001:0:1::1": "a tunnel",
    "localhost": "a name, not a number",
    "": "nothing",
}


@pytest.mark.parametrize("number", PUBLIC)
def test_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("number", OTHER, ids=OTHER.get)
def test_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", [number for number in PUBLIC if "." in number])
def test_public_as_ipv6(number: str) -> None:
    assert is_public(f"::ffff:{number}")


def got(address: str, *private: str) -> Answer:
    async def get() -> Answer:
        async with Client(Manners(private=private, pause=0, attempts=1), "0") as client:
            return await client.get(address)

    return asyncio.run(get())


def refused(address: str, *private: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        got(address, *private)
    return caught.value


@pytest.fixture
def here() -> Any:
    with site({"/": Reply(page())}) as running:
        yield running


@pytest.mark.allow_hosts([HOST])
class TestOfARealSite:
    def test_a_host_of_ones_own_only_by_its_name(self, here: Site) -> None:
        port = here.port
        assert got(here.at("/"), HOST).content == page()
        assert got(here.at("/"), f"{HOST}:{port}").content == page()
        assert refused(here.at("/"), f"{HOST}:{port + 1}").code == "private_address"
        assert refused(here.at("/"), "localhost").code == "private_address"

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
    def test_this_machine_by_any_of_its_names(self, here: Site, host: str) -> None:
        error = refused(f"http://{host}:{here.port}/")
        assert error.code in {"private_address", "bad_address", "no_such_host"}
        assert here.asked == []

    @pytest.mark.parametrize(
        "place",
        ["http://localhost:{port}/", "http://127.0.0.2:{port}/", "http://10.0.0.1/", "http://169.254.169.254/latest"],
    )
    def test_a_redirect_leads_nowhere_but_outside(self, here: Site, place: str) -> None:
        place = place.format(port=here.port)
        here.routes["/moved"] = to(place)
        error = refused(here.at("/moved"), HOST)
        assert (error.code, error.where) == ("private_address", here.at("/moved"))
        assert place in error.message

    @pytest.mark.parametrize("place", ["file:///etc/hostname", "ftp://ftp.example/a", "gopher://a.example/", "data:,a"])
    def test_a_redirect_changes_to_no_other_protocol(self, here: Site, place: str) -> None:
        here.routes["/moved"] = to(place)
        assert refused(here.at("/moved"), HOST).code == "scheme_refused"

    @pytest.mark.parametrize(
        "answers",
        [
            pytest.param([[HOST, "10.0.0.1", "93.184.216.34"]], id="only the public ones of several"),
            pytest.param(
                [["93.184.216.34"], [HOST], [HOST]], id="public when it is first looked up, this machine later"
            ),
        ],
    )
    def test_what_was_checked_is_what_is_connected_to(
        self, here: Site, monkeypatch: pytest.MonkeyPatch, answers: list[list[str]]
    ) -> None:
        tried: list[str] = []

        def numbers(host: str, port: int, *rest: Any, **more: Any) -> list[Any]:
            given = answers.pop(0) if len(answers) > 1 else answers[0]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in given]

        async def connect(self: object, host: str, *rest: Any, **more: Any) -> Any:
            tried.append(host)
            raise httpcore.ConnectError("nobody there")

        monkeypatch.setattr(socket, "getaddrinfo", numbers)
        monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect)
        assert refused(f"http://mixed.example:{here.port}/").code in {"no_connection", "private_address"}
        assert set(tried) == {"93.184.216.34"}
        assert here.asked == []
