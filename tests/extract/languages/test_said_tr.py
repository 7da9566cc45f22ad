"""Who said what in Turkish: verbs at the end, phrases behind a name, and near misses."""

from __future__ import annotations

import pytest

from said import NOTHING, Row, Said, check

CASES: list[Row] = [
    ("Bakan, ⟦iki kişinin öldüğünü⟧ söyledi.", Said("Bakan", "söyledi")),
    ('Vali Ahmet Deneme, "⟦İki kişi hayatını kaybetti⟧" dedi.', Said("Vali Ahmet Deneme", "dedi", direct=True)),
    (
        'Vali Ahmet Deneme saldırıyla ilgili "⟦Yaralar sarılacak⟧" diye konuştu.',
        Said(None, "diye konuştu", direct=True),
    ),
    ("Savunma Bakanlığı, ⟦12 insansız hava aracının düşürüldüğünü⟧ açıkladı.", Said("Savunma Bakanlığı", "açıkladı")),
    ("Sağlık Bakanlığı ⟦saldırıda 12 kişinin yaralandığını⟧ duyurdu.", Said("Sağlık Bakanlığı", "duyurdu")),
    ("Bakanlığa göre ⟦iki kişi öldü⟧.", Said("Bakanlığa", "göre")),
    ("BM'ye göre, ⟦iki kişi öldü⟧.", Said("BM'ye", "göre")),
    ("⟦Saldırıda iki kişinin öldüğü⟧ bildirildi.", Said(None, "bildirildi")),
    ("Saldırıda iki kişi öldü.", NOTHING),
    (
        '"⟦Dayandık⟧" diyen sözcü Ali Deneme, yardımın geldiğini söyledi.',
        Said("sözcü Ali Deneme", "diyen", direct=True),
    ),
    (
        'Ordu sözcüsü, köprünün yıkıldığını belirterek, "⟦Yeniden yapacağız⟧" dedi.',
        Said("Ordu sözcüsü", "dedi", direct=True),
    ),
    ("Buna göre iki kişi öldü.", NOTHING),
    ("Habere göre, ⟦üç kişi gözaltına alındı⟧.", Said("Habere", "göre")),
    (
        "Gazze'deki Sağlık Bakanlığının açıklamasına göre, ⟦iki kişi öldü⟧.",
        Said("Gazze'deki Sağlık Bakanlığının", "açıklamasına göre"),
    ),
    ("Gazze'de 12 kişinin öldüğünü açıkladı.", NOTHING),
    ('"Sözcü ne dedi" adlı kitap çıktı.', NOTHING),
    (
        'Cumhurbaşkanı Yardımcısı Can Deneme, "⟦Görüşmeler sürecek⟧" ifadelerini kullandı.',
        Said("Cumhurbaşkanı Yardımcısı Can Deneme", "ifadelerini kullandı", direct=True),
    ),
    (
        'Sinegubov, "⟦Düşman yerleşim bölgesini vurdu. Çalışmalar sürüyor⟧" ifadelerini kullandı.',
        Said("Sinegubov", "ifadelerini kullandı", direct=True),
    ),
    ('Bir doktor Anadolu Ajansına "⟦Hastane dolu⟧" dedi.', Said(None, "dedi", direct=True)),
    ('Saldırıda, "Zafer Yolu" adlı filmi çeken yönetmen öldü.', NOTHING),
    ("Enkaz altında cesetler olduğunu söyleyen bakanlığa göre, ⟦iki kişi öldü⟧.", Said("bakanlığa", "göre")),
    (
        "Polis, 12 kişinin gözaltına alındığını açıkladı ve ⟦soruşturmanın sürdüğünü⟧ belirtti.",
        Said("Polis", "belirtti"),
    ),
    ("Önceki yıla göre ölü sayısı arttı.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_who_said_what(row: Row) -> None:
    check(row, lang="tr")


# a headline's colon speaks where a noun that speaks stands before it, not behind a place
HEADLINES: list[Row] = [
    ("Bakan: ⟦Görüşmeler sürecek⟧", Said("Bakan", ":")),
    ("Harkiv: İki ölü", NOTHING),
]


@pytest.mark.parametrize("row", HEADLINES, ids=lambda row: row[0])
def test_a_colon_in_a_headline(row: Row) -> None:
    check(row, lang="tr", kind="headline")
