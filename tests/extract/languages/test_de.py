"""German as news writes it: verbs at the end, compounds, number words in one, hearsay in "sollen" and "will"."""

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

CASES = [
    # word order
    ("Bei dem Angriff wurden ⟦mindestens zwölf⟧ Menschen getötet.", killed(at_least(12))),
    ("⟦Zwölf⟧ Menschen wurden bei dem Angriff auf die Stadt getötet.", killed(12)),
    ("Am Montag wurden in der Stadt ⟦neun⟧ Soldaten von einer Drohne getötet.", killed(9, "combatant")),
    ("Dabei kamen ⟦12⟧ Menschen ums Leben.", killed(12)),
    ("⟦Drei⟧ Kinder kamen bei dem Beschuss eines Wohnhauses ums Leben.", killed(3, "child")),
    ("Getötet wurden ⟦drei⟧ Polizisten.", killed(3, "police")),
    ("Verletzt wurden nach Angaben der Behörden ⟦30⟧ Menschen.", wounded(30)),
    ("In dem Dorf starben ⟦sieben⟧ Bewohner.", killed(7, "civilian")),
    ("Eine Rakete tötete ⟦vier⟧ Frauen und verletzte ⟦elf⟧ weitere.", killed(4, "woman"), wounded(11)),
    ("Der Gouverneur sagte, dass bei dem Angriff ⟦zwei⟧ Zivilisten in Nikopol getötet wurden.", killed(2, "civilian")),
    ("Die Armee hat nach eigenen Angaben ⟦40⟧ Kämpfer in dem Gebiet getötet.", killed(40, "combatant")),
    ("⟦Fünf⟧ Menschen wurden getötet und ⟦18⟧ verletzt.", killed(5), wounded(18)),
    ("⟦Fünf⟧ Menschen starben, ⟦18⟧ wurden zum Teil schwer verletzt.", killed(5), wounded(18)),
    ("Zwei der Verletzten schweben in Lebensgefahr.", NOTHING),
    ("Bei Kämpfen verloren ⟦12⟧ Zivilisten das Leben.", killed(12, "civilian")),
    ("⟦Vier⟧ Soldaten, die den Konvoi begleiteten, wurden verwundet.", wounded(4, "combatant")),
    # headlines and nouns of harm
    ("⟦Zwölf⟧ Tote und ⟦Dutzende⟧ Verletzte bei Raketenangriff", killed(12), wounded(vague(24, 99))),
    ("⟦Mindestens ein⟧ Toter bei Drohnenangriff auf Odessa", killed(at_least(1))),
    ("Behörden melden ⟦14⟧ Todesopfer.", killed(14)),
    ("Der Anschlag forderte ⟦mehr als 20⟧ Menschenleben.", killed(at_least(20))),
    ("Es gab ⟦drei⟧ Schwerverletzte.", wounded(3)),
    ("Unter den Toten sind ⟦zwei⟧ Kinder.", killed(2, "child")),
    # tolls
    ("Die Zahl der Toten ist auf ⟦27⟧ gestiegen.", killed(27)),
    ("Die Zahl der Todesopfer stieg auf ⟦mindestens 41⟧.", killed(at_least(41))),
    ("Die Zahl der Verletzten liegt bei ⟦rund 100⟧.", wounded(about(100))),
    # parts
    ("⟦15⟧ Menschen wurden getötet, darunter ⟦drei⟧ Kinder.", killed(15), killed(3, "child", subset_of=0)),
    ("⟦Acht⟧ Menschen, darunter ⟦eine⟧ Frau, kamen ums Leben.", killed(8), killed(1, "woman", subset_of=0)),
    ("Bei dem Angriff wurden ⟦20⟧ Menschen verletzt, ⟦fünf⟧ davon schwer.", wounded(20), wounded(5, subset_of=0)),
    # single victims
    ("⟦Ein⟧ Mann wurde getötet.", killed(1)),
    ("Bei dem Beschuss wurde ⟦eine⟧ 70-jährige Frau verletzt.", wounded(1, "woman")),
    ("Der Bürgermeister wurde verletzt.", NOTHING),
    # number words, marks, scales
    ("⟦Fünfundzwanzig⟧ Soldaten wurden getötet.", killed(25, "combatant")),
    ("⟦2.500⟧ Soldaten fielen.", killed(2500, "combatant")),
    ("⟦Zweihundert⟧ Häuser wurden zerstört.", destroyed(200, "building")),
    ("⟦Rund 1,2 Millionen⟧ Menschen sind geflohen.", displaced(about(1_200_000))),
    ("⟦Ein Dutzend⟧ Soldaten wurde verwundet.", wounded(12, "combatant")),
    ("⟦Hunderte⟧ Menschen wurden getötet.", killed(vague(200, 999))),
    ("⟦Zehntausende⟧ Menschen flohen aus der Region.", displaced(vague(20000, 99999))),
    ("⟦Mehrere hundert⟧ Soldaten wurden getötet.", killed(vague(300, 999), "combatant")),
    ("⟦Fast 80.000⟧ russische Soldaten wurden getötet.", killed(about(80000), "combatant", side="Russia")),
    # hedges
    ("⟦Bis zu 50⟧ Menschen wurden getötet.", killed(at_most(50))),
    ("⟦Weniger als zehn⟧ Menschen wurden verletzt.", wounded(at_most(10))),
    ("⟦Zwischen 40 und 50⟧ Soldaten wurden getötet.", killed(between(40, 50), "combatant")),
    ("⟦20 bis 30⟧ Kämpfer wurden getötet.", killed(between(20, 30), "combatant")),
    ("⟦Gut 60⟧ Menschen wurden verletzt.", wounded(at_least(60))),
    # kinds
    ("⟦20⟧ Soldaten werden vermisst.", missing(20, "combatant")),
    ("⟦30⟧ Soldaten gerieten in Gefangenschaft.", captured(30, "combatant")),
    ("Bewaffnete entführten ⟦40⟧ Schülerinnen.", abducted(40, "child")),
    ("Die Polizei hat ⟦12⟧ Verdächtige festgenommen.", detained(12)),
    ("⟦600⟧ Bewohner wurden evakuiert.", evacuated(600, "civilian")),
    ("⟦115⟧ Gefangene wurden freigelassen.", freed(115)),
    ("⟦440⟧ Leichen wurden gefunden.", remains(440)),
    ("⟦Drei⟧ Wohnhäuser wurden beschädigt.", damaged(3, "building")),
    ("Die Armee hat ⟦zwei⟧ Dörfer zurückerobert.", recaptured(2, "settlement")),
    ("Die Luftabwehr hat ⟦58⟧ Drohnen abgeschossen.", intercepted(58, "uav")),
    (
        "Russland hat in der Nacht ⟦67⟧ Drohnen und ⟦neun⟧ Raketen abgefeuert.",
        launched(67, "uav"),
        launched(9, "missile"),
    ),
    ("Die Brigade erlitt ⟦300⟧ Verluste.", lost(300)),
    ("⟦4000⟧ Soldaten wurden getötet oder verwundet.", casualties(4000, "combatant")),
    (
        "Vernichtet wurden ⟦vier⟧ Panzer, ⟦zwei⟧ Hubschrauber und ⟦elf⟧ Drohnen.",
        destroyed(4, "tank"),
        destroyed(2, "helicopter"),
        destroyed(11, "uav"),
    ),
    # compounds
    ("⟦Acht⟧ Regierungssoldaten wurden getötet.", killed(8, "combatant")),
    ("⟦Acht⟧ regierungssoldaten wurden getötet.", killed(8)),  # no noun is written so
    ("⟦Zwölf⟧ Shahed-Drohnen wurden abgeschossen.", intercepted(12, "uav")),
    ("⟦Drei⟧ Mehrfamilienhäuser wurden zerstört.", destroyed(3, "building")),
    # who says it
    ("Nach Angaben des Militärs wurden ⟦zwölf⟧ Soldaten getötet.", killed(12, "combatant", source="Militärs")),
    ("Laut dem Gesundheitsministerium wurden ⟦30⟧ Menschen getötet.", killed(30, source="dem Gesundheitsministerium")),
    ("⟦Vier⟧ Menschen seien verletzt worden, teilte die Polizei mit.", wounded(4, source="die Polizei")),
    (
        "Das Verteidigungsministerium teilte mit, ⟦50⟧ Drohnen seien abgeschossen worden.",
        intercepted(50, "uav", source="Das Verteidigungsministerium"),
    ),
    ("⟦Sechs⟧ Menschen wurden verletzt, sagte der Gouverneur.", wounded(6, source="der Gouverneur")),
    (
        "Dem Generalstab zufolge wurden ⟦710⟧ russische Soldaten getötet.",
        killed(710, "combatant", side="Russia", source="Dem Generalstab"),
    ),
    ("Die Aktivisten behaupten, dass ⟦20⟧ Menschen getötet wurden.", killed(20, stance="alleged")),
    ("Das Ministerium dementierte, dass ⟦20⟧ Soldaten gefallen seien.", killed(20, "combatant", stance="denied")),
    # colour
    ("Dabei sollen ⟦15⟧ Menschen getötet worden sein.", killed(15, stance="alleged")),
    ("Kiew will ⟦20⟧ Panzer zerstört haben.", destroyed(20, "tank", stance="alleged")),
    ("Angeblich wurden ⟦drei⟧ Geiseln getötet.", killed(3, stance="alleged")),
    ("Wurden ⟦20⟧ Menschen getötet?", killed(20, stance="question")),
    # whose, and over which time
    ("⟦Zwölf⟧ ukrainische Soldaten wurden getötet.", killed(12, "combatant", side="Ukraine")),
    ("Russland hat ⟦3825⟧ Soldaten verloren.", lost(3825, "combatant", side="Russia")),
    ("Seit Kriegsbeginn wurden ⟦80.000⟧ Soldaten getötet.", killed(80000, "combatant", count="running_total")),
    ("In der vergangenen Woche wurden ⟦40⟧ Zivilisten getötet.", killed(40, "civilian", count="period_total")),
    # what is no figure
    ("Am 24. Februar 2022 wurden ⟦drei⟧ Soldaten getötet.", killed(3, "combatant")),
    ("Die 3. Brigade hat ⟦zwei⟧ Panzer zerstört.", destroyed(2, "tank")),
    ("Ein 35-jähriger Mann berichtete von Toten.", NOTHING),
    ("Die Drohne flog 300 Kilometer weit und tötete niemanden.", NOTHING),
    ("13 Luftangriffe wurden geflogen, es gab Verletzte.", NOTHING),
    ("Das Spiel endete nach 90 Minuten.", NOTHING),
    ("Die Hilfe kostet 12 Millionen Euro, viele Menschen sind verletzt.", NOTHING),
    # the name and the word for what it said in one
    ("Bei dem Angriff starben nach Behördenangaben ⟦sechs⟧ Menschen.", killed(6, source="Behörden", place=None)),
    ("Nach UN-Angaben wurden ⟦zwölf⟧ Menschen getötet.", killed(12, source="UN")),
    ("Laut Regierungsangaben wurden ⟦zwölf⟧ Menschen getötet.", killed(12, source="Regierung")),
    ("⟦Zwölf⟧ Menschen starben, sagte ein Polizeisprecher.", killed(12, source="ein Polizeisprecher")),
    ("⟦Zwölf⟧ Menschen starben, sagte der Agentur AFP ein Arzt.", killed(12, source="ein Arzt")),
    (
        "⟦23⟧ Menschen wurden verletzt, wie Bürgermeister Karl Kolb auf Telegram mitteilte.",
        wounded(23, source="Bürgermeister Karl Kolb"),
    ),
    (
        "Seit Kriegsbeginn hat das russische Militär dem Generalstab zufolge ⟦1.200⟧ Panzer verloren.",
        lost(1200, "tank", source="dem Generalstab"),
    ),
    (
        "Der ukrainische Generalstab bezifferte die russischen Verluste auf ⟦890⟧ Soldaten.",
        lost(890, "combatant", side="Russia"),
    ),
    ("In der ostukrainischen Stadt Isjum starben ⟦zwei⟧ Menschen.", killed(2, place="Isjum")),
    ("Auf ukrainischer Seite starben ⟦zwei⟧ Soldaten.", killed(2, "combatant", side="Ukraine")),
    ("Nach palästinensischen Angaben starben ⟦30⟧ Menschen.", killed(30, source="palästinensischen Angaben")),
    (
        "⟦Zwanzig⟧ Menschen starben. Das sagte ein Sprecher. ⟦Zehn⟧ weitere seien verletzt worden, fügte er hinzu.",
        killed(20, source="ein Sprecher"),
        wounded(10, source="ein Sprecher"),
    ),
    ("⟦Zwanzig⟧ Menschen starben. Das Feuer sei gelöscht, sagte ein Sprecher.", killed(20, source=None)),
    ("Nach ukrainischen Angaben verlor Russland ⟦890⟧ Soldaten.", lost(890, "combatant", side="Russia")),
    # the word of saying in two parts
    (
        "⟦30⟧ Drohnen seien abgefangen worden, gab die Luftwaffe bekannt.",
        intercepted(30, "uav", source="die Luftwaffe"),
    ),
    (
        "Die Luftwaffe gab am Montag bekannt, dass ⟦30⟧ Drohnen abgeschossen wurden.",
        intercepted(30, "uav", source="Die Luftwaffe"),
    ),
    ("Es wurde bekannt, dass ⟦drei⟧ Menschen starben.", killed(3, source=None)),
    ("⟦Zwölf⟧ Menschen starben, sagte am Freitag ein Sprecher.", killed(12, source="ein Sprecher")),
    # a country's name in the genitive
    ("Israels Militär teilte mit, ⟦zwei⟧ Soldaten seien gefallen.", killed(2, "combatant", side="Israel")),
    # N of all, the verb at the end
    (
        "Nach Angaben der Luftwaffe wurden ⟦32⟧ von ⟦insgesamt 46⟧ Drohnen abgeschossen.",
        intercepted(32, "uav", of=1),
        launched(46, "uav"),
    ),
    (
        "Russland verschoss ⟦rund 140⟧ Drohnen. Abgefangen worden seien ⟦125⟧, teilte die Luftwaffe mit.",
        launched(about(140), "uav"),
        intercepted(125, "uav", source="die Luftwaffe"),
    ),
    ("In einem Vorort sei ⟦ein⟧ Mensch durch einen Drohneneinschlag getötet worden.", killed(1)),
    # an adjective of the noun behind it
    ("⟦32⟧ Drohnen iranischer Bauart wurden abgeschossen.", intercepted(32, "uav", side=None)),
    ("In dem Krieg starben im Norden ⟦mehr als 38 000⟧ Palästinenser.", killed(at_least(38000), side="Palestine")),
    ("Die Zahl der getöteten Zivilisten ist laut dem Ministerium auf ⟦7.028⟧ gestiegen.", killed(7028, "civilian")),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="de")


PAGE = (
    "Drohnen treffen Wohnhaus in Sumy: Mindestens fünf Tote\n\n"
    "Bei einem russischen Drohnenangriff auf die Stadt Sumy sind in der Nacht mindestens fünf Menschen getötet "
    "worden, darunter zwei Kinder. 23 Bewohner wurden verletzt, vier von ihnen schwer, teilte der Gouverneur "
    "mit.\n\n"
    "Am 3. Mai waren bei einem ähnlichen Angriff neun Zivilisten ums Leben gekommen. Nach Angaben der "
    "ukrainischen Luftwaffe feuerte Russland 84 Drohnen und sechs Raketen ab; 71 Drohnen seien abgeschossen "
    "worden.\n\n"
    "Das Verteidigungsministerium in Moskau erklärte, es seien rund 40 ukrainische Soldaten vernichtet worden. "
    "Unabhängig prüfen lässt sich das nicht. Die Stadt liegt 30 Kilometer von der Grenze entfernt."
)
FIGURES = [
    ("Mindestens fünf", "killed", "person", None),
    ("mindestens fünf", "killed", "person", None),
    ("zwei", "killed", "child", None),
    ("23", "wounded", "civilian", "der Gouverneur"),
    ("vier", "wounded", "civilian", "der Gouverneur"),
    ("neun", "killed", "civilian", None),
    ("84", "launched", "uav", "ukrainischen Luftwaffe"),
    ("sechs", "launched", "missile", "ukrainischen Luftwaffe"),
    ("71", "intercepted", "uav", "ukrainischen Luftwaffe"),
    ("rund 40", "killed", "combatant", "Das Verteidigungsministerium in Moskau"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="de")
    found = [(f.words, f.kind, f.what, f.source.name if f.source else None) for f in read(article).figures]
    assert found == FIGURES
