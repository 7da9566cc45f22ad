"""The text of PDF files, joined from lines; and files that have none, told apart."""

import random
import time
import zlib
from contextlib import suppress

import pytest

from pdfs import pdf
from tallywire.claims.errors import SourceError
from tallywire.collect.pdf import PAGES, article, composed, moment

FIRST = [
    "CIVILIANS OF THE WAR: FIGURES OF THE WEEK",
    "",
    "From 24 February to 13 November 2022 the office recorded 16,631 casual-",
    "ties in the country: 6,557 people killed and 10,074 injured. That inclu-",
    "des 2,545 men and 1,761 women, and 175 girls whose names are known to",
    "the office.",
    "Most of them were caused by explosive weapons with wide area effects,",
    "and the office believes that the true figures are much higher than what",
    "1",
]
SECOND = [
    "CIVILIANS OF THE WAR: FIGURES OF THE WEEK",
    "",
    "could be confirmed so far, as news from the towns with the fiercest of",
    "the fighting comes late.",
    "",
    "- In Mariupol, hundreds of people are said to have been killed;",
    "- In Izium, 440 graves were found.",
    "2",
]
JOINED = """CIVILIANS OF THE WAR: FIGURES OF THE WEEK

From 24 February to 13 November 2022 the office recorded 16,631 casualties in the country: 6,557 people killed and \
10,074 injured. That includes 2,545 men and 1,761 women, and 175 girls whose names are known to the office.

Most of them were caused by explosive weapons with wide area effects, and the office believes that the true figures \
are much higher than what could be confirmed so far, as news from the towns with the fiercest of the fighting comes \
late.

- In Mariupol, hundreds of people are said to have been killed;

- In Izium, 440 graves were found."""
BULLETIN = pdf([FIRST, SECOND], packed=True)


def codes(content: bytes) -> list[str]:
    return [note.code for note in article(content, "a.pdf").notes]


def fault(content: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        article(content, "a.pdf")
    assert caught.value.where == "a.pdf"
    assert caught.value.remedy
    return caught.value.code


def test_lines_become_paragraphs_words_are_mended_and_page_marks_go() -> None:
    found = article(BULLETIN, "a.pdf")
    assert found.text == JOINED
    assert [note.message for note in found.notes] == ["running heads and page numbers left out: 3"]


# Lines of pages, "" where a gap parts them, and the paragraphs they are.
PAGES_OF_LINES = [
    (
        [
            [
                "Seven people were killed in 2022-",
                "2023, and the well-",
                "known doctor was one of those who were killed.",
            ]
        ],
        1,
    ),
    ([["Killed: 12", "Wounded: 30", "Missing: 4"]], 3),  # a narrow list
    ([["Twelve people were killed in the town on Friday, said its mayor who", "Kharkiv knows well."]], 1),
    ([["A line as long as the page is wide, and it ends with a full stop here.", "", "Another paragraph."]], 2),
    ([["A line as long as the page is wide, which ends the page just like that"], ["and the next page goes on."]], 1),
    ([["A line as long as the page is wide, which ends the page just like that"], ["Another page begins."]], 2),
    ([["A line as long as the page is wide, and it ends with a full stop here."], ["and what this is, is open"]], 2),
    ([[], [""], []], 0),
]


@pytest.mark.parametrize(("pages", "paragraphs"), PAGES_OF_LINES)
def test_where_paragraphs_end(pages: list[list[str]], paragraphs: int) -> None:
    text, _ = composed(pages)
    assert len(text.split("\n\n")) == paragraphs if paragraphs else text == ""


def test_hyphens_of_numbers_and_soft_hyphens() -> None:
    words = (
        "In 2022-",
        "2023 the casual\u00ad",
        "ties were of well-",
        "Known towns, and in the whole long line here too",
    )
    assert (
        composed([list(words)])[0]
        == "In 2022-2023 the casualties were of well-Known towns, and in the whole long line here too"
    )


MARKS = [
    ("7", True),
    ("- 7 -", True),
    ("Page 7 of 12", True),
    ("7/12", True),
    ("7 killed", False),
    ("12,345", False),
]


@pytest.mark.parametrize(("line", "left_out"), MARKS)
def test_a_page_number_is_no_figure(line: str, left_out: bool) -> None:
    body = ["Twelve people were killed in the town on Friday, its mayor has said."] * 5
    assert composed([[*body, line]])[1] == left_out


def test_dates_of_the_file_are_no_dates_of_publication() -> None:
    info = (
        "/CreationDate (D:20221114093000+01'00') /ModDate (D:20221115080000Z) /Author (A. N. Other) /Title (The week)"
    )
    found = article(pdf([FIRST], info=info, lang="en-GB"), "a.pdf")
    assert (found.published, found.modified, found.lang) == (None, "2022-11-15T08:00:00+00:00", "en-GB")
    assert found.authors == ()  # whoever typed it is no author


def test_a_title_that_a_program_made_up_is_none() -> None:
    for made_up in ("Microsoft Word - week 46.docx", "week-46.indd", "Untitled", "Document1"):
        assert (
            article(
                pdf([["twelve were killed, and this is all there is to say"]], info=f"/Title ({made_up})"), "a"
            ).title
            is None
        )
    assert (
        article(pdf([["twelve were killed, and this is all there is to say"]], info="/Title (The week)"), "a").title
        == "The week"
    )


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("D:20221114093000+01'00'", "2022-11-14T09:30:00+01:00"),
        ("D:20221114093000-0330", "2022-11-14T09:30:00-03:30"),
        ("D:20221114093000Z00'00'", "2022-11-14T09:30:00+00:00"),
        ("D:20221114093000", "2022-11-14"),  # whose time it is, is not said
        ("D:20221114", "2022-11-14"),
        ("D:20221399", None),
        ("D:2022", None),
        ("yesterday", None),
    ],
)
def test_dates(said: str, read: str | None) -> None:
    assert moment(said) == read


def encrypted(password: str) -> bytes:
    from io import BytesIO

    from pypdf import PdfWriter

    writer, out = PdfWriter(clone_from=BytesIO(BULLETIN)), BytesIO()
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_locked_files() -> None:
    assert fault(encrypted("secret")) == "encrypted"
    assert article(encrypted(""), "a.pdf").text == JOINED  # only printing is forbidden


# What a newer program writes to lock a file: it takes a library that is not here, with or without a password.
AES = {
    "AESV2": b"<< /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <%s> /U <%s>"
    b" /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF >>" % (b"ab" * 32, b"cd" * 32),
    "AESV3": b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s>"
    b" /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>"
    % (b"ab" * 48, b"cd" * 48, b"ab" * 32, b"ab" * 32, b"ab" * 16),
}


@pytest.mark.parametrize("how", AES)
def test_files_locked_in_the_newer_way(how: str) -> None:
    locked = pdf([FIRST]).replace(b"/Root 1 0 R", b"/ID [<aa> <aa>] /Encrypt " + AES[how] + b" /Root 1 0 R")
    assert fault(locked) == "encrypted"


def test_files_without_text() -> None:
    assert fault(pdf([[], [], []])) == "no_text"
    assert fault(pdf([["7"]])) == "no_text"
    found = article(pdf([FIRST, [], SECOND]), "a.pdf")
    assert [note.message for note in found.notes if note.level == "warning"] == [
        "pages without text, pictures perhaps: 2"
    ]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7", b"%PDF-1.7\nnot at all", b"", BULLETIN[: len(BULLETIN) // 2], BULLETIN[:40] + BULLETIN[300:]],
)
def test_broken_files(content: bytes) -> None:
    assert fault(content) == "broken_pdf"


def test_a_long_file_is_read_up_to_a_limit() -> None:
    found = article(pdf([["Twelve people were killed in the town on Friday."]] * (PAGES + 2)), "a.pdf")
    assert f"only the first {PAGES} of {PAGES + 2} pages were read" in [note.message for note in found.notes]


def test_a_bomb_is_not_unpacked_and_the_other_pages_are_read() -> None:
    bomb = zlib.compress(b"(12 killed) Tj T* " * 2_000_000, 9)
    held = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(bomb), bomb)
    plain = pdf([FIRST, ["BOMB"]])
    at = plain.index(b"<< /Length", plain.index(b"7 0 obj"))
    begun = time.process_time()
    found = article(plain[:at] + held + plain[plain.index(b"endstream", at) + len(b"endstream") :], "a.pdf")
    assert time.process_time() - begun < 10
    assert "16,631" in found.text
    assert "12 killed" not in found.text
    assert "pages that cannot be read: 2" in [note.message for note in found.notes]


@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_are_read_or_told(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(BULLETIN)
    for _ in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(content))
        content[at : at + chance.randrange(30)] = chance.choice(
            (b"", b"\0", b"9" * 20, b"[" * 400, b"<<" * 400, b"(", b" 0 R")
        )
    with suppress(SourceError):
        article(bytes(content), "a.pdf")
