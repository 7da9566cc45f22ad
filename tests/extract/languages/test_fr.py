"""French as news writes it: elided articles, participles that are nouns, "une vingtaine de", "auraient été"."""

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
    check,
    damaged,
    destroyed,
    detained,
    displaced,
    evacuated,
    exact,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    missing,
    reading,
    recaptured,
    remains,
    vague,
    wounded,
)
from tallywire.claims.article import Article, Segment
from tallywire.extract.document import read

CASES = [
    # numbers
    ("⟦Au moins 12⟧ personnes ont été tuées dans le bombardement.", killed(at_least(12), term="tuées")),
    ("⟦Plus d'une centaine de⟧ civils ont été tués.", killed(at_least(100), "civilian")),
    ("⟦Une vingtaine de⟧ soldats ont été blessés.", wounded(about(20), "combatant")),
    ("⟦Moins d'une vingtaine de⟧ terroristes ont été neutralisés.", killed(at_most(20), "combatant")),
    ("⟦Quelque 300⟧ rebelles se sont rendus.", captured(about(300), "combatant")),
    ("⟦Près de 80 000⟧ soldats russes ont été tués.", killed(about(80_000), "combatant", side="Russia")),
    ("⟦Entre 40 et 50⟧ miliciens ont été tués.", killed(between(40, 50), "combatant")),
    ("⟦Trente-sept⟧ djihadistes ont été tués.", killed(37, "combatant")),
    ("⟦Quatre-vingt-douze⟧ personnes ont péri.", killed(92)),
    ("⟦Vingt et un⟧ villages ont été repris.", recaptured(21, "settlement")),
    ("⟦Deux cent cinquante⟧ habitants ont fui.", displaced(250, "civilian")),
    ("⟦1,2 million⟧ de personnes ont fui.", displaced(1_200_000)),
    ("Des ⟦dizaines de⟧ civils ont été tués lundi.", killed(vague(20, 99), "civilian", period="lundi")),
    ("⟦Jusqu'à 20⟧ personnes ont été tuées.", killed(at_most(20))),
    ("⟦Pas un seul⟧ civil n'a été blessé.", wounded(exact(0), "civilian")),
    # one, with and without a noun
    ("⟦Un⟧ soldat a été tué et ⟦deux⟧ autres blessés.", killed(1, "combatant"), wounded(2, "combatant")),
    ("L'attaque a fait ⟦un⟧ mort et ⟦12⟧ blessés.", killed(1), wounded(12)),
    ("L'explosion a fait ⟦au moins un⟧ mort et ⟦une dizaine de⟧ blessés.", killed(at_least(1)), wounded(about(10))),
    ("⟦Une⟧ femme de 69 ans a été tuée à Kherson.", killed(1, "woman", place="Kherson")),
    ("⟦Un⟧ policier est mort dans l'attaque.", killed(1, "police")),
    # verbs
    ("⟦Seize⟧ de ses hommes sont morts.", killed(16)),
    ("⟦Trois⟧ enfants et ⟦une⟧ femme ont péri dans l'attaque.", killed(3, "child"), killed(1, "woman")),
    ("⟦Douze⟧ personnes ont perdu la vie.", killed(12)),
    ("⟦Deux⟧ militaires ont été grièvement blessés par un drone piégé.", wounded(2, "combatant")),
    ("L'armée israélienne a tué ⟦14⟧ Palestiniens à Gaza.", killed(14, side="Palestine", place="Gaza")),
    ("Une attaque a tué ⟦deux⟧ soldats et en a blessé ⟦25⟧ autres.", killed(2, "combatant"), wounded(25, "combatant")),
    ("La police a interpellé ⟦une trentaine de⟧ manifestants.", detained(about(30))),
    ("Des hommes armés ont enlevé ⟦40⟧ élèves.", abducted(40, "child")),
    ("⟦115⟧ prisonniers de guerre ont été libérés vendredi.", freed(115, "combatant", period="vendredi")),
    ("⟦Douze⟧ villages ont été libérés par l'armée.", recaptured(12, "settlement")),
    ("L'armée de l'air a abattu ⟦58⟧ drones et ⟦trois⟧ missiles.", intercepted(58, "uav"), intercepted(3, "missile")),
    ("La police a abattu ⟦deux⟧ assaillants.", killed(2, "combatant")),
    ("La Russie a lancé ⟦67⟧ drones contre Kiev.", launched(67, "uav", side="Ukraine")),
    (
        "L'Ukraine a abattu ⟦58⟧ des ⟦67⟧ drones lancés par la Russie dans la nuit.",
        intercepted(58, "uav", side="Russia", of=1),
        launched(67, "uav", side="Ukraine"),
    ),
    ("⟦13⟧ chars et ⟦trois⟧ hélicoptères ont été détruits.", destroyed(13, "tank"), destroyed(3, "helicopter")),
    ("Les frappes ont endommagé ⟦12⟧ maisons.", damaged(12, "building")),
    ("Les combats ont contraint ⟦2 100⟧ personnes à fuir.", displaced(2100)),
    ("⟦600⟧ habitants ont été évacués.", evacuated(600, "civilian")),
    ("Un obus est tombé sur le marché, tuant ⟦11⟧ civils.", killed(11, "civilian")),
    ("Les djihadistes se sont emparés de ⟦12⟧ véhicules.", captured(12, "vehicle")),
    # nouns of harm, states
    (
        "⟦Onze⟧ militaires tués et ⟦une dizaine de⟧ blessés au Mali",
        killed(11, "combatant"),
        wounded(about(10), "combatant"),
    ),
    ("L'explosion a causé la mort d'⟦au moins une⟧ personne.", killed(at_least(1))),
    ("La mort de ⟦deux⟧ soldats a été confirmée.", killed(2, "combatant")),
    ("⟦12⟧ corps ont été retirés des décombres.", remains(12)),
    ("⟦Vingt⟧ soldats sont portés disparus.", missing(20, "combatant", count="running_total")),
    ("Elle compte ⟦3 607⟧ déplacés.", displaced(3607)),
    ("⟦Au moins trente-sept⟧ « terroristes » ont été tués.", killed(at_least(37), "combatant")),
    # tolls
    ("Le bilan s'élève à ⟦337⟧ morts.", killed(337)),
    ("Le nombre de blessés s'élève à ⟦45⟧.", wounded(45, count="running_total")),
    # parts
    ("⟦Quinze⟧ personnes, dont ⟦trois⟧ enfants, sont mortes.", killed(15), killed(3, "child", subset_of=0)),
    ("⟦12⟧ blessés, dont ⟦deux⟧ grièvement.", wounded(12), wounded(2, subset_of=0)),
    ("Parmi les morts figurent ⟦deux⟧ enfants.", killed(2, "child")),
    ("⟦Deux⟧ des blessés sont dans un état grave.", wounded(2)),
    # who says it
    (
        "L'armée malienne a annoncé que ⟦quatre⟧ soldats avaient été tués.",
        killed(4, "combatant", source="L'armée malienne"),
    ),
    (
        "⟦Douze⟧ personnes ont été tuées dans une frappe russe sur Kharkiv, a annoncé le gouverneur.",
        killed(12, source="le gouverneur", place="Kharkiv"),
    ),
    ("⟦Douze⟧ personnes ont été tuées, selon des sources médicales.", killed(12, source="des sources médicales")),
    ("Selon l'ONU, ⟦12⟧ personnes ont été tuées.", killed(12, source="l'ONU")),
    (
        "⟦Vingt⟧ civils ont été tués, a déclaré à l'AFP le maire de la ville.",
        killed(20, "civilian", source="le maire de la ville"),
    ),
    ("« Nous avons perdu ⟦20⟧ hommes », a déclaré le commandant.", lost(20, source="le commandant", voice="direct")),
    # how sure
    (
        "⟦Vingt⟧ combattants auraient été tués, d'après l'Observatoire syrien des droits de l'homme.",
        killed(20, "combatant", stance="alleged", source="l'Observatoire syrien des droits de l'homme"),
    ),
    ("L'armée a démenti la mort de ⟦12⟧ soldats.", killed(12, "combatant", stance="denied", source="L'armée")),
    ("⟦12⟧ soldats ont-ils été tués ?", killed(12, "combatant", stance="question")),
    ("On craint que ⟦12⟧ personnes aient été tuées.", killed(12, stance="expected")),
    # whose, when
    (
        "La Russie a perdu ⟦quelque 79 400⟧ soldats depuis le début de la guerre.",
        lost(about(79_400), "combatant", side="Russia", count="running_total", period="depuis le début de la guerre"),
    ),
    ("Le 24 février 2022, ⟦40⟧ soldats sont morts à Kiev.", killed(40, "combatant", period="Le 24 février 2022")),
    ("⟦Soixante⟧ personnes ont été tuées ces dernières 24 heures.", killed(60, count="period_total")),
    (
        "La guerre a fait ⟦plus de 12.000⟧ morts civils depuis 2022, selon l'ONU.",
        killed(at_least(12_000), "civilian", source="l'ONU", count="running_total"),
    ),
    ("⟦Deux⟧ journalistes français ont été enlevés.", abducted(2, "journalist", side="France")),
    # near misses
    ("Aucun civil n'a été blessé.", NOTHING),
    ("Il a tué le temps pendant 12 minutes.", NOTHING),
    ("Les frappes ont visé 12 cibles et il y a des blessés.", NOTHING),
    ("Le 12 mai, le village a été libéré.", NOTHING),
    ("L'équipe a perdu 12 matchs.", NOTHING),
    ("30 % des blessés sont des enfants.", NOTHING),
    ("Les morts ont été enterrés à 12 kilomètres.", NOTHING),
    ("Le drone détruit coûtait 12 millions d'euros.", NOTHING),
    ("Le bataillon 12 a repris l'entraînement après la mort de son chef.", NOTHING),
    ("Une source médicale a fait état de ⟦55⟧ blessés.", wounded(55, source="Une source médicale")),
    ("⟦Douze⟧ civils ont péri, ont rapporté des militants locaux.", killed(12, "civilian", source="militants locaux")),
    (
        "Le ministère russe de la Défense affirme avoir abattu ⟦76⟧ drones ukrainiens.",
        intercepted(76, "uav", source="Le ministère russe de la Défense", side="Ukraine"),
    ),
    (
        "⟦Douze⟧ civils ont été tués, selon le ministère de la Santé du territoire dirigé par le Hamas.",
        killed(12, "civilian", source="le ministère de la Santé du territoire dirigé"),
    ),
    ("L'armée israélienne a annoncé la mort de ⟦deux⟧ soldats à Rafah.", killed(2, "combatant", side="Israel")),
    ("L'armée israélienne dit avoir tué ⟦quinze⟧ terroristes.", killed(15, "combatant", side="terroristes")),
    ('"Nous avons ⟦14⟧ morts", a déclaré à Radio Sud le maire.', killed(14, source="le maire", place=None)),
    # the day between the word of saying and the speaker
    (
        "⟦Vingt⟧ soldats ont été tués, a déclaré mardi un porte-parole de l'armée israélienne.",
        killed(20, "combatant", source="un porte-parole de l'armée israélienne"),
    ),
    ("⟦Vingt⟧ soldats ont été tués mardi, un porte-parole était présent.", killed(20, "combatant", source=None)),
    # two numbers of one sum
    (
        "Le nombre de morts est passé à ⟦48⟧ et celui des blessés à ⟦27⟧.",
        killed(48),
        wounded(27),
    ),
    ("L'attaque a causé la mort de ⟦12⟧ martyrs.", killed(12)),
    (
        "⟦Quinze⟧ soldats ont été tués, a-t-on appris auprès de sources sécuritaires.",
        killed(15, "combatant", source="sources sécuritaires"),
    ),
    ("⟦Douze⟧ personnes au moins ont été tuées.", killed(at_least(12))),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="fr")


PAGE = (
    "Mali : au moins cinq soldats tués et une vingtaine de blessés dans une embuscade\n\n"
    "Cinq soldats ont été tués et 23 autres blessés mardi dans une embuscade dans le centre du Mali, a annoncé "
    "l'armée malienne. Deux des blessés sont dans un état grave, a-t-elle ajouté.\n\n"
    "Selon un communiqué de l'état-major, une trentaine de djihadistes ont été neutralisés et quatre véhicules "
    "détruits. Des sources locales parlent d'au moins dix civils tués, dont une femme et trois enfants.\n\n"
    "Les violences ont fait plus de 12.000 morts depuis 2012, d'après l'ONU, et 400 000 personnes ont été déplacées. "
    "Le village se trouve à 30 kilomètres de la frontière."
)
FIGURES = [
    ("au moins cinq", "killed", "combatant", None),
    ("une vingtaine de", "wounded", "combatant", None),
    ("Cinq", "killed", "combatant", "l'armée malienne"),
    ("23", "wounded", "combatant", "l'armée malienne"),
    ("Deux", "wounded", "person", "l'armée malienne"),
    ("une trentaine de", "killed", "combatant", "l'état-major"),
    ("quatre", "destroyed", "vehicle", "l'état-major"),
    ("au moins dix", "killed", "civilian", "Des sources locales"),
    ("une", "killed", "woman", "Des sources locales"),
    ("trois", "killed", "child", "Des sources locales"),
    ("plus de 12.000", "killed", "person", "l'ONU"),
    ("400 000", "displaced", "person", "l'ONU"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="fr")
    found = [(f.words, f.kind, f.what, f.source.name if f.source else None) for f in read(article).figures]
    assert found == FIGURES


# a sentence, what is said in it, by whom, and whether it stands in marks
SAID = [
    (
        "Le ministre a déclaré que 12 soldats étaient morts à Kiev.",
        "12 soldats étaient morts à Kiev",
        "Le ministre",
        False,
    ),
    ("Selon l'ONU, le conflit continue.", "le conflit continue", "l'ONU", False),
    ("L'armée se retire, selon le ministère.", "L'armée se retire", "le ministère", False),
]


@pytest.mark.parametrize(("text", "said", "source", "direct"), SAID)
def test_who_said_what(text: str, said: str, source: str, direct: bool) -> None:
    [quote] = reading(text, lang="fr").quotes
    assert quote.source is not None
    assert (text[quote.start : quote.end], quote.source.name, quote.direct) == (said, source, direct)
