"""One careful line for each figure, to copy: "The General Staff, a party to the war, says ...; not verified."

It says no more than the text does: what is unknown is left out, charged words stand in quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.catalog.actors import actors
from tallywire.catalog.charged import charge
from tallywire.catalog.naming import Name, is_nameless, with_article
from tallywire.claims.article import Article
from tallywire.claims.figure import PEOPLE, Figure, Kind, Ref, Source, Stance
from tallywire.writers.naming import amount, counted, is_one, plain_name, whose
from tallywire.writers.times import when

# Where something is posted; any other name in the chain quotes it.
_MEDIA = frozenset({"facebook", "instagram", "telegram", "tiktok", "twitter", "vk", "vkontakte", "x", "youtube"})

# Kinds whose name is no participle: "12 casualties", "the remains of 12 people".
_NOUNS: frozenset[Kind] = frozenset({"casualties", "remains"})
_SAYS: dict[Stance, tuple[str, str]] = {
    "asserted": ("says", "say"),
    "alleged": ("says", "say"),
    "denied": ("denies that", "deny that"),
    "question": ("asks whether", "ask whether"),
    "hypothetical": ("says", "say"),
    "expected": ("expects that", "expect that"),
}
_WITHOUT_SOURCE: dict[Stance, str] = {
    "asserted": "reports, without naming a source, that",
    "alleged": "reports, without naming a source, that",
    "denied": "reports a denial that",
    "question": "asks whether",
    "hypothetical": "says that",
    "expected": "expects that",
}
_TAILS: dict[Stance, str] = {
    "question": "; a question, not a statement",
    "hypothetical": "; a possibility, not a count",
    "expected": "; an expectation, not a count",
}
_UNVERIFIED = "; not independently verified"


def careful(figure: Figure, article: Article, *, disputed: bool = False) -> str:
    """A sentence that says who says what, and no more; `disputed` when what the source counts is disputed."""
    words = f"{_speaker(figure, article)} {_clause(figure)}{_details(figure)}{_term(figure, disputed=disputed)}"
    return f"{words[0].upper()}{words[1:]}{_TAILS.get(figure.stance, _UNVERIFIED)}."


# --- who says it ----------------------------------------------------------------------------------------------------


def _speaker(figure: Figure, article: Article) -> str:
    if figure.source is None:
        return _outlet(figure, article)
    name = _named(figure)
    asides = [*_party(figure.source, name), *_quoted_by(figure)]
    verb = _SAYS[figure.stance][name.plural]
    told = [_media(figure), _origin(figure.derived_from, "by its own count from figures of")]
    after = "".join(part for part in told if part)
    if not after:
        return f"{name.words}{_aside(asides)} {verb}"
    plain, _, joint = verb.partition(" ")
    return f"{name.words}{_aside(asides)} {plain}{after} {joint or 'that'}"


def _party(source: Source, name: Name) -> list[str]:
    """A body is a party to a war; a person or some officials only speak for one."""
    if not source.party_to_conflict:
        return []
    known = actors().by_id.get(source.id or "")
    speaks_for = name.plural or (known is not None and known.type == "person")
    return ["speaking for a party to the war" if speaks_for else "a party to the war"]


def _aside(asides: list[str]) -> str:
    return f", {', '.join(asides)}," if asides else ""


def _outlet(figure: Figure, article: Article) -> str:
    outlet = article.outlet or "the article"
    if figure.derived_from and figure.stance in {"asserted", "alleged"}:
        return f"{outlet} reports{_origin(figure.derived_from, 'by its own count from updates of')} that"
    return f"{outlet} {_WITHOUT_SOURCE[figure.stance]}"


def _origin(origins: tuple[Ref, ...], opening: str) -> str:
    if not origins:
        return ""
    parties = [actors().by_id.get(one.id or "") for one in origins]
    party = ", a party to the war" if any(actor and actor.is_party for actor in parties) else ""
    return f", {opening} {' and '.join(with_article(one.name).words for one in origins)}{party},"


def _named(figure: Figure) -> Name:
    source = figure.source
    if source is None or is_nameless(source.name):
        return Name("a source that the text does not name", plural=False)
    known = actors().by_id.get(source.id or "")
    # A name in another script is no use in an English line where the catalogue has an English one.
    foreign = not source.name.isascii() and known is not None
    return with_article(known.name if foreign and known is not None else source.name)


def _media(figure: Figure) -> str:
    media = [one for one in figure.via if one.casefold() in _MEDIA]
    return f" on {' and '.join(media)}" if media else ""


def _quoted_by(figure: Figure) -> list[str]:
    chain = [with_article(one).words for one in figure.via if one.casefold() not in _MEDIA]
    return [f"quoted by {' and '.join(chain)}"] if chain else []


# --- what is said ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mood:
    """The verb "to be" before a singular and a plural."""

    one: str
    many: str

    def of(self, figure: Figure) -> str:
        return self.one if is_one(figure) else self.many


_MOODS: dict[Stance, _Mood] = {
    "alleged": _Mood("was reportedly", "were reportedly"),
    "hypothetical": _Mood("could be", "could be"),
    "expected": _Mood("will be", "will be"),
}
_PAST = _Mood("was", "were")


def _clause(figure: Figure) -> str:
    be = _MOODS.get(figure.stance, _PAST).of(figure)
    if figure.kind == "casualties" or (figure.kind == "lost" and figure.what in PEOPLE):
        return f"there {be} {amount(figure)} {_casualties(figure)}"
    if figure.kind == "remains":
        be = _MOODS.get(figure.stance, _PAST).many
        return f"the remains of {amount(figure)} {counted(figure)} {be} {_found(figure)}"
    if figure.kind in {"launched", "recaptured"} or figure.what in {"settlement", "area_km2"}:
        return f"{amount(figure)} {_without_side(figure)} {be} {_done(figure)}{_against(figure)}"
    return f"{amount(figure)} {counted(figure)} {be} {_done(figure)}"


def _casualties(figure: Figure) -> str:
    one, many = ("casualty", "casualties") if figure.kind == "casualties" else ("loss", "losses")
    before, after = whose(figure, civilians_are_a_nation=False)
    what = {"civilian": "civilian", "child": "child", "police": "police"}.get(figure.what, "")
    if figure.what == "combatant" and figure.side is None:
        what = "military"
    return " ".join(part for part in (before, what, one if is_one(figure) else many, after) if part)


def _found(figure: Figure) -> str:
    written = figure.term.words.casefold() if figure.term else ""
    return next((done for done in ("handed over", "exhumed", "recovered", "returned") if done in written), "found")


def _without_side(figure: Figure) -> str:
    before, after = whose(figure)
    return counted(figure).removeprefix(before).removesuffix(after).strip()


def _against(figure: Figure) -> str:
    """Whose target a missile has, and who lost the village."""
    if figure.side is None:
        return ""
    known = actors().by_id.get(figure.side.id or "")
    name = with_article(plain_name(known) if known else figure.side.name).words
    return f" at {name}" if figure.kind == "launched" else f" from {name}" if figure.kind != "damaged" else ""


def _done(figure: Figure) -> str:
    term = figure.term.words if figure.term else ""
    if figure.kind == "killed" and charge(term) is not None and term.isascii() and term.endswith("ed"):
        return f'"{term.lower()}"'
    return figure.kind


def _details(figure: Figure) -> str:
    place = f" in {figure.place.name}" if figure.place and not _is_side(figure) else ""
    per = f" per {figure.per}" if figure.per in {"day", "week", "month", "year"} else ""
    scope = "".join(f' ("{words}")' for words in figure.scope)
    return f"{per}{place}{when(figure)}{_blamed(figure)}{scope}"


def _short_name(named: Ref) -> str:
    actor = actors().by_id.get(named.id or "")
    return named.name if actor is None else plain_name(actor)


def _blamed(figure: Figure) -> str:
    """Who is said to have done it. Whoever shot down a drone or lost his own soldiers is not blamed for it."""
    if figure.blamed is None or figure.kind == "intercepted" or (figure.side and figure.side.id == figure.blamed.id):
        return ""
    return f", attributed to {with_article(_short_name(figure.blamed)).words}"


def _is_side(figure: Figure) -> bool:
    return figure.place is not None and figure.side is not None and figure.place.name == figure.side.name


def _term(figure: Figure, *, disputed: bool) -> str:
    if figure.term is None or figure.what not in PEOPLE:
        return ""
    word = " ".join(figure.term.words.split())
    if disputed:
        same = figure.kind in word.casefold()
        theirs = "" if same else f'the word in the text is "{word}"; '
        return f" ({theirs}what is counted is disputed)"
    quoted = figure.kind not in _NOUNS and _done(figure).startswith('"')
    return f' (the word in the text is "{word}")' if charge(word) is not None and not quoted else ""
