"""The words of one language, ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tallywire.catalog.entries import Table, entries, tables
from tallywire.catalog.entry import APART, Entry

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language.

    `singles` maps a folded word to its entry; `phrases` maps a first word to the phrases it opens, longest first.
    `harm` and `numbers` are the words that open the window gate. `stances` maps colouring words to a stance.
    """

    lang: str
    singles: Mapping[str, Entry]
    phrases: Phrases
    apart: Mapping[str, Mapping[str, Entry]]  # second halves of verbs, with their first: "nahm ... fest"
    involved: frozenset[str]  # words that open a number or a date: more than themselves
    months: frozenset[str]
    follow: Mapping[str, frozenset[str]]  # of words that open a phrase, the words that can come next in it
    counting: frozenset[str]  # words that can open a number, with its hedges and articles
    harm: frozenset[str]
    numbers: frozenset[str]
    parting: frozenset[str]  # words that tell a part of a figure: "including", "of them"
    abbreviations: frozenset[str]
    labels: frozenset[str]  # "Article 5": the number after it is a name
    age_leads: frozenset[str]
    age_of: frozenset[str]  # "un niño de 12 años": of, where ages are told so
    year_leads: frozenset[str]
    has_articles: bool  # without them a noun in the singular counts one
    verb_last: bool  # verbs end their clause: "wurden 12 Menschen in der Stadt getötet", "12 kişinin öldüğünü açıkladı"
    compounds: bool  # nouns are written as one: "Regierungssoldaten"
    capital_nouns: bool  # nouns are written with a capital
    prefixes: tuple[str, ...]  # written as one with the word after them, longest first: Arabic "and", "in", "the"
    suffixes: frozenset[str]  # behind an apostrophe: Turkish "Gazze'de"
    ordinal_leads: frozenset[str]  # "am 24. Februar": the number after it, with a full stop, is no count
    unit_first: frozenset[str]  # Arabic "five and twenty"
    elided: bool  # articles lose their vowel before a vowel: "l'armée", "dell'Ucraina"
    verb_first: bool  # a clause may open with its word of saying: "informó el ministerio que"
    capital_dates: bool  # months and weekdays are written with a capital
    one: frozenset[str]  # articles that are the number one after a hedge: "al menos un muerto"
    joining: frozenset[str]  # "one hundred and six"
    number_of: frozenset[str]  # "tens of thousands of"
    range_openers: frozenset[str]
    range_joins: frozenset[str]
    range_ands: frozenset[str]
    stances: Mapping[str, str]
    colours: frozenset[str]  # first words of them
    subjects: Mapping[str, frozenset[str]]
    subject_heads: frozenset[str]  # first words of subjects of two words: "world war"
    speaker_heads: frozenset[str]
    person_pronouns: frozenset[str]
    body_pronouns: frozenset[str]
    continues: frozenset[str]
    accounts: frozenset[str]
    attacks: Mapping[str, str]
    attack_heads: frozenset[str]  # first words of them
    single: frozenset[str]  # what one can stand before: "a woman was killed", "un muerto"
    ones: frozenset[str]  # words that count one without a number: "a", "another"
    anothers: frozenset[str]
    passage: Mapping[str, frozenset[str]]  # words of `passage.toml`, by "section.name"

    def entries(self) -> Iterator[Entry]:
        """Every entry once, words before phrases."""
        yield from self.singles.values()
        for options in self.phrases.values():
            for _, entry in options:
                yield entry


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder."""
    folders = files("tallywire.catalog").joinpath("languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("harm.toml").is_file()))


@lru_cache(maxsize=16)
def lexicon(lang: str) -> Lexicon:
    """The words of `lang` (BCP 47), loaded once."""
    found = tables(lang)
    collected = _collected(found)
    singles = {words: entry for words, entry in collected.items() if " " not in words}
    phrases = _phrases({words: entry for words, entry in collected.items() if APART not in words})
    apart = _apart(collected)
    openers = (*found["numbers"]["grammar"]["between"], *found["numbers"]["grammar"]["from"])
    speech = found["speech"]["heads"]
    ranges = found["numbers"]["grammar"]
    return Lexicon(
        lang=lang,
        singles=singles,
        phrases=phrases,
        apart=apart,
        involved=frozenset((*_involved(singles), *openers, *apart)),
        months=frozenset(words for words, entry in singles.items() if entry.part == "M"),
        follow={first: frozenset(rest[0] for rest, _ in options) for first, options in phrases.items()},
        counting=_counting(collected, openers),
        harm=_harm(collected, found["passage"]),
        parting=frozenset(_telling(entry) for entry in collected.values() if entry.part == "i"),
        numbers=_numbers(collected),
        abbreviations=frozenset(found["grammar"]["abbreviation"]),
        labels=frozenset(found["context"]["beyond"]["ordinal_before"]),
        age_of=frozenset(found["context"]["beyond"].get("age_of", ())),
        age_leads=frozenset(found["context"]["beyond"]["age_before"]),
        year_leads=frozenset(found["time"]["words"]["year_before"]),
        has_articles=bool(ranges["article"]),
        verb_last=_flag(found["grammar"], "verb_last"),
        compounds=_flag(found["grammar"], "compounds"),
        capital_nouns=_flag(found["grammar"], "capital_nouns"),
        prefixes=tuple(sorted(found["grammar"].get("prefixes", ()), key=len, reverse=True)),
        suffixes=frozenset(found["grammar"].get("suffixes", ())),
        ordinal_leads=frozenset(found["grammar"].get("ordinal_leads", ())),
        unit_first=frozenset(ranges.get("unit_first", ())),
        elided=_flag(found["grammar"], "elided"),
        verb_first=_flag(found["speech"], "verb_first"),
        capital_dates=_flag(found["time"], "capital"),
        one=frozenset(ranges.get("one", ())),
        joining=frozenset(ranges["joining"]),
        number_of=frozenset(ranges["of"]),
        range_openers=frozenset((*ranges["between"], *ranges["from"])),
        range_joins=frozenset((*ranges["to"], *ranges["either"])),
        range_ands=frozenset((*ranges["to"], *ranges["range_and"])),
        stances={words: stance for stance, list_ in found["context"]["stance"].items() for words in list_},
        colours=frozenset(words.split(" ")[0] for list_ in found["context"]["stance"].values() for words in list_),
        subjects={name: frozenset(words) for name, words in found["context"]["subject"].items()},
        subject_heads=_pair_heads(found["context"]["subject"]),
        speaker_heads=frozenset(speech["people"]),
        person_pronouns=frozenset(speech["pronouns_person"]),
        body_pronouns=frozenset(speech["pronouns_body"]),
        continues=frozenset(speech["continues"]),
        accounts=frozenset(speech["accounts"]),
        attack_heads=frozenset(words.split(" ")[0] for list_ in found["context"]["attack"].values() for words in list_),
        attacks={words: mode for mode, list_ in found["context"]["attack"].items() for words in list_},
        single=_single(collected, alone=bool(ranges.get("one"))),
        anothers=frozenset(ranges["another"]),
        ones=_ones(collected, has_articles=bool(ranges["article"])),
        passage=_passage(found["passage"]),
    )


# Parts of numbers, hedges, articles, months and times: what they are depends on their neighbours.
_INVOLVED = frozenset("dhaMTu")


def _involved(singles: Mapping[str, Entry]) -> Iterator[str]:
    return (w for w, entry in singles.items() if entry.part in _INVOLVED or entry.tag in {"another", "pair"})


def _collected(found: Mapping[str, Table]) -> dict[str, Entry]:
    """Entries by their words; the first file that holds a word decides."""
    collected: dict[str, Entry] = {}
    for entry in entries(found):
        collected.setdefault(entry.words, entry)
    return collected


def _flag(table: Table, name: str) -> bool:
    """What a file says of the language's form, false where it says nothing."""
    return bool(table.get("form", {}).get(name, False))


def _passage(table: Table) -> dict[str, frozenset[str]]:
    """The words of the document pass by "section.name"."""
    return {f"{part}.{name}": frozenset(words) for part, names in table.items() for name, words in names.items()}


def _harm(collected: Mapping[str, Entry], passage: Table) -> frozenset[str]:
    """Words that tell of harm, and nouns that do with a verb beside them: "took 12 hostages", "hit with 12 drones"."""
    taking = passage.get("taking", {})
    words = (_telling(entry) for entry in collected.values() if entry.kind)
    return frozenset((*words, *taking.get("hostages", ()), *taking.get("captives", ()), *taking.get("flying", ())))


def _telling(entry: Entry) -> str:
    """Of a phrase its longest word: "shot dead" is looked for by "shot", "are back in" by "back"."""
    return max(reversed(entry.words.split(" ")), key=len)


def _phrases(collected: Mapping[str, Entry]) -> Phrases:
    """Entries of several words by their first, longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words, entry in collected.items():
        if " " in words:
            first, *rest = words.split(" ")
            phrases.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(options, key=lambda option: -len(option[0]))) for first, options in phrases.items()}


def _apart(collected: Mapping[str, Entry]) -> dict[str, dict[str, Entry]]:
    """Verbs in two halves by the second, then by the first."""
    apart: dict[str, dict[str, Entry]] = {}
    for words, entry in collected.items():
        first, _, second = words.partition(APART)
        if second:
            apart.setdefault(second, {})[first] = entry
    return apart


def _single(collected: Mapping[str, Entry], *, alone: bool) -> frozenset[str]:
    """Nouns in the singular, any noun where none is marked so; words of harm where an article makes them a victim."""
    nouns = [entry for entry in collected.values() if entry.part in "PE"]
    marked = [entry for entry in nouns if entry.tag == "one"] or nouns
    victims = [entry for entry in collected.values() if alone and entry.kind and entry.part in "JVID"]
    return frozenset(entry.words.split(" ")[-1] for entry in (*marked, *victims))


def _numbers(collected: Mapping[str, Entry]) -> frozenset[str]:
    """Words that tell of a number; of a phrase one that none goes without: "dozen", not the "a" of "a half dozen"."""
    counted = [entry for entry in collected.values() if entry.part == "d" or entry.tag == "pair"]
    singles = {entry.words for entry in counted if " " not in entry.words}
    alone = (entry for entry in counted if singles.isdisjoint(entry.words.split(" ")))
    return frozenset((*singles, *map(_telling, alone)))


def _ones(collected: Mapping[str, Entry], *, has_articles: bool) -> frozenset[str]:
    """Words that count one without a number; where there are no articles, people in the singular do."""
    counted = (e for e in collected.values() if e.part == "a" or e.tag == "another")
    bare = (e for e in collected.values() if not has_articles and e.part == "P" and e.tag == "one")
    return frozenset(entry.words for entry in (*counted, *bare))


def _counting(collected: Mapping[str, Entry], openers: tuple[str, ...]) -> frozenset[str]:
    counted = (entry.words.split(" ")[0] for entry in collected.values() if entry.part in "dha")
    return frozenset((*counted, *openers))


def _pair_heads(subjects: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset(word.split(" ")[0] for words in subjects.values() for word in words if " " in word)
