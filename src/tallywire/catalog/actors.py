"""Who is who: countries, bodies, armed groups, agencies and office-holders, by every name the catalogue knows.

The catalogue says what a body is called and to whom it belongs, nothing else. Columns of `actors.csv`:

    id name   who; countries by ISO 3166 alpha-3 ("RUS"), bodies of a country behind its id ("UKR-GS")
    type      country, armed_group, people, person, or the type of source it is
    of        the body or country it is part of, owned or run by
    side      the country or group whose side it is on when that one fights; empty for those on no side
    names     other names, "|" between them; demonyms: adjectives and words for its people
    shared    names that more than one actor goes by; the actor first in the file is meant when nothing else tells

A language's folder may hold an `actors.csv` of its own with more names of these actors: columns id, names, demonyms.

A name written with a capital is found only with a capital ("Dawn" is no dawn), and one of up to five capitals only in
capitals ("WHO" is not who).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from tallywire.catalog.shared_lists import additions
from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import SourceType

ActorType = Literal[SourceType, "country", "armed_group", "people", "person"]
ACTOR_TYPES: frozenset[str] = frozenset((*get_args(SourceType), "country", "armed_group", "people", "person"))

# Types that take part in no war themselves, whatever country they sit in.
BYSTANDERS = frozenset({"un", "ngo", "media", "social", "witness", "anonymous"})

FILE = Path(__file__).with_name("actors.csv")
COLUMNS = ["id", "name", "type", "of", "side", "names", "demonyms", "shared"]
ADDED_COLUMNS = ["id", "names", "demonyms"]
LONGEST_ACRONYM = 5
_APOSTROPHES = str.maketrans("’ʼ‘`´", "'''''")


@dataclass(frozen=True, slots=True)
class Actor:
    """A country, body, group or office-holder."""

    id: str
    name: str
    type: ActorType
    of: str | None
    side: str | None
    names: tuple[str, ...]
    demonyms: tuple[str, ...]

    @property
    def is_party(self) -> bool:
        """Whether it is, or belongs to, somebody who can wage war."""
        return self.side is not None and self.type not in BYSTANDERS


@dataclass(frozen=True, slots=True)
class Actors:
    """The whole list, by id and by name.

    `forms` is keyed by folded name (see `fold`), `acronyms` by the exact capitals. `shared` holds, by the same keys,
    everybody else who goes by a name.
    """

    by_id: Mapping[str, Actor]
    forms: Mapping[str, Actor]
    acronyms: Mapping[str, Actor]
    shared: Mapping[str, tuple[Actor, ...]]
    uncapitalised: frozenset[str]  # folded names that count without a capital: adjectives of Spanish, Ukrainian ...
    reach: Mapping[str, int]  # of folded words that open a name, how many words the longest such name has

    def find(self, words: str) -> Actor | None:
        """The actor that these words name, whole: "Russian General Staff" but not "the Russian side"."""
        if words in self.acronyms:
            return self.acronyms[words]
        key = fold(words)
        actor = self.forms.get(key)
        if actor is None or key in self.uncapitalised:
            return actor
        return actor if any(map(str.isupper, words)) or not _has_case(words) else None


@lru_cache(maxsize=65_536)  # the same few thousand names come again and again
def fold(words: str) -> str:
    """Names as they are compared: without case, one space between words, one kind of apostrophe."""
    if words.isascii() and "`" not in words:
        return " ".join(words.lower().split())  # nearly all of them, at half the cost
    return " ".join(words.translate(_APOSTROPHES).casefold().split())


@lru_cache(maxsize=1)
def actors() -> Actors:
    """The catalogue of actors that comes with the package, with the names that languages add."""
    return load(FILE, [Path(str(path)) for _, path in additions(FILE.name)])


def side_of(actor: Actor) -> Actor | None:
    """On whose side the actor is; None for those on no side."""
    return actors().by_id[actor.side] if actor.side else None


def load(path: Path, added: Sequence[Path] = ()) -> Actors:
    """Read and check a file of actors, and files of more names for them."""
    by_id: dict[str, Actor] = {}
    lines: list[_Line] = []
    for number, row in _rows(path, COLUMNS):
        actor = _actor(row, path, number)
        if actor.id in by_id:
            raise _wrong(path, number, f"id {actor.id!r} stands twice", "give each actor one line")
        by_id[actor.id] = actor
        lines.append(_Line(path, number, actor.id, (actor.name, *actor.names, *actor.demonyms), _listed(row["shared"])))
    _check_parents(by_id, path)
    lines += (_more_names(row, by_id, file, number) for file in added for number, row in _rows(file, ADDED_COLUMNS))
    index = _Index()
    for line in lines:
        index.add(by_id[line.id], line)
    return index.made(by_id)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file with the names that it gives an actor."""

    path: Path
    number: int
    id: str
    names: tuple[str, ...]
    shared: tuple[str, ...] = ()


def _more_names(row: dict[str, str], by_id: dict[str, Actor], path: Path, number: int) -> _Line:
    """A language's line of more names, which the actor takes on."""
    actor, names, demonyms = by_id.get(row["id"]), _listed(row["names"]), _listed(row["demonyms"])
    if actor is None:
        raise _wrong(
            path, number, f"unknown actor {row['id']!r}", f"an id of {FILE.name}; a new actor gets a line there"
        )
    _refuse_untrimmed((*names, *demonyms), path, number)
    by_id[actor.id] = replace(actor, names=(*actor.names, *names), demonyms=(*actor.demonyms, *demonyms))
    return _Line(path, number, actor.id, (*names, *demonyms))


class _Index:
    """Names collected line by line; refuses a name that means two actors, unless both lines share it."""

    def __init__(self) -> None:
        self.forms: dict[str, Actor] = {}
        self.acronyms: dict[str, Actor] = {}
        self.shared: dict[str, tuple[Actor, ...]] = {}
        self.uncapitalised: set[str] = set()
        self.open: set[str] = set()  # names that lines so far declare shared

    def add(self, actor: Actor, line: _Line) -> None:
        for name in line.names:
            self._put(name, actor, line, is_shared=False)
        for name in line.shared:
            self._put(name, actor, line, is_shared=True)

    def _put(self, name: str, actor: Actor, line: _Line, *, is_shared: bool) -> None:
        names, key = (self.acronyms, name) if is_acronym(name) else (self.forms, fold(name))
        before = names.setdefault(key, actor)
        if name.islower():
            self.uncapitalised.add(key)
        if before is actor:
            self.open.update([key] if is_shared else [])
        elif is_shared and key in self.open:
            self.shared[key] = (*self.shared.get(key, ()), actor)
        else:
            says = f"{name!r} means both {before.id} and {actor.id}"
            remedy = "drop it from one line, or put it in the column shared of both"
            raise _wrong(line.path, line.number, says, remedy)

    def made(self, by_id: dict[str, Actor]) -> Actors:
        return Actors(
            by_id=MappingProxyType(by_id),
            forms=MappingProxyType(self.forms),
            acronyms=MappingProxyType(self.acronyms),
            shared=MappingProxyType(self.shared),
            uncapitalised=frozenset(self.uncapitalised),
            reach=MappingProxyType(_reach((*self.forms, *map(fold, self.acronyms)))),
        )


def _reach(keys: Iterable[str]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for key in keys:
        first = key.split(" ", 1)[0]
        reach[first] = max(reach.get(first, 0), key.count(" ") + 1)
    return reach


def is_acronym(name: str) -> bool:
    """Whether a name counts only in capitals: "WHO", "M23"."""
    return len(name) <= LONGEST_ACRONYM and name.isupper()


def _has_case(words: str) -> bool:
    return words.lower() != words.upper()


def _rows(path: Path, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        head = next(lines, [])
        if head != columns:
            raise _wrong(path, 1, f"columns are {head}", f"write {','.join(columns)}")
        for cells in lines:
            if len(cells) != len(columns):
                raise _wrong(path, lines.line_num, f"{len(cells)} cells", f"give {len(columns)}, empty where unknown")
            yield lines.line_num, dict(zip(columns, cells, strict=True))


def _actor(row: dict[str, str], path: Path, line: int) -> Actor:
    names, demonyms = _listed(row["names"]), _listed(row["demonyms"])
    _refuse_untrimmed((row["id"], row["name"], *names, *demonyms, *_listed(row["shared"])), path, line)
    if row["type"] not in ACTOR_TYPES:
        raise _wrong(path, line, f"unknown type {row['type']!r}", f"one of {', '.join(sorted(ACTOR_TYPES))}")
    kind: ActorType = row["type"]  # type: ignore[assignment]  # checked in the line above
    return Actor(row["id"], row["name"], kind, row["of"] or None, row["side"] or None, names, demonyms)


def _refuse_untrimmed(names: Iterable[str], path: Path, line: int) -> None:
    for words in names:
        if not words or words != " ".join(words.translate(_APOSTROPHES).split()):
            raise _wrong(path, line, f"{words!r} is empty or untrimmed", "one space between words, straight '")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _check_parents(by_id: dict[str, Actor], path: Path) -> None:
    for line, actor in enumerate(by_id.values(), start=2):
        for parent in (actor.of, actor.side):
            if parent and parent not in by_id:
                raise _wrong(path, line, f"{actor.id} belongs to unknown {parent!r}", "add that actor or mend its id")


def _wrong(path: Path, line: int, says: str, remedy: str) -> CatalogError:
    return CatalogError("catalogue_actors", says, where=path.name, line=line, remedy=remedy)
