"""The act as a noun: "the killing of six members", "the release of 115 soldiers", "the loss of three tanks"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

NAMED = Shape("{killing of}w?t?{count}{of}{mods}{object}", reliability="high", needs="NZ")
# "the murder of a union leader, his wife and two other people"
LISTED = Shape("{killing of}[^NVJIFG.;:]{2,16}?,?c[tm]{0,2}{count}{of}{mods}{object}", reliability="low", needs="NZc")
# "the assassination of the rector, five other priests, and two women"
SECOND = Shape(
    "{killing of}[^NVJIFGpoT.;:]{2,16}?,{count}{of}{mods}{object}(?=[^.;:]{0,4}c)", reliability="low", needs="NZ,c"
)
SECOND_NAME = Shape("{killing of}[^VJIFGpoT.;:]{2,16}?,{count}w?{name}(?=,?c)", reliability="low", needs="NZ,cA")
# "the murder on Tuesday evening of six more followers", "the deaths on Sunday of two soldiers"
LATER = Shape("(?P<t>[DF])(?:p[tTXA]{1,3}(?:fT)?){1,2}f{count}{of}{mods}{object}", reliability="middle", needs="Nfp")
DEMONYM = Shape("{killing of}t?{count}{few}{name}", reliability="middle", needs="NZA")
ALONE = Shape("{killing of}t?{count}m?(?:{bare}|(?=i))", reliability="middle", needs="NZ")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number after "the killing of"."""
    for shape in (NAMED, LISTED, SECOND, SECOND_NAME, LATER, DEMONYM, ALONE):
        yield from shape.proposals(sentence, __name__)
