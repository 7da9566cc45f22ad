"""The commands: each takes its words, asks the pipeline and prints the answer; heavy things are imported inside."""

from __future__ import annotations

import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from tallywire.claims.errors import Exit, TallywireError, UsageError
from tallywire.claims.figure import Kind, What
from tallywire.commands import audit, dating, live, series
from tallywire.commands.options import Contact, Json, LedgerFile, Private, manners
from tallywire.memory import collect_rarely
from tallywire.prompt import FOLDERS, complain, print_json, progress_bar, sample, sentences, summed_up, written
from tallywire.tally.query import By, Policy, Query

_EXITS = """Exit statuses: 0 done; 1 the command's own work failed; 2 the words of the call make no sense;
3 some input could not be read, everything else was; 130 stopped by Ctrl-C, what was finished is kept.

With --json, answers are JSON in the contract that `tallywire schema` prints, one object a line."""

DAY = ["%Y-%m-%d"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help starts in a third of the time
)

Source = Annotated[
    str,
    typer.Argument(help="A file (.html, .mhtml, .pdf, .txt, .md, .jsonl, .warc), an address, or - for standard input."),
]
Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files (.html, .mhtml, .pdf, .txt, .md, .jsonl, .warc, .wacz; Telegram's result.json), folders, "
        "addresses, or -."
    ),
]
SeriesFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--series", metavar="FILE", help="A file or folder of official bulletins or their data set. Repeatable."
    ),
]
AtLeast = Annotated[
    float,
    typer.Option(
        metavar="SHARE",
        help="Leave out figures of less confidence, 0 to 1: 0.95 keeps shapes measured right 95 times in 100.",
    ),
]
MaybeLedger = Annotated[
    Path | None, typer.Option("--ledger", metavar="FILE", help="A ledger that has read bulletins or articles.")
]


def main() -> None:
    """Runs the command that was asked for; the entry point of the program."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `tallywire export csv | head` ends quietly
    collect_rarely()
    sys.exit(run())


def run(words: list[str] | None = None) -> int:
    """Runs one command and answers with its exit status; a fault is told on standard error."""
    try:
        app(words)
    except SystemExit as ended:  # how every command ends, the good ones too
        return int(ended.code or 0)
    except TallywireError as error:
        complain(error)
        return error.exit_status
    return 0


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if wanted:
        from importlib.metadata import version

        from tallywire.extract import sentences

        form = "plain Python" if sentences.__file__.endswith(".py") else "compiled"
        typer.echo(f"tallywire {version('tallywire')} ({form})")
        raise typer.Exit


@app.callback(epilog=_EXITS)
def tallywire(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Reads the news of a conflict and keeps its figures honest.

    \b
    Start with:
      tallywire demo
      tallywire check page.html
    """


@app.command()
def demo() -> None:
    """Show the program at work on a small sample.

    The sample comes with the program, and nothing is left behind.

    \b
    Example:
      tallywire demo
    """
    from contextlib import chdir
    from tempfile import TemporaryDirectory

    home = sample()
    page, ledger = str(home / "articles" / "kherson-week.html"), ("--ledger", "demo.tally")
    steps = (
        ("read", str(home), *ledger),
        ("check", page, *ledger),
        ("tally", "killed", "--of", "combatant", "--side", "Russia", "--by", "week", *ledger),
    )
    with TemporaryDirectory(prefix="tallywire-") as folder, chdir(folder):
        for words in steps:
            typer.secho(f"\n$ tallywire {' '.join(words)}\n".replace(f"{home.parent}/", ""), bold=True)
            app(words, standalone_mode=False)
    typer.echo(f"\nThat was a sample; nothing of it is left. Its files lie in {home}")
    typer.echo("Now try a page of your own:  tallywire check page.html   (`tallywire --help` lists the rest)")


@app.command()
def read(
    sources: Sources,
    ledger: LedgerFile,
    contact: Contact = None,
    private: Private = None,
    *,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Read with so many processes.")] = 1,
    engine: Annotated[
        Literal["local", "dask"], typer.Option(help="Who reads: this machine, or a Dask cluster.")
    ] = "local",
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Of the cluster: tcp://host:8786.")] = None,
    json: Json = False,
) -> None:
    """Read articles and bulletins into a ledger.

    Reading the same bytes twice changes nothing; changed bytes are a new revision. What cannot be read is told and
    logged, and the rest goes on (exit status 3). Of web archives (.warc, .warc.gz, .warc.zst, .wacz) the pages, texts
    and PDF files are read that were answered with status 200.

    With --jobs or --engine dask, what is read waits in a hidden folder beside the ledger until it is merged; a run that
    was stopped or killed goes on where it was when it is called again. --engine dask needs the extra tallywire[dask].

    \b
    Examples:
      tallywire read articles/ --ledger war.tally
      tallywire read page.html bulletins/ feed.jsonl --ledger war.tally
      tallywire read saved.mhtml update.pdf ChatExport/ --ledger war.tally
      tallywire read https://site.example/story --ledger war.tally
      tallywire read crawl/*.warc.gz --ledger war.tally --jobs 8
    """
    if (engine == "dask") != (scheduler is not None):
        raise UsageError("no_scheduler", "--engine dask and --scheduler ADDRESS go together", remedy="give both")
    with progress_bar(sources) as progress:
        if jobs > 1 or scheduler is not None:
            from tallywire.bulk import run

            summary = run.read(sources, ledger, jobs=jobs, scheduler=scheduler, progress=progress)
        else:
            from tallywire import pipeline

            polite = manners(contact, private)
            summary = pipeline.read(sources, ledger, progress=progress, stdin=sys.stdin.buffer, manners=polite)
    print_json([summary]) if json else typer.echo(summed_up(summary, ledger))
    if summary.interrupted:
        typer.echo(f"tallywire: interrupted; what was finished is kept in {ledger}", err=True)
        raise typer.Exit(Exit.INTERRUPTED)
    if summary.problems:
        raise typer.Exit(Exit.SOME_UNREAD)


@app.command()
def check(
    source: Source,
    series: SeriesFiles = None,
    ledger: MaybeLedger = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day it was published, where the page does not say: 2022-11-11."),
    ] = None,
    at_least: AtLeast = 0.0,
    contact: Contact = None,
    private: Private = None,
    *,
    json: Json = False,
) -> None:
    """Show an article's figures, who says them, and what adds up.

    Nothing is kept or logged.

    \b
    Examples:
      tallywire check page.html
      tallywire check story.txt --published 2022-11-11 --series bulletins/
      tallywire check https://site.example/story --at-least 0.95
      pbpaste | tallywire check - --json
    """
    from tallywire import pipeline
    from tallywire.verify.needs import needs
    from tallywire.writers import contract, report

    case = pipeline.check(
        source,
        series=series or (),
        ledger=ledger,
        published=published,
        at_least=at_least,
        stdin=sys.stdin.buffer,
        manners=manners(contact, private),
    )
    if json:
        print_json([contract.record(case)])
    else:
        report.render(case, sys.stdout, needs=needs(case))


app.command()(live.watch)


@app.command()
def extract(
    sources: Annotated[list[str] | None, typer.Argument(help="Files or folders; - is JSON Lines.")] = None,
    at_least: AtLeast = 0.0,
) -> None:
    """Read documents into JSON Lines, one reading a document.

    Answers come in the order of the input, without a ledger or a network. Standard input, and any .jsonl file, holds
    one object a line: {"id", "text" | "html" | "html_base64", "url"?, "published"?, "lang"?}. A line that cannot be
    read is answered by an error in its place (exit status 3).

    \b
    Examples:
      tallywire extract page.html
      tallywire extract < documents.jsonl > readings.jsonl
      tallywire extract --at-least 0.95 < documents.jsonl > surer.jsonl
      echo '{"id": "1", "text": "Officials said 12 people were killed."}' | tallywire extract
    """
    from tallywire import pipeline
    from tallywire.writers import contract

    unread = False
    for record in pipeline.extract_sources(sources or ["-"], at_least=at_least, stdin=sys.stdin.buffer):
        unread |= isinstance(record, contract.ErrorRecord)
        sys.stdout.buffer.write(contract.encode(record) + b"\n")
    if unread:
        raise typer.Exit(Exit.SOME_UNREAD)


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(help="One type of the contract: reading, figure, ...")] = None,
) -> None:
    """Print the JSON Schema of the contract, or of one type.

    \b
    Examples:
      tallywire schema
      tallywire schema figure
    """
    from json import dumps

    from tallywire.writers import contract

    typer.echo(dumps(contract.schema(name), indent=2, ensure_ascii=False))


@app.command()
def tally(
    kind: Annotated[
        Kind, typer.Argument(metavar="KIND", help="Of harm: killed, wounded, captured, destroyed, lost ...")
    ],
    *,
    of: Annotated[What, typer.Option(metavar="WHAT", help="person, combatant, civilian, tank, helicopter ...")],
    side: Annotated[str, typer.Option(help="Whose losses: a name such as Russia, or an id of the catalogue.")],
    by: Annotated[By, typer.Option(help="How long each period is.")] = "week",
    source: Annotated[str | None, typer.Option(help="Only this claimant: a name or an id.")] = None,
    policy: Annotated[Policy | None, typer.Option(help="One number a period; official needs --source.")] = None,
    since: Annotated[datetime | None, typer.Option(formats=DAY, metavar="DATE", help="From this day on.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAY, metavar="DATE", help="Up to this day.")] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=DAY, metavar="DATE", help="As known at the end of this day.")
    ] = None,
    at_least: AtLeast = 0.0,
    series: SeriesFiles = None,
    ledger: MaybeLedger = None,
    records: Annotated[
        bool, typer.Option("--records", help="Only each series' highest period; irregular first weeks stand apart.")
    ] = False,
    plot: Annotated[bool, typer.Option("--plot", help="Draw a chart in the terminal.")] = False,
    json: Json = False,
) -> None:
    """Add up what sources claim by day, week or month.

    One row a source, each with its bounds. A single number a period appears only under a policy that you name.
    --at-least leaves out claims of articles; the totals of a series are no readings, and stay.

    \b
    Examples:
      tallywire tally killed --of combatant --side Russia --by week --series bulletins/
      tallywire tally killed --of combatant --side Russia --by day --records --until 2022-11-10 --series bulletins/
      tallywire tally destroyed --of tank --side Russia --by month --ledger war.tally --plot
      tallywire tally killed --of person --side Ukraine --ledger war.tally --policy median --json
    """
    from tallywire import pipeline
    from tallywire.writers import table

    if ledger is None and not series:
        raise UsageError("no_source", "there is nothing to add up", remedy="give --ledger FILE, --series FILE, or both")
    first, last, known = (day.date() if day else None for day in (since, until, as_of))
    asked = Query(kind, of, side, by=by, source=source, policy=policy, since=first, until=last, as_of=known)
    if records and policy:
        raise UsageError("two_policies", "--records is a policy of its own", remedy="leave out --policy")
    if records:
        cells = pipeline.tally_records(asked, series=series or (), ledger=ledger)
    else:
        cells = pipeline.tally(asked, series=series or (), ledger=ledger, at_least=at_least)
    if json:
        print_json(cells)
        return
    table.cells(cells, sys.stdout)
    if plot and cells:
        from tallywire.tally.plot import plot as chart

        typer.echo(chart(cells))


@app.command()
def reproduce(
    question: Annotated[str, typer.Argument(help='A number in words of time: "4,560 killed in a week".')],
    series: SeriesFiles = None,
    ledger: MaybeLedger = None,
    *,
    json: Json = False,
) -> None:
    """Search official series for what gives a figure.

    Answers with the days whose totals give it, and says how much such a fit proves.

    \b
    Examples:
      tallywire reproduce "4,560 killed in a week" --series bulletins/
      tallywire reproduce "over 700 on Friday" --ledger war.tally
    """
    from tallywire import pipeline
    from tallywire.writers import table

    fits = pipeline.reproduce(question, series=series or (), ledger=ledger)
    if json:
        print_json(fits)
        return
    for fit in fits:
        table.fit(fit, sys.stdout)


app.command()(audit.audit)
app.command()(dating.date)


@app.command()
def explain(
    claim: Annotated[str, typer.Argument(help="The id of a claim, or its beginning.")],
    ledger: LedgerFile,
    series: SeriesFiles = None,
    *,
    json: Json = False,
) -> None:
    """Show how a claim came to be read.

    Its sentence, the rule and the words that fired, what was bound to it and why, identifiers, findings.

    \b
    Examples:
      tallywire export csv --ledger war.tally        (the first column holds the ids)
      tallywire explain 3f2a9c --ledger war.tally
    """
    from tallywire import pipeline
    from tallywire.writers import explain as explanation

    found = pipeline.explain(claim, ledger, series=series or ())
    if json:
        print_json([found.claim])
        return
    case = found.case
    findings = tuple(one for one in case.reading.findings if found.claim.figure.id in one.figures)
    meaning = dict(sentences("rule")).get(found.claim.figure.rule)
    event = next((one for one in case.reading.events if one.id == found.claim.figure.event), None)
    text = case.reading.article.text
    explanation.render(explanation.Explained(found.claim, text, meaning, findings, event), sys.stdout)


app.command()(live.revisions)
app.add_typer(series.app, name="series")


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="jsonl, csv or wacz.")],
    ledger: LedgerFile,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
    *,
    kind: Annotated[str | None, typer.Option(help="Only this kind of harm.")] = None,
    side: Annotated[str | None, typer.Option(help="Only losses of this side.")] = None,
    source: Annotated[str | None, typer.Option(help="Only what this source claims.")] = None,
    at_least: AtLeast = 0.0,
    everything: Annotated[bool, typer.Option("--all", help="Comments, related links and old revisions too.")] = False,
) -> None:
    """Write the claims of a ledger for other programs, or its pages as a web archive.

    Comments, related links and replaced revisions only with --all. wacz holds the pages themselves, as they were met,
    with every revision.

    \b
    Examples:
      tallywire export csv --ledger war.tally > claims.csv
      tallywire export jsonl --ledger war.tally --kind killed --side Russia --out killed.jsonl
      tallywire export wacz --ledger war.tally -o pages.wacz
    """
    from tallywire import pipeline
    from tallywire.claims.claim import ClaimQuery

    query = ClaimQuery(kind=kind, side=side, source=source, all_segments=everything, all_revisions=everything)
    with written(out) as file:
        pipeline.export(form, ledger, file, query, at_least=at_least)


@app.command()
def rules(*, json: Json = False) -> None:
    """Print every rule, check, bulletin, kind of anomaly and export, with its sentence.

    \b
    Example:
      tallywire rules
    """
    found = [(part, name, says) for part in FOLDERS for name, says in sentences(part)]
    if json:
        print_json({"part": part, "name": name, "says": says} for part, name, says in found)
        return
    width = max(len(name) for _, name, _ in found) + 2
    typer.echo("\n".join(f"{part:10}{name:{width}}{says}" for part, name, says in found))


@app.command()
def log(ledger: LedgerFile, *, json: Json = False) -> None:
    """List what could not be read into a ledger, and what changed.

    Each source that could not be read, with what to do; each address that was read with other content than before, and
    each message that a later reading of its channel no longer had. Nothing of them is lost: `export --all`.

    \b
    Example:
      tallywire log --ledger war.tally
    """
    from tallywire import pipeline
    from tallywire.ledger.store import Change, Problem

    entries: list[Problem | Change] = [*pipeline.problems(ledger), *pipeline.changes(ledger)]
    entries.sort(key=lambda entry: entry.recorded)
    if json:
        print_json(entries)
        return
    for one in entries:
        place = f"{one.source}:{one.line}" if one.line is not None else one.source
        behind = one.remedy if isinstance(one, Problem) else f"revision {one.revision}"
        typer.echo(f"{one.recorded}  {one.code:16}  {place}: {one.message} ({behind})")
    if not entries:
        typer.echo("Nothing: every source was read, and none changed.")
