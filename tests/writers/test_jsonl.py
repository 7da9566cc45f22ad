"""Claims as JSON Lines: the whole small file, and every claim back from it."""

from __future__ import annotations

import io

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from build import claim, figure
from tallywire.claims.claim import Claim
from tallywire.claims.figure import Words
from tallywire.writers import formats, jsonl, writer

FILE = (
    '{"id":"c-f1","figure":{"id":"f1","kind":"killed","what":"combatant","who":null,"low":12,"best":12,"high":12,'
    '"modifier":"exact","band":null,"words":"12","start":0,"end":2,"term":{"words":"liquidated","start":3,"end":13},'
    '"side":{"name":"Russia","id":"RUS","members":[]},"source":null,"derived_from":[],"via":[],"voice":"own",'
    '"stance":"asserted","count":null,"period":null,"place":null,"places":[],"event":null,"cause":null,"blamed":null,'
    '"scope":[],"subset_of":null,"of":null,"change_of":null,"previous_of":null,"per":null,"segment":"body",'
    '"evidence":{"start":0,"end":1},"header":null,"lang":null,"rule":"test","confidence":1.0,"why":[]},'
    '"article_id":"a1","capture_sha256":"HASH","address":"page.txt","outlet":"The Daily Example","title":null,'
    '"published":"2022-11-11","revision":1,"sentence":"12 було ліквідовано","version":"0",'
    '"recorded":"2022-11-12T00:00:00+00:00","line":null}\n'
)


def written(claims: list[Claim]) -> bytes:
    out = io.BytesIO()
    jsonl.write(claims, out)
    return out.getvalue()


def test_the_whole_file() -> None:
    said = claim(figure(term=Words("liquidated", 3, 13)), sentence="12 було ліквідовано")
    assert written([said]).decode("utf-8") == FILE.replace("HASH", "0" * 64)


def test_no_claims_give_an_empty_file() -> None:
    assert written([]) == b""


@settings(max_examples=40, deadline=None)
@given(claims=st.lists(st.builds(Claim, figure=st.integers().map(lambda number: figure(value=number))), max_size=4))
def test_every_claim_comes_back(claims: list[Claim]) -> None:
    lines = written(claims).splitlines()
    assert [msgspec.json.decode(line, type=Claim) for line in lines] == claims


def test_a_format_is_found_by_its_file() -> None:
    assert {"csv", "jsonl"} <= set(formats())
    assert "contract" not in formats()
    assert writer("jsonl").SUFFIX == ".jsonl"
