"""Compiles the modules that every article goes through into machine code, with mypyc, when a wheel is built.

The sources stay what they are, typed Python, and lie beside their compiled selves in the wheel; where there is no C
compiler the wheel holds the sources alone, which do the same more slowly. An editable installation is never compiled,
so that a change of a source is a change of the program. `decisions/0100` tells what it gains, and asks of a source.
"""

import os
import sys
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from shutil import which
from sysconfig import get_config_var

# Modules of a group call one another directly; groups are compiled side by side. Not here: what holds msgspec's types.
GROUPS = {
    "_collect": (
        *("collect/authors.py", "collect/dates.py", "collect/decode.py", "collect/depth.py", "collect/head.py"),
        *("collect/html.py", "collect/jsonld.py", "collect/lines.py", "collect/links.py", "collect/mainbox.py"),
        *("collect/metadata.py", "collect/outline.py", "collect/posts.py", "collect/text.py", "collect/thread.py"),
        *("collect/walk.py", "collect/zones.py"),
    ),
    "_extract": ("extract/*.py",),
    "_rules": ("extract/rules/*.py",),
    "_bind": ("extract/bind/*.py",),
    "_quotes": ("extract/quotes/*.py",),
    "_ground": ("ground/*.py",),
}
PACKAGE = Path("src", "tallywire")


def wanted() -> bool:
    """Whether to compile: TALLYWIRE_COMPILE=1 asks for it, 0 forbids it; else where there is a C compiler."""
    said = os.environ.get("TALLYWIRE_COMPILE")
    if said is not None:
        return said != "0"
    compiler = (os.environ.get("CC") or get_config_var("CC") or "cc").split()[0]
    headers = Path(get_config_var("INCLUDEPY") or "", "Python.h")
    return sys.platform == "win32" or (which(compiler) is not None and headers.is_file())


def compiled(root: Path, work: Path) -> dict[str, str]:
    """Every compiled file with its place in the wheel; none where compiling failed and nobody had asked for it.

    `work` is a folder that must stay until the wheel is written.
    """
    from setuptools.errors import BaseError, CCompilerError

    try:
        return _compiled(root, work)
    except (BaseError, CCompilerError) as error:
        if os.environ.get("TALLYWIRE_COMPILE") == "1":
            raise
        sys.stderr.write(f"the C compiler failed: {error}\n")
        return {}


def _compiled(root: Path, work: Path) -> dict[str, str]:
    from mypyc.build import mypycify
    from setuptools import Distribution

    # mypyc names modules by where their file lies below here, and tracebacks name files so too.
    before = Path.cwd()
    os.chdir(root)
    try:
        groups = [(list(_sources(patterns)), f"tallywire.{name}") for name, patterns in GROUPS.items()]
        every = [source for sources, _ in groups for source in sources]
        # No settings of the checkout: what is built is the same wherever it is built. What is not installed is Any.
        options = ["--config-file=", "--ignore-missing-imports", f"--cache-dir={work / 'cache'}"]
        extensions = mypycify(
            [*options, *every],
            opt_level="2",
            debug_level="0",
            separate=groups,
            target_dir=str(work / "c"),
        )
        build = Distribution({"name": "tallywire", "ext_modules": extensions}).get_command_obj("build_ext")
        build.build_lib, build.build_temp = str(work / "lib"), str(work / "objects")
        build.parallel = os.cpu_count()
        build.ensure_finalized()
        build.run()
    finally:
        os.chdir(before)
    library = work / "lib"
    made = sorted(path for path in library.rglob("*") if path.name.endswith(EXTENSION_SUFFIXES[0]))
    return {str(path): path.relative_to(library).as_posix() for path in made}


def _sources(patterns: tuple[str, ...]) -> Iterator[str]:
    for pattern in patterns:
        found = sorted(path for path in PACKAGE.glob(pattern) if path.name != "__init__.py")
        if not found:
            raise SystemExit(f"hatch_compile.py names {pattern}, and there is none: mend GROUPS")
        yield from map(str, found)
