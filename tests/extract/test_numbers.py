"""Numbers as they are written, with the bounds their hedges set; and what only looks like a number of people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expect import NOTHING, Row, about, at_least, at_most, between, exact, reading, vague
from tallywire.catalog.lexicon import lexicon
from tallywire.extract.chunks import Chunker
from tallywire.extract.numbers import Count, digits
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import tokens

# the words, and the number they say; a mark shows how far it reaches where it is not all of them
CASES = [
    # digits
    ("⟦12⟧ people", exact(12)),
    ("⟦0⟧ people", exact(0)),
    ("⟦4,560⟧ soldiers", exact(4560)),
    ("⟦79,400⟧ persons", exact(79400)),
    ("⟦1,234,567⟧ refugees", exact(1234567)),
    ("⟦4560⟧ soldiers", exact(4560)),
    ("⟦26 826⟧ people", exact(26826)),
    ("⟦26\u00a0826⟧ people", exact(26826)),
    ("⟦26\u202f826⟧ people", exact(26826)),
    ("⟦1\u2009234\u2009567⟧ people", exact(1234567)),
    ("⟦26'826⟧ people", exact(26826)),
    ("⟦4.497⟧ people", exact(4497)),
    ("⟦1.5 million⟧", exact(1_500_000)),
    ("⟦1.2 million⟧ people", exact(1_200_000)),
    ("⟦1.25 million⟧ people", exact(1_250_000)),
    ("⟦3 thousand⟧ people", exact(3000)),
    ("⟦3 hundred⟧ people", exact(300)),
    ("⟦2 dozen⟧ people", exact(24)),
    ("⟦5k⟧ people", exact(5000)),
    ("⟦1.2m⟧ people", exact(1_200_000)),
    ("⟦2 mln⟧ people", exact(2_000_000)),
    ("⟦1.4bn⟧ people", exact(1_400_000_000)),
    # too large for anything that is counted, or for a number at all
    ("⟦999999999999999⟧ people", exact(999_999_999_999_999)),
    ("9999999999999999 people", NOTHING),
    (f"{'7' * 5000} people", NOTHING),
    (f"1,{'000,' * 100}000 people", NOTHING),
    (f"{'7' * 400}.5 people", NOTHING),
    (f"⟦3 million⟧ {'2' * 5000} people", exact(3_000_000)),
    ("⟦2,000⟧, ⟦3,000⟧ and ⟦4,000⟧ people", exact(2000), exact(3000), exact(4000)),
    # words
    ("⟦one⟧ soldier", exact(1)),
    ("⟦Twelve⟧ people", exact(12)),
    ("⟦nineteen⟧ people", exact(19)),
    ("⟦forty⟧ people", exact(40)),
    ("⟦forty-four⟧ people", exact(44)),
    ("⟦forty four⟧ people", exact(44)),
    ("⟦Ninety-nine⟧ people", exact(99)),
    ("⟦one hundred⟧ people", exact(100)),
    ("⟦a hundred⟧ people", exact(100)),
    ("⟦a thousand⟧ people", exact(1000)),
    ("⟦two hundred and six⟧ people", exact(206)),
    ("⟦two hundred six⟧ people", exact(206)),
    ("⟦three hundred forty-one⟧ people", exact(341)),
    ("⟦one thousand two hundred⟧ people", exact(1200)),
    ("⟦twelve hundred⟧ people", exact(1200)),
    ("⟦sixteen thousand⟧ people", exact(16000)),
    ("⟦one hundred and twenty thousand⟧ people", exact(120_000)),
    ("⟦two million⟧ people", exact(2_000_000)),
    ("⟦half a million⟧ people", exact(500_000)),
    ("⟦a quarter of a million⟧ people", exact(250_000)),
    ("⟦one and a half million⟧ people", exact(1_500_000)),
    ("⟦a million⟧ people", exact(1_000_000)),
    ("⟦a dozen⟧ people", exact(12)),
    ("⟦two dozen⟧ people", exact(24)),
    ("⟦three dozen⟧ people", exact(36)),
    ("⟦half a dozen⟧ people", exact(6)),
    ("⟦one⟧, ⟦two⟧ and ⟦three⟧", exact(1), exact(2), exact(3)),
    # nobody
    ("⟦not one⟧ civilian", exact(0)),
    ("⟦not a single⟧ soldier", exact(0)),
    ("⟦zero⟧ casualties", exact(0)),
    # at least
    ("⟦at least 12⟧ people", at_least(12)),
    ("⟦At least twelve⟧ people", at_least(12)),
    ("⟦more than 80⟧ people", at_least(80)),
    ("⟦over 700⟧", at_least(700)),
    ("⟦upwards of 40⟧ people", at_least(40)),
    ("⟦no fewer than 30⟧ people", at_least(30)),
    ("⟦not less than 30⟧ people", at_least(30)),
    ("⟦a minimum of 20⟧ people", at_least(20)),
    ("⟦in excess of 500⟧ people", at_least(500)),
    ("⟦well over 1,000⟧ people", at_least(1000)),
    ("⟦just over 100⟧ people", at_least(100)),
    ("⟦ten or more⟧ people", at_least(10)),
    ("⟦30 or more⟧ people", at_least(30)),
    ("⟦1000+⟧ casualties", at_least(1000)),
    ("⟦5,000+⟧ people", at_least(5000)),
    ("⟦40 at least⟧", at_least(40)),
    ("⟦12 and counting⟧", at_least(12)),
    ("⟦at least a dozen⟧ people", at_least(12)),
    ("⟦more than a dozen⟧ people", at_least(12)),
    ("⟦more than two dozen⟧ people", at_least(24)),
    ("⟦more than a hundred⟧ people", at_least(100)),
    ("⟦more than half a million⟧ people", at_least(500_000)),
    ("⟦more than 1.2 million⟧ people", at_least(1_200_000)),
    ("⟦surpassed 40,000⟧", at_least(40_000)),
    ("⟦topped 40,000⟧", at_least(40_000)),
    ("⟦exceeds 300⟧", at_least(300)),
    ("⟦above 700⟧", at_least(700)),
    ("⟦at least some 40⟧ people", at_least(40)),
    # at most
    ("⟦up to 20⟧ people", at_most(20)),
    ("⟦as many as 30⟧ people", at_most(30)),
    ("⟦no more than 15⟧ people", at_most(15)),
    ("⟦fewer than 10⟧ people", at_most(10)),
    ("⟦less than 100⟧ people", at_most(100)),
    ("⟦at most 40⟧ people", at_most(40)),
    ("⟦just under 100⟧ people", at_most(100)),
    ("⟦under 50⟧ people", at_most(50)),
    ("⟦a maximum of 50⟧ people", at_most(50)),
    ("⟦five or fewer⟧ people", at_most(5)),
    ("⟦up to 1.5 million⟧ people", at_most(1_500_000)),
    # about
    ("⟦about 300⟧ persons", about(300)),
    ("⟦some 5,000⟧ people", about(5000)),
    ("⟦around 30⟧ people", about(30)),
    ("⟦roughly 2,000⟧ people", about(2000)),
    ("⟦approximately 120⟧ people", about(120)),
    ("⟦an estimated 80,000⟧ people", about(80_000)),
    ("⟦nearly 80,000⟧ people", about(80_000)),
    ("⟦almost 400⟧ people", about(400)),
    ("⟦close to 1,000⟧ people", about(1000)),
    ("⟦20 or so⟧ people", about(20)),
    ("⟦nearly two dozen⟧ people", about(24)),
    ("⟦about a hundred⟧ people", about(100)),
    ("⟦some two million⟧ people", about(2_000_000)),
    # exact by words
    ("⟦exactly 12⟧ people", exact(12)),
    ("⟦a total of 42⟧ people", exact(42)),
    ("⟦only five⟧ people", exact(5)),
    ("⟦just 3⟧ people", exact(3)),
    ("⟦all 29⟧ drones", exact(29)),
    ("⟦a further 12⟧ people", exact(12)),
    ("⟦a record 51⟧ drones", exact(51)),
    ("⟦40 in all⟧", exact(40)),
    # ranges
    ("⟦between 40 and 50⟧ people", between(40, 50)),
    ("⟦between the 40 and 50⟧ people", between(40, 50)),
    ("between the ⟦20⟧ people and ⟦30⟧ others", exact(20), exact(30)),
    ("⟦from 7 to 9⟧ people", between(7, 9)),
    ("⟦40 to 50⟧ people", between(40, 50)),
    ("⟦7-8⟧ people", between(7, 8)),
    ("⟦7–8⟧ people", between(7, 8)),
    ("⟦two or three⟧ people", between(2, 3)),
    ("rose from ⟦12⟧ to ⟦15⟧", exact(12), exact(15)),
    ("climbed from ⟦40⟧ to ⟦50⟧ people", exact(40), exact(50)),
    ("⟦100 to 300⟧ people", between(100, 300)),
    ("⟦twenty to thirty⟧ people", between(20, 30)),
    ("⟦between 1,000 and 1,500⟧ people", between(1000, 1500)),
    ("⟦1 to 1.2 million⟧ people", between(1_000_000, 1_200_000)),
    ("⟦1.5 to 2 million⟧ people", between(1_500_000, 2_000_000)),
    ("⟦between two and three million⟧ people", between(2_000_000, 3_000_000)),
    ("⟦10-15 thousand⟧ people", between(10_000, 15_000)),
    ("⟦two to three thousand⟧ people", between(2_000, 3_000)),
    ("⟦about 40 to 50⟧ people", between(40, 50)),
    ("⟦50⟧ and ⟦40⟧ people", exact(50), exact(40)),
    # vague
    ("⟦dozens⟧", vague(24, 99)),
    ("⟦dozens of⟧ people", vague(24, 99)),
    ("⟦scores of⟧ people", vague(40, 99)),
    ("⟦hundreds of⟧ people", vague(200, 999)),
    ("⟦thousands of⟧ people", vague(2000, 9999)),
    ("⟦tens of thousands of⟧ people", vague(20_000, 99_999)),
    ("⟦hundreds of thousands of⟧ people", vague(200_000, 999_999)),
    ("⟦millions of⟧ people", vague(2_000_000, 9_999_999)),
    ("⟦several⟧ people", vague(3, 9)),
    ("⟦a few⟧ people", vague(3, 9)),
    ("⟦a couple of⟧ people", vague(2, 3)),
    ("⟦several hundred⟧ people", vague(300, 999)),
    ("⟦several dozen⟧ people", vague(36, 119)),
    ("⟦a few hundred⟧ people", vague(300, 999)),
    ("⟦several thousand⟧ people", vague(3000, 9999)),
    ("⟦at least several⟧ people", vague(3, 9)),
    # near misses: ages
    ("a 69-year-old woman", NOTHING),
    ("a 12-year-old", NOTHING),
    ("a boy aged 12", NOTHING),
    ("her son, aged six", NOTHING),
    ("he was 31 years old", NOTHING),
    ("a 3-month-old girl", NOTHING),
    # near misses: dates, times, years
    ("on 15 May", NOTHING),
    ("on May 15", NOTHING),
    ("on Dec. 15, 2022", NOTHING),
    ("November 13, 2023", NOTHING),
    ("15 March 2022", NOTHING),
    ("in 2014", NOTHING),
    ("since 2011", NOTHING),
    ("(2019)", NOTHING),
    ("in the summer of 2021", NOTHING),
    ("between 2014 and 2019", NOTHING),
    ("at 3:20", NOTHING),
    ("at 11 p.m.", NOTHING),
    ("at 0600 GMT", NOTHING),
    ("for 20 years", NOTHING),
    ("in the past 24 hours", NOTHING),
    ("within 48 hours", NOTHING),
    ("after nine months of war", NOTHING),
    ("three days later", NOTHING),
    ("on 2022-11-11", NOTHING),
    ("11/11/2022", NOTHING),
    ("11.11.2022", NOTHING),
    ("the 1990s", NOTHING),
    ("a 24-hour strike", NOTHING),
    # near misses: money, shares, measures
    ("$4 million", NOTHING),
    ("$1,200", NOTHING),
    ("€300", NOTHING),
    ("5 million dollars", NOTHING),
    ("12%", NOTHING),
    ("12 %", NOTHING),
    ("40 percent", NOTHING),
    ("3.5 per cent", NOTHING),
    ("30 km", NOTHING),
    ("30 kilometres from the border", NOTHING),
    ("15-kilometre zone", NOTHING),
    ("200 metres", NOTHING),
    ("5 kg of explosives", NOTHING),
    ("500-kg bombs", NOTHING),
    ("155-mm shells", NOTHING),
    ("155mm shells", NOTHING),
    ("7.62 mm", NOTHING),
    ("30 degrees", NOTHING),
    # near misses: ordinals, names, scores, tags
    ("the 120th", NOTHING),
    ("the 1st Tank Army", NOTHING),
    ("the 2nd attack", NOTHING),
    ("a Kh-22 missile", NOTHING),
    ("an S-300 battery", NOTHING),
    ("a T-72 tank", NOTHING),
    ("an F-16 jet", NOTHING),
    ("a Su-27", NOTHING),
    ("an AK-47 rifle", NOTHING),
    ("a Mi-8 helicopter", NOTHING),
    ("a Geran-2 drone", NOTHING),
    ("Battalion No. 4", NOTHING),
    ("Article 5", NOTHING),
    ("Highway 20", NOTHING),
    ("Unit 8200", NOTHING),
    ("Section 12", NOTHING),
    ("Resolution 1701", NOTHING),
    ("Apollo 11", NOTHING),
    ("Visegrad 24", NOTHING),
    ("Channel 12", NOTHING),
    ("COVID-19", NOTHING),
    ("won 3-2", NOTHING),
    ("a 2-1 win", NOTHING),
    ("beat them 4:1", NOTHING),
    ("@user18", NOTHING),
    ("#5", NOTHING),
    ("#Day300", NOTHING),
    ("24/7", NOTHING),
    ("9/11", NOTHING),
    ("a third of the crew", NOTHING),
    ("two-thirds of the crew", NOTHING),
    ("half of the town", NOTHING),
    ("World War II", NOTHING),
    ("the G7", NOTHING),
    ("over the town", NOTHING),
    ("about the war", NOTHING),
    ("around the city", NOTHING),
    ("a woman", NOTHING),
    ("the first", NOTHING),
    ("fired ⟦12⟧ 155 mm shells", exact(12)),
    ("https://example.org/2022/11/4560", NOTHING),
]


def counts(text: str) -> list[tuple[str, Count]]:
    """The numbers of a text that could count people or things, with their words."""
    tokenised = tokens(text)
    whole = Sentence(0, 0, len(tokenised.words), segment=0, kind="body", opens_line=True, item=False)
    chunks = Chunker(tokenised, lexicon("en")).typed(whole).chunks
    return [
        (tokenised.said(chunk.first, chunk.last), chunk.count)
        for chunk in chunks
        if chunk.part == "N" and chunk.count is not None
    ]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_phrase_says_a_number(row: Row) -> None:
    said, *expected = row
    marked = re.findall("⟦(.*?)⟧", said)
    found = [(words, count.modifier, count.low, count.high) for words, count in counts(re.sub("[⟦⟧]", "", said))]
    wanted = [(words, one.modifier, one.low, one.high) for words, one in zip(marked, expected, strict=False)]
    assert found == wanted


BAND_CASES = [
    ("about 100", (90, 110)),
    ("some 5,000", (4500, 5500)),
    ("nearly 80,000", (72000, 80000)),
    ("almost 100", (90, 100)),
    ("an estimated 30", (27, 33)),
    ("dozens", (24, 99)),
    ("several", (3, 9)),
    ("a few hundred", (300, 999)),
    ("12", None),
    ("at least 12", None),
    ("up to 12", None),
    ("between 12 and 15", None),
]


@pytest.mark.parametrize(("said", "band"), BAND_CASES)
def test_the_published_table_gives_the_band(said: str, band: tuple[int, int] | None) -> None:
    [(_, count)] = counts(f"{said} people")
    assert count.band == band


MARKS = (",", ".", "'", "’", "\u00a0", "\u202f", "\u2009")


@given(st.integers(0, 10**9), st.sampled_from(MARKS))
def test_digits_read_back_with_any_mark_of_thousands(number: int, mark: str) -> None:
    assert digits(f"{number:,}".replace(",", mark).replace("’", "'")) == number


@given(st.integers(1, 10**9), st.sampled_from(MARKS))
def test_a_number_counts_the_same_with_any_mark_of_thousands(number: int, mark: str) -> None:
    [(_, count)] = counts(f"killing {number:,} people".replace(",", mark))
    assert (count.low, count.high, count.modifier) == (number, number, "exact")


@given(st.integers(1, 9999))
def test_number_words_say_what_digits_say(number: int) -> None:
    [(said, count)] = counts(f"killing {words_of(number)} people")
    assert (said, count.best) == (words_of(number), number)


@given(st.integers(1, 9999))
def test_and_within_a_number_changes_nothing(number: int) -> None:
    [(_, count)] = counts(f"killing {words_of(number, joined=True)} people")
    assert count.best == number


@given(st.integers(2, 10**6), st.sampled_from(["at least", "more than", "over", "upwards of"]))
def test_a_lower_bound_has_no_upper_end(number: int, hedge: str) -> None:
    [figure] = reading(f"{hedge} {number:,} people were killed.").figures
    assert (figure.low, figure.best, figure.high) == (number, None, None)


SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def words_of(number: int, *, joined: bool = False) -> str:
    """A number from 1 to 9999 in words; joined: "one hundred and six"."""
    words = []
    if thousands := number // 1000:
        words += [SMALL[thousands], "thousand"]
    if hundreds := number // 100 % 10:
        words += [SMALL[hundreds], "hundred"]
    rest = number % 100
    if rest and words and joined:
        words.append("and")
    if rest >= 20:
        words.append(TENS[rest // 10 - 2] + (f"-{SMALL[rest % 10]}" if rest % 10 else ""))
    elif rest:
        words.append(SMALL[rest])
    return " ".join(words)
