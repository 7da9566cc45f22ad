"""Every rule has a table of sentences, says in one sentence what it reads, and reads most of its own table."""

from __future__ import annotations

import pkgutil
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from expect import Row, reading, unmarked
from tallywire.extract import rules
from tallywire.extract.propose import all_rules
from tallywire.prompt import sentences

NAMES = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))


def table(name: str) -> tuple[list[Row], str]:
    """The rows of a rule's test, and their language: `LANG` of the test where a rule is not for English."""
    path = Path(__file__).with_name(f"test_{name}.py")
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.CASES), getattr(module, "LANG", "en")


def test_rules_are_found_by_folder() -> None:
    assert len(all_rules()) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_says_what_it_reads(name: str) -> None:
    said = dict(sentences("rule"))[name]
    assert '"' in said, "words that it reads, in quotes"
    assert said.strip().endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_reads_its_own_table(name: str) -> None:
    rows, lang = table(name)
    texts = [unmarked(row[0])[0] for row in rows]
    read_by = Counter(figure.rule for text in texts for figure in reading(text, lang=lang).figures)
    assert read_by.most_common(1)[0][0] == name


@pytest.mark.parametrize("name", NAMES)
def test_near_misses_stand_beside_hits(name: str) -> None:
    hits = [len(row) > 1 and row[1] != () for row in table(name)[0]]
    assert any(hits)
    assert not all(hits)
