"""Pages as browsers save them: their comments, and what they carry with them."""

import time

import pytest

from tallywire.claims.article import Saved
from tallywire.collect.saved import opened, without_data

BODY = "<p>At least 12 people were killed in Kharkiv on Thursday, the governor said.</p>"


def single_file(url: str, date: str) -> str:
    said = f"<!--\n Page saved with SingleFile \n url: {url} \n saved date: {date}\n-->"
    return f"<!DOCTYPE html> <html lang=en>{said}{BODY}"


BY = "SingleFile"
EAST = "Fri Nov 11 2022 14:00:00 GMT+0200 (Eastern European Standard Time)"
# The file, the page's address, and what is known of the copy.
FILES = [
    (single_file("https://e.org/a?b=1", EAST), "https://e.org/a?b=1", [Saved(BY, None, "2022-11-11T14:00:00+02:00")]),
    (single_file("https://e.org/a", "Fri Nov 11 2022 14:00:00"), "https://e.org/a", [Saved(BY, None, "2022-11-11")]),
    (single_file("https://e.org/a", "Fri Nov 31 2022 14:00:00"), "https://e.org/a", [Saved(BY)]),
    (single_file("file:///C:/a.html", "11.11.2022"), None, [Saved(BY)]),
    (f"<!-- saved from url=(0015)https://e.org/a -->\n<html>{BODY}", "https://e.org/a", [Saved("browser")]),
    (
        f"<!DOCTYPE html>\n<!-- saved from url=(0015)https://e.org/a --><html>{BODY}",
        "https://e.org/a",
        [Saved("browser")],
    ),
    (f"<!-- saved from url=(0014)about:internet --><html>{BODY}", None, []),
    (f"<html><!-- Page saved for later -->{BODY}", None, []),
    (f"<html>{BODY}<pre>&lt;!-- saved from url=(0015)https://e.org/a --&gt;</pre>", None, []),
    (f"<html>{BODY * 99}<!-- saved from url=(0015)https://e.org/a -->", None, []),  # further down it is anybody's
]


@pytest.mark.parametrize(("html", "url", "saved"), FILES)
def test_the_comment_of_a_saved_page(html: str, url: str | None, saved: list[Saved]) -> None:
    found = opened(html)
    assert (found.url, list(found.saved), found.html) == (url, saved, html)


def test_what_is_known_from_outside_goes_first() -> None:
    assert opened(single_file("https://e.org/a", EAST), "https://e.org/b").url == "https://e.org/b"


def test_a_saved_copy_of_an_archive_s_copy_has_both_the_older_first() -> None:
    found = opened(single_file("https://web.archive.org/web/20221110/https://e.org/a", EAST))
    assert (found.url, [(copy.by, copy.at) for copy in found.saved]) == (
        "https://e.org/a",
        [("web.archive.org", "2022-11-10"), (BY, "2022-11-11T14:00:00+02:00")],
    )


PICTURE = "data:image/png;base64," + "iVBORw0KGgo" * 100
BIG = f"<img src={PICTURE}><style>p{{background:url('{PICTURE}')}}</style>{BODY}" + f'<img src="{PICTURE}">' * 1000


def test_pictures_are_cut_out_of_large_pages_and_nothing_else_is() -> None:
    expected = f"<img src=data:,><style>p{{background:url('data:,')}}</style>{BODY}" + '<img src="data:,">' * 1000
    assert without_data(BIG) == expected
    assert without_data(f"<img src={PICTURE}>{BODY}") == f"<img src={PICTURE}>{BODY}"
    said = f"<p>Some data: 12, and {'data:' * 1000} more, and data:text/plain,short</p>" + BODY * 9000
    assert without_data(said) == said


@pytest.mark.parametrize(
    "piece", ["data:", "data:a;", "data:,", "data:image/png;base64,A", "<!--", "<!-- saved from url=("]
)
def test_hostile_pages_take_no_time(piece: str) -> None:
    begun = time.process_time()
    opened(piece * (4_000_000 // len(piece)))
    assert time.process_time() - begun < 5
