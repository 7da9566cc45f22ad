"""The stages in order: what the command line, the web and a library user all call.

capture -> article -> reading -> grounded reading -> ledger
                              -> held against the series -> findings
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from tallywire.claims.article import Capture
from tallywire.claims.claim import Claim, ClaimQuery
from tallywire.claims.confidence import known_share, sure, sure_claims
from tallywire.claims.errors import SourceError, UsageError
from tallywire.claims.finding import Cell
from tallywire.claims.fit import Case, Dates, Fit
from tallywire.claims.reading import Reading, ReadingRecord
from tallywire.claims.revision import Revision
from tallywire.claims.series import Bulletin, Series, Unrecognised
from tallywire.collect import bulletins, files, records
from tallywire.collect.articles import article
from tallywire.collect.dates import moment
from tallywire.collect.fetch import is_address
from tallywire.collect.fetch.manners import Manners
from tallywire.extract import document as extracted
from tallywire.ground import document as grounded
from tallywire.series_at_hand import audit as audit
from tallywire.series_at_hand import known_series as known_series
from tallywire.series_at_hand import some_series
from tallywire.series_at_hand import tally_records as tally_records
from tallywire.tally import reproduce as questions
from tallywire.tally.cells import Query, cells
from tallywire.tally.dates import dates
from tallywire.tally.dating import dating
from tallywire.tally.fits import fits
from tallywire.tally.incident import tolls
from tallywire.verify.checks import findings
from tallywire.writers import CaptureWriter, contract, writer
from tallywire.writers.contract import ErrorRecord

if TYPE_CHECKING:
    # SQLAlchemy takes 0.2 s to import, which commands without a ledger must not pay.
    from tallywire.ledger.store import Change, Ledger, Problem, Status


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a bulk reading has come; `problem` when what was just met could not be read."""

    captures: int
    address: str
    figures: int
    problem: SourceError | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a bulk reading did. `problems` counts the sources that could not be read, by code.

    `deleted` counts messages that a complete reading of their channel no longer has; `passed` those without words, and
    the channel's notices of itself.
    """

    captures: int
    new: int
    revised: int
    reread: int
    unchanged: int
    figures: int
    unread: int
    points: int
    problems: tuple[tuple[str, int], ...]
    interrupted: bool
    deleted: int = 0
    passed: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim, and the whole reading that it comes from with the findings it takes part in."""

    claim: Claim
    case: Case


def reading(capture: Capture, *, published: str | None = None) -> Reading:
    """One page, its figures, who says them and when; `published` goes before what the page says of its date.

    SourceError where a saved page or a PDF turns out to hold nothing that can be read, or it is a data set.
    """
    if capture.media == "data":
        remedy = "`tallywire series add` keeps it, `tallywire series show --series` shows it"
        message = "this is the data set of an official series, no article"
        raise SourceError("data_set", message, where=capture.address, remedy=remedy)
    page = article(capture)
    if published is not None:
        page = replace(page, published=_moment(published))
    return grounded.ground(extracted.read(page))


def kept_of(capture: Capture) -> tuple[Reading, Bulletin | None, tuple[SourceError, ...]]:
    """What a ledger keeps of a capture: its reading, its points where it is a bulletin or data set, what was unread.

    SourceError where nothing of it can be read.
    """
    if capture.media == "data":
        found: Bulletin | SourceError | None = bulletins.read(capture.content.decode("utf-8"), capture.address)
        page = Reading(article(capture), ())
    else:
        page = reading(capture)
        found = _bulletin_of(page, capture.address)
    if isinstance(found, SourceError):
        return page, None, (found,)
    # A page around a bulletin has lines that are none of it ("Most read: 10 ..."); a data set has not.
    told = found.unrecognised if found and capture.media == "data" else ()
    return page, found, tuple(map(_unread_line, told))


def _unread_line(one: Unrecognised) -> SourceError:
    remedy = "the other lines were read"
    return SourceError("unread_line", f"{one.words!r}: {one.why}", where=one.origin, line=one.line, remedy=remedy)


def _bulletin_of(read: Reading, address: str) -> Bulletin | SourceError | None:
    """The points of a series where the article is an official bulletin; an error where it is one, and damaged."""
    if not bulletins.recognises(read.article.text):
        return None
    try:
        return bulletins.read(read.article.text, address)
    except SourceError as error:
        return error


def held_against(series: Sequence[Series], read: Reading) -> Case:
    """The reading with everything the series and the checks say of it."""
    day = _day(read.article.published)
    dated = dating(read.figures, series, day)
    fitting = fits(read.figures, series, day, dated)
    found = findings(Case(read, tuple(series), fitting, dated))
    return Case(replace(read, findings=found), tuple(series), fitting, dated, tolls(read))


def check(  # noqa: PLR0913 - what there is to say of one article, each by its name
    source: str | Path,
    *,
    series: Sequence[str | Path] = (),
    ledger: str | Path | None = None,
    published: str | None = None,
    at_least: float = 0.0,
    stdin: BinaryIO | None = None,
    manners: Manners | None = None,
) -> Case:
    """One article and what there is to say of its figures of this confidence. Nothing is kept, nothing is logged."""
    share = known_share(at_least)
    read_now = reading(_only(source, stdin, manners or Manners()), published=published)
    return sure(held_against(known_series(series, ledger), read_now), share)


def read(  # noqa: PLR0913 - as `check`
    sources: Sequence[str],
    ledger: str | Path,
    *,
    progress: Callable[[Progress], None] | None = None,
    stdin: BinaryIO | None = None,
    manners: Manners | None = None,
    only_series: bool = False,
) -> Summary:
    """Read every source, file or address, into a ledger. What cannot be read is logged, and the rest goes on."""
    from tallywire.ledger import store

    with store.open(ledger) as opened:
        bulk = Bulk(opened, only_series=only_series)
        try:
            for found in _captures(sources, stdin, manners or Manners()):
                taken = bulk.take(found)
                if progress is not None:
                    _tell(progress, bulk, _address(found), taken.unread or (taken.problem,))
        except KeyboardInterrupt:
            # The document in hand is dropped; those before it are whole, and leaving the block writes them.
            bulk.interrupted = True
        return bulk.summary()


def _tell(
    progress: Callable[[Progress], None], bulk: Bulk, address: str, problems: Iterable[SourceError | None]
) -> None:
    for problem in problems:
        progress(Progress(bulk.captures, address, bulk.figures, problem))


def extract(lines: Iterable[bytes], *, where: str = files.STDIN, at_least: float = 0.0) -> Iterator[bytes]:
    """JSON Lines in, JSON Lines out, one for one and in order: the contract."""
    share = known_share(at_least)
    for found in records.records(_Lines(lines), where, _now()):
        yield contract.encode(_answer(found, share)) + b"\n"


def extract_sources(
    sources: Sequence[str], *, at_least: float = 0.0, stdin: BinaryIO | None = None
) -> Iterator[ReadingRecord | ErrorRecord]:
    """A record for each document of the sources; standard input is JSON Lines, whatever its first line looks like."""
    answer = partial(_answer, at_least=known_share(at_least))
    for source in sources:
        if source == files.STDIN and stdin is not None:
            yield from map(answer, records.records(stdin, source, _now()))
        else:
            yield from map(answer, _captures([source], stdin))


def reproduce(question: str, *, series: Sequence[str | Path] = (), ledger: str | Path | None = None) -> tuple[Fit, ...]:
    """Which windows of the series give a number: "4,560 killed in a week"."""
    asked = questions.question(question)
    return questions.reproduce(asked, some_series(series, ledger))


def date_of(
    source: str,
    *,
    series: Sequence[str | Path] = (),
    ledger: str | Path | None = None,
    stdin: BinaryIO | None = None,
    manners: Manners | None = None,
) -> Dates:
    """The days that the figures of an article, or of words given as they are, fit a series together."""
    known = some_series(series, ledger)
    if _is_text(source):
        source, stdin = files.STDIN, BytesIO(source.encode())
    return dates(reading(_only(source, stdin, manners or Manners())), known)


def _is_text(source: str) -> bool:
    """Whether these are the words of a text, not the name of where one lies: "710 killed on Friday"."""
    has_blank = len(source.split()) > 1
    return has_blank and not is_address(source) and ("\n" in source or not Path(source).exists())


def explain(claim: str, ledger: str | Path, *, series: Sequence[str | Path] = ()) -> Explanation:
    """How a claim of the ledger came to be read, and what is found about it."""
    known = known_series(series, ledger)
    with _opened(ledger) as opened:
        found = opened.claim(claim)
        return Explanation(found, held_against(known, opened.reading(found)))


def export(
    format: str, ledger: str | Path, out: BinaryIO, query: ClaimQuery | None = None, *, at_least: float = 0.0
) -> None:
    """The claims of a ledger in one of the export formats, or its captures, whole and with every revision."""
    chosen, share = writer(format), known_share(at_least)
    if isinstance(chosen, CaptureWriter) and (share or (query and (query.kind or query.side or query.source))):
        remedy = "leave out --kind, --side, --source and --at-least"
        raise UsageError("whole_pages", f"{format} holds pages, and not claims to choose from", remedy=remedy)
    with _opened(ledger) as opened:
        if isinstance(chosen, CaptureWriter):
            chosen.write_captures(opened.captures(), out)
            return
        chosen.write(sure_claims(opened.claims(query), share), out)


def problems(ledger: str | Path) -> tuple[Problem, ...]:
    """What could not be read into a ledger, oldest first."""
    with _opened(ledger) as opened:
        return opened.problems()


def changes(ledger: str | Path) -> tuple[Change, ...]:
    """What was read with other content than before, or found deleted, oldest first."""
    with _opened(ledger) as opened:
        return opened.changes()


def revisions(address: str, ledger: str | Path) -> tuple[Revision, ...]:
    """What an address has given, first, second, third, each with what was read from it."""
    from tallywire.ledger import history

    with _opened(ledger) as opened:
        return history.revisions(opened, address)


def tally(
    query: Query, *, series: Sequence[str | Path] = (), ledger: str | Path | None = None, at_least: float = 0.0
) -> tuple[Cell, ...]:
    """The numbers of a query by period, from series and from the claims of a ledger."""
    share, known = known_share(at_least), known_series(series, ledger)
    return cells(tuple(sure_claims(_claims(ledger), share)) if ledger is not None else (), known, query)


def version() -> str:
    """The version of this program, as every claim names the one that read it."""
    try:
        return installed_version("tallywire")
    except PackageNotFoundError:
        return "uninstalled"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one capture: kept as which revision, with how many figures; unread where it was a problem."""

    status: Status | Literal["unread"]
    revision: int = 0
    figures: int = 0
    title: str | None = None
    problem: SourceError | None = None
    unread: tuple[SourceError, ...] = ()  # lines of a data set whose other lines were read


class Bulk:
    """A bulk reading under way: each capture into the ledger, each problem into its log, and everything counted.

    With `only_series`, a capture that holds no official series is a problem, and not kept.
    """

    def __init__(self, ledger: Ledger, *, only_series: bool = False) -> None:
        self.ledger = ledger
        self.only_series = only_series
        self.recorded, self.version = _now(), version()
        self.captures = self.figures = self.unread = self.points = self.deleted = self.passed = 0
        self.kept: Counter[str] = Counter()
        self.problems: Counter[str] = Counter()
        self.interrupted = False

    def take(self, found: Capture | SourceError) -> Taken:
        """Keep a capture and what it says, or log why it could not be read."""
        if isinstance(found, SourceError):
            self.log(found)
            return Taken("unread", problem=found)
        try:
            taken = self._keep(found)
        except SourceError as error:
            self.log(error)
            return Taken("unread", problem=error)
        self.captures += 1
        self.passed += found.passed
        if found.extent is not None:
            self.deleted += self.ledger.record_deletions(found.extent, fetched=found.fetched, recorded=self.recorded)
        return taken

    def _keep(self, found: Capture) -> Taken:
        if self.ledger.known(found, version=self.version):
            self.kept["unchanged"] += 1
            return Taken("unchanged")
        page, bulletin, unread = kept_of(found)
        if self.only_series and bulletin is None:
            raise next(iter(unread), _no_series(found.address))
        for one in unread:
            self.log(one)
        kept = self.ledger.keep(found, page, recorded=self.recorded, version=self.version, bulletin=bulletin)
        self.kept[kept.status] += 1
        if kept.status == "unchanged":  # the bytes of an archive at another moment
            return Taken("unchanged", kept.revision)
        self.figures += len(page.figures)
        self.unread += len(page.unread)
        self.points += len(bulletin.points) if bulletin else 0
        return Taken(kept.status, kept.revision, len(page.figures), page.article.title, unread=unread)

    def summary(self) -> Summary:
        """What was done so far."""
        return Summary(
            captures=self.captures,
            new=self.kept["new"],
            revised=self.kept["revised"],
            reread=self.kept["reread"],
            unchanged=self.kept["unchanged"],
            figures=self.figures,
            unread=self.unread,
            points=self.points,
            problems=tuple(sorted(self.problems.items())),
            interrupted=self.interrupted,
            deleted=self.deleted,
            passed=self.passed,
        )

    def log(self, error: SourceError) -> None:
        """Count a problem, and keep it for `tallywire log`."""
        self.problems[error.code] += 1
        self.ledger.record_problem(error, recorded=self.recorded)


class _Lines:
    """Lines from anywhere as the one thing that is asked of a stream of records: its next line."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)

    def readline(self, limit: int = -1, /) -> bytes:
        """The next line, whole; it is in memory already, so there is nothing to limit."""
        line = next(self._lines, b"")
        return line if not line or line.endswith(b"\n") else line + b"\n"


def _answer(found: Capture | SourceError, at_least: float) -> ReadingRecord | ErrorRecord:
    if isinstance(found, SourceError):
        return contract.error_record(found, id=getattr(found, "id", None))
    try:
        read_now = reading(found)
    except SourceError as error:
        return contract.error_record(error, id=found.address)
    return contract.record(sure(held_against((), read_now), at_least))


def _only(source: str | Path, stdin: BinaryIO | None, manners: Manners) -> Capture:
    """The one capture of a source."""
    with closing(_captures([str(source)], stdin, manners)) as found:
        first = next(found)
        more = not isinstance(first, SourceError) and next(found, None) is not None
    if isinstance(first, SourceError):
        raise first
    if more:
        remedy = "`tallywire read` takes many"
        raise UsageError("one_article", "there is more than one article here", where=str(source), remedy=remedy)
    return first


def _captures(
    sources: Sequence[str], stdin: BinaryIO | None, manners: Manners | None = None
) -> Generator[Capture | SourceError]:
    """What is found under the sources, by names that can be printed and kept; without manners nothing is fetched."""
    for found in _found(sources, stdin, manners):
        yield printable(found)


def printable(found: Capture | SourceError) -> Capture | SourceError:
    """By a name that can be printed and kept."""
    if isinstance(found, SourceError):
        found.where = _printable(found.where)
        return found
    name = _printable(found.address)
    return found if name == found.address else replace(found, address=name)


def _found(sources: Sequence[str], stdin: BinaryIO | None, manners: Manners | None) -> Iterator[Capture | SourceError]:
    for fetched, some in groupby(sources, key=is_address):
        if not fetched:
            yield from files.captures(list(some), stdin=stdin)
        elif manners is not None:
            from tallywire.collect.fetch import pages  # 0.2 s, which those who read files must not pay

            yield from pages.captures(list(some), manners, version())
        else:
            remedy = "`tallywire read` and `tallywire check` fetch"
            yield from (SourceError("not_fetched", "nothing is fetched here", where=one, remedy=remedy) for one in some)


def _printable(name: str) -> str:
    """A file name that is no UTF-8 with its strange bytes written out: Python holds them as lone surrogates."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _opened(ledger: str | Path) -> Ledger:
    """A ledger to ask, not to write to."""
    from tallywire.ledger import store

    return store.open(ledger, create=False, readonly=True)


def _claims(ledger: str | Path) -> tuple[Claim, ...]:
    with _opened(ledger) as opened:
        return tuple(opened.claims())


def _address(found: Capture | SourceError) -> str:
    return found.address if isinstance(found, Capture) else found.where


def _no_series(address: str) -> SourceError:
    remedy = "a table needs a description beside it: `tallywire series add --help`; `tallywire read` takes articles"
    return SourceError("no_series", "no bulletin and no data set of an official series", where=address, remedy=remedy)


def _moment(published: str) -> str:
    known = moment(published)
    if known is None:
        remedy = "write it as 2022-11-11 or 2022-11-11T09:30:00Z"
        raise UsageError("bad_date", f"{published!r} is no date", remedy=remedy)
    return known


def _day(published: str | None) -> date | None:
    """The day of a moment in the zone it was given in."""
    return date.fromisoformat(published[:10]) if published else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
