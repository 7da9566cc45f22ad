"""What two revisions of the program read differently: figures gained, lost and changed, each with its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from excerpt import excerpt

Record = dict[str, Any]
Place = tuple[int, int] | str
SIGNS = {"-": "lost", "+": "gained", "~": "changed"}
AROUND = 20  # characters that tell a number's place where the text itself is read differently


@dataclass(frozen=True)
class Change:
    """A figure that only one revision reads (the other is None), or that both read, with different fields."""

    document: str
    text: str  # of the reading that the figure is taken from
    before: Record | None
    after: Record | None

    @property
    def sign(self) -> str:
        """One of SIGNS."""
        return "+" if self.before is None else "-" if self.after is None else "~"

    @property
    def figure(self) -> Record:
        """The figure as it is read now, or was read."""
        figure = self.after or self.before
        assert figure is not None, "one of the two is there"
        return figure


def changes(before: Sequence[Record], after: Sequence[Record]) -> Iterator[Change]:
    """The changes between the readings of the same documents, in the order of the text."""
    for old, new in zip(before, after, strict=True):
        same = old["text"] == new["text"]
        were, are = _by_place(old, same=same), _by_place(new, same=same)
        found: list[Change] = []
        for place in were.keys() | are.keys():
            for one, other in _pairs(were.get(place, []), are.get(place, [])):
                if one is None or other is None or fields(one) != fields(other):
                    found.append(Change(new["id"], (new if other else old)["text"], one, other))
        yield from sorted(found, key=lambda change: (change.figure["start"], change.figure["kind"], change.sign))


def fields(figure: Record) -> dict[str, str]:
    """What is compared, as it is printed."""
    return {
        "kind": figure["kind"],
        "value": value(figure),
        "modifier": figure["modifier"],
        "side": _name(figure["side"]),
        "source": _name(figure["source"]),
        "stance": figure["stance"],
        "count": figure["count"] or "-",
    }


def value(figure: Record) -> str:
    """The number as stated: "12", "12-" (at least), "0-30", "40-50"."""
    low, high = figure["low"], figure["high"]
    if low == high:
        return str(low)
    return f"{'' if low is None else low}-{'' if high is None else high}"


def told(change: Change) -> str:
    """One line: "- killed 12  'the ministry said [12] were killed'  people_killed"."""
    figure = change.figure
    said = excerpt(change.text, figure["start"], figure["end"])
    return f"{change.sign} {_what(change):24}  {change.document}  {said!r}  {figure['rule']}"


def report(name: str, found: Sequence[Change]) -> str:
    """The changes of one corpus: how many of each sort, then each of them, the losses first."""
    signs = [change.sign for change in found]
    counts = ", ".join(f"{signs.count(sign)} {word}" for sign, word in SIGNS.items())
    lines = [f"  {told(change)}" for sign in SIGNS for change in found if change.sign == sign]
    return "\n".join([f"{name}: {counts}", *lines])


def _what(change: Change) -> str:
    if change.before is None or change.after is None:
        figure = change.figure
        return f"{figure['kind']} {value(figure)}"
    was, now = fields(change.before), fields(change.after)
    differ = "; ".join(f"{name}: {was[name]} -> {now[name]}" for name in was if was[name] != now[name])
    return f"{now['kind']} {now['value']}  {differ}"


def _name(part: Record | None) -> str:
    return part["name"] if part else "-"


def _by_place(reading: Record, *, same: bool) -> dict[Place, list[Record]]:
    """Figures by where their number stands: by offset, or by the words around it where the texts differ."""
    found: dict[Place, list[Record]] = defaultdict(list)
    for figure in reading["figures"]:
        start, end = figure["start"], figure["end"]
        around = reading["text"][max(0, start - AROUND) : end + AROUND]
        found[(start, end) if same else around].append(figure)
    return found


def _pairs(old: list[Record], new: list[Record]) -> Iterator[tuple[Record | None, Record | None]]:
    """Each figure of a number with its counterpart: first of the same kind, then whatever is left of both."""
    left = list(new)
    alone = []
    for one in old:
        other = next((other for other in left if other["kind"] == one["kind"]), None)
        if other is None:
            alone.append(one)
        else:
            left.remove(other)
            yield one, other
    while alone or left:
        yield (alone.pop(0) if alone else None), (left.pop(0) if left else None)
