"""Which watched addresses are due, who is at them, and what becomes of them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tallywire.ledger import store, watches
from tallywire.ledger.store import Ledger
from tallywire.ledger.watches import SILENCE, Look, Wanted, Watched, Watches

NOW = 1_668_157_200.0  # 11 November 2022, 09:00 UTC
EVERY = 900.0
FEED = Wanted("https://a.example/feed", "list")
OTHER = Wanted("https://b.example/feed", "list")


@pytest.fixture
def mine(ledger: Ledger) -> Watches:
    watching = Watches(ledger, ("feeds.opml",), "mine")
    watching.enlist("feeds.opml", [FEED, OTHER], NOW, EVERY)
    return watching


def theirs(path: Path) -> Watches:
    """Another program, with its own connection."""
    return Watches(store.open(path), ("feeds.opml",), "theirs")


def taken(
    watching: Watches, now: float = NOW, room: int = 8, pause: float = 0.0, since: float | None = None
) -> list[str]:
    return [one.address for one in watching.take(now, room, pause, since)]


def one(watching: Watches, address: str, now: float = NOW) -> Watched:
    """An address, taken; the others let go again."""
    found = {each.address: each for each in watching.take(now, 8, 0.0)}
    return found[address]


def pages(*numbers: int, mark: str = "m", host: str = "c") -> list[Wanted]:
    return [Wanted(f"https://{host}.example/{number}", "page", FEED.address, mark) for number in numbers]


def test_what_is_new_is_due_at_once(mine: Watches) -> None:
    assert mine.left(NOW).due == 2
    assert taken(mine) == [FEED.address, OTHER.address]


def test_what_one_program_is_at_no_other_takes(mine: Watches, path: Path) -> None:
    assert taken(mine, room=1) == [FEED.address]
    assert taken(theirs(path)) == [OTHER.address]
    assert taken(theirs(path)) == []


def test_what_a_silent_program_held_is_free_again(mine: Watches, path: Path) -> None:
    taken(mine)
    assert taken(theirs(path), NOW + SILENCE - 1) == []
    mine.beat(NOW + SILENCE - 1)
    assert taken(theirs(path), NOW + SILENCE + 1) == []
    assert taken(theirs(path), NOW + 3 * SILENCE) == [FEED.address, OTHER.address]


def test_what_another_has_taken_over_is_no_longer_mine_to_end(mine: Watches, path: Path) -> None:
    feed = one(mine, FEED.address)
    other = theirs(path)
    assert FEED.address in taken(other, NOW + 2 * SILENCE)
    mine.done(feed, Look(None, "list", etag='"late"'), NOW + 2 * SILENCE)
    assert taken(theirs(path), NOW + 2 * SILENCE) == [], "they are still at it"


def test_what_was_let_go_is_due_as_if_never_taken(mine: Watches, path: Path) -> None:
    taken(mine)
    mine.release()
    assert taken(theirs(path)) == [FEED.address, OTHER.address]


def test_what_is_done_is_due_again_when_it_says(mine: Watches) -> None:
    feed = one(mine, FEED.address)
    mine.release()
    mine.done(one(mine, FEED.address), Look(NOW + EVERY, "list", '"1"', "yesterday", "abc"), NOW)
    mine.release()
    assert FEED.address not in taken(mine, NOW + EVERY - 1)
    mine.release()
    again = one(mine, FEED.address, NOW + EVERY)
    assert (again.etag, again.last_modified, again.digest, again.looks) == ('"1"', "yesterday", "abc", feed.looks + 1)


def test_a_failure_keeps_what_was_known(mine: Watches) -> None:
    mine.done(one(mine, FEED.address), Look(NOW, "list", '"1"', None, "abc"), NOW)
    mine.release()
    mine.done(one(mine, FEED.address), Look(NOW, "list", fault="timed_out"), NOW)
    mine.release()
    again = one(mine, FEED.address)
    assert (again.etag, again.digest, again.looks, again.failures) == ('"1"', "abc", 1, 1)


def test_one_of_each_host_at_a_time_whoever_asks(mine: Watches, path: Path) -> None:
    mine.found(one(mine, FEED.address), [*pages(1, 2, 3), *pages(4, host="d")], NOW)
    assert taken(mine) == ["https://c.example/1", "https://d.example/4"]
    assert taken(theirs(path)) == []


def test_a_host_has_its_pause_whoever_asked(mine: Watches, path: Path) -> None:
    mine.found(one(mine, FEED.address), pages(1, 2), NOW)
    mine.done(one(mine, "https://c.example/1"), Look(None, "page"), NOW)
    assert taken(theirs(path), NOW + 0.9, pause=1.0) == []
    assert taken(theirs(path), NOW + 1.1, pause=1.0) == ["https://c.example/2"]


def test_only_what_its_own_list_says_anew_is_due_again(mine: Watches) -> None:
    feed = one(mine, FEED.address)
    assert mine.found(feed, pages(1, 2), NOW) == 2
    assert mine.found(feed, pages(1, 2), NOW) == 0
    assert mine.found(feed, pages(2, mark="other"), NOW) == 1
    assert mine.found(feed, pages(1), NOW) == 0


def test_two_lists_that_say_different_things_of_a_page_do_not_make_it_due_for_ever(mine: Watches) -> None:
    both = {each.address: each for each in mine.take(NOW, 8, 0.0)}
    assert mine.found(both[FEED.address], [Wanted("https://c.example/1", "page", FEED.address, "one")], NOW) == 1
    for mark in ("other", "another"):
        assert mine.found(both[OTHER.address], [Wanted("https://c.example/1", "page", OTHER.address, mark)], NOW) == 0


def test_what_its_list_said_meanwhile_keeps_a_page_due(mine: Watches) -> None:
    feed = one(mine, FEED.address)
    mine.found(feed, pages(1), NOW)
    page = one(mine, "https://c.example/1")
    mine.found(feed, pages(1, mark="corrected"), NOW)
    mine.done(page, Look(None, "page"), NOW)
    assert taken(mine) == ["https://c.example/1"]


def test_begun_again_within_the_interval_nothing_is_due(mine: Watches, ledger: Ledger) -> None:
    for each in mine.take(NOW, 8, 0.0):
        mine.done(each, Look(NOW + EVERY, "list"), NOW)
    later = Watches(ledger, ("feeds.opml",), "later")
    later.enlist("feeds.opml", [FEED, OTHER], NOW + 60, EVERY)
    assert later.left(NOW + 60).due == 0
    assert later.left(NOW + 60).following == NOW + EVERY
    later.enlist("feeds.opml", [FEED, OTHER], NOW + 60, 30.0)
    assert later.left(NOW + 60).due == 2, "a shorter interval counts from now on"


def test_what_fails_keeps_its_longer_pause(mine: Watches) -> None:
    mine.done(one(mine, FEED.address), Look(NOW + 9 * EVERY, "list", fault="gone"), NOW)
    mine.release()
    mine.enlist("feeds.opml", [FEED], NOW + 2 * EVERY, EVERY)
    assert taken(mine, NOW + 2 * EVERY) == []


def test_what_a_source_no_longer_names_is_left_alone(mine: Watches) -> None:
    mine.enlist("feeds.opml", [OTHER], NOW, EVERY)
    assert taken(mine) == [OTHER.address]


def test_what_was_taken_off_and_named_again_is_due_again(mine: Watches) -> None:
    mine.done(one(mine, FEED.address), Look(NOW + EVERY, "list"), NOW)
    mine.enlist("feeds.opml", [OTHER], NOW, EVERY)
    mine.enlist("feeds.opml", [FEED, OTHER], NOW + 60, EVERY)
    mine.release()
    assert FEED.address in taken(mine, NOW + 60 + EVERY)


def test_the_sources_of_others_are_theirs(mine: Watches, ledger: Ledger) -> None:
    assert taken(Watches(ledger, ("urls.txt",), "other")) == []


def test_once_means_once(mine: Watches) -> None:
    for each in mine.take(NOW, 8, 0.0, since=NOW):
        mine.done(each, Look(NOW, "list"), NOW + 1)
    assert mine.left(NOW + 2).due == 2
    assert mine.left(NOW + 2, since=NOW).due == 0
    assert taken(mine, NOW + 2, since=NOW) == []


def test_many_entries(mine: Watches) -> None:
    feed = one(mine, FEED.address)
    assert mine.found(feed, pages(*range(2500)), NOW) == 2500
    assert mine.found(feed, pages(*range(2600)), NOW) == 100
    assert mine.left(NOW).due == 2602


def test_moments_sort_as_text() -> None:
    moments = [0.0, 1.0, 1.5, 9.999, 10.0, NOW, NOW + 0.001, NOW + 1, 4e9]
    assert all(a < b for a, b in itertools.pairwise(map(watches.stamp, moments)))
