"""The two seed articles must be read like this; they lie beside the checkout, else these tests are skipped."""

from pathlib import Path

import pytest

from tallywire import pipeline
from tallywire.claims.fit import Case
from tallywire.claims.reading import Reading
from tallywire.verify.needs import needs
from wanted import Wanted, figures_of, said, the, with_code

SHARED = Path(__file__).parent.parent.parent / "shared"
TOLL = SHARED / "seeds" / "004_2282a74d5416eabf.txt"
RETREAT = SHARED / "seeds" / "000_734b90ddab6f8de9.txt"
SERIES = tuple(SHARED / "eval" / "series" / f"russia_losses_{name}.json" for name in ("personnel", "equipment"))
PUBLISHED = "2022-11-11"

pytestmark = pytest.mark.skipif(
    not TOLL.exists(), reason="the seed articles are not beside the checkout (../shared/seeds)"
)


HEADLINE = Wanted(
    "killed", 4000, "at_least", "headline", side="Russia", period="one week", count="period_total", term="Deaths"
)
CAPTION = Wanted("casualties", 4000, "at_least", "caption", side="Russia", source="Ukraine")
WEEK = Wanted("killed", 4560, "exact", "body", side="Russia", period="one week", count="period_total")
TOTAL = Wanted(
    "killed", 80000, "about", "body", side="Russia", source="General Staff", via="Facebook", count="running_total"
)
FRIDAY = Wanted("casualties", 710, "exact", "body", side="Russia", period="Friday")
TWEET = Wanted(
    "casualties", 1000, "at_least", "body", source="Visegrad 24", via="Twitter", stance="question", voice="direct"
)
DOZENS = Wanted(
    "destroyed", 24, "vague", "body", "vehicle", high=99, source="Ukrain", stance="alleged", period="Friday"
)
HELICOPTER = Wanted("destroyed", 1, "exact", "body", "helicopter", source="Ukrain", stance="alleged", period="Friday")
PACE = Wanted(("casualties", "killed"), 700, "at_least", "body", source="General", voice="direct")


@pytest.fixture(scope="module")
def bare() -> Case:
    """The article alone: no series, no date."""
    return pipeline.check(TOLL)


@pytest.fixture(scope="module")
def with_series() -> Case:
    return pipeline.check(TOLL, series=SERIES)


@pytest.fixture(scope="module")
def with_date() -> Case:
    return pipeline.check(TOLL, series=SERIES, published=PUBLISHED)


@pytest.fixture(scope="module", params=["undated", "dated"])
def altered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A copy in which two digits changed places: 4,650 died."""
    copy = tmp_path_factory.mktemp("copy") / "copy.txt"
    text = TOLL.read_text(encoding="utf-8")
    assert text.count("4,560") == 1
    copy.write_text(text.replace("4,560", "4,650"), encoding="utf-8")
    return pipeline.check(copy, series=SERIES, published=PUBLISHED if request.param == "dated" else None)


FIGURES = {
    "headline": HEADLINE,
    "caption": CAPTION,
    "week": WEEK,
    "total": TOTAL,
    "friday": FRIDAY,
    "tweet": TWEET,
    "dozens": DOZENS,
    "helicopter": HELICOPTER,
    "pace": PACE,
}


@pytest.mark.parametrize("wanted", FIGURES.values(), ids=FIGURES)
def test_a_figure_of_the_toll(bare: Case, wanted: Wanted) -> None:
    the(wanted, bare.reading)


@pytest.mark.parametrize("wanted", FIGURES.values(), ids=FIGURES)
def test_a_date_changes_no_reading(bare: Case, with_date: Case, wanted: Wanted) -> None:
    assert the(wanted, bare.reading).words == the(wanted, with_date.reading).words


def test_the_week_is_the_outlet_s_own_count_from_the_general_staff_s_updates(bare: Case) -> None:
    week = the(WEEK, bare.reading)
    assert week.source is None
    assert ["General Staff" in origin.name for origin in week.derived_from] == [True]


def test_nearly_lies_below(bare: Case) -> None:
    total = the(TOTAL, bare.reading)
    assert total.band is not None
    assert total.band[1] <= 80000
    assert total.period is not None
    assert "since the start of the war" in total.period.words


def test_the_helicopter_is_one_of_the_dozens(bare: Case) -> None:
    assert the(HELICOPTER, bare.reading).subset_of == the(DOZENS, bare.reading).id


def test_many_is_not_a_number(bare: Case) -> None:
    assert not [said(figure) for figure in bare.reading.figures if "many" in figure.words.casefold().split()]


def test_a_joke_in_a_comment_stays_in_the_comment(bare: Case) -> None:
    joke = bare.reading.article.text.index("Did you hear about the Sputnik accident")
    assert {figure.segment for figure in bare.reading.figures if figure.start > joke} <= {"comment"}
    assert not [said(figure) for figure in bare.reading.figures if figure.low == 5 and figure.segment != "comment"]


@pytest.mark.parametrize(
    "words", ["Liked by 4 people", "Liked by 2 people", "One Week", "one week", "World War II-era"]
)
def test_no_figure_in(bare: Case, words: str) -> None:
    text = bare.reading.article.text
    start = text.index(words)
    inside = [said(it) for it in bare.reading.figures if it.start < start + len(words) and it.end > start]
    assert inside == []


def test_the_name_of_an_agency_is_not_a_number(bare: Case) -> None:
    assert not [said(figure) for figure in bare.reading.figures if figure.words == "24"]


def test_without_a_series_it_says_what_it_would_need(bare: Case) -> None:
    wanted = needs(bare)
    assert any("--series" in sentence and "4,560" in sentence for sentence in wanted), wanted
    assert not with_code("reproduced", bare)


@pytest.mark.parametrize("case", ["bare", "with_series", "with_date"])
def test_the_headline_agrees_with_the_body(case: str, request: pytest.FixtureRequest) -> None:
    found: Case = request.getfixturevalue(case)
    differing = [finding for finding in with_code("headline_differs", found) if finding.severity != "info"]
    assert [finding.says for finding in differing] == []


@pytest.mark.parametrize("case", ["with_series", "with_date"])
def test_deaths_or_casualties_the_word_changed_and_its_meaning_is_disputed(
    case: str, request: pytest.FixtureRequest
) -> None:
    found: Case = request.getfixturevalue(case)
    assert with_code("term_changed", found)
    assert with_code("definition_disputed", found)


def test_a_party_speaks_about_its_enemy(bare: Case) -> None:
    assert the(TOTAL, bare.reading).id in figures_of(with_code("party_about_enemy", bare))


def test_four_figures_together_date_the_article(with_series: Case) -> None:
    (dated,) = with_code("dated", with_series)
    assert "2022-11-11" in dated.says or "11 November 2022" in dated.says
    joint = {the(wanted, with_series.reading).id for wanted in (WEEK, FRIDAY, PACE, TOTAL)}
    assert joint <= set(dated.figures)


def test_a_known_date_lets_the_series_give_the_week_and_the_friday(with_date: Case) -> None:
    reproduced = with_code("reproduced", with_date)
    week, friday = the(WEEK, with_date.reading), the(FRIDAY, with_date.reading)
    assert {week.id, friday.id} <= figures_of(reproduced)
    (of_week,) = [finding for finding in reproduced if week.id in finding.figures]
    assert of_week.arithmetic is not None
    assert {"79,400", "74,840"} <= set(of_week.arithmetic.replace("(", " ").replace(")", " ").split()), (
        of_week.arithmetic
    )


def test_the_helicopter_is_that_day_s_change_of_helicopters(with_date: Case) -> None:
    (found,) = [fit for fit in with_date.fits if fit.figure == the(HELICOPTER, with_date.reading).id]
    assert (found.matches[0].value, found.matches[0].categories) == (1, ("helicopter",))


def test_a_changed_figure_is_not_reproduced_and_no_other_window_rescues_it(altered: Case) -> None:
    changed = the(Wanted("killed", 4650, "exact", "body"), altered.reading)
    assert changed.id in figures_of(with_code("not_reproduced", altered))
    assert changed.id not in figures_of([*with_code("reproduced", altered), *with_code("consistent_with", altered)])


# --- the retreat -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=[None, "2022-11-10"], ids=["undated", "dated"])
def retreat(request: pytest.FixtureRequest) -> Reading:
    return pipeline.check(RETREAT, published=request.param).reading


@pytest.mark.parametrize(
    ("begins", "speaker"),
    [("After a comprehensive assessment", None), ("I agree with your conclusions", "Sergey Vladimirovych")],
)
def test_who_is_quoted(retreat: Reading, begins: str, speaker: str | None) -> None:
    start = retreat.article.text.index(begins)
    (quote,) = [quote for quote in retreat.quotes if quote.direct and quote.start <= start < quote.end]
    assert (quote.source.name if quote.source else None) == speaker


def test_two_quotations_and_no_more(retreat: Reading) -> None:
    assert len([quote for quote in retreat.quotes if quote.direct]) == 2


def test_the_withdrawal_is_an_event(retreat: Reading) -> None:
    places = [event.place for event in retreat.events if (event.type, event.mode) == ("RETREAT", "withdraw")]
    assert 706448 in [place.geonameid for place in places if place], retreat.events


def test_the_dead_of_another_story_stay_with_its_link(retreat: Reading) -> None:
    bodies = [figure for figure in retreat.figures if figure.low == 440]
    assert [(figure.kind, figure.segment) for figure in bodies] == [("remains", "related")]
    assert {figure.segment for figure in retreat.figures} <= {"related", "comment", "boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "How a bracelet found on one of 440 bodies",
        "Picture of a Ukrainian POW shows",
        "How Ukraine is winning Russia",
        "David Petraeus: America will destroy",
    ],
)
def test_a_link_to_another_story_is_recognised(retreat: Reading, line: str) -> None:
    start = retreat.article.text.index(line)
    assert [part.kind for part in retreat.article.segments if part.start <= start < part.end] == ["related"]


@pytest.mark.parametrize("line", ["Ukrainian soldiers in the past weeks", "Ukrainian forces have liberated"])
def test_the_story_itself_is_body(retreat: Reading, line: str) -> None:
    start = retreat.article.text.index(line)
    assert [part.kind for part in retreat.article.segments if part.start <= start < part.end] == ["body"]
