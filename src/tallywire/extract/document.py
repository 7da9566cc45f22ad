"""One article read whole: the gate opens sentences, shapes propose figures, the document pass binds them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from tallywire.catalog.lexicon import languages, lexicon
from tallywire.claims.article import Article, Note, Span
from tallywire.claims.figure import PEOPLE, Figure, Who, Words
from tallywire.claims.reading import Reading, Unread
from tallywire.extract.bind import cause, doer, parts, period, place, side, source, stance
from tallywire.extract.bind.context import Context
from tallywire.extract.chunks import Chunker, actor_phrases
from tallywire.extract.cuts import cut
from tallywire.extract.draft import Draft
from tallywire.extract.events import events
from tallywire.extract.gate import Opening, openings
from tallywire.extract.language import language_of
from tallywire.extract.lists import items
from tallywire.extract.propose import drafts
from tallywire.extract.quotes import quotations, quotes
from tallywire.extract.reliability import confidence
from tallywire.extract.sentences import sentences
from tallywire.extract.subject import other_subject
from tallywire.extract.tokens import tokens
from tallywire.extract.unread import unread


def read(article: Article) -> Reading:
    """Everything the article says that we understand, names as written; identifiers come with `ground`."""
    lang = _language(article)
    if lang is None:
        note = Note("warning", "language_unread", f"no words for language {article.lang!r}: nothing was read")
        return Reading(article, notes=(*article.notes, note))
    article = article if article.lang else replace(article, lang=lang)
    context = context_of(article, lang)
    subject = other_subject(context.tokens.words, context.lexicon)
    found, missed = _figures(context)
    notes = article.notes
    if subject is not None:
        notes = (
            *notes,
            Note("info", "other_subject", f"the text is about {subject}; its {len(found)} figures were passed over"),
        )
        found = []
    ids = _ids(article, found)
    happened, event_of = events(context, found)
    return Reading(
        article,
        figures=tuple(_figure(draft, ids, event_of.get(draft)) for draft in found),
        quotes=quotes(context),
        events=happened,
        unread=() if subject else missed,
        notes=notes,
    )


def _language(article: Article) -> str | None:
    code = (article.lang or language_of(article.text)).split("-")[0].lower()
    return code if code in languages() else None


def context_of(article: Article, lang: str) -> Context:
    """The article in tokens, sentences and quotations, with the words of its language: what every step asks."""
    words = lexicon(lang)
    tokenised = cut(tokens(article.text, elided=words.elided), words, actor_phrases(elided=words.elided))
    return Context(
        article=article,
        tokens=tokenised,
        lexicon=words,
        chunker=Chunker(tokenised, words),
        sentences=sentences(tokenised, article, words.abbreviations, words.ordinal_leads),
        quotations=quotations(article),
    )


def _figures(context: Context) -> tuple[list[Draft], tuple[Unread, ...]]:
    found: list[Draft] = []
    missed: list[Unread] = []
    for opening in openings(context.sentences, context.tokens, context.lexicon):
        sentence = context.typed(opening.sentence.index)
        head = _list_head(context, opening, found)
        previous = None if opening.own or not opening.sentence.index else context.typed(opening.sentence.index - 1)
        here = items(sentence, head) if head is not None else drafts(sentence, found, previous)
        found.extend(here)
        if opening.own or here:
            missed.extend(unread(sentence, here))
    parts.bind(found, context.lexicon.passage["period.earlier"])
    context.figures = found
    for draft in found:
        _bind(draft, context)
    period.share(found)
    return found, tuple(missed)


def _list_head(context: Context, opening: Opening, found: list[Draft]) -> Draft | None:
    """The figure that a list item is part of: the last one before a list whose opening sentence ends with a colon."""
    if not opening.sentence.item or opening.own:
        return None
    first = opening.sentence.index
    while first and context.sentences[first - 1].item:
        first -= 1
    opens = first and context.tokens.words[context.sentences[first - 1].last - 1] == ":"
    before = [d for d in found if first - _HEAD_NEAR <= d.sentence.sentence.index < first and d.subset_of is None]
    return before[-1] if opens and before else None


# The figure may stand a sentence before the one that opens the list: "13 were killed. They died as follows:".
_HEAD_NEAR = 2


def _bind(draft: Draft, context: Context) -> None:
    """The document pass over one figure; each step may use what the steps before it bound."""
    source.bind(draft, context)
    place.bind(draft, context)
    period.bind(draft, context)
    draft.blamed = doer.blamed(draft, context)
    side.bind(draft, context)
    stance.bind(draft, context)
    cause.bind(draft, context)


def _ids(article: Article, found: list[Draft]) -> dict[Draft, str]:
    """Stable ids: same text, same code, same id."""
    ids: dict[Draft, str] = {}
    for draft in found:
        start = draft.sentence.start(draft.number)
        sentence = draft.sentence.said(0, len(draft.sentence.chunks))
        key = f"{article.id}\0{start}\0{draft.kind}\0{draft.what}\0{draft.count.value}\0{sentence}"
        ids[draft] = blake2b(key.encode(), digest_size=8).hexdigest()
    return ids


def _figure(draft: Draft, ids: dict[Draft, str], event: str | None) -> Figure:
    sentence, count = draft.sentence, draft.count
    start, end = sentence.start(draft.number), sentence.end(draft.number)
    return Figure(
        id=ids[draft],
        kind=draft.kind,
        what=draft.what,
        who=_who(draft),
        low=count.low,
        best=count.best,
        high=count.high,
        modifier=count.modifier,
        band=count.band,
        words=sentence.tokens.text[start:end],
        start=start,
        end=end,
        term=_term(draft),
        side=draft.side,
        source=draft.source,
        derived_from=draft.derived_from,
        via=draft.via,
        voice=draft.voice,
        stance=draft.stance,
        count=draft.running,
        period=draft.period,
        place=draft.place,
        places=(),
        event=event,
        cause=draft.cause,
        blamed=draft.blamed,
        scope=draft.scope,
        subset_of=_id(draft.subset_of, ids),
        of=_id(draft.of, ids),
        change_of=_id(draft.change_of, ids),
        previous_of=_id(draft.previous_of, ids),
        per=draft.per,
        segment=sentence.sentence.kind,
        evidence=Span(sentence.start(0), sentence.end(len(sentence.chunks) - 1)),
        header=None,
        lang=None,
        rule=draft.rule,
        confidence=confidence(draft.bin),
        why=tuple(draft.why),
    )


def _id(draft: Draft | None, ids: dict[Draft, str]) -> str | None:
    return ids.get(draft) if draft is not None else None


def _term(draft: Draft) -> Words | None:
    if draft.term is not None:
        sentence, first, last = draft.sentence, *draft.term
    elif draft.term_at is not None:
        sentence, first, last = draft.term_at
    else:
        return None
    start, end = sentence.start(first), sentence.end(last - 1)
    return Words(sentence.tokens.text[start:end], start, end)


_STATUS = {"combatant": "combatant", "civilian": "civilian", "journalist": "civilian", "aid_worker": "civilian"}


def _who(draft: Draft) -> Who | None:
    """What the noun says of the people counted."""
    if draft.what not in PEOPLE:
        return None
    status = _STATUS.get(draft.what)
    noun = draft.noun
    role = None
    if noun is not None and noun.part in "PX":
        role = draft.sentence.tokens.said(noun.first, noun.last).casefold()
    sex = "female" if draft.what == "woman" else None
    age = "child" if draft.what == "child" else None
    if role is None and not (status or sex or age):
        return None
    return Who(status=status, sex=sex, age=age, role=role)  # type: ignore[arg-type]
