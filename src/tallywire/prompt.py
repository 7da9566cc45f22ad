"""What the commands share: how answers are printed, problems told, progress shown and plug-ins listed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

import typer

from tallywire.claims.errors import TallywireError, UsageError

if TYPE_CHECKING:
    from tallywire.pipeline import Progress, Summary

# What is found by its folder: the package, and the function or name that makes a module a part of it.
FOLDERS = {
    "rule": ("tallywire.extract.rules", "read"),
    "check": ("tallywire.verify", "check"),
    "bulletin": ("tallywire.collect.bulletins", "read"),
    "anomaly": ("tallywire.tally.audit", "find"),
    "export": ("tallywire.writers", "SUFFIX"),
}


def sentences(part: str) -> Iterator[tuple[str, str]]:
    """The names of a folder's modules, each with its one sentence."""
    from importlib import import_module
    from pkgutil import iter_modules

    package, verb = FOLDERS[part]
    for module in iter_modules(import_module(package).__path__):
        if hasattr(import_module(f"{package}.{module.name}"), verb):
            yield module.name, " ".join(_docstring(package, module.name).split("\n\n")[0].split())


def _docstring(package: str, name: str) -> str:
    # From the source, which lies beside a compiled module: that has no docstring.
    import ast
    from importlib.resources import files

    source = files(package).joinpath(f"{name}.py").read_text("utf8")
    return ast.get_docstring(ast.parse(source)) or ""


def print_json(values: Iterable[object]) -> None:
    """Prints values of the contract, one object a line."""
    from tallywire.writers import contract

    for value in values:
        sys.stdout.buffer.write(contract.encode(value) + b"\n")


def complain(error: TallywireError) -> None:
    """Tells a fault on standard error, on one line."""
    typer.echo(f"tallywire: {error}", err=True)


@contextmanager
def written(path: Path | None) -> Iterator[BinaryIO]:
    """Where an export goes: standard output, or a file that is there whole or not at all."""
    if path is None:
        yield sys.stdout.buffer
        return
    if not path.parent.is_dir():
        raise UsageError("no_folder", "there is no such folder", where=str(path.parent), remedy="make it first")
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def summed_up(summary: Summary, ledger: Path) -> str:
    """What a bulk reading did, in a few lines."""
    from tallywire.writers.terminal import many

    counts = {
        "new": summary.new,
        "revised": summary.revised,
        "read again": summary.reread,
        "unchanged": summary.unchanged,
    }
    kept = ", ".join(f"{count:,} {words}" for words, count in counts.items() if count)
    lines = [f"{ledger}: {many(summary.captures, 'document')}{f' ({kept})' if kept else ''}"]
    lines.append(f"  {many(summary.figures, 'figure')} read, {many(summary.unread, 'number')} near harm left unread")
    if summary.deleted:
        lines.append(f"  {many(summary.deleted, 'message')} deleted since an earlier reading; see `tallywire log`")
    if summary.passed:
        lines.append(f"  {many(summary.passed, 'message')} without words passed over")
    if summary.points:
        lines.append(f"  {many(summary.points, 'total')} of official bulletins")
    if summary.problems:
        faults = ", ".join(f"{count} {code}" for code, count in summary.problems)
        lines.append(
            f"  {sum(count for _, count in summary.problems)} could not be read: {faults}; see `tallywire log`"
        )
    return "\n".join(lines)


@contextmanager
def progress_bar(sources: list[str]) -> Iterator[Callable[[Progress], None]]:
    """Tells each problem as it comes; on a terminal there is a bar as well, in a pipe nothing more."""
    if not sys.stderr.isatty():
        yield _tell_problem
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    from tallywire.collect.files import count

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=count(sources))
        begun, problems = monotonic(), 0

        def advance(progress: Progress) -> None:
            nonlocal problems
            problems += progress.problem is not None
            pace = progress.captures / max(0.001, monotonic() - begun)
            says = (
                f"{progress.captures:,} read, {pace:,.0f} a second, {progress.figures:,} figures, {problems:,} problems"
            )
            bar.update(task, completed=progress.captures, description=says)
            if progress.problem is not None:
                bar.console.print(f"tallywire: {progress.problem}", markup=False, highlight=False, soft_wrap=True)

        yield advance


def _tell_problem(progress: Progress) -> None:
    if progress.problem is not None:
        complain(progress.problem)


def sample() -> Path:
    """Where the sample lies that comes with the program."""
    from importlib.resources import files

    return Path(str(files("tallywire.catalog").joinpath("sample")))
