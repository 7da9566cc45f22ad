"""A claim: a figure with the outlet and capture that carry it, as the ledger keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.claims.figure import Figure


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the ledger. `id` is stable: same bytes, same words, same code version, same id."""

    id: str
    figure: Figure
    article_id: str
    capture_sha256: str
    address: str
    outlet: str | None
    title: str | None
    published: str | None
    revision: int  # 1 for the first capture of an address
    sentence: str
    version: str  # of the program that read it
    recorded: str  # RFC 3339
