"""What `scripts/fuzz` feeds in, and that it finds a wrong answer; the answers here are written by hand."""

import random
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from scripted import script

Record = dict[str, Any]
TEXT = "Officials in Kyiv said 12 soldiers were killed and 30,000 people fled.\nThe «ministry» said 5."
GOOD: Record = {
    "id": "7",
    "text": TEXT,
    "segments": [{"kind": "body", "start": 0, "end": 71}, {"kind": "body", "start": 72, "end": len(TEXT)}],
    "figures": [
        {
            "id": "f1",
            "words": "12",
            "start": 23,
            "end": 25,
            "term": {"words": "killed", "start": 40, "end": 46},
            "period": None,
            "evidence": {"start": 0, "end": 71},
            "why": [{"field": "source", "start": None, "end": None}],
            "subset_of": None,
            "of": None,
            "change_of": None,
            "previous_of": None,
        }
    ],
    "quotes": [{"start": 28, "end": 70, "source": {"start": 0, "end": 9}, "cue": {"start": 18, "end": 22}}],
    "places": [{"start": 13, "end": 17, "name": "Kyiv"}],
    "events": [{"id": "e1", "start": 40, "end": 46, "period": None}],
    "unread": [{"start": 51, "end": 57, "words": "30,000"}],
    "extra": {"start": 900, "end": 1},  # the asker's own keys, not ours
}


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return script("fuzz")


def test_a_good_answer_has_no_faults(fuzz: Any) -> None:
    assert list(fuzz.faults({"id": "7", "text": TEXT}, GOOD)) == []


FIGURE = GOOD["figures"][0]
WRONG = [
    # what is wrong in the answer                                                what is said of it
    ({"id": "8"}, "the answer of 8, out of order"),
    ({"text": TEXT.replace("said 5.", "said 6.")}, "the text of the answer is not the text that was given"),
    ({"segments": [{"start": 0, "end": 71}, {"start": 70, "end": 80}]}, "segments overlap"),
    ({"segments": [{"start": 0, "end": 500}]}, "segments[0] is 0 to 500"),
    ({"figures": [FIGURE | {"start": 24, "end": 26}]}, "figures[0] says '12', the text has '2 '"),
    ({"figures": [FIGURE | {"start": -2, "end": 0}]}, "figures[0] is -2 to 0"),
    ({"figures": [FIGURE | {"term": {"words": "killed", "start": 41, "end": 47}}]}, "figures[0].term says 'killed'"),
    ({"figures": [FIGURE | {"evidence": {"start": 9, "end": 8}}]}, "figures[0].evidence is 9 to 8"),
    ({"figures": [FIGURE | {"why": [{"start": 4, "end": None}]}]}, "figures[0].why[0] is 4 to None"),
    ({"figures": [FIGURE, FIGURE]}, "two figures have one id"),
    ({"figures": [FIGURE | {"of": "f9"}]}, "of of '12' names no other figure: f9"),
    ({"figures": [FIGURE | {"subset_of": "f1"}]}, "subset_of of '12' names no other figure: f1"),
    ({"quotes": [{"start": 0, "end": 9, "cue": {"start": 18, "end": 2200}}]}, "quotes[0].cue is 18 to 2200"),
    ({"places": [{"start": 17, "end": 13}]}, "places[0] is 17 to 13"),
    ({"events": [{"start": 40, "end": 460}]}, "events[0] is 40 to 460"),
    ({"unread": [{"start": 50, "end": 56, "words": "30,000"}]}, "unread[0] says '30,000', the text has ' 30,00'"),
    ({"error": {"code": "not_json"}}, "an error in the place of a reading"),
]


@pytest.mark.parametrize(("wrong", "says"), WRONG, ids=[says for _, says in WRONG])
def test_a_wrong_answer_is_found(fuzz: Any, wrong: Record, says: str) -> None:
    (found,) = fuzz.faults({"id": "7", "text": TEXT}, GOOD | wrong)
    assert found.startswith(says)


def asked(count: int) -> list[Record]:
    return [{"id": str(number), "text": f"{number} people were killed."} for number in range(count)]


def test_the_program_reads_them(fuzz: Any) -> None:
    assert list(fuzz.failures(asked(5))) == []


@pytest.mark.parametrize(
    ("program", "found"),
    [
        ("stumbles", [(1, "ZeroDivisionError")]),  # and the documents after it are read all the same
        ("leaves one out", [(1, "out of order"), (2, "out of order"), (3, "no answer")]),
        ("says more", [(3, "an answer more")]),
    ],
)
def test_a_faulty_program_is_found(
    fuzz: Any, monkeypatch: pytest.MonkeyPatch, program: str, found: list[tuple[int, str]]
) -> None:
    whole = fuzz.pipeline.extract

    def extract(lines: Iterable[bytes]) -> Iterator[bytes]:
        for line in lines:
            bad = b'"id": "1"' in line
            if bad and program == "stumbles":
                raise ZeroDivisionError
            if not (bad and program == "leaves one out"):
                yield from whole([line])
        if program == "says more":
            yield b"{}"

    monkeypatch.setattr(fuzz.pipeline, "extract", extract)
    failures = list(fuzz.failures(asked(4)))
    assert [failure.number for failure in failures] == [number for number, _ in found]
    assert all(says in failure.says for failure, (_, says) in zip(failures, found, strict=True))


def test_a_slow_answer_is_found(fuzz: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "SLOW", -0.1)  # whatever it takes is too long; a processor's clock may tick in 0.01 s
    monkeypatch.setattr(fuzz, "STUCK", -100)
    assert ["took" in failure.says for failure in fuzz.failures(asked(2))] == [True, True]


def test_an_answer_that_never_comes_is_broken_off(fuzz: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = fuzz.pipeline.extract

    def extract(lines: Iterable[bytes]) -> Iterator[bytes]:
        for line in lines:
            while b'"id": "1"' in line:
                pass
            yield from whole([line])

    fuzz.begin()
    monkeypatch.setattr(fuzz, "SLOW", 0.1)
    monkeypatch.setattr(fuzz, "STUCK", 2)
    monkeypatch.setattr(fuzz.pipeline, "extract", extract)
    found = list(fuzz.failures(asked(3)))
    assert [(failure.number, "Stuck" in failure.says) for failure in found] == [(1, True)]


def test_a_number_is_always_the_same_document(fuzz: Any) -> None:
    assert [fuzz.document(3, number) for number in range(50)] == [fuzz.document(3, number) for number in range(50)]
    assert fuzz.document(3, 7) != fuzz.document(4, 7)
    assert fuzz.document(3, 7)["id"] == "7"


def test_documents_are_short_on_the_whole_and_hold_no_surrogates(fuzz: Any) -> None:
    texts = [record.get("text") or record.get("html") or "" for record in (fuzz.document(0, n) for n in range(600))]
    assert 200 < sum(map(len, texts)) / len(texts) < 1000
    assert max(map(len, texts)) <= fuzz.LONGEST
    assert "".join(texts).encode("utf-8")


def test_every_mutation_changes_something(fuzz: Any) -> None:
    for mutator in fuzz.MUTATORS:
        changed = [mutator(random.Random(seed), TEXT) for seed in range(20)]
        assert sum(text != TEXT for text in changed) >= 10, mutator.__name__
        assert changed == [mutator(random.Random(seed), TEXT) for seed in range(20)], mutator.__name__
        assert [mutator(random.Random(seed), "") is not None for seed in range(20)], f"{mutator.__name__} of nothing"


CASES = [
    # mutation       every time
    ("cut", lambda text: len(text) < len(TEXT)),
    ("spliced", lambda text: len(text) >= len(TEXT)),
    ("repeated", lambda text: len(text) > len(TEXT)),
    ("swapped", lambda text: sorted(text) == sorted(TEXT)),
    ("shuffled", lambda text: sorted(text.split(" ")) == sorted(TEXT.split(" "))),
    ("marked", lambda text: any(mark in text for mark in "\u200e\u202e\u200b\u2067")),
    ("huge", lambda text: len(text) > len(TEXT)),
    ("cased", lambda text: text.casefold() == TEXT.casefold()),
    ("joined", lambda text: "\n" not in text),
    ("tagged", lambda text: any(letter in text for letter in "<&")),
]


@pytest.mark.parametrize(("name", "holds"), CASES, ids=[name for name, _ in CASES])
def test_a_mutation(fuzz: Any, name: str, holds: Any) -> None:
    seeds = range(40)
    hold = [holds(getattr(fuzz, name)(random.Random(seed), TEXT)) for seed in seeds]
    assert sum(hold) >= (len(hold) // 2 if name == "marked" else len(hold) - 2)
