"""A language's folder adds words to the lists of all languages, and nothing that nobody reads."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tallywire.catalog.shared_lists import additions, joined, shared_list
from tallywire.claims.errors import CatalogError

JOINED: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    # the shared file, what a language adds, both together
    ({"months": {"5": "may mai"}}, {"months": {"5": "mei"}}, {"months": {"5": "may mai mei"}}),
    ({"un": {"words": ["un"]}}, {"un": {"words": ["vn", "un"]}}, {"un": {"words": ["un", "vn"]}}),
    ({"en": {"short": ["jan"]}}, {"xy": {"short": ["jän"]}}, {"en": {"short": ["jan"]}, "xy": {"short": ["jän"]}}),
    ({"last": "last"}, {}, {"last": "last"}),
]


@pytest.mark.parametrize(("shared", "added", "together"), JOINED, ids=str)
def test_words_join_the_list_of_their_name(
    shared: dict[str, Any], added: dict[str, Any], together: dict[str, Any]
) -> None:
    before = repr(shared)
    assert joined(shared, added, own="xy", where="languages/xy/calendar.toml") == together
    assert repr(shared) == before


REFUSED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"months": {"5": "may"}}, {"month": {"5": "mei"}}, "'month'"),
    ({"months": {"5": "may"}}, {"months": {"13": "mei"}}, "'13'"),
    ({"un": {"words": ["un"]}}, {"un": {"words": "vn"}}, "'words'"),
    ({"en": {"short": ["jan"]}}, {"fr": {"short": ["janv"]}}, "'fr'"),  # another language's table
]


@pytest.mark.parametrize(("shared", "added", "named"), REFUSED, ids=str)
def test_a_list_that_nothing_reads_is_refused(shared: dict[str, Any], added: dict[str, Any], named: str) -> None:
    with pytest.raises(CatalogError) as refused:
        joined(shared, added, own="xy", where="languages/xy/calendar.toml")
    assert named in refused.value.message
    assert refused.value.where == "languages/xy/calendar.toml"
    assert refused.value.remedy


SHARED = (
    "calendar.toml",
    "charged.toml",
    "events.toml",
    "page_cues.toml",
    "page_dates.toml",
    "place_words.toml",
    "source_heads.toml",
)


@pytest.mark.parametrize("name", SHARED)
def test_every_word_that_a_folder_adds_is_in_the_list(name: str) -> None:
    together = set(words(shared_list(name)))
    for lang, path in additions(name):
        assert set(words(tomllib.loads(path.read_text("utf8")))) <= together, lang


def words(value: Any) -> Iterator[str]:
    """Every word of a table, its lists and their keys."""
    if isinstance(value, dict):
        yield from (word for key, more in value.items() for word in (key, *words(more)))
    elif isinstance(value, list):
        yield from (word for more in value for word in words(more))
    else:
        yield from str(value).split()


def test_no_language_adds_to_a_list_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        shared_list("no_such_list.toml")
