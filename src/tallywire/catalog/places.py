"""The gazetteer: places by any of their names, "Kyiv" or "Kiev", the likeliest first.

`hatch_build.py` compiles it into the package: a trie of 790,000 folded names and flat arrays behind it, all mapped
into memory, so that opening it reads next to nothing (measurements in `decisions/0041`).
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tallywire.catalog.actors import actors, fold, is_acronym
from tallywire.claims.errors import CatalogError

if TYPE_CHECKING:
    from marisa_trie import Trie

FOLDER = Path(__file__).with_name("gazetteer")
FEATURES = (
    "PPL", "PPLC", "PCLI", "ADM1", "ADM2", "RGN", "STM", "SEA", "LK", "ISL", "MT", "AREA", "CONT", "FRONT", "LCTY",
    "INST",
)  # fmt: skip
PRECISIONS = {
    "PPL": "city", "PPLC": "city", "PCLI": "country", "ADM1": "region", "ADM2": "district", "RGN": "region",
    "STM": "river", "SEA": "sea", "LK": "lake", "ISL": "island", "MT": "area", "AREA": "area", "CONT": "continent",
    "FRONT": "area", "LCTY": "site", "INST": "site",
}  # fmt: skip
_RECORD = struct.Struct("<IffIIHHH2x")  # as `hatch_build.py` writes it


class GazetteerEntry(NamedTuple):
    """A place. A named tuple, since a cold text makes thousands: a third of a frozen class's time.

    `geonameid` is None for our own rows that GeoNames' id is not known of; `region` tells first divisions apart and
    has no meaning else (0 for none).
    """

    geonameid: int | None
    name: str
    lat: float
    lon: float
    country: str | None  # ISO 3166 alpha-2
    region: int
    feature: str
    population: int

    @property
    def precision(self) -> str:
        """How exactly it says where: city, district, region, country ..."""
        return PRECISIONS[self.feature]


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """The files of the index, mapped."""

    names: Trie
    starts: memoryview
    referents: memoryview
    records: mmap.mmap
    labels: mmap.mmap

    def entry(self, number: int) -> GazetteerEntry:
        identifier, lat, lon, people, label, region, country, feature = _RECORD.unpack_from(
            self.records, number * _RECORD.size
        )
        name = self.labels[label : self.labels.find(b"\n", label)].decode()
        code = country.to_bytes(2, "big").decode() if country else None
        return GazetteerEntry(
            identifier or None, name, round(lat, 5), round(lon, 5), code, region, FEATURES[feature], people
        )


# 65,536 names hold what a day's news of the world names, some 20 MB when full.
@lru_cache(maxsize=65_536)
def lookup(name: str) -> tuple[GazetteerEntry, ...]:
    """Every place of this name, the likeliest first when nothing else is known; capitals alone name only countries."""
    if is_acronym(name):
        actor = actors().acronyms.get(name)
        if actor is not None or "." not in name:  # "S.C." is no actor and may be a state
            return lookup(actor.name) if actor and actor.type == "country" and not is_acronym(actor.name) else ()
    return of_key(fold(name))


@lru_cache(maxsize=65_536)
def of_key(key: str) -> tuple[GazetteerEntry, ...]:
    """The same for a name that is folded already and no acronym."""
    return tuple(_referents(key))


def likeliest(key: str) -> GazetteerEntry:
    """The first of them, at a fifth of the cost; for a key that is known to be one."""
    return next(_referents(key))


def _referents(key: str) -> Iterator[GazetteerEntry]:
    gazetteer = _gazetteer()
    number = gazetteer.names.get(key)
    if number is None:
        return iter(())
    first, last = gazetteer.starts[number : number + 2]
    return map(gazetteer.entry, gazetteer.referents[first:last])


def longest_keys(folded: str) -> list[str]:
    """Every name with which these folded words begin, the longest first; one walk of the trie."""
    keys: list[str] = _gazetteer().names.prefixes(folded)
    return keys[::-1]


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    from marisa_trie import Trie

    try:
        labels = _mapped("labels.bin")  # first, since the trie has no error of its own for a missing file
        names = Trie().mmap(str(FOLDER / "names.marisa"))
        starts, referents = (memoryview(_mapped(name)).cast("I") for name in ("starts.bin", "referents.bin"))
        return _Gazetteer(names, starts, referents, _mapped("records.bin"), labels)
    except OSError as error:
        remedy = "install the package again, or run `python hatch_build.py` in a checkout"
        raise CatalogError("no_gazetteer", str(error.strerror), where=str(FOLDER), remedy=remedy) from error


def _mapped(name: str) -> mmap.mmap:
    with (FOLDER / name).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
