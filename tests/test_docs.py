"""The docs name every command, script and exit status, and no file that is not there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tallywire import cli
from tallywire.catalog.lexicon import languages
from tallywire.claims.errors import Exit

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
COMMANDS = [command.name or getattr(command.callback, "__name__", "") for command in cli.app.registered_commands]
GROUPS = [
    (str(group.name), command.name or getattr(command.callback, "__name__", ""))
    for group in cli.app.registered_groups
    if group.typer_instance
    for command in group.typer_instance.registered_commands
]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_and_the_reference_name_every_command(command: str) -> None:
    assert f"tallywire {command}" in page("README.md")
    assert f"### tallywire {command}\n" in page("docs/reference.md")


@pytest.mark.parametrize(("group", "command"), GROUPS)
def test_the_readme_and_the_reference_name_every_command_of_a_group(group: str, command: str) -> None:
    assert f"tallywire {group} " in page("README.md")
    assert f"## tallywire {group} {command}\n" in page(f"docs/{group}.md")


@pytest.mark.parametrize("status", Exit, ids=lambda status: str(int(status)))
def test_the_readme_and_the_help_name_every_exit_status(status: Exit) -> None:
    assert f"| {int(status)} |" in page("README.md")
    assert re.search(rf"\b{int(status)}\b", page("docs/reference.md").split("### ")[0])


@pytest.mark.parametrize("script", sorted(path.name for path in (ROOT / "scripts").iterdir() if path.is_file()))
def test_contributing_names_every_script(script: str) -> None:
    assert f"`scripts/{script}`" in page("CONTRIBUTING.md")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_only_files_that_are_there(name: str) -> None:
    # `collect/files.py`, `extract/rules/*.py`, `catalog/kinds.toml`; not patterns with <...>
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_*]+\.(?:py|toml|csv|md))`", page(name))
    source = ROOT / "src" / "tallywire"
    catalog = source / "catalog"
    bases = (ROOT, source, catalog, catalog / "languages" / "en")  # English has every file that a language needs
    assert [path for path in named if not any(list(base.glob(path)) for base in bases)] == []


def test_the_readme_names_the_languages_that_are_read() -> None:
    limits = page("README.md").split("## Limits", 1)[1]
    assert set(re.findall(r"[A-Z][a-z]+\s+\(([a-z]{2})\)", limits)) == set(languages())


def test_contributing_names_every_file_of_a_language() -> None:
    catalog = ROOT / "src" / "tallywire" / "catalog"
    folders = {path.name for path in (catalog / "languages").glob("*/*")}
    section = page("CONTRIBUTING.md").split("## A language", 1)[1].split("\n## ", 1)[0]
    named = set(re.findall(r"^\| `(\w+\.(?:toml|csv))` \|", section, re.MULTILINE))
    shared = {path.name for path in catalog.iterdir()}  # lists of all languages, which a folder may add to
    assert folders <= named <= folders | shared


def test_ci_runs_the_readme_s_own_line() -> None:
    lines = [line for line in page("README.md").splitlines() if line.startswith("python3 -m venv ")]
    assert [line.rsplit("/", 1)[1] for line in lines] == ["tallywire demo", "pytest"]
    assert "README.md" in page(".ci/run")


EXAMPLES = re.findall(r"^```console\n\$ (.+)\n((?:.*\n)*?)```$", page("README.md"), re.MULTILINE)


@pytest.mark.parametrize(("command", "answer"), EXAMPLES, ids=["check", "reproduce"])
def test_an_example_of_the_readme_gives_its_answer(command: str, answer: str) -> None:
    # The program of this environment, whatever is on the path otherwise; as a pipe sees it.
    program = f"{sys.executable} -c 'from tallywire.cli import main; main()'"
    ran = subprocess.run(
        ["bash", "-c", command.replace("tallywire ", f"{program} ", 1)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.rstrip() == answer.rstrip()


def test_no_page_is_long() -> None:
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("decisions/*.md")]:
        assert path.read_text(encoding="utf-8").count("\n") <= 500, path.name


def test_a_decision_is_a_heading_and_a_few_lines() -> None:
    for path in sorted((ROOT / "decisions").glob("*.md")):
        assert re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", path.name), path.name
        assert path.read_text(encoding="utf-8").startswith("# "), path.name
