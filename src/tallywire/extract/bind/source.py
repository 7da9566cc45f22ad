"""Binds the source: who says the figure, in which voice, through what, and from whose figures it was worked out."""

from __future__ import annotations

import re
from dataclasses import replace

from tallywire.claims.figure import Ref, Source
from tallywire.extract.bind.attribution import Attribution
from tallywire.extract.bind.context import Context
from tallywire.extract.bind.speaker import is_medium
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft


def bind(draft: Draft, context: Context) -> None:
    """Bind source, voice, stance of the cue, derived_from and via."""
    draft.via = context.article.via
    quoted = context.quotations.around(draft.sentence.start(draft.number))
    spoken = _own(draft, context) or (_of_quotation(draft, quoted, context) if quoted else None)
    if spoken is None and quoted:
        spoken = _of_quotation_before(draft, quoted, context)
    if spoken is None:
        spoken = _carried(draft, context)
    if spoken is None:
        if quoted:
            draft.voice = "direct"
        return
    sentence, attribution = spoken
    draft.voice = "direct" if quoted else "indirect"
    _set(draft, sentence, attribution, context)


def _set(draft: Draft, sentence: Typed, attribution: Attribution, context: Context) -> None:
    sentence, attribution, pronoun = _antecedent(sentence, attribution, context)
    if attribution.pronoun is not None:
        return  # "he", and nobody spoke before
    attribution = _without_listener(sentence, _without_post(sentence, attribution, context))
    name = _untold(_trimmed(sentence.said(attribution.first, attribution.last)), attribution, context)
    if not name:
        return  # ", , announced": the word of saying stands alone
    span = sentence.start(attribution.first), sentence.end(attribution.last - 1)
    origin = _origin(sentence, attribution, context.lexicon.passage["source.worked_out"])
    if origin is not None:
        draft.voice = "own"
        draft.derived_from = (Ref(origin),)
        draft.note("derived_from", "worked out by the outlet from another's figures", span)
        return
    draft.source = Source(name)
    says = (
        "the speaker before"
        if pronoun
        else f"the word of saying {sentence.said(attribution.cue, attribution.cue + 1)!r}"
    )
    draft.note("source", says, span)
    if draft.stance == "asserted" and not _is_presupposed(draft, sentence, attribution):
        draft.stance = attribution.stance
    draft.via = (*_via(sentence, attribution, context), *context.article.via)


def _without_post(sentence: Typed, attribution: Attribution, context: Context) -> Attribution:
    """ "the General Staff post said": the staff says it, in a post."""
    chunks, last = sentence.chunks, attribution.last
    posts = context.lexicon.passage.get("source.posts", frozenset())
    while last > attribution.first + 1 and sentence.tokens.words[chunks[last - 1].first] in posts:
        last -= 1
    named = any(chunk.actor is not None for chunk in chunks[attribution.first : last])
    return replace(attribution, last=last) if named else attribution


def _without_listener(sentence: Typed, attribution: Attribution) -> Attribution:
    """ "Gouverneur Meier auf Telegram", "fuentes médicas a EFE": where, or to whom, is no part of the name."""
    last = attribution.last - 1
    if not is_medium(sentence, last):
        return attribution
    for match in _TO_WHOM.finditer(sentence.parts, attribution.first + 1, attribution.last):
        word = sentence.tokens.words[sentence.chunks[match.start()].first]
        if match[0][0] != "w" or word in sentence.lexicon.passage["source.medium"]:
            return replace(attribution, last=match.start())
    return attribution


_TO_WHOM = re.compile(r"[pow]t?[PwX]?A$")


def _untold(name: str, attribution: Attribution, context: Context) -> str:
    """ "Behörden" of "Behördenangaben": without the word for what was said."""
    ends = context.lexicon.passage.get("source.told", frozenset()) if context.lexicon.compounds else frozenset()
    end = next((end for end in ends if name.casefold().endswith(end)), "") if attribution.by else ""
    if not end or " " in name:
        return name
    head = name[: -len(end)].rstrip("-")
    joint = head.endswith("s") and head[:-1].casefold() in context.lexicon.speaker_heads
    return (head[:-1] if joint else head) or name


def _is_presupposed(draft: Draft, sentence: Typed, attribution: Attribution) -> bool:
    """ "denied a link to the murder of six priests": the murder itself is not denied."""
    far = draft.sentence is sentence and abs(draft.anchor - attribution.cue) > _NEXT_TO
    return far and draft.rule == "killing_of" and attribution.stance == "denied"


# "denied the killing of": chunks between the word of denial and what it denies.
_NEXT_TO = 3


def _trimmed(name: str) -> str:
    return name.strip(" ,;:\"'“”()")


def _own(draft: Draft, context: Context) -> tuple[Typed, Attribution] | None:
    """The nearest attribution of the sentence whose side of the cue holds the figure."""
    sentence = draft.sentence
    best: tuple[tuple[bool, int], Attribution] | None = None
    for attribution in context.spoken(sentence.sentence.index):
        if attribution.first <= draft.number < attribution.last:
            continue
        after_cue = draft.number > attribution.cue
        if not after_cue and (
            ";" in sentence.parts[draft.number : attribution.cue] or _says_more(sentence, attribution)
        ):
            continue  # another statement
        if after_cue and _is_background(sentence, attribution.cue, draft.number):
            continue  # "in which 300 people were killed": background, not what was said
        beyond = after_cue != attribution.leads
        if beyond and not _only_one(sentence, attribution, draft):
            continue
        # "M23, which has 4,000 men according to the UN, lost 60, a source said": "according to" is of what it stands by
        rank = beyond and attribution.by, abs(attribution.cue - draft.number)
        if best is None or rank < best[0]:
            best = rank, attribution
    return (sentence, best[1]) if best else None


def _says_more(sentence: Typed, attribution: Attribution) -> bool:
    """ "Blast kills seven, army says 50 rebels killed": of the seven it said nothing."""
    parts, cue = sentence.parts, attribution.cue
    beside = attribution.last == cue and parts[attribution.first - 1 : attribution.first] == ","
    return beside and parts[cue + 1 : cue + 2] == "N"


def _is_background(sentence: Typed, cue: int, number: int) -> bool:
    """ "in which 300 people were killed"; where no article marks a noun, such an aside may end without a mark."""
    first = cue if sentence.lexicon.has_articles else max(cue, number - _ASIDE)
    return "pR" in sentence.parts[first:number]


# Chunks from "in which" to a number that it tells of.
_ASIDE = 8


def _only_one(sentence: Typed, attribution: Attribution, draft: Draft) -> bool:
    """A cue in the middle ("Four died, the army said, and six were hurt") speaks for both sides of itself."""
    if draft.number < attribution.cue:
        inserted = attribution.first > draft.number and sentence.parts[attribution.first - 1] == ","
        return inserted and ";" not in sentence.parts[draft.number : attribution.cue] and not attribution.by
    return ";" not in sentence.parts[attribution.cue : draft.number]


def _of_quotation(draft: Draft, quoted: tuple[int, int], context: Context) -> tuple[Typed, Attribution] | None:
    """The speaker of the quotation around the figure: in the sentence where it ends or begins, or the next one."""
    index = draft.sentence.sentence.index
    for other in (index + 1, index - 1, index + 2, index - 2, index + 3):
        if (
            not 0 <= other < len(context.sentences)
            or context.sentences[other].segment != draft.sentence.sentence.segment
        ):
            continue
        sentence = context.typed(other)
        for attribution in context.spoken(other):
            cue = sentence.start(attribution.cue)
            if quoted[0] - _NEAR_QUOTE <= cue <= quoted[1] + _NEAR_QUOTE:
                return sentence, attribution
    return None


def _of_quotation_before(draft: Draft, quoted: tuple[int, int], context: Context) -> tuple[Typed, Attribution] | None:
    """The speaker of the paragraph before, where both open with a quotation: a long speech names its speaker once."""
    segments, number = context.article.segments, draft.sentence.sentence.segment
    if quoted[0] > segments[number].start + 1:
        return None
    for at in range(number - 1, max(-1, number - 1 - _SPEECH), -1):
        if segments[at].kind != "body" or context.quotations.around(segments[at].start + 1) is None:
            return None
        of_paragraph = (sentence.index for sentence in context.sentences if sentence.segment == at)
        spoken = [(index, told) for index in of_paragraph for told in context.spoken(index)]
        if spoken:
            return context.typed(spoken[-1][0]), spoken[-1][1]
    return None


# Paragraphs back that a speech may have begun.
_SPEECH = 3


# Characters between a quotation's mark and the word of saying: long enough for a name with its title.
_NEAR_QUOTE = 120


def _carried(draft: Draft, context: Context) -> tuple[Typed, Attribution] | None:
    """A source carried over: "the governor said so", the head of a list, a sentence that goes on about it."""
    index = draft.sentence.sentence.index
    if index + 1 < len(context.sentences):
        following = context.typed(index + 1)
        for attribution in context.spoken(index + 1):
            after = following.tokens.words[following.chunks[attribution.cue].last : following.chunks[-1].last]
            so = context.lexicon.passage["source.so"]
            opens = attribution.cue == 1 and context.tokens.words[following.sentence.first] in so
            if (after and after[0] in so) or opens:  # "the governor said so", "Das sagte ein Sprecher"
                return following, attribution
    if draft.sentence.sentence.kind == "embed":
        return _of_post(index, context)
    if draft.sentence.sentence.item:
        return _of_list(index, context)
    if index + 1 < len(context.sentences) and _says_of_it(context.typed(index + 1), context):
        return context.typed(index + 1), context.spoken(index + 1)[-1]
    if index and _goes_on(draft, context):
        return context.typed(index - 1), context.spoken(index - 1)[-1]
    if draft.subset_of is not None and draft.subset_of.sentence is not draft.sentence:
        return _own(draft.subset_of, context)
    # "Ukraine reportedly destroyed dozens of vehicles and a helicopter": one telling for the whole and its part
    return _doer(draft.subset_of or draft, context) or _teller(draft, context)


def _teller(draft: Draft, context: Context) -> tuple[Typed, Attribution] | None:
    """ "Про це повідомив голова ОВА": one sentence names who tells the whole article, as Slavic and Romance news do."""
    if not context.lexicon.verb_first or draft.sentence.sentence.kind != "body":
        return None
    it = context.lexicon.passage["source.it"]
    for sentence in context.sentences[:_FIRST]:
        opens = context.tokens.words[sentence.first] in it and sentence.kind == "body"
        spoken = context.spoken(sentence.index) if opens else []
        if spoken and min(spoken[0].cue, spoken[0].first) <= _TELLING and spoken[0].pronoun is None:
            return context.typed(sentence.index), spoken[0]
    return None


# "Про це у телеграмі повідомив голова ...": the word of saying stands at the head of the sentence.
_TELLING = 5
# Who tells the whole is named early.
_FIRST = 6


def _doer(draft: Draft, context: Context) -> tuple[Typed, Attribution] | None:
    """ "Ukraine also reportedly destroyed ...": who did the deed is the one who tells of it."""
    sentence = draft.sentence
    if draft.term is None or draft.term[0] > draft.number or sentence.parts[draft.term[0]] != "V":
        return None
    at = draft.term[0] - 1
    while at > 0 and sentence.parts[at] == "w":
        at -= 1
    words = sentence.tokens.words[sentence.chunks[at].last : sentence.chunks[draft.term[0]].first]
    if sentence.chunks[at].actor is None or context.lexicon.passage["source.reportedly"].isdisjoint(words):
        return None
    return sentence, Attribution(draft.term[0] - 1, at, at + 1, leads=True, stance="alleged")


def _of_post(index: int, context: Context) -> tuple[Typed, Attribution] | None:
    """The author of a pasted post, in the line after it: "- General Staff of the Armed Forces of Ukraine"."""
    for following in range(index + 1, min(index + _POST, len(context.sentences))):
        sentence = context.typed(following)
        if sentence.sentence.kind != "embed":
            return None
        dash = sentence.parts.find("-")
        name = sentence.parts.find("A") if "A" in sentence.parts else sentence.parts.find("X")
        if name >= 0 and (dash == 0 or sentence.sentence.item):
            last = name + 1
            while last < len(sentence.parts) and sentence.parts[last] in "AXft":
                last += 1
            return sentence, Attribution(max(dash, 0), name, last, leads=False, stance="asserted")
    return None


# A post has hardly more sentences than this before its author's line.
_POST = 8


def _says_of_it(sentence: Typed, context: Context) -> bool:
    """ "It happened late on Tuesday night, a doctor said": the next sentence names who told the whole."""
    it = sentence.tokens.words[sentence.sentence.first] in context.lexicon.passage["source.it"]
    opens = it and sentence.sentence.kind == "body"
    spoken = context.spoken(sentence.sentence.index) if opens else []
    return bool(spoken) and not spoken[-1].leads and spoken[-1].pronoun is None


def _goes_on(draft: Draft, context: Context) -> bool:
    """Whether a sentence goes on with what the attributed one before it said: "Another 21 people were wounded"."""
    sentence = draft.sentence.sentence
    before = context.sentences[sentence.index - 1]
    if before.segment != sentence.segment or not context.spoken(before.index):
        return False
    return (
        context.tokens.words[sentence.first] in context.lexicon.continues
        and sentence.first + 1 < sentence.last
        and _is_continuing(context, sentence.first)
    )


def _is_continuing(context: Context, first: int) -> bool:
    """ "The dead", "Another 21", "They", "Of the wounded": but not "The war", "A drone"."""
    word, following = context.tokens.words[first : first + 2]
    article = context.lexicon.singles.get(word)
    if article is not None and article.part in "ta":
        entry = context.lexicon.singles.get(following)
        return entry is not None and entry.part in "DJVh"
    return True


def _of_list(index: int, context: Context) -> tuple[Typed, Attribution] | None:
    """The attribution of the text that opens a list: the sentence before the first item, or the one before that."""
    at = index
    while at and context.sentences[at].item:
        at -= 1
    for before in (at, at - 1):
        if before >= 0 and context.spoken(before):
            return context.typed(before), context.spoken(before)[-1]
    return None


def _antecedent(sentence: Typed, attribution: Attribution, context: Context) -> tuple[Typed, Attribution, bool]:
    """Whom "he" or "it" means: the last named speaker of that sort."""
    if attribution.pronoun is None:
        return sentence, attribution, False
    index = sentence.sentence.index
    for before in range(index, max(-1, index - _MEMORY), -1):
        for other in reversed(context.spoken(before)):
            named = other.pronoun is None and (before < index or other.cue < attribution.cue)
            if named:
                return context.typed(before), other, True
    return sentence, attribution, False


# Sentences back that a pronoun may reach.
_MEMORY = 5


def _origin(sentence: Typed, attribution: Attribution, worked_out: frozenset[str]) -> str | None:
    """The body whose figures were added up, when the speaker is a sum: "a tally of updates from the General Staff"."""
    words = sentence.tokens.words
    first = sentence.chunks[attribution.first].first
    cue_end = sentence.chunks[attribution.cue].last
    said = words[min(first, cue_end) : sentence.chunks[attribution.last - 1].last]
    if worked_out.isdisjoint(said[:8]):
        return None
    for at in range(attribution.last - 1, attribution.first, -1):  # "a count of the daily reports of X": X counted
        if sentence.chunks[at].actor is not None:
            return sentence.said(at, attribution.last)
    article = sentence.parts[attribution.first] == "t" and attribution.last - attribution.first > 1
    return _trimmed(sentence.said(attribution.first + article, attribution.last))


def _via(sentence: Typed, attribution: Attribution, context: Context) -> tuple[str, ...]:
    """The medium or agency it went through: "posted on Facebook", "told Reuters"."""
    found: list[str] = []
    passage = context.lexicon.passage
    for at in range(attribution.cue, min(attribution.cue + 5, len(sentence.chunks))):
        chunk = sentence.chunks[at]
        if (
            chunk.actor is not None
            and chunk.actor.type in {"social", "media"}
            and not attribution.first <= at < attribution.last
        ):
            before = sentence.tokens.words[chunk.first - 1]
            cue = sentence.tokens.words[sentence.chunks[attribution.cue].first]
            if before in passage["source.medium"] or cue in passage["source.posted"]:
                found.append(sentence.tokens.said(chunk.first, chunk.last))
    if attribution.by and attribution.cue and is_medium(sentence, attribution.cue - 1):
        found.append(sentence.said(attribution.cue - 1, attribution.cue))  # "повідомляє Reuters з посиланням на ..."
    cue = sentence.tokens.words[sentence.chunks[attribution.cue].first]
    if not found and cue in _OWN_MEDIUM:
        found.append(_OWN_MEDIUM[cue])
    return tuple(found)


# Verbs that name their medium themselves, in every language.
_OWN_MEDIUM = {"tweeted": "Twitter", "tweets": "Twitter", "retweeted": "Twitter"}
