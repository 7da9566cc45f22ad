"""The words that tell events: every phrase is found in a text as texts are folded, and an unknown key is refused."""

from __future__ import annotations

import pytest

from tallywire.catalog import happenings
from tallywire.catalog.happenings import Trigger, kinds_of_events, opening_words, triggers
from tallywire.catalog.letters import fold
from tallywire.claims.errors import CatalogError


def known(phrase: str) -> Trigger:
    first, *rest = fold(phrase).split(" ")
    return next(one for one in triggers()[first] if one.rest == tuple(rest))


ROWS = [
    # the words, their type and mode, and whether they tell an event only beside a figure
    ("airstrike", "ASSAULT", "aerial", False),
    ("attack", "ASSAULT", None, True),
    ("raid", "ASSAULT", None, True),
    ("blast", "ASSAULT", "explosives", True),
    ("gunned down", "ASSAULT", "firearms", True),
    ("إطلاق نار", "ASSAULT", "firearms", True),
    ("عقب‌نشینی", "RETREAT", "withdraw", False),
    ("heart attack", None, None, False),
]


@pytest.mark.parametrize(("words", "type_", "mode", "plain"), ROWS, ids=[row[0] for row in ROWS])
def test_what_words_tell(words: str, type_: str | None, mode: str | None, plain: bool) -> None:
    trigger = known(words)
    assert (trigger.type, trigger.mode, trigger.plain) == (type_, mode, plain)


def test_every_plain_word_tells_of_figures() -> None:
    plain = [one for many in triggers().values() for one in many if one.plain]
    assert plain
    assert all(one.kinds for one in plain)
    assert "killed" in kinds_of_events()


def test_plain_words_and_idioms_are_looked_for_apart() -> None:
    assert "attacks" in opening_words(plain=True) - opening_words(plain=False)
    assert "heart" in opening_words(plain=True)
    assert "airstrike" in opening_words(plain=False)


BROKEN = [
    ({"ASSAULT": {"aerial": {"takes": ["on"], "words": ["Airstrike"]}}}, "small letters"),
    ({"ASSAULT": {"aerial": {"takes": ["on"], "words": ["airstrike", "airstrike"]}}}, "stands twice"),
    ({"ASSAULT": {"aerial": {"takes": ["under"], "words": []}}}, "unknown type"),
    ({"ASSAULT": {"aerial": {"takes": [], "words": [], "tells": ["weather"]}}}, "unknown type"),
    ({"WEATHER": {"rain": {"takes": [], "words": []}}}, "unknown type"),
    ({"figures": {"harm": "killed drenched"}}, "no kind"),
]


@pytest.mark.parametrize(("table", "says"), BROKEN, ids=[row[1] for row in BROKEN])
def test_a_wrong_table_is_refused(
    table: dict[str, dict[str, object]], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {"nothing": {"words": []}, "figures": {"harm": "killed"}} | table
    monkeypatch.setattr(happenings, "_table", lambda: whole)
    with pytest.raises(CatalogError, match=says):
        triggers.__wrapped__()
