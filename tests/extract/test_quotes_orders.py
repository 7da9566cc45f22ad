"""Laws of quotes where speakers may stand on either side of the verb, whatever their words are thrown into."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from said import quotes
from tallywire.catalog.sayings import sayings

LANGUAGES = ("ar", "de", "fa", "he", "nl", "pl", "ru", "tr", "uk")
MARKS = [",", ".", ":", "“", "”", "«", "»", "„", '"', "–", "- ", "!", "\n", "\n– ", "Ab", "Cd", "12", "x"]


def words(lang: str) -> list[str]:
    lists = sayings(lang)
    assert lists is not None
    assert lists.order is not None
    return [
        *MARKS,
        *sorted(lists.cues)[:60],
        *sorted(lists.that),
        *sorted(lists.order.heads)[:20],
        *sorted(lists.openers),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(deadline=None)  # the first text of a language loads its words
@given(data=st.data())
def test_spans_stand_in_the_text_whatever_it_is(lang: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(words(lang)), max_size=25)))
    for quote in quotes(text, lang):
        assert 0 <= quote.start < quote.end <= len(text)
        for part in (quote.source, quote.cue):
            assert part is None or text[part.start : part.end]
