"""Identifiers made from what they name: the same parts always give the same id, on every machine."""

from __future__ import annotations

from hashlib import blake2b

# 16 bytes: among a billion claims the chance that any two share an id is below 1e-20.
ID_BYTES = 16


def id_of(*parts: str) -> str:
    """32 hex digits for these parts; ("ab", "c") and ("a", "bc") differ."""
    digest = blake2b(digest_size=ID_BYTES)
    for part in parts:
        # A file name may hold bytes that are no UTF-8; Python shows them as lone surrogates.
        content = part.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()
