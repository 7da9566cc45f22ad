"""A figure on its way through grounding: its open fields, filled step by step and put back once.

`dataclasses.replace` on a figure's forty fields costs as much as finding its place, so it is called once a figure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallywire.claims.figure import Figure, Period, PlaceRef, Ref, Side, Source, Why


@dataclass(slots=True)
class Draft:
    """What grounding may change of a figure, and the reasons so far."""

    figure: Figure
    source: Source | None
    side: Side | None
    derived_from: tuple[Ref, ...]
    blamed: Ref | None
    place: PlaceRef | None
    places: tuple[PlaceRef, ...]
    period: Period | None
    why: list[Why]

    @classmethod
    def of(cls, figure: Figure) -> Draft:
        """A draft that changes nothing yet."""
        return cls(
            figure, figure.source, figure.side, figure.derived_from, figure.blamed,
            figure.place, figure.places, figure.period, list(figure.why),
        )  # fmt: skip

    def note(self, field: str, says: str, start: int | None = None, end: int | None = None) -> None:
        """Keep one reason."""
        self.why.append(Why(field, says, start, end))

    def done(self) -> Figure:
        """The figure with what was found."""
        if len(self.why) == len(self.figure.why):  # each change has its reason
            return self.figure
        return replace(
            self.figure, source=self.source, side=self.side, derived_from=self.derived_from, blamed=self.blamed,
            place=self.place, places=self.places, period=self.period, why=tuple(self.why),
        )  # fmt: skip
