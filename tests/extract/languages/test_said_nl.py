"""Who said what in Dutch: a speaker on either side of the verb, phrases before a name, and near misses."""

from __future__ import annotations

import pytest

from said import NOTHING, Row, Said, check

CASES: list[Row] = [
    ("De woordvoerder zei dat ⟦twee mensen zijn omgekomen⟧.", Said("De woordvoerder", "zei")),
    (
        "De woordvoerder van het leger zei vrijdag in Kiev dat ⟦twee mensen zijn omgekomen⟧.",
        Said("De woordvoerder van het leger", "zei"),
    ),
    (
        "Vrijdag zei de woordvoerder van het leger dat ⟦de brug is ingestort⟧.",
        Said("de woordvoerder van het leger", "zei"),
    ),
    ("“⟦Wij hebben standgehouden⟧”, zei de woordvoerder.", Said("de woordvoerder", "zei", direct=True)),
    (
        "“⟦Wij hebben standgehouden”, zei Olha Tkatsj, een arts, “en hulp kwam.⟧”",
        Said("Olha Tkatsj", "zei", direct=True),
    ),
    ('"⟦Nee⟧", zei hij.', Said("hij", "zei", direct=True)),
    ("⟦Twee mensen zijn omgekomen⟧, zegt de politie.", Said("de politie", "zegt")),
    ("De politie maakte bekend dat ⟦twee mensen zijn omgekomen⟧.", Said("De politie", "maakte bekend")),
    ("De gouverneur liet weten dat ⟦de stad is geëvacueerd⟧.", Said("De gouverneur", "liet weten")),
    ("Volgens de politie ⟦zijn twee mensen omgekomen⟧.", Said("de politie", "Volgens")),
    ("Volgens gouverneur Oleh Test ⟦zijn twee mensen gedood⟧.", Said("gouverneur Oleh Test", "Volgens")),
    ("⟦Twee mensen zijn omgekomen⟧, aldus de gouverneur.", Said("de gouverneur", "aldus")),
    (
        "Burgemeester Ihor Test verklaarde: “⟦Wij bouwen alles weer op.⟧”",
        Said("Burgemeester Ihor Test", "verklaarde", direct=True),
    ),
    ("Zelensky zei in zijn toespraak dat ⟦Rusland 100 drones heeft gelanceerd⟧.", Said("Zelensky", "zei")),
    ("Het ministerie beweert dat ⟦de stad is gevallen⟧.", Said("Het ministerie", "beweert")),
    ("Het leger ontkent dat ⟦er burgers zijn gedood⟧.", Said("Het leger", "ontkent")),
    ("De burgemeester vreest dat ⟦het aantal doden oploopt⟧.", Said("De burgemeester", "vreest")),
    ("Hij zei niets.", NOTHING),
    ("De film “Wat de woordvoerder zei” was in mei te zien.", NOTHING),
    ("De aanval begon vrijdag.", NOTHING),
    ("Er werd gemeld dat de brug is ingestort.", NOTHING),
    ("De cijfers konden niet worden nagegaan.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_who_said_what(row: Row) -> None:
    check(row, lang="nl")


# a headline's colon speaks where a noun that speaks stands before it, not behind a place
HEADLINES: list[Row] = [
    ("Minister: ⟦gesprekken gaan door⟧", Said("Minister", ":")),
    ("Charkov: twee doden", NOTHING),
]


@pytest.mark.parametrize("row", HEADLINES, ids=lambda row: row[0])
def test_a_colon_in_a_headline(row: Row) -> None:
    check(row, lang="nl", kind="headline")
