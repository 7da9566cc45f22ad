"""One JSON object a claim and line, whole, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from tallywire.claims.claim import Claim

SUFFIX = ".jsonl"


def write(claims: Iterable[Claim], out: BinaryIO) -> None:
    """Write each claim with its whole figure."""
    encoder = msgspec.json.Encoder()
    for claim in claims:
        out.write(encoder.encode(claim) + b"\n")
