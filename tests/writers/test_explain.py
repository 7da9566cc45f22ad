"""How one claim was read, whole, as plain text."""

from io import StringIO

from build import GENERAL_STAFF, claim
from cases import Marked
from tallywire.claims.figure import Period, PlaceRef, Why
from tallywire.claims.finding import Finding
from tallywire.claims.reading import Event
from tallywire.writers.explain import Explained, render
from tallywire.writers.terminal import Look

TEXT = Marked("body: On Friday ⟦710⟧ Russian soldiers were {killed} near Bakhmut, the General Staff says.")
FRIDAY = TEXT.text.index("Friday")
SAID = TEXT.figure(
    0,
    value=710,
    source=GENERAL_STAFF,
    count="increment",
    period=Period("Friday", FRIDAY, FRIDAY + 6, "2022-11-11"),
    place=PlaceRef("Bakhmut", 712451),
    rule="people_killed",
    confidence=0.93,
    why=(
        Why("kind", "'killed' is a word of killing", TEXT.text.index("killed"), TEXT.text.index("killed") + 6),
        Why("period", "the day named in the same sentence", FRIDAY, FRIDAY + 6),
        Why("side", "the adjective before the noun"),
    ),
)
CLAIM = claim(SAID, id="c1", sentence=TEXT.text.strip(), title="A long day")
EXPLAINED = Explained(
    CLAIM,
    TEXT.text,
    'People and what happened to them: "12 soldiers were killed".',
    (Finding("party_about_enemy", "A party speaks.", None, ("f0",)),),
    Event("e1", "ASSAULT", "firearms", FRIDAY - 3, FRIDAY + 6, place=PlaceRef("Bakhmut")),
)

PAGE = """\
killed: 710
as written "710" · claim c1

THE SENTENCE
  On Friday ⟦710⟧ Russian soldiers were ⟦killed⟧ near Bakhmut, the General Staff
  says.

THE RULE
  people_killed: People and what happened to them: "12 soldiers were killed".
  measured precision of its reliability bin: 0.93

WHAT WAS READ
field         value
number        710 (exact)
counts        combatant, killed
term          "killed"
side          Russia [RUS]
source        General Staff of the Armed Forces of Ukraine [UKR-GS] (military, a
              party to the conflict)
put as        asserted, own voice
count         increment
period        "Friday" = 2022-11-11
place         Bakhmut [GeoNames 712451]
event         "On Friday" at Bakhmut (ASSAULT firearms)
segment       body

WHY
field         words                   reason
kind          "killed"                'killed' is a word of killing
period        "Friday"                the day named in the same sentence
side                                  the adjective before the noun

FINDINGS IT TAKES PART IN
  - party_about_enemy: A party speaks.

THE CAPTURE
address       page.txt
outlet        The Daily Example
title         A long day
published     2022-11-11
revision      1
sha256        0000000000000000000000000000000000000000000000000000000000000000
read          2022-11-12T00:00:00+00:00 by version 0

A claim, unverified: it says what the text says, not what happened.
"""


def printed(explained: Explained) -> str:
    out = StringIO()
    render(explained, out, shown=Look(80, color=False))
    return out.getvalue()


def test_the_whole_explanation() -> None:
    assert printed(EXPLAINED) == PAGE


def test_without_the_text_the_kept_sentence_is_lit() -> None:
    shown = printed(Explained(CLAIM))
    assert "On Friday ⟦710⟧ Russian soldiers were ⟦killed⟧ near" in shown
    assert "people_killed\n" in shown


def test_what_is_unknown_is_called_unknown() -> None:
    bare = TEXT.figure(0, value=710, side=None, term=None, why=())
    shown = printed(Explained(claim(bare), TEXT.text))
    for line in ("side          not said", "source        none: the outlet itself", "place         not said"):
        assert line in shown
    assert "WHY" not in shown
