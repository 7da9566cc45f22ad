"""What `scripts/eval` tells of a change and of what is read wrongly, sentence by sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripted import script

Record = dict[str, Any]
TEXT = "It rained. Officials said 12 people were killed and 30 hurt. It rained."
HURT = TEXT.index("30")


@pytest.fixture
def evaluation(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "path", [*sys.path])
    return script("eval")


def figure(kind: str, words: str, text: str = TEXT, **fields: Any) -> Record:
    start = text.index(words)
    plain = {"kind": kind, "what": "person", "low": int(words), "high": int(words), "modifier": "exact"}
    rest = {"side": None, "source": None, "stance": "asserted", "count": None, "rule": "people_killed"}
    return plain | {"start": start, "end": start + len(words)} | rest | fields


def reading(*figures: Record, text: str = TEXT) -> Record:
    return {"id": "w1", "text": text, "figures": list(figures)}


KILLED, WOUNDED = figure("killed", "12"), figure("wounded", "30")
MINISTRY, ARMY = {"name": "the ministry"}, {"name": "the army"}
MOVED = f"A line more. {TEXT}"
CHANGES = [
    # before                   now                                                           what is told
    (reading(KILLED), reading(KILLED), ()),
    (reading(KILLED), reading(), ("- killed 12",)),
    (reading(), reading(KILLED, WOUNDED), ("+ killed 12", "+ wounded 30")),
    (reading(KILLED), reading(KILLED | {"kind": "casualties"}), ("~ casualties 12  kind: killed -> casualties",)),
    (reading(KILLED), reading(KILLED | {"high": None}), ("~ killed 12-  value: 12 -> 12-",)),
    (
        reading(KILLED | {"source": MINISTRY, "side": ARMY}),
        reading(KILLED | {"source": ARMY, "stance": "denied"}),
        ("~ killed 12  side: the army -> -; source: the ministry -> the army; stance: asserted -> denied",),
    ),
    (reading(KILLED), reading(KILLED | {"rule": "left_dead", "what": "civilian"}), ()),
    (reading(KILLED, KILLED | {"kind": "wounded"}), reading(KILLED), ("- wounded 12",)),
    (reading(KILLED), reading(figure("killed", "12", MOVED), text=MOVED), ()),  # the same words elsewhere
]


@pytest.mark.parametrize(("before", "after", "told"), CHANGES)
def test_changes(evaluation: Any, before: Record, after: Record, told: tuple[str, ...]) -> None:
    found = [evaluation.changes.told(one) for one in evaluation.changes.changes([before], [after])]
    assert [line.split("  w1")[0].rstrip() for line in found] == list(told)


def test_a_report_of_changes(evaluation: Any) -> None:
    found = list(evaluation.changes.changes([reading(KILLED)], [reading(WOUNDED)]))
    assert evaluation.changes.report("wild", found).splitlines() == [
        "wild: 1 lost, 1 gained, 0 changed",
        "  - killed 12                 w1  'Officials said [12] people were killed and 30 hurt.'  people_killed",
        "  + wounded 30                w1  'Officials said 12 people were killed and [30] hurt.'  people_killed",
    ]


def key(*figures: Record, ignore: tuple[str, ...] = ()) -> Record:
    return {"id": "w1", "figures": [one | {"snippet": str(one["low"])} for one in figures], "ignore": list(ignore)}


MISSES = [
    # the key                      what is read                                 what is told
    (key(KILLED, WOUNDED), (KILLED, WOUNDED), ()),
    (key(KILLED, WOUNDED), (KILLED,), ("not found: wounded 30 person",)),
    (key(KILLED), (KILLED, WOUNDED), ("spurious: wounded 30 person",)),
    (key(KILLED, ignore=("30 hurt",)), (KILLED, WOUNDED), ()),
    (key(KILLED), (KILLED | {"kind": "lost"},), ("another kind: killed 12 person, read as lost 12 person",)),
    (key(KILLED), (KILLED | {"high": None},), ("another value: killed 12 person, read as killed 12- person",)),
    (key(KILLED), (KILLED | {"low": 2, "high": 2},), ("another value: killed 12 person, read as killed 2 person",)),
]


@pytest.mark.parametrize(("wanted", "figures", "told"), MISSES)
def test_misses(evaluation: Any, wanted: Record, figures: tuple[Record, ...], told: tuple[str, ...]) -> None:
    document = {"id": "w1", "lang": "en", "text": TEXT}
    found = evaluation.misses.misses(document, wanted, figures)
    assert tuple(f"{one.sort}: {one.says}" for one in found) == told


def test_a_report_of_misses_goes_by_language(evaluation: Any) -> None:
    document = {"id": "w1", "lang": "uk", "text": TEXT}
    found = list(evaluation.misses.misses(document, key(KILLED), [WOUNDED]))
    missed, extra = f"{'not found':13} {'killed 12 person':40}", f"{'spurious':13} {'wounded 30 person':40}"
    assert evaluation.misses.report(found, [("uk", 1), ("en", 7)]).splitlines() == [
        "en: 0 not found, 0 another kind, 0 another value, 0 spurious; 7 figures, 1 texts",
        "uk: 1 not found, 0 another kind, 0 another value, 1 spurious; 1 figures, 1 texts",
        f"  {missed}  w1  'Officials said [12] people were killed and 30 hurt.'",
        f"  {extra}  w1  'Officials said 12 people were killed and [30] hurt.'",
    ]


EXCERPTS = [
    ("It rained. Officials said ⟦12⟧ were killed. It rained.", "Officials said [12] were killed."),
    ("Officials said\n⟦12⟧ were\tkilled\nToday", "[12] were killed"),
    ("⟦12⟧", "[12]"),
    ("On Dec. 15 shelling left ⟦12⟧ dead.", "On Dec. 15 shelling left [12] dead."),
    ("He said: «⟦12⟧ killed.» Then he left.", "He said: «[12] killed.»"),
    (f"{'far ' * 50}⟦12⟧{' far' * 50}", f"…{('far ' * 50)[-110:].strip()} [12]{(' far' * 50)[:110]}…"),
]


@pytest.mark.parametrize(("marked", "shown"), EXCERPTS)
def test_an_excerpt(evaluation: Any, marked: str, shown: str) -> None:
    before, number, after = marked.replace("⟧", "⟦").split("⟦")
    text, start = before + number + after, len(before)
    assert evaluation.changes.excerpt(text, start, start + len(number)) == shown


def git(folder: Path, *words: str) -> None:
    named = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b.c",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b.c",
    }
    subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, env=os.environ | named)


def test_a_revision_is_checked_out_beside_the_tree_and_leaves_nothing(
    evaluation: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = tmp_path / "src" / "tallywire" / "catalog"
    (catalog / "gazetteer").mkdir(parents=True)
    (catalog / "gazetteer" / "names").write_text("compiled")
    (catalog / "places.csv").write_text("old")
    (tmp_path / ".gitignore").write_text("gazetteer/\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "old")
    (catalog / "places.csv").write_text("new")
    monkeypatch.setattr(evaluation, "ROOT", tmp_path)
    with evaluation.checkout("HEAD") as tree:
        kept = tree / "src" / "tallywire" / "catalog"
        assert ((kept / "places.csv").read_text(), (kept / "gazetteer" / "names").read_text()) == ("old", "compiled")
    assert not tree.exists()
    assert (catalog / "gazetteer" / "names").exists()
    with pytest.raises(SystemExit, match="nosuch"), evaluation.checkout("nosuch"):
        pass


def test_misses_are_the_scorer_s(evaluation: Any) -> None:
    if not (evaluation.EVAL / "dev" / "wild").is_dir():
        pytest.skip("the corpora are not beside the checkout")
    corpus = next(corpus for corpus in evaluation.CORPORA if corpus.folder == "wild")
    documents = corpus.documents()[:12]
    keys = {one["id"]: one for one in evaluation.lines(corpus.path / "gold.jsonl")}
    answers = [corpus.answer(one) for one in evaluation.readings(corpus, documents)]
    scorer = evaluation.EVAL / "scorers" / corpus.scorer
    assert scorer.exists()
    found = [
        miss
        for document, answer in zip(documents, answers, strict=True)
        for miss in evaluation.misses.misses(document, keys[document["id"]], answer["figures"])
    ]
    wrong = sum(miss.sort in {"not found", "another kind"} for miss in found)
    spurious = sum(miss.sort in {"spurious", "another kind"} for miss in found)
    scored = scored_by(scorer, documents, [keys[one["id"]] for one in documents], answers)
    gold, read, right = (scored[name] for name in ("gold", "pred", "tp"))
    assert (gold - right, read - right) == (wrong, spurious)


def scored_by(scorer: Path, documents: list[Record], keys: list[Record], answers: list[Record]) -> Record:
    program = (
        "import json, sys, importlib.util as u; s = u.spec_from_file_location('scorer', sys.argv[1]);"
        "m = u.module_from_spec(s); s.loader.exec_module(m); print(json.dumps(m.score(*json.load(sys.stdin))))"
    )
    asked = json.dumps([documents, keys, answers])
    words = [sys.executable, "-c", program, str(scorer)]
    ran = subprocess.run(words, input=asked, capture_output=True, text=True, check=True)
    scored: Record = json.loads(ran.stdout)
    return scored
