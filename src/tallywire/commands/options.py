"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tallywire.claims.errors import UsageError

if TYPE_CHECKING:
    from tallywire.collect.fetch.manners import Manners

Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
LedgerFile = Annotated[Path, typer.Option("--ledger", metavar="FILE", help="The ledger file.")]
Contact = Annotated[
    str | None,
    typer.Option(
        "--contact",
        metavar="WORDS",
        envvar="TALLYWIRE_CONTACT",
        help="A page or mail address that servers are told, to reach whoever runs this.",
    ),
]
Private = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-private",
        metavar="HOST",
        envvar="TALLYWIRE_ALLOW_PRIVATE",
        help="A host of your own network that may be fetched: 127.0.0.1, wiki.intranet:8000. Repeatable.",
    ),
]

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd])")
_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


def manners(contact: str | None, private: list[str] | None, pause: float | None = None) -> Manners:
    """How to behave towards servers, as the options of a command have it."""
    from tallywire.collect.fetch.manners import Manners

    polite = Manners().pause if pause is None else pause
    return Manners(contact=contact, private=tuple(private or ()), pause=polite)


def seconds(length: str) -> float:
    """A length of time: "90s", "15m", "2h", "1d"."""
    found = _LENGTH.fullmatch(length.strip().lower())
    if not found or not float(found[1]):
        remedy = "write it as 90s, 15m, 2h or 1d"
        raise UsageError("bad_length", f"{length!r} is no length of time", remedy=remedy)
    return float(found[1]) * _SECONDS[found[2]]
