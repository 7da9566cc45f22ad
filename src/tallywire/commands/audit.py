"""The command that audits a series."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tallywire.commands.options import Json
from tallywire.prompt import print_json


def audit(
    name: Annotated[str, typer.Argument(metavar="SERIES", help="The id of a series: general_staff_ua.")],
    series: Annotated[
        list[Path] | None,
        typer.Option(
            "--series", metavar="FILE", help="A file or folder of official bulletins or their data set. Repeatable."
        ),
    ] = None,
    ledger: Annotated[
        Path | None, typer.Option("--ledger", metavar="FILE", help="A ledger that has read bulletins.")
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Every anomaly, not only the first of each kind.")] = False,
    json: Json = False,
) -> None:
    """Find what does not add up in an official series, explained or open.

    Stated changes against the differences of totals, which shows revisions made without a word; totals that fall;
    missing, repeated and copied days; categories that begin, end or join; days that stand out. Two totals are compared
    only where they are of adjacent days. What a data set says of its own corrections explains, and finds nothing.

    \b
    Examples:
      tallywire audit general_staff_ua --series bulletins/
      tallywire audit general_staff_ua --ledger war.tally --json
    """
    from tallywire import pipeline
    from tallywire.writers import audit as writer

    found = pipeline.audit(name, series=series or (), ledger=ledger)
    if json:
        print_json(found.anomalies)
    else:
        writer.render(found, sys.stdout, everything=everything)
