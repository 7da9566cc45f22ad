"""Numbers and things as careful English says them: "nearly 80,000", "Russian soldiers", "civilians of Ukraine"."""

from __future__ import annotations

import re

from tallywire.catalog.actors import Actor, actors, side_of
from tallywire.catalog.charged import charge
from tallywire.catalog.naming import with_article
from tallywire.claims.figure import Figure, Number, Side, What

_ONES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

# Hedges of English that are kept as written, because none says quite what another does.
_HEDGES = {
    "at_least": (
        "well over", "just over", "more than", "no fewer than", "no less than", "not less than", "upwards of",
        "at least", "over", "above",
    ),
    "at_most": (
        "no more than", "not more than", "fewer than", "less than", "as many as", "just under", "up to", "under",
    ),
    "about": (
        "an estimated", "approximately", "close to", "just over", "just under", "about", "around", "roughly", "nearly",
        "almost", "some",
    ),
}  # fmt: skip
_PLAIN_HEDGE = {"at_least": "at least", "at_most": "up to", "about": "about"}

# The catalogue's table of vague words, back from bounds to words.
_VAGUE = {
    (2, 3): "a couple of",
    (3, 9): "several",
    (20, 99): "tens of",
    (24, 99): "dozens of",
    (40, 99): "scores of",
    (200, 999): "hundreds of",
    (2000, 9999): "thousands of",
    (20000, 99999): "tens of thousands of",
    (200000, 999999): "hundreds of thousands of",
    (2000000, 9999999): "millions of",
}

_THINGS: dict[What, tuple[str, str]] = {
    "combatant": ("soldier", "soldiers"),
    "civilian": ("civilian", "civilians"),
    "child": ("child", "children"),
    "woman": ("woman", "women"),
    "police": ("police officer", "police officers"),
    "journalist": ("journalist", "journalists"),
    "aid_worker": ("aid worker", "aid workers"),
    "person": ("person", "people"),
    "tank": ("tank", "tanks"),
    "afv": ("armoured fighting vehicle", "armoured fighting vehicles"),
    "artillery": ("artillery system", "artillery systems"),
    "mlrs": ("rocket launcher system", "rocket launcher systems"),
    "air_defence": ("air defence system", "air defence systems"),
    "aircraft": ("aircraft", "aircraft"),
    "helicopter": ("helicopter", "helicopters"),
    "uav": ("drone", "drones"),
    "missile": ("missile", "missiles"),
    "ship": ("vessel", "vessels"),
    "vehicle": ("vehicle", "vehicles"),
    "special_equipment": ("piece of special equipment", "pieces of special equipment"),
    "building": ("building", "buildings"),
    "settlement": ("settlement", "settlements"),
    "area_km2": ("square kilometre", "square kilometres"),
    "other": ("item", "items"),
}


# --- how many -------------------------------------------------------------------------------------------------------


def amount(figure: Figure) -> str:
    """How many, with the hedge of the text: "4,560", "over 4,000", "nearly 80,000", "dozens of", "no"."""
    if figure.modifier == "vague":
        return _vague(figure)
    if figure.value is None:
        return _between(figure)
    number = count_word(figure.value)
    return number if figure.modifier == "exact" else f"{_hedge(figure)} {number}"


def count_word(value: Number) -> str:
    """A number in running text: words below ten, digits from there."""
    whole = isinstance(value, int) or value.is_integer()
    return _ONES[int(value)] if whole and 0 <= value < len(_ONES) else f"{value:,}"


def is_one(figure: Figure) -> bool:
    """Whether the noun after this amount is singular."""
    return figure.value == 1


def _hedge(figure: Figure) -> str:
    written = " ".join(figure.words.casefold().split())
    for hedge in _HEDGES[figure.modifier]:
        if written.startswith(f"{hedge} "):
            return hedge
    return _hedge_of_band(figure) if figure.modifier == "about" else _PLAIN_HEDGE[figure.modifier]


def _hedge_of_band(figure: Figure) -> str:
    """A band on one side of the number is a direction that the writer gave in another language or order of words."""
    if figure.band is None or figure.best is None:
        return "about"
    if figure.band[1] <= figure.best:
        return "nearly"
    return "just over" if figure.band[0] >= figure.best else "about"


def _vague(figure: Figure) -> str:
    if re.search(r"\bfew\b", figure.words.casefold()):
        return "a few"
    return _VAGUE.get((int(figure.low or 0), int(figure.high or 0))) or _between(figure)


def _between(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return "an unstated number of"
    return f"between {figure.low:,} and {figure.high:,}"


def plural(what: What) -> str:
    """What is counted, for a table: "combatants", "tanks"."""
    return "combatants" if what == "combatant" else _THINGS[what][1]


def things(figure: Figure) -> str:
    """What one figure counts, for a table: "combatants", "helicopter" of one."""
    if not is_one(figure):
        return plural(figure.what)
    return "combatant" if figure.what == "combatant" else _THINGS[figure.what][0]


# --- of what and of whose -------------------------------------------------------------------------------------------


def counted(figure: Figure) -> str:
    """What is counted and whose: "Russian soldiers", "civilians of Ukraine", "one tank" without its number."""
    before, after = whose(figure)
    people = _people_of(figure)
    return " ".join(part for part in ([people, after] if people else [before, _thing(figure), after]) if part)


def _people_of(figure: Figure) -> str | None:
    """The name of a people where English has one: "Palestinians", not "Palestinian people"."""
    actor = _actor(figure.side)
    if actor is None or figure.what != "person" or _role(figure):
        return None
    adjective = _adjective(actor)
    if adjective is None or f"{adjective}s" not in actor.demonyms:
        return None
    return adjective if is_one(figure) else f"{adjective}s"


def _thing(figure: Figure) -> str:
    role = _role(figure)
    if role is not None:
        return role
    if figure.what == "combatant" and _is_armed_group(figure.side):
        return "fighter" if is_one(figure) else "fighters"
    if figure.what == "combatant" and figure.side is not None and _actor(figure.side) is None:
        return "combatant" if is_one(figure) else "combatants"  # of whom nothing is known: maybe no soldiers
    if figure.what == "person" and _is_armed_group(figure.side):
        return "member" if is_one(figure) else "members"
    if figure.what == "other":
        return _unnamed(figure)
    return _THINGS[figure.what][0 if is_one(figure) else 1]


def _role(figure: Figure) -> str | None:
    """The text's own noun, where it has the number it needs to stand in English running text."""
    role = figure.who.role if figure.who else None
    if (
        not role
        or not _is_english(figure)
        or charge(role) is not None
        or role.casefold() in {"person", "persons", "people"}
    ):
        return None
    if role.endswith("s") == is_one(figure):
        return None
    return role.lower() if role.istitle() else role


def _unnamed(figure: Figure) -> str:
    people = figure.kind not in {"destroyed", "damaged", "intercepted", "launched", "recaptured", "lost", "captured"}
    return _THINGS["person" if people else "other"][0 if is_one(figure) else 1]


# A name longer than this stands after the noun: "Hamas fighters", but "fighters of the National Liberation Army".
_BEFORE_NOUN = 2


def whose(figure: Figure, *, civilians_are_a_nation: bool = True) -> tuple[str, str]:
    """The side as an adjective before the noun, or as words after it: ("Russian", "") or ("", "of the militia")."""
    if figure.side is None:
        return "", ""
    actor = None if figure.side.home else _actor(figure.side)
    if actor is None:
        return "", _unknown_side(figure.side, figure)
    adjective = _adjective(actor)
    # "civilians of Ukraine": they are the people of a country, not of a belligerent.
    if adjective is None or (civilians_are_a_nation and figure.what == "civilian" and actor.type == "country"):
        return "", f"of {with_article(plain_name(actor)).words}"
    return adjective, ""


def plain_name(actor: Actor) -> str:
    """An actor's name without what only tells it from others: "National Liberation Army (Colombia)"."""
    return actor.name.split(" (", 1)[0]


def _actor(side: Side | None) -> Actor | None:
    return None if side is None else actors().by_id.get(side.id or "") or actors().find(side.name)


def _unknown_side(side: Side, figure: Figure) -> str:
    if charge(side.name) is not None:
        return f'(called "{side.name}" in the text)'
    name = side.home or side.name
    if figure.place is not None and figure.place.name == name:
        return ""  # the place is said anyway
    return f"of {with_article(name).words}" if _is_english(figure) else f'of "{name}"'


def _adjective(actor: Actor) -> str | None:
    if actor.type in {"armed_group", "people"} and not actor.demonyms:
        name = plain_name(actor)
        return name if len(name.split()) <= _BEFORE_NOUN else None
    power = actor if actor.demonyms else side_of(actor) or actor
    return next((word for word in power.demonyms if word.isascii()), None)


def _is_armed_group(side: Side | None) -> bool:
    actor = _actor(side)
    return actor is not None and actor.type == "armed_group"


def _is_english(figure: Figure) -> bool:
    return figure.lang is None or figure.lang.startswith("en")
