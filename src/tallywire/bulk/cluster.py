"""A Dask cluster that reads shards: a thin adapter, which sends tasks out and writes the parts that come back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from tallywire.bulk.pool import Finished
from tallywire.bulk.shards import Shard
from tallywire.bulk.work import disk_fault, written
from tallywire.bulk.worker import Task, read
from tallywire.claims.errors import UsageError
from tallywire.pipeline import version

if TYPE_CHECKING:
    from distributed import Future

# Seconds in which a scheduler must answer.
ANSWERS = 15
# Shards for each thread of the cluster: one in hand, and one to go on with.
EACH = 2


class Cluster:
    """The workers of a Dask scheduler. They see the sources by the same paths, and have this version installed."""

    def __init__(self, scheduler: str, moment: str, version: str) -> None:
        try:
            import distributed
        except ImportError as error:
            remedy = "install it with: pip install 'tallywire[dask]'"
            raise UsageError("no_dask", "--engine dask needs dask.distributed", remedy=remedy) from error
        try:
            self._client = distributed.Client(scheduler, timeout=ANSWERS, set_as_default=False)
        except (OSError, ValueError) as error:
            says = f"no Dask scheduler answers: {error}"
            raise UsageError("no_scheduler", says, where=scheduler, remedy="start one: dask scheduler") from error
        self._dask = distributed
        self._moment, self._version = moment, version
        self._given: dict[Future, tuple[Shard, Path]] = {}

    def wants(self) -> bool:
        """Whether there is room before the workers; also while there is none, so that some may still come."""
        threads: int = sum(self._client.nthreads().values())
        return len(self._given) < max(1, EACH * threads)

    def give(self, shard: Shard, target: Path) -> None:
        """Send a shard out; Dask gives it to another worker where one dies."""
        task = Task(shard, self._moment, self._version)
        future = self._client.submit(part_of, task, key=f"{target.stem}-{self._moment}", pure=False)
        self._given[future] = (shard, target)

    def finished(self, seconds: float) -> list[Finished]:
        """The shards whose parts came back, waiting so long for the first."""
        try:
            with self._client.as_current():
                done, _ = self._dask.wait(list(self._given), timeout=seconds, return_when="FIRST_COMPLETED")
        except TimeoutError:
            return []
        return [self._taken(future) for future in done]

    def under_way(self) -> int:
        """Nothing is known of shards that are elsewhere."""
        return 0

    def close(self) -> None:
        """Leave the cluster; what was sent out is called back."""
        self._client.cancel(list(self._given))
        self._client.close(timeout=ANSWERS)

    def _taken(self, future: Future) -> Finished:
        shard, target = self._given.pop(future)
        try:
            content = future.result()
        except self._dask.scheduler.KilledWorker:
            return Finished(shard, failed=True)
        except OtherVersionError as other:
            says = f"a worker of the cluster has version {other}, and this is {self._version}"
            raise UsageError("other_version", says, remedy="install the same version everywhere") from other
        try:
            with written(target) as file:
                file.write(content)
        except OSError as error:
            raise disk_fault(error, target.parent) from error
        return Finished(shard)


class OtherVersionError(Exception):
    """A worker has another version of this program, and would read otherwise; it says which."""


def part_of(task: Task) -> bytes:
    """The part of a shard, on a worker; OtherVersionError where it would not be the one that was asked for."""
    if version() != task.version:
        raise OtherVersionError(version())
    out = io.BytesIO()
    read(task, out)
    return out.getvalue()
