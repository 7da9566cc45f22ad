"""The commands about official series: which there are, what they count, and how they come into a ledger."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tallywire.claims.errors import Exit, UsageError
from tallywire.commands.options import Contact, Json, LedgerFile, Private, manners
from tallywire.prompt import print_json, progress_bar

if TYPE_CHECKING:
    from tallywire.collect.fetch.manners import Manners
    from tallywire.pipeline import Summary

_DAY = ["%Y-%m-%d"]

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)

Files = Annotated[
    list[Path] | None,
    typer.Option(
        "--series", metavar="FILE", help="A file or folder of bulletins, data sets or described tables. Repeatable."
    ),
]
Kept = Annotated[Path | None, typer.Option("--ledger", metavar="FILE", help="A ledger that has read series.")]


@app.callback()
def series() -> None:
    """List official series, show what they count, and bring in more.

    A series is a source's running totals, day by day. The catalogue describes some; any other is a table (CSV) with a
    description beside it (TOML), see `tallywire series add --help`.

    \b
    Examples:
      tallywire series list
      tallywire series show general_staff_ua
      tallywire series fetch general_staff_ua --ledger war.tally
      tallywire series add losses.csv --ledger war.tally
    """


@app.command("list")
def list_(files: Files = None, ledger: Kept = None, *, json: Json = False) -> None:
    """List the series that the catalogue, files and a ledger know, with the days at hand.

    \b
    Examples:
      tallywire series list
      tallywire series list --ledger war.tally --json
    """
    from tallywire.series_at_hand import listed
    from tallywire.writers import series as writer

    rows = listed(files or (), ledger)
    print_json(rows) if json else writer.listing(rows, sys.stdout)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="As `tallywire series list` has it.")],
    files: Files = None,
    ledger: Kept = None,
    since: Annotated[
        datetime | None, typer.Option("--from", formats=_DAY, metavar="DAY", help="Totals from this day on.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=_DAY, metavar="DAY", help="Totals up to this day.")
    ] = None,
    category: Annotated[str | None, typer.Option(metavar="C", help="Totals of this category only.")] = None,
    *,
    json: Json = False,
) -> None:
    """Show what a series counts, by whose word, what is at hand, and its totals of the last days.

    \b
    Examples:
      tallywire series show general_staff_ua
      tallywire series show general_staff_ua --ledger war.tally --from 2022-11-01 --to 2022-11-11 --category personnel
      tallywire series show my_series --series losses.csv --json
    """
    from tallywire.series_at_hand import Days, shown
    from tallywire.writers import series as writer

    first, last = (day.date() if day else None for day in (since, until))
    if first and last and last < first:
        raise UsageError("bad_days", f"{first} is after {last}", remedy="give the earlier day to --from")
    found = shown(name, Days(first, last, category), sources=files or (), ledger=ledger)
    print_json([found]) if json else writer.series(found, sys.stdout)


@app.command()
def add(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Bulletins, data sets, tables or their descriptions.")
    ],
    ledger: LedgerFile,
    *,
    json: Json = False,
) -> None:
    """Read bulletins, data sets and described tables into a ledger.

    They are read as `tallywire read` reads them; what holds no series is told and not kept (exit status 3), and so is
    each line that cannot be read.

    \b
    A table of your own needs a description: losses.toml beside losses.csv, or
    file = "losses.csv" in a description that lies beside it under another name.
      id = "my_series"
      name = "Deaths by the hospital's count"
      claimant = "Harbour Hospital"       who says it
      side = "Sudan"                      whose losses
      term = "died"                       the source's own word
      [columns]
      day = "Date"                        the column that holds the day
      day_form = "%d.%m.%Y"               where days are not 2022-11-11
      [[categories]]                      one for each column of running totals
      id = "dead"
      kind = "killed"                     as `tallywire tally` takes it
      what = "person"
      column = "Deaths"
      [[definitions]]                     what it counts, by whose word
      says = "those who died in its wards"
      by = "its director"
      since = 2023-05-01
      disputed = false
      reference = "its notes on method"
    Where each line holds one category, [columns] also has category and total (and
    change, modifier where there are such columns), and column in [[categories]] is
    the word in the category's cell. Numbers are running totals, not a day's own.

    \b
    Examples:
      tallywire series add bulletins/ --ledger war.tally
      tallywire series add russia_losses_personnel.json general_staff.csv --ledger war.tally
      tallywire series add losses.csv --ledger war.tally
    """
    from tallywire.collect.fetch import is_address

    if fetched := next((one for one in files if is_address(one)), None):
        remedy = "`tallywire series fetch NAME --address ADDRESS` fetches"
        raise UsageError("no_file", "this is an address, no file", where=fetched, remedy=remedy)
    _read(files, ledger, json=json)


@app.command()
def fetch(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The id of a series of the catalogue.")],
    ledger: LedgerFile,
    address: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="Fetch this and not the catalogue's addresses. Repeatable."),
    ] = None,
    contact: Contact = None,
    private: Private = None,
    *,
    json: Json = False,
) -> None:
    """Fetch a series from its public addresses into a ledger.

    Only those addresses are asked, as `tallywire read` asks: robots.txt is honoured, and what cannot be had is told
    and logged (exit status 3). Fetching again adds what is new.

    \b
    Examples:
      tallywire series fetch general_staff_ua --ledger war.tally
      tallywire series fetch general_staff_ua --address https://mirror.example/personnel.json --ledger war.tally
    """
    from tallywire.catalog.series import ids, info

    if name not in ids():
        remedy = f"the catalogue has: {', '.join(ids())}; a file of your own comes in by `tallywire series add`"
        raise UsageError("no_series", f"the catalogue has no series {name!r}", remedy=remedy)
    addresses = list(address or info(name).addresses)
    if not addresses:
        remedy = "give --address ADDRESS, or save its data set and use `tallywire series add`"
        raise UsageError("no_address", f"the catalogue has no address of {name}", remedy=remedy)
    _read(addresses, ledger, manners(contact, private), json=json)


def _read(sources: list[str], ledger: Path, polite: Manners | None = None, *, json: bool) -> None:
    from tallywire import pipeline

    with progress_bar(sources) as progress:
        summary = pipeline.read(sources, ledger, progress=progress, manners=polite, only_series=True)
    print_json([summary]) if json else typer.echo(_summed_up(summary, ledger, fetched=polite is not None))
    if summary.interrupted:
        raise typer.Exit(Exit.INTERRUPTED)
    if summary.problems:
        raise typer.Exit(Exit.SOME_UNREAD)


def _summed_up(summary: Summary, ledger: Path, *, fetched: bool) -> str:
    from tallywire.series_at_hand import listed
    from tallywire.writers.series import coverage
    from tallywire.writers.terminal import many

    unchanged = f", {summary.unchanged:,} of them unchanged" if summary.unchanged else ""
    lines = [f"{ledger}: {many(summary.captures, 'file')} read{unchanged}, {many(summary.points, 'total')} new"]
    lines += [f"  {one.id}: {coverage(one.at_hand)}" for one in listed(ledger=ledger) if one.at_hand]
    if fetched and not summary.captures:
        lines.append("  nothing could be fetched; `tallywire series add FILE` takes files that were saved elsewhere")
    if summary.problems:
        faults = ", ".join(f"{count:,} {code}" for code, count in summary.problems)
        lines.append(f"  {faults}: told above; `tallywire log` has them all")
    return "\n".join(lines)
