"""Dutch as news writes it: verbs at the end or in two halves, compounds, "vielen ... doden", number words in one."""

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
from tallywire.extract.language import language_of

CASES = [
    # word order
    ("Bij de aanval werden ⟦minstens twaalf⟧ mensen gedood.", killed(at_least(12))),
    ("⟦Twaalf⟧ mensen werden bij de aanval op de stad gedood.", killed(12)),
    ("Bij de aanval zijn ⟦zeker twaalf⟧ mensen om het leven gekomen.", killed(at_least(12))),
    ("Daarbij kwamen ⟦12⟧ mensen om het leven.", killed(12)),
    ("⟦Drie⟧ kinderen kwamen bij de beschieting van een flat om het leven.", killed(3, "child")),
    ("Maandag zijn in de stad ⟦negen⟧ soldaten door een drone gedood.", killed(9, "combatant")),
    ("In het dorp stierven ⟦zeven⟧ inwoners.", killed(7, "civilian")),
    ("Een raket doodde ⟦vier⟧ vrouwen en verwondde er ⟦elf⟧.", killed(4, "woman"), wounded(11)),
    ("⟦Vijf⟧ mensen zijn gedood en ⟦18⟧ raakten gewond.", killed(5), wounded(18)),
    ("⟦Vijf⟧ mensen kwamen om en ⟦18⟧ raakten gewond.", killed(5), wounded(18)),
    ("Bij gevechten verloren ⟦12⟧ burgers het leven.", killed(12, "civilian")),
    ("⟦Vier⟧ soldaten, die het konvooi begeleidden, raakten gewond.", wounded(4, "combatant")),
    ("Het leger heeft ⟦40⟧ strijders in het gebied gedood.", killed(40, "combatant")),
    ("De gouverneur zei dat bij de aanval ⟦twee⟧ burgers in Nikopol zijn gedood.", killed(2, "civilian")),
    # verbs in two halves
    ("Bij de aanval kwamen ⟦twaalf⟧ mensen om.", killed(12)),
    (
        "Bij de aanval op de markt kwamen ⟦tien⟧ soldaten en ⟦drie⟧ burgers om.",
        killed(10, "combatant"),
        killed(3, "civilian"),
    ),
    ("De luchtafweer schoot ⟦twaalf⟧ drones neer.", intercepted(12, "uav")),
    ("De politie hield in de nacht ⟦twaalf⟧ verdachten aan.", detained(12)),
    ("Hamas liet ⟦acht⟧ gijzelaars vrij.", freed(8)),
    ("Zij kwamen met 200 man om te helpen.", NOTHING),
    ("De agenten hielden 12 auto's tegen en keken elkaar aan.", NOTHING),
    # "vielen", headlines and nouns of harm
    ("Er vielen ⟦zeker twaalf⟧ doden.", killed(at_least(12))),
    ("Bij de aanval zijn ⟦twaalf⟧ doden gevallen.", killed(12)),
    ("Bij de beschieting vielen ⟦drie⟧ doden en ⟦tientallen⟧ gewonden.", killed(3), wounded(vague(20, 99))),
    ("⟦Twaalf⟧ doden en ⟦tientallen⟧ gewonden bij raketaanval", killed(12), wounded(vague(20, 99))),
    ("⟦Zeker één⟧ dode bij droneaanval op Odessa", killed(at_least(1))),
    ("De autoriteiten melden ⟦14⟧ dodelijke slachtoffers.", killed(14)),
    ("De aanslag kostte ⟦meer dan 20⟧ mensen het leven.", killed(at_least(20))),
    ("De aanslag eiste ⟦ruim 20⟧ levens.", killed(at_least(20))),
    ("Er zijn ⟦drie⟧ zwaargewonden.", wounded(3)),
    ("Onder de doden zijn ⟦twee⟧ kinderen.", killed(2, "child")),
    ("⟦440⟧ lichamen werden uit het massagraf gehaald.", remains(440)),
    # tolls
    ("Het dodental is gestegen tot ⟦27⟧.", killed(27)),
    ("Het dodental is opgelopen naar ⟦minstens 41⟧.", killed(at_least(41))),
    ("Het dodental staat op ⟦41⟧.", killed(41)),
    ("Het aantal doden is tot ⟦27⟧ gestegen.", killed(27)),
    ("Het aantal gewonden ligt op ⟦ongeveer 100⟧.", wounded(about(100))),
    ("Het aantal gewonden ligt volgens het ministerie van Volksgezondheid op ⟦meer dan 400⟧.", wounded(at_least(400))),
    ("Het dodental is verdubbeld naar ⟦honderd⟧.", killed(100)),
    # parts
    ("⟦15⟧ mensen werden gedood, onder wie ⟦drie⟧ kinderen.", killed(15), killed(3, "child", subset_of=0)),
    ("⟦Acht⟧ mensen, onder wie ⟦een⟧ vrouw, kwamen om het leven.", killed(8), killed(1, "woman", subset_of=0)),
    ("Er raakten ⟦20⟧ mensen gewond, van wie ⟦vijf⟧ ernstig.", wounded(20), wounded(5, subset_of=0)),
    ("Er vielen ⟦negen⟧ doden, waaronder ⟦vier⟧ kinderen.", killed(9), killed(4, "child", subset_of=0)),
    ("⟦Vijf⟧ mensen zijn gedood, onder wie ⟦een⟧ jongen van 9 jaar.", killed(5), killed(1, "child", subset_of=0)),
    ("Onder de ⟦twaalf⟧ doden zijn ⟦drie⟧ kinderen.", killed(12), killed(3, "child")),
    ("Onder de doden zouden ⟦4506⟧ kinderen zijn.", killed(4506, "child", stance="alleged")),
    # single victims
    ("⟦Een⟧ man werd gedood.", killed(1)),
    ("Bij de beschieting raakte ⟦een⟧ 70-jarige vrouw gewond.", wounded(1, "woman")),
    ("De burgemeester raakte gewond.", NOTHING),
    # number words, marks, scales
    ("⟦Drieëntwintig⟧ soldaten zijn gedood.", killed(23, "combatant")),
    ("⟦2.500⟧ soldaten sneuvelden.", killed(2500, "combatant")),
    ("⟦1.200⟧ mensen zijn gedood.", killed(1200)),
    ("⟦Tweehonderd⟧ huizen werden verwoest.", destroyed(200, "building")),
    ("⟦Honderdvijftig⟧ militairen sneuvelden.", killed(150, "combatant")),
    ("⟦Ongeveer 1,2 miljoen⟧ mensen zijn gevlucht.", displaced(about(1_200_000))),
    ("⟦Anderhalf miljoen⟧ mensen zijn op de vlucht.", displaced(1_500_000)),
    ("⟦Een tiental⟧ soldaten raakte gewond.", wounded(about(10), "combatant")),
    ("⟦Een dozijn⟧ soldaten raakte gewond.", wounded(12, "combatant")),
    ("⟦Honderden⟧ mensen zijn gedood.", killed(vague(200, 999))),
    ("⟦Tienduizenden⟧ mensen vluchtten uit de regio.", displaced(vague(20000, 99999))),
    ("⟦Enkele honderden⟧ soldaten zijn gedood.", killed(vague(200, 999), "combatant")),
    ("⟦Bijna 80.000⟧ Russische soldaten zijn gedood.", killed(about(80000), "combatant", side="Russia")),
    (
        "De luchtmacht zegt dat ⟦vijftien⟧ van de ⟦zeventien⟧ drones zijn neergehaald.",
        intercepted(15, "uav"),
        launched(17, "uav"),
    ),
    # hedges
    ("⟦Tot 50⟧ mensen zijn gedood.", killed(at_most(50))),
    ("⟦Minder dan tien⟧ mensen raakten gewond.", wounded(at_most(10))),
    ("⟦Tussen de 40 en 50⟧ soldaten zijn gedood.", killed(between(40, 50), "combatant")),
    ("⟦20 tot 30⟧ strijders zijn gedood.", killed(between(20, 30), "combatant")),
    ("⟦Ruim 60⟧ mensen raakten gewond.", wounded(at_least(60))),
    ("⟦Zo'n 60⟧ mensen raakten gewond.", wounded(about(60))),
    ("⟦Circa 60⟧ mensen raakten gewond.", wounded(about(60))),
    ("⟦Ten minste 60⟧ mensen raakten gewond.", wounded(at_least(60))),
    ("⟦Hooguit zes⟧ mensen raakten gewond.", wounded(at_most(6))),
    # kinds
    ("⟦20⟧ soldaten worden vermist.", missing(20, "combatant")),
    ("⟦30⟧ soldaten raakten in krijgsgevangenschap.", captured(30, "combatant")),
    ("Gewapende mannen ontvoerden ⟦40⟧ scholieren.", abducted(40, "child")),
    ("De politie heeft ⟦12⟧ verdachten aangehouden.", detained(12)),
    ("⟦600⟧ inwoners werden geëvacueerd.", evacuated(600, "civilian")),
    ("⟦115⟧ gevangenen werden vrijgelaten.", freed(115)),
    ("⟦Drie⟧ flats raakten beschadigd.", damaged(3, "building")),
    ("Het leger heeft ⟦twee⟧ dorpen heroverd.", recaptured(2, "settlement")),
    ("De luchtafweer heeft ⟦58⟧ drones neergehaald.", intercepted(58, "uav")),
    (
        "Rusland heeft in de nacht ⟦67⟧ drones en ⟦negen⟧ raketten afgevuurd.",
        launched(67, "uav"),
        launched(9, "missile"),
    ),
    ("De brigade leed ⟦300⟧ verliezen.", lost(300)),
    ("⟦4000⟧ soldaten werden gedood of gewond.", casualties(4000, "combatant")),
    (
        "Er werden ⟦vier⟧ tanks, ⟦twee⟧ helikopters en ⟦elf⟧ drones vernietigd.",
        destroyed(4, "tank"),
        destroyed(2, "helicopter"),
        destroyed(11, "uav"),
    ),
    # compounds
    ("⟦Acht⟧ regeringssoldaten zijn gedood.", killed(8, "combatant")),
    ("⟦Acht⟧ rebellenstrijders zijn gedood.", killed(8, "combatant")),
    ("Zij wilden 12 gezinnen verhuizen en werden gedood.", NOTHING),
    ("⟦Twaalf⟧ Shahed-drones werden onderschept.", intercepted(12, "uav")),
    ("⟦Drie⟧ Hamasleiders zijn gedood.", killed(3, "combatant")),
    ("Er vielen ⟦zeker dertig⟧ burgerdoden.", killed(at_least(30))),
    ("⟦Drie⟧ appartementsgebouwen werden verwoest.", destroyed(3, "building")),
    # who says it
    ("Volgens het leger zijn ⟦twaalf⟧ soldaten gedood.", killed(12, "combatant", source="het leger")),
    ("Volgens het gezondheidsministerie zijn ⟦30⟧ mensen gedood.", killed(30, source="het gezondheidsministerie")),
    ("⟦Vier⟧ mensen raakten gewond, meldt de politie.", wounded(4, source="de politie")),
    ("⟦Zes⟧ mensen raakten gewond, aldus de gouverneur.", wounded(6, source="de gouverneur")),
    ("⟦Zes⟧ mensen raakten gewond, zei de burgemeester vrijdag.", wounded(6, source="de burgemeester")),
    ("Het ministerie liet weten dat ⟦50⟧ drones zijn neergehaald.", intercepted(50, "uav", source="Het ministerie")),
    (
        "Vrijdag liet de gouverneur weten dat ⟦zes⟧ mensen zijn omgekomen.",
        killed(6, source="de gouverneur"),
    ),
    (
        "Volgens de Oekraïense generale staf zijn ⟦710⟧ Russische soldaten gedood.",
        killed(710, "combatant", side="Russia", source="de Oekraïense generale staf"),
    ),
    ("De activisten beweren dat ⟦20⟧ mensen zijn gedood.", killed(20, stance="alleged")),
    ("Het ministerie ontkende dat ⟦20⟧ soldaten zijn gesneuveld.", killed(20, "combatant", stance="denied")),
    (
        "⟦Twintig⟧ mensen kwamen om. Dat zei een woordvoerder. ⟦Tien⟧ anderen raakten gewond, voegde hij toe.",
        killed(20, source="een woordvoerder"),
        wounded(10, source="een woordvoerder"),
    ),
    ("Er zijn ⟦14⟧ doden gevallen, meldt het persbureau ANP.", killed(14, source="het persbureau ANP")),
    # colour
    ("Daarbij zouden ⟦15⟧ mensen zijn gedood.", killed(15, stance="alleged")),
    ("Naar verluidt zijn ⟦drie⟧ gijzelaars gedood.", killed(3, stance="alleged")),
    ("Zijn er ⟦20⟧ mensen gedood?", killed(20, stance="question")),
    # whose, and over which time
    ("⟦Twaalf⟧ Oekraïense soldaten zijn gedood.", killed(12, "combatant", side="Ukraine")),
    ("⟦Drie⟧ Oekraïense burgers raakten gewond.", wounded(3, "civilian", side="civilians of Ukraine")),
    ("⟦Dertig⟧ Palestijnen zijn gedood.", killed(30, side="Palestine")),
    ("Rusland heeft ⟦3825⟧ soldaten verloren.", lost(3825, "combatant", side="Russia")),
    ("Rusland verloor ⟦890⟧ soldaten.", lost(890, "combatant", side="Russia")),
    ("Het Israëlische leger heeft ⟦14⟧ Palestijnen gedood.", killed(14, side="Palestine")),
    (
        "Sinds het begin van de oorlog zijn ⟦80.000⟧ soldaten gedood.",
        killed(80000, "combatant", count="running_total", period="Sinds het begin van de oorlog"),
    ),
    (
        "De afgelopen week zijn ⟦40⟧ burgers gedood.",
        killed(40, "civilian", count="period_total", period="De afgelopen week"),
    ),
    ("Vrijdag zijn ⟦zes⟧ burgers gedood.", killed(6, "civilian", period="Vrijdag")),
    ("In de stad Izjoem zijn ⟦twee⟧ mensen gedood.", killed(2, place="Izjoem")),
    ("In de Gazastrook zijn ⟦42⟧ mensen gedood.", killed(42, place="Gazastrook")),
    # what is no figure
    ("Op 24 februari 2022 zijn ⟦drie⟧ soldaten gedood.", killed(3, "combatant")),
    ("De 3e brigade heeft ⟦twee⟧ tanks vernietigd.", destroyed(2, "tank")),
    ("Een 35-jarige man vertelde over doden.", NOTHING),
    ("De drone vloog 300 kilometer ver en doodde niemand.", NOTHING),
    ("Er waren 13 luchtaanvallen en er vielen gewonden.", NOTHING),
    ("De wedstrijd eindigde na 90 minuten.", NOTHING),
    ("De hulp kost 12 miljoen euro en veel mensen zijn gewond.", NOTHING),
    ("De 12 mannen zijn bekende voetballers.", NOTHING),
    ("In 2023 zijn veel mensen gedood.", NOTHING),
    ("Er zijn geen doden gevallen.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="nl")


# the words are enough, against German and other near languages
SHORT = [
    "Zeker twaalf doden bij aanval op Gaza",
    "Tien Russische drones neergehaald boven Oekraïne",
    "Doden en gewonden in Soedan",
    "Bij de aanval zijn twaalf mensen gedood.",
    "Rusland verloor 800 soldaten.",
    "Leger meldt 14 doden",
    "Zes soldaten omgekomen",
    "Twaalf burgers raakten gewond.",
    "In Soedan vielen zeker 40 doden.",
    "Vier kinderen gedood",
]


@pytest.mark.parametrize("text", SHORT)
def test_the_language_of_a_short_text(text: str) -> None:
    assert language_of(text) == "nl"


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "Vier Kinder in Sumy getötet"), ("af", "Minstens twaalf mense is in die aanval dood en baie is beseer.")],
)
def test_a_near_language_is_not_taken_for_it(code: str, text: str) -> None:
    assert language_of(text) == code


PAGE = (
    "Drones raken flat in Soemy: zeker vijf doden\n\n"
    "Bij een Russische droneaanval op de stad Soemy zijn vannacht zeker vijf mensen om het leven gekomen, onder wie "
    "twee kinderen. Er raakten 23 bewoners gewond, van wie vier ernstig, meldt de gouverneur. Een dag eerder kwamen "
    "bij een soortgelijke aanval negen burgers om. Volgens de Oekraïense luchtmacht vuurde Rusland 84 drones en zes "
    "raketten af; 71 drones zijn onderschept.\n\n"
    "Het Russische ministerie van Defensie beweert dat zo'n 40 Oekraïense militairen zijn uitgeschakeld. Dat is niet "
    "onafhankelijk bevestigd. De stad ligt 30 kilometer van de grens."
)
FIGURES = [
    ("zeker vijf", "killed", "person", None),
    ("zeker vijf", "killed", "person", None),
    ("twee", "killed", "child", None),
    ("23", "wounded", "civilian", "de gouverneur"),
    ("vier", "wounded", "civilian", "de gouverneur"),
    ("negen", "killed", "civilian", None),
    ("84", "launched", "uav", "de Oekraïense luchtmacht"),
    ("zes", "launched", "missile", "de Oekraïense luchtmacht"),
    ("71", "intercepted", "uav", "de Oekraïense luchtmacht"),
    ("zo'n 40", "killed", "combatant", "Het Russische ministerie van Defensie"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="nl")
    found = [(f.words, f.kind, f.what, f.source.name if f.source else None) for f in read(article).figures]
    assert found == FIGURES
