"""Web archives: addresses of copies, and pages that an archive has added to."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallywire.claims.article import Saved
from tallywire.collect.archives import Original, original, restored

NOON = "2022-11-11T12:00:00+00:00"
STORY = "https://e.org/2022/11/10/market"

# An address, the original's, and when the copy was made. Near misses stand below.
ADDRESSES = [
    (f"https://web.archive.org/web/20221111120000id_/{STORY}", STORY, NOON),
    (f"http://web.archive.org/web/20221111120000/{STORY}?page=2&q=a/b", f"{STORY}?page=2&q=a/b", NOON),
    (f"web.archive.org/web/20221111120000/{STORY}", STORY, NOON),
    ("https://web.archive.org/web/20221111/e.org/market", "http://e.org/market", "2022-11-11"),
    ("https://web.archive.org/web/20221111120000/https:/e.org/market", "https://e.org/market", NOON),
    ("https://web.archive.org/web/20221111120000/https%3A%2F%2Fe.org%2Fmarket", "https://e.org/market", NOON),
    (f"https://web.archive.org/web/2022/{STORY}", STORY, None),
    (f"https://web.archive.org/web/20221399120000/{STORY}", STORY, None),
    (f"https://web.archive.org/web/{STORY}", STORY, None),
    (f"https://web.archive.org/web/*/{STORY}", STORY, None),
    (f"https://archive.ph/2022.11.11-120000/{STORY}", STORY, NOON),
    (f"https://archive.today/20221111120000/{STORY}", STORY, NOON),
    (f"https://arquivo.pt/wayback/20221111120000/{STORY}", STORY, NOON),
    (f"https://wayback.archive-it.org/7000/20221111120000/{STORY}", STORY, NOON),
]


@pytest.mark.parametrize(("address", "url", "at"), ADDRESSES)
def test_an_archive_s_address_is_the_original_s_and_a_time(address: str, url: str, at: str | None) -> None:
    found = original(address)
    assert found is not None
    assert (found.url, [(copy.address, copy.at) for copy in found.saved]) == (url, [(address, at)])


@pytest.mark.parametrize(
    "address",
    [
        STORY,
        "https://e.org/web/20221111120000/https://f.org/a",  # a site of its own with such a path
        "https://blog.archive.org/2022/11/11/web.archive.org",
        "https://web.archive.org/details/market",
        "https://archive.ph/AbCdE",  # a short code alone says nothing
        "",
    ],
)
def test_other_addresses_are_left_alone(address: str) -> None:
    assert original(address) is None


def test_a_copy_of_a_copy_is_followed_to_the_original() -> None:
    inner = f"https://archive.ph/2022.11.11-120000/{STORY}"
    found = original(f"https://web.archive.org/web/20230101000000/{inner}")
    assert found is not None
    assert (found.url, [copy.by for copy in found.saved]) == (STORY, ["archive.ph", "web.archive.org"])


BODY = "<h1>Market hit</h1><p>At least 12 people were killed in Kharkiv on Thursday, the governor said.</p>"
SCRIPT = f'<script>__wm.wombat("{STORY}","20221111120000","https://web.archive.org/","web")</script>'
TOOLBAR = (
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp-base'><p>8 captures, 10 Nov 2022 - 3 Mar 2024</p></div>"
    f"<div id='wm-ipp-print'>The Wayback Machine - https://web.archive.org/web/20221111120000/{STORY}</div>"
    "<!-- END WAYBACK TOOLBAR INSERT -->"
)
FILED = (
    "<!--\n     FILE ARCHIVED ON 12:00:00 Nov 11, 2022 AND RETRIEVED FROM THE\n"
    "     INTERNET ARCHIVE ON 01:02:03 Mar 04, 2024.\n-->"
)
COPY = Saved("web.archive.org", f"https://web.archive.org/web/20221111120000/{STORY}", NOON)
# A replayed page, by whichever marks a way of saving leaves of it.
REPLAYED = [
    (f"<head>{SCRIPT}<!-- End Wayback Rewrite JS Include --></head><body>{TOOLBAR}{BODY}</body>{FILED}", STORY, COPY),
    (f"<body>{TOOLBAR}{BODY}</body>", STORY, COPY),
    (f"<body><div id=wm-ipp-base><p>8 captures</p></div>{BODY}</body>", None, Saved("web.archive.org")),
    (f"<body>{BODY}</body>{FILED}", None, Saved("web.archive.org", None, NOON)),
    (f"<body>{BODY}</body>{FILED.replace('Nov 11', 'Nov 31')}", None, Saved("web.archive.org")),
]


@pytest.mark.parametrize(("html", "url", "copy"), REPLAYED)
def test_the_internet_archive_s_toolbar_goes_and_tells_where_the_page_stood(
    html: str, url: str | None, copy: Saved
) -> None:
    found = restored(html)
    assert found is not None
    assert found.original == Original(url, (copy,))
    assert "12 people" in found.html
    assert not any(word in found.html for word in ("captures", "The Wayback Machine"))


def test_rewritten_links_are_written_back() -> None:
    links = (
        f'<link rel="canonical" href="https://web.archive.org/web/20221111120000/{STORY}">'
        '<img src="/web/20221111120000im_/https://e.org/a.jpg"><script>{"url":"//web.archive.org/web/20221111120000/https://e.org"}</script>'
        "<p>The claim is kept at https://web.archive.org/web/20221111120000/https://e.org/claim for good.</p>"
    )
    found = restored(f"{links}{FILED}")
    assert found is not None
    assert f'href="{STORY}"' in found.html
    assert 'src="https://e.org/a.jpg"' in found.html
    assert '"url":"https://e.org"' in found.html
    assert "kept at https://web.archive.org/web/20221111120000/https://e.org/claim" in found.html


BANNER = (
    '<div id="HEADER"><form action="https://archive.ph/search/"><input type="text" name="q" value="{url}"></form>'
    '<time datetime="2022-11-11T12:00:00Z">11 Nov 2022 12:00:00 UTC</time><p>webpage capture, 3 redirects</p></div>'
)
TODAY = (
    "<html><head><title>Market hit</title><meta property='og:site_name' content='archive.ph'>"
    "<meta property='article:published_time' content='2022-11-11T12:00:00Z'>{links}</head><body>"
    + BANNER
    + '<div id="CONTENT"><a href="https://archive.ph/o/AbCdE/https://e.org/">Home</a>'
    + BODY
    + "</div></body></html>"
)
BY_CODE = '<link rel="canonical" href="https://archive.ph/AbCdE">'
BY_BOOKMARK = f'{BY_CODE}<link rel="bookmark" href="http://archive.today/20221111120000/{STORY}">'


@pytest.mark.parametrize(
    ("links", "copy"),
    [
        (BY_BOOKMARK, Saved("archive.today", f"http://archive.today/20221111120000/{STORY}", NOON)),
        (BY_CODE, Saved("archive.ph", "https://archive.ph/AbCdE", NOON)),
    ],
)
def test_archive_today_s_banner_goes_and_its_dates_are_its_own(links: str, copy: Saved) -> None:
    found = restored(TODAY.format(links=links, url=STORY))
    assert found is not None
    assert found.original == Original(STORY, (copy,))
    assert "<title>Market hit</title>" in found.html
    assert 'href="https://e.org/"' in found.html
    assert not any(words in found.html for words in ("webpage capture", "published_time", "archive.ph"))


ORDINARY = [
    BODY,
    f"{BODY}<p>Kept at https://web.archive.org/web/20221111120000/https://e.org and on archive.ph.</p>",
    f"{BODY}<pre>&lt;!-- BEGIN WAYBACK TOOLBAR INSERT --&gt; &lt;div id='wm-ipp-base'&gt;</pre>",
    f"<link rel='canonical' href='https://e.org/archive.ph'><div id='HEADER'>A</div><div id='CONTENT'>{BODY}</div>",
]


@pytest.mark.parametrize("html", ORDINARY)
def test_a_page_about_archives_is_no_copy(html: str) -> None:
    assert restored(html) is None


def test_a_page_nested_too_deep_is_left_to_the_reader_of_pages() -> None:
    deep = "<div>" * 100_000
    assert restored(f"{TODAY.format(links=BY_CODE, url=STORY)}{deep}") is None
    found = restored(f"<body><div id=wm-ipp-base>8 captures</div>{deep}{BODY}{FILED}")
    assert found is not None
    assert "12 people" in found.html


@pytest.mark.parametrize(
    "piece", ["<div ", "<!-- FILE ARCHIVED ON ", '__wm.bt(1,"web","', "archive.ph ", "/web/2022", "wm-ipp", "archive."]
)
def test_hostile_pages_take_no_time(piece: str) -> None:
    begun = time.process_time()
    restored("wm-ipp" + piece * (4_000_000 // len(piece)))
    assert time.process_time() - begun < 5


@settings(deadline=None)
@given(address=st.text(alphabet="htps:/w.earcivogb0123456789*%3a_id"))
def test_any_address_is_answered(address: str) -> None:
    for start in ("", "https://web.archive.org/web/", "https://archive.ph/"):
        found = original(start + address)
        assert found is None or found.saved
