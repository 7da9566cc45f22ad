"""Bytes in many encodings, and bytes that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.collect.decode import decoded, not_text

UKRAINIAN = "Рятувальники дістали з-під завалів школи чотирьох людей, повідомив у п'ятницю голова області."
FRENCH = "L'armée a annoncé vendredi que quatre soldats avaient été blessés près d'une école détruite."

READ = [
    (UKRAINIAN.encode("utf-8"), UKRAINIAN, []),
    (b"\xef\xbb\xbf" + UKRAINIAN.encode("utf-8"), UKRAINIAN, []),
    (UKRAINIAN.encode("utf-16"), UKRAINIAN, []),
    (FRENCH.encode("utf-16-le"), FRENCH, []),
    (FRENCH.encode("utf-32"), FRENCH, []),
    (UKRAINIAN.encode("cp1251"), UKRAINIAN, ["encoding_guessed"]),
    (UKRAINIAN.encode("utf-8") * 3 + b"\xff", UKRAINIAN * 3 + "\ufffd", ["bytes_replaced"]),
    (b'<meta charset="windows-1251"><p>' + "Чотири".encode("cp1251"), '<meta charset="windows-1251"><p>Чотири', []),
    (b'<meta charset="latin1"><p>\x93Four\x94', '<meta charset="latin1"><p>“Four”', []),  # as browsers read it
    (b'<meta charset="no-such-thing"><p>' + FRENCH.encode("utf-8"), f'<meta charset="no-such-thing"><p>{FRENCH}', []),
]


@pytest.mark.parametrize(("content", "text", "notes"), READ)
def test_bytes_are_read(content: bytes, text: str, notes: list[str]) -> None:
    assert not_text(content) is None
    read = decoded(content)
    assert read.text == text
    assert [note.code for note in read.notes] == notes


def test_western_bytes_keep_their_accents() -> None:
    assert decoded(FRENCH.encode("cp1252")).text == FRENCH


NOT_TEXT = [
    (b"%PDF-1.7\n", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"PK\x03\x04\x14\x00", "a ZIP archive or office document"),
    (b"\x1f\x8b\x08\x00", "a gzip archive"),
    (bytes(range(256)) * 8, "binary data"),
]


@pytest.mark.parametrize(("content", "name"), NOT_TEXT)
def test_other_files_are_named(content: bytes, name: str) -> None:
    assert not_text(content) == name


@given(st.binary())
def test_any_bytes_are_read_somehow(content: bytes) -> None:
    assert decoded(content) == decoded(content)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_utf8_is_read_as_it_was_written(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decoded(text.encode("utf-8")).text == text
