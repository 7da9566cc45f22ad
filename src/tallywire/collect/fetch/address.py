"""An address as it may be asked for: "https://site.example/story?id=1"; everything else is refused in words."""

from __future__ import annotations

import re

import httpx

from tallywire.claims.errors import SourceError

SCHEMES = frozenset({"http", "https"})
_HOST = re.compile(r"[A-Za-z0-9._:-]+")  # names in letters of the net, numbers
_REMEDY = "write it as https://site.example/story"


def proper(said: str) -> str:
    """The address without its fragment, its host in letters of the net; SourceError where it may not be asked."""
    said = said if said.isprintable() else ascii(said)[1:-1]  # a server's words must not command a terminal
    try:
        url = httpx.URL(said.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError("bad_address", f"this is no web address: {error}", where=said, remedy=_REMEDY) from error
    if not url.scheme:
        raise SourceError("bad_address", "this is no web address", where=said, remedy=_REMEDY)
    if url.scheme not in SCHEMES:
        message = f"addresses with {url.scheme}: are not fetched"
        raise SourceError(
            "scheme_refused", message, where=said, remedy="only http and https are; name a file by its path"
        )
    if not _HOST.fullmatch(url.raw_host.decode("ascii")) or not 0 < (url.port or 80) < 1 << 16:
        raise SourceError("bad_address", "the address names no host", where=said, remedy=_REMEDY)
    if url.userinfo:
        where = str(url.copy_with(username=None, password=None))
        message = "the address holds a name and password, which would be kept with it"
        raise SourceError("password_refused", message, where=where, remedy="leave them out")
    plain = str(url.copy_with(fragment=None) if "#" in said else url)
    # "https://site.example" and "https://site.example/" are one address.
    return plain if plain.count("/") > 2 else str(httpx.URL(plain).copy_with(raw_path=url.raw_path))


def joined(address: str, location: str) -> str:
    """Where an address points from another: ("https://a.example/b/c", "../d") is "https://a.example/d"."""
    if location.lstrip().lower().startswith(("http://", "https://")):
        return proper(location)
    try:
        return proper(str(httpx.URL(address).join(location.strip())))
    except (httpx.InvalidURL, ValueError) as error:
        message = f"this is no web address: {error}"
        raise SourceError("bad_address", message, where=ascii(location)[1:-1], remedy=_REMEDY) from error


def host_of(address: str) -> str:
    """The host of a proper address, in letters of the net."""
    return httpx.URL(address).raw_host.decode("ascii")


def origin_of(address: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    return str(httpx.URL(address).copy_with(raw_path=b"/"))[:-1]
