"""The stages together: sources into a ledger, one article checked, records out, claims explained and exported."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from contents import contents
from pdfs import pdf
from tallywire import pipeline
from tallywire.claims.claim import Claim, ClaimQuery
from tallywire.claims.errors import LedgerError, SourceError, UsageError
from tallywire.claims.reading import ReadingRecord
from tallywire.ledger import store
from tallywire.pipeline import Progress
from tallywire.tally.query import Query
from tallywire.writers.contract import ErrorRecord
from telegrams import chat, export, forwarded, message, post, service
from telegrams import page as page_of

SAMPLE = Path(str(files("tallywire.catalog"))) / "sample"
TOLL = SAMPLE / "articles" / "civilian-toll.txt"
WEEK = SAMPLE / "articles" / "kherson-week.html"
BULLETINS = SAMPLE / "bulletins"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "war.tally"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return written(tmp_path / "page.txt", 12)


def written(page: Path, killed: int) -> Path:
    page.write_text(f"Officials said {killed} people were killed in the shelling.\n", encoding="utf-8")
    return page


def kept(path: Path) -> list[Claim]:
    with store.open(path, create=False, readonly=True) as ledger:
        return list(ledger.claims())


def numbers(path: Path) -> list[Any]:
    return [claim.figure.best for claim in kept(path)]


# --- read ------------------------------------------------------------------------------------------------------------


def test_a_page_read_twice_changes_nothing_and_read_changed_is_a_revision(page: Path, path: Path) -> None:
    first = pipeline.read([str(page)], path)
    assert (first.captures, first.new, first.figures, first.problems) == (1, 1, 1, ())
    before = contents(path)
    again = pipeline.read([str(page)], path)
    assert (again.captures, again.new, again.unchanged, again.figures) == (1, 0, 1, 0)
    assert contents(path) == before
    written(page, 13)
    changed = pipeline.read([str(page)], path)
    assert (changed.new, changed.revised, changed.unchanged) == (0, 1, 0)
    assert [(claim.figure.best, claim.revision) for claim in kept(path)] == [(13, 2)]


def test_what_cannot_be_read_is_logged_and_the_rest_is_read(page: Path, path: Path, tmp_path: Path) -> None:
    lines = tmp_path / "feed.jsonl"
    record = {"id": "a", "text": "At least 3 civilians were killed.", "published": "2022-11-11"}
    lines.write_text(f"{json.dumps(record)}\nno record\n\n{json.dumps({**record, 'id': 'b'})}\n", encoding="utf-8")
    summary = pipeline.read([str(tmp_path / "missing.txt"), str(lines), str(page)], path)
    assert (summary.captures, summary.new, summary.figures) == (3, 3, 3)
    assert sum(count for _, count in summary.problems) == 2
    logged = [(Path(problem.source).name, problem.line) for problem in pipeline.problems(path)]
    assert sorted(logged, key=str) == [("feed.jsonl", 2), ("missing.txt", None)]
    with store.open(path, readonly=True) as ledger:
        assert [(claim.article_id, claim.line) for claim in ledger.claims()][:2] == [("a", 1), ("b", 4)]


def test_a_telegram_export_read_again_tells_what_was_edited_and_what_was_deleted(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    said = [message(n, f"{n} people were killed in Kharkiv.") for n in (12, 13, 14, 15)]
    file.write_bytes(export(chat([*said, service(16), message(17, "")])))
    first = pipeline.read([str(file)], path)
    assert (first.new, first.passed, first.deleted, first.problems) == (4, 2, 0, ())
    edited = message(13, "113 people were killed in Kharkiv.", edited_unixtime="1668170000")
    file.write_bytes(export(chat([said[0], edited, said[3], service(16), message(17, "")])))
    later = pipeline.read([str(file)], path)
    assert (later.unchanged, later.revised, later.deleted) == (2, 1, 1)
    assert {(one.code, one.source) for one in pipeline.changes(path)} == {
        ("revised", "https://t.me/c/1500/13"),
        ("deleted", "https://t.me/c/1500/14"),
    }
    assert sorted(numbers(path)) == [12, 15, 113]
    with store.open(path, readonly=True) as ledger:
        every = [claim.figure.best for claim in ledger.claims(ClaimQuery(all_revisions=True))]
    assert set(every) == {12, 13, 14, 15, 113}
    again = pipeline.read([str(file)], path)
    assert (again.unchanged, again.revised, again.deleted) == (3, 0, 0)


def test_a_broken_export_deletes_nothing(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    whole = export(chat([message(n, f"{n} people were killed.") for n in (12, 13, 14)]))
    file.write_bytes(whole)
    pipeline.read([str(file)], path)
    file.write_bytes(whole[: whole.index(b"13 people")])
    broken = pipeline.read([str(file)], path)
    assert (broken.unchanged, broken.deleted, broken.problems) == (1, 0, (("broken_export", 1),))
    assert sorted(numbers(path)) == [12, 13, 14]


def test_a_channel_s_pages_are_one_channel(path: Path, tmp_path: Path) -> None:
    """An older page, a newer one that lacks a message of it, and a search whose results lie far apart."""
    posts = {n: post(n, f"{n} people were killed in Kharkiv.") for n in (12, 13, 14, 15)}
    for name, html in (
        ("1.html", page_of(posts[12], posts[13], posts[14])),
        ("2.html", page_of(posts[12], posts[14], posts[15])),
        ("3.html", page_of(posts[12], posts[15], query="killed")),
    ):
        (tmp_path / name).write_text(html, encoding="utf-8")
    summary = pipeline.read([str(tmp_path)], path)
    assert (summary.new, summary.unchanged, summary.deleted) == (4, 4, 1)
    assert [one.source for one in pipeline.changes(path)] == ["https://t.me/kharkiv_desk/13"]


def test_a_figure_that_was_passed_on_says_by_whom(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    before = forwarded("Front Notes", "https://t.me/frontnotes/9")
    file.write_text(page_of(post(1, "The governor said 12 people were killed.", before=before)), encoding="utf-8")
    (record,) = pipeline.extract_sources([str(file)])
    assert isinstance(record, ReadingRecord)
    assert (record.via, [figure.via for figure in record.figures]) == (("Front Notes",), [("Front Notes",)])


def test_a_bulletin_that_a_channel_posts_gives_the_same_totals(path: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "result.json", tmp_path / "other.tally"
    bulletin = (BULLETINS / "general_staff_uk.txt").read_text("utf-8")
    file.write_bytes(export(chat([message(1, bulletin)])))
    assert (
        pipeline.read([str(file)], path).points
        == pipeline.read([str(BULLETINS / "general_staff_uk.txt")], other).points
        > 0
    )


def test_a_file_that_turns_out_to_hold_nothing_is_told_and_the_rest_is_read(
    page: Path, path: Path, tmp_path: Path
) -> None:
    broken, scanned = tmp_path / "a.pdf", tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7")
    scanned.write_bytes(pdf([[], []]))
    sources = [str(broken), str(scanned), str(page)]
    told: list[Progress] = []
    summary = pipeline.read(sources, path, progress=told.append)
    assert (summary.new, summary.problems) == (1, (("broken_pdf", 1), ("no_text", 1)))
    assert [one.problem.code if one.problem else None for one in told] == ["broken_pdf", "no_text", None]
    assert {problem.source for problem in pipeline.problems(path)} == set(sources[:2])
    records = list(pipeline.extract_sources(sources))
    assert [one.error.code for one in records if isinstance(one, ErrorRecord)] == ["broken_pdf", "no_text"]
    with pytest.raises(SourceError, match="OCR"):
        pipeline.check(scanned)


def test_a_bulletin_is_an_article_and_points_of_its_series(path: Path) -> None:
    summary = pipeline.read([str(BULLETINS)], path)
    assert summary.points > 0
    (series,) = pipeline.known_series(ledger=path)
    totals = {(point.category, str(point.day)): point.total or 0 for point in series.points}
    assert totals["personnel", "2022-11-11"] - totals["personnel", "2022-11-04"] == 4560
    assert pipeline.known_series([BULLETINS])[0].points == tuple(point for point in series.points)
    assert pipeline.read([str(BULLETINS)], path).points == 0


def test_figures_of_comments_reach_no_default_view(path: Path, tmp_path: Path) -> None:
    pipeline.read([str(WEEK), str(TOLL)], path)
    assert kept(path)
    assert {claim.figure.segment for claim in kept(path)} <= {"headline", "standfirst", "body", "caption", "embed"}


def test_a_file_name_that_is_no_text_is_kept_readable(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    try:
        written(folder / os.fsdecode(b"caf\xe9.txt"), 12)
    except OSError:
        pytest.skip("this system allows only names that are text")
    (folder / os.fsdecode(b"\xe9.txt")).touch()
    summary = pipeline.read([str(folder)], path)
    assert (summary.new, summary.problems) == (1, (("empty", 1),))
    assert [Path(claim.address).name for claim in kept(path)] == [r"caf\xe9.txt"]
    assert next(record.id for record in pipeline.extract_sources([str(folder)])) == rf"{folder}/caf\xe9.txt"


def test_progress_is_told_for_every_source(page: Path, path: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    pipeline.read([str(page), str(tmp_path / "missing.txt")], path, progress=told.append)
    assert [(one.captures, Path(one.address).name, one.figures, one.problem is None) for one in told] == [
        (1, "page.txt", 1, True),
        (1, "missing.txt", 1, False),
    ]


def test_a_file_that_is_no_ledger_is_left_alone(page: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        pipeline.read([str(page)], page)
    assert page.read_text(encoding="utf-8").startswith("Officials")


# --- interrupted -----------------------------------------------------------------------------------------------------


def test_ctrl_c_between_two_documents_keeps_the_first(path: Path, tmp_path: Path) -> None:
    pages = [str(written(tmp_path / f"{number}.txt", number)) for number in (11, 12, 13)]

    def interrupt(progress: Progress) -> None:
        if progress.captures == 2:
            raise KeyboardInterrupt

    summary = pipeline.read(pages, path, progress=interrupt)
    assert summary.interrupted
    assert numbers(path) == [11, 12]
    assert not pipeline.read(pages, path).interrupted
    assert numbers(path) == [11, 12, 13]


READ = """
import sys
from tallywire import pipeline

def told(progress):
    if progress.captures == 20:
        print("reading", flush=True)

print(pipeline.read(sys.argv[2:], sys.argv[1], progress=told).interrupted)
"""
PAGES = 3000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    many = tmp_path_factory.mktemp("many")
    for number in range(PAGES):
        written(many / f"{number}.txt", number + 2)
    return many


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    path = tmp_path_factory.mktemp("undisturbed") / "war.tally"
    pipeline.read([str(folder)], path)
    return contents(path)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "killed"])
def test_a_reading_that_is_cut_off_is_completed_by_the_next(
    folder: Path, path: Path, undisturbed: dict[str, list[tuple[Any, ...]]], how: signal.Signals
) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(
        [sys.executable, "-c", READ, str(path), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "reading\n"
    process.send_signal(how)
    out, err = process.communicate()
    if how is signal.SIGINT:
        assert (out, err, process.returncode) == ("True\n", "", 0)
    left = contents(path)
    assert len(left["articles"]) < PAGES, "it was done before it was cut off"
    assert len(left["captures"]) == len(left["revisions"]) == len(left["articles"]) == len(left["claims"])
    pipeline.read([str(folder)], path)
    assert contents(path) == undisturbed


# --- check, extract, explain, export, tally, reproduce ---------------------------------------------------------------


def test_a_check_keeps_nothing(path: Path, page: Path) -> None:
    pipeline.read([str(page)], path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    case = pipeline.check(TOLL, ledger=path)
    assert case.reading.figures
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.name in before} == before


def test_a_check_with_a_series_and_with_a_ledger_that_has_read_it_say_the_same(path: Path) -> None:
    pipeline.read([str(BULLETINS)], path)
    by_file = pipeline.check(WEEK, series=[BULLETINS], published="2022-11-11")
    by_ledger = pipeline.check(WEEK, ledger=path, published="2022-11-11")
    assert by_file.reading.findings == by_ledger.reading.findings
    assert by_file.reading.article.published == "2022-11-11"


def test_a_check_is_of_one_article(tmp_path: Path, page: Path) -> None:
    with pytest.raises(UsageError, match="more than one article"):
        pipeline.check(SAMPLE / "articles")
    with pytest.raises(UsageError, match="'soon' is no date"):
        pipeline.check(page, published="soon")
    with pytest.raises(SourceError, match=r"missing\.txt"):
        pipeline.check(tmp_path / "missing.txt")


LINES = [
    b'{"id":"a","text":"At least 12 people were killed.","desk":"east"}\n',
    b"no record\n",
    b'{"id":"c"}\n',
    '{"id":"d","text":"Вчора 😀"}'.encode(),
]


def test_lines_in_are_lines_out_in_their_order() -> None:
    out = [json.loads(line) for line in pipeline.extract(LINES)]
    assert [line.get("id") for line in out] == ["a", None, "c", "d"]
    assert out[0]["text"] == "At least 12 people were killed."
    assert out[0]["extra"] == {"desk": "east"}
    assert [(figure["kind"], figure["low"], figure["modifier"]) for figure in out[0]["figures"]] == [
        ("killed", 12, "at_least")
    ]
    assert [out[place]["error"]["line"] for place in (1, 2)] == [2, 3]
    assert out[3]["figures"] == []


def test_sources_are_extracted_as_lines_are() -> None:
    stdin = io.BytesIO(b"no record first\n" + LINES[0])
    first, second = pipeline.extract_sources(["-"], stdin=stdin)
    assert isinstance(first, ErrorRecord)
    assert isinstance(second, ReadingRecord)
    assert second.id == "a"
    (page,) = pipeline.extract_sources([str(TOLL)])
    assert isinstance(page, ReadingRecord)
    assert page.figures


def test_the_same_text_gives_the_same_line() -> None:
    assert list(pipeline.extract(LINES)) == list(pipeline.extract(LINES))


def test_a_claim_is_explained_with_its_whole_reading(page: Path, path: Path) -> None:
    pipeline.read([str(page)], path)
    (claim,) = kept(path)
    explained = pipeline.explain(claim.id, path)
    assert explained.claim == claim
    assert claim.figure in explained.case.reading.figures
    assert claim.sentence in explained.case.reading.article.text


def test_an_export_holds_every_claim(page: Path, path: Path) -> None:
    pipeline.read([str(page)], path)
    out = io.BytesIO()
    pipeline.export("csv", path, out)
    assert out.getvalue().count(b"\n") == 2
    with pytest.raises(UsageError, match="no format 'xls'"):
        pipeline.export("xls", path, out)


def test_a_tally_from_a_ledger_and_from_files_is_the_same(path: Path) -> None:
    pipeline.read([str(BULLETINS)], path)
    query = Query("killed", "combatant", "Russia", by="week")
    cells = pipeline.tally(query, series=[BULLETINS])
    assert cells
    assert {cell.best for cell in pipeline.tally(query, ledger=path)} >= {cell.best for cell in cells}


def test_a_figure_is_searched_in_the_series_at_hand() -> None:
    fits = pipeline.reproduce("4,560 killed in a week", series=[BULLETINS])
    assert any(str(match.end) == "2022-11-11" for fit in fits for match in fit.matches if match.exact)
    with pytest.raises(UsageError, match="no series to search"):
        pipeline.reproduce("4,560 killed in a week")


def test_without_a_ledger_no_database_is_imported() -> None:
    code = f"""
import sys
from tallywire import pipeline
pipeline.check({str(TOLL)!r})
print({{"sqlalchemy", "alembic"}} & set(sys.modules))
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert ran.stdout == "set()\n"
