"""Each target on sound bytes and on a few broken ones; run.py goes on for as long as it is let."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import broken
from tests.fuzz.targets import TARGETS

_SLOW = {"read a.pdf": 5, "read a.html": 15}
"""Examples of targets that take long: a PDF is read in a process of its own."""


@pytest.mark.parametrize("name", TARGETS)
def test_sound_bytes_are_taken(name: str) -> None:
    target = TARGETS[name]
    seeds = target.seeds()
    assert seeds
    for seed in seeds:
        target.run(seed)


@pytest.mark.parametrize("name", TARGETS)
def test_broken_bytes_raise_nothing(name: str) -> None:
    target = TARGETS[name]
    seeds = target.seeds()

    @settings(max_examples=_SLOW.get(name, 25), deadline=None, database=None)
    @given(st.integers(0, len(seeds) - 1), st.integers(0, 1_000_000))
    def breaks(seed: int, how: int) -> None:
        target.run(broken(seeds[seed], how))

    breaks()


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_raise_nothing(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=_SLOW.get(name, 15), deadline=None, database=None)
    @given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
    def takes(raw: bytes) -> None:
        target.run(raw)

    takes()


def test_every_format_is_fuzzed() -> None:
    from etl.read.registry import FORMATS

    suffixes = {suffix for kind in FORMATS for suffix in kind.suffixes}
    assert suffixes  # a format without a suffix is told by its content and has its sample by name
    missing = [
        kind.name
        for kind in FORMATS
        if kind.suffixes and not any(name.removeprefix("read ").endswith(kind.suffixes) for name in TARGETS)
    ]
    assert sorted(missing) == ["doc", "sealed archive"]  # both are only told that they are not read
