"""Verbs at the end of their clause, or before all else: German."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, at_least, check, destroyed, detained, killed, launched, wounded

LANG = "de"
CASES = [
    ("Am Montag wurden ⟦mindestens zwölf⟧ Menschen in der Stadt Charkiw getötet.", killed(at_least(12))),
    ("⟦Drei⟧ Kinder kamen bei dem Beschuss eines Dorfes ums Leben.", killed(3, "child")),
    ("⟦Drei⟧ der Soldaten sind später in einer Klinik gestorben.", killed(3, "combatant")),
    ("Die Armee hat ⟦vier⟧ Panzer in der Region zerstört.", destroyed(4, "tank")),
    ("⟦30⟧ weitere wurden zum Teil schwer verletzt.", wounded(30)),
    ("Getötet wurden nach Angaben der Polizei ⟦zwei⟧ Frauen.", killed(2, "woman")),
    ("⟦20⟧ Panzer will Kiew zerstört haben.", destroyed(20, "tank", stance="alleged")),
    ("Am Abend feuerte die Miliz ⟦84⟧ Drohnen ab.", launched(84, "uav")),
    ("In dem Haus wurde ⟦eine⟧ Frau von Splittern getroffen und getötet.", killed(1, "woman")),
    # a verb in two halves
    ("Die Polizei nahm am Freitag in der Stadt ⟦zwölf⟧ Verdächtige fest.", detained(12)),
    ("Soldaten nahmen ⟦drei⟧ Männer fest und brachten sie fort.", detained(3)),
    ("Man nahm 12 Menschen mit, die fest schliefen.", NOTHING),
    ("Man nahm 12 Tabletten. Die Lage ist fest.", NOTHING),
    # the participle describes something else
    ("12 Soldaten verließen die zerstörte Stadt.", NOTHING),
    ("12 Helfer berichteten von getöteten Zivilisten.", NOTHING),
    ("Zwölf Menschen wurden befragt; verletzt war niemand.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_verb_apart(row: Row) -> None:
    check(row, lang=LANG)
