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

REPORTS = "The Daily Example reports, without naming a source, that"
STAFF_SAYS = "The General Staff of the Armed Forces of Ukraine, a party to the war, says"
END = "; not independently verified."


def people(**fields: object) -> Figure:
    return figure(**{"what": "person", "side": None, **fields})


def term(words: str) -> Words:
    return Words(words, 0, len(words))


LINES = [
    # who says it
    (figure(value=4560, period="in one week", source=GENERAL_STAFF), f"{STAFF_SAYS} 4,560 Russian soldiers were killed in one week{END}"),
    (figure(value=12), f"{REPORTS} 12 Russian soldiers were killed{END}"),
    (
        figure(value=4560, period="In one week of fighting", derived_from=(STAFF,)),
        "The Daily Example reports, by its own count from updates of the General Staff of the Armed Forces of Ukraine, "
        f"a party to the war, that 4,560 Russian soldiers were killed in one week of fighting{END}",
    ),
    (figure(source=Source("General Staff", "UKR-GS", "military", True), via=("Facebook",)), f"The General Staff, a party to the war, says on Facebook that 12 Russian soldiers were killed{END}"),
    (people(source=GOVERNOR, via=("TASS",)), f"The governor of the region, quoted by TASS, says 12 people were killed{END}"),
    (people(source=Source("officials", type="official")), f"Officials say 12 people were killed{END}"),
    (people(source=Source("Ukrainian officials", "UKR-GOV", "official", True)), f"Ukrainian officials, a party to the war, say 12 people were killed{END}"),
    (people(source=Source("Russia's Defense Ministry", "RUS-MOD", "military", True)), f"Russia's Defense Ministry, a party to the war, says 12 people were killed{END}"),
    (people(source=UN), f"The United Nations says 12 people were killed{END}"),
    (people(source=Source("a doctor in the city", type="medical")), f"A doctor in the city says 12 people were killed{END}"),
    (people(source=Source("Yaroslav Yanushevych", "UKR-YANUSHEVYCH", "official")), f"Yaroslav Yanushevych says 12 people were killed{END}"),
    (people(source=Source("police")), f"Police say 12 people were killed{END}"),
    (people(source=Source("medical and security sources")), f"Medical and security sources say 12 people were killed{END}"),
    (people(source=Source("it")), f"A source that the text does not name says 12 people were killed{END}"),
    (people(source=Source("Journalists who know the area")), f"Journalists who know the area say 12 people were killed{END}"),
    (people(source=Source("Генеральний штаб ЗСУ", "UKR-GS", "military", True), lang="uk"), f"{STAFF_SAYS} 12 people were killed{END}"),
    # how many
    (people(modifier="at_least", value=4000, words="Over 4,000"), f"{REPORTS} over 4,000 people were killed{END}"),
    (people(modifier="at_least", value=1000, words="1000+"), f"{REPORTS} at least 1,000 people were killed{END}"),
    (people(modifier="at_most", value=30, words="as many as 30"), f"{REPORTS} as many as 30 people were killed{END}"),
    (people(modifier="at_most", value=30, words="до 30"), f"{REPORTS} up to 30 people were killed{END}"),
    (people(modifier="about", value=80000, words="nearly 80,000", band=(72000, 80000)), f"{REPORTS} nearly 80,000 people were killed{END}"),
    (people(modifier="about", value=80000, words="fast 80.000", band=(72000, 80000)), f"{REPORTS} nearly 80,000 people were killed{END}"),
    (people(modifier="about", value=300, words="some 300"), f"{REPORTS} some 300 people were killed{END}"),
    (people(modifier="about", value=300, words="une 300aine"), f"{REPORTS} about 300 people were killed{END}"),
    (people(modifier="range", low=40, high=50, words="40 to 50"), f"{REPORTS} between 40 and 50 people were killed{END}"),
    (people(modifier="vague", low=24, high=99, words="dozens"), f"{REPORTS} dozens of people were killed{END}"),
    (people(modifier="vague", low=3, high=9, words="A few"), f"{REPORTS} a few people were killed{END}"),
    (people(modifier="vague", low=3, high=9, words="several"), f"{REPORTS} several people were killed{END}"),
    (people(value=1, words="a woman", what="woman"), f"{REPORTS} one woman was killed{END}"),
    (people(value=3, what="child"), f"{REPORTS} three children were killed{END}"),
    (people(value=0, words="Not one", what="civilian"), f"{REPORTS} no civilians were killed{END}"),
    (people(modifier="at_least", value=1, words="at least one"), f"{REPORTS} at least one person was killed{END}"),
    # of what and of whose
    (people(what="civilian", side=UKRAINE), f"{REPORTS} 12 civilians of Ukraine were killed{END}"),
    (figure(side=HAMAS, kind="captured"), f"{REPORTS} 12 Hamas fighters were captured{END}"),
    (figure(side=Side("the northern militia")), f"{REPORTS} 12 soldiers of the northern militia were killed{END}"),
    (figure(side=Side("Russian forces", "RUS-AF")), f"{REPORTS} 12 Russian soldiers were killed{END}"),
    (people(who=Who(role="miners")), f"{REPORTS} 12 miners were killed{END}"),
    (figure(who=Who(role="terrorists"), side=None), f"{REPORTS} 12 soldiers were killed{END}"),
    (figure(what="tank", kind="destroyed"), f"{REPORTS} 12 Russian tanks were destroyed{END}"),
    (figure(what="helicopter", kind="destroyed", value=1), f"{REPORTS} one Russian helicopter was destroyed{END}"),
    (figure(what="uav", kind="launched", side=UKRAINE), f"{REPORTS} 12 drones were launched at Ukraine{END}"),
    (figure(what="uav", kind="intercepted"), f"{REPORTS} 12 Russian drones were intercepted{END}"),
    (figure(what="area_km2", kind="recaptured", value=1200), f"{REPORTS} 1,200 square kilometres were recaptured from Russia{END}"),
    (people(kind="displaced", value=11000), f"{REPORTS} 11,000 people were displaced{END}"),
    (people(kind="remains", value=440, place=PlaceRef("Izyum")), f"{REPORTS} the remains of 440 people were found in Izyum{END}"),
    (people(kind="remains", value=1, term=term("handed over")), f"{REPORTS} the remains of one person were handed over{END}"),
    (figure(kind="casualties", modifier="at_least", value=4000, words="over 4,000"), f"{REPORTS} there were over 4,000 Russian casualties{END}"),
    (people(kind="casualties", what="civilian", value=1), f"{REPORTS} there was one civilian casualty{END}"),
    (figure(kind="casualties", side=None), f"{REPORTS} there were 12 military casualties{END}"),
    (figure(kind="lost", value=710), f"{REPORTS} there were 710 Russian losses{END}"),
    (figure(kind="lost", what="uav"), f"{REPORTS} 12 Russian drones were lost{END}"),
    # over which period, where
    (people(period="Just One Week"), f"{REPORTS} 12 people were killed in just one week{END}"),
    (people(period="Friday"), f"{REPORTS} 12 people were killed on Friday{END}"),
    (people(period="Friday", edtf="2022-11-11"), f"{REPORTS} 12 people were killed on Friday (11 November 2022){END}"),
    (people(period="in one week", edtf="2022-11-05/2022-11-11"), f"{REPORTS} 12 people were killed in one week (5-11 November 2022){END}"),
    (people(period="since the start of the war", edtf="2022-02-24/2022-11-11", count="running_total"), f"{REPORTS} 12 people were killed since the start of the war (as of 11 November 2022){END}"),
    (people(period="November 5, 2024", edtf="2024-11-05"), f"{REPORTS} 12 people were killed on November 5, 2024{END}"),
    (people(period="morning of Dec. 15"), f"{REPORTS} 12 people were killed on the morning of Dec. 15{END}"),
    (people(period="first half of 2021"), f"{REPORTS} 12 people were killed in the first half of 2021{END}"),
    (people(period="Overnight"), f"{REPORTS} 12 people were killed overnight{END}"),
    (people(period="за добу", lang="uk", edtf="2022-11-11"), f"{REPORTS} 12 people were killed (11 November 2022){END}"),
    (people(period="за добу", lang="uk"), f'{REPORTS} 12 people were killed ("за добу"){END}'),
    (people(count="running_total"), f"{REPORTS} 12 people were killed so far{END}"),
    (people(place=PlaceRef("Kherson"), period="Friday"), f"{REPORTS} 12 people were killed in Kherson on Friday{END}"),
    (people(blamed=Ref("Russia", "RUS")), f"{REPORTS} 12 people were killed, blamed on Russia{END}"),
    (people(scope=("not counting the attackers",)), f'{REPORTS} 12 people were killed ("not counting the attackers"){END}'),
    # how it is put
    (
        figure(kind="destroyed", what="vehicle", modifier="vague", low=24, high=99, words="dozens", source=KYIV, stance="alleged", period="on Friday"),
        f"Ukraine, a party to the war, says dozens of Russian vehicles were reportedly destroyed on Friday{END}",
    ),
    (figure(stance="denied", source=Source("Russia's Defense Ministry", "RUS-MOD", "military", True), value=89), f"Russia's Defense Ministry, a party to the war, denies that 89 Russian soldiers were killed{END}"),
    (
        figure(kind="casualties", modifier="at_least", value=1000, words="1000+?", stance="question", source=Source("Visegrad 24", type="social"), via=("Twitter",)),
        "Visegrad 24 asks on Twitter whether there were at least 1,000 Russian casualties; a question, not a statement.",
    ),
    (people(kind="displaced", stance="expected", source=UN), "The United Nations expects that 12 people will be displaced; an expectation, not a count."),
    (people(stance="hypothetical", source=UN), "The United Nations says 12 people could be killed; a possibility, not a count."),
    # words that are not ours
    (figure(value=710, term=term("liquidated"), source=GENERAL_STAFF), f'{STAFF_SAYS} 710 Russian soldiers were "liquidated"{END}'),
    (people(term=term("martyrs")), f'{REPORTS} 12 people were killed (the word in the text is "martyrs"){END}'),
    (figure(term=term("ліквідовано"), lang="uk", source=GENERAL_STAFF), f'{STAFF_SAYS} 12 Russian soldiers were killed (the word in the text is "ліквідовано"){END}'),
    (figure(side=Side("orcs")), f'{REPORTS} 12 soldiers (called "orcs" in the text) were killed{END}'),
]  # fmt: skip


@pytest.mark.parametrize(("says", "line"), LINES, ids=[line[:60] + line[-40:] for _, line in LINES])
def test_a_figure_in_careful_words(says: Figure, line: str) -> None:
    assert careful(says, PAGE) == line


def test_an_unknown_outlet_is_the_article() -> None:
    assert careful(people(), NAMELESS_PAGE).startswith("The article reports, without naming a source, that 12 people")


def test_a_disputed_word_is_shown_as_the_text_s_own() -> None:
    line = careful(figure(term=term("died")), PAGE, disputed=True)
    assert line == f'{REPORTS} 12 Russian soldiers were killed (the word in the text is "died"; what is counted is disputed){END}'


@pytest.mark.parametrize("kind", ["killed", "wounded", "captured", "missing", "freed"])
def test_swapping_the_sides_swaps_the_sentence_and_nothing_else(kind: str) -> None:
    ours, theirs = (careful(figure(kind=kind, side=side), PAGE) for side in (UKRAINE, Side("Russia", "RUS")))
    assert ours.replace("Ukrainian", "Russian") == theirs
