"""The lattice of kinds and of what is counted: what is part of what, and what can suffer what."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import KINDS, WHATS


@dataclass(frozen=True, slots=True)
class Node:
    """One kind, or one sort of thing counted: the families it touches and what it is part of."""

    id: str
    of: frozenset[str]
    part_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Kinds and things, with the two questions that are asked of them."""

    kinds: dict[str, Node]
    whats: dict[str, Node]

    def applies(self, kind: str, what: str) -> bool:
        """Whether this can happen to that: a tank is not wounded, a village is not killed."""
        return not self.kinds[kind].of.isdisjoint(self.whats[what].of)

    def is_part_of(self, kind: str, whole: str) -> bool:
        """Whether every figure of `kind` is counted in figures of `whole`: killed is part of casualties."""
        return kind == whole or any(self.is_part_of(parent, whole) for parent in self.kinds[kind].part_of)

    def is_sort_of(self, what: str, whole: str) -> bool:
        """Whether one thing is a sort of the other: a helicopter is a sort of aircraft."""
        return what == whole or any(self.is_sort_of(parent, whole) for parent in self.whats[what].part_of)


@lru_cache(maxsize=1)
def lattice() -> Lattice:
    """The lattice of `kinds.toml`, checked against the contract's names."""
    table = tomllib.loads(files("tallywire.catalog").joinpath("kinds.toml").read_text("utf8"))
    kinds, whats = _nodes(table["kinds"]), _nodes(table["whats"])
    for name, nodes, expected in (("kinds", kinds, KINDS), ("whats", whats, WHATS)):
        if set(nodes) != set(expected):
            odd = ", ".join(sorted(set(nodes) ^ set(expected)))
            raise CatalogError("lattice", f"[{name}] and the contract differ in: {odd}", where="kinds.toml")
    return Lattice(kinds, whats)


def _nodes(table: dict[str, dict[str, list[str]]]) -> dict[str, Node]:
    nodes = {name: Node(name, frozenset(entry["of"]), tuple(entry["part_of"])) for name, entry in table.items()}
    for node in nodes.values():
        for parent in node.part_of:
            if parent not in nodes:
                raise CatalogError(
                    "lattice", f"{node.id} is part of {parent!r}, which is not there", where="kinds.toml"
                )
    return nodes
