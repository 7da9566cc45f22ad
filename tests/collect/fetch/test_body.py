"""Bodies are unpacked as they come, and never beyond their bound."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallywire.collect.fetch.body import Body, GarbledError, TooLargeError, unpacked

WORDS = b"Officials said 12 people were killed. " * 40


def bare(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


PACKED = {
    "": WORDS,
    "identity": WORDS,
    "gzip": gzip.compress(WORDS),
    "x-gzip": gzip.compress(WORDS),
    "GZIP": gzip.compress(WORDS[:100]) + gzip.compress(WORDS[100:]),  # two, one behind the other
    "deflate": zlib.compress(WORDS),
    " deflate": bare(WORDS),
    "br": brotli.compress(WORDS),
}


def whole(encoding: str, packed: bytes, *, largest: int = 1 << 20, piece: int = 7) -> bytes:
    body = Body(encoding, largest)
    for at in range(0, len(packed), piece):
        body.take(packed[at : at + piece])
    return body.whole()


@pytest.mark.parametrize("encoding", PACKED)
@pytest.mark.parametrize("piece", [1, 7, 1 << 16])
def test_unpacked_whatever_the_pieces(encoding: str, piece: int) -> None:
    assert whole(encoding, PACKED[encoding], piece=piece) == WORDS


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_cut_off(encoding: str) -> None:
    with pytest.raises(GarbledError):
        whole(encoding, PACKED[encoding][:-9])


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_not_packed_as_said(encoding: str) -> None:
    with pytest.raises(GarbledError):
        whole(encoding, b"\xff\xfe\xfd" + WORDS)


def test_packed_in_a_way_nobody_asked_for() -> None:
    with pytest.raises(GarbledError, match="zstd"):
        Body("zstd", 100)


@pytest.mark.parametrize("encoding", ["", "gzip", "deflate", "br"])
def test_bounds(encoding: str) -> None:
    assert len(whole(encoding, PACKED[encoding], largest=len(WORDS))) == len(WORDS)
    with pytest.raises(TooLargeError):
        whole(encoding, PACKED[encoding], largest=len(WORDS) - 1)


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_bomb_takes_no_more_memory_than_the_bound(encoding: str) -> None:
    bomb = gzip.compress(bytes(200 << 20), 9) if encoding == "gzip" else brotli.compress(bytes(200 << 20), quality=3)
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        whole(encoding, bomb, largest=4 << 20, piece=1 << 16)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20


@settings(deadline=None)
@given(content=st.binary(max_size=3000), piece=st.integers(1, 500), encoding=st.sampled_from(["gzip", "deflate", "br"]))
def test_what_was_packed_comes_back(content: bytes, piece: int, encoding: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding]
    assert whole(encoding, pack(content), piece=piece) == content


@settings(deadline=None)
@given(junk=st.binary(min_size=1, max_size=300), encoding=st.sampled_from(["gzip", "deflate", "br"]))
def test_junk_is_garbled_or_something_but_no_other_fault(junk: bytes, encoding: str) -> None:
    try:
        whole(encoding, junk)
    except (GarbledError, TooLargeError):
        return


def test_a_gzip_file() -> None:
    assert unpacked(gzip.compress(WORDS), 1 << 20) == WORDS
    with pytest.raises(TooLargeError):
        unpacked(gzip.compress(WORDS), 100)
