"""All files that hold several documents: content before name, names that mean harm, and bytes that mean nothing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_bytes, read_path
from etl.read.registry import FORMATS, format_of
from tests.read import (
    test_archives,
    test_mail,
    test_mailbox,
    test_outlook,
    test_parquet,
    test_press_exports,
    test_spreadsheet,
    test_warc,
)

SAMPLES: dict[str, bytes] = {
    "json": json.dumps([{"text": "Two came."}]).encode(),
    "mail": test_mail.whole(),
    "mailbox": test_mailbox.mails("Two came."),
    "outlook": test_outlook.whole(x1000="Two came."),
    "parquet": test_parquet.packed([{"text": "Two came."}]),
    "press export": test_press_exports.bare(1, "Two came", test_press_exports.SHORT).encode(),
    "spreadsheet": test_spreadsheet.book([["text"], ["Two came."]]),
    "tar": gzip.compress(test_archives.tarred({"a.txt": b"Two came."})),
    "compressed": gzip.compress(b"Two came."),
    "warc": test_warc.archive(test_warc.record(b"Two came.")),
    "zip": test_archives.zipped({"a.txt": b"Two came."}),
    "sealed archive": b"7z\xbc\xaf\x27\x1c" + bytes(30),
}


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.csv", "a.zip", "a.html", "a.gz", "a.eml"])
def test_content_tells_before_the_name(tmp_path: Path, kind: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[kind])
    with path.open("rb") as file:
        found = format_of(file, name)
        assert file.tell() == 0
    assert found is not None
    assert found.name == kind


@pytest.mark.parametrize("kind", [kind for kind in SAMPLES if kind != "sealed archive"])
def test_a_file_gives_the_same_as_its_bytes(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(SAMPLES[kind])
    found = list(read_path(path))
    assert found
    assert all(isinstance(one, Document) for one in found)
    same = list(read_bytes(SAMPLES[kind], "a"))
    assert [(one.path.removeprefix(str(tmp_path) + "/"), one.sha256) for one in found] == [
        (one.path, one.sha256) for one in same
    ]


@pytest.mark.parametrize("name", ["--output", "a'; drop table documents; --", "a\nb", "$(rm)", "%s%n", "\u202egpj.txt"])
@pytest.mark.parametrize("kind", ["json", "mail", "zip"])
def test_a_name_means_nothing(tmp_path: Path, kind: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[kind])
    found = list(read_path(path))
    assert all(isinstance(one, Document) and one.path.startswith(str(path)) for one in found)


BEGINNINGS = [raw[:cut] for raw in SAMPLES.values() for cut in (4, 40, 400)]
ENDINGS = sorted({suffix for kind in FORMATS if kind.unpack for suffix in kind.suffixes})


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200), st.sampled_from(ENDINGS))
def test_no_bytes_raise_whatever_the_name(beginning: bytes, rest: bytes, suffix: str) -> None:
    found = list(read_bytes(beginning + rest, f"a{suffix}"))
    assert found
    assert all(isinstance(one, Document | Unreadable) and one.path.startswith(f"a{suffix}") for one in found)
    assert all(one.problem.endswith(".") for one in found if isinstance(one, Unreadable))


WORDS = [
    b"\0", b"\xff", b"\n", b'"', b"{", b"[", b"]", b"From ", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff", b"\0\0\0\0", b"-- \n", b"\xed\xa0\x80", b"<p></p>",
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\n",
]  # fmt: skip
HOW = ["insert", "over", "out", "again"]
CHANGES = st.lists(
    st.tuples(st.sampled_from(HOW), st.integers(0, 20_000), st.sampled_from(WORDS), st.integers(1, 400)),
    min_size=1,
    max_size=8,
)  # fmt: skip


def changed(raw: bytes, changes: list[tuple[str, int, bytes, int]]) -> bytes:
    """Bytes with words put in or over others, stretches taken out or told again."""
    found = bytearray(raw)
    for how, place, words, length in changes:
        at = place % (len(found) + 1)
        if how == "insert":
            found[at:at] = words
        elif how == "over":
            found[at : at + len(words)] = words
        elif how == "out":
            del found[at : at + length]
        else:
            found[at:at] = found[at : at + length]
    return bytes(found)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(SAMPLES)), CHANGES, st.sampled_from(["", *ENDINGS]))
def test_no_change_raises(kind: str, changes: list[tuple[str, int, bytes, int]], suffix: str) -> None:
    for one in read_bytes(changed(SAMPLES[kind], changes), f"a{suffix}"):
        if isinstance(one, Document):
            assert all(0 <= block.start <= block.end <= len(one.text) for block in one.blocks)
        else:
            assert one.problem.endswith(".")


def nested(raw: bytes, depth: int) -> bytes:
    """Archives in archives, packed in turn by two kinds."""
    pack: list[Callable[[bytes], bytes]] = [gzip.compress, lambda raw: test_archives.zipped({"a": raw})]
    for level in range(depth):
        raw = pack[level % 2](raw)
    return raw


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 6))
def test_what_lies_too_deep_is_named(kind: str, depth: int) -> None:
    found = list(read_bytes(nested(SAMPLES[kind], depth), "a"))
    assert found
    if depth > 4:
        assert all(isinstance(one, Unreadable) and "4 archives deep" in one.problem for one in found)


def test_no_two_formats_go_by_one_name() -> None:
    names = [kind.name for kind in FORMATS]
    assert len(set(names)) == len(names)
    suffixes = [suffix for kind in FORMATS for suffix in kind.suffixes]
    assert [suffix for suffix in suffixes if suffixes.count(suffix) > 1] == []
