"""The words that find who said what."""

from __future__ import annotations

import pytest

from tallywire.catalog.sayings import _forms, sayings
from tallywire.claims.errors import CatalogError


def test_a_verb_knows_its_form_and_what_may_follow() -> None:
    lists = sayings("en")
    assert lists is not None
    said, vowing, pointed = (lists.verbs[word] for word in ("said", "vowing", "pointed"))
    assert said.form == "past"
    assert said.frames == {"anything"}
    assert vowing.form == "ing"
    assert vowing.frames == {"anything", "infinitive"}
    assert pointed.particles == {"out", "to"}
    assert lists.verbs["told"].told
    assert lists.verbs["read"].form == "past"


def test_every_word_that_opens_a_reading_is_a_cue() -> None:
    lists = sayings("en")
    assert lists is not None
    assert lists.cues == {*lists.verbs, *lists.nouns, *lists.nobody, *lists.by}


def test_a_language_may_have_no_such_words() -> None:
    assert sayings("xx") is None


def test_a_verb_with_a_form_missing_is_refused() -> None:
    with pytest.raises(CatalogError, match="does not name four forms"):
        _forms("say says said")
