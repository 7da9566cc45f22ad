"""One victim where a language has no article: "загинула жінка", "ранен мужчина", "zginął żołnierz", "убили солдата"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

# The noun is number and what is counted at once.
_ONE = "(?P<n>(?=(?P<o>P))P)"
_FEW = "[AwmT]{0,3}?"
DIED = Shape("{died}w?" + _FEW + _ONE + "(?![XA])", reliability="middle", needs="PI")
DONE = Shape("(?P<t>V)B?w?" + _FEW + _ONE + "(?![XASVFIHB])", reliability="middle", needs="PV")
# "60-letni mężczyzna zginął": without an age he is the one named before
AGED = Shape("(?P<age>w)" + _ONE + "[^NVJIFGLS.;:?!,]{0,4}?(?P<t>[VI])(?![XAPE])", reliability="middle", needs="P")
# "загинули чоловік і жінка", "ranni zostali mężczyzna i kobieta"
SECOND = Shape("(?P<t>[VI])B?w?" + _FEW + "PT?,?c" + _FEW + _ONE + "(?![XA])", reliability="middle", needs="Pc")
# "у тому числі дитина", "серед них – 17-річна дівчина"
AMONG = Shape("i[pwB]?-?[Awm]{0,2}?" + _ONE + "(?![XA])", reliability="middle", needs="Pi", inherits=True)

# "погибли трое детей: девушка, девочка и мальчик": what a colon tells of those counted before it
_TOLD = re.compile(r"N[AXwmJE']{0,4}?P[^NVJIFGD.;:]{0,5}:([^NVJIFGDLS.;:?!]+)")
_ITEM = re.compile(r"(?:^|[,c])[AwmT]{0,3}?(P)(?![XAP])")

# Endings of an object in the singular, and of a verb in the plural, whose object a noun in the singular must be.
_OBJECT = ("у", "ю", "ę", "ого", "его", "ego")
_MANY = ("ли", "li", "ły")
# "поранено жительку міста": impersonal and short forms have no noun of their own
_BARE = ("о", "o", "ен", "ён", "ит")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose one for a noun in the singular that nothing makes definite."""
    if sentence.lexicon.has_articles:
        return
    for shape in (DIED, SECOND, AMONG):
        yield from (one for one in shape.proposals(sentence, __name__) if _is_one(sentence, one))
    for proposal in AGED.proposals(sentence, __name__):
        if _is_one(sentence, proposal) and sentence.word(proposal.number - 1)[0].isdigit():
            yield proposal
    for proposal in DONE.proposals(sentence, __name__):
        if _is_one(sentence, proposal) and _suffers(sentence, proposal):
            yield proposal
    yield from (one for one in _told(sentence) if _is_one(sentence, one))


def _told(sentence: Typed) -> Iterator[Proposal]:
    """The victims told one by one after their number."""
    for told in _TOLD.finditer(sentence.parts):
        for item in _ITEM.finditer(told[1]):
            at = told.start(1) + item.start(1)
            yield Proposal("lone_victim", "middle", at, at, None, inherits=True)


def _is_one(sentence: Typed, proposal: Proposal) -> bool:
    entry = sentence.chunks[proposal.number].entry
    return entry is not None and entry.tag == "one"


def _suffers(sentence: Typed, proposal: Proposal) -> bool:
    """Whether the noun is the one harmed: not the doer, and not "the wounded soldier", who is known."""
    term = proposal.term if proposal.term is not None else proposal.number
    entry, verb = sentence.chunks[term].entry, sentence.word(term)
    if entry is not None and entry.tag == "past":
        return verb.endswith(_MANY) or sentence.word(proposal.number).endswith(_OBJECT)
    return verb.endswith(_BARE) or sentence.parts[proposal.number + 1 : proposal.number + 2] != "w"
