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
    line: int | None = None  # of a JSON Lines file: which of its documents, counted from 1


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims: None means any. Names of sides and sources may be given as written or by their id.

    `since` and `until` are days of publication, both inclusive; a claim of unknown date is in neither.
    `known_on` asks for the ledger as it stood at that moment (RFC 3339, in the zone the ledger was written in).
    Comments, related links and boilerplate need `all_segments`; bytes and readings that newer ones have replaced
    need `all_revisions`.
    """

    kind: str | None = None
    what: str | None = None
    side: str | None = None
    source: str | None = None
    address: str | None = None
    since: str | None = None
    until: str | None = None
    known_on: str | None = None
    all_segments: bool = False
    all_revisions: bool = False
