"""Who said what in German: a speaker on either side of the verb, phrases around a name, and near misses."""

from __future__ import annotations

import pytest

from said import NOTHING, Row, Said, check

CASES: list[Row] = [
    ("Der Sprecher sagte, dass ⟦zwei Menschen gestorben seien⟧.", Said("Der Sprecher", "sagte")),
    (
        "Der Sprecher der Armee sagte am Freitag in Kiew, ⟦zwei Menschen seien gestorben⟧.",
        Said("Der Sprecher der Armee", "sagte"),
    ),
    (
        "Am Freitag sagte der Sprecher der Armee, dass ⟦die Brücke gefallen sei⟧.",
        Said("der Sprecher der Armee", "sagte"),
    ),
    ("„⟦Wir haben gehalten⟧“, sagte der Sprecher.", Said("der Sprecher", "sagte", direct=True)),
    (
        "„⟦Wir haben gehalten“, sagte Olha Tkatsch, eine Ärztin, „und Hilfe kam.⟧“",
        Said("Olha Tkatsch", "sagte", direct=True),
    ),
    ('"⟦Nein⟧", sagte er.', Said("er", "sagte", direct=True)),
    ("⟦Zwei Menschen seien gestorben⟧, teilte die Polizei am Freitag mit.", Said("die Polizei", "teilte")),
    ("Die Polizei teilte mit, dass ⟦zwei Menschen starben⟧.", Said("Die Polizei", "teilte mit")),
    ("Laut Polizei ⟦starben zwei Menschen⟧.", Said("Polizei", "Laut")),
    (
        "Nach Angaben des Gouverneurs Oleh Test ⟦wurden zwei Menschen getötet⟧.",
        Said("des Gouverneurs Oleh Test", "Nach Angaben"),
    ),
    ("Dabei wurden laut Gouverneur Oleh Test ⟦zwei Menschen getötet⟧.", Said("Gouverneur Oleh Test", "laut")),
    ("⟦Zwei Menschen starben⟧, wie die Polizei mitteilte.", Said("die Polizei", "mitteilte")),
    ("Wie der Gouverneur mitteilte, ⟦starben zwei Menschen⟧.", Said("der Gouverneur", "mitteilte")),
    ("Dem Ministerium zufolge ⟦starben zwei Menschen⟧.", Said("Dem Ministerium", "zufolge")),
    ("⟦Zwei Menschen starben⟧ dem Ministerium zufolge.", Said("dem Ministerium", "zufolge")),
    (
        "Der Bürgermeister Ihor Test erklärte: „⟦Wir bauen alles wieder auf.⟧“",
        Said("Der Bürgermeister Ihor Test", "erklärte", direct=True),
    ),
    ("Der Sprecher, der in Kiew war, sagte, dass ⟦Wasser fehle⟧.", Said("Der Sprecher", "sagte")),
    ("Nach seinen Angaben ⟦starben zwei Menschen⟧.", Said("seinen", "Nach seinen Angaben")),
    ("»⟦Wir haben gehalten«, sagte der Sprecher. »Hilfe kam.⟧«", Said("der Sprecher", "sagte", direct=True)),
    ("⟦Die Regierung habe gelogen⟧, sagte sie.", Said("sie", "sagte")),
    ("Er sagte nichts.", NOTHING),
    ("Der Film „Was der Sprecher sagte“ lief im Mai.", NOTHING),
    ("Der Angriff begann am Freitag.", NOTHING),
    ("Laut und deutlich war der Knall zu hören.", NOTHING),
    ("Es wurde gemeldet, dass die Brücke gefallen ist.", NOTHING),
    ("Die Angaben ließen sich nicht prüfen.", NOTHING),
    ("Selenskyj sagte in seiner Videoansprache, ⟦Russland habe 100 Drohnen gestartet⟧.", Said("Selenskyj", "sagte")),
    ("Der Sprecher hat am Freitag erklärt, dass ⟦zwei Menschen starben⟧.", Said("Der Sprecher", "erklärt")),
    (
        "„Wir halten.“ Außenministerin Anna Test hatte betont, dass ⟦weitere Hilfe komme⟧.",
        Said("Außenministerin Anna Test", "hatte betont"),
    ),
    (
        "Die Agentur meldete, zwei seien tot. Er kündigte an, dass ⟦die Luftabwehr verstärkt werde⟧.",
        Said("Er", "kündigte"),
    ),
    ("⟦Bis jetzt starben das Militär dem Generalstab zufolge 100 Soldaten⟧.", Said("dem Generalstab", "zufolge")),
    ("„⟦Er hat mir das Leben gerettet⟧“, erzählt die 34-Jährige.", Said("die 34-Jährige", "erzählt", direct=True)),
    ("Seinem Anwalt zufolge sitzt er in Haft. ⟦Der Krieg⟧, sagte sie, habe alles verändert.", Said("sie", "sagte")),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_who_said_what(row: Row) -> None:
    check(row, lang="de")


# a headline's colon speaks where a noun that speaks stands before it, not behind a place
HEADLINES: list[Row] = [
    ("Minister: ⟦Gespräche gehen weiter⟧", Said("Minister", ":")),
    ("Charkiw: Zwei Tote", NOTHING),
    ("Neue Angaben aus Kiew: Drohnen filmen Panzer", NOTHING),
]


@pytest.mark.parametrize("row", HEADLINES, ids=lambda row: row[0])
def test_a_colon_in_a_headline(row: Row) -> None:
    check(row, lang="de", kind="headline")
