"""The daily report of Gaza's Ministry of Health, in English and Arabic: "68,280 killed since 7 October 2023".

Each clause counts over a time of its own, which its words name: the past hours, since 7 October 2023, since 18 March
2025, since the ceasefire. What the hospitals received in the past hours is the day's number of killed, but where the
same report adds names accepted later to the total: then the day's number would be both, and the hospitals' number is
kept as what reached hospitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tallywire.catalog.calendar import calendar
from tallywire.claims.article import Note
from tallywire.claims.errors import SourceError
from tallywire.claims.series import Bulletin, Point, Remark, Unrecognised

SERIES = "gaza_moh"

_LONGEST = 4_000  # characters of one report; an article that passes it on is longer, and is read as an article
_HEAD = 300
_LETTERS = str.maketrans("٠١٢٣٤٥٦٧٨٩أإآىة٬", "0123456789ااايه,", "".join(map(chr, range(0x64B, 0x653))) + "ـ")
_MINISTRY = re.compile(r"ministry of health|health ministry|وزاره الصحه")
_REPORT = re.compile(r"daily (?:statistical )?report|التقرير الاحصائي")
_DATE = re.compile(r"\b(\d{1,2})[ /.-]+([^\W\d_]+|\d{1,2})[ /.-]+(\d{4})\b|\b([^\W\d_]+) (\d{1,2}), (\d{4})\b")
_SHORT_DATE = re.compile(
    r"(?:\b(?:7|18|10|11)|السابع من) (?:october|march|اكتوبر|مارس)\b(?:,? (?:للعام )?\d{4})?"
    r"|\b(?:october|march) (?:7|18|10|11)\b(?:, \d{4})?"
)
_HOURS = re.compile(r"(?:past|last|previous|خلال)\s+(?:ال)?\s*(\d{1,3})[ -](?:hours?|ساعه)")
_NUMBER = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+|\d+")
_ENDS = re.compile(r"\n|[.;؛](?=\s|$)|[,،]\s*(?=of whom|of them since|of these|منهم|منها)")

# The words of each time, the more particular first.
_SCOPES = (
    ("committee", re.compile(r"judicial committee|added to the (?:cumulative )?to(?:tal|ll)|اللجنه القضائيه|التراكمي")),
    ("aid", re.compile(r"\baid (?:seekers?|victims?)|المساعدات|لقمه العيش")),
    ("famine", re.compile(r"famine|malnutrition|starvation|المجاعه")),
    ("ceasefire", re.compile(r"since the (?:ceasefire|truce)|منذ (?:اعلان |بدء )?وقف اطلاق النار")),
    ("march", re.compile(r"since (?:18 march|march 18)|منذ 18 مارس")),
    ("war", re.compile(r"since (?:7 october|october 7)|منذ (?:السابع من|7) اكتوبر")),
    ("hours", _HOURS),
)
# What a number counts, by the words behind it or before its colon; the more particular first.
_COUNTED = (
    ("succumbed", re.compile(r"died of (?:their |earlier )?wounds|succumbed|متاثر")),
    ("recovered", re.compile(r"recovered|retrieved|انتشال|انتشلت")),
    ("new", re.compile(r"\banew\b|\bnewly\b|\bnew\b|\bdirect|جدد|جديد|استهداف مباشر")),
    ("child", re.compile(r"\bchild|طفل|اطفال")),
    ("injured", re.compile(r"injur|wounded|اصابه|اصابات|جريح|جرحي|مصاب")),
    ("killed", re.compile(r"killed|\bdead\b|\bdeaths?\b|martyr|شهيد|شهداء|قتيل|قتلي|وفاه|\bnames\b|\bpeople\b")),
)
_LABEL = re.compile(r":\s*\d[\d,]*$")
_TOTAL = re.compile(r"\btotal|\bto\b|اجمالي|ارتفع|ليرتفع")


@dataclass(frozen=True, slots=True)
class _Form:
    """A kind of clause: from which report on it is met, and the category of each thing it counts."""

    first_day: date
    counts: tuple[tuple[str, str], ...]
    is_change: bool = False


_FORMS = {
    "hours": _Form(date(2023, 10, 7), (("killed", "killed"), ("injured", "injured")), is_change=True),
    "war": _Form(date(2023, 10, 7), (("killed", "killed"), ("injured", "injured"))),
    "parts": _Form(
        date(2025, 1, 23),
        (("new", "killed_new"), ("recovered", "killed_recovered"), ("succumbed", "killed_succumbed")),
        is_change=True,
    ),
    "committee": _Form(date(2025, 1, 11), (("killed", "killed_committee"),), is_change=True),
    "march": _Form(date(2025, 3, 18), (("killed", "killed_since_march_2025"), ("injured", "injured_since_march_2025"))),
    "aid": _Form(date(2025, 6, 2), (("killed", "aid_seekers_killed"), ("injured", "aid_seekers_injured"))),
    "famine": _Form(date(2025, 7, 20), (("killed", "famine"), ("child", "famine_children"))),
    "ceasefire": _Form(
        date(2025, 10, 11),
        (
            ("killed", "killed_since_ceasefire"),
            ("injured", "injured_since_ceasefire"),
            ("recovered", "recovered_since_ceasefire"),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class _Clause:
    words: str  # as written
    plain: str  # folded, as long as its dates and hours are blanked
    line: int
    scope: str
    hours: int | None


@dataclass(frozen=True, slots=True)
class _Report:
    day: date
    origin: str
    has_committee: bool


def recognises(text: str) -> bool:
    """Whether the text is one report of the ministry: its name, "daily report", a day, and the toll since 7 October."""
    if len(text) > _LONGEST or text.lstrip().startswith(("[", "{", "<")):
        return False
    head = _folded(text[:_HEAD])
    if not (_MINISTRY.search(head) and _REPORT.search(head) and _day(head)):
        return False
    return any(clause.scope == "war" and _numbers(clause) for clause in _clauses(text))


def read(text: str, origin: str = "") -> Bulletin:
    """What the report states for its day; numbers that no form reads come back as unrecognised with their words."""
    day = _day(_folded(text[:_HEAD]))
    if day is None:
        raise SourceError(
            "unknown_form",
            "the report names no day",
            where=origin,
            line=1,
            remedy='write its day in the first line: "23 October 2025"',
        )
    clauses = _clauses(text)
    report = _Report(day, origin, any(clause.scope == "committee" and _numbers(clause) for clause in clauses))
    points: dict[str, Point] = {}
    remarks: list[Remark] = []
    unrecognised: list[Unrecognised] = []
    for clause in clauses:
        numbers = _numbers(clause)
        if not numbers:
            remarks.append(Remark(day, clause.words, origin))
        for value, counted in numbers:
            point = _point(clause, value, counted, report)
            why = f"{value:,} is no number that a form of the report reads" if point is None else ""
            if point:
                before = points.get(point.category)
                why = _against(before, point) if before else ""
                points[point.category] = _joined(before, point) if before else point
            if why:
                unrecognised.append(Unrecognised(clause.words, why, clause.line, origin))
    return Bulletin(
        SERIES, tuple(points.values()), tuple(remarks), (), tuple(unrecognised), tuple(_notes(points.values()))
    )


def _folded(text: str) -> str:
    return text.translate(_LETTERS).casefold()


def _day(head: str) -> date | None:
    """The first day named that is not one from which something is counted."""
    for match in _DATE.finditer(head):
        if re.search(r"(?:since|منذ)[^\n.\d]{0,40}$", head[: match.start()]):
            continue
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        number = int(month) if month.isdecimal() else _months().get(month, 0)
        try:
            return date(int(year), number, int(day))
        except ValueError:
            continue
    return None


def _months() -> dict[str, int]:
    return {_folded(name): number for name, number in calendar().months.items()}


def _clauses(text: str) -> list[_Clause]:
    clauses: list[_Clause] = []
    start = 0
    inherited = ""
    for end in [*(match.span() for match in _ENDS.finditer(text)), (len(text), len(text))]:
        words = text[start : end[0]].strip(" \t•-–*،,")
        line = text.count("\n", 0, start) + 1
        start = end[1]
        if not any(letter.isalpha() for letter in words):
            continue
        clause = _clause(words, line, inherited)
        # "Since the ceasefire:" is a heading of the lines "Total killed: 89" below it.
        inherited = "ceasefire" if clause.scope == "ceasefire" else ""
        clauses.append(clause)
    return clauses


def _clause(words: str, line: int, inherited: str) -> _Clause:
    plain = _folded(words)
    labelled = inherited if _LABEL.search(plain) else ""
    scope = next((name for name, pattern in _SCOPES if pattern.search(plain)), labelled)
    hours = _HOURS.search(plain)
    for pattern in (_HOURS, _DATE, _SHORT_DATE):
        plain = pattern.sub(lambda match: " " * len(match[0]), plain)
    return _Clause(words, plain, line, scope, int(hours[1]) if hours else None)


def _numbers(clause: _Clause) -> list[tuple[int, str]]:
    """The numbers of a clause with what each counts: by the words up to the next number, or before its colon."""
    found = list(_NUMBER.finditer(clause.plain))
    numbers = []
    for place, match in enumerate(found):
        begins = found[place - 1].end() if place else 0
        ends = found[place + 1].start() if place + 1 < len(found) else len(clause.plain)
        before, behind = clause.plain[begins : match.start()], clause.plain[match.end() : ends]
        named = before if before.rstrip().endswith(":") else re.split(r"[,،()]", behind)[0]
        numbers.append((int(match[0].replace(",", "")), _counted(named)))
    return numbers


def _counted(words: str) -> str:
    return next((name for name, pattern in _COUNTED if pattern.search(words)), "")


def _point(clause: _Clause, value: int, counted: str, report: _Report) -> Point | None:
    name = "parts" if clause.scope == "hours" and counted in dict(_FORMS["parts"].counts) else clause.scope
    form = _FORMS.get(name)
    category = dict(form.counts).get(counted) if form else None
    if form is None or category is None:
        return None
    if category == "killed" and form.is_change and report.has_committee:
        category = "killed_with_bodies"
    is_change = form.is_change or (clause.hours is not None and not _TOTAL.search(clause.plain))
    return Point(
        day=report.day,
        category=category,
        total=None if is_change else value,
        change=value if is_change else None,
        words=clause.words,
        version=form.first_day.isoformat(),
        origin=report.origin,
        hours=clause.hours or 24,
    )


def _against(before: Point, after: Point) -> str:
    """What a second statement says that the first did not leave open, if it is another number."""
    for what, first, second in (("total", before.total, after.total), ("change", before.change, after.change)):
        if first is not None and second is not None and first != second:
            return f"{after.category}: a {what} of {second:,} beside {first:,}, which stays"
    return ""


def _joined(before: Point, after: Point) -> Point:
    """One point of a total and a change that two clauses state; the first statement of each stays."""
    total = after.total if before.total is None else before.total
    change, hours = (after.change, after.hours) if before.change is None else (before.change, before.hours)
    words = before.words if after.words == before.words else f"{before.words} … {after.words}"
    return Point(before.day, before.category, total, change, "exact", words, before.version, before.origin, hours=hours)


def _notes(points: Iterable[Point]) -> Iterator[Note]:
    for point in points:
        if date.fromisoformat(point.version) > point.day:
            says = f"{point.category}: the form known from {point.version} met on {point.day.isoformat()}"
            yield Note("info", "form_before_its_time", says)
