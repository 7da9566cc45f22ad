"""Italian as news writes it: participles that are nouns, "una ventina di", "ne ha feriti 12", "sarebbero"."""

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
    ("⟦Almeno 12⟧ persone sono state uccise nel raid.", killed(at_least(12), term="uccise")),
    ("⟦Oltre venti⟧ talebani sono stati uccisi ieri.", killed(at_least(20), "combatant", period="ieri")),
    ("⟦Una trentina di⟧ ribelli sono stati uccisi.", killed(about(30), "combatant")),
    ("⟦Meno di una ventina di⟧ civili sono rimasti feriti.", wounded(at_most(20), "civilian")),
    ("⟦Circa 5.000⟧ abitanti sono stati evacuati.", evacuated(about(5000), "civilian")),
    ("⟦Quasi 80.000⟧ soldati russi sono stati uccisi.", killed(about(80_000), "combatant", side="Russia")),
    ("⟦Tra 40 e 50⟧ miliziani sono stati uccisi.", killed(between(40, 50), "combatant")),
    ("⟦Trentacinque⟧ persone sono disperse.", missing(35, count="running_total")),
    ("⟦Trecento⟧ ribelli si sono arresi.", captured(300, "combatant")),
    ("⟦Ventimila⟧ persone sono fuggite.", displaced(20_000)),
    ("⟦1,2 milioni⟧ di persone sono fuggite.", displaced(1_200_000)),
    ("⟦57 mila⟧ persone sono fuggite.", displaced(57_000)),
    ("⟦Decine di⟧ civili sono stati uccisi lunedì.", killed(vague(20, 99), "civilian", period="lunedì")),
    ("⟦Centinaia di migliaia di⟧ persone sono fuggite.", displaced(vague(200_000, 999_999))),
    ("⟦Fino a 20⟧ persone sono morte.", killed(at_most(20))),
    ("⟦Neanche un⟧ civile è rimasto ferito.", wounded(exact(0), "civilian")),
    # one, with and without a noun
    ("⟦Un⟧ soldato è morto e altri ⟦due⟧ sono rimasti feriti.", killed(1, "combatant"), wounded(2, "combatant")),
    ("L'attacco ha provocato ⟦un⟧ morto e ⟦12⟧ feriti.", killed(1), wounded(12)),
    ("L'esplosione ha causato ⟦almeno un⟧ morto e ⟦una ventina di⟧ feriti.", killed(at_least(1)), wounded(about(20))),
    ("⟦Una⟧ donna di 69 anni è stata uccisa a Kherson.", killed(1, "woman", place="Kherson")),
    ("Un drone ha ferito ⟦un⟧ altro dodicenne.", wounded(1, "child")),
    ("⟦Un⟧ palazzo di nove piani danneggiato e ⟦quattro⟧ feriti.", damaged(1, "building"), wounded(4)),
    # verbs before those they befell
    ("Sono morti ⟦tre⟧ bambini e ⟦una⟧ donna.", killed(3, "child"), killed(1, "woman")),
    ("Sono stati distrutti ⟦13⟧ carri armati e ⟦tre⟧ elicotteri.", destroyed(13, "tank"), destroyed(3, "helicopter")),
    ("Nell'area sono stati uccisi da un drone ⟦quindici⟧ terroristi.", killed(15, "combatant")),
    ("Ci sono ⟦quattro⟧ feriti.", wounded(4)),
    ("Hanno perso la vita ⟦12⟧ persone.", killed(12)),
    # what somebody did
    ("L'esercito israeliano ha ucciso ⟦14⟧ palestinesi a Gaza.", killed(14, side="Palestine", place="Gaza")),
    ("Un attacco ha ucciso ⟦due⟧ soldati e ne ha feriti altri ⟦25⟧.", killed(2, "combatant"), wounded(25, "combatant")),
    ("Un attacco ha ucciso ⟦cinque⟧ persone e ne ha ferite ⟦12⟧.", killed(5), wounded(12)),
    ("Un raid ha ucciso il comandante e altre ⟦due⟧ persone.", killed(2)),
    ("La polizia ha arrestato ⟦una trentina di⟧ manifestanti.", detained(about(30))),
    ("Uomini armati hanno rapito ⟦40⟧ alunni.", abducted(40, "child")),
    ("L'esercito ha liberato ⟦dodici⟧ villaggi.", recaptured(12, "settlement")),
    ("L'esercito ha liberato ⟦dodici⟧ ostaggi.", freed(12)),
    ("La contraerea ha abbattuto ⟦58⟧ droni e ⟦tre⟧ missili.", intercepted(58, "uav"), intercepted(3, "missile")),
    ("La Russia ha lanciato contro Kiev ⟦67⟧ droni.", launched(67, "uav")),
    (
        "L'Ucraina ha abbattuto ⟦58⟧ dei ⟦67⟧ droni lanciati dalla Russia nella notte.",
        intercepted(58, "uav", side="Russia", of=1),
        launched(67, "uav", side="Ukraine"),
    ),
    ("I combattimenti hanno costretto ⟦2.100⟧ persone a fuggire.", displaced(2100)),
    ("Un colpo ha centrato il mercato, uccidendo ⟦11⟧ civili.", killed(11, "civilian")),
    # nouns of harm, states
    ("L'attentato ha provocato ⟦14⟧ vittime.", killed(14)),
    (
        "⟦Undici⟧ militari uccisi e ⟦una decina di⟧ feriti in Mali",
        killed(11, "combatant"),
        wounded(about(10), "combatant"),
    ),
    ("L'esercito ha confermato la morte di ⟦sei⟧ soldati.", killed(6, "combatant")),
    ("⟦12⟧ corpi sono stati estratti dalle macerie.", remains(12)),
    ("⟦Tre⟧ case sono rimaste danneggiate.", damaged(3, "building")),
    ("⟦Dodici⟧ soldati russi morti lunedì a Bakhmut", killed(12, "combatant", side="Russia", place="Bakhmut")),
    # tolls
    ("Il bilancio delle vittime è salito a ⟦337⟧.", killed(337, count="running_total")),
    ("Il numero dei feriti sale a ⟦45⟧.", wounded(45, count="running_total")),
    ("Sono saliti a ⟦45⟧ i morti.", killed(45)),
    # parts
    ("⟦Quindici⟧ persone, tra cui ⟦tre⟧ bambini, sono morte.", killed(15), killed(3, "child", subset_of=0)),
    ("Ci sono ⟦quattro⟧ feriti, fra cui ⟦un⟧ ragazzo.", wounded(4), wounded(1, "child", subset_of=0)),
    ("Tra i morti ci sono ⟦due⟧ bambini.", killed(2, "child")),
    ("⟦Due⟧ dei feriti sono in gravi condizioni.", wounded(2)),
    # who says it
    (
        "⟦Dodici⟧ persone sono morte in un raid russo su Kharkiv, ha riferito il governatore.",
        killed(12, source="il governatore", place="Kharkiv"),
    ),
    ("Secondo fonti mediche, ⟦dodici⟧ persone sono morte.", killed(12, source="fonti mediche")),
    ("Il ministero ha detto che ⟦dodici⟧ case sono state distrutte.", destroyed(12, "building", source="Il ministero")),
    ("L'Onu conta ⟦più di 12.340⟧ civili morti.", killed(at_least(12_340), "civilian", source="L'Onu")),
    ('"Abbiamo perso ⟦20⟧ uomini", ha dichiarato il comandante.', lost(20, source="il comandante", voice="direct")),
    # how sure
    ("⟦Venti⟧ combattenti sarebbero stati uccisi.", killed(20, "combatant", stance="alleged")),
    ("Avrebbero perso la vita ⟦20⟧ persone.", killed(20, stance="alleged")),
    ("L'esercito ha smentito la morte di ⟦12⟧ soldati.", killed(12, "combatant", stance="denied", source="L'esercito")),
    ("⟦12⟧ soldati sono stati uccisi?", killed(12, "combatant", stance="question")),
    ("Si teme che ⟦12⟧ persone siano morte.", killed(12, stance="expected")),
    # whose, when
    (
        "La Russia ha perso dall'inizio della guerra ⟦772.280⟧ soldati.",
        lost(772_280, "combatant", side="Russia", count="running_total", period="dall'inizio della guerra"),
    ),
    ("Le perdite russe sarebbero di ⟦257.930⟧ uomini.", lost(257_930, side="Russia", stance="alleged")),
    ("Il 24 febbraio 2022 sono morti ⟦40⟧ soldati a Kiev.", killed(40, "combatant", period="Il 24 febbraio 2022")),
    ("Nelle ultime 24 ore sono morte ⟦60⟧ persone.", killed(60, count="period_total")),
    ("⟦Due⟧ giornalisti francesi sono stati rapiti.", abducted(2, "journalist", side="France")),
    # near misses
    ("Nessun civile è rimasto ferito.", NOTHING),
    ("I raid hanno colpito 12 obiettivi, ci sono feriti.", NOTHING),
    ("Il 12 maggio il villaggio è stato liberato.", NOTHING),
    ("La squadra ha perso 12 partite.", NOTHING),
    ("Il 30 % dei feriti sono bambini.", NOTHING),
    ("I morti sono stati sepolti a 12 chilometri.", NOTHING),
    ("Il drone abbattuto costava 12 milioni di euro.", NOTHING),
    ("È morto a 69 anni nella sua casa.", NOTHING),
    ("Una fonte medica parla di ⟦55⟧ feriti.", wounded(55, source="Una fonte medica")),
    ("L'esercito israeliano ha annunciato la morte di ⟦due⟧ soldati.", killed(2, "combatant", side="Israel")),
    # the verb before the number, the noun of harm behind
    ("Sono ⟦circa 3.300⟧ i feriti.", wounded(about(3300))),
    (
        "I militari israeliani morti nella Striscia sono ⟦almeno 247⟧.",
        killed(at_least(247), "combatant", side="Israel"),
    ),
    ("Sono 12 i paesi presenti.", NOTHING),
    ("Il numero dei morti è salito a ⟦48⟧ e quello dei feriti a ⟦27⟧.", killed(48), wounded(27)),
    (
        "L'attacco ha portato alla morte di ⟦30⟧ martiri, tra cui ⟦dodici⟧ bambini.",
        killed(30),
        killed(12, "child", subset_of=0),
    ),
    ("Abbattuti ⟦60⟧ droni e ⟦26⟧ esche.", intercepted(60, "uav"), intercepted(26, "uav")),
    ("Il ministero afferma che l'esercito ha sganciato ⟦88⟧ droni.", launched(88, "uav")),
    ("Sono ⟦12⟧ le persone ferite.", wounded(12)),
    ("È salito a ⟦3⟧ il bilancio parziale delle vittime.", killed(3)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="it")


PAGE = (
    "Raid russo su Kharkiv, almeno cinque morti e una ventina di feriti\n\n"
    "Cinque persone sono morte, tra cui due bambini, e altre 23 sono rimaste ferite martedì in un raid russo su un "
    "mercato di Kharkiv, ha riferito il governatore della regione. Due dei feriti sono in gravi condizioni, ha "
    "aggiunto.\n\n"
    "L'aeronautica ucraina ha detto che la Russia ha lanciato nella notte 84 droni e sei missili e che 71 droni sono "
    "stati abbattuti. Il ministero della Difesa russo sostiene di aver ucciso circa 40 soldati ucraini. Nessuna delle "
    "due cifre è stata verificata.\n\n"
    "Dall'inizio dell'invasione sono morti più di 12.000 civili, secondo l'Onu. La città si trova a 30 chilometri dal "
    "confine."
)
FIGURES = [
    ("almeno cinque", "killed", "person", None),
    ("una ventina di", "wounded", "person", None),
    ("Cinque", "killed", "person", "il governatore della regione"),
    ("due", "killed", "child", "il governatore della regione"),
    ("23", "wounded", "person", "il governatore della regione"),
    ("Due", "wounded", "person", "il governatore della regione"),
    ("84", "launched", "uav", "L'aeronautica ucraina"),
    ("sei", "launched", "missile", "L'aeronautica ucraina"),
    ("71", "intercepted", "uav", "L'aeronautica ucraina"),
    ("circa 40", "killed", "combatant", "Il ministero della Difesa russo"),
    ("più di 12.000", "killed", "civilian", "l'Onu"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="it")
    found = [(f.words, f.kind, f.what, f.source.name if f.source else None) for f in read(article).figures]
    assert found == FIGURES


# a sentence, what is said in it, by whom, and whether it stands in marks
SAID = [
    ("Il ministro ha detto che 12 soldati sono morti a Kiev.", "12 soldati sono morti a Kiev", "Il ministro", False),
    ("Secondo l'Onu, il conflitto continua.", "il conflitto continua", "l'Onu", False),
    ("L'esercito si ritira, secondo il ministero.", "L'esercito si ritira", "il ministero", False),
]


@pytest.mark.parametrize(("text", "said", "source", "direct"), SAID)
def test_who_said_what(text: str, said: str, source: str, direct: bool) -> None:
    [quote] = reading(text, lang="it").quotes
    assert quote.source is not None
    assert (text[quote.start : quote.end], quote.source.name, quote.direct) == (said, source, direct)
