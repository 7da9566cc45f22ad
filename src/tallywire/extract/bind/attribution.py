"""Who says it: the words of saying in a sentence and the name each belongs to.

Forms: "X said ...", "..., X said", "..., said X", "according to X", "X: ...", "it said" (the body named before).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tallywire.catalog.lexicon import Lexicon
from tallywire.claims.figure import Stance
from tallywire.extract.bind.speaker import (
    NONE,
    before_letters,
    in_marks,
    is_medium,
    is_person,
    is_report,
    is_speaker_word,
    name_end,
    name_start,
    of_a_name,
    pronoun_of,
    speaks,
)
from tallywire.extract.chunks import Typed

_BOUNDARY = frozenset(',;:"()SVFI.?!-y')


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and a word of saying: the chunk of the cue, the chunks first..last (exclusive) of the name.

    `leads` says that what is said follows the cue ("X said that ..."), else it stands before ("..., X said").
    `pronoun` is "person" or "body" when the speaker is "he" or "it".
    """

    cue: int
    first: int
    last: int
    leads: bool
    stance: Stance
    pronoun: str | None = None
    by: bool = False  # "according to", not a verb


def attributions(sentence: Typed, lexicon: Lexicon) -> list[Attribution]:
    """Every attribution of a sentence, from left to right."""
    found: list[Attribution] = []
    for cue, part in enumerate(sentence.parts):
        if part == "y" or (part == "p" and cue <= 1 and _by_the_count(sentence, cue, lexicon)):
            attribution = _according_to(sentence, cue, lexicon) or _by_their_words(sentence, cue, lexicon)
        elif part == "X" and lexicon.compounds:
            attribution = _by_compound(sentence, cue, lexicon)
        elif part == "S" and not _says_nothing(sentence, cue, lexicon):
            attribution = _said(sentence, cue, lexicon) or _saying(sentence, cue, found, lexicon)
        else:
            continue
        if attribution is not None:
            found.append(attribution)
    if lexicon.verb_last:
        # "ارتش از کشته شدن دو سرباز خبر داد": what is said is no part of the name
        found = [one for one in found if "N" not in sentence.parts[one.first + 1 : one.last]]
        found = found or _at_the_end(sentence, lexicon)
    headed = _headed(sentence, lexicon)
    return [headed, *found] if headed else found


def _says_nothing(sentence: Typed, cue: int, lexicon: Lexicon) -> bool:
    """ "The strike claims six lives"; and an agency that passes on what another says."""
    if lexicon.verb_first and _passes_on(sentence, cue, lexicon):
        return True
    if sentence.parts[cue + 1 : cue + 2] == "S" and cue and is_report(sentence, cue, lexicon):
        return sentence.parts[cue - 1] in "tAXwa"  # "a UN report said": the report is who says it
    taken = sentence.parts[cue + 1 : cue + 3] == "ND"
    lives = lexicon.passage.get("source.lives", NONE) if taken else NONE
    return taken and sentence.tokens.words[sentence.chunks[cue + 2].first] in lives


_WITH_REFERENCE = re.compile(r"S[AXwP]{1,4},?(?P<by>y)")


def _passes_on(sentence: Typed, cue: int, lexicon: Lexicon) -> bool:
    """ "повідомляє Reuters з посиланням на міністерство": the agency passes on what the ministry says."""
    match = _WITH_REFERENCE.match(sentence.parts, cue)
    return match is not None and _according_to(sentence, match.start("by"), lexicon) is not None


def _at_the_end(sentence: Typed, lexicon: Lexicon) -> list[Attribution]:
    """ "Bakanlık, 12 kişinin öldüğünü açıkladı": the speaker opens the sentence, the word of saying ends it."""
    cue = len(sentence.parts.rstrip('."?!')) - 1
    first = 0
    while first < cue and sentence.parts[first] in "wTcp,":
        first += 1
    last = name_end(sentence, first)
    told = next((at for at in range(first + 1, last) if sentence.parts[at] in "Dx"), last)
    last = told if speaks(sentence, first, told, lexicon) else last  # "Bakan ölü sayısının ... açıkladı"
    while last > first and sentence.parts[last - 1] == "w" and not is_speaker_word(sentence, last - 1, lexicon):
        last -= 1  # "Bakanlığı saldırılarda": where it happened is no part of the name
    last = _before_aside(sentence, first, last, lexicon)
    if cue <= last or sentence.parts[cue] != "S" or not speaks(sentence, first, last, lexicon):
        return []
    if _is_told_of(sentence, (first, last), cue, lexicon):
        return []
    return [Attribution(cue, first, last, leads=False, stance=_stance(sentence, cue))]


def _is_told_of(sentence: Typed, name: tuple[int, int], cue: int, lexicon: Lexicon) -> bool:
    """ "Rusya tarafından vurulan ...", "İsrail ... düzenlediği bildirildi": who opens the sentence is no speaker."""
    words, chunks = sentence.tokens.words, sentence.chunks
    with_next = words[chunks[name[0]].first : chunks[name[1]].last]
    if chunks[name[1]].last - chunks[name[1]].first == 1 and with_next[-1] in lexicon.passage["source.by"]:
        return True
    saying = " ".join(words[chunks[cue].first : chunks[cue].last])
    passive = saying in lexicon.passage.get("source.passive", NONE)
    return passive and lexicon.passage.get("source.posts", NONE).isdisjoint(with_next)


def _stance(sentence: Typed, cue: int) -> Stance:
    entry = sentence.chunks[cue].entry
    tag = entry.tag if entry else ""
    return "alleged" if tag == "alleged" else "denied" if tag == "denied" else "asserted"


def _by_the_count(sentence: Typed, cue: int, lexicon: Lexicon) -> bool:
    """ "By the ministry's own figures, ...": an account opens the sentence."""
    if sentence.tokens.words[sentence.chunks[cue].first] not in lexicon.passage["source.by"]:
        return False
    last = name_end(sentence, cue + 1)
    if is_report(sentence, min(last, len(sentence.parts) - 1), lexicon):
        last += 1
    words = sentence.tokens.words[sentence.chunks[cue].last : sentence.chunks[last - 1].last]
    return sentence.parts[last : last + 1] in {",", "p", ""} and not lexicon.accounts.isdisjoint(words[-2:])


def _by_their_words(sentence: Typed, cue: int, lexicon: Lexicon) -> Attribution | None:
    """ "По его словам, ...", "nach ihren Angaben": whoever spoke before."""
    entry = sentence.chunks[cue].entry
    if entry is None or entry.words not in lexicon.passage.get("source.their_words", NONE):
        return None
    return Attribution(cue, cue, cue, cue <= 1, "asserted", "person", by=True)


def _by_compound(sentence: Typed, at: int, lexicon: Lexicon) -> Attribution | None:
    """ "nach Behördenangaben", "laut UN-Angaben": the name and the word for what it said are one."""
    before = sentence.tokens.words[sentence.chunks[at - 1].first] if at else ""
    if before not in lexicon.passage.get("source.told_by", NONE):
        return None
    word = sentence.tokens.words[sentence.chunks[at].first]
    told = any(word.endswith(end) and word != end for end in lexicon.passage.get("source.told", NONE))
    return Attribution(at - 1, at, at + 1, at <= _TOLD_FIRST, "asserted", by=True) if told else None


# "Nach Behördenangaben starben ...": what is said follows.
_TOLD_FIRST = 2


def _according_to(sentence: Typed, cue: int, lexicon: Lexicon) -> Attribution | None:
    first = cue + 1
    last = name_end(sentence, first)
    whole = lexicon.elided and speaks(sentence, first, last, lexicon)
    if last < len(sentence.parts) and is_report(sentence, last, lexicon):
        last += 1
        if sentence.parts[last : last + 1] == "f":  # "a count of the daily reports of the General Staff"
            last = max(last, name_end(sentence, last + 1))
    last = _without_harm(sentence, first, last, lexicon)
    # "according to figures given on Thursday by the health ministry": the ministry speaks
    for at in range(first, min(first + 9, len(sentence.parts))):
        if sentence.parts[at] in ".;:,SN" or (whole and sentence.parts[at] == "f"):
            break  # "le ministère de la Santé du territoire administré par le Hamas": the ministry speaks
        if (
            sentence.parts[at] == "p"
            and sentence.tokens.words[sentence.chunks[at].first] in lexicon.passage["source.through"]
        ):
            end = name_end(sentence, at + 1)
            if speaks(sentence, at + 1, end, lexicon):
                first, last = at + 1, end
                break
    if not speaks(sentence, first, last, lexicon):
        return None
    leads = cue <= 1
    return Attribution(cue, first, last, leads, "asserted", by=True)


def _without_harm(sentence: Typed, first: int, last: int, lexicon: Lexicon) -> int:
    """ "zdaniem brytyjskiego wywiadu straty rosyjskich wojsk ...": with no comma, the statement begins at the harm."""
    harm = sentence.parts.find("D", first + 1, last)
    return harm if harm > 0 and not lexicon.has_articles and speaks(sentence, first, harm, lexicon) else last


def _said(sentence: Typed, cue: int, lexicon: Lexicon) -> Attribution | None:
    parts = sentence.parts
    inverted = _inverted(sentence, cue, lexicon)
    if inverted is not None:
        return inverted
    if cue and parts[cue - 1] == "B":
        return None  # "was reported killed": nobody named
    name = in_marks(sentence, cue, lexicon) or _before(sentence, cue, lexicon) or _opening(sentence, cue, lexicon)
    if name is None and lexicon.verb_first and "y" not in parts[cue + 1 : cue + 3]:
        name = _unsaid(sentence, cue)  # but "a-t-on appris mardi auprès de la police"
    if name is None:
        return None
    first, last, pronoun = name
    last = _before_aside(sentence, first, last, lexicon)
    return Attribution(cue, first, last, _leads(sentence, first, cue), _stance(sentence, cue), pronoun)


def _before_aside(sentence: Typed, first: int, last: int, lexicon: Lexicon) -> int:
    """ "İsrail ordusu ise saldırıda ... savundu": where verbs come last, a small word ends the name."""
    openers = lexicon.passage["source.openers"] if lexicon.verb_last and not lexicon.compounds else NONE
    for at in range(first + 1, last if openers else first):
        if sentence.tokens.words[sentence.chunks[at].first] in openers and speaks(sentence, first, at, lexicon):
            return at
    ending = sentence.tokens.words[sentence.chunks[last].first] if last < len(sentence.chunks) else ""
    owner = ending in lexicon.passage.get("side.by_ending", NONE) and sentence.parts[last - 1] == "A"
    # "İsrail ordusu Hizbullah'ın 5 kişiyi öldürdüğünü duyurdu": who is told of stands right behind who tells
    return last - 1 if owner and speaks(sentence, first, last - 1, lexicon) else last


def _saying(sentence: Typed, cue: int, found: list[Attribution], lexicon: Lexicon) -> Attribution | None:
    """ "The mayor disputed the account, saying nine had died": the speaker before, or whom the sentence opens with."""
    word = sentence.tokens.words[sentence.chunks[cue].first]
    if found and sentence.parts[cue - 1] == "c":
        before = found[-1]  # "the adviser denied it and said the group had lost 13 fighters"
        return replace(before, cue=cue, leads=True, stance=_stance(sentence, cue), by=False)
    if not cue or sentence.parts[cue - 1] != "," or word not in lexicon.passage.get("source.saying", frozenset()):
        return None
    if found:
        first, last, pronoun = found[-1].first, found[-1].last, found[-1].pronoun
    else:
        heads = (at for at in range(min(_OPENING, cue)) if is_speaker_word(sentence, at, lexicon))
        first, last, pronoun = 0, next(heads, -1) + 1, None
        if not speaks(sentence, first, last, lexicon):
            return None
    return Attribution(cue, first, last, leads=True, stance=_stance(sentence, cue), pronoun=pronoun)


# "The foreign ministry condemned ...": the word that speaks is among the first chunks.
_OPENING = 5


def _opening(sentence: Typed, cue: int, lexicon: Lexicon) -> tuple[int, int, str | None] | None:
    """ "The Group for Support (GSIM), tied to Al-Qaeda, says it killed 60": the name that opens the sentence."""
    parts = sentence.parts
    last = name_end(sentence, 0) if parts[cue - 1 : cue] in {",", ")"} else cue
    if parts[last : last + 1] not in {",", "("} or not last < cue - 1:
        return None
    aside = parts[last : cue - 1]
    if not set(aside) <= _ASIDE or not speaks(sentence, 0, last, lexicon):
        return None
    return 0, last, None


# What may stand between a name and its word of saying: "(GSIM), tied to Al-Qaeda,"
_ASIDE = frozenset("(),AXPEwtfp'")


def _unsaid(sentence: Typed, cue: int) -> tuple[int, int, str | None] | None:
    """Languages that leave "he" out: "..., agregó.", "Ha aggiunto che ..."; the name is empty."""
    clause = sentence.parts[:cue]
    start = max(clause.rfind(mark) for mark in ',.;:"-') + 1
    return (cue, cue, "person") if set(clause[start:]) <= set("wTnHoc") else None


# What may follow a name that stands after its word of saying.
_CLOSES = frozenset({"", ".", ",", ";", ":", '"', "(", ")", "-", "T", "p", "c", "R"})
# "a déclaré à l'AFP le gouverneur", "said on Friday the governor": between the word of saying and the name
_BETWEEN = re.compile(r"(?:p?t?T|[po]t?[AX]{1,2})(?=[atAXPw])")
# Small words before a word of saying that opens its clause: "As the ministry said" in other languages' order.
_SMALL = frozenset("wpTctRo&,")


def _inverted(sentence: Typed, cue: int, lexicon: Lexicon) -> Attribution | None:
    """The name after the cue: "..., said the governor", "Як повідомив голова, ...", "informó el ministerio que ..."."""
    parts = sentence.parts
    opens = cue == 0 or (lexicon.verb_first and set(parts[:cue]) <= _SMALL)
    # "أعلن مركز عمليات ...": where a unit of something may speak
    starts = _NAME_STARTS | {"f"} if lexicon.elided else _NAME_STARTS if lexicon.has_articles else _NAME_STARTS | {"U"}
    inserted = parts[cue - 1] in ',"-' or (lexicon.verb_first and parts[max(0, cue - 2) : cue] == ",w")
    if not (opens or inserted) or parts[cue + 1 : cue + 2] not in starts:
        return None
    skipped = _BETWEEN.match(parts, cue + 1) or _told_whom(sentence, cue + 1)
    # "повідомили в ДСНС": the office speaks; "ont rapporté des militants": some of them do
    within: int = (parts[cue + 1] == "p" and not lexicon.has_articles) or (parts[cue + 1] == "f" and lexicon.elided)
    within += _on_channel(sentence, cue + 1 + within, lexicon) if within else 0
    for first in (*([skipped.end()] if skipped else []), cue + 1 + within):
        last = name_end(sentence, first)
        named = _APPOSED_NAME.match(parts, last)
        if named and lexicon.verb_first:
            last = named.end()
        closed = parts[last : last + 1] in _CLOSES or (lexicon.verb_first and parts[last : last + 1] == "Z")
        if closed and speaks(sentence, first, last, lexicon):
            leads = opens and (parts[last : last + 1] in {",", "R", ":"} or _says_on(sentence, last, lexicon))
            _, _, pronoun = pronoun_of(sentence, first, last, lexicon) or (first, last, None)  # "..., написав він"
            return Attribution(cue, first, last, leads, _stance(sentence, cue), pronoun)
    return None


def _on_channel(sentence: Typed, at: int, lexicon: Lexicon) -> int:
    """ "написал в телеграм-канале губернатор", "у своєму телеграм-каналі": chunks of where it was written."""
    channels = lexicon.passage.get("source.channels", NONE)
    chunks = sentence.chunks[at : at + 2]
    words = [sentence.tokens.words[chunk.first] for chunk in chunks] if channels else []
    return next((number for number, word in enumerate(words, start=1) if word in channels), 0)


_NAME_STARTS = frozenset("AXPtawTpo")
# "informó el gobernador regional, Oleg Sinegúbov, en Telegram": the name after the post
_APPOSED_NAME = re.compile(r"(?<=[wPXE]),X{2,3}(?=[,.;pT]|$)")
# "powiedział agencji AFP lekarz", "sagte der Nachrichtenagentur AFP ein Sprecher": who was told stands before
_TOLD_WHOM = re.compile(r"t?[PwX]?(?P<to>A)(?=[aXPwt])")


def _told_whom(sentence: Typed, at: int) -> re.Match[str] | None:
    """A medium between the word of saying and the speaker, where no preposition is needed for it."""
    told = None if sentence.lexicon.has_articles and not sentence.lexicon.compounds else _TOLD_WHOM
    match = told.match(sentence.parts, at) if told else None
    return match if match and is_medium(sentence, match.start("to")) else None


# "قالت وزارة الصحة في غزة الجمعة إن", "informó el ministerio el lunes que": place and time before what is said
_UNTIL_SAID = re.compile(r"(?:[pt]{0,2}[AXwTPf,]){0,6}?[RZ:]")


def _says_on(sentence: Typed, last: int, lexicon: Lexicon) -> bool:
    return lexicon.verb_first and _UNTIL_SAID.match(sentence.parts, last) is not None


def _leads(sentence: Typed, first: int, cue: int) -> bool:
    """Whether what is said follows; not when the sentence ends soon after the cue (", officials said on Tuesday.")."""
    parts = sentence.parts
    rest = parts[cue + 1 :].rstrip('."?!')
    after = rest.lstrip("TpwAXtSE'")
    opens = first == 0 or parts[first - 1] in ".;:(-" or all(part in "wTp,ctXAfaE" for part in parts[:first])
    if not opens and parts[first - 1] == ",":
        return "R" in parts[cue + 1 : cue + 4]
    return bool(after) and (opens or len(rest) > _SAYS_MORE)


# After so many chunks a cue in mid-sentence opens a statement of its own: "..., while the ministry said that ...".
_SAYS_MORE = 5


def _before(sentence: Typed, cue: int, lexicon: Lexicon) -> tuple[int, int, str | None] | None:
    """The speaker left of a cue: "Ashraf al-Qudra, the ministry's spokesman, told", "officials on Tuesday said"."""
    parts = sentence.parts
    at = cue
    while at and parts[at - 1] in "wTHBnp" and not of_a_name(sentence, at - 1, lexicon):
        at -= 1
    at = before_letters(parts, at)
    if at and parts[at - 1] == ",":
        named = _apposed(sentence, at - 1, lexicon)
        if named is not None:
            return named
    first = _clause_start(sentence, at, lexicon)
    if first and parts[first - 1] == "R" and is_speaker_word(sentence, first - 2, lexicon):
        # "journalists who know the area"; "according to local residents who said"
        return (max(0, first - 2), at, None) if at > first else (name_start(sentence, first - 1), first - 1, None)
    pronoun = pronoun_of(sentence, first, at, lexicon)
    if pronoun is not None:
        return pronoun
    first = _head_start(sentence, first, at, lexicon)
    if sentence.tokens.words[sentence.chunks[cue].first] in lexicon.passage.get("source.after", NONE):
        first = max(first, parts.rfind("t", first, at))  # "das Militär dem Generalstab zufolge": the staff speaks
    counted = sentence.chunks[first].count
    if counted is not None and counted.value > _FEW:
        return None  # "237.000 russische Soldaten": not they speak
    if parts[at - 1] == "c" and not lexicon.verb_first:
        at = next((k + 1 for k in range(first, at - 1) if is_speaker_word(sentence, k, lexicon)), at)
    adjective = sentence.chunks[at - 1].actor if at == cue and first == at - 1 else None
    if adjective is not None and sentence.said(first, at) in adjective.demonyms and _is_account(sentence, cue, lexicon):
        at += 1  # "nach palästinensischen Angaben"
    return (first, at, None) if speaks(sentence, first, at, lexicon) else None


def _clause_start(sentence: Typed, at: int, lexicon: Lexicon) -> int:
    """Where the words right before a chunk begin that may be a name."""
    parts, first = sentence.parts, at
    while first and parts[first - 1] != "R":
        if parts[first - 1] in _BOUNDARY and not is_report(sentence, first - 1, lexicon):
            break
        first -= 1
    return first


def _is_account(sentence: Typed, at: int, lexicon: Lexicon) -> bool:
    return sentence.tokens.words[sentence.chunks[at].first] in lexicon.accounts


# So many speakers may be counted: "two officials said".
_FEW = 12


def _apposed(sentence: Typed, comma: int, lexicon: Lexicon) -> tuple[int, int, str | None] | None:
    """ "Name, the governor of X," or "The governor of X, Name," before a cue: the name, else the one that can speak."""
    parts = sentence.parts
    opening = parts.rfind(",", 0, comma)
    if opening <= 0:
        return None
    if is_person(sentence, opening + 1, comma):
        return opening + 1, comma, None
    first = opening
    while first and parts[first - 1] not in _BOUNDARY:
        first -= 1
    first = _head_start(sentence, first, opening, lexicon)
    if "X" in parts[first:opening] or "A" in parts[first:opening]:
        return first, opening, None
    if speaks(sentence, first, opening, lexicon):
        return first, opening, None
    cased = sentence.tokens.capital(sentence.chunks[first].first) or not sentence.tokens.named(
        sentence.chunks[first].first
    )
    if not cased and speaks(sentence, opening + 1, comma, lexicon):
        return first, comma, None  # a name in a script without capitals, then the post
    return None


def _head_start(sentence: Typed, first: int, last: int, lexicon: Lexicon) -> int:
    """Where the name itself begins: after "But on Sunday", "In a statement", "while"."""
    parts = sentence.parts
    start = first
    for at in range(first, last):
        if parts[at] in "pT" and not _of_a_head(sentence, first, at, lexicon):
            start = at + 1
    small = "cwTp,RoE'" if lexicon.has_articles else "cwTp,RoE't"  # "Про це голова ОВА повідомив"
    while start < last - 1 and parts[start] in small and not is_speaker_word(sentence, start, lexicon):
        if parts[start] == "w" and _is_modifier(sentence, start, last, lexicon):
            break
        start += 1
    return start if start < last else first


def _is_modifier(sentence: Typed, at: int, last: int, lexicon: Lexicon) -> bool:
    """An unknown word right before the head ("local activists", "medical and security sources") belongs to the name."""
    word = sentence.tokens.words[sentence.chunks[at].first]
    return word not in lexicon.passage["source.openers"] and last - at <= _NAME_LENGTH


_NAME_LENGTH = 4


def _of_a_head(sentence: Typed, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition belongs to a speaker before it: "officials in Gaza", "the army in the south"."""
    if sentence.parts[at] != "p":
        return False
    if not lexicon.has_articles and sentence.parts[first] == "A" and sentence.parts[first - 1 : first] != "p":
        return True  # "Siły Powietrzne ze sztabem w Kijowie przekazały"
    return any(is_speaker_word(sentence, before, lexicon) for before in range(first, at))


def _headed(sentence: Typed, lexicon: Lexicon) -> Attribution | None:
    """ "ISPR: 2 soldiers ...", "Ministry: Israeli strikes ..." and "12 killed in raid: officials" in a headline."""
    parts = sentence.parts
    if sentence.sentence.kind not in {"headline", "related", "standfirst"} and not sentence.sentence.opens_line:
        return None
    colon = parts.find(":")
    if (
        (
            0 < colon <= 5
            and colon + 1 < len(parts)
            and set(parts[:colon]) <= set("AXPwt'Ef")
            and speaks(sentence, 0, colon, lexicon)
        )
        and _capital_or_head(sentence, 0, colon, lexicon)
        and not (_is_dateline(sentence, colon) or _is_topic(sentence, colon))
    ):
        return Attribution(colon, 0, colon, leads=True, stance="asserted")
    if sentence.sentence.kind in {"headline", "related"}:
        last = max(parts.rfind(":"), parts.rfind("-"))
        if last > 0 and 0 < len(parts) - last - 1 <= 4 and speaks(sentence, last + 1, len(parts), lexicon):
            return Attribution(last, last + 1, len(parts), leads=False, stance="asserted")
    return None


def _is_dateline(sentence: Typed, colon: int) -> bool:
    """ "KYIV: In a mass attack ...": a place in capitals, not a speaker."""
    actor = sentence.chunks[0].actor
    return (
        sentence.sentence.kind == "body"
        and sentence.said(0, colon).isupper()
        and (actor is None or not actor.names or actor.type == "official")
    )


def _is_topic(sentence: Typed, colon: int) -> bool:
    """ "Gaza: Israeli strikes kill dozens": a country or people says where, not who says it."""
    actor = sentence.chunks[0].actor
    return colon == 1 and actor is not None and actor.type in {"country", "people"}


def _capital_or_head(sentence: Typed, first: int, last: int, lexicon: Lexicon) -> bool:
    chunks = sentence.chunks[first:last]
    if any(is_speaker_word(sentence, at, lexicon) for at in range(first, last)):
        return True
    return any(chunk.actor is not None and chunk.actor.type != "country" for chunk in chunks)
