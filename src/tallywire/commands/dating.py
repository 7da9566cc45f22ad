"""The command that dates a text by its figures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tallywire.commands.options import Contact, Json, Private, manners
from tallywire.prompt import print_json


def date(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE|TEXT", help="A file, an address, - for standard input, or the words themselves."
        ),
    ],
    series: Annotated[
        list[Path] | None,
        typer.Option(
            "--series", metavar="FILE", help="A file or folder of official bulletins or their data set. Repeatable."
        ),
    ] = None,
    ledger: Annotated[
        Path | None, typer.Option("--ledger", metavar="FILE", help="A ledger that has read bulletins.")
    ] = None,
    contact: Contact = None,
    private: Private = None,
    *,
    json: Json = False,
) -> None:
    """Date a text by its figures, all of them together.

    Each figure asks for days of an official series by its own words: "in one week" ends on the day that is looked for,
    "on Friday" is the last Friday before it, "since the start" is its running total. The days that all of them fit are
    the answer, with each figure's arithmetic, how many days were searched, and how often invented figures would fit
    one. At most one figure is left out. Where more days than one fit, or chance would do as well, no date is claimed.
    Nothing is kept or logged; the day that the page itself bears is told, and not used.

    \b
    Examples:
      tallywire date story.txt --series bulletins/
      tallywire date https://site.example/story --ledger war.tally
      tallywire date "Ukraine says Russia lost 710 troops on Friday and 4,560 in a week." --series bulletins/ --json
    """
    from tallywire import pipeline
    from tallywire.writers import dates as writer

    found = pipeline.date_of(
        source, series=series or (), ledger=ledger, stdin=sys.stdin.buffer, manners=manners(contact, private)
    )
    if json:
        print_json([found])
    else:
        writer.dates(found, sys.stdout)
