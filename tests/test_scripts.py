"""Floors only rise, unless somebody says why; and what `scripts/new` begins fails until it is filled in."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripted import script

ROOT = Path(__file__).parent.parent


@pytest.fixture
def eval_script(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    module = script("eval")
    monkeypatch.setattr(module.Corpus, "fingerprint", lambda _: "today's corpus")
    return module


def outcome(module: Any, **numbers: float) -> Any:
    return module.Outcome(module.CORPORA[0], numbers)


def pin(*lowered: str, fingerprint: str = "today's corpus", **floors: float) -> dict[str, Any]:
    return {"muc4": {"fingerprint": fingerprint, "lowered": list(lowered), "floors": floors}}


FELL = "a decoy was read as a figure before"
CASES = [
    # floors before        measured  reason   floors after
    ({}, 0.7919, None, pin(recall=0.791)),
    (pin(recall=0.7), 0.7919, None, pin(recall=0.791)),
    (pin(recall=0.8), 0.7919, None, pin(recall=0.8)),
    (pin(recall=0.8), 0.7919, FELL, pin(FELL, recall=0.791)),
    (pin(recall=0.7), 0.7919, FELL, pin(recall=0.791)),  # nothing fell, so there is nothing to give a reason for
    (pin(recall=0.8, fingerprint="last year's"), 0.7919, None, pin(recall=0.791)),
]


@pytest.mark.parametrize(("before", "measured", "reason", "after"), CASES)
def test_a_floor(
    eval_script: Any, before: dict[str, Any], measured: float, reason: str | None, after: dict[str, Any]
) -> None:
    assert eval_script.repinned(outcome(eval_script, recall=measured), before, reason) == after["muc4"]


def test_below_a_floor(eval_script: Any) -> None:
    fallen = eval_script.below(outcome(eval_script, recall=0.79), pin(recall=0.8))
    assert ["0.7900" in line and "0.8" in line for line in fallen] == [True]
    assert eval_script.below(outcome(eval_script, recall=0.8), pin(recall=0.8)) == []
    assert eval_script.below(outcome(eval_script, recall=0.1), pin(recall=0.8, fingerprint="last year's")) == []


def test_floors_are_written_as_they_are_read(eval_script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eval_script, "FLOORS", tmp_path / "floors.toml")
    floors = pin('it said "no"', recall=0.8)
    eval_script.write(floors)
    assert eval_script.pinned() == floors


@pytest.mark.parametrize("part", ["rule", "check", "bulletin", "export"])
def test_what_new_begins_fails_until_it_is_filled_in(part: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("gazetteer", "__pycache__"))
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    (tmp_path / "tests").mkdir()
    for name in ("build.py", "cases.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    made = subprocess.run(
        [sys.executable, "scripts/new", part, "fresh_one"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.split()
    assert len(made) == 2
    paths = {"PYTHONPATH": f"{tmp_path / 'src'}:{tmp_path / 'tests'}", "PATH": ""}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--import-mode=importlib", "-p", "no:cacheprovider", made[1]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=paths,
    )
    assert ran.returncode == 1, ran.stdout
    assert "1 failed" in ran.stdout
    again = subprocess.run(
        [sys.executable, "scripts/new", part, "fresh_one"], cwd=tmp_path, capture_output=True, check=False
    )
    assert again.returncode == 1, "what is there already is never written over"
