"""Outlines of feeds (OPML), as readers of feeds write them: `<outline text="..." xmlUrl="https://..."/>`."""

from __future__ import annotations

from xml.parsers import expat

from tallywire.claims.errors import SourceError
from tallywire.collect.feeds.listing import Listing, Said, listing


def outline(content: bytes, address: str) -> Listing:
    """The feeds that an outline names."""
    found: list[Said] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        known = {key.lower(): value for key, value in attributes.items()}
        if name.lower() == "outline" and known.get("xmlurl"):
            found.append(Said(known["xmlurl"].strip(), known.get("title") or known.get("text")))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    problems: tuple[SourceError, ...] = ()
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the method is expat's: this is all of it
    except (expat.ExpatError, ValueError, LookupError) as error:
        message = f"the outline is broken ({error}); the {len(found)} feeds before that are read"
        problems = (SourceError("feed_broken", message, where=address, remedy="write it anew from your reader"),)
    return listing("outline", found, address, problems)
