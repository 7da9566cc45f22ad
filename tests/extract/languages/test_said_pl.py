"""Who said what in Polish: a speaker on either side of the verb, phrases around a name, and near misses."""

from __future__ import annotations

import pytest

from said import NOTHING, Row, Said, check

CASES: list[Row] = [
    ("Rzecznik armii powiedział, że ⟦zginęły dwie osoby⟧.", Said("Rzecznik armii", "powiedział")),
    ("– ⟦Wytrzymaliśmy – powiedział rzecznik. – Pomoc nadeszła w nocy.⟧", Said("rzecznik", "powiedział", direct=True)),
    (
        "„⟦Wytrzymaliśmy⟧” – powiedział rzecznik armii Jan Test.",
        Said("rzecznik armii Jan Test", "powiedział", direct=True),
    ),
    ('"⟦Wytrzymaliśmy⟧" - napisał Jan Test na platformie X.', Said("Jan Test", "napisał", direct=True)),
    ("Według policji zginęły dwie osoby.", NOTHING),
    ("Według policji, ⟦zginęły dwie osoby⟧.", Said("policji", "Według")),
    ("⟦Zginęły dwie osoby⟧ - poinformował gubernator obwodu.", Said("gubernator obwodu", "poinformował")),
    ("⟦Zginęły dwie osoby⟧, poinformował gubernator obwodu w piątek.", Said("gubernator obwodu", "poinformował")),
    ("Jak przekazał mer, ⟦zginęły dwie osoby⟧.", Said("mer", "przekazał")),
    ("Zdaniem ekspertów, ⟦atak był nieunikniony⟧.", Said("ekspertów", "Zdaniem")),
    ("Jan Test, rzecznik armii, powiedział, że ⟦brakuje wody⟧.", Said("Jan Test", "powiedział")),
    ("W piątek rzecznik rządu przekazał, że ⟦most runął⟧.", Said("rzecznik rządu", "przekazał")),
    ("Poinformowano, że ⟦most runął⟧.", Said(None, "Poinformowano")),
    ("Premier przyjechał i powiedział, że most runął.", NOTHING),
    ("Powiedział prawdę i wyszedł.", NOTHING),
    ("Film „Co powiedział rzecznik” wszedł do kin.", NOTHING),
    ("Dodał, że ⟦rannych jest trzech⟧.", Said(None, "Dodał")),
    ("Według stanu na 12 maja zginęły dwie osoby.", NOTHING),
    ("Mer Charkowa oświadczył: „⟦Odbudujemy wszystko⟧”.", Said("Mer Charkowa", "oświadczył", direct=True)),
    (
        "– ⟦Nie ma wody – mówi mieszkanka Sum. – Czekamy na pomoc – dodaje.⟧",
        Said("mieszkanka Sum", "mówi", direct=True),
    ),
    (
        "Rzecznik armii powiedział w piątek dziennikarzom, że ⟦zginęły dwie osoby⟧.",
        Said("Rzecznik armii", "powiedział"),
    ),
    (
        "– ⟦To był koszmar. Uciekaliśmy boso – opowiada mieszkanka bloku Olena. – Wszystko było w dymie.⟧",
        Said("mieszkanka bloku Olena", "opowiada", direct=True),
    ),
    ("„⟦Wróg uderzył w blok⟧” – napisał na Telegramie.", Said(None, "napisał", direct=True)),
    (
        '"⟦Wiadomo, co to znaczy⟧" – skomentował na Twitterze Jan Test z redakcji.',
        Said("Jan Test", "skomentował", direct=True),
    ),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_who_said_what(row: Row) -> None:
    check(row, lang="pl")


# a headline's colon speaks where a noun that speaks stands before it, not behind a place
HEADLINES: list[Row] = [
    ("Minister: ⟦rozmowy będą trwać⟧", Said("Minister", ":")),
    ("Charków: dwie osoby zginęły", NOTHING),
]


@pytest.mark.parametrize("row", HEADLINES, ids=lambda row: row[0])
def test_a_colon_in_a_headline(row: Row) -> None:
    check(row, lang="pl", kind="headline")
