"""Lists that stand together for all languages, with what the folder of each language adds to them.

A language adds to `calendar.toml` by a file of that name in its own folder: its words join the shared file's, list by
list. It may head a table of its own only under its own code, where the shared file is divided so ("[de.lines]").
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from tallywire.claims.errors import CatalogError

Table = dict[str, Any]  # outside data, as TOML gives it


def shared_list(name: str) -> Table:
    """The file `name` of the catalogue with all additions, in the order of the languages' codes."""
    together = _read(files("tallywire.catalog").joinpath(name), name)
    for lang, path in additions(name):
        where = f"languages/{lang}/{name}"
        together = joined(together, _read(path, where), own=lang, where=where)
    return together


def additions(name: str) -> Iterator[tuple[str, Traversable]]:
    """The languages whose folders hold a file of this name, and those files."""
    folders = files("tallywire.catalog").joinpath("languages").iterdir()
    for folder in sorted(folders, key=lambda folder: folder.name):
        path = folder.joinpath(name)
        if path.is_file():
            yield folder.name, path


def joined(shared: Table, added: Table, *, own: str, where: str) -> Table:
    """The shared table with a language's words behind its own; a table or list that nothing reads is refused."""
    together = dict(shared)
    for key, more in added.items():
        before = shared.get(key)
        if isinstance(before, dict) and isinstance(more, dict):
            together[key] = joined(before, more, own="", where=where)
        elif isinstance(before, list) and isinstance(more, list):
            together[key] = list(dict.fromkeys((*before, *more)))  # two languages may write a word the same way
        elif isinstance(before, str) and isinstance(more, str):
            together[key] = f"{before} {more}"
        elif before is None and key == own:
            together[key] = more
        else:
            remedy = f"one of {', '.join(shared)}, each of the same form"
            raise CatalogError("words", f"{key!r} is no list that a language adds to", where=where, remedy=remedy)
    return together


def _read(path: Traversable, where: str) -> Table:
    try:
        return tomllib.loads(path.read_text("utf8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogError("toml", str(error), where=where) from None
