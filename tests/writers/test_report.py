"""The report of one article, whole, as plain text at 80 columns; and what must not reach it."""

from dataclasses import replace
from io import StringIO

import pytest

from build import GENERAL_STAFF, figure
from cases import Marked, case
from tallywire.claims.article import Article, Note, Saved, Span
from tallywire.claims.figure import Period, PlaceRef
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.claims.reading import Event, Reading, Toll, Tolls, Unread
from tallywire.writers.report import CLOSING, render
from tallywire.writers.terminal import Look

PLAIN = Look(80, color=False)
COLOR = Look(80, color=True)

TEXT = Marked(
    """headline: ⟦Over 700⟧ {dead} in a day
    body: On Friday ⟦710⟧ Russian soldiers were {killed}, the General Staff says. About 40 more fell.
    comment: ⟦5⟧ {died}, only five?"""
)
REPORT = """\
A long day
The Daily Example · 11 November 2022
2 figures · 1 to note · 1 number not read

FIGURES
#   figure           whose         by whom            when           in
1   ≥ 700            Russia        the outlet itself  not said       headline
    combatants
    killed
2   710 combatants   Russia        General Staff of   On Friday      body
    killed                         the Armed Forces
                                   of Ukraine (a
                                   party)

IN ITS OWN WORDS
 1    ⟦Over 700⟧ ⟦dead⟧ in a day
 2    On Friday ⟦710⟧ Russian soldiers were ⟦killed⟧, the General Staff says.
      About 40 more fell.

FINDINGS
To note
 !  "710" (killed) is consistent with 3 of 1,619 windows of the daily series.
    [2]
    79,400 - 78,690 = 710
    By chance: an invented figure of this size and roundness would fit 41 % of
    the time.
Checked
 ✓  Headline and body agree. [1, 2]

NUMBERS NEAR HARM THAT WERE NOT READ
 ?  killed, the General Staff says. About ⟦40⟧ more fell.
    no thing counted

WHAT WOULD SETTLE IT
 -  Give the series.

TO COPY, CAREFULLY WORDED
 1    The Daily Example reports, without naming a source, that over 700 Russian
      soldiers were killed; not independently verified.
 2    The General Staff of the Armed Forces of Ukraine, a party to the war, says
      710 Russian soldiers were killed on Friday; not independently verified.

1 figure in comments left out: not the article's own.

Nothing was kept or logged. Every figure above is a claim.
"""


def printed(said: Case, shown: Look = PLAIN, **more: object) -> str:
    out = StringIO()
    render(said, out, shown=shown, **more)  # type: ignore[arg-type]  # rows name the options they set
    return out.getvalue()


def day() -> Case:
    forty = TEXT.text.index("40")
    return case(
        TEXT.figure(0, modifier="at_least", value=700),
        TEXT.figure(1, value=710, source=GENERAL_STAFF, period="On Friday"),
        TEXT.figure(2, value=5),
        text=TEXT.text,
        segments=tuple(TEXT.segments),
        title="A long day",
        published="2022-11-11T09:30:00+00:00",
        unread=(Unread(forty, forty + 2, "40", "no thing counted"),),
        findings=(
            Finding(
                "consistent_with",
                '"710" (killed) is consistent with 3 of 1,619 windows of the daily series.',
                "79,400 - 78,690 = 710",
                ("f1",),
                severity="notice",
                chance=0.41,
            ),
            Finding("headline_differs", "Headline and body agree.", None, ("f0", "f1")),
            Finding("unread_number", "40 was not read."),
        ),
    )


def test_the_whole_report() -> None:
    assert printed(day(), needs=("Give the series.",)) == REPORT


def test_no_line_is_wider_than_the_page() -> None:
    for width in (60, 80, 100):
        assert max(map(len, printed(day(), Look(width, color=False)).splitlines())) <= width


def test_on_a_terminal_words_are_lit_instead_of_marked() -> None:
    shown = printed(day(), COLOR)
    assert "⟦" not in shown
    assert "\x1b[1;4m710\x1b[0m" in shown


def test_without_color_no_escape_is_written() -> None:
    assert "\x1b" not in printed(day())


def test_an_article_without_figures_says_so() -> None:
    shown = printed(case(text="A quiet day.", title="Quiet"))
    assert shown.splitlines() == [
        "Quiet",
        "The Daily Example · undated",
        "",
        "No figure of harm, loss or movement was read in this article.",
        "",
        CLOSING,
    ]


def test_figures_of_comments_are_shown_only_when_asked_for_and_apart() -> None:
    assert "only five" not in printed(replace(day(), reading=replace(day().reading, unread=())))
    shown = printed(day(), everything=True)
    assert shown.index("NOT THE ARTICLE'S OWN") < shown.index("⟦5⟧ ⟦died⟧, only five?")
    assert "comment: 5 combatants killed" in shown


@pytest.mark.parametrize("trick", ["\x1b[2J", "\x1b]0;owned\x07", "\u202e", "\x9b31m"])
def test_a_page_cannot_command_the_terminal(trick: str) -> None:
    words = f"⟦12⟧ men {trick}were {{killed}}"
    hostile = Marked(f"body: {words}")
    said = case(hostile.figure(0), text=hostile.text, title=f"Title{trick}")
    for shown in (printed(said), printed(said, COLOR).replace("\x1b[", "")):
        assert not any(letter in shown for letter in "\x1b\x07\u202e\x9b")


def test_markup_of_a_page_stays_text() -> None:
    said = case(figure(), text="[bold]x[/bold] [link=file:///x]y[/link]", title="[red]Alarm[/red] :boom:")
    assert printed(said).startswith("[red]Alarm[/red] :boom:\n")


def test_a_sentence_of_a_million_letters_is_cut_around_its_figure() -> None:
    text = "la " * 300_000 + "12 men were killed " + "la " * 30_000
    at = text.index("12")
    said = case(figure(words="12", start=at, end=at + 2, evidence=Span(0, len(text))), text=text)
    shown = printed(said)
    assert "⟦12⟧ men were killed" in " ".join(shown.split())
    assert len(shown) < 3000


def test_without_a_title_the_headline_stands_there() -> None:
    untitled = Article("a1", TEXT.text, tuple(TEXT.segments))
    assert printed(Case(Reading(untitled))).splitlines()[:2] == [
        "Over 700 dead in a day",
        "outlet not stated · undated",
    ]


def test_incidents_are_told_apart_by_the_words_of_their_events() -> None:
    text = Marked(
        """body: A strike on Kharkiv {killed} ⟦12⟧ people on Friday.
        body: An ambush near Gao {killed} ⟦four⟧ soldiers."""
    )
    strike = Event("e1", "ASSAULT", None, 2, 8, place=PlaceRef("Kharkiv"), period=Period("on Friday", 0, 0))
    begin = text.text.index("ambush")
    ambush = Event("e2", "ASSAULT", "firearms", begin, begin + 6, place=PlaceRef("Gao"))
    figures = (text.figure(0, value=12, event="e1"), text.figure(1, value=4, event="e2"))
    tolls = tuple(
        Toll("killed", one.low, one.high, (one.id,), one.start, one.end, "the largest", one.event) for one in figures
    )
    shown = case(*figures, text=text.text, segments=tuple(text.segments), tolls=Tolls(tolls[:1], tolls[1:]))
    page = printed(replace(shown, reading=replace(shown.reading, events=(strike, ambush))))
    assert 'INCIDENTS, AS THEY ARE TOLD IN THE END\n 1    "strike", Kharkiv, on Friday: 12 killed\n' in page
    assert '\n 2    "ambush", Gao: 4 killed\n' in page
    assert "INCIDENTS" not in printed(replace(shown, tolls=Tolls(tolls[:1])))


def test_a_copy_and_who_passed_it_on_are_named_and_how_it_was_read_is_told() -> None:
    notes = (Note("warning", "pages_unread", "only the first 300 of 302 pages were read"),)
    copies = (Saved("web.archive.org", None, "2022-11-11T12:00:00+00:00"), Saved("browser"))
    article = Article("a", "Rain.", (), via=("Front Notes",), saved=copies, notes=notes)
    shown = printed(Case(Reading(article, notes=notes)))
    assert "undated\nPassed on from Front Notes\nRead from a copy by web.archive.org, 11 November 2022\n" in shown
    assert "\nRead from a copy by browser\n" in shown
    assert "\nHOW IT WAS READ\n -  only the first 300 of 302 pages were read.\n" in shown


def test_an_article_of_its_own_says_none_of_it() -> None:
    shown = printed(Case(Reading(Article("a", "Rain.", ()))))
    assert not any(words in shown for words in ("Passed on", "a copy", "HOW IT WAS READ"))
