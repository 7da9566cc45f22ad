"""What a ledger keeps, and what it gives back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import figure
from documents import Document, capture, document, published
from tallywire.claims.article import Article, Extent, Note, Post, Saved, Segment, Stated
from tallywire.claims.claim import Claim, ClaimQuery
from tallywire.claims.errors import LedgerError, SourceError
from tallywire.claims.figure import Figure, PlaceRef, Side, Source
from tallywire.claims.finding import Finding
from tallywire.claims.reading import Event, Place, Quote, Reading, Unread
from tallywire.claims.series import Point
from tallywire.ledger import store
from tallywire.ledger.store import Kept, Ledger

MONDAY, TUESDAY, WEDNESDAY = (f"2022-11-{day}T09:00:00+00:00" for day in (14, 15, 16))


def keep(ledger: Ledger, kept: Document, *, recorded: str = MONDAY, version: str = "1") -> Kept:
    return ledger.keep(*kept, recorded=recorded, version=version)


def best(ledger: Ledger, **query: Any) -> list[Any]:
    return [claim.figure.best for claim in ledger.claims(ClaimQuery(**query))]


# --- revisions -------------------------------------------------------------------------------------------------------

A, B = document("12 died"), document("13 died")
# The same pages as an archive has them: A of Monday, A and B of Tuesday, A of Wednesday.
A1, A2, B2, A3 = (
    (replace(seen[0], fetched=day, archived=True), seen[1])
    for seen, day in ((A, MONDAY), (A, TUESDAY), (B, TUESDAY), (A, WEDNESDAY))
)
# What is kept, one after another; what each keeping says; the numbers shown at the end.
REVISIONS = [
    ([A], ["new 1"], [12]),
    ([A, A], ["new 1", "unchanged 1"], [12]),
    ([A, B], ["new 1", "revised 2"], [13]),
    ([A, B, B], ["new 1", "revised 2", "unchanged 2"], [13]),
    ([A, B, A], ["new 1", "revised 2", "revised 3"], [12]),
    ([A1, A2, B2, A3], ["new 1", "unchanged 2", "revised 3", "revised 4"], [12]),
    ([A1, A2, B2, A1, A2, B2], ["new 1", "unchanged 2", "revised 3", *[f"unchanged {n}" for n in (1, 2, 3)]], [13]),
    ([A3, B2, A1, A3, B2, A1], ["new 1", "revised 2", "revised 3", *[f"unchanged {n}" for n in (1, 2, 3)]], [12]),
    ([A, document("13 died", address="other.txt")], ["new 1", "new 1"], [13, 12]),
    ([A, document("12 died", address="copy.txt")], ["new 1", "new 1"], [12]),
    ([document("1 dead", line=1), document("2 dead", line=2)], ["new 1", "new 1"], [1, 2]),
    ([document("1 dead", address="-"), document("2 dead", address="-")], ["new 1", "new 1"], [2, 1]),
    ([document("1 dead", address="-"), document("1 dead", address="-")], ["new 1", "unchanged 1"], [1]),
]


@pytest.mark.parametrize("at_once", [True, False], ids=["one batch", "a batch each"])
@pytest.mark.parametrize(("documents", "says", "shown"), REVISIONS)
def test_the_same_bytes_change_nothing_and_other_bytes_are_a_revision(
    ledger: Ledger, documents: list[Document], says: list[str], shown: list[int], at_once: bool
) -> None:
    for kept, said in zip(documents, says, strict=True):
        answer = keep(ledger, kept)
        assert f"{answer.status} {answer.revision}" == said
        if not at_once:
            ledger.flush()
    assert sorted(best(ledger)) == sorted(shown)


@pytest.mark.parametrize("at_once", [True, False], ids=["one batch", "a batch each"])
def test_a_page_at_two_addresses_is_claimed_once(ledger: Ledger, at_once: bool) -> None:
    for address, id in (("page.txt", "f1"), ("copy.txt", "f2")):  # figures are named after where they were met, too
        keep(ledger, document("12 died", figure(id=id, value=12, words="12"), address=address))
        if not at_once:
            ledger.flush()
    assert [claim.figure.id for claim in ledger.claims(ClaimQuery(all_revisions=True))] == ["f1"]


@pytest.mark.parametrize("at_once", [True, False], ids=["one batch", "a batch each"])
def test_a_newer_program_reads_the_older_bytes_of_an_archive_again(ledger: Ledger, at_once: bool) -> None:
    for version, said in (
        ("1", ["new 1", "revised 2", "revised 3"]),
        ("2", ["reread 1", "reread 2", "unchanged 3"]),  # the third is the first, byte for byte, and read with it
    ):
        for kept, words in zip((A1, B2, A3), said, strict=True):
            answer = keep(ledger, kept, version=version)
            assert f"{answer.status} {answer.revision}" in {words, words.replace("unchanged", "reread")}
            if not at_once:
                ledger.flush()
    assert best(ledger) == [12]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([A1, A2, B2, A3]), max_size=6))
def test_an_archive_read_again_changes_nothing_in_whatever_order(given_: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "war.tally"
        counts = []
        for _ in range(2):
            with store.open(path) as ledger:
                for kept in given_:
                    keep(ledger, kept)
            connection = sqlite3.connect(path)
            counts.append(connection.execute("SELECT * FROM revisions").fetchall())
            connection.close()
        assert counts[0] == counts[1]


def test_the_same_bytes_declared_of_another_day_are_a_revision(ledger: Ledger) -> None:
    first, reading = document("12 died")
    again = replace(first, declared='{"published":"2022-11-10"}')
    assert keep(ledger, (first, reading)) == Kept("new", 1)
    assert keep(ledger, (again, reading)) == Kept("revised", 2)


# --- deletions -------------------------------------------------------------------------------------------------------

CHANNEL = "https://t.me/desk/"


def keep_channel(ledger: Ledger, *numbers: int, prefix: str = CHANNEL, recorded: str = MONDAY) -> None:
    for number in numbers:
        keep(ledger, document(f"{number} died", address=f"{prefix}{number}"), recorded=recorded)


def delete(ledger: Ledger, first: int, last: int, *runs: tuple[int, int], recorded: str = TUESDAY) -> int:
    return ledger.record_deletions(Extent(CHANNEL, first, last, runs), fetched=recorded, recorded=recorded)


# A stretch that was read whole, which of the messages 1, 3 and 5 it still has, and which are gone.
STRETCHES = [
    (1, 5, [(1, 5)], []),
    (1, 5, [(1, 1), (3, 3), (5, 5)], []),
    (1, 5, [(1, 2), (5, 9)], [3]),
    (1, 5, [], [1, 3, 5]),
    (2, 4, [], [3]),  # what lies outside the stretch is not known
    (6, 9, [], []),
    (3, 3, [], [3]),
]


@pytest.mark.parametrize(("first", "last", "runs", "gone"), STRETCHES)
def test_what_a_stretch_no_longer_has_is_recorded_as_deleted(
    ledger: Ledger, first: int, last: int, runs: list[tuple[int, int]], gone: list[int]
) -> None:
    keep_channel(ledger, 1, 3, 5)
    assert delete(ledger, first, last, *runs) == len(gone)
    assert delete(ledger, first, last, *runs) == 0
    assert sorted(best(ledger)) == [number for number in (1, 3, 5) if number not in gone]
    assert [(one.code, one.source, one.revision) for one in ledger.changes()] == [
        ("deleted", f"{CHANNEL}{number}", 2) for number in gone
    ]


def test_a_stretch_with_many_gaps(ledger: Ledger) -> None:
    keep_channel(ledger, *range(1, 30))
    keep_channel(ledger, 7, prefix=f"{CHANNEL}x")
    runs = [(number, number) for number in range(2, 30_000, 2)]
    assert delete(ledger, 1, 30_000, *runs) == 15
    assert sorted(best(ledger)) == sorted([*range(2, 30, 2), 7])


def test_what_was_deleted_is_kept_and_known_as_it_was(ledger: Ledger) -> None:
    keep_channel(ledger, 1, 3)
    delete(ledger, 1, 3, (1, 1))
    assert sorted(best(ledger, all_revisions=True)) == [1, 3]
    assert sorted(best(ledger, known_on=MONDAY)) == [1, 3]
    assert sorted(best(ledger, known_on=TUESDAY)) == [1]


def test_what_is_back_is_a_revision(ledger: Ledger) -> None:
    keep_channel(ledger, 1, 3)
    delete(ledger, 1, 3, (1, 1))
    assert not ledger.known(document("3 died", address=f"{CHANNEL}3")[0], version="1")
    assert keep(ledger, document("3 died", address=f"{CHANNEL}3"), recorded=WEDNESDAY) == Kept("revised", 3)
    assert sorted(best(ledger)) == [1, 3]
    assert [(one.code, one.revision) for one in ledger.changes()] == [("deleted", 2), ("revised", 3)]
    assert delete(ledger, 1, 3, (1, 1), recorded=WEDNESDAY) == 1


def test_other_channels_and_other_addresses_are_left_alone(ledger: Ledger) -> None:
    for prefix in ("https://t.me/desk2/", "https://t.me/des/", f"{CHANNEL}3/", f"{CHANNEL}x"):
        keep_channel(ledger, 3, prefix=prefix)
    assert delete(ledger, 1, 5) == 0


def test_changes_are_told_in_their_order(ledger: Ledger) -> None:
    keep(ledger, A)
    keep_channel(ledger, 1)
    delete(ledger, 1, 1)
    keep(ledger, B, recorded=WEDNESDAY)
    assert [(one.code, one.source, one.line, one.recorded) for one in ledger.changes()] == [
        ("deleted", f"{CHANNEL}1", None, TUESDAY),
        ("revised", "page.txt", None, WEDNESDAY),
    ]


def test_who_passed_a_text_on_and_its_copies_are_kept(ledger: Ledger) -> None:
    capture_, reading = document("12 died")
    article = replace(reading.article, via=("Front Notes",), saved=(Saved("MHTML", None, "2022-11-12"),))
    keep(ledger, (capture_, replace(reading, article=article)))
    assert ledger.article(article.id) == article


def test_a_claim_in_a_post_is_of_the_post_s_day(ledger: Ledger) -> None:
    capture_, reading = document("12 died, wrote somebody on the 9th. Now 15 died")
    posts = (Post("embed", 0, 35, published="2022-11-09T08:00:00Z"), Post("entry", 36, 47))
    keep(ledger, (capture_, replace(reading, article=replace(reading.article, posts=posts))))
    assert [claim.published for claim in ledger.claims()] == ["2022-11-09T08:00:00Z", "2022-11-11"]


def test_a_newer_program_reads_beside_the_older(ledger: Ledger) -> None:
    capture_, reading = document("12 died")
    better = replace(reading, figures=(replace(reading.figures[0], kind="casualties"),))
    keep(ledger, (capture_, reading))
    assert keep(ledger, (capture_, better), version="2", recorded=TUESDAY) == Kept("reread", 1)
    assert [claim.figure.kind for claim in ledger.claims()] == ["casualties"]
    assert [claim.version for claim in ledger.claims(ClaimQuery(all_revisions=True))] == ["1", "2"]


def test_a_known_capture_need_not_be_read(ledger: Ledger) -> None:
    capture_, reading = document("12 died")
    assert not ledger.known(capture_, version="1")
    keep(ledger, (capture_, reading))
    assert ledger.known(capture_, version="1")
    ledger.flush()
    assert ledger.known(capture_, version="1")
    assert not ledger.known(capture_, version="2")
    assert not ledger.known(capture("13 died"), version="1")


def test_two_programs_that_keep_the_same_page_keep_it_once(path: Path) -> None:
    with store.open(path) as one, store.open(path) as other:
        assert keep(one, A) == keep(other, A) == Kept("new", 1)
        keep(other, B)
        one.flush()
        other.flush()
        assert best(one, all_revisions=True) == [12, 13]


# --- questions -------------------------------------------------------------------------------------------------------

NINE = document(
    "text",
    figure(id="a", value=1, kind="wounded"),
    figure(id="b", value=2, what="civilian"),
    figure(id="c", value=3, side=Side("Ukraine", "UKR")),
    figure(id="d", value=4, source=Source("ministry", "UKR-MOD")),
    figure(id="e", value=5, segment="comment"),
    figure(id="f", value=6, segment="related"),
    figure(id="g", value=7, side=None),
)
QUESTIONS: list[tuple[dict[str, Any], list[int]]] = [
    ({}, [1, 2, 3, 4, 7]),
    ({"all_segments": True}, [1, 2, 3, 4, 5, 6, 7]),
    ({"kind": "wounded"}, [1]),
    ({"what": "civilian"}, [2]),
    ({"side": "UKR"}, [3]),
    ({"side": "Ukraine"}, [3]),
    ({"source": "UKR-MOD"}, [4]),
    ({"source": "ministry", "kind": "killed"}, [4]),
    ({"source": "ministry", "kind": "wounded"}, []),
    ({"since": "2022-11-11", "until": "2022-11-11", "kind": "wounded"}, [1]),
    ({"since": "2022-11-12"}, []),
    ({"until": "2022-11-10"}, []),
    ({"address": "page.txt", "kind": "wounded"}, [1]),
    ({"address": "other.txt"}, []),
]


@pytest.mark.parametrize(("query", "answers"), QUESTIONS, ids=str)
def test_a_question(ledger: Ledger, query: dict[str, Any], answers: list[int]) -> None:
    keep(ledger, NINE)
    assert best(ledger, **query) == answers


@pytest.mark.parametrize(
    ("day", "found"), [("2022-11-11T23:59:00+02:00", [12]), ("2022-11-11", [12]), ("2022-11-12", []), (None, [])]
)
def test_a_claim_of_unknown_date_is_of_no_day(ledger: Ledger, day: str | None, found: list[int]) -> None:
    keep(ledger, published(A, day))
    assert best(ledger, since="2022-11-11", until="2022-11-11") == found


def test_any_view_can_be_asked_as_it_was_known(ledger: Ledger) -> None:
    keep(ledger, A, recorded=MONDAY)
    keep(ledger, B, recorded=WEDNESDAY)
    assert best(ledger, known_on=TUESDAY) == [12]
    assert best(ledger, known_on=WEDNESDAY) == [13]
    assert best(ledger, known_on="2022-11-01") == []


def test_a_claim_says_where_it_comes_from(ledger: Ledger) -> None:
    capture_, reading = document("At dawn 12 died", line=3)
    keep(ledger, (capture_, reading))
    (claim,) = ledger.claims()
    assert claim == Claim(
        id=claim.id,
        figure=reading.figures[0],
        article_id="page.txt:3",
        capture_sha256=capture_.sha256,
        address="page.txt",
        outlet=None,
        title=None,
        published="2022-11-11",
        revision=1,
        sentence="At dawn 12 died",
        version="1",
        recorded=MONDAY,
        line=3,
    )
    assert ledger.claim(claim.id) == claim
    assert ledger.reading(claim) == reading
    assert ledger.article("page.txt:3") == reading.article
    assert ledger.article("page.txt:4") is None


def test_a_claim_that_is_no_longer_current_can_still_be_explained(ledger: Ledger) -> None:
    keep(ledger, A)
    (claim,) = ledger.claims()
    keep(ledger, B)
    assert ledger.claim(claim.id) == claim
    assert ledger.reading(claim) == A[1]


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    keep(ledger, NINE)
    first = next(ledger.claims())
    assert ledger.claim(first.id[:10]) == first
    with pytest.raises(LedgerError, match="several claims begin with"):
        ledger.claim("")
    for unknown in ("xyz", "%", "_" * 32):
        with pytest.raises(LedgerError, match=f"there is no claim {unknown}"):
            ledger.claim(unknown)


def test_a_number_larger_than_the_database_s_is_kept_whole(ledger: Ledger) -> None:
    keep(ledger, document("text", figure(value=10**30, words="a nonillion")))
    assert best(ledger) == [10**30]


# --- points and problems ---------------------------------------------------------------------------------------------


def test_points_are_kept_once_and_the_last_word_of_each_origin_is_shown(ledger: Ledger) -> None:
    first = Point(date(2022, 11, 4), "personnel", 74840, 840, words="74840 (+840)", origin="monday.txt")
    mended = replace(first, total=74850)
    tanks = Point(date(2022, 11, 4), "tanks", 2750)
    assert ledger.keep_points("general_staff", [first, tanks], recorded=MONDAY) == 2
    assert ledger.keep_points("general_staff", [first, tanks], recorded=TUESDAY) == 0
    assert ledger.keep_points("general_staff", [mended], recorded=WEDNESDAY) == 1
    elsewhere = replace(first, total=74800, origin="other.txt")
    assert ledger.keep_points("general_staff", [elsewhere], recorded=MONDAY) == 1
    assert ledger.series() == ("general_staff",)
    assert ledger.points("general_staff") == (mended, elsewhere, tanks)
    assert ledger.points("general_staff", known_on=TUESDAY) == (first, elsewhere, tanks)


def test_a_problem_is_logged_once(ledger: Ledger) -> None:
    broken = SourceError("not_json", "this line is no JSON", where="feed.jsonl", line=7, remedy="mend it")
    for day in (MONDAY, TUESDAY):
        ledger.record_problem(broken, recorded=day)
    assert ledger.problems() == (store.Problem("not_json", "feed.jsonl", 7, "this line is no JSON", "mend it", MONDAY),)


# --- laws ------------------------------------------------------------------------------------------------------------

numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
degrees = st.none() | st.floats(-180, 180)
place_refs = st.builds(PlaceRef, geonameid=st.none() | st.integers(1, 2**31), lat=degrees, lon=degrees)
figures = st.builds(
    Figure,
    low=st.none() | numbers,
    best=st.none() | numbers,
    high=st.none() | numbers,
    band=st.none() | st.tuples(numbers, numbers),
    place=st.none() | place_refs,
    places=st.tuples() | st.tuples(place_refs, place_refs),
    confidence=st.floats(0, 1),
)
places = st.builds(Place, geonameid=st.none() | st.integers(1, 2**31), lat=degrees, lon=degrees)
readings = st.builds(
    Reading,
    article=st.builds(
        Article,
        segments=st.tuples(st.builds(Segment)),
        posts=st.tuples(st.builds(Post)),
        stated=st.tuples(st.builds(Stated)),
        amp=st.none() | st.text(),
    ),
    figures=st.lists(figures, max_size=3, unique_by=lambda figure: figure.id).map(tuple),
    quotes=st.tuples(st.builds(Quote)),
    places=st.tuples(places),
    events=st.tuples(st.builds(Event, place=st.none() | place_refs)),
    unread=st.tuples(st.builds(Unread)),
    findings=st.tuples(st.builds(Finding, chance=st.none() | st.floats(0, 1))),
    notes=st.tuples(st.builds(Note)),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with store.open(tmp_path_factory.mktemp("laws") / "laws.tally") as opened:
        yield opened


NEXT = count(1)


@settings(max_examples=40, deadline=None)
@given(reading=readings)
def test_what_is_kept_comes_back_as_it_was(shared: Ledger, reading: Reading) -> None:
    address = f"{next(NEXT)}.txt"
    shared.keep(capture(address, address), reading, recorded=MONDAY, version="1")
    shown = list(shared.claims(ClaimQuery(address=address, all_segments=True)))
    assert [claim.figure for claim in shown] == list(reading.figures)
    assert all(shared.reading(claim) == reading for claim in shown)


@settings(max_examples=10, deadline=None)
@given(order=st.permutations([document(f"{number} died", address=f"{number}.txt") for number in range(6)]))
def test_the_order_of_documents_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, order: list[Document]
) -> None:
    with store.open(tmp_path_factory.mktemp("order") / "war.tally") as ledger:
        for kept in order:
            keep(ledger, kept)
        assert best(ledger) == [0, 1, 2, 3, 4, 5]


UNCHANGEABLE: list[Callable[[str], str]] = [
    lambda table: f"UPDATE {table} SET rowid = rowid",
    lambda table: f"DELETE FROM {table}",
]


@pytest.mark.parametrize("statement", UNCHANGEABLE, ids=["update", "delete"])
@pytest.mark.parametrize("table", ["captures", "revisions", "articles", "claims"])
def test_the_database_refuses_to_change_a_row(ledger: Ledger, table: str, statement: Callable[[str], str]) -> None:
    keep(ledger, A)
    ledger.flush()
    from sqlalchemy.exc import IntegrityError

    with ledger.engine.begin() as connection, pytest.raises(IntegrityError, match="only added to"):
        connection.exec_driver_sql(statement(table))
