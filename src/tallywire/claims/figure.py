"""A figure: how many, of what, whose, said by whom, over which period, in which exact words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from tallywire.claims.article import SegmentKind, Span

Kind = Literal[
    "killed",
    "wounded",
    "casualties",
    "captured",
    "missing",
    "abducted",
    "detained",
    "displaced",
    "evacuated",
    "freed",
    "remains",
    "destroyed",
    "damaged",
    "lost",
    "intercepted",
    "launched",
    "recaptured",
]
What = Literal[
    "combatant",
    "civilian",
    "child",
    "woman",
    "police",
    "journalist",
    "aid_worker",
    "person",
    "tank",
    "afv",
    "artillery",
    "mlrs",
    "air_defence",
    "aircraft",
    "helicopter",
    "uav",
    "missile",
    "ship",
    "vehicle",
    "special_equipment",
    "building",
    "settlement",
    "area_km2",
    "other",
]
Modifier = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
Voice = Literal["own", "indirect", "direct"]
Stance = Literal["asserted", "alleged", "denied", "question", "hypothetical", "expected"]
Count = Literal["increment", "period_total", "running_total"]
SourceType = Literal[
    "party", "official", "military", "un", "ngo", "medical", "media", "witness", "social", "anonymous", "other"
]
Per = Literal["side", "place", "day", "week", "month", "year", "other"]
Number = int | float

KINDS: tuple[str, ...] = get_args(Kind)
WHATS: tuple[str, ...] = get_args(What)
# Of these the ones that count people; all others count things.
PEOPLE: frozenset[What] = frozenset(
    {"combatant", "civilian", "child", "woman", "police", "journalist", "aid_worker", "person"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words and where they stand."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Who:
    """What the words say of the people counted; None means not said."""

    status: Literal["combatant", "civilian"] | None = None
    sex: Literal["female", "male"] | None = None
    age: Literal["child", "adult", "elderly"] | None = None
    role: str | None = None


# A population, never a belligerent. "people of" where the text does not say that they were civilians.
POPULATIONS = ("civilians of ", "people of ")


@dataclass(frozen=True, slots=True)
class Side:
    """Whose loss it is: the name as written, and the catalogue's id once grounded."""

    name: str
    id: str | None = None
    members: tuple[str, ...] = ()

    @property
    def home(self) -> str | None:
        """Where a population lives ("Kherson" of "civilians of Kherson"); None for any other side."""
        start = next((start for start in POPULATIONS if self.name.startswith(start)), None)
        return self.name.removeprefix(start) if start else None


@dataclass(frozen=True, slots=True)
class Ref:
    """A name as written, and the catalogue's id once grounded."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the claimant, not the outlet that prints it."""

    name: str
    id: str | None = None
    type: SourceType = "other"
    party_to_conflict: bool | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The time covered, in the text's words; `edtf` once grounded ("2022-11-05/2022-11-11")."""

    words: str
    start: int
    end: int
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Where: the name as written; identifiers once grounded. `precision`: city, district, region, country ..."""

    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """One step of the reading, for `tallywire explain`: which field, by what, on which words."""

    field: str
    says: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one sentence states it. Fields and their rules: `tallywire schema reading`.

    Bounds: exact and about have low = best = high; at_least has only low; at_most has low 0 and high; range and
    vague have low and high. `band` is what comparisons use for about and vague.
    """

    id: str
    kind: Kind
    what: What
    who: Who | None
    low: Number | None
    best: Number | None
    high: Number | None
    modifier: Modifier
    band: tuple[Number, Number] | None
    words: str
    start: int
    end: int
    term: Words | None
    side: Side | None
    source: Source | None
    derived_from: tuple[Ref, ...]
    via: tuple[str, ...]
    voice: Voice
    stance: Stance
    count: Count | None
    period: Period | None
    place: PlaceRef | None
    places: tuple[PlaceRef, ...]
    event: str | None
    cause: str | None
    blamed: Ref | None
    scope: tuple[str, ...]
    subset_of: str | None
    of: str | None
    change_of: str | None
    previous_of: str | None
    per: Per | None
    segment: SegmentKind
    evidence: Span
    header: Span | None
    lang: str | None
    rule: str
    confidence: float
    why: tuple[Why, ...]

    @property
    def value(self) -> Number | None:
        """The number as stated: best where there is one, else the stated bound; None for a range or vague figure."""
        if self.best is not None:
            return self.best
        if self.modifier == "at_least":
            return self.low
        return self.high if self.modifier == "at_most" else None
