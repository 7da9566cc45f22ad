"""A compiled installation and its sources read every page alike, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tallywire.extract import sentences

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    str(path)
    for folder in (ROOT / "tests" / "pages", ROOT / "src" / "tallywire" / "catalog" / "sample")
    for path in folder.rglob("*")
    if path.suffix in {".html", ".txt"}
)


def read_by(folder: Path | None) -> tuple[int, bytes]:
    """The pages read by the package of a folder, or by the one installed: exit status and answers."""
    place = {"PYTHONPATH": str(folder)} if folder else {}
    call = [sys.executable, "-c", "from tallywire.cli import main; raise SystemExit(main())", "extract", *PAGES]
    run = subprocess.run(call, env={**os.environ, **place}, capture_output=True, check=False)
    return run.returncode, run.stdout


@pytest.mark.skipif(sentences.__file__.endswith(".py"), reason="what is installed here is not compiled")
def test_compiled_and_plain_read_alike() -> None:
    compiled = read_by(None)
    assert compiled[1].count(b"\n") >= len(PAGES) > 60
    assert compiled == read_by(ROOT / "src")
