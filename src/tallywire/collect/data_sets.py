"""Data sets of official series as captures: JSON and tables that a format of `bulletins/` reads.

A table that somebody describes comes with its description in front, whether it stands there or in a file beside it:
`losses.csv` and `losses.toml`, or a `.toml` whose `file` names the table.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect import bulletins
from tallywire.collect.bulletins.described_csv import FENCE
from tallywire.collect.decode import decoded

# The suffixes of a table and of what describes it.
TABLE, DESCRIPTION = ".csv", ".toml"
# Four years of one source are 0.8 MB.
DATA_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Described:
    """A table with its description in front, and where the table lies."""

    path: Path
    text: str


def is_data_set(text: str) -> bool:
    """Whether a format reads the text, and the text is nobody's words: JSON, or a table under its head."""
    begin = text.lstrip("\ufeff \r\n\t")
    if begin.startswith(("{", "[", FENCE)):
        return bulletins.recognises(text)
    head = begin.partition("\n")[0]  # a post's first line that alone tells what it is has a date
    return not any(letter.isdigit() for letter in head) and bulletins.recognises(head)


def capture(text: str, address: str, fetched: str) -> Capture:
    """The capture of a data set."""
    content = text.encode("utf-8")
    return Capture(address, "data", content, hashlib.sha256(content).hexdigest(), fetched)


def described(path: Path) -> Described | None:
    """A table, by its own name or its description's; None where the file is no table or is not described.

    SourceError where one of the two cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == DESCRIPTION:
        beside = path
        path = path.parent / (_named_in(path) or path.with_suffix(TABLE).name)
        if not path.is_file():
            remedy = f'write file = "NAME{TABLE}" into {beside.name}'
            raise SourceError("missing", "there is no such table", where=str(path), remedy=remedy)
    elif suffix == TABLE:
        beside = path.with_suffix(DESCRIPTION)
        if not beside.exists():
            return None
    else:
        return None
    table, description = text_of(path), text_of(beside)
    return Described(path, f"{FENCE} {beside.name}\n{description.rstrip()}\n{FENCE}\n{table}")


def _named_in(description: Path) -> str | None:
    try:
        named = tomllib.loads(text_of(description)).get("file")
    except tomllib.TOMLDecodeError:
        return None  # whoever reads the description says what is wrong with it
    return named if isinstance(named, str) else None


def text_of(path: Path) -> str:
    """The text of a file, of whatever encoding; SourceError where it cannot be had."""
    try:
        with path.open("rb") as file:
            content = file.read(DATA_BYTES + 1)
    except OSError as error:
        message = error.strerror or "cannot be read"
        raise SourceError("unreadable", message, where=str(path), remedy="check the path") from error
    if len(content) > DATA_BYTES:
        message = f"larger than {DATA_BYTES >> 20} MB, too much for one data set"
        raise SourceError("too_large", message, where=str(path), remedy="split it by years")
    return decoded(content).text.replace("\r\n", "\n").removeprefix("\ufeff")
