"""Files that are unpacked while they are read behave as files do, and give what is good before what is wrong."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.read import streams
from etl.read.source import Broken
from etl.read.streams import Meter, byte_lines, digest_of, meter_of, rewindable, seekable


class Drops(io.RawIOBase):
    """A file that gives a few bytes at a time, cannot go back, and fails at its end if it is told to."""

    def __init__(self, raw: bytes, at_a_time: int = 3, fails: bool = False) -> None:
        super().__init__()
        self._left = raw
        self._at_a_time = at_a_time
        self._fails = fails

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        found, self._left = self._left[: self._at_a_time], self._left[self._at_a_time :]
        if self._fails and not found:
            raise EOFError("cut short.")
        return found


CALLS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(-1, 12)),
        st.tuples(st.just("readline"), st.integers(-1, 12)),
        st.tuples(st.just("seek"), st.integers(0, 30)),
        st.tuples(st.just("end"), st.integers(-10, 0)),
    ),
    max_size=12,
)


@settings(max_examples=300)
@given(st.binary(max_size=40).map(lambda raw: raw.replace(b"a", b"\n")), CALLS, st.sampled_from([0, 5, 1 << 20]))
def test_it_does_what_a_file_does(raw: bytes, calls: list[tuple[str, int]], kept: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "KEPT", kept)
        file, plain = seekable(Drops(raw), Meter(0)), io.BytesIO(raw)
        for call, number in calls:
            if call == "seek":
                try:
                    file.seek(number)
                except Broken:  # it is too late to go back
                    assert kept < len(raw)
                    return
                plain.seek(number)
            elif call == "end":
                try:
                    file.seek(0, 2)
                except Broken:
                    assert kept < len(raw)
                    return
                plain.seek(0, 2)
            elif call == "read":
                assert file.read(number) == plain.read(number)
            else:
                assert file.readline(number) == plain.readline(number)
            assert file.tell() == plain.tell()


def test_what_is_good_comes_before_what_is_wrong() -> None:
    file = seekable(Drops(b"one\ntwo\nthr", fails=True), Meter(0))
    assert file.readline() == b"one\n"
    file.seek(0)
    assert file.read(1000) == b"one\ntwo\nthr"
    for _ in range(2):
        with pytest.raises(Broken, match=r"ends too early \(cut short\); copy"):
            file.read(1)
    file.seek(4)
    lines = byte_lines(file, 100)
    assert (next(lines), next(lines)) == (b"two\n", b"thr")
    with pytest.raises(Broken):
        next(lines)


def test_what_is_unpacked_is_counted_for_all_that_lies_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FREE", 10)
    meter = Meter(1)
    outer = seekable(Drops(b"x" * 100), meter)
    assert meter_of(outer) is meter
    inner = seekable(Drops(b"y" * 1000), meter_of(outer))
    assert len(outer.read()) == 100
    assert len(inner.read()) < 112
    with pytest.raises(Broken, match="unpacks to more than 210 bytes out of 1"):
        inner.read()


def test_a_files_own_size_is_the_measure_of_what_it_unpacks_to() -> None:
    file = io.BytesIO(b"x" * 50)
    file.seek(7)
    assert (meter_of(file).packed, file.tell()) == (50, 7)


def test_a_file_can_be_made_to_go_back_from_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "KEPT", 5)
    file = rewindable(seekable(Drops(b"x" * 50), Meter(0)))
    assert len(file.read()) == 50
    assert file.seek(0) == 0
    assert len(file.read()) == 50


def test_lines_that_are_too_long_are_passed_over_with_what_follows_kept() -> None:
    assert list(byte_lines(io.BytesIO(b"one\n" + b"x" * 200_000 + b"\ntwo"), 10)) == [b"one\n", None, b"two"]
    assert list(byte_lines(io.BytesIO(b"exactly10\n"), 10)) == [b"exactly10\n"]


def test_digest() -> None:
    assert digest_of(io.BytesIO(b"abc")).startswith("ba7816bf")
    assert digest_of(seekable(Drops(b"abc", fails=True), Meter(0))) == ""
