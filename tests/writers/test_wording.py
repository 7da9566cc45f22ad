"""One careful line a figure: what the figure says -> the sentence to copy. All rows were used to develop."""

import pytest

from build import GENERAL_STAFF, figure
from tallywire.claims.article import Article
from tallywire.claims.figure import Figure, PlaceRef, Ref, Side, Source, Who, Words
from tallywire.writers.wording import careful

PAGE = Article("a1", "", (), outlet="The Daily Example")
NAMELESS_PAGE = Article("a1", "", ())

STAFF = Ref("General Staff of the Armed Forces of Ukraine", "UKR-GS")
UKRAINE = Side("Ukraine", "UKR")
KYIV = Source("Ukraine", "UKR", "party", True)
GOVERNOR = Source("the governor of the region", type="official")
UN = Source("United Nations", "UN", "un", False)
HAMAS = Side("Hamas", "HAMAS")


def people(**fields: object) -> Figure:
    return figure(**{"what": "person", "side": None, **fields})


def term(words: str) -> Words:
    return Words(words, 0, len(words))


def unverified(words: str) -> str:
    return f"{words}; not independently verified."


def outlet(words: str) -> str:
    return unverified(f"The Daily Example reports, without naming a source, that {words}")


def staff(words: str) -> str:
    return unverified(f"The General Staff of the Armed Forces of Ukraine, a party to the war, says {words}")


SPEAKERS = [
    (Source("officials", type="official"), "Officials say"),
    (
        Source("Ukrainian officials", "UKR-GOV", "official", True),
        "Ukrainian officials, speaking for a party to the war, say",
    ),
    (
        Source("Russia's Defense Ministry", "RUS-MOD", "military", True),
        "Russia's Defense Ministry, a party to the war, says",
    ),
    (UN, "The United Nations says"),
    (Source("a doctor in the city", type="medical"), "A doctor in the city says"),
    (Source("Yaroslav Yanushevych", "UKR-YANUSHEVYCH", "official"), "Yaroslav Yanushevych says"),
    (Source("police"), "Police say"),
    (Source("medical and security sources"), "Medical and security sources say"),
    (Source("it"), "A source that the text does not name says"),
    (Source("Journalists who know the area"), "Journalists who know the area say"),
]


@pytest.mark.parametrize(("source", "says"), SPEAKERS, ids=[says for _, says in SPEAKERS])
def test_a_source_speaks(source: Source, says: str) -> None:
    assert careful(people(source=source), PAGE) == unverified(f"{says} 12 people were killed")


LINES = [
    # who says it
    (
        people(source=GOVERNOR, via=("TASS",)),
        unverified("The governor of the region, quoted by TASS, says 12 people were killed"),
    ),
    (
        figure(value=4560, period="in one week", source=GENERAL_STAFF),
        staff("4,560 Russian soldiers were killed in one week"),
    ),
    (figure(value=12), outlet("12 Russian soldiers were killed")),
    (
        figure(value=4560, period="In one week of fighting", derived_from=(STAFF,)),
        unverified(
            "The Daily Example reports, by its own count from updates of the General Staff of the Armed Forces of "
            "Ukraine, a party to the war, that 4,560 Russian soldiers were killed in one week of fighting"
        ),
    ),
    (
        figure(source=Source("General Staff", "UKR-GS", "military", True), via=("Facebook",)),
        unverified("The General Staff, a party to the war, says on Facebook that 12 Russian soldiers were killed"),
    ),
    (
        people(source=Source("Генеральний штаб ЗСУ", "UKR-GS", "military", True), lang="uk"),
        staff("12 people were killed"),
    ),
    # how many
    (people(modifier="at_least", value=4000, words="Over 4,000"), outlet("over 4,000 people were killed")),
    (people(modifier="at_least", value=1000, words="1000+"), outlet("at least 1,000 people were killed")),
    (people(modifier="at_most", value=30, words="as many as 30"), outlet("as many as 30 people were killed")),
    (people(modifier="at_most", value=30, words="до 30"), outlet("up to 30 people were killed")),
    (
        people(modifier="about", value=80000, words="nearly 80,000", band=(72000, 80000)),
        outlet("nearly 80,000 people were killed"),
    ),
    (
        people(modifier="about", value=80000, words="fast 80.000", band=(72000, 80000)),
        outlet("nearly 80,000 people were killed"),
    ),
    (people(modifier="about", value=300, words="some 300"), outlet("some 300 people were killed")),
    (people(modifier="about", value=300, words="une 300aine"), outlet("about 300 people were killed")),
    (people(modifier="range", low=40, high=50, words="40 to 50"), outlet("between 40 and 50 people were killed")),
    (people(modifier="vague", low=24, high=99, words="dozens"), outlet("dozens of people were killed")),
    (people(modifier="vague", low=3, high=9, words="A few"), outlet("a few people were killed")),
    (people(modifier="vague", low=3, high=9, words="several"), outlet("several people were killed")),
    (people(value=1, words="a woman", what="woman"), outlet("one woman was killed")),
    (people(value=3, what="child"), outlet("three children were killed")),
    (people(value=0, words="Not one", what="civilian"), outlet("no civilians were killed")),
    (people(modifier="at_least", value=1, words="at least one"), outlet("at least one person was killed")),
    # of what and of whose
    (people(what="civilian", side=UKRAINE), outlet("12 civilians of Ukraine were killed")),
    (figure(side=HAMAS, kind="captured"), outlet("12 Hamas fighters were captured")),
    (figure(side=Side("the northern militia")), outlet("12 combatants of the northern militia were killed")),
    (figure(side=Side("Russian forces", "RUS-AF")), outlet("12 Russian soldiers were killed")),
    (people(who=Who(role="miners")), outlet("12 miners were killed")),
    (figure(who=Who(role="terrorists"), side=None), outlet("12 soldiers were killed")),
    (figure(what="tank", kind="destroyed"), outlet("12 Russian tanks were destroyed")),
    (figure(what="helicopter", kind="destroyed", value=1), outlet("one Russian helicopter was destroyed")),
    (figure(what="uav", kind="launched", side=UKRAINE), outlet("12 drones were launched at Ukraine")),
    (figure(what="uav", kind="intercepted"), outlet("12 Russian drones were intercepted")),
    (
        figure(what="area_km2", kind="recaptured", value=1200),
        outlet("1,200 square kilometres were recaptured from Russia"),
    ),
    (people(kind="displaced", value=11000), outlet("11,000 people were displaced")),
    (
        people(kind="remains", value=440, place=PlaceRef("Izyum")),
        outlet("the remains of 440 people were found in Izyum"),
    ),
    (people(kind="remains", value=1, term=term("handed over")), outlet("the remains of one person were handed over")),
    (
        figure(kind="casualties", modifier="at_least", value=4000, words="over 4,000"),
        outlet("there were over 4,000 Russian casualties"),
    ),
    (people(kind="casualties", what="civilian", value=1), outlet("there was one civilian casualty")),
    (figure(kind="casualties", side=None), outlet("there were 12 military casualties")),
    (figure(kind="lost", value=710), outlet("there were 710 Russian losses")),
    (figure(kind="lost", what="uav"), outlet("12 Russian drones were lost")),
    # over which period, where
    (people(period="Just One Week"), outlet("12 people were killed in just one week")),
    (people(period="Friday"), outlet("12 people were killed on Friday")),
    (people(period="Friday", edtf="2022-11-11"), outlet("12 people were killed on Friday (11 November 2022)")),
    (
        people(period="in one week", edtf="2022-11-05/2022-11-11"),
        outlet("12 people were killed in one week (5-11 November 2022)"),
    ),
    (
        people(period="since the start of the war", edtf="2022-02-24/2022-11-11", count="running_total"),
        outlet("12 people were killed since the start of the war (as of 11 November 2022)"),
    ),
    (people(period="November 5, 2024", edtf="2024-11-05"), outlet("12 people were killed on November 5, 2024")),
    (people(period="morning of Dec. 15"), outlet("12 people were killed on the morning of Dec. 15")),
    (people(period="first half of 2021"), outlet("12 people were killed in the first half of 2021")),
    (people(period="Overnight"), outlet("12 people were killed overnight")),
    (people(period="за добу", lang="uk", edtf="2022-11-11"), outlet("12 people were killed (11 November 2022)")),
    (people(period="за добу", lang="uk"), outlet('12 people were killed ("за добу")')),
    (people(count="running_total"), outlet("12 people were killed so far")),
    (people(place=PlaceRef("Kherson"), period="Friday"), outlet("12 people were killed in Kherson on Friday")),
    (people(blamed=Ref("Gulf Clan")), outlet("12 people were killed, attributed to the Gulf Clan")),
    (
        figure(what="uav", kind="intercepted", blamed=Ref("Ukraine", "UKR")),
        outlet("12 Russian drones were intercepted"),
    ),
    (
        figure(kind="casualties", what="civilian", side=UKRAINE),
        outlet("there were 12 Ukrainian civilian casualties"),
    ),
    (people(side=Side("civilians of Kherson"), place=PlaceRef("Kherson")), outlet("12 people were killed in Kherson")),
    (people(side=UKRAINE), outlet("12 Ukrainians were killed")),
    (people(side=UKRAINE, value=1), outlet("one Ukrainian was killed")),
    (people(blamed=Ref("Russia", "RUS")), outlet("12 people were killed, attributed to Russia")),
    (people(scope=("not counting the attackers",)), outlet('12 people were killed ("not counting the attackers")')),
    # how it is put
    (
        figure(
            kind="destroyed",
            what="vehicle",
            modifier="vague",
            low=24,
            high=99,
            words="dozens",
            source=KYIV,
            stance="alleged",
            period="on Friday",
        ),
        unverified("Ukraine, a party to the war, says dozens of Russian vehicles were reportedly destroyed on Friday"),
    ),
    (
        figure(stance="denied", source=Source("Russia's Defense Ministry", "RUS-MOD", "military", True), value=89),
        unverified("Russia's Defense Ministry, a party to the war, denies that 89 Russian soldiers were killed"),
    ),
    (
        figure(
            kind="casualties",
            modifier="at_least",
            value=1000,
            words="1000+?",
            stance="question",
            source=Source("Visegrad 24", type="social"),
            via=("Twitter",),
        ),
        "Visegrad 24 asks on Twitter whether there were at least 1,000 Russian casualties"
        + "; a question, not a statement.",
    ),
    (
        people(kind="displaced", stance="expected", source=UN),
        "The United Nations expects that 12 people will be displaced; an expectation, not a count.",
    ),
    (
        people(stance="hypothetical", source=UN),
        "The United Nations says 12 people could be killed; a possibility, not a count.",
    ),
    # words that are not ours
    (figure(value=710, term=term("liquidated"), source=GENERAL_STAFF), staff('710 Russian soldiers were "liquidated"')),
    (people(term=term("martyrs")), outlet('12 people were killed (the word in the text is "martyrs")')),
    (
        figure(term=term("ліквідовано"), lang="uk", source=GENERAL_STAFF),
        staff('12 Russian soldiers were killed (the word in the text is "ліквідовано")'),
    ),
    (figure(side=Side("orcs")), outlet('12 combatants (called "orcs" in the text) were killed')),
]


@pytest.mark.parametrize(("says", "line"), LINES, ids=[line[:60] + line[-40:] for _, line in LINES])
def test_a_figure_in_careful_words(says: Figure, line: str) -> None:
    assert careful(says, PAGE) == line


def test_an_unknown_outlet_is_the_article() -> None:
    assert careful(people(), NAMELESS_PAGE).startswith("The article reports, without naming a source, that 12 people")


def test_a_disputed_word_is_shown_as_the_text_s_own() -> None:
    line = careful(figure(term=term("died")), PAGE, disputed=True)
    aside = '(the word in the text is "died"; what is counted is disputed)'
    assert line == outlet(f"12 Russian soldiers were killed {aside}")


@pytest.mark.parametrize("kind", ["killed", "wounded", "captured", "missing", "freed"])
def test_swapping_the_sides_swaps_the_sentence_and_nothing_else(kind: str) -> None:
    ours, theirs = (careful(figure(kind=kind, side=side), PAGE) for side in (UKRAINE, Side("Russia", "RUS")))
    assert ours.replace("Ukrainian", "Russian") == theirs
