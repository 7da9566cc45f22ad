"""The language of a text: by its script, by a small model, and of a headline by the words that a language knows."""

from __future__ import annotations

import pytest

from tallywire.extract.language import language_of

TEXTS = [
    # long enough for anything
    ("de", "Bei dem Angriff wurden mindestens zwölf Menschen getötet, darunter drei Kinder."),
    ("fr", "Au moins douze personnes ont été tuées dans l'attaque, dont trois enfants."),
    ("uk", "Унаслідок обстрілу загинули троє людей, ще п'ятеро поранені."),
    ("ru", "В результате обстрела погибли три человека, ещё пятеро ранены."),
    ("ar", "قتل ثلاثة أشخاص في القصف"),
    ("he", "שלושה בני אדם נהרגו"),
    ("fa", "سه نفر در این حمله کشته شدند"),
    ("en", "At least twelve people were killed and five of them were children, the mayor said."),
    # headlines
    ("de", "Rakete tötet vier Kinder"),
    ("de", "Zwölf Tote in Sumy"),
    ("de", "30 Soldaten gefallen"),
    ("en", "Hamas: 30 dead"),
    ("en", "Army says 14 killed"),
    ("en", "12 soldiers wounded"),
    ("es", "Doce muertos en Gaza"),
    ("es", "Mueren 30 soldados"),
    ("fr", "Gaza : 12 morts"),
    ("fr", "Trois soldats tués"),
    ("it", "Gaza, 12 morti"),
    ("it", "Uccisi tre soldati"),
    ("pt", "Ataque mata 12 pessoas"),
    ("pt", "Doze mortos em Gaza"),
    ("pl", "Zginęło 12 osób"),
    ("tr", "Gazze'de 12 ölü"),
    # nothing to tell by
    ("en", ""),
    ("en", "12, 14, 15"),
    ("en", "Xyz"),
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[text for _, text in TEXTS])
def test_the_language_of_a_text(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("cs", "Při útoku bylo zabito nejméně dvanáct lidí a pět dalších bylo zraněno."),
        ("sv", "Minst tolv människor dödades i attacken, däribland tre barn, säger polisen."),
        ("ro", "Cel puțin doisprezece persoane au fost ucise în atac, printre care trei copii."),
    ],
)
def test_a_language_that_we_do_not_read_keeps_its_name(code: str, text: str) -> None:
    assert language_of(text) == code
