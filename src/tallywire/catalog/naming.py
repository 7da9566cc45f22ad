"""How the name of a source stands in an English sentence: "the General Staff says", "officials say", "Ukraine says"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallywire.catalog.actors import actors
from tallywire.catalog.charged import charge


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready for a sentence: with its article, and whether a verb after it is plural."""

    words: str
    plural: bool


# Nouns of bodies: a name with one of them takes "the" unless it begins with a possessive.
_BODIES = frozenset(
    """administration agency air army authorities authority battalion border brigade bureau cabinet centre center clan
    command commander commission committee corps council department directorate embassy federation force forces
    government governor group guard headquarters hospital institute intelligence mayor military militia minister
    ministry mission monitor movement navy observatory office operation organisation organization parliament police
    president presidency prosecutor service services source spokesman spokesperson spokeswoman staff union
    white house""".split()  # noqa: SIM905
)
_PLURALS = frozenset(
    """activists analysts authorities bloggers commanders doctors experts fighters forces journalists investigators
    local locals media medics militants monitors observers officers officials people police prosecutors rebels reports
    rescuers residents services soldiers sources taliban troops volunteers witnesses workers""".split()  # noqa: SIM905
)
_WITH_THE = frozenset({"ELN", "FARC", "Houthis", "IDF", "RSF", "Taliban", "UN"})
_COUNTRIES_WITH_THE = re.compile(
    r"United|U[SK]\b|Republic\b|(?:Netherlands|Philippines|Bahamas|Gambia|Comoros|Maldives)$|\w+ Republic"
)
# "the Armed Forces of Ukraine post": the text speaks, not the body.
_TEXTS = (" briefing", " bulletin", " post", " report", " statement", " update")
_LEADS = re.compile(r"^(?:[^\w\"'(]+|(?:its|their|his|her)\s+)", re.IGNORECASE)
_TRAILS = re.compile(r"(?:\s+(?:a|an|and|at|by|for|from|in|of|on|that|the|to|with))+$")
_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "who", "which"})
_HEAD_ENDS = re.compile(r"\s+(?:of|in|from|for|on|at|to|close|who|with|near|familiar)\b|,|\(")


def with_article(name: str) -> Name:
    """A source's name as it stands in a sentence: "the General Staff", "officials", "Ukraine", "a doctor"."""
    words = _trimmed(name)
    head = words.split(" ") if words.endswith(_TEXTS) else _HEAD_ENDS.split(words)[0].split(" ")
    plural = _is_plural(head[-1]) and head[0].casefold() not in {"a", "an", "one"}
    if charge(words) == "slur":
        return Name(f'"{words}"', plural)
    if head[0].casefold() in {"the", "a", "an"}:
        return Name(head[0].casefold() + words[len(head[0]) :], plural)
    return Name(f"the {words}" if _takes_article(words, head, plural=plural) else words, plural)


def _trimmed(name: str) -> str:
    """A name without what hangs over its ends: a bullet, "its", a last "of the"."""
    words = _LEADS.sub("", " ".join(name.split()))
    return _TRAILS.sub("", words) or name


def _is_plural(head: str) -> bool:
    return head.casefold() in _PLURALS or (head.islower() and head.endswith("s") and not head.endswith("ss"))


def _takes_article(words: str, head: list[str], *, plural: bool) -> bool:
    if head[0].casefold() in _PRONOUNS or any(word.endswith(("'s", "’s", "s'", "s’")) for word in head):
        return False
    known = actors().find(f"the {words}")
    if known is not None:
        # "the Kremlin", but "the Ukraine" is a name that the country asks nobody to use.
        return known.type != "country" or _COUNTRIES_WITH_THE.match(words) is not None
    if _COUNTRIES_WITH_THE.match(words):
        return True
    if head[-1].islower():
        return not plural
    return head[-1].casefold() in _BODIES or words in _WITH_THE


def is_nameless(name: str) -> bool:
    """Whether a source is only a pronoun that nothing in the text explains."""
    return name.casefold() in _PRONOUNS
