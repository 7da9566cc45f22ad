"""Actors are found by any of their names, and a catalogue that contradicts itself is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.catalog.actors import ADDED_COLUMNS, COLUMNS, actors, fold, load, side_of
from tallywire.claims.errors import CatalogError

NAMED = [
    # words                                            who
    ("Russian", "RUS"),
    ("російських", "RUS"),
    ("General Staff of the Armed Forces of Ukraine", "UKR-GS"),
    ("Генштаб ЗСУ", "UKR-GS"),
    ("Gaza’s Health Ministry", "PSE-GAZA-MOH"),
    ("وزارة الصحة في غزة", "PSE-GAZA-MOH"),
    ("Rapid Support Forces", "RSF"),
    ("Surovikin", "RUS-SUROVIKIN"),
    ("Soruvikin", "RUS-SUROVIKIN"),
    ("Shoigu", "RUS-SHOIGU"),
    ("Shoygu", "RUS-SHOIGU"),
    ("Visegrad 24", "VISEGRAD24"),
    ("Dawn", "DAWN"),
    ("DAWN", "DAWN"),
    ("US", "USA"),
    ("ejército israelí", "ISR-IDF"),
    ("Oekraïense", "UKR"),
    ("Israëlische leger", "ISR-IDF"),
    ("VN", "UN"),
]
NOBODY = ["dawn", "us", "who", "un", "the Russian side", "russian", ""]


@pytest.mark.parametrize(("words", "who"), NAMED, ids=[words for words, _ in NAMED])
def test_a_name_tells_its_actor(words: str, who: str) -> None:
    found = actors().find(words)
    assert found is not None
    assert found.id == who


@pytest.mark.parametrize("words", NOBODY)
def test_a_common_word_is_nobody(words: str) -> None:
    assert actors().find(words) is None


def test_a_shared_name_tells_the_usual_one_and_keeps_the_others() -> None:
    found = actors().find("RSF")
    assert found is not None
    assert found.id == "RSF"
    assert [other.id for other in actors().shared["RSF"]] == ["RSF-MEDIA"]


@pytest.mark.parametrize(
    ("who", "side", "is_party"),
    [
        ("UKR-GS", "UKR", True),
        ("RUS-SHOIGU", "RUS", True),
        ("PSE-GAZA-MOH", "PSE", True),
        ("HEZBOLLAH", "HEZBOLLAH", True),
        ("UN-OHCHR", None, False),
        ("TASS", None, False),
        ("ICRC", None, False),
    ],
)
def test_sides(who: str, side: str | None, *, is_party: bool) -> None:
    actor = actors().by_id[who]
    belongs = side_of(actor)
    assert (belongs.id if belongs else None) == side
    assert actor.is_party is is_party


def test_the_catalogue_takes_no_side() -> None:
    """What a body is called, not what its enemies call it."""
    charged = {"terrorist", "terrorists", "occupier", "orc", "orcs", "nazi", "nazis", "zionist entity", "infidels"}
    assert charged.isdisjoint(actors().forms)


HEAD = ",".join(COLUMNS)
REFUSED = [
    # lines of the file                                                       what the message says
    (["RUS,Russia,country,,RUS,,,", "RUS,Russland,country,,RUS,,,"], "stands twice"),
    (["RUS,Russia,country,,RUS,,,", "SUN,Soviet Union,country,,SUN,Russia,,"], "means both RUS and SUN"),
    (["RUS,Russia,country,,RUS,,,", "SUN,Soviet Union,country,,SUN,,,Russia"], "means both RUS and SUN"),
    (["RUS,Russia,nation,,RUS,,,"], "unknown type 'nation'"),
    (["RUS,Russia,country,URS,RUS,,,"], "unknown 'URS'"),
    (["RUS, Russia,country,,RUS,,,"], "untrimmed"),
    (["RUS,Russia,country,,RUS,Russia||Rossiya,,"], "empty or untrimmed"),
    (["RUS,Russia,country,,RUS"], "5 cells"),
]


@pytest.mark.parametrize(("lines", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_a_file_that_contradicts_itself_is_refused(tmp_path: Path, lines: list[str], says: str) -> None:
    file = tmp_path / "actors.csv"
    file.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    with pytest.raises(CatalogError) as error:
        load(file)
    assert says in str(error.value)
    assert error.value.line == len(lines) + 1


def test_a_name_that_both_lines_share_is_kept_for_both(tmp_path: Path) -> None:
    file = tmp_path / "actors.csv"
    file.write_text(f"{HEAD}\nCOD,DR Congo,country,,COD,,,Congo\nCOG,Congo Republic,country,,COG,,,Congo\n", "utf-8")
    loaded = load(file)
    found = loaded.find("Congo")
    assert found is not None
    assert found.id == "COD"
    assert [other.id for other in loaded.shared["congo"]] == ["COG"]


ADDED_HEAD = ",".join(ADDED_COLUMNS)
TWO = f"{HEAD}\nRUS,Russia,country,,RUS,,Russian,\nUKR,Ukraine,country,,UKR,,Ukrainian,\n"


def added(folder: Path, lines: list[str]) -> tuple[Path, list[Path]]:
    """A catalogue of two actors and a language's file of more names for them."""
    file, more = folder / "actors.csv", folder / "more.csv"
    file.write_text(TWO, "utf-8")
    more.write_text("\n".join([ADDED_HEAD, *lines]) + "\n", "utf-8")
    return file, [more]


def test_a_language_adds_names_to_an_actor(tmp_path: Path) -> None:
    loaded = load(*added(tmp_path, ["RUS,Rusland|Russische Federatie,Russische|russisch", "UKR,,Oekraïense"]))
    names = ["Russia", "Rusland", "Russische Federatie", "Russische", "Oekraïense", "Russian", "russische"]
    found = [actor and actor.id for actor in map(loaded.find, names)]
    assert found == ["RUS", "RUS", "RUS", "RUS", "UKR", "RUS", None]
    assert loaded.by_id["RUS"].names == ("Rusland", "Russische Federatie")
    assert loaded.find("Rusland") is loaded.by_id["RUS"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["SUN,Sowjetunion,"], "unknown actor 'SUN'"),
        (["UKR,Oekraïne,", "UKR,Russia,"], "means both RUS and UKR"),
        (["RUS, Rusland,"], "untrimmed"),
        (["RUS,Rusland"], "2 cells"),
    ],
)
def test_an_added_name_that_contradicts_the_catalogue_is_refused(tmp_path: Path, lines: list[str], says: str) -> None:
    with pytest.raises(CatalogError) as error:
        load(*added(tmp_path, lines))
    assert says in str(error.value)
    assert (error.value.where, error.value.line) == ("more.csv", len(lines) + 1)


@given(st.text())
def test_folding_twice_changes_nothing(words: str) -> None:
    assert fold(fold(words)) == fold(words)
