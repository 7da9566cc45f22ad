"""The contract: fields in its order, errors in place, unknown keys given back, every field described."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields, is_dataclass, replace
from importlib.resources import files
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import figure
from documents import document
from tallywire.claims.article import Article, Note, Segment, Span
from tallywire.claims.errors import SourceError, UsageError
from tallywire.claims.figure import Figure, PlaceRef, Words
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.claims.reading import Event, Place, Quote, Reading, ReadingRecord, Unread
from tallywire.writers import contract

TEXT = "Officials said 12 died."
READING = Reading(
    Article("a1", TEXT, (Segment("body", 0, 23),), notes=(Note("info", "guessed", "read as cp1251"),)),
    figures=(
        figure(words="12", start=15, source=None, term=Words("died", 18, 22), evidence=Span(0, 23), confidence=0.9),
    ),
    notes=(Note("info", "guessed", "read as cp1251"), Note("warning", "long", "cut")),
)
LINE = (
    '{"schema":"tallywire/1","id":"a1","url":null,"lang":null,"outlet":null,"title":null,"authors":[],"published":null,'
    '"modified":null,"text":"Officials said 12 died.","segments":[{"kind":"body","start":0,"end":23}],"figures":[{'
    '"id":"f1","kind":"killed","what":"combatant","who":null,"low":12,"best":12,"high":12,"modifier":"exact",'
    '"band":null,"words":"12","start":15,"end":17,"term":{"words":"died","start":18,"end":22},'
    '"side":{"name":"Russia","id":"RUS","members":[]},"source":null,"derived_from":[],"via":[],"voice":"own",'
    '"stance":"asserted","count":null,"period":null,"place":null,"places":[],"event":null,"cause":null,"blamed":null,'
    '"scope":[],"subset_of":null,"of":null,"change_of":null,"previous_of":null,"per":null,"segment":"body",'
    '"evidence":{"start":0,"end":23},"header":null,"lang":null,"rule":"test","confidence":0.9,"why":[]}],"quotes":[],'
    '"places":[],"events":[],"findings":[],"unread":[],"notes":[{"level":"info","code":"guessed",'
    '"message":"read as cp1251"},{"level":"warning","code":"long","message":"cut"}],"tolls":[],'
    '"other_tolls":[],"via":[],"saved":[],"amp":null,"posts":[],"stated":[],"extra":null}'
)


def printed(reading: Reading) -> str:
    return contract.encode(contract.record(Case(reading))).decode()


def test_the_whole_line() -> None:
    assert printed(READING) == LINE


def test_a_document_without_figures_gives_empty_lists() -> None:
    line = json.loads(printed(Reading(Article("a", "", ()))))
    assert [line[name] for name in ("figures", "quotes", "places", "events", "findings", "unread")] == [[]] * 6


NUMBERS = [(12, "12"), (12.0, "12"), (0.5, "0.5"), (10**25, "1" + "0" * 25), (0, "0"), (None, "null")]


@pytest.mark.parametrize(("number", "shown"), NUMBERS)
def test_a_whole_number_is_printed_as_one(number: float | None, shown: str) -> None:
    said = figure(words="n", low=number, best=number, high=number, band=(number or 0, number or 0))
    line = printed(replace(READING, figures=(said,)))
    assert f'"low":{shown},"best":{shown},"high":{shown},' in line
    assert f'"band":[{shown.replace("null", "0")},{shown.replace("null", "0")}]' in line


@pytest.mark.parametrize("extra", ['{"section":"war","nested":{"n":1.5}}', '{"big":1180591620717411303424}', "{}"])
def test_unknown_keys_come_back_as_they_were(extra: str) -> None:
    article = replace(READING.article, extra=extra)
    assert printed(replace(READING, article=article)).endswith(f',"extra":{extra}}}')


def test_text_is_printed_as_it_is() -> None:
    article = replace(READING.article, text="Втрати — “12”\u2028\0\n😀")
    line = printed(replace(READING, article=article))
    assert "Втрати — “12”" in line
    assert "😀" in line
    assert "\n" not in line
    assert json.loads(line)["text"] == article.text


def test_an_error_stands_in_the_place_of_its_document() -> None:
    error = SourceError("not_json", "this line is no JSON", where="feed.jsonl", line=7)
    assert (
        contract.encode(contract.error_record(error, id="x"))
        == b'{"id":"x","error":{"code":"not_json","message":"this line is no JSON","line":7}}'
    )


# --- schemas ---------------------------------------------------------------------------------------------------------

NAMES = [None, *contract.TYPES]


def references(value: Any) -> set[str]:
    return set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', json.dumps(value)))


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_whole_and_describes_every_field(name: str | None) -> None:
    schema = contract.schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith("tallywire/1")
    assert references(schema) <= set(schema["$defs"])
    for definition in schema["$defs"].values():
        assert all(property_["description"].endswith(".") for property_ in definition["properties"].values())


def test_the_schema_of_a_figure_knows_its_kinds() -> None:
    properties = contract.schema("figure")["$defs"]["Figure"]["properties"]
    assert set(properties["kind"]["enum"]) >= {"killed", "casualties", "recaptured"}


def test_an_unknown_schema_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="reading, error, figure"):
        contract.schema("figures")


def test_the_descriptions_follow_the_types_field_by_field() -> None:
    described = tomllib.loads(files("tallywire.writers").joinpath("contract.toml").read_text("utf-8"))
    printed_types: dict[str, type] = {}
    for type_ in contract.TYPES.values():
        gather(type_, printed_types)
    assert described.keys() == printed_types.keys()
    for name, type_ in printed_types.items():
        assert is_dataclass(type_)
        assert list(described[name]) == [field.name for field in fields(type_)], name


def gather(type_: Any, found: dict[str, type]) -> None:
    inner = msgspec.inspect.type_info(type_)
    for part in parts(inner):
        if isinstance(part, msgspec.inspect.DataclassType) and part.cls.__name__ not in found:
            found[part.cls.__name__] = part.cls
            for field in part.fields:
                for below in parts(field.type):
                    if isinstance(below, msgspec.inspect.DataclassType):
                        gather(below.cls, found)


def parts(type_: Any) -> list[Any]:
    if isinstance(type_, msgspec.inspect.UnionType):
        return [part for union in type_.types for part in parts(union)]
    if isinstance(type_, msgspec.inspect.VarTupleType):
        return parts(type_.item_type)
    return [type_]


# --- laws ------------------------------------------------------------------------------------------------------------

degrees = st.none() | st.floats(-180, 180)
numbers = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
place_refs = st.builds(PlaceRef, lat=degrees, lon=degrees)
figures = st.builds(
    Figure,
    low=numbers,
    best=numbers,
    high=numbers,
    band=st.none() | st.tuples(st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
    place=st.none() | place_refs,
    places=st.tuples(place_refs),
    confidence=st.floats(0, 1),
)
readings = st.builds(
    Reading,
    article=st.builds(Article, segments=st.tuples(st.builds(Segment)), extra=st.none()),
    figures=st.tuples(figures),
    quotes=st.tuples(st.builds(Quote)),
    places=st.tuples(st.builds(Place, lat=degrees, lon=degrees)),
    events=st.tuples(st.builds(Event, place=st.none() | place_refs)),
    unread=st.tuples(st.builds(Unread)),
    findings=st.tuples(st.builds(Finding, chance=st.none() | st.floats(0, 1))),
    notes=st.tuples(st.builds(Note)),
)


@settings(max_examples=40, deadline=None)
@given(reading=readings)
def test_what_is_printed_reads_back_as_it_was(reading: Reading) -> None:
    record = contract.record(Case(reading))
    assert msgspec.json.decode(contract.encode(record), type=ReadingRecord) == record
    assert record.figures == reading.figures


def test_a_reading_of_a_text_gives_the_text_back() -> None:
    _, reading = document("Втрати: 12")
    assert json.loads(printed(reading))["text"] == "Втрати: 12"
