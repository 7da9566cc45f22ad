"""Verb, place, number, or a participle without "were", where word order is free: "загинули в Харкові 12 людей"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

_CLAUSE = '[^NVJIFGLDSZ.;:?!,"]'
# "загинули внаслідок удару 12 людей", "збито над областю 12 дронів"; but not "у 12 селах"
THERE = Shape("(?P<t>[VI])w?[pT]" + _CLAUSE + "{0,6}?(?<!p){count}{of}{mods}{object}", reliability="middle")
THERE_ALONE = Shape("(?P<t>[VI])w?[pT]" + _CLAUSE + "{1,4}?(?<!p){count}{bare}", reliability="low")
# "ranne zostały 3 osoby", "убиты были 12 человек"
WERE = Shape("(?P<t>[VJ])w?Bw?{count}{of}{mods}{object}", reliability="high", needs="NB")
WERE_ALONE = Shape("(?P<t>[VJ])w?Bw?{count}{bare}", reliability="middle", needs="NB")
# "поранені – двоє людей", "загиблих: 12 осіб"
STATED = Shape("(?P<t>[DJVI])[-:]{count}{of}{mods}{object}", reliability="middle")
# "загинуло 12 росіян"
DEMONYM = Shape("{died}w?(?:[pT]" + _CLAUSE + "{0,5}?(?<!p))?{count}{few}{name}", reliability="middle", needs="NIA")
# "4 «двохсотих»"
QUOTED = Shape('{count}"(?P<t>J)"', reliability="middle", needs='N"')
# "тіла трьох цивільних"
BODIES = Shape("{deaths}{count}{mods}(?P<o>P)", reliability="middle", needs="ND")
# "серед поранених троє дітей"
AMONG = Shape("p(?P<t>[VJD])[-,:]?B?{count}{mods}{object}", reliability="middle", needs="Np")
# "з них 12 – діти"
OF_THEM = Shape("i[pwB]?{count}-{mods}{object}", reliability="high", needs="Ni-", inherits=True)
# "12 людей у Харкові поранено"
LATER = Shape(
    "{count}{of}{mods}{object}" + _CLAUSE + "{1,6}?(?P<t>V)(?!w?[Nat]|[AX]{0,2}[PE]|[AXw]{1,3}[PEX])", reliability="low"
)
# "Росія випустила по Україні 67 дронів", "атакував місто 12 дронами"
SENT = Shape("{does}[AXwpPET]{1,6}?(?<!p){count}{of}{mods}(?P<o>E)(?![PE])", reliability="middle")
# "18 із 22 дронів збито", "збила над країною 18 із 22 дронів", "із 22 дронів збито 18"
_ALL = "{count}fm?(?P<all>N){mods}{object}"
OF_ALL = Shape(_ALL + _CLAUSE + "{0,5}?{term}", reliability="high", needs="Nf")
SHOT_OF_ALL = Shape("{does}" + _CLAUSE + "{0,6}?" + _ALL, reliability="high", needs="Nf")
ALL_FIRST = Shape(
    "[fp](?P<all>N){mods}{object}" + _CLAUSE + "{0,4}?{does}w?{count}{bare}", reliability="high", needs="N"
)

_SHAPES = (
    *(THERE, THERE_ALONE, WERE, WERE_ALONE, STATED, DEMONYM, QUOTED, AMONG),
    *(OF_THEM, OF_ALL, SHOT_OF_ALL, ALL_FIRST),
)
_SENDING = frozenset({"launched", "intercepted"})


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number, in languages whose nouns tell by their endings what they do in the sentence."""
    if sentence.lexicon.has_articles:
        return
    for shape in _SHAPES:
        yield from shape.proposals(sentence, __name__)
    for proposal in SENT.proposals(sentence, __name__):
        if _SENDING.intersection(_kinds(sentence, proposal)):
            yield proposal
    for proposal in BODIES.proposals(sentence, __name__):
        if "remains" in _kinds(sentence, proposal):
            yield proposal
    for proposal in LATER.proposals(sentence, __name__):
        if _tag(sentence, proposal) != "past":  # "12 бійців уночі захопили": they did it
            yield proposal


def _kinds(sentence: Typed, proposal: Proposal) -> tuple[str | None, ...]:
    entry = sentence.chunks[proposal.term].entry if proposal.term is not None else None
    return (entry.kind, *entry.also) if entry is not None else ()


def _tag(sentence: Typed, proposal: Proposal) -> str:
    entry = sentence.chunks[proposal.term].entry if proposal.term is not None else None
    return entry.tag if entry is not None else ""
