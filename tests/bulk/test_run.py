"""A bulk reading gives the ledger of a single process, however often it is stopped and whatever its processes do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archives import page
from contents import contents
from tallywire import pipeline
from tallywire.bulk import run
from tallywire.bulk.pool import NOT_BEGUN, Finished, Pool
from tallywire.bulk.shards import Shard, shards
from tallywire.bulk.work import Work
from tallywire.bulk.worker import Task, read
from tallywire.claims.errors import LedgerError, SourceError, TallywireError, UsageError
from tallywire.pipeline import Progress
from telegrams import page as channel
from telegrams import post

Put = Callable[[Shard, Path], None]


class Here:
    """An engine in this process: its shards are finished in the opposite order, two at a time."""

    def __init__(self, moment: str, version: str) -> None:
        self.moment, self.version = moment, version
        self.given: list[tuple[Shard, Path]] = []
        self.read: list[str] = []

    def wants(self) -> bool:
        return len(self.given) < 5

    def give(self, shard: Shard, target: Path) -> None:
        self.given.append((shard, target))

    def finished(self, seconds: float) -> list[Finished]:
        last, self.given = self.given[-2:], self.given[:-2]
        for shard, target in last:
            self.put(shard, target)
            self.read.append(shard.id)
        return [Finished(shard) for shard, _ in last]

    def put(self, shard: Shard, target: Path) -> None:
        with target.open("wb") as file:
            read(Task(shard, self.moment, self.version), file)

    def under_way(self) -> int:
        return 0

    def close(self) -> None:
        pass


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> list[Here]:
    """The engines of the runs of a test, which are all of this process."""
    made: list[Here] = []

    def engine(jobs: int, scheduler: str | None, work: Work) -> Here:
        made.append(Here(work.moment, pipeline.version()))
        return made[-1]

    monkeypatch.setattr(run, "_engine", engine)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "war.tally"


@pytest.mark.usefixtures("small")
def test_the_ledger_and_the_summary_are_those_of_one_process(
    sources: list[str], alone: Path, path: Path, engines: list[Here], tmp_path: Path
) -> None:
    summary = run.read(sources, path)
    assert contents(path) == contents(alone)
    assert len(engines[0].read) > 20
    assert summary == pipeline.read(sources, tmp_path / "other.tally")
    assert [file.name for file in tmp_path.iterdir() if ".work" in file.name] == []


@pytest.mark.usefixtures("small", "engines")
def test_a_second_run_changes_nothing(sources: list[str], path: Path) -> None:
    first = run.read(sources, path)
    before = contents(path)
    again = run.read(sources, path)
    assert contents(path) == before
    assert (again.captures, again.new, again.unchanged) == (first.captures, 0, first.captures)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("place", [0, 1, 7, 20])
def test_a_run_that_is_stopped_goes_on(
    place: int, sources: list[str], alone: Path, path: Path, engines: list[Here], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run.read(sources, path.with_name("whole.tally"))

    def stopped(engine: Here, shard: Shard, target: Path) -> None:
        if len(engine.read) == place and engine is engines[1]:
            raise KeyboardInterrupt
        put(engine, shard, target)

    put = Here.put
    monkeypatch.setattr(Here, "put", stopped)
    summary = run.read(sources, path)
    assert summary.interrupted
    assert summary.captures < whole.captures
    assert run.read(sources, path) == whole
    assert contents(path) == contents(alone)
    read_now = [shard for engine in engines[1:] for shard in engine.read]
    assert len(read_now) == len(set(read_now)), "nothing that was read is read again"
    assert {engine.moment for engine in engines[1:]} == {engines[1].moment}


@pytest.mark.usefixtures("small", "engines")
@pytest.mark.parametrize("step", ["settle", "merged"])
def test_a_death_between_two_steps_of_a_merge_doubles_nothing(
    step: str, sources: list[str], alone: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = "tallywire.ledger.store.Ledger.settle" if step == "settle" else "tallywire.bulk.work.Work.merged"
    with monkeypatch.context() as patch:
        calls: list[int] = []

        def dies(*_: object) -> None:
            calls.append(1)
            if len(calls) == 6:
                raise KeyboardInterrupt

        patch.setattr(owner, dies)
        assert run.read(sources, path).interrupted
    run.read(sources, path)
    assert contents(path) == contents(alone)


def test_shards_are_cut_the_same_way_every_time_and_change_with_their_files(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Officials said 3 people died.", encoding="utf-8")
    first, again = ([shard.id for shard in shards([str(tmp_path)]) if isinstance(shard, Shard)] for _ in range(2))
    assert first == again
    page.write_text("Officials said 12 people died.", encoding="utf-8")
    assert first != [shard.id for shard in shards([str(tmp_path)]) if isinstance(shard, Shard)]


def test_problems_are_told_and_progress_is_shown(sources: list[str], path: Path, engines: list[Here]) -> None:
    told: list[Progress] = []
    summary = run.read(sources, path, progress=told.append)
    problems = [one.problem.code for one in told if isinstance(one.problem, SourceError)]
    assert sorted(problems) == sorted(code for code, count in summary.problems for _ in range(count))
    assert told[-1].captures == summary.captures
    logged = {problem.code for problem in pipeline.problems(path)}
    assert (
        logged
        == set(problems)
        == {"empty", "missing", "skipped", "not_json", "damaged", "wrong_digest", "truncated", "broken_pdf"}
    )


def test_one_process_at_a_time(sources: list[str], path: Path, engines: list[Here]) -> None:
    with Work(path, sources, pipeline.version()), pytest.raises(LedgerError, match="another process reads"):
        run.read(sources, path)


@pytest.mark.usefixtures("engines")
def test_what_a_channel_deletes_is_recorded_as_one_process_does(tmp_path: Path, path: Path) -> None:
    first, later, alone = tmp_path / "1.html", tmp_path / "2.html", tmp_path / "alone.tally"
    first.write_text(channel(post(7, "7 died."), post(8, "8 died."), post(9, "9 died."), post(10)), encoding="utf-8")
    later.write_text(channel(post(7, "7 died."), post(9, "9 died.")), encoding="utf-8")
    sources = [str(first), str(later)]
    summary = run.read(sources, path)
    assert (summary.new, summary.deleted, summary.passed) == (3, 1, 1)
    assert summary == pipeline.read(sources, alone)
    assert contents(path) == contents(alone)


@pytest.mark.parametrize(("source", "what"), [("-", "standard input"), ("https://news.example/1", "addresses")])
def test_what_comes_from_elsewhere_is_for_one_process(path: Path, source: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        run.read([source], path)


# --- processes -------------------------------------------------------------------------------------------------------


def test_processes(sources: list[str], alone: Path, path: Path) -> None:
    run.read(sources, path, jobs=2)
    assert contents(path) == contents(alone)


@pytest.mark.usefixtures("small")
def test_a_process_that_dies_is_replaced_and_its_shard_read_again(
    sources: list[str], alone: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: set[int | None] = set()
    finished = Pool.finished

    def looked(pool: Pool, seconds: float) -> list[Finished]:
        busy = [worker.process for worker in pool._workers if worker.tasks]
        for process in [process for process in busy if process.pid not in killed][: 3 - len(killed)]:
            killed.add(process.pid)
            process.kill()
        return finished(pool, seconds)

    monkeypatch.setattr(Pool, "finished", looked)
    run.read(sources, path, jobs=2)
    assert len(killed) == 3
    assert contents(path) == contents(alone)


def test_a_page_that_kills_whoever_reads_it_is_told_and_the_rest_is_read(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.html").write_bytes(page(number + 1))
    finished = Pool.finished

    def looked(pool: Pool, seconds: float) -> list[Finished]:
        (worker,) = pool._workers
        if worker.tasks and not worker.tasks[0][0].fatal:
            worker.process.kill()
            worker.process.join()
            worker.begun.value = 2  # what was in hand
        return finished(pool, seconds)

    monkeypatch.setattr(Pool, "finished", looked)
    summary = run.read([str(folder)], path, jobs=1)
    assert (summary.new, summary.problems) == (4, (("fatal", 1),))
    assert [Path(problem.source).name for problem in pipeline.problems(path)] == ["2.html"]


def test_a_shard_that_kills_whoever_looks_into_it_is_given_up(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(page(3))
    finished = Pool.finished

    def looked(pool: Pool, seconds: float) -> list[Finished]:
        pool._workers[0].process.kill()
        pool._workers[0].process.join()
        pool._workers[0].begun.value = 0
        return finished(pool, seconds)

    monkeypatch.setattr(Pool, "finished", looked)
    summary = run.read([str(tmp_path / "page.html")], path, jobs=1)
    assert (summary.captures, summary.problems) == (0, (("fatal", 1),))


def test_processes_that_die_as_they_start_end_the_run(
    path: Path, sources: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = Pool.finished

    def looked(pool: Pool, seconds: float) -> list[Finished]:
        pool._workers[0].process.kill()
        pool._workers[0].process.join()
        pool._workers[0].begun.value = NOT_BEGUN
        return finished(pool, seconds)

    monkeypatch.setattr(Pool, "finished", looked)
    with pytest.raises(TallywireError, match="die as they start"):
        run.read(sources, path, jobs=1)
