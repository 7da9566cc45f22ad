"""Our own pages, each with its answer beside it: every kind of segment, by characters.

Twenty pages were written before anything was tuned, twenty before the second tuning, twenty before the third; all were
looked at since.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripted import script
from tallywire.claims.article import Article
from tallywire.collect.decode import decoded
from tallywire.collect.html import page

PAGES = Path(__file__).parent.parent / "pages"
NAMES = sorted(file.stem for file in PAGES.glob("*.html"))
BARS = {"headline": 0.9, "caption": 0.9, "embed": 0.9, "table": 0.9, "entry": 0.9, "related": 0.95, "comment": 0.95}

Record = dict[str, Any]


@pytest.fixture
def scorer(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return script("../eval/segments.py")


def answer(name: str, article: Article) -> Record:
    posts = []
    for post in article.posts:
        held = [at for at, part in enumerate(article.segments) if post.start <= part.start < post.end]
        said = {"kind": post.kind, "author": post.author, "published": post.published}
        posts.append(said | {"first": held[0], "last": held[-1]})
    segments = [(part.kind, article.text[part.start : part.end]) for part in article.segments]
    return {"doc_id": name, "segments": segments, "posts": posts}


def read(name: str) -> Article:
    return page(decoded((PAGES / f"{name}.html").read_bytes()).text)


def test_every_kind_reaches_its_bar(scorer: Any) -> None:
    gold = [
        {"doc_id": name, "posts": []} | tomllib.loads((PAGES / f"{name}.toml").read_text("utf-8")) for name in NAMES
    ]
    numbers, lines = scorer.scored(gold, [answer(name, read(name)) for name in NAMES])
    assert {kind: numbers[kind] for kind, bar in BARS.items() if numbers[kind] < bar} == {}, "\n".join(lines)


def test_there_are_sixty_pages_and_each_has_its_answer() -> None:
    assert len(NAMES) >= 60
    assert sorted(file.stem for file in PAGES.glob("*.toml")) == NAMES


POSTS = [
    # page                        kind       author       when                         likes  answers
    ("wordpress_nested_comments", "comment", "Jonas Tael", "2023-08-14T17:01:00+00:00", None, 0),
    ("disqus_saved", "comment", "oldminer", "2023-05-22", 7, None),
    ("viafoura_spanish", "comment", "Chucho R", "2021-06-03T15:00:00+00:00", 15, None),
    ("comments_remark_flat", "comment", "Гость", "2024-03-06", None, 0),
    ("telegram_embeds", "embed", "Kamin Town", "2024-10-02T04:12:00+03:00", None, None),
    ("liveblog_boxes", "entry", "Paul Ginn", "2024-06-02T09:15:00+00:00", None, None),
    ("liveblog_dl_german", "entry", None, "2023-10-12T13:10:00+02:00", None, None),
]


@pytest.mark.parametrize(("name", "kind", "author", "when", "likes", "answers"), POSTS)
def test_posts(name: str, kind: str, author: str | None, when: str, likes: int | None, answers: int | None) -> None:
    found = [(post.kind, post.author, post.published, post.likes, post.reply_to) for post in read(name).posts]
    assert (kind, author, when, likes, answers) in found


# The key, the answer, and what one word in a wrong place costs.
SCORES = [
    ([("body", "one two")], [("body", "one two")], {"body": 1.0, "related": 1.0}),
    ([("body", "one two")], [("related", "one two")], {"body": 0.0, "related": 0.0}),
    ([("body", "one two")], [("body", "one"), ("related", "two")], {"body": round(2 * 3 / 9, 4), "related": 0.0}),
    ([("body", "one")], [], {"body": 0.0}),
]


@pytest.mark.parametrize(("key", "said", "numbers"), SCORES)
def test_the_scorer(
    scorer: Any, key: list[tuple[str, str]], said: list[tuple[str, str]], numbers: dict[str, float]
) -> None:
    pages = ({"doc_id": "p", "segments": segments, "posts": []} for segments in (key, said))
    found, _ = scorer.scored(*([one] for one in pages))
    assert {kind: found[kind] for kind in numbers} == numbers
