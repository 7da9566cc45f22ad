"""Small pages of our own, and the part each of their blocks plays. All rows were used to develop."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallywire.collect.decode import decoded
from tallywire.collect.html import body, page, paragraphs

ONE = "Rescuers pulled four people from the ruins of a school in Kharkiv on Friday, the governor said."
TWO = "The school had stood empty since spring, he added, and nobody was thought to be inside at night."
THREE = "Two rockets hit the eastern wing of the building shortly after midnight, according to the army."
TITLE = "Four pulled from ruins of Kharkiv school"


def read(html: str) -> list[tuple[str, str]]:
    article = page(html)
    return [(segment.kind, article.text[segment.start : segment.end]) for segment in article.segments]


PAGE = f"""<!doctype html>
<html lang="en"><head><title>{TITLE} | The Courier</title><meta property="og:site_name" content="The Courier">
<meta name="description" content="Two rockets fell on an empty school in the night."></head>
<body>
<nav><a href="/">Home</a><a href="/war">War</a></nav>
<div class="cookie-banner"><p>We use cookies to make this site better for you, and for our partners too.</p></div>
<article>
  <h1>{TITLE}</h1>
  <p class="lead">Two rockets fell on an empty school in the night.</p>
  <div class="byline">By <a href="/anna">Anna Bondar</a></div>
  <time datetime="2022-11-11">11 November 2022</time>
  <figure><img src="x.jpg"><figcaption>A fireman before the ruins. Photo: O. Petrenko</figcaption></figure>
  <p>{ONE}</p>
  <p>{TWO}<br><br>{THREE}</p>
  <aside class="related"><h3>Read also</h3><ul><li><a href="/1">Six hurt as tram is hit</a></li></ul></aside>
  <h2>What is known of the rockets</h2>
  <ul><li>one was of an old kind</li><li>one did not go off</li></ul>
  <table><tr><th>Day</th><th>Killed</th></tr><tr><td>Monday</td><td>3</td></tr></table>
  <blockquote class="twitter-tweet"><p>Loud blasts in Kharkiv</p>&mdash; Night Desk (@night_desk)
  <a href="#">November 11, 2022</a></blockquote>
  <p>Work goes on, said the mayor&nbsp;&mdash; &laquo;until all are found&raquo;.</p>
</article>
<div id="comments"><h3>2 comments</h3><p>Only four? My cousin says ninety died there last night, ha ha.</p></div>
<footer><p>The Courier is printed in Kharkiv every day but Sunday, and has been since 1902.</p></footer>
</body></html>"""


def test_a_whole_page() -> None:
    assert read(PAGE) == [
        ("boilerplate", "We use cookies to make this site better for you, and for our partners too."),
        ("headline", TITLE),
        ("standfirst", "Two rockets fell on an empty school in the night."),
        ("byline", "By Anna Bondar"),
        ("dateline", "11 November 2022"),
        ("caption", "A fireman before the ruins. Photo: O. Petrenko"),
        ("body", ONE),
        ("body", TWO),
        ("body", THREE),
        ("related", "Read also"),
        ("related", "Six hurt as tram is hit"),
        ("headline", "What is known of the rockets"),
        ("body", "• one was of an old kind"),
        ("body", "• one did not go off"),
        ("table", "Day | Killed"),
        ("table", "Monday | 3"),
        ("embed", "Loud blasts in Kharkiv"),
        ("embed", "— Night Desk (@night_desk) November 11, 2022"),
        ("body", "Work goes on, said the mayor — «until all are found»."),
        ("comment", "2 comments"),
        ("comment", "Only four? My cousin says ninety died there last night, ha ha."),
        ("boilerplate", "The Courier is printed in Kharkiv every day but Sunday, and has been since 1902."),
    ]


def test_what_the_page_says_of_itself() -> None:
    article = page(PAGE, "https://courier.example/school")
    assert (article.title, article.outlet, article.published, article.lang) == (
        TITLE,
        "The Courier",
        "2022-11-11",
        "en",
    )
    assert article.url == "https://courier.example/school"


def test_body_and_paragraphs_leave_the_headline_out_and_sub_headings_in() -> None:
    article = page(PAGE)
    assert paragraphs(article)[:4] == [ONE, TWO, THREE, "What is known of the rockets"]
    assert TITLE not in body(article)


def test_rows_and_items_stay_together() -> None:
    assert "• one was of an old kind\n• one did not go off\n\nDay | Killed\nMonday | 3\n\n" in page(PAGE).text


def kinds_of(html: str) -> dict[str, str]:
    return {words: kind for kind, words in read(f"<html><body>{html}</body></html>")}


HALF = f'<div class="article-body"><p>{TWO}</p></div>'
CARD = f"<h3><a href='/1'>Tram hit at crossing in Sumy</a></h3><p class='byline'>I. Koval</p><p>{THREE}</p>"

PLACES = [
    # a name is not believed where it would take the article away
    (f'<div class="has-sidebar"><p>{ONE}</p><p>{TWO}</p></div>', {ONE: "body", TWO: "body"}),
    (
        f'<div class="sidebar"><p>{THREE}</p></div><main><p>{ONE}</p><p>{TWO}</p></main>',
        {THREE: "boilerplate", ONE: "body"},
    ),
    # the article's body in two halves with an advertisement between
    (
        f'<div><div class="article-body"><p>{ONE}</p></div><p>Advertisement</p>{HALF}</div>',
        {ONE: "body", TWO: "body", "Advertisement": "boilerplate"},
    ),
    # cards of other articles below
    (
        f"<main><p>{ONE}</p><p>{TWO}</p>{CARD}</main>",
        {ONE: "body", TWO: "body", "Tram hit at crossing in Sumy": "related", THREE: "related"},
    ),
    # a link alone in a paragraph
    (
        f"<main><p>{ONE}</p><p><a href='/1'>Six hurt as tram is hit</a></p><p>{TWO}</p></main>",
        {"Six hurt as tram is hit": "related"},
    ),
    (
        f"<main><p>{ONE}</p><p>READ MORE: <a href='/1'>Six hurt</a></p><p>{TWO}</p></main>",
        {"READ MORE: Six hurt": "related"},
    ),
    # hidden elements and scripts say nothing
    (
        f"<main><p>{ONE}</p><p hidden>99 dead</p><script>'98 dead'</script><p>{TWO}</p></main>",
        {ONE: "body", TWO: "body"},
    ),
]


@pytest.mark.parametrize(("html", "kinds"), PLACES)
def test_places(html: str, kinds: dict[str, str]) -> None:
    found = kinds_of(html)
    assert {words: found.get(words) for words in kinds} == kinds
    assert "99 dead" not in found


EMPTY = [
    "",
    "<html></html>",
    "<frameset><frame></frameset>",
    "<nav><a>Home</a></nav>",
    "\0",
    "<p></p>",
]


@pytest.mark.parametrize("html", EMPTY)
def test_a_page_without_text_says_so(html: str) -> None:
    assert [note.code for note in page(html).notes] == ["no_body"]


def test_a_page_of_scripts_alone_says_what_to_do() -> None:
    (note,) = page('<div id="root"></div><script src="/app.js"></script><script>start()</script>').notes
    assert note.code == "only_scripts"
    assert "2 scripts" in note.message


COMMENT = "<div class=comment><b class=author>Olha</b><p>So it is.</p></div>"
HOSTILE = {
    "deep but harmless": "<div>" * 4000 + ONE,
    "unclosed everything": "<table><tr><td><p><b><i><a><ul><li>" * 500 + ONE,
    "a huge attribute": f'<p class="{"x " * 200_000}">{ONE}</p>',
    "a thousand attributes": f"<p {' '.join(f'a{n}=1' for n in range(5000))}>{ONE}</p>",
    "zero letters": "\0" * 10_000 + f"<p>{ONE}</p>" + "\0",
    "cut in a tag": f"<article><p>{ONE}</p><p class='by",
    "cut in a comment": f"<p>{ONE}</p><!-- and then",
    "half a pair": f"<p>\ud800 {ONE}</p>",
    "comments in comments": "<div class='comment'>" * 2000 + f"<p>{ONE}</p>",
    "many comments": f"<p>{ONE}</p><div id='comments'>{COMMENT * 3000}</div>",
    "many spans": f"<p>{'<span>a</span>' * 20_000} {ONE}</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_in_time(name: str) -> None:
    begun = time.process_time()
    assert ONE in page(HOSTILE[name]).text
    assert time.process_time() - begun < 8


def test_a_page_nested_too_deep_is_read_and_says_so() -> None:
    article = page("<p>before</p>" + "<div>" * 100_000 + ONE + "</div>" * 100_000 + f"<p>{TWO}</p>")
    assert ONE in article.text
    assert [note.code for note in article.notes] == ["nested_too_deep"]


TAGS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class='comments'>",
            "</div>",
            "<a href='/'>",
            "</a>",
            "<li>",
            "<td>",
            "<tr>",
            "<table>",
            "<br>",
        ),
        *(
            "<h1>",
            "</h1>",
            "<article>",
            "<figure>",
            "<!--",
            "&amp;",
            "&#0;",
            ONE,
            TWO,
            "<time>",
            "<p class='byline'>",
            "<svg>",
        ),
    ]
)


SAVED = sorted((Path(__file__).parent.parent / "pages").glob("*.html"))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SAVED), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=8), st.floats(0, 1))
def test_laws_of_mutated_pages(saved: Path, changes: list[tuple[float, bytes]], end: float) -> None:
    content = bytearray(saved.read_bytes())
    for place, junk in changes:
        at = int(place * len(content))
        content[at : at + len(junk)] = junk
    article = page(decoded(bytes(content[: int(end * len(content))])).text)
    assert article.notes or article.segments
    before = 0
    for segment in article.segments:
        assert before <= segment.start < segment.end <= len(article.text)
        before = segment.end
    for at, post in enumerate(article.posts):
        assert 0 <= post.start < post.end <= len(article.text)
        assert post.reply_to is None or (article.posts[post.reply_to].kind == "comment" and post.reply_to < at)


@given(st.lists(st.one_of(TAGS, st.text(max_size=20))).map("".join))
def test_laws_of_pages(html: str) -> None:
    article = page(html)
    assert article == page(html)
    before = 0
    for segment in article.segments:
        assert before <= segment.start < segment.end <= len(article.text)
        before = segment.end
    gaps = article.text[: article.segments[0].start] if article.segments else article.text
    assert not gaps.strip()
