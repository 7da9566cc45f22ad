"""Portuguese as news writes it, from Lisbon to Maputo: "ficaram feridos", "uma dezena de", hearsay in "terão sido"."""

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
    ("⟦Pelo menos 12⟧ pessoas morreram no bombardeamento.", killed(at_least(12), term="morreram")),
    ("⟦Ao menos 12⟧ pessoas foram mortas no bombardeio.", killed(at_least(12), term="mortas")),
    ("⟦Mais de 57 mil⟧ pessoas fugiram.", displaced(at_least(57_000))),
    ("⟦Uma dezena de⟧ rebeldes foram abatidos.", killed(about(10), "combatant")),
    ("⟦Cerca de 5.000⟧ moradores foram retirados.", evacuated(about(5000), "civilian")),
    ("⟦Quase 80.000⟧ soldados russos morreram.", killed(about(80_000), "combatant", side="Russia")),
    ("⟦Entre 40 e 50⟧ insurgentes foram mortos.", killed(between(40, 50), "combatant")),
    ("⟦Trinta e cinco⟧ pessoas estão desaparecidas.", missing(35, count="running_total")),
    ("⟦Cento e vinte e três⟧ pessoas foram deslocadas.", displaced(123)),
    ("⟦Dois mil e trezentos⟧ habitantes fugiram.", displaced(2300, "civilian")),
    ("⟦1,2 milhões⟧ de pessoas fugiram.", displaced(1_200_000)),
    ("⟦Dezenas de⟧ civis foram mortos na segunda-feira.", killed(vague(20, 99), "civilian", period="na segunda-feira")),
    ("⟦Centenas de milhares de⟧ pessoas fugiram.", displaced(vague(200_000, 999_999))),
    ("⟦Até 20⟧ pessoas morreram.", killed(at_most(20))),
    ("⟦Meia dúzia⟧ de polícias ficaram feridos.", wounded(6, "police")),
    ("⟦Nem um único⟧ civil ficou ferido.", wounded(exact(0), "civilian")),
    # one, with and without a noun
    ("⟦Um⟧ soldado morreu e outros ⟦dois⟧ ficaram feridos.", killed(1, "combatant"), wounded(2, "combatant")),
    ("O ataque fez ⟦um⟧ morto e ⟦12⟧ feridos.", killed(1), wounded(12)),
    ("A explosão causou ⟦pelo menos um⟧ morto e ⟦uma dezena de⟧ feridos.", killed(at_least(1)), wounded(about(10))),
    ("⟦Uma⟧ mulher de 46 anos morreu no ataque.", killed(1, "woman")),
    ("⟦Um⟧ homem morreu na cidade, enquanto ⟦oito⟧ civis ficaram feridos.", killed(1), wounded(8, "civilian")),
    # verbs before those they befell
    ("Morreram ⟦três⟧ crianças e ⟦uma⟧ mulher.", killed(3, "child"), killed(1, "woman")),
    ("Foram destruídos ⟦13⟧ tanques e ⟦três⟧ helicópteros.", destroyed(13, "tank"), destroyed(3, "helicopter")),
    ("Foram abatidos ⟦125⟧ drones durante a noite.", intercepted(125, "uav", period="durante a noite")),
    ("Há ⟦quatro⟧ feridos.", wounded(4)),
    ("Morreram em Gaza ⟦12⟧ pessoas.", killed(12, place="Gaza")),
    # what somebody did
    ("O exército israelita matou ⟦14⟧ palestinianos em Gaza.", killed(14, side="Palestine", place="Gaza")),
    ("Um ataque matou ⟦dois⟧ soldados e feriu outros ⟦25⟧.", killed(2, "combatant"), wounded(25, "combatant")),
    ("A polícia deteve ⟦30⟧ manifestantes.", detained(30)),
    ("Homens armados raptaram ⟦40⟧ alunos.", abducted(40, "child")),
    ("Os terroristas decapitaram ⟦cinco⟧ homens.", killed(5)),
    ("O exército libertou ⟦doze⟧ aldeias.", recaptured(12, "settlement")),
    ("O exército libertou ⟦doze⟧ reféns.", freed(12)),
    ("Os rebeldes capturaram ⟦três⟧ tanques.", captured(3, "tank")),
    ("As defesas aéreas abateram ⟦58⟧ drones e ⟦três⟧ mísseis.", intercepted(58, "uav"), intercepted(3, "missile")),
    ("A Rússia lançou ⟦67⟧ drones contra Kiev.", launched(67, "uav", side="Ukraine")),
    (
        "A Ucrânia abateu ⟦58⟧ dos ⟦67⟧ drones lançados pela Rússia durante a noite.",
        intercepted(58, "uav", side="Russia", of=1),
        launched(67, "uav", side="Ukraine"),
    ),
    ("Os combates obrigaram ⟦2.121⟧ pessoas a fugir.", displaced(2121)),
    ("Um obus atingiu o mercado, matando ⟦11⟧ civis.", killed(11, "civilian")),
    # nouns of harm, states
    ("Os ataques causaram ⟦434⟧ baixas.", casualties(434)),
    ("O ataque resultou na morte de ⟦25⟧ pessoas.", killed(25)),
    (
        "⟦Onze⟧ militares mortos e ⟦uma dezena de⟧ feridos no Mali",
        killed(11, "combatant"),
        wounded(about(10), "combatant"),
    ),
    ("O ataque provocou ferimentos em ⟦12⟧ pessoas.", wounded(12)),
    ("⟦12⟧ corpos foram retirados dos escombros.", remains(12)),
    ("⟦Três⟧ casas ficaram danificadas.", damaged(3, "building")),
    ("Os ataques já tinham feito ⟦mais de 57 mil⟧ deslocados.", displaced(at_least(57_000))),
    ("A operação causou a morte de ⟦um⟧ menino e ferimentos a outras ⟦três⟧ pessoas.", killed(1, "child"), wounded(3)),
    # tolls
    ("O número de mortos subiu para ⟦337⟧.", killed(337, count="running_total")),
    ("O número de feridos eleva-se a ⟦45⟧.", wounded(45, count="running_total")),
    # parts
    ("⟦Quinze⟧ pessoas, incluindo ⟦três⟧ crianças, morreram.", killed(15), killed(3, "child", subset_of=0)),
    ("Há ⟦quatro⟧ feridos, entre eles ⟦um⟧ menino.", wounded(4), wounded(1, "child", subset_of=0)),
    ("Entre os mortos há ⟦duas⟧ crianças.", killed(2, "child")),
    ("⟦Dois⟧ dos feridos estão em estado grave.", wounded(2)),
    # who says it
    (
        "⟦Doze⟧ pessoas morreram num ataque russo contra Kharkiv, disse o governador.",
        killed(12, source="o governador", place="Kharkiv"),
    ),
    ("Segundo fontes locais, ⟦doze⟧ pessoas morreram.", killed(12, source="fontes locais")),
    ("O ministério anunciou que ⟦doze⟧ casas foram destruídas.", destroyed(12, "building", source="O ministério")),
    ("De acordo com a ONU, ⟦12⟧ pessoas morreram.", killed(12, source="a ONU")),
    ('"Perdemos ⟦20⟧ homens", declarou o comandante.', lost(20, source="o comandante", voice="direct")),
    # how sure
    ("⟦Vinte⟧ combatentes terão sido mortos.", killed(20, "combatant", stance="alleged")),
    ("⟦Vinte⟧ combatentes teriam sido mortos.", killed(20, "combatant", stance="alleged")),
    ("O exército desmentiu a morte de ⟦12⟧ soldados.", killed(12, "combatant", stance="denied", source="O exército")),
    ("⟦12⟧ soldados foram mortos?", killed(12, "combatant", stance="question")),
    ("Teme-se que ⟦12⟧ pessoas tenham morrido.", killed(12, stance="expected")),
    # whose, when
    (
        "A Rússia perdeu ⟦cerca de 79.400⟧ soldados desde o início da guerra.",
        lost(about(79_400), "combatant", side="Russia", count="running_total", period="desde o início da guerra"),
    ),
    (
        "Em 24 de fevereiro de 2022 morreram ⟦40⟧ soldados em Kiev.",
        killed(40, "combatant", period="Em 24 de fevereiro de 2022"),
    ),
    (
        "Nas últimas 24 horas foram liquidados ⟦600⟧ combatentes russos.",
        killed(600, "combatant", side="Russia", count="period_total"),
    ),
    ("⟦Dois⟧ jornalistas franceses foram raptados.", abducted(2, "journalist", side="France")),
    # near misses
    ("Nenhum civil ficou ferido.", NOTHING),
    ("Os ataques atingiram 12 alvos e há feridos.", NOTHING),
    ("Três em cada dez feridos são crianças.", NOTHING),
    ("Em 12 de maio a aldeia foi libertada.", NOTHING),
    ("30 % dos feridos são crianças.", NOTHING),
    ("Os mortos foram sepultados a 12 quilómetros.", NOTHING),
    ("O drone abatido custava 12 milhões de euros.", NOTHING),
    ("Foram afetadas 831 famílias depois da morte do chefe.", NOTHING),
    ("O Exército israelense anunciou a morte de ⟦dois⟧ soldados.", killed(2, "combatant", side="Israel")),
    ("⟦Doze⟧ civis morreram, segundo o governador, Paulo Reis.", killed(12, "civilian", source="o governador")),
    ("⟦Seis⟧ mortos em ataque russo a Kharkiv", killed(6, place="Kharkiv")),
    ("O governador disse a Maria que ⟦seis⟧ pessoas morreram.", killed(6, place=None)),
    # two numbers of one sum
    ("O número de mortos aumentou para ⟦48⟧ e o de feridos para ⟦27⟧.", killed(48), wounded(27)),
    ("São ⟦30⟧ os feridos.", wounded(30)),
    ("São 30 os convidados.", NOTHING),
    # whose attack it was, but not where only "no ataque" stands between
    ("O número de vítimas mortais israelitas no ataque subiu para ⟦1.400⟧.", killed(1400, side="Israel")),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="pt")


PAGE = (
    "Ataque a aldeia em Cabo Delgado faz pelo menos cinco mortos\n\n"
    "Cinco pessoas morreram, incluindo duas crianças, e outras nove ficaram feridas na terça-feira num ataque de "
    "insurgentes a uma aldeia do distrito de Macomia, disseram fontes locais. Doze casas foram incendiadas e três "
    "raparigas foram raptadas.\n\n"
    "O Ministério da Defesa anunciou que as tropas moçambicanas abateram cerca de 20 terroristas e capturaram outros "
    "quatro. Segundo um relatório das Nações Unidas, o ataque obrigou 2.100 pessoas a fugir.\n\n"
    "Desde o início da insurgência foram mortas mais de 5.000 pessoas, segundo a ONU. A aldeia fica a 30 quilómetros "
    "da sede do distrito."
)
FIGURES = [
    ("pelo menos cinco", "killed", "person", None),
    ("Cinco", "killed", "person", "fontes locais"),
    ("duas", "killed", "child", "fontes locais"),
    ("nove", "wounded", "person", "fontes locais"),
    ("Doze", "destroyed", "building", None),
    ("três", "abducted", "child", None),
    ("cerca de 20", "killed", "combatant", "O Ministério da Defesa"),
    ("quatro", "captured", "combatant", "O Ministério da Defesa"),
    ("2.100", "displaced", "person", "um relatório das Nações Unidas"),
    ("mais de 5.000", "killed", "person", "a ONU"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="pt")
    found = [(f.words, f.kind, f.what, f.source.name if f.source else None) for f in read(article).figures]
    assert found == FIGURES


# a sentence, what is said in it, by whom, and whether it stands in marks
SAID = [
    ("O ministro disse que 12 soldados morreram em Kiev.", "12 soldados morreram em Kiev", "O ministro", False),
    ("Segundo a ONU, o conflito continua.", "o conflito continua", "a ONU", False),
    ("“É uma tragédia”, declarou o governador de Sumy.", "É uma tragédia", "o governador de Sumy", True),
]


@pytest.mark.parametrize(("text", "said", "source", "direct"), SAID)
def test_who_said_what(text: str, said: str, source: str, direct: bool) -> None:
    [quote] = reading(text, lang="pt").quotes
    assert quote.source is not None
    assert (text[quote.start : quote.end], quote.source.name, quote.direct) == (said, source, direct)
