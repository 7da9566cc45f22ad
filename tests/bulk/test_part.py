"""A part gives back the rows and problems that were written to it, each value as it was."""

from __future__ import annotations

import io
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from build import figure
from documents import document
from tallywire.bulk import part
from tallywire.bulk.part import Item, Read
from tallywire.claims.errors import SourceError
from tallywire.claims.figure import Number
from tallywire.claims.series import Bulletin, Point
from tallywire.collect.warc import Skipped
from tallywire.ledger import rows


def written(*items: Item) -> list[Item]:
    out = io.BytesIO()
    part.write(items, out)
    return list(part.read(io.BytesIO(out.getvalue())))


def read(text: str, *values: Number, points: tuple[Point, ...] = ()) -> Read:
    figures = [figure(id=f"f{place}", value=value, words="12") for place, value in enumerate(values)]
    bulletin = Bulletin("general_staff_ua", points) if points else None
    return Read(rows.document(*document(text, *figures), recorded="now", version="1", bulletin=bulletin), 3)


def test_documents_and_problems_in_their_order() -> None:
    point = Point(date(2022, 11, 11), "personnel", 79400, change=700, words="79 400", origin="a.txt")
    plain = SourceError("not_json", "not JSON", where="a.jsonl", line=7, remedy="one object a line")
    items: list[Item] = [
        read("12 died", 12, points=(point,)),
        plain,
        Skipped("a.warc", {"image/png": 3}),
        read("nobody died"),
    ]
    first, problem, skipped, last = written(*items)
    assert (first, last) == (items[0], items[3])
    assert isinstance(problem, SourceError)
    assert (problem.code, problem.line, str(problem)) == (plain.code, plain.line, str(plain))
    assert isinstance(skipped, Skipped)
    assert (skipped.counts, skipped.where) == ((("image/png", 3),), "a.warc")


def test_nothing_was_read() -> None:
    assert written() == []


def test_more_than_a_row_group() -> None:
    items: list[Item] = [read(f"{number} died", number) for number in range(part.GROUP_ROWS + 5)]
    assert written(*items) == items


@settings(deadline=None)
@given(st.text(), st.lists(st.integers() | st.floats(allow_nan=False), min_size=1, max_size=3))
def test_every_text_and_number(text: str, values: list[Number]) -> None:
    text = text.encode("utf-8", "replace").decode()
    (found,) = written(read(text, *values))
    assert repr(found) == repr(read(text, *values))
