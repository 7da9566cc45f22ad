"""Daily losses by the Ukrainian General Staff: "особового складу - близько 79400 (+710) осіб ліквідовано".

The list is read in Ukrainian and in English ("personnel - about 79400 (+710) persons were liquidated, tanks - 2814
(+10)"), one item a line or all in one sentence, with any dash. One file may hold the posts of many days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from tallywire.catalog.series import categories_by_name, fold
from tallywire.claims.article import Note
from tallywire.claims.errors import SourceError
from tallywire.claims.figure import Modifier
from tallywire.claims.series import Bulletin, Point, Remark, Unrecognised

SERIES = "general_staff_ua"

_START = "24.02"  # the totals count from 24 February 2022, and every heading says so
# "з 24.02.22 по 11.11.22", "з 24.02 до 07.12", "from 24.02.2022 to 08.03.2023"
_HEADER = re.compile(
    r"\b(?:з|from)\s+24\.02(?:\.(?P<from_year>\d{4}|\d{2}))?"
    r"\s+(?:по|до|to|till|until)\s+(?P<day>\d{1,2})\.(?P<month>\d{1,2})(?:\.(?P<year>\d{4}|\d{2}))?",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f\u2009,.']\d{3})+|\d+"  # "79400", "79 400", "79,400"
_DASH = "-‐‑‒–—―−:"
# "⚡ БПЛА оперативно-тактичного рівня – 1505 (+6)", "• personnel ‒ about 21,600 people were eliminated"
_ITEM = re.compile(
    rf"^[^\w(]*(?P<name>[^\W\d]\D*?)\s*(?P<dash>[{_DASH}]?)\s*"
    r"(?P<hedge>близько|приблизно|орієнтовно|about|approximately|понад|більше|more than|over)?\s*"
    rf"(?P<total>{_NUMBER})\s*"
    rf"(?P<change>\(\s*[^)\d]*(?:{_NUMBER})[^)\d]*\)|[+\-‒–−]\s?(?:{_NUMBER}))?\s*"
    r"(?P<rest>\D*)$",
    re.IGNORECASE,
)
_HEDGES: dict[str, Modifier] = {"понад": "at_least", "більше": "at_least", "more than": "at_least", "over": "at_least"}
# Items end at a line's end, a semicolon, a full stop before a capital, or a comma with another number in the words
# after it ("2,814" is one number; "Meanwhile, the defence holds" is one sentence).
_ITEM_ENDS = re.compile(r"[;\n]|,\s+(?=[^\d\s][^,;\n\d]*\d)|(?<=[^\W\d])\.\s+(?=[A-ZА-ЯЄІЇҐ])")
_DIGIT = re.compile(r"\d")


class Since2022:
    """Totals only, of persons; the heading names no year, which then is 2022."""

    first_day = date(2022, 2, 24)
    units = frozenset(
        ["осіб", "особи", "чоловік", "од", "одиниць", "шт", "persons", "person", "people", "soldiers", "units", "unit"]
    )
    change_is_stated = False

    @staticmethod
    def year(stated: str | None) -> int | None:
        """The year of a heading."""
        return _full_year(stated) if stated else 2022


class SinceApril2022(Since2022):
    """The list says "liquidated", and the day's change stands in brackets: "79400 (+710) осіб ліквідовано"."""

    first_day = date(2022, 4, 17)
    units = Since2022.units | frozenset(["ліквідовано", "знищено", "were", "was", "liquidated", "eliminated", "killed"])
    change_is_stated = True


class Since2023(SinceApril2022):
    """The heading names its years, with two digits until March 2023 and then with four."""

    first_day = date(2023, 1, 1)

    @staticmethod
    def year(stated: str | None) -> int | None:
        """The year of a heading; without one the day is unknown, because several years would do."""
        return _full_year(stated) if stated else None


_FORMS: tuple[type[Since2022], ...] = (Since2023, SinceApril2022, Since2022)


@dataclass(frozen=True, slots=True)
class _Piece:
    words: str
    line: int
    item: re.Match[str] | None


def recognises(text: str) -> bool:
    """Whether the text is a list of the General Staff: its heading, and at least one named total below it."""
    return any(
        piece.item and _names_a_category(piece.item)
        for header, end in _sections(text)
        for piece in _pieces(text, header.end(), end)
    )


def read(text: str, origin: str = "") -> Bulletin:
    """The totals of every post in the text; lines with numbers that no form reads come back as unrecognised."""
    sections = [(_day(header, text, origin), header, end) for header, end in _sections(text)]
    points: list[Point] = []
    remarks: list[Remark] = []
    unrecognised: list[Unrecognised] = []
    notes: list[Note] = []
    for day, header, end in sections:
        pieces = _pieces(text, header.end(), end)
        named = [number for number, piece in enumerate(pieces) if piece.item and _names_a_category(piece.item)]
        for number, piece in enumerate(pieces):
            said = _said(piece, day, origin, in_list=bool(named) and number <= named[-1])
            if isinstance(said, Point):
                points.append(said)
                notes.extend(_note_on_form(said, piece))
            elif isinstance(said, Remark):
                remarks.append(said)
            else:
                unrecognised.append(said)
    _refuse_empty(sections, points, text, origin)
    return Bulletin(SERIES, tuple(points), tuple(remarks), (), tuple(unrecognised), tuple(notes))


def _sections(text: str) -> Iterator[tuple[re.Match[str], int]]:
    headers = list(_HEADER.finditer(text)) if _START in text else []
    for header, following in zip_longest(headers, headers[1:]):
        # The next post's own heading line begins before its dates: it belongs to that post.
        end = text.rfind("\n", header.end(), following.start()) if following else len(text)
        yield header, end if end >= 0 else following.start() if following else len(text)


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    pieces = []
    colon = re.compile(r"[^\n\d]*:").match(text, start, end)
    position = colon.end() if colon else start
    for stop in [*(match.span() for match in _ITEM_ENDS.finditer(text, position, end)), (end, end)]:
        raw = text[position : stop[0]]
        words = raw.strip()
        if words.strip(" .,:"):
            first_letter = position + raw.index(words)
            pieces.append(_Piece(words, text.count("\n", 0, first_letter) + 1, _ITEM.match(words)))
        position = stop[1]
    return pieces


def _names_a_category(item: re.Match[str]) -> bool:
    return fold(item["name"]) in categories_by_name(SERIES)


def _said(piece: _Piece, day: date, origin: str, *, in_list: bool) -> Point | Remark | Unrecognised:
    item = piece.item
    if item and _names_a_category(item):
        form = _form(item, day)
        if form:
            return _point(item, day, form, piece.words, origin)
        return Unrecognised(piece.words, f"no form reads {item['rest'].strip()!r} after the number", piece.line, origin)
    if item and item["dash"]:
        why = f"no category is called {item['name'].strip()!r}: add the name to catalog/series/{SERIES}.toml"
        return Unrecognised(piece.words, why, piece.line, origin)
    if in_list and _DIGIT.search(piece.words):
        return Unrecognised(piece.words, "a number inside the list that is no item of it", piece.line, origin)
    return Remark(day, piece.words, origin)


def _form(item: re.Match[str], day: date) -> type[Since2022] | None:
    """The form of the day; where that does not read the line, the earliest other form that does."""
    of_the_day = next((form for form in _FORMS if form.first_day <= day), Since2022)
    return next((form for form in (of_the_day, *reversed(_FORMS)) if _reads(form, item)), None)


def _reads(form: type[Since2022], item: re.Match[str]) -> bool:
    words = item["rest"].casefold().replace(".", " ").replace(",", " ").split()
    return set(words) <= form.units and (form.change_is_stated or not item["change"])


def _note_on_form(point: Point, piece: _Piece) -> Iterator[Note]:
    if date.fromisoformat(point.version) > point.day:
        says = f"line {piece.line}: the form known from {point.version} met on {point.day.isoformat()}"
        yield Note("info", "form_before_its_time", says)


def _point(item: re.Match[str], day: date, form: type[Since2022], words: str, origin: str) -> Point:
    hedge = item["hedge"]
    return Point(
        day=day,
        category=categories_by_name(SERIES)[fold(item["name"])].id,
        total=_integer(item["total"]),
        change=_change(item["change"]),
        modifier=_HEDGES.get(hedge.casefold(), "about") if hedge else "exact",
        words=words,
        version=form.first_day.isoformat(),
        origin=origin,
    )


def _change(words: str | None) -> int | None:
    if not words:
        return None
    number = re.search(_NUMBER, words)
    falls = number and re.search(r"[-‒–−]\s*$", words[: number.start()])
    return None if number is None else -_integer(number[0]) if falls else _integer(number[0])


def _integer(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _full_year(stated: str) -> int:
    return int(stated) if len(stated) == 4 else 2000 + int(stated)


def _day(header: re.Match[str], text: str, origin: str) -> date:
    line = text.count("\n", 0, header.start()) + 1
    # A heading with a year is read alike by every form; one without is read by the form in use without years.
    form = Since2022 if header["year"] or not header["from_year"] else Since2023
    year = form.year(header["year"])
    try:
        return date(year or 0, int(header["month"]), int(header["day"]))
    except ValueError as error:
        raise SourceError(
            "unknown_form",
            f"the heading {header[0]!r} names no day",
            where=origin,
            line=line,
            remedy='a heading reads "from 24.02.22 to 11.11.22" or "з 24.02.22 по 11.11.22"',
        ) from error


def _refuse_empty(sections: list[tuple[date, re.Match[str], int]], points: list[Point], text: str, origin: str) -> None:
    """A title repeats its heading; but a day without any total at all is a form we do not know."""
    read_days = {point.day for point in points}
    for day, header, _end in sections:
        if day not in read_days:
            line = text.count("\n", 0, header.start()) + 1
            message = f"the post of {day.isoformat()} holds no line of a form we know"
            raise SourceError("unknown_form", message, where=origin, line=line, remedy="keep the page and report it")
    if not sections:
        raise SourceError("unknown_form", 'no heading "from 24.02.22 to ..." was found', where=origin, line=1)
