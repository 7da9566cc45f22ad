"""Numbers near harm that no rule read are listed, never silent; dates, ages, names and units are not."""

from __future__ import annotations

import pytest

from expect import reading

# the sentence, and the words listed as unread
CASES = [
    ("12 soldiers were killed.", []),
    ("The commander was killed; some 300 troops stood by.", ["some 300"]),
    ("12 trucks were seen after the killing of two men.", ["12"]),
    ("A force of 3,000 men killed the leader.", ["3,000"]),
    ("The minister, who has 12 advisers, was wounded.", ["12"]),
    ("The killed man was one of the town's leaders.", []),
    ("He was killed on 12 May 2022.", []),
    ("He was killed at 3:20.", []),
    ("He was killed in 2014.", []),
    ("He was killed 30 km from the border.", []),
    ("A 69-year-old was killed.", []),
    ("The 120th Brigade was wounded.", []),
    ("He was killed by a Kh-22 missile.", []),
    ("He was killed for $12.", []),
    ("12 percent were killed.", []),
    ("There were 12 guests at the wedding.", []),
    ("There were 12 guests.", []),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_unread(row: tuple[str, list[str]]) -> None:
    says, unread = row
    assert [one.words for one in reading(says).unread] == unread


def test_an_unread_number_says_why() -> None:
    [one] = reading("The commander was killed; 300 troops stood by.").unread
    assert (one.words, one.start, one.end) == ("300", 26, 29)
    assert one.why
