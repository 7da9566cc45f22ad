"""Polish as news writes it: impersonal "-no" and "-to", "zostało rannych", number words by gender, no articles."""

from __future__ import annotations

import pytest

from expect import (
    NOTHING,
    Row,
    abducted,
    about,
    at_least,
    at_most,
    between,
    captured,
    casualties,
    check,
    damaged,
    destroyed,
    detained,
    displaced,
    evacuated,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    missing,
    recaptured,
    remains,
    vague,
    wounded,
)
from tallywire.claims.article import Article, Segment
from tallywire.extract.document import read

ORDER: list[Row] = [
    ("W ataku zginęło ⟦12⟧ osób.", killed(12, term="zginęło")),
    ("⟦Trzy⟧ osoby zginęły w ataku.", killed(3)),
    ("Zginęły w nocnym ataku ⟦trzy⟧ osoby.", killed(3)),
    ("⟦Dwaj⟧ policjanci zginęli, a ⟦trzej⟧ zostali ranni.", killed(2, "police"), wounded(3, "police")),
    ("Zabito ⟦15⟧ cywilów.", killed(15, "civilian", term="Zabito")),
    ("Rannych zostało ⟦23⟧ cywilów.", wounded(23, "civilian")),
    ("Ranne zostały ⟦trzy⟧ osoby.", wounded(3)),
    ("⟦16⟧ osób zostało rannych.", wounded(16)),
    ("Zginęły ⟦cztery⟧ osoby, a ⟦16⟧ zostało rannych.", killed(4), wounded(16)),
    ("Jest ⟦12⟧ zabitych i ⟦30⟧ rannych.", killed(12), wounded(30)),
    ("Nie żyje ⟦12⟧ osób.", killed(12, term="Nie żyje")),
    ("Śmierć poniosło ⟦80⟧ osób.", killed(80)),
    ("Życie straciło ⟦80⟧ osób.", killed(80)),
    ("⟦1597⟧ żołnierzy odniosło rany.", wounded(1597, "combatant")),
    ("Do szpitala trafiło ⟦13⟧ osób.", wounded(13)),
    ("Pocisk spadł na targ, zabijając ⟦11⟧ osób.", killed(11)),
    ("Odłamki zabiły ⟦co najmniej jedną⟧ osobę.", killed(at_least(1))),
    ("Potwierdzono śmierć ⟦trzech⟧ żołnierzy.", killed(3, "combatant", term="śmierć")),
    ("Władze poinformowały o śmierci ⟦12⟧ osób.", killed(12, source="Władze")),
    ("Za zaginione uznaje się ⟦sześć⟧ osób.", missing(6)),
]

NUMBERS: list[Row] = [
    ("Zginęło ⟦co najmniej 12⟧ osób.", killed(at_least(12))),
    ("Zginęło ⟦ponad 300⟧ osób.", killed(at_least(300))),
    ("Zginęło ⟦więcej niż 40⟧ osób.", killed(at_least(40))),
    ("Zginęło ⟦około 20⟧ osób.", killed(about(20))),
    ("Zginęło ⟦prawie 400⟧ osób.", killed(about(400))),
    ("Zginęło ⟦do 20⟧ osób.", killed(at_most(20))),
    ("Zginęło ⟦od 20 do 30⟧ osób.", killed(between(20, 30))),
    ("Zginęło ⟦20–30⟧ osób.", killed(between(20, 30))),
    ("Zginęło ⟦pięć lub sześć⟧ osób.", killed(between(5, 6))),
    ("Zginęło ⟦dwadzieścia pięć⟧ osób.", killed(25)),
    ("Zginęło ⟦dwieście czterdzieści⟧ osób.", killed(240)),
    ("Zginęły ⟦dwa tysiące⟧ osób.", killed(2000)),
    ("Zginęło ⟦22 tysiące⟧ osób.", killed(22_000)),
    ("Uciekło ⟦ponad 5 tys.⟧ osób.", displaced(at_least(5000))),
    ("Zginęło ⟦17 700⟧ osób.", killed(17_700)),
    ("Zginęło ⟦1,5 tysiąca⟧ osób.", killed(1500)),
    ("Zginęło ⟦półtora tysiąca⟧ osób.", killed(1500)),
    ("Uciekło ⟦6,2 mln⟧ osób.", displaced(6_200_000)),
    ("Zginęło ⟦kilka⟧ osób.", killed(vague(3, 9))),
    ("Rannych zostało ⟦kilkanaście⟧ osób.", wounded(vague(11, 19))),
    ("Zginęło ⟦kilkadziesiąt⟧ osób.", killed(vague(20, 99))),
    ("Zginęły ⟦setki⟧ osób.", killed(vague(200, 999))),
    ("Zginęły ⟦tysiące⟧ osób.", killed(vague(2000, 9999))),
    ("Zabili dwie godziny na czekaniu.", NOTHING),
    ("Doszło do 12 ataków, zginęły ⟦dwie⟧ osoby.", killed(2)),
    ("30 km od miasta zginęły ⟦dwie⟧ osoby.", killed(2)),
    ("18 sierpnia 2025 roku zginęły ⟦trzy⟧ osoby.", killed(3)),
    ("W nalotach zginęło w ciągu ostatniej doby ⟦85⟧ Palestyńczyków.", killed(85, side="Palestine")),
    # whose attack it was is no loser
    (
        "Liczba ofiar śmiertelnych rosyjskiego ataku na Tarnopol wzrosła do ⟦31⟧.",
        killed(31, side="people of Tarnopol"),
    ),
]

ONE: list[Row] = [
    ("W Putywlu zginęła ⟦kobieta⟧.", killed(1, "woman", place="Putywlu")),
    ("Zginął 60-letni ⟦mężczyzna⟧.", killed(1)),
    ("60-letni ⟦mężczyzna⟧ zginął na miejscu.", killed(1)),
    ("Ranni zostali 58-letni ⟦mężczyzna⟧ i 64-letnia ⟦kobieta⟧.", wounded(1), wounded(1, "woman")),
    ("Zginęły ⟦trzy⟧ osoby, w tym ⟦dziecko⟧.", killed(3), killed(1, "child", subset_of=0)),
    ("Zginął żołnierz Jan Kowalski.", NOTHING),
    ("Ranny żołnierz opowiedział o walce.", NOTHING),
    ("Mężczyzna zginął na miejscu.", NOTHING),
]

KINDS: list[Row] = [
    ("Armia zlikwidowała ⟦40⟧ bojowników.", killed(40, "combatant", term="zlikwidowała")),
    ("W ciągu doby zniszczono ⟦280⟧ okupantów.", killed(280, "combatant", count="period_total")),
    ("Wróg ma ⟦300⟧ zabitych i rannych.", casualties(300)),
    ("Straty wroga wyniosły ⟦710⟧ żołnierzy.", lost(710, "combatant")),
    ("Zaginęło ⟦15⟧ osób.", missing(15)),
    ("Do niewoli trafiło ⟦12⟧ rosyjskich żołnierzy.", captured(12, "combatant", side="Russia")),
    ("Spadochroniarze zdobyli ⟦trzy⟧ czołgi.", captured(3, "tank")),
    ("Bojownicy porwali ⟦40⟧ uczennic.", abducted(40, "child")),
    ("Policja zatrzymała ⟦12⟧ demonstrantów.", detained(12)),
    ("Rosja deportowała ⟦19 tysięcy⟧ dzieci.", displaced(19_000, "child")),
    ("Ewakuowano ⟦600⟧ mieszkańców.", evacuated(600, "civilian")),
    ("Z niewoli wróciło ⟦205⟧ ukraińskich żołnierzy.", freed(205, "combatant", side="Ukraine")),
    ("Spod gruzów uratowano ⟦cztery⟧ osoby.", freed(4)),
    ("Spod gruzów wydobyto ⟦12⟧ ciał.", remains(12)),
    ("Znaleziono ciała ⟦trzech⟧ osób.", remains(3)),
    ("Zniszczono ⟦13⟧ czołgów.", destroyed(13, "tank")),
    ("Spłonęły ⟦cztery⟧ autobusy.", destroyed(4, "vehicle")),
    ("Uszkodzonych zostało ⟦12⟧ domów.", damaged(12, "building")),
    ("Wojsko odbiło ⟦sześć⟧ wsi.", recaptured(6, "settlement")),
    ("Zestrzelono ⟦53⟧ z ⟦61⟧ dronów.", intercepted(53, "uav", of=1), launched(61, "uav")),
    ("Użyto ⟦162⟧ dronów, z czego ⟦82⟧ zostały zestrzelone.", launched(162, "uav"), intercepted(82, "uav")),
    ("Rosja wystrzeliła ⟦120⟧ rakiet i ⟦90⟧ dronów.", launched(120, "missile"), launched(90, "uav")),
    ("Zginęły ⟦trzy⟧ osoby, w tym ⟦dwoje⟧ dzieci.", killed(3), killed(2, "child", subset_of=0)),
    ("Wśród rannych jest ⟦dwoje⟧ dzieci.", wounded(2, "child")),
    ("Liczba ofiar śmiertelnych wzrosła do ⟦38⟧.", killed(38, count="running_total")),
    ("Liczba rannych wynosi ⟦94⟧.", wounded(94, count="running_total")),
]

SAID: list[Row] = [
    ("Zginęły ⟦dwie⟧ osoby – poinformował mer Witalij Kliczko.", killed(2, source="mer Witalij Kliczko")),
    ("Zginęły ⟦dwie⟧ osoby, podała policja.", killed(2, source="policja")),
    ("Według policji zginęły ⟦dwie⟧ osoby.", killed(2, source="policji")),
    ("Gubernator powiedział, że zginęły ⟦dwie⟧ osoby.", killed(2, source="Gubernator")),
    ("Jak poinformowała policja, zginęły ⟦dwie⟧ osoby.", killed(2, source="policja")),
    ("Zginęły ⟦dwie⟧ osoby. O tym poinformowała prokuratura.", killed(2, source="prokuratura")),
    ("Kreml twierdzi, że zginęły ⟦dwie⟧ osoby.", killed(2, source="Kreml", stance="alleged")),
    ("Rosja zaprzecza, że zginęło ⟦60⟧ żołnierzy.", killed(60, "combatant", source="Rosja", stance="denied")),
    ("Miało zginąć ⟦20⟧ żołnierzy.", killed(20, "combatant", stance="alleged")),
    ("Pod gruzami mogło zginąć ⟦20⟧ osób.", killed(20, stance="expected")),
    ("Zginęło ⟦20⟧ osób?", killed(20, stance="question")),
    ("Zginęło ⟦12⟧ rosyjskich żołnierzy.", killed(12, "combatant", side="Russia")),
    ("W nalotach zginęło ⟦63⟧ Palestyńczyków.", killed(63, side="Palestine")),
    ("Rosja straciła ⟦5840⟧ żołnierzy.", lost(5840, "combatant", side="Russia")),
    ("Od początku wojny zginęło ⟦ponad 2000⟧ cywilów.", killed(at_least(2000), "civilian", count="running_total")),
    ("W środę zginęło ⟦40⟧ osób.", killed(40, count="increment")),
    ("W ubiegłym tygodniu zginęło ⟦40⟧ osób.", killed(40, count="period_total")),
    ("Nie ma ofiar.", NOTHING),
    ("Nikt nie zginął.", NOTHING),
    ("Straty Rosjan w ciągu doby: ⟦890⟧ żołnierzy", lost(890, "combatant", side="Russia")),
    ("Zdaniem brytyjskiego wywiadu zginęło ⟦300⟧ osób.", killed(300, source="brytyjskiego wywiadu")),
    (
        "Zginęły ⟦trzy⟧ osoby – powiedział burmistrz Jan Nowak. Jego zdaniem rannych jest ⟦55⟧ osób.",
        killed(3, source="burmistrz Jan Nowak"),
        wounded(55, source="burmistrz Jan Nowak"),
    ),
    ("Zginęło ⟦40⟧ cywilów – powiedział agencji AFP lekarz.", killed(40, "civilian", source="lekarz")),
    ("Po stronie ukraińskiej zginęło ⟦12⟧ żołnierzy.", killed(12, "combatant", side="Ukraine")),
    ("Armia izraelska poinformowała o śmierci ⟦dwóch⟧ żołnierzy.", killed(2, "combatant", side="Israel")),
    (
        "Zdaniem brytyjskiego wywiadu straty rosyjskich wojsk wyniosły ⟦31 tys.⟧ zabitych i rannych.",
        casualties(31_000, side="Russia", source="brytyjskiego wywiadu"),
    ),
    (
        "Siły Powietrzne ze sztabem w Kijowie przekazały, że zestrzelono ⟦12⟧ dronów.",
        intercepted(12, "uav", source="Siły Powietrzne ze sztabem w Kijowie"),
    ),
    (
        "Władze podały, że w ataku na stolicę, do którego doszło nocą ze środy na czwartek i rano, zginęło ⟦12⟧ osób.",
        killed(12, source="Władze"),
    ),
]


@pytest.mark.parametrize("row", ORDER + NUMBERS + ONE, ids=lambda row: row[0])
def test_how_many_and_what_became_of_them(row: Row) -> None:
    check(row, lang="pl")


@pytest.mark.parametrize("row", KINDS + SAID, ids=lambda row: row[0])
def test_every_kind_of_loss_and_who_says_it(row: Row) -> None:
    check(row, lang="pl")


PAGE = (
    "Rosyjski atak na Sumy. Nie żyją cztery osoby\n\n"
    "W rosyjskim ataku na Sumy zginęły cztery osoby, w tym troje dzieci, a 15 zostało rannych – poinformował "
    "w środę mer Artem Kobzar.\n\n"
    "Według straży pożarnej uszkodzono 12 domów i trzy samochody. Do "
    "szpitala trafiło dziewięć osób.\n\n"
    "Siły Powietrzne Ukrainy podały, że zestrzelono 53 z 61 dronów. Front przebiega 25 kilometrów od miasta.\n\n"
    "Rosyjskie ministerstwo obrony twierdzi, że zginęło 40 ukraińskich żołnierzy."
)
MAYOR, SERVICE = "mer Artem Kobzar", "straży pożarnej"
FIGURES = [
    ("cztery", "killed", "person", None),
    ("cztery", "killed", "person", MAYOR),
    ("troje", "killed", "child", MAYOR),
    ("15", "wounded", "person", MAYOR),
    ("12", "damaged", "building", SERVICE),
    ("trzy", "damaged", "vehicle", SERVICE),
    ("dziewięć", "wounded", "person", None),
    ("53", "intercepted", "uav", "Siły Powietrzne Ukrainy"),
    ("61", "launched", "uav", "Siły Powietrzne Ukrainy"),
    ("40", "killed", "combatant", "Rosyjskie ministerstwo obrony"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="pl")
    found = [(f.words, f.kind, f.what, f.source.name if f.source else None) for f in read(article).figures]
    assert found == FIGURES
