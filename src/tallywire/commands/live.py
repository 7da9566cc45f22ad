"""The commands of the live web: watch feeds and pages, and show what changed at an address."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tallywire.claims.errors import Exit, TallywireError
from tallywire.commands.options import Contact, Json, LedgerFile, Private, manners, seconds
from tallywire.prompt import complain, print_json, summed_up

if TYPE_CHECKING:
    from tallywire.watch import News, Told, Watching


def watch(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FEEDS...", help="Feeds' addresses, or files: an OPML outline, addresses one a line."),
    ],
    ledger: LedgerFile,
    every: Annotated[str, typer.Option(metavar="TIME", help="How often each feed is asked: 90s, 15m, 2h, 1d.")] = "15m",
    pause: Annotated[str, typer.Option(metavar="TIME", help="Between two requests to one host.")] = "1s",
    days: Annotated[
        float, typer.Option(metavar="DAYS", min=0, help="Pass over what a feed dates longer ago than this.")
    ] = 30.0,
    contact: Contact = None,
    private: Private = None,
    *,
    once: Annotated[bool, typer.Option("--once", help="End when everything that is due has been read.")] = False,
    json: Json = False,
) -> None:
    """Watch feeds, sitemaps and pages, and read what is new or changed into a ledger.

    RSS, Atom, JSON Feed, sitemaps, news sitemaps and their indexes. robots.txt is honoured, and a page is asked for
    again only where it may have changed. Where the work stands is kept in the ledger: end it at any moment and begin
    again; several may watch with one ledger. What cannot be had is told and logged (exit status 3).

    \b
    Examples:
      tallywire watch https://site.example/feed.xml --ledger war.tally
      tallywire watch feeds.opml urls.txt --ledger war.tally --every 1h --contact https://site.example/about
      tallywire watch feeds.opml --ledger war.tally --once --json
    """
    from tallywire import watch as watching

    course = watching.Course(seconds(every), days, once)
    polite = manners(contact, private, seconds(pause))
    with _told(len(sources), json=json) as tell:
        done = watching.watch(sources, ledger, manners=polite, course=course, tell=tell)
    print_json([done]) if json else typer.echo(_summed_up(done, ledger))
    if done.read.interrupted:
        typer.echo(f"tallywire: interrupted; what was finished is kept in {ledger}", err=True)
        raise typer.Exit(Exit.INTERRUPTED)
    if done.read.problems:
        raise typer.Exit(Exit.SOME_UNREAD)


def revisions(
    address: Annotated[str, typer.Argument(help="An address or file, as it was given to `read` or found by `watch`.")],
    ledger: LedgerFile,
    *,
    json: Json = False,
) -> None:
    """Show what changed at an address: figures gained, lost and changed, and its words.

    Each time an address gave other bytes is a revision. Comments, related links and the like are not compared.

    \b
    Example:
      tallywire revisions https://site.example/story --ledger war.tally
    """
    from tallywire import pipeline
    from tallywire.writers import revisions as writer

    found = pipeline.revisions(address, ledger)
    if json:
        print_json(writer.changes(found))
    else:
        writer.render(found, sys.stdout)


@contextmanager
def _told(sources: int, *, json: bool) -> Iterator[Callable[[Told], None]]:
    """Prints each page as it is read, tells each problem; on a terminal, that there is work."""

    def tell(told: Told) -> None:
        if isinstance(told, TallywireError):
            complain(told)
        elif json:
            print_json([told])
            sys.stdout.buffer.flush()
        else:
            typer.echo(_line(told))

    if not sys.stderr.isatty():
        yield tell
        return
    from rich.console import Console

    words = f"watching {sources} source{'s' if sources > 1 else ''}; Ctrl-C ends, and what is finished is kept"
    with Console(stderr=True).status(words) as status:

        def tell_above(told: Told) -> None:
            status.stop()
            tell(told)
            sys.stdout.flush()
            status.start()

        yield tell_above


def _line(news: News) -> str:
    """One page: "revised 2  3 figures  https://site.example/story  Shelling of the market"."""
    from tallywire.writers.terminal import many, safe

    status = f"revised {news.revision}" if news.status == "revised" else news.status
    return f"{status:10} {many(news.figures, 'figure'):11} {news.address}  {safe(news.title or '(no title)')}"


def _summed_up(done: Watching, ledger: Path) -> str:
    """What a watch did, in a few lines."""
    from tallywire.writers.terminal import many

    lines = [f"{many(done.lists, 'feed')} asked, {done.lists_unchanged:,} unchanged"]
    old = f"; {done.entries_old:,} passed over as too old (--days)" if done.entries_old else ""
    lines.append(f"  {many(done.entries, 'page')} new or changed in them{old}")
    if done.pages_unchanged:
        lines.append(f"  {many(done.pages_unchanged, 'page')} unchanged, as their servers say")
    lines.append(summed_up(done.read, ledger))
    if done.following:
        lines.append(f"  next due: {done.following}")
    return "\n".join(lines)
