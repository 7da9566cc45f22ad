"""JSON walked in pieces: the same values as when it is read whole, whatever the pieces."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallywire.collect import json_stream
from tallywire.collect.json_stream import BrokenJSONError, JSONStream

LARGEST = 10_000


def walked(content: bytes) -> Any:
    """The whole value, its outermost object or array walked member by member."""
    text = JSONStream(io.BytesIO(content))
    if text.peek() == "{":
        return {key: text.value(LARGEST) for key in text.members(LARGEST)}
    if text.peek() == "[":
        return [text.value(LARGEST) for _ in text.elements()]
    return text.value(LARGEST)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(value=VALUES, indent=st.sampled_from((None, 1)), chunk=st.integers(1, 40), plain=st.booleans())
def test_pieces_make_no_difference(value: Any, indent: int | None, chunk: int, plain: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "CHUNK", chunk)
        content = json.dumps(value, indent=indent, ensure_ascii=plain).encode("utf-8", "surrogatepass")
        assert walked(content) == json.loads(content.decode("utf-8", "replace"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"a"',
        b'{"a": 1',
        b'{"a": 1,',
        b'{"a": 1,}',
        b"{1: 2}",
        b'{"a" 1}',
        b"[1",
        b"[1,]",
        b"[1 2]",
        b'["a]',
        b"nul",
    ],
)
def test_what_breaks_off_or_is_none_is_told(content: bytes) -> None:
    with pytest.raises(BrokenJSONError):
        walked(content)


def test_a_value_that_is_too_large_is_told_before_all_of_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "CHUNK", 1000)
    stream = io.BytesIO(b'["' + b"a" * 1_000_000 + b'"]')
    text = JSONStream(stream)
    with pytest.raises(BrokenJSONError, match="too large"):
        [text.value(LARGEST) for _ in text.elements()]
    assert stream.tell() < 100_000
