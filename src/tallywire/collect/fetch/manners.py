"""How the program behaves towards servers, and what it puts up with from them."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.collect.records import PAGE_BYTES

NAME = "Tallywire"  # what robots.txt may call us


@dataclass(frozen=True, slots=True)
class Manners:
    """The settings of fetching; times are in seconds, sizes in bytes.

    `private` names hosts of one's own network that may be fetched, as "127.0.0.1" or "wiki.intranet:8000"; all other
    addresses that are not of the public internet are refused.
    """

    contact: str | None = None  # an address or page by which the owner of a site can reach who runs this
    private: tuple[str, ...] = ()
    pause: float = 1.0  # between two requests to one host; a longer Crawl-delay goes before it
    patience: float = 30.0  # for one request, from connecting to the last byte
    silence: float = 10.0  # in which a server sends nothing
    attempts: int = 3  # at one request
    wait: float = 1.0  # before the second attempt; it doubles
    longest_wait: float = 60.0  # that a server may ask for; more, and the address is left for later
    at_once: int = 8  # requests under way, of different hosts
    largest: int = PAGE_BYTES  # of a body, before and after it is unpacked

    def agent(self, version: str) -> str:
        """What the program calls itself: "Tallywire/0.1.0 (+https://site.example/about)"."""
        return f"{NAME}/{version} (+{self.contact})" if self.contact else f"{NAME}/{version}"
