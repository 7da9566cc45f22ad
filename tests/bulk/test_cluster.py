"""A Dask cluster on this machine: a scheduler and two workers in processes of their own, one of which is killed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contents import contents
from tallywire.bulk import run
from tallywire.bulk.cluster import Cluster
from tallywire.bulk.pool import Finished
from tallywire.claims.errors import UsageError

pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.enable_socket,  # on loopback alone
    pytest.mark.filterwarnings("ignore"),  # of another library, about itself
]


@contextlib.contextmanager
def process(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "DASK_DISTRIBUTED__DASHBOARD": "",
    }
    begun = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    try:
        yield begun
    finally:
        begun.kill()
        begun.wait()


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.usefixtures("small")
def test_one_of_two_workers_is_killed_in_the_middle(
    sources: list[str], alone: Path, tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, path = f"tcp://127.0.0.1:{port}", tmp_path / "war.tally"
    here = ("--host", "127.0.0.1", "--no-dashboard")
    worker = ("dask_worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
    finished, came = Cluster.finished, list[int]()
    with process("dask_scheduler", *here, "--port", str(port)), process(*worker) as first, process(*worker):

        def looked(cluster: Cluster, seconds: float) -> list[Finished]:
            found = finished(cluster, seconds)
            came.append(len(found))
            if sum(came) >= 4 and first.poll() is None and len(cluster._client.nthreads()) == 2:
                first.send_signal(signal.SIGKILL)
                first.wait()
            return found

        monkeypatch.setattr(Cluster, "finished", looked)
        run.read(sources, path, scheduler=address)
        assert first.poll() == -signal.SIGKILL
    assert sum(came) > 20
    assert contents(path) == contents(alone)


def test_no_scheduler(tmp_path: Path, port: int, sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tallywire.bulk.cluster.ANSWERS", 0.2)
    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        run.read(sources, tmp_path / "war.tally", scheduler=f"tcp://127.0.0.1:{port}")


def test_without_dask(tmp_path: Path, sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match="tallywire\\[dask\\]"):
        run.read(sources, tmp_path / "war.tally", scheduler="tcp://127.0.0.1:1")
