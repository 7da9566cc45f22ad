"""Local processes that read shards: one that dies is replaced, and its shard is read again."""

from __future__ import annotations

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Protocol

from tallywire.bulk.shards import Shard
from tallywire.bulk.work import disk_fault, written
from tallywire.bulk.worker import Task, read
from tallywire.claims.errors import TallywireError
from tallywire.memory import collect_rarely

# A page that a process died of so many times is not read again; a process may also be killed by chance.
DEATHS = 3
# As often a process may die before it begins to read, which no page is to blame for.
STARTS = 10
NOT_BEGUN = -1
# Tasks of a process, the one in hand among them: so it need not wait while parts are merged.
WAITING = 2


@dataclass(frozen=True, slots=True)
class Finished:
    """A shard whose part lies where it was asked for; `failed` where its readers died until it was given up."""

    shard: Shard
    failed: bool = False


class Engine(Protocol):
    """Whoever reads shards: processes of this machine, or a cluster."""

    def wants(self) -> bool:
        """Whether it could begin another shard now."""

    def give(self, shard: Shard, target: Path) -> None:
        """Have a shard read and its part put at the target."""

    def finished(self, seconds: float) -> list[Finished]:
        """The shards that were finished, waiting so long for the first."""

    def under_way(self) -> int:
        """How many captures were begun of shards that are not finished, as far as it is known."""

    def close(self) -> None:
        """Let go of everything, finished or not."""


class _Worker:
    """A process, the line to it, and what it does."""

    def __init__(self) -> None:
        # Not forked: a fork would copy the locks of threads that are not there any more.
        context = multiprocessing.get_context("spawn")
        self.begun: Synchronized[int] = context.Value("q", NOT_BEGUN)
        self.line, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, self.begun), daemon=True)
        self.process.start()
        theirs.close()
        self.tasks: deque[tuple[Task, Path]] = deque()  # the first is in hand

    def give(self, task: Task, target: Path) -> None:
        self.tasks.append((task, target))
        with suppress(OSError):  # it died: whoever looks at it next will see, and give its tasks to another
            self.line.send((task, target))

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.line.close()


class Pool:
    """So many processes; the tasks of those that die are given to their successors."""

    def __init__(self, jobs: int, moment: str, version: str) -> None:
        self._moment, self._version = moment, version
        self._workers = [_Worker() for _ in range(jobs)]
        self._deaths: Counter[tuple[str, int]] = Counter()

    def wants(self) -> bool:
        """Whether a process has nothing waiting for it."""
        return any(len(worker.tasks) < WAITING for worker in self._workers)

    def give(self, shard: Shard, target: Path) -> None:
        """Have a shard read by the process that has least to do."""
        worker = min(self._workers, key=lambda worker: len(worker.tasks))
        worker.give(Task(shard, self._moment, self._version), target)

    def finished(self, seconds: float) -> list[Finished]:
        """The shards that were finished, waiting so long for the first."""
        lines: list[Connection | int] = [worker.line for worker in self._workers if worker.tasks]
        wait([*lines, *(worker.process.sentinel for worker in self._workers)], seconds)
        return [one for place in range(len(self._workers)) for one in self._look_at(place)]

    def under_way(self) -> int:
        """How many captures were begun of shards that are not finished."""
        return sum(max(0, worker.begun.value) for worker in self._workers if worker.tasks)

    def close(self) -> None:
        """End the processes; a part that one of them was writing is not there."""
        for worker in self._workers:
            worker.end()

    def _look_at(self, place: int) -> Iterator[Finished]:
        worker = self._workers[place]
        if worker.line.poll():
            try:
                fault = worker.line.recv()
            except (EOFError, ConnectionResetError):
                worker.process.join()
                yield from self._died(place)
                return
            task, target = worker.tasks.popleft()
            if fault is not None:
                raise disk_fault(fault, target.parent)
            yield Finished(task.shard)
        elif not worker.process.is_alive():
            yield from self._died(place)

    def _died(self, place: int) -> Iterator[Finished]:
        tasks, begun = self._workers[place].tasks, self._workers[place].begun.value
        self._replace(place)
        if not tasks:
            return
        task, target = tasks.popleft()
        blamed = self._blamed(task, begun)
        if blamed is None:
            yield Finished(task.shard, failed=True)
        else:
            tasks.appendleft((blamed, target))
        for again in tasks:
            self._workers[place].give(*again)

    def _blamed(self, task: Task, begun: int) -> Task | None:
        """The task to try again, without a page that kills too often; None where nothing is left to try."""
        self._deaths[task.shard.id, begun] += 1
        deaths = self._deaths[task.shard.id, begun]
        if begun == NOT_BEGUN:
            if deaths >= STARTS:
                raise TallywireError("no_process", "the processes that should read die as they start")
            return task
        if deaths < DEATHS:
            return task
        if begun in task.fatal:  # it was not to read that one: it dies of looking for it
            return None
        self._deaths[task.shard.id, begun] = 0
        return replace(task, fatal=task.fatal | {begun})

    def _replace(self, place: int) -> None:
        self._workers[place].end()
        self._workers[place] = _Worker()


def _serve(line: Connection, begun: Synchronized[int]) -> None:
    """What a process does all its life; it ends when nobody is there to give it work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who gives the work
    collect_rarely()

    def begin(number: int) -> None:
        begun.value = number

    try:
        while True:
            task, target = line.recv()
            fault = _fault(task, target, begin)
            begin(NOT_BEGUN)
            line.send(fault)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _fault(task: Task, target: Path, begin: Callable[[int], None]) -> OSError | None:
    """Read a task to its part; what the disk had against it."""
    try:
        with written(target) as file:
            read(task, file, begin)
    except OSError as error:
        return error
    return None
