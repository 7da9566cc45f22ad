"""A site that is watched: what is new and changed is read, politely, by one program or several, killed or not."""

from __future__ import annotations

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from served import HOST, Reply, Site, in_turn, page, site, to
from tallywire import pipeline, watch
from tallywire.claims.errors import SourceError
from tallywire.collect.fetch.manners import Manners
from tallywire.ledger import store
from tallywire.watch import Course, News, Watching
from telegrams import page as channel
from telegrams import post

pytestmark = pytest.mark.allow_hosts([HOST])

QUICK = Manners(private=(HOST,), pause=0.0, wait=0.01, attempts=2)
ONCE = Course(every=0.0, once=True)


def rss(*paths: str, title: str = "News", date: str = "") -> Reply:
    """A feed that names these pages."""
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    items = "".join(f"<item><title>{title} {path}</title><link>{path}</link>{dated}</item>" for path in paths)
    return Reply(f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), headers={"Content-Type": "text/xml"})


@pytest.fixture
def here() -> Iterator[Site]:
    with site({"/feed": rss("/1", "/2"), "/1": Reply(page(1)), "/2": Reply(page(2))}) as running:
        yield running


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "war.tally"


class Watcher:
    """Watches once each time it is asked to, and remembers what it was told."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self.told: list[watch.Told] = []

    def __call__(self, *sources: str | Path, course: Course = ONCE, manners: Manners = QUICK) -> Watching:
        self.told = []
        names = [str(source) for source in sources]
        return watch.watch(names, self.ledger, manners=manners, course=course, tell=self.told.append)

    @property
    def news(self) -> list[tuple[str, str, int]]:
        return [(one.address.rsplit("/", 1)[1], one.status, one.revision) for one in self.told if isinstance(one, News)]

    @property
    def problems(self) -> list[str]:
        return [one.code for one in self.told if isinstance(one, SourceError)]


@pytest.fixture
def watched(ledger: Path) -> Watcher:
    return Watcher(ledger)


def figures(ledger: Path) -> list[Any]:
    with store.open(ledger, readonly=True) as opened:
        return sorted(claim.figure.best or 0 for claim in opened.claims())


# --- what is new ----------------------------------------------------------------------------------------------------


def test_a_page_is_recorded_when_it_is_read_and_not_when_the_watch_began(here: Site, watched: Watcher) -> None:
    here.routes["/1"] = Reply(page(1), silence=1.1)
    begun = datetime.now(UTC).isoformat(timespec="seconds")
    watched(here.at("/feed"))
    with store.open(watched.ledger, readonly=True) as opened:
        assert max(claim.recorded for claim in opened.claims()) > begun


def test_the_pages_of_a_feed_are_read(here: Site, watched: Watcher) -> None:
    done = watched(here.at("/feed"))
    assert watched.news == [("1", "new", 1), ("2", "new", 1)]
    assert (done.lists, done.entries, done.read.new, done.read.figures) == (1, 2, 2, 2)
    assert figures(watched.ledger) == [1, 2]


def test_only_what_is_new_is_read_the_next_time(here: Site, watched: Watcher) -> None:
    watched(here.at("/feed"))
    here.routes |= {"/feed": rss("/3", "/1", "/2"), "/3": Reply(page(3))}
    done = watched(here.at("/feed"))
    assert watched.news == [("3", "new", 1)]
    assert (done.entries, [here.times(f"/{number}") for number in (1, 2, 3)]) == (1, [1, 1, 1])


def test_a_page_that_its_feed_says_has_changed_is_a_revision(here: Site, watched: Watcher) -> None:
    watched(here.at("/feed"))
    here.routes |= {"/feed": rss("/1", "/2", title="Corrected"), "/1": Reply(page(10))}
    watched(here.at("/feed"))
    assert watched.news == [("1", "revised", 2)]
    first, second = pipeline.revisions(here.at("/1"), watched.ledger)
    assert [one.reading.figures[0].best for one in (first, second)] == [1, 10]
    assert figures(watched.ledger) == [2, 10]


def test_a_page_is_looked_at_again_without_a_word_of_its_feed(
    here: Site, watched: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LOOKED_AGAIN", (0.0, 0.0))
    watched(here.at("/feed"))
    here.routes["/1"] = Reply(page(10))
    for _ in range(4):
        watched(here.at("/feed"))
    assert here.times("/1") == 3, "twice again, and then no more"
    assert figures(watched.ledger) == [2, 10]


def test_unchanged_by_the_word_of_the_server(here: Site, watched: Watcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "LOOKED_AGAIN", (0.0, 0.0))
    for path in ("/feed", "/1"):
        given = here.routes[path]
        assert isinstance(given, Reply)
        unchanged = Reply(status=304, headers={"ETag": '"7"'})
        here.routes[path] = in_turn(given.also(ETag='"7"'), unchanged)
    watched(here.at("/feed"))
    done = watched(here.at("/feed"))
    assert (done.lists_unchanged, done.pages_unchanged, watched.news) == (1, 1, [])
    asked = {one.path: one.headers.get("If-None-Match") for one in here.asked}  # the last of each
    assert (asked["/feed"], asked["/1"], asked["/2"]) == ('"7"', '"7"', None)


def test_within_the_interval_nothing_is_asked(here: Site, watched: Watcher) -> None:
    watched(here.at("/feed"), course=Course(every=900, once=True))
    done = watched(here.at("/feed"), course=Course(every=900, once=True))
    assert (here.times("/feed"), done.lists) == (1, 0)
    assert done.following is not None


def test_what_is_dated_long_ago_is_passed_over(here: Site, watched: Watcher) -> None:
    here.routes["/feed"] = rss("/1", date="Fri, 11 Nov 2022 09:00:00 GMT")
    done = watched(here.at("/feed"))
    assert (watched.news, done.entries_old) == ([], 1)
    here.routes["/feed"] = rss("/1", date="Fri, 11 Nov 2022 09:00:01 GMT")
    watched(here.at("/feed"), course=replace(ONCE, days=100_000))
    assert watched.news == [("1", "new", 1)]


# --- dates ----------------------------------------------------------------------------------------------------------


def test_the_feed_s_date_counts_where_the_page_has_none(here: Site, watched: Watcher) -> None:
    dated = page(2, head='<meta property="article:published_time" content="2022-11-10T09:00:00Z">')
    here.routes |= {"/feed": rss("/1", "/2", date="Fri, 11 Nov 2022 00:30:00 +0200"), "/2": Reply(dated)}
    watched(here.at("/feed"), course=replace(ONCE, days=100_000))
    (without,), (own,) = (pipeline.revisions(here.at(path), watched.ledger) for path in ("/1", "/2"))
    assert without.reading.article.published == "2022-11-11T00:30:00+02:00"
    assert [note.code for note in without.reading.article.notes] == ["date_of_feed"]
    assert (own.reading.article.published or "")[:10] == "2022-11-10"
    assert own.reading.article.notes == ()
    # What the feed says is kept beside it all the same.
    assert own.delivery is not None
    assert (own.delivery.feed, own.delivery.feed_published) == (here.at("/feed"), "2022-11-11T00:30:00+02:00")


# --- lists ----------------------------------------------------------------------------------------------------------


def test_an_outline_names_feeds(here: Site, watched: Watcher, tmp_path: Path) -> None:
    outline = tmp_path / "feeds.opml"
    outline.write_text(f'<opml><body><outline xmlUrl="{here.at("/feed")}"/></body></opml>', encoding="utf-8")
    watched(outline)
    assert watched.news == [("1", "new", 1), ("2", "new", 1)]


def test_a_list_may_name_pages_and_feeds(here: Site, watched: Watcher, tmp_path: Path) -> None:
    packed = gzip.compress(f"<urlset><url><loc>{here.at('/3')}</loc></url></urlset>".encode())
    here.routes |= {"/feed": rss("/2"), "/sitemap.xml.gz": Reply(packed), "/3": Reply(page(3))}
    addresses = tmp_path / "urls.txt"
    named = "\n".join(here.at(path) for path in ("/1", "/feed", "/sitemap.xml.gz"))
    addresses.write_text(f"# mine\n{named}\nno address\n", encoding="utf-8")
    watched(addresses)
    assert sorted(watched.news) == [("1", "new", 1), ("2", "new", 1), ("3", "new", 1)]
    assert watched.problems == ["bad_address"]
    here.routes["/1"] = Reply(page(10))
    watched(addresses)
    assert watched.news == [("1", "revised", 2)], "a page that somebody named is asked as often as a feed"


def test_an_index_of_sitemaps(here: Site, watched: Watcher) -> None:
    def sitemap(*paths: str) -> Reply:
        urls = "".join(f"<url><loc>{here.at(path)}</loc></url>" for path in paths)
        return Reply(f"<urlset>{urls}</urlset>".encode(), headers={"Content-Type": "application/xml"})

    index = "".join(f"<sitemap><loc>{here.at(path)}</loc></sitemap>" for path in ("/a.xml", "/b.xml", "/index.xml"))
    here.routes |= {
        "/index.xml": Reply(f"<sitemapindex>{index}</sitemapindex>".encode()),
        "/a.xml": sitemap("/1"),
        "/b.xml": sitemap("/2"),
    }
    done = watched(here.at("/index.xml"))
    assert sorted(watched.news) == [("1", "new", 1), ("2", "new", 1)]
    assert (done.lists, here.times("/index.xml")) == (3, 1), "an index that names itself is asked once"


# --- faults ---------------------------------------------------------------------------------------------------------


def test_a_feed_that_is_a_page_is_told_with_where_the_feed_is(here: Site, watched: Watcher) -> None:
    here.routes["/"] = Reply(page(head='<link rel="alternate" type="application/atom+xml" href="/feed">'))
    watched(here.at("/"))
    assert watched.problems == ["feed_is_page"]
    (problem,) = pipeline.problems(watched.ledger)
    assert (problem.source, problem.remedy) == (here.at("/"), f"it names its feed: {here.at('/feed')}")


def test_what_fails_is_told_and_the_rest_is_read(here: Site, watched: Watcher) -> None:
    here.routes |= {
        "/feed": rss("/1", "/gone", "/loop", "/picture", "/bomb"),
        "/loop": to("/loop"),
        "/picture": Reply(b"\x89PNG"),
        "/bomb": Reply(b"", length=20 << 20),
    }
    done = watched(here.at("/feed"), here.at("/no-feed"), "no-such-file.opml")
    assert watched.news == [("1", "new", 1)]
    assert sorted(watched.problems) == ["gone", "gone", "missing", "not_text", "redirect_loop", "too_large"]
    assert dict(done.read.problems) == {"gone": 2, "missing": 1, "not_text": 1, "redirect_loop": 1, "too_large": 1}
    assert len(pipeline.problems(watched.ledger)) == 6


def test_a_channel_that_is_watched_gives_its_messages_and_what_it_deletes(
    here: Site, watched: Watcher, tmp_path: Path
) -> None:
    now, later = (channel(*(post(number, "12 died.") for number in some)).encode() for some in ((7, 8, 9), (7, 9)))
    here.routes["/s/kharkiv_desk"] = in_turn(Reply(now), Reply(later))
    listed = tmp_path / "channels.txt"
    listed.write_text(here.at("/s/kharkiv_desk"))
    assert watched(listed).read.new == 3
    assert watched.news == [("7", "new", 1), ("8", "new", 1), ("9", "new", 1)]
    assert watched(listed).read.deleted == 1
    assert [change.source for change in pipeline.changes(watched.ledger)] == ["https://t.me/kharkiv_desk/8"]


def test_a_damaged_document_is_told_and_the_rest_is_read(here: Site, watched: Watcher) -> None:
    here.routes |= {"/feed": rss("/broken", "/1"), "/broken": Reply(b"%PDF-1.4\n")}
    watched(here.at("/feed"))
    assert watched.news == [("1", "new", 1)]
    assert watched.problems == [problem.code for problem in pipeline.problems(watched.ledger)] == ["broken_pdf"]


def test_a_page_that_fails_is_tried_again_a_few_times_only(
    here: Site, watched: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "FIRST_WAIT", 0.0)
    here.routes |= {"/1": Reply(status=500), "/2": Reply(status=404)}
    for _ in range(watch.TRIED_AGAIN + 3):
        watched(here.at("/feed"), manners=replace(QUICK, attempts=1))
    assert (here.times("/1"), here.times("/2")) == (watch.TRIED_AGAIN + 1, 1)
    here.routes |= {"/feed": rss("/1", "/2", title="Back"), "/2": Reply(page(2))}
    watched(here.at("/feed"))
    assert watched.news == [("2", "new", 1)], "what its feed says something new of is tried anew"


def test_a_feed_that_fails_is_asked_less_often(here: Site, watched: Watcher) -> None:
    here.routes["/feed"] = Reply(status=500)
    now = 1_668_157_200.0  # 11 November 2022, 09:00 UTC
    for pause in (100, 200, 400):
        with time_machine.travel(now):
            done = watched(here.at("/feed"), course=Course(every=100.0, once=True), manners=replace(QUICK, attempts=1))
        assert done.following is not None
        assert pause <= datetime.fromisoformat(done.following).timestamp() - now < pause + 10
        now += pause + 10
    here.routes["/feed"] = rss("/1")
    with time_machine.travel(now):
        watched(here.at("/feed"), course=Course(every=100.0, once=True))
    assert watched.news == [("1", "new", 1)]


# --- several programs, and killed ones ------------------------------------------------------------------------------

PROGRAM = Path(__file__).parent / "watching.py"
TABLES = ("captures", "revisions", "deliveries", "articles", "claims")
PAGES = 12


@pytest.fixture
def many() -> Iterator[Site]:
    paths = [f"/{number}" for number in range(PAGES)]
    with site({"/feed": rss(*paths), **{path: Reply(page(int(path[1:]) + 1)) for path in paths}}) as running:
        yield running


def started(ledger: Path, *sources: str, silence: float = 0.5) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PROGRAM.parent), *filter(None, sys.path)])}
    program = [sys.executable, str(PROGRAM), str(silence), str(ledger), *sources]
    return subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment)


def said(programs: Sequence[subprocess.Popen[str]]) -> int:
    """How many pages they read, when they have ended well."""
    words = [program.communicate(timeout=60)[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0] * len(programs)
    return sum(int(word[-1]) for word in words)


def rows(ledger: Path) -> dict[str, int]:
    connection = sqlite3.connect(ledger)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    connection.close()
    return found


def test_two_at_once_share_the_work(many: Site, ledger: Path) -> None:
    programs = [started(ledger, many.at("/feed"), silence=20) for _ in range(2)]
    assert said(programs) == PAGES
    assert [many.times(f"/{number}") for number in range(PAGES)] == [1] * PAGES
    assert many.times("/feed") == 1
    assert set(rows(ledger).values()) == {PAGES}


def test_killed_and_begun_again_nothing_is_lost_and_nothing_double(many: Site, ledger: Path) -> None:
    for route in list(many.routes):
        reply = many.routes[route]
        assert isinstance(reply, Reply)
        many.routes[route] = replace(reply, silence=0.03)
    killed = started(ledger, many.at("/feed"))
    deadline = time.monotonic() + 60
    while len(many.asked) < 6 and time.monotonic() < deadline:
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    before = len({one.path for one in many.asked} - {"/feed", "/robots.txt"})
    assert 0 < before < PAGES, "it was killed in the middle of its work"
    said([started(ledger, many.at("/feed"))])
    assert set(rows(ledger).values()) == {PAGES}
    # What had been asked for and not yet written is asked for once more; nothing else is.
    assert sum(many.times(f"/{number}") for number in range(PAGES)) <= PAGES + before
    assert many.times("/feed") == 1


def test_interrupted_it_keeps_what_is_finished(many: Site, ledger: Path) -> None:
    program = started(ledger, many.at("/feed"))
    deadline = time.monotonic() + 60
    while len(many.asked) < 6 and time.monotonic() < deadline:
        time.sleep(0.01)
    program.send_signal(signal.SIGINT)
    out, _ = program.communicate(timeout=60)
    read = int(out.split()[-1])
    assert program.returncode == 0
    assert rows(ledger)["articles"] == read
    assert 0 < read < PAGES
