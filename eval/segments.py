#!/usr/bin/env python3
"""Segments of pages, kind by kind, by characters.   python eval/segments.py GOLD.jsonl PRED.jsonl

A key and an answer are both `{"doc_id", "segments": [[kind, words]], "posts": [{"kind", "first", "last", "author",
"published"}]}`; `first` and `last` number the segments of a post. The words of a page as read are laid beside those of
its key. A character counts as right when the word it stands in has the same kind on both sides; an entry of a live blog
counts when its time is right too, and a post when its author is.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Word = tuple[str, frozenset[str]]  # and all that it counts for: "comment", "entry 2024-05-01T10:00", "said by Anna"

_WORD = re.compile(r"\w+")
MEASURED = (
    *("headline", "standfirst", "byline", "dateline", "body", "table", "caption", "embed", "related", "comment"),
    *("entry", "author", "moment"),
)


def words(page: Record) -> list[Word]:
    """The words of a page with what each counts for."""
    found: list[Word] = []
    for at, (kind, text) in enumerate(page["segments"]):
        counts = {kind}
        for post in page["posts"]:
            if post["first"] <= at <= post["last"]:
                counts.update(_of_post(post))
        found += [(word.casefold(), frozenset(counts)) for word in _WORD.findall(text)]
    return found


def _of_post(post: Record) -> Iterator[str]:
    published = moment(post.get("published"))
    if post["kind"] == "entry":
        yield f"entry {published}"
    else:
        if post.get("author"):
            yield f"author {post['author']}"
        if published:
            yield f"moment {published[:10]}"


def moment(said: str | None) -> str | None:
    """A time as UTC, or a plain day as it stands."""
    if not said or "T" not in said:
        return said
    read = datetime.fromisoformat(said)
    return (read.astimezone(UTC) if read.tzinfo else read).strftime("%Y-%m-%dT%H:%M")


def counted(gold: list[Word], said: list[Word]) -> dict[str, Counter[str]]:
    """Characters in the key, in the answer and in both, by kind."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for side, those in (("gold", gold), ("said", said)):
        for word, counts in those:
            for count in counts:
                totals[count.split()[0]][side] += len(word)
    beside = SequenceMatcher(None, [word for word, _ in gold], [word for word, _ in said], autojunk=False)
    for block in beside.get_matching_blocks():
        for step in range(block.size):
            word, wanted = gold[block.a + step]
            for count in wanted & said[block.b + step][1]:
                totals[count.split()[0]]["both"] += len(word)
    return totals


def f1(totals: Counter[str]) -> float:
    """Two of both over one of each; 1 where there is nothing on either side."""
    sides = totals["gold"] + totals["said"]
    return 2 * totals["both"] / sides if sides else 1.0


def scored(gold: list[Record], answers: list[Record]) -> tuple[dict[str, float], list[str]]:
    """F1 by kind over all pages, and a line a page with the kinds that it lowers."""
    by_id = {answer["doc_id"]: answer for answer in answers}
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    lines = []
    for key in gold:
        found = counted(words(key), words(by_id[key["doc_id"]]))
        low = [f"{kind} {f1(found[kind]):.2f}" for kind in MEASURED if found[kind] and f1(found[kind]) < 0.995]
        lines.append(f"{key['doc_id']:32} {', '.join(low) or 'all right'}")
        for kind, counts in found.items():
            totals[kind].update(counts)
    return {kind: round(f1(totals[kind]), 4) for kind in MEASURED}, lines


def main() -> None:
    """Prints a line a page, then one of JSON."""
    gold, answers = (
        [json.loads(line) for line in Path(name).read_text(encoding="utf-8").split("\n") if line]
        for name in sys.argv[1:3]
    )
    numbers, lines = scored(gold, answers)
    sys.stdout.write("\n".join([*lines, json.dumps(numbers)]) + "\n")


if __name__ == "__main__":
    main()
