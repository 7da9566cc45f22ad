"""A bulk reading: shards are given out, their parts come back in any order and are merged in the order of the input."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tallywire.bulk import part
from tallywire.bulk.pool import Engine, Finished, Pool
from tallywire.bulk.shards import Shard, shards
from tallywire.bulk.work import Done, Work
from tallywire.claims.errors import SourceError, UsageError
from tallywire.collect.fetch import is_address
from tallywire.collect.files import STDIN
from tallywire.collect.warc import Skipped
from tallywire.ledger import store
from tallywire.ledger.store import Ledger
from tallywire.pipeline import Progress, Summary, version

# Shards given out and not merged: enough to keep everybody at work while one slow shard holds up the order.
AHEAD = 64
# Seconds between two looks at how far it has come.
LOOK = 0.5

Tell = Callable[[Progress], None]


def read(
    sources: Sequence[str],
    ledger: str | Path,
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    progress: Tell | None = None,
) -> Summary:
    """Read every source into a ledger by `jobs` processes of this machine, or by a Dask cluster at this address.

    The ledger gets the rows that `pipeline.read` gives it. A run that was stopped or killed goes on when it is called
    again with the same sources; nothing is lost and nothing doubled.
    """
    for source in sources:
        if source == STDIN or is_address(source):
            what = "standard input is" if source == STDIN else "addresses are"
            raise UsageError("one_process", f"{what} read by one process", remedy="leave out --jobs and --engine")
    with store.open(ledger) as opened, Work(Path(ledger), sources, version()) as work:
        run = _Run(opened, work, progress or (lambda _: None))
        try:
            with closing(_engine(jobs, scheduler, work)) as engine:
                run.through(shards(sources), engine)
        except KeyboardInterrupt:
            # Parts that are finished stay in the work folder; those merged before are in the ledger.
            return run.summary(interrupted=True)
        run.tell_skipped()
        opened.settle()
        work.finish()
        return run.summary()


def _engine(jobs: int, scheduler: str | None, work: Work) -> Engine:
    if scheduler is None:
        return Pool(jobs, work.moment, version())
    from tallywire.bulk.cluster import Cluster

    return Cluster(scheduler, work.moment, version())


@dataclass(slots=True)
class _Given:
    """A shard that was given out, in its place in the order."""

    shard: Shard
    finished: bool = False
    failed: bool = False


class _Run:
    """A bulk reading under way."""

    def __init__(self, ledger: Ledger, work: Work, tell: Tell) -> None:
        self._ledger, self._work, self._tell = ledger, work, tell
        self._order: deque[_Given] = deque()
        self._sum = Done()
        self._under_way = 0

    def through(self, found: Iterator[Shard | SourceError], engine: Engine) -> None:
        """Give out every shard and merge every part."""
        more = True
        while more or self._order:
            while more and len(self._order) < AHEAD and engine.wants():
                more = self._give(next(found, None), engine)
            if self._order and not self._order[0].finished:
                for finished in engine.finished(LOOK):
                    self._note(finished)
            self._under_way = engine.under_way()
            self._merge_what_is_next()
            self._say()

    def tell_skipped(self) -> None:
        """Log what was passed over, once for each archive, however many shards it was cut into."""
        for where, counts in self._sum.skipped.items():
            self._log(Skipped(where, counts))

    def summary(self, *, interrupted: bool = False) -> Summary:
        """What was done so far, in this run and in those before that it goes on from."""
        done = self._sum
        statuses = {name: done.kept.get(name, 0) for name in ("new", "revised", "reread", "unchanged")}
        problems = tuple(sorted(done.problems.items()))
        counted = ("captures", "figures", "unread", "points", "deleted", "passed")
        counts: dict[str, int] = {name: getattr(done, name) for name in counted}
        return Summary(**statuses, **counts, problems=problems, interrupted=interrupted)

    def _give(self, shard: Shard | SourceError | None, engine: Engine) -> bool:
        """Give out a shard; whether there may be more."""
        if shard is None:
            return False
        if isinstance(shard, SourceError):
            self._log(shard)
            return True
        given = _Given(shard)
        self._order.append(given)
        if self._work.done(shard) is not None or self._work.part(shard).exists():
            given.finished = True  # by a run that was stopped
        else:
            engine.give(shard, self._work.part(shard))
        return True

    def _note(self, finished: Finished) -> None:
        for given in self._order:
            if given.shard.id == finished.shard.id:
                given.finished, given.failed = True, finished.failed

    def _merge_what_is_next(self) -> None:
        while self._order and self._order[0].finished:
            given = self._order.popleft()
            if given.failed:
                self._log(_given_up(given.shard))
                continue
            done = self._work.done(given.shard)
            if done is None:
                done = self._merged(given.shard)
                self._ledger.settle()
                self._work.merged(given.shard, done)
            self._add(done)

    def _merged(self, shard: Shard) -> Done:
        done, kept, problems = Done(), Counter[str](), Counter[str]()
        with self._work.part(shard).open("rb") as file:
            for item in part.read(file):
                if isinstance(item, Skipped):
                    done.skipped[item.where] = dict(item.counts)
                elif isinstance(item, SourceError):
                    problems[item.code] += 1
                    self._ledger.record_problem(item, recorded=self._work.moment)
                    self._tell(Progress(self._begun(), item.where, self._sum.figures, item))
                else:
                    kept[self._keep(item, done)] += 1
        done.kept, done.problems, done.captures = dict(kept), dict(problems), kept.total()
        return done

    def _keep(self, item: part.Read, done: Done) -> str:
        """Keep a document, and count what is in it; its status."""
        document = item.document
        status = self._ledger.keep_document(document).status
        if status != "unchanged":
            done.figures += len(document.claims)
            done.unread += item.unread
            done.points += len(document.points)
        done.passed += item.passed
        if item.extent is not None:
            times = {"fetched": document.fetched, "recorded": document.recorded}
            done.deleted += self._ledger.record_deletions(item.extent, **times)
        return status

    def _add(self, done: Done) -> None:
        whole = self._sum
        for name in ("captures", "figures", "unread", "points", "deleted", "passed"):
            setattr(whole, name, getattr(whole, name) + getattr(done, name))
        whole.kept = dict(Counter(whole.kept) + Counter(done.kept))
        whole.problems = dict(Counter(whole.problems) + Counter(done.problems))
        for where, counts in done.skipped.items():
            whole.skipped[where] = dict(Counter(whole.skipped.get(where, {})) + Counter(counts))

    def _log(self, error: SourceError) -> None:
        self._sum.problems[error.code] = self._sum.problems.get(error.code, 0) + 1
        self._ledger.record_problem(error, recorded=self._work.moment)
        self._tell(Progress(self._begun(), error.where, self._sum.figures, error))

    def _say(self) -> None:
        address = self._order[0].shard.pieces[0].path if self._order else ""
        self._tell(Progress(self._begun(), address, self._sum.figures))

    def _begun(self) -> int:
        return self._sum.captures + self._under_way


def _given_up(shard: Shard) -> SourceError:
    first, last = shard.pieces[0], shard.pieces[-1]
    where = first.path if first.start == 0 else f"{first.path} from byte {first.start:,}"
    says = "every process that read it died" if first is last else f"every process that read it up to {last.path} died"
    return SourceError("fatal", says, where=where, remedy="the others are read; please report this file")
