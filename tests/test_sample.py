"""The sample articles that come with the program are read like this, with the sample's bulletins beside them."""

from importlib.resources import files
from pathlib import Path

import pytest

from tallywire import pipeline
from tallywire.claims.fit import Case
from tallywire.verify.needs import needs
from wanted import Wanted, figures_of, said, the, with_code

SAMPLE = Path(str(files("tallywire.catalog"))) / "sample"
BULLETINS = SAMPLE / "bulletins"


@pytest.fixture(scope="module")
def week() -> Case:
    return pipeline.check(SAMPLE / "articles" / "kherson-week.html", series=[BULLETINS])


@pytest.fixture(scope="module")
def toll() -> Case:
    return pipeline.check(SAMPLE / "articles" / "civilian-toll.txt")


HEADLINE = Wanted("killed", 4500, "at_least", "headline", side="Russia", term="Deaths", count="period_total")
CAPTION = Wanted("casualties", 4500, "at_least", "caption", side="Russia", source="Ukraine", period="one week")
COUNT = Wanted("killed", 4560, "exact", "body", side="Russia", period="week", count="period_total", voice="own")
TOTAL = Wanted(
    "killed", 79400, "about", "body", side="Russia", source="General Staff", via="Facebook", count="running_total"
)
FRIDAY = Wanted("lost", 710, "exact", "body", side="Russia", period="Friday")
MILLEY = Wanted("casualties", 100000, "at_least", "body", side="Russia", source="Milley", voice="direct")
POST = Wanted("killed", 79400, "about", "embed", term="liquidated", count="running_total", source="General Staff")
POST_CHANGE = Wanted("killed", 710, "exact", "embed", count="increment")
TANKS = Wanted("lost", 2814, "exact", "embed", "tank", count="running_total")
WEEK = {
    "headline": HEADLINE,
    "caption": CAPTION,
    "count": COUNT,
    "total": TOTAL,
    "friday": FRIDAY,
    "milley": MILLEY,
    "post": POST,
    "post's change": POST_CHANGE,
    "post's tanks": TANKS,
}


@pytest.mark.parametrize("wanted", WEEK.values(), ids=WEEK)
def test_a_figure_of_the_week(week: Case, wanted: Wanted) -> None:
    the(wanted, week.reading)


def test_the_page_says_of_itself(week: Case) -> None:
    article = week.reading.article
    assert (article.outlet, article.authors, article.lang) == ("The Sample Courier", ("Sam Example",), "en")
    assert article.title == "Over 4,500 Russian Deaths in a Week, Kyiv's Figures Suggest"
    assert (article.published or "").startswith("2022-11-11")


def test_the_outlet_s_count_is_worked_out_from_the_general_staff_s_reports(week: Case) -> None:
    count = the(COUNT, week.reading)
    assert count.source is None
    assert ["General Staff" in origin.name for origin in count.derived_from] == [True]


def test_the_post_s_change_belongs_to_its_total(week: Case) -> None:
    assert the(POST_CHANGE, week.reading).change_of == the(POST, week.reading).id


@pytest.mark.parametrize(("number", "segment"), [(440, "related"), (19, "related"), (7, "comment"), (50000, "comment")])
def test_other_stories_and_jokes_stay_where_they_are(week: Case, number: int, segment: str) -> None:
    assert {figure.segment for figure in week.reading.figures if figure.low == number} <= {segment}


@pytest.mark.parametrize("words", ["214 partners", "34 people", "10 recipes", "2 comments"])
def test_decoys_are_no_figures(week: Case, words: str) -> None:
    number = words.split()[0]
    assert not [said(figure) for figure in week.reading.figures if figure.words == number and figure.segment == "body"]
    assert float(number) not in {figure.low for figure in week.reading.figures} - {10.0}


def test_the_series_gives_the_week_and_the_friday(week: Case) -> None:
    reproduced = with_code("reproduced", week)
    assert {the(COUNT, week.reading).id, the(FRIDAY, week.reading).id} <= figures_of(reproduced)
    (of_count,) = [finding for finding in reproduced if the(COUNT, week.reading).id in finding.figures]
    assert "79,400" in (of_count.arithmetic or "")


def test_what_else_there_is_to_say(week: Case) -> None:
    assert with_code("term_changed", week)
    assert with_code("definition_disputed", week)
    assert with_code("party_about_enemy", week)
    assert not with_code("not_reproduced", week)
    assert not [finding for finding in week.reading.findings if finding.severity == "conflict"]
    assert needs(week) == ()


TOLL = {
    "headline": Wanted("killed", 6557, "exact", "headline", "civilian", side="Ukraine"),
    "killed": Wanted("killed", 6557, "exact", "body", "civilian", source="human rights office", count="running_total"),
    "wounded": Wanted(
        "wounded", 10074, "exact", "body", "civilian", source="human rights office", count="running_total"
    ),
    "a week earlier": Wanted("killed", 6490, "exact", "body"),
    "dead in November": Wanted("killed", 66, "exact", "body", count="period_total"),
    "injured in November": Wanted("wounded", 198, "exact", "body", count="period_total"),
}


@pytest.mark.parametrize("wanted", TOLL.values(), ids=TOLL)
def test_a_figure_of_the_toll(toll: Case, wanted: Wanted) -> None:
    the(wanted, toll.reading)


def test_the_toll_s_date_is_its_own(toll: Case) -> None:
    assert (toll.reading.article.published or "").startswith("2022-11-14")
