"""One address asked for, at a real site with every fault a site can have."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate

import pytest

from served import HOST, Reply, Route, Site, in_turn, page, site, to
from tallywire.claims.errors import SourceError
from tallywire.collect.fetch.client import Answer, Client, Validators
from tallywire.collect.fetch.faults import FetchError
from tallywire.collect.fetch.manners import Manners

pytestmark = pytest.mark.allow_hosts([HOST])

QUICK = Manners(private=(HOST,), pause=0.0, wait=0.01, largest=1 << 20)
IMPATIENT = replace(QUICK, silence=0.3)  # of a server that is meant to be silent; a busy machine is slow too
GOOD = Reply(page())


@pytest.fixture
def here() -> Iterator[Site]:
    with site({"/": GOOD}) as running:
        yield running


def got(address: str, manners: Manners = QUICK, known: Validators | None = None) -> Answer:
    async def get() -> Answer:
        async with Client(manners, "0.1.0") as client:
            return await client.get(address, known)

    return asyncio.run(get())


def refused(address: str, manners: Manners = QUICK) -> SourceError:
    with pytest.raises(SourceError) as caught:
        got(address, manners)
    return caught.value


def test_a_page_with_what_the_server_says_of_it(here: Site) -> None:
    here.routes["/story"] = GOOD.also(ETag='"1"', Last_Modified="Fri, 11 Nov 2022 09:00:00 GMT", X_Own="left out")
    answer = got(here.at("/story#comments"))
    assert answer.content == page()
    assert answer.address == answer.delivery.url == here.at("/story")
    assert answer.delivery.status == 200
    assert dict(answer.delivery.headers).keys() == {"content-type", "date", "etag", "last-modified"}
    assert answer.validators == Validators('"1"', "Fri, 11 Nov 2022 09:00:00 GMT")


@pytest.mark.parametrize(
    ("contact", "says"), [(None, "Tallywire/0.1.0"), ("https://a.example/", "Tallywire/0.1.0 (+https://a.example/)")]
)
def test_servers_are_told_who_asks(here: Site, contact: str | None, says: str) -> None:
    got(here.at("/"), replace(QUICK, contact=contact))
    assert {one.headers["User-Agent"] for one in here.asked} == {says}


def test_unchanged(here: Site) -> None:
    known = Validators('"1"', "Fri, 11 Nov 2022 09:00:00 GMT")
    here.routes["/"] = Reply(status=304, headers={"ETag": '"1"'})
    assert got(here.at("/"), known=known).content is None
    assert here.asked[-1].headers["If-None-Match"] == '"1"'
    assert here.asked[-1].headers["If-Modified-Since"] == "Fri, 11 Nov 2022 09:00:00 GMT"


def test_unchanged_to_a_question_without_conditions_is_a_fault(here: Site) -> None:
    here.routes["/"] = Reply(status=304)
    assert refused(here.at("/")).code == "refused"


FAULTS: dict[str, tuple[Route, str, int]] = {
    # what the site does: the reply, the code of the fault, how often it is asked
    "not there": (Reply(status=404), "gone", 1),
    "gone for good": (Reply(status=410), "gone", 1),
    "behind a wall": (Reply(status=403), "closed", 1),
    "odd": (Reply(status=418), "refused", 1),
    "broken": (Reply(status=500), "server_fault", 3),
    "busy": (Reply(status=503), "too_busy", 3),
    "busy for an hour": (Reply(status=429, headers={"Retry-After": "3600"}), "too_busy", 1),
    "silent": (replace(GOOD, silence=0.6), "timed_out", 3),
    "cut off": (replace(GOOD, length=5000), "cut_off", 3),
    "cut off in the packing": (
        Reply(gzip.compress(page())[:-9], headers={"Content-Encoding": "gzip"}),
        "garbled",
        3,
    ),
    "not packed as it says": (GOOD.also(Content_Encoding="gzip"), "garbled", 3),
    "packed as nobody asked": (GOOD.also(Content_Encoding="zstd"), "garbled", 3),
    "large, and says so": (Reply(b"a" * ((1 << 20) + 1)), "too_large", 1),
    "a bomb": (Reply(gzip.compress(bytes(30 << 20)), headers={"Content-Encoding": "gzip"}), "too_large", 1),
    "a picture": (Reply(b"\x89PNG", headers={"Content-Type": "image/png"}), "not_text", 1),
}


@pytest.mark.parametrize(("route", "code", "asked"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_and_asked_again_only_where_that_may_help(
    here: Site, route: Route, code: str, asked: int
) -> None:
    here.routes["/story"] = route
    error = refused(here.at("/story"), IMPATIENT if code == "timed_out" else QUICK)
    assert (error.code, error.where, here.times("/story")) == (code, here.at("/story"), asked)
    assert error.message
    assert error.remedy


def test_a_server_that_never_ends_is_given_up(here: Site) -> None:
    here.routes["/story"] = replace(GOOD, drip=0.02)
    begun = time.monotonic()
    assert refused(here.at("/story"), replace(QUICK, patience=0.3)).code == "timed_out"
    assert time.monotonic() - begun < QUICK.patience / 2
    assert here.times("/story") == 1


def test_a_slow_server_is_waited_for(here: Site) -> None:
    here.routes["/story"] = replace(Reply(b"<p>Officials said 12 died."), drip=0.01)
    assert got(here.at("/story")).content == b"<p>Officials said 12 died."


@pytest.mark.parametrize("first", [Reply(status=500), Reply(status=503), replace(GOOD, length=5000)])
def test_good_at_the_second_attempt(here: Site, first: Reply) -> None:
    here.routes["/story"] = in_turn(first, GOOD)
    assert got(here.at("/story")).content == page()


@pytest.mark.parametrize("said", ["1", "a date", "soon"])
def test_a_server_says_when_to_come_back(here: Site, said: str) -> None:
    words = formatdate(time.time() + 3600, usegmt=True) if said == "a date" else said
    here.routes["/story"] = in_turn(Reply(status=429, headers={"Retry-After": words}), GOOD)
    if said == "a date":
        error = refused(here.at("/story"))
        assert isinstance(error, FetchError)
        assert 3000 < (error.wait or 0) <= 3600  # longer than anybody waits
        return
    got(here.at("/story"))
    first, second = (one.when for one in here.asked if one.path == "/story")
    assert (second - first > 0.99) == (said == "1")


@pytest.mark.parametrize(
    "said", ["9" * 400, "\xb2", "Fri, 99 Nov 2022", "Fri, 11 Nov 99999999999 09:00:00 GMT", "-5", "inf"]
)
def test_nonsense_about_when_to_come_back(here: Site, said: str) -> None:
    here.routes["/story"] = Reply(status=503, headers={"Retry-After": said})
    assert refused(here.at("/story")).code == "too_busy"


def test_a_host_that_wants_to_be_left_alone_is_not_asked_for_other_pages(here: Site) -> None:
    here.routes |= {"/a": Reply(status=429, headers={"Retry-After": "3600"}), "/b": replace(GOOD, silence=0.1)}

    async def get() -> list[Answer | BaseException]:
        async with Client(QUICK, "0") as client:
            first = await asyncio.gather(client.get(here.at("/a")), return_exceptions=True)
            return [*first, *await asyncio.gather(client.get(here.at("/b")), return_exceptions=True)]

    assert [getattr(one, "code", None) for one in asyncio.run(get())] == ["too_busy", "too_busy"]
    assert here.times("/b") == 0


@pytest.mark.parametrize("length", ["\xb2", "9" * 5000])
def test_nonsense_about_the_length(here: Site, length: str) -> None:
    here.routes["/story"] = Reply(page(), headers={"X-Own": "1"}, raw_length=length)
    assert refused(here.at("/story")).code in {"cut_off", "too_large"}


def test_nobody_listens() -> None:
    with site() as running:
        address = running.at("/")
    assert refused(address).code == "no_connection"


def test_a_connection_that_is_not_safe(here: Site) -> None:
    assert refused(here.at("/").replace("http:", "https:")).code == "not_safe"


def test_no_such_host() -> None:
    assert refused("http://no-such-host.invalid/").code == "no_such_host"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("place", ["/story", "story", "http://127.0.0.1:{port}/story#part"])
def test_redirects_are_followed(here: Site, status: int, place: str) -> None:
    here.routes |= {"/old": to(place.format(port=here.port), status), "/story": GOOD}
    answer = got(here.at("/old"))
    assert (answer.address, answer.delivery.url) == (here.at("/old"), here.at("/story"))


@pytest.mark.parametrize(
    "place", ["http://a\x9b31m.example/", "\x9b31mstory", "http://[/", "//", "http://a.example:99999999/"]
)
def test_a_redirect_to_nonsense_is_told_in_letters_that_command_nothing(here: Site, place: str) -> None:
    here.routes["/a"] = to(place)
    error = refused(here.at("/a"))
    assert error.where == here.at("/a")
    assert str(error).isprintable()


def test_redirects_round_in_a_circle(here: Site) -> None:
    here.routes |= {"/a": to("/b"), "/b": to("/a")}
    error = refused(here.at("/a"))
    assert (error.code, here.times("/a"), here.times("/b")) == ("redirect_loop", 1, 1)


def test_redirects_without_end(here: Site) -> None:
    here.routes |= {f"/{number}": to(f"/{number + 1}") for number in range(50)}
    assert refused(here.at("/0")).code == "redirects"
    assert here.times("/11") == 0


REFUSED = {
    "file:///etc/hostname": "scheme_refused",
    "ftp://ftp.example/story": "scheme_refused",
    "javascript:alert(1)": "scheme_refused",
    "http:///story": "bad_address",
    "http://a b.example/": "bad_address",
    "http://user:secret@site.example/": "password_refused",
}


@pytest.mark.parametrize(("address", "code"), REFUSED.items())
def test_an_address_that_is_not_asked_for(address: str, code: str) -> None:
    error = refused(address)
    assert error.code == code
    assert "secret" not in str(error)


# --- robots.txt -----------------------------------------------------------------------------------------------------


def robots(rules: str) -> Reply:
    return Reply(rules.encode(), headers={"Content-Type": "text/plain"})


ROBOTS: dict[str, tuple[Route, str | None]] = {
    "nothing forbidden": (robots("User-agent: *\nDisallow:\n"), None),
    "everything": (robots("User-agent: *\nDisallow: /\n"), "robots_refused"),
    "this folder": (robots("User-agent: *\nDisallow: /news\n"), "robots_refused"),
    "another folder": (robots("User-agent: *\nDisallow: /films\n"), None),
    "this page allowed": (robots("User-agent: *\nDisallow: /\nAllow: /news/story\n"), None),
    "us by name": (robots("User-agent: tallywire\nDisallow: /\n\nUser-agent: *\nDisallow:\n"), "robots_refused"),
    "everybody but us": (robots("User-agent: *\nDisallow: /\n\nUser-agent: Tallywire\nDisallow:\n"), None),
    "no such file": (Reply(status=404), None),
    "not for us": (Reply(status=403), None),
    "broken": (Reply(status=500), "robots_unknown"),
    "busy": (Reply(status=429), "robots_unknown"),
    "moved": (to("/rules"), "robots_refused"),
    "moved round in a circle": (to("/robots.txt"), None),
    "nonsense": (Reply(b"\xff\x00<html>"), None),
}


@pytest.mark.parametrize(("rules", "code"), ROBOTS.values(), ids=ROBOTS)
def test_what_robots_txt_forbids_is_not_read(here: Site, rules: Route, code: str | None) -> None:
    here.routes |= {"/robots.txt": rules, "/rules": robots("User-agent: *\nDisallow: /\n"), "/news/story": GOOD}
    if code is None:
        assert got(here.at("/news/story")).content == page()
    else:
        assert refused(here.at("/news/story")).code == code
        assert here.times("/news/story") == 0


def test_robots_txt_holds_for_where_a_redirect_leads(here: Site) -> None:
    here.routes |= {"/robots.txt": robots("User-agent: *\nDisallow: /b\n"), "/a": to("/b"), "/b": GOOD}
    error = refused(here.at("/a"))
    assert (error.code, error.where, here.times("/b")) == ("robots_refused", here.at("/a"), 0)


def all_of(addresses: list[str], manners: Manners) -> list[bytes | None]:
    async def get() -> list[bytes | None]:
        async with Client(manners, "0") as client:
            return [one.content for one in await asyncio.gather(*map(client.get, addresses))]

    return asyncio.run(get())


def test_robots_txt_is_asked_for_once(here: Site) -> None:
    here.routes |= {f"/{number}": GOOD for number in range(5)}
    all_of([here.at(f"/{number}") for number in range(5)], QUICK)
    assert here.times("/robots.txt") == 1


@pytest.mark.parametrize(("pause", "delay", "least"), [(0.1, "0", 0.1), (0.0, "0.2", 0.2), (0.2, "0.1", 0.2)])
def test_one_request_after_another_to_each_host(here: Site, pause: float, delay: str, least: float) -> None:
    here.routes |= {f"/{number}": GOOD for number in range(3)}
    here.routes["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {delay}\n")
    all_of([here.at(f"/{number}") for number in range(3)], replace(QUICK, pause=pause))
    moments = sorted(one.when for one in here.asked if one.path != "/robots.txt")
    assert all(later - earlier > least * 0.6 for earlier, later in itertools.pairwise(moments))
