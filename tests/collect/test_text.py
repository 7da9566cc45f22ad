"""Pasted pages, and what each of their lines is. All rows were used to develop; the seeds are read where present."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.claims.article import OWN_SEGMENTS, SEGMENT_KINDS
from tallywire.collect.text import published_day, segments

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

LEAD = "Rescuers pulled four people from the ruins of a school in Kharkiv on Friday, the governor said."
MORE = "The school had stood empty since spring, he added, and nobody was thought to be inside at night."

PAGES = {
    "a row of languages, a way to the page and a counter above the headline": [
        ("boilerplate", "English Українська Русский"),
        ("boilerplate", "Home > News > Kharkiv"),
        ("boilerplate", "1.2K shares"),
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("body", LEAD),
        ("body", MORE),
    ],
    "a menu above the headline": [
        ("boilerplate", "World | Sport | Weather"),
        ("headline", "English teachers pulled from ruins of school"),
        ("body", LEAD),
    ],
    "the head of a table is no menu": [
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("body", LEAD),
        ("table", "Day | Killed | Wounded"),
        ("table", "Monday | 3 | 7"),
        ("table", "Tuesday | 2 | 9"),
    ],
    "headline, byline, date, body": [
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("byline", "By Anna Bondar"),
        ("dateline", "Published 11 November 2022"),
        ("body", LEAD),
        ("body", MORE),
    ],
    "a crawl date before the headline on the same line": [
        ("boilerplate", "date 2022-12-24"),
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("body", LEAD),
    ],
    "site name, section and printing date above; headline twice": [
        ("boilerplate", "The Kharkiv Courier"),
        ("boilerplate", "Home News"),
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("body", "KHARKIV (Agency) - " + LEAD),
        ("body", MORE),
    ],
    "standfirst above the byline": [
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("standfirst", "Two rockets hit the building shortly after midnight, officials said."),
        ("byline", "By Anna Bondar"),
        ("body", LEAD),
        ("body", MORE),
    ],
    "captions, one twice": [
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("caption", "Above, a fireman stands before the ruins of the school in Kharkiv on Friday."),
        ("caption", "Neighbours wait outside the school. (Photo by O. Petrenko)"),
        ("caption", "Neighbours wait outside the school. (Photo by O. Petrenko)"),
        ("body", LEAD),
        ("caption", "FILE PHOTO: The school before the war, in a picture of 2019."),
        ("body", MORE),
    ],
    "links to other articles amid the text": [
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("body", LEAD),
        ("related", "Related articles"),
        ("related", "What 37 letters from a cellar in Izium tell about the occupation"),
        ("related", "How the city lives without light"),
        ("body", MORE + " Work goes on, and the street will stay closed until Sunday evening at least."),
        ("related", "Read also: Six hurt as tram is hit"),
        ("body", "Lessons go on in the metro stations of the city, where desks were set up last autumn."),
    ],
    "another headline without any heading over it": [
        ("body", LEAD),
        ("related", "Air force: Ukraine downs 9 of 14 missiles fired at its cities at dawn"),
        ("body", MORE),
    ],
    "a sub-heading announces what follows": [
        ("body", LEAD),
        ("headline", "Over 60 schools lost this year"),
        (
            "body",
            "The ministry counts over 60 schools of the region that can no longer be used for any lessons.",
        ),
    ],
    "lists stay body": [
        ("body", "The army gave these losses of the enemy for the day:"),
        ("body", "• tanks - 2814 (+10)"),
        ("body", "• drones - 1476 (+3)"),
        ("body", LEAD),
    ],
    "lists without marks stay body": [
        ("body", LEAD),
        ("body", "2 guided bombs;"),
        ("body", "7 drones;"),
        ("body", "Kharkiv: 3 dead, 7 hurt"),
        ("body", "Sumy: 1 dead, 2 hurt"),
        ("body", MORE),
    ],
    "rows of a table": [
        ("body", LEAD),
        ("table", "Day\tKilled\tHurt"),
        ("table", "Monday\t3\t7"),
    ],
    "a post pasted in": [
        ("body", LEAD),
        ("embed", "#BREAKING Loud blasts in #Kharkiv"),
        ("embed", "Several hurt near the school. pic.twitter.com/abc123 — Night Desk (@night_desk) November 11, 2022"),
        ("body", MORE),
    ],
    "comments of a numbered thread, then the form": [
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("body", LEAD),
        ("body", MORE),
        ("comment", "  1. Only four? My cousin says ninety died, ha ha."),
        ("comment", "    Liked by 3 people"),
        ("comment", "      • Nobody died, read it again."),
        ("boilerplate", "Leave a Reply"),
        ("boilerplate", "Your email address will not be published. Required fields are marked *"),
    ],
    "comments with names and times": [
        ("body", LEAD),
        ("body", MORE),
        ("comment", "Ivan"),
        ("comment", "3 days ago"),
        ("comment", "I heard that seven were killed there, not that anybody will say so."),
        ("comment", "Reply"),
    ],
    "comments under a heading": [
        ("body", LEAD),
        ("body", MORE),
        ("comment", "2 Comments"),
        ("comment", "Olha K."),
        ("comment", "Ninety dead at least, I am sure of it, whatever they say on the news tonight."),
    ],
    "notices between and below": [
        ("headline", "Four pulled from ruins of Kharkiv school"),
        ("boilerplate", "3 min read"),
        ("body", LEAD),
        ("boilerplate", "Advertisement"),
        ("body", MORE),
        ("boilerplate", "Sign up for our morning letter, with the news of the day in brief."),
        ("boilerplate", "Copyright 2022 The Courier. All rights reserved."),
    ],
    "teasers below the form": [
        ("body", LEAD),
        ("body", MORE),
        ("boilerplate", "Leave a Reply"),
        ("related", "You May Also Like"),
        ("related", "A bridge for 1,000 birds"),
        ("related", "In 1902 a teacher built a tower for swifts that nobody has matched since…"),
    ],
    "Ukrainian": [
        ("headline", "У Харкові з-під завалів школи дістали чотирьох людей"),
        ("dateline", "11 листопада 2022, 12:40"),
        ("body", "Рятувальники дістали з-під завалів школи чотирьох людей, повідомив у п'ятницю голова області."),
        ("related", "Читайте також: Шестеро поранених у трамваї"),
        ("body", "Будівля стояла порожня ще від весни, додав він, і вночі там нікого не мало бути."),
        ("boilerplate", "Поділитися:"),
    ],
    "German": [
        ("headline", "Vier Menschen aus den Trümmern einer Schule in Charkiw geborgen"),
        ("byline", "Von: Anna Bondar"),
        (
            "body",
            "Retter haben am Freitag vier Menschen aus den Trümmern einer Schule in Charkiw geborgen.",
        ),
        ("related", "Lesen Sie auch: Sechs Verletzte in der Straßenbahn"),
        ("boilerplate", "Anzeige"),
        ("body", "Das Haus stand seit dem Frühjahr leer, und nachts war nach seinen Worten niemand darin."),
    ],
    "Arabic": [
        ("headline", "انتشال أربعة أشخاص من أنقاض مدرسة في خاركيف"),
        ("byline", "وكالات"),
        ("body", "انتشل رجال الإنقاذ أربعة أشخاص من تحت أنقاض مدرسة في مدينة خاركيف يوم الجمعة، بحسب حاكم المنطقة."),
    ],
    "a single sentence is the text": [("body", "12 people were killed in Kharkiv")],
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n"], ids=["unix", "windows"])
def test_lines_are_told_apart(name: str, gap: str) -> None:
    text = _pasted(PAGES[name], gap)
    read = [(segment.kind, text[segment.start : segment.end]) for segment in segments(text)]
    assert read == [(kind, line.strip()) for kind, line in PAGES[name]]


def _pasted(page: list[tuple[str, str]], gap: str) -> str:
    """Lines apart by a blank one; a crawl date stands on the line of what follows it."""
    return gap.join(line for _, line in page).replace("date 2022-12-24" + gap, " date 2022-12-24 ")


def test_paragraphs_broken_at_a_margin_are_joined() -> None:
    wrapped = (
        "Rescuers pulled four people from the ruins of a school in\n"
        "Kharkiv on Friday, the governor said, and went on to look for\n"
        "others under the eastern wing, where the roof has come down and\n"
        "the stairs are gone.\n\n"
        "The school had stood empty since spring, he added, and nobody\n"
        "was thought to be inside."
    )
    assert [wrapped[found.start : found.end].count("\n") for found in segments(wrapped)] == [3, 1]


def test_a_button_of_comments_above_the_text_hides_nothing() -> None:
    text = "\n\n".join(["Four pulled from ruins of Kharkiv school", "5 Comments", LEAD, MORE, MORE])
    assert [segment.kind for segment in segments(text)] == ["headline", "boilerplate", "body", "body", "body"]


DAYS = [
    ("Four pulled from ruins\n\n11 November 2022\n\n" + LEAD, ("2022-11-11", None)),
    (
        "Saturday, 12 November 2022\n\nFour pulled from ruins of school\n\n" + LEAD,
        (None, None),
    ),  # the day it was printed
    ("Four pulled from ruins\n\n11.11.2022\n\nUpdated: 12.11.2022\n\n" + LEAD, ("2022-11-11", "2022-11-12")),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_days_of_a_text(text: str, days: tuple[str | None, str | None]) -> None:
    assert published_day(text, segments(text)) == days


LINES = st.sampled_from([line for page in PAGES.values() for _, line in page] + ["", " ", "\t", "-", "1.", "\u2028"])
TEXTS = st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=40))).map("\n".join))


@given(TEXTS)
def test_laws_of_segments(text: str) -> None:
    found = segments(text)
    assert found == segments(text)
    before = 0
    for segment in found:
        assert before <= segment.start < segment.end <= len(text)
        words = text[segment.start : segment.end]
        assert words == words.strip()
        assert segment.kind in SEGMENT_KINDS
        before = segment.end
    covered = "".join(text[segment.start : segment.end] for segment in found)
    assert "".join(covered.split()) == "".join(text.split())


needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"needs the two articles of {SEEDS}")


def _kind_of(text: str, words: str) -> str:
    at = text.index(words)
    return next(segment.kind for segment in segments(text) if segment.start <= at < segment.end)


@needs_seeds
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Over 4,000 Deaths", "headline"),
        ("over 4,000 casualties", "caption"),
        ("4,560 Russian soldiers", "body"),
        ("1000+?", "body"),
        ("Again over 700", "body"),
        ("5 Moskali died", "comment"),
        ("Only 5?", "comment"),
        ("Liked by 4 people", "comment"),
        ("Learn how your comment data", "boilerplate"),
    ],
)
def test_the_second_seed(words: str, kind: str) -> None:
    assert _kind_of(next(SEEDS.glob("004_*.txt")).read_text("utf8"), words) == kind


@needs_seeds
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("announce withdrawal (Video)", "headline"),
        ("440 bodies in Izyum", "related"),
        ("How Ukraine is winning", "related"),
        ("Ukrainian soldiers in the past weeks", "body"),
        ("I agree with your conclusions", "body"),
        ("Leave a Reply", "boilerplate"),
    ],
)
def test_the_first_seed(words: str, kind: str) -> None:
    assert _kind_of(next(SEEDS.glob("000_*.txt")).read_text("utf8"), words) == kind


def test_what_is_not_the_articles_own_is_told_from_it() -> None:
    assert OWN_SEGMENTS.isdisjoint({"comment", "related", "boilerplate", "byline"})


def test_a_row_of_bars_is_read_at_once() -> None:
    text = "the | pub, | on | the | corner of the old road" * 12 + "\n\nAt least 12 people were killed, officials said."
    assert text[segments(text)[-1].start :] == text.splitlines()[-1]
