"""The rules of the house: sizes, docstrings, the verb of each folder, no clock in a thinking stage."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallywire.verify.checks import NOT_CHECKS

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "tallywire"

LINES_OF_A_FUNCTION = 60
MEDIAN_OF_A_FUNCTION = 10
NINE_IN_TEN_FUNCTIONS = 40
LINES_OF_A_MODULE = 500
NESTING = 3

# Everything in these folders is found by its folder, so each module must offer the folder's verb.
VERBS = {
    "extract/rules": "read",
    "collect/bulletins": "read",
    "verify": "check",
}
THINKING = ("extract", "ground", "tally", "verify")


def modules(folder: str = "") -> list[Path]:
    return sorted(path for path in (SOURCE / folder).rglob("*.py") if "__pycache__" not in path.parts)


def plug_ins(folder: str) -> list[Path]:
    shared = {"__init__", *(NOT_CHECKS if folder == "verify" else ())}
    return sorted(path for path in (SOURCE / folder).glob("*.py") if path.stem not in shared)


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def depth(node: ast.AST) -> int:
    """How many loops and branches stand inside one another; an elif stands beside its if, and a `with` is no branch."""
    deepest = 0
    for block in ast.iter_child_nodes(node):
        below = depth(block)
        if isinstance(block, ast.If | ast.For | ast.While | ast.Try | ast.Match):
            is_elif = isinstance(node, ast.If) and node.orelse == [block]
            below += 0 if is_elif else 1
        deepest = max(deepest, below)
    return deepest


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_is_small_and_says_what_it_is(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    tree = ast.parse(content)
    assert content.count("\n") <= LINES_OF_A_MODULE
    says = ast.get_docstring(tree)
    assert says, "a module begins with one sentence of meaning"
    assert says.split("\n\n")[0].rstrip().endswith((".", '."', "?", ".”", ":")), f"not a sentence: {says!r}"
    for function in functions(tree):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        assert lines <= LINES_OF_A_FUNCTION, f"{function.name} has {lines} lines"
        assert depth(function) <= NESTING, f"{function.name} is nested {depth(function)} deep"


@pytest.mark.parametrize(("folder", "verb"), VERBS.items(), ids=VERBS)
def test_each_plug_in_offers_the_verb_of_its_folder(folder: str, verb: str) -> None:
    found = plug_ins(folder)
    assert found, f"{folder} is empty"
    for path in found:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        offered = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert verb in offered, f"{name(path)} has no function {verb}()"


@pytest.mark.parametrize("stage", THINKING)
def test_a_thinking_stage_has_no_clock_and_opens_no_file(stage: str) -> None:
    clock = re.compile(
        r"\b(datetime|date|time)\.(now|today|utcnow|time)\(|(?<![.\w])open\(|\.write_text\(|\.write_bytes\("
    )
    for path in modules(stage):
        found = clock.search(path.read_text(encoding="utf-8"))
        assert not found, f"{name(path)} says {found and found[0]}"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout, so there is no list of tracked files")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_no_tracked_file_names_a_machine_s_path_or_a_registry() -> None:
    # Built from parts, so that this file does not name them either.
    machine = re.compile(r"(?<![\w.])/(" + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me", "tm" + r"p/[a-z]"]) + r")/")
    registry = re.compile("py" + r"pi\.org|python" + r"hosted\.|npm" + r"js\.(org|com)|--(extra-)?" + "index-url")
    for path in tracked():
        content = path.read_bytes().decode("utf-8", "replace")
        assert not machine.search(content), f"{path.relative_to(ROOT)} names a path of one machine"
        if path.suffix == ".txt":
            assert not registry.search(content), f"{path.relative_to(ROOT)} names a registry"


def test_no_tracked_file_is_large() -> None:
    for path in tracked():
        assert path.stat().st_size <= 1_000_000, f"{path.relative_to(ROOT)} is larger than a megabyte"


def test_every_script_says_what_it_does_in_its_first_lines() -> None:
    for path in sorted((ROOT / "scripts").iterdir()):
        if path.is_file():
            second = path.read_text(encoding="utf-8").splitlines()[1]
            assert second.startswith(("# ", '"""')), path.name
            assert path.stat().st_mode & 0o111, f"{path.name} is not executable"


def test_functions_are_short_on_the_whole() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules()]
    lengths = sorted((one.end_lineno or one.lineno) - one.lineno + 1 for tree in trees for one in functions(tree))
    assert lengths[len(lengths) // 2] <= MEDIAN_OF_A_FUNCTION
    assert lengths[len(lengths) * 9 // 10] <= NINE_IN_TEN_FUNCTIONS
