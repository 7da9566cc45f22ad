"""Spanish as news writes it: verbs first, participles that are nouns, adjectives after, hearsay in "habría"."""

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
    ("⟦Al menos 12⟧ personas murieron en el bombardeo.", killed(at_least(12), term="murieron")),
    ("⟦Cuatro⟧ soldados han muerto desde el lunes.", killed(4, "combatant", count="running_total")),
    ("⟦Más de 2.000⟧ personas han sido desplazadas por los combates.", displaced(at_least(2000))),
    ("⟦Unos 5.000⟧ vecinos fueron evacuados.", evacuated(about(5000), "civilian")),
    ("⟦Casi 80.000⟧ soldados rusos han muerto.", killed(about(80_000), "combatant", side="Russia")),
    ("⟦Entre 40 y 50⟧ milicianos fueron abatidos.", killed(between(40, 50), "combatant")),
    ("⟦Treinta y cinco⟧ personas resultaron heridas.", wounded(35)),
    ("⟦Ciento veinte⟧ civiles fueron asesinados.", killed(120, "civilian")),
    ("⟦Dos mil trescientas⟧ personas huyeron.", displaced(2300)),
    ("⟦1,2 millones⟧ de personas han huido.", displaced(1_200_000)),
    ("⟦57 mil⟧ personas han huido.", displaced(57_000)),
    ("⟦Decenas de⟧ civiles murieron el lunes.", killed(vague(20, 99), "civilian", period="el lunes")),
    ("⟦Cientos de miles de⟧ personas huyeron de la ciudad.", displaced(vague(200_000, 999_999))),
    ("⟦Una treintena de⟧ rebeldes fueron abatidos.", killed(about(30), "combatant")),
    ("⟦Media docena⟧ de policías resultaron heridos.", wounded(6, "police")),
    ("⟦Hasta 20⟧ personas murieron.", killed(at_most(20))),
    ("⟦12 o más⟧ personas murieron.", killed(at_least(12))),
    ("⟦Ni un solo⟧ civil resultó herido.", wounded(exact(0), "civilian")),
    # one, with and without a noun
    ("⟦Un⟧ soldado murió y otros ⟦dos⟧ resultaron heridos.", killed(1, "combatant"), wounded(2, "combatant")),
    ("El ataque dejó ⟦un⟧ muerto y ⟦12⟧ heridos.", killed(1), wounded(12)),
    ("El ataque dejó ⟦al menos un⟧ muerto.", killed(at_least(1))),
    ("Fue asesinado ⟦un⟧ periodista.", killed(1, "journalist")),
    ("⟦Una⟧ mujer murió y ⟦otra⟧ resultó herida.", killed(1, "woman"), wounded(1)),
    ("La explosión hirió a ⟦un⟧ niño.", wounded(1, "child")),
    # verbs before those they befell
    ("Murieron ⟦tres⟧ niños y ⟦una⟧ mujer en el ataque.", killed(3, "child"), killed(1, "woman")),
    ("Han fallecido ⟦43⟧ personas.", killed(43)),
    ("Fueron destruidos ⟦13⟧ tanques y ⟦tres⟧ helicópteros.", destroyed(13, "tank"), destroyed(3, "helicopter")),
    ("Murieron en Gaza ⟦12⟧ personas.", killed(12, place="Gaza")),
    ("Fueron liberados ⟦115⟧ prisioneros de guerra.", freed(115, "combatant")),
    ("Murió ⟦un⟧ soldado.", killed(1, "combatant")),
    # what somebody did
    ("El ejército israelí mató a ⟦14⟧ palestinos en Gaza.", killed(14, side="Palestine", place="Gaza")),
    (
        "Las tropas abatieron a ⟦12⟧ guerrilleros y capturaron a otros ⟦cinco⟧.",
        killed(12, "combatant"),
        captured(5, "combatant"),
    ),
    ("El ataque mató a ⟦cinco⟧ personas e hirió a ⟦12⟧.", killed(5), wounded(12)),
    ("La policía detuvo a ⟦una veintena de⟧ manifestantes.", detained(about(20))),
    ("Hombres armados secuestraron a ⟦40⟧ alumnos.", abducted(40, "child")),
    ("El ejército liberó ⟦12⟧ localidades.", recaptured(12, "settlement")),
    ("El ejército liberó a ⟦12⟧ rehenes.", freed(12)),
    ("Los rebeldes se hicieron con ⟦más de 50⟧ aldeas.", captured(at_least(50), "settlement")),
    (
        "Una bomba cayó en el mercado, matando a ⟦11⟧ civiles e hiriendo a ⟦20⟧.",
        killed(11, "civilian"),
        wounded(20, "civilian"),
    ),
    ("La fuerza aérea derribó ⟦58⟧ drones y ⟦tres⟧ misiles.", intercepted(58, "uav"), intercepted(3, "missile")),
    ("Rusia lanzó contra Ucrania ⟦67⟧ drones.", launched(67, "uav", side="Ukraine")),
    (
        "Ucrania derribó ⟦58⟧ de los ⟦67⟧ drones lanzados por Rusia.",
        intercepted(58, "uav", side="Russia", of=1),
        launched(67, "uav", side="Ukraine"),
    ),
    # nouns of harm, states
    ("Los ataques causaron ⟦434⟧ bajas.", casualties(434)),
    ("El atentado causó la muerte de ⟦al menos un⟧ policía.", killed(at_least(1), "police")),
    (
        "⟦Once⟧ militares muertos y ⟦una decena de⟧ heridos en Malí",
        killed(11, "combatant"),
        wounded(about(10), "combatant"),
    ),
    ("Hallaron ⟦12⟧ cadáveres en una fosa común.", remains(12)),
    ("⟦23⟧ personas siguen desaparecidas.", missing(23, count="running_total")),
    ("⟦Dos⟧ aviones sufrieron daños.", damaged(2, "aircraft")),
    ("⟦Tres⟧ viviendas quedaron dañadas.", damaged(3, "building")),
    ("Los combates obligaron a ⟦2.100⟧ personas a huir.", displaced(2100)),
    # tolls
    ("El número de muertos asciende a ⟦337⟧.", killed(337, count="running_total")),
    ("El balance de muertos se eleva a ⟦45⟧.", killed(45, count="running_total")),
    ("Los heridos ascienden a ⟦40⟧.", wounded(40)),
    ("Asciende a ⟦45⟧ el número de muertos.", killed(45)),
    # parts
    ("Murieron ⟦15⟧ personas, entre ellas ⟦tres⟧ niños.", killed(15), killed(3, "child", subset_of=0)),
    ("Entre los muertos hay ⟦dos⟧ niños.", killed(2, "child")),
    ("De los heridos, ⟦14⟧ son niños.", wounded(14, "child")),
    (
        "El ataque mató a ⟦cinco⟧ personas, entre ellas ⟦un⟧ periodista.",
        killed(5),
        killed(1, "journalist", subset_of=0),
    ),
    # who says it
    (
        "⟦Tres⟧ soldados fueron asesinados y ⟦ocho⟧ más resultaron heridos, indicó el Ejército.",
        killed(3, "combatant", source="el Ejército"),
        wounded(8, "combatant", source="el Ejército"),
    ),
    ("Según el ministerio, murieron ⟦23⟧ personas.", killed(23, source="el ministerio")),
    ("El gobernador dijo que ⟦12⟧ viviendas resultaron dañadas.", damaged(12, "building", source="El gobernador")),
    ("Informó el ministerio que ⟦12⟧ personas murieron.", killed(12, source="el ministerio")),
    ("⟦12⟧ soldados murieron, según fuentes militares.", killed(12, "combatant", source="fuentes militares")),
    (
        "“Murieron ⟦20⟧ de nuestros hombres”, declaró el comandante.",
        killed(20, source="el comandante", voice="direct"),
    ),
    # how sure
    (
        "Habrían muerto ⟦20⟧ combatientes, según el Observatorio Sirio de Derechos Humanos.",
        killed(20, "combatant", stance="alleged", source="el Observatorio Sirio de Derechos Humanos"),
    ),
    (
        "El gobierno negó que ⟦12⟧ soldados hubieran muerto.",
        killed(12, "combatant", stance="denied", source="El gobierno"),
    ),
    ("¿Murieron ⟦12⟧ soldados?", killed(12, "combatant", stance="question")),
    ("Se teme que hayan muerto ⟦12⟧ personas.", killed(12, stance="expected")),
    # whose, when
    (
        "Rusia ha perdido ⟦unos 79.400⟧ soldados desde el inicio de la guerra.",
        lost(about(79_400), "combatant", side="Russia", count="running_total", period="desde el inicio de la guerra"),
    ),
    ("Las fuerzas rusas perdieron ⟦12⟧ carros de combate.", lost(12, "tank", side="Russia")),
    (
        "El 24 de febrero de 2022 murieron ⟦40⟧ soldados en Kiev.",
        killed(40, "combatant", period="El 24 de febrero de 2022"),
    ),
    ("En las últimas 24 horas murieron ⟦60⟧ personas.", killed(60, count="period_total")),
    (
        "La guerra ha matado hasta ahora a ⟦más de 12.000⟧ civiles, según la ONU.",
        killed(at_least(12_000), "civilian", source="la ONU", count="running_total"),
    ),
    ("⟦12⟧ soldados heridos fueron evacuados.", evacuated(12, "combatant")),
    # near misses
    ("Ningún civil resultó herido.", NOTHING),
    ("Los 12 detalles del ataque se conocieron el lunes.", NOTHING),
    ("El ataque alcanzó 12 objetivos militares.", NOTHING),
    ("Tres de cada diez heridos son niños.", NOTHING),
    ("El líder de 45 años fue detenido el 12 de mayo.", NOTHING),
    ("La empresa lanzó 12 productos y perdió 12 clientes.", NOTHING),
    ("El 30 % de los heridos son niños.", NOTHING),
    ("Los muertos fueron enterrados a 12 kilómetros.", NOTHING),
    ("Murió a los 69 años en su casa.", NOTHING),
    ("El dron costó 12 millones de dólares y fue destruido.", NOTHING),
    ("La Brigada 12 mató el tiempo en el cuartel.", NOTHING),
    # a torn sentence, in which the word of saying stands alone
    (
        "⟦12⟧ marineros perecieron, , denunció la desaparición de ⟦43⟧ estudiantes.",
        killed(12, "combatant", source=None),
        missing(43, source=None),
    ),
    (
        "⟦Seis⟧ personas murieron, informó el gobernador regional, Luis Prado, en Telegram.",
        killed(6, source="el gobernador regional, Luis Prado"),
    ),
    ("⟦Seis⟧ personas murieron, dijeron fuentes médicas a EFE.", killed(6, source="fuentes médicas", via=("EFE",))),
    ("El Ejército israelí confirmó la muerte de ⟦dos⟧ soldados.", killed(2, "combatant", side="Israel")),
    ("Desde octubre han muerto ⟦más de 65.000⟧ gazatíes.", killed(at_least(65_000))),
    ("En el ataque aéreo ruso murieron ⟦dos⟧ personas en Ucrania.", killed(2, place="Ucrania")),
    # the number before the sum
    ("Ascendió a ⟦siete⟧ el número de soldados fallecidos.", killed(7, "combatant")),
    ("El número de muertos subió a ⟦48⟧ y el de heridos a ⟦27⟧.", killed(48), wounded(27)),
    ("Ascendió a siete el número de ciudades visitadas.", NOTHING),
    # a unit is no place
    (
        "Un ataque contra una base del Ejército Nacional en Cauca dejó ⟦seis⟧ militares muertos.",
        killed(6, "combatant", place="Cauca"),
    ),
    ("⟦Doce⟧ personas murieron, informó el lunes una fuente médica.", killed(12, source="una fuente médica")),
    (
        "El Ministerio de Salud cifró hoy en ⟦más de 9.700⟧ los muertos.",
        killed(at_least(9700), source="El Ministerio de Salud"),
    ),
    ("El Gobierno cifró en 9.700 los empleos creados.", NOTHING),
    ("Murieron ⟦doce⟧ personas al menos.", killed(at_least(12))),
    # whose attack it was, told by "of"
    ("En los ataques de Israel contra Gaza murieron ⟦doce⟧ personas.", killed(12, blamed="Israel")),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="es")


PAGE = (
    "Un ataque ruso contra Járkov deja al menos cinco muertos y una veintena de heridos\n\n"
    "Cinco personas murieron, entre ellas dos niños, y otras 23 resultaron heridas el martes en un bombardeo ruso "
    "contra un mercado de Járkov, informó el gobernador regional. Un herido está en estado grave, añadió.\n\n"
    "La fuerza aérea ucraniana dijo que Rusia lanzó durante la noche 84 drones y seis misiles; 71 drones "
    "fueron derribados. El Ministerio de Defensa ruso aseguró que sus tropas habían abatido a unos 40 soldados "
    "ucranianos. Ninguna de las dos cifras ha podido ser verificada.\n\n"
    "Desde el inicio de la invasión han muerto más de 12.000 civiles, según la ONU, y 3,7 millones de personas siguen "
    "desplazadas. La ciudad está a 30 kilómetros de la frontera."
)
FIGURES = [
    ("al menos cinco", "killed", "person", None),
    ("una veintena de", "wounded", "person", None),
    ("Cinco", "killed", "person", "el gobernador regional"),
    ("dos", "killed", "child", "el gobernador regional"),
    ("23", "wounded", "person", "el gobernador regional"),
    ("Un", "wounded", "person", "el gobernador regional"),
    ("84", "launched", "uav", "La fuerza aérea ucraniana"),
    ("seis", "launched", "missile", "La fuerza aérea ucraniana"),
    ("71", "intercepted", "uav", "La fuerza aérea ucraniana"),
    ("unos 40", "killed", "combatant", "El Ministerio de Defensa ruso"),
    ("más de 12.000", "killed", "civilian", "la ONU"),
    ("3,7 millones", "displaced", "person", "la ONU"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="es")
    found = [(f.words, f.kind, f.what, f.source.name if f.source else None) for f in read(article).figures]
    assert found == FIGURES


# a sentence, what is said in it, by whom, and whether it stands in marks
SAID = [
    ("El ministro dijo que 12 soldados murieron en Kiev.", "12 soldados murieron en Kiev", "El ministro", False),
    ("El ejército se retira, según el ministerio.", "El ejército se retira", "el ministerio", False),
    ("“Es una tragedia”, declaró el gobernador de Sumy.", "Es una tragedia", "el gobernador de Sumy", True),
]


@pytest.mark.parametrize(("text", "said", "source", "direct"), SAID)
def test_who_said_what(text: str, said: str, source: str, direct: bool) -> None:
    [quote] = reading(text, lang="es").quotes
    assert quote.source is not None
    assert (text[quote.start : quote.end], quote.source.name, quote.direct) == (said, source, direct)
