"""Mails that Outlook saved, made in code."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_bytes
from tests.read import story
from tests.read.compound import Tree, compound
from tests.read.told_rows import body, rows_told, story_told

SUBJECT, BODY, SENDER, ADDRESS, SENT = 0x0037, 0x1000, 0x0C1A, 0x0C1F, 0x0039
_TEXT, _BINARY, _TIME, _NUMBER = 0x1F, 0x102, 0x40, 3


def folder(head: int, **values: str | bytes | datetime | int) -> Tree:
    """A folder of properties; names are hexadecimal numbers behind an ``x``."""
    made: Tree = {}
    listed = b""
    for name, value in values.items():
        number = int(name[1:], 16)
        if isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10**7)
            listed += struct.pack("<HHIQ", _TIME, number, 6, ticks)
        elif isinstance(value, int):
            listed += struct.pack("<HHIQ", _NUMBER, number, 6, value)
        else:
            kind = _BINARY if isinstance(value, bytes) else _TEXT
            raw = value if isinstance(value, bytes) else value.encode("utf-16-le")
            made[f"__substg1.0_{number:04X}{kind:04X}"] = raw
            listed += struct.pack("<HHIQ", kind, number, 6, len(raw))
    return {**made, "__properties_version1.0": bytes(head) + listed}


def saved(attached: Tree | None = None, **values: str | bytes | datetime | int) -> bytes:
    return compound({**folder(32, **values), **({"__attach_version1.0_#00000000": attached} if attached else {})})


def whole(**more: str | bytes | datetime | int) -> bytes:
    sent = datetime(2024, 6, 22, 10, 15, tzinfo=UTC)
    values = {
        f"x{SUBJECT:X}": story.TITLE,
        f"x{SENDER:X}": story.PUBLISHER,
        f"x{ADDRESS:X}": "p@x.example",
        f"x{SENT:X}": sent,
    }
    return saved(**{**values, **more})


def read(raw: bytes, name: str = "x.msg") -> list[Document | Unreadable]:
    return list(read_bytes(raw, name))


@pytest.mark.parametrize("name", ["x.msg", "x.doc"])
def test_the_story_is_the_same(name: str) -> None:
    (found,) = read(whole(x1000=body().replace("\n", "\r\n")), name)
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.title, found.published, found.publisher) == (story.TITLE, story.PUBLISHED, story.PUBLISHER)
    assert found.path == name


def test_the_head_as_it_was_sent_wins() -> None:
    head = "From: Press Office <p@mod.example>\r\nDate: Sat, 22 Jun 2024 23:30:00 -0700\r\nSubject: Boats\r\n\r\n"
    (found,) = read(whole(x1000="Two came.", x7D=head))
    assert isinstance(found, Document)
    assert (found.title, found.publisher, found.published) == ("Boats", "Press Office", "2024-06-22")


def test_html_is_taken_where_the_text_is_none() -> None:
    (found,) = read(whole(x1013=b"<html><body><p>Two boats came to the harbour on Monday.</p></body></html>"))
    assert isinstance(found, Document)
    assert "Two boats came to the harbour on Monday." in found.text


def test_what_is_attached_is_read_by_its_own_format() -> None:
    attached = folder(8, x3707="../list.csv", x3701=b"text\nThree came.\n", x3705=1)
    found = read(saved(attached, x1000="Two came."))
    assert [one.path for one in found] == ["x.msg", "x.msg/list.csv#1"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (whole(x1009=b"rich text"), "Outlook's own form (RTF)"),
        (whole(), "no text"),
        (
            compound({"__properties_version1.0": bytes(32) + struct.pack("<HHIQ", _TEXT, BODY, 6, 10)}),
            "save it as HTML or plain text",
        ),
    ],
)
def test_what_cannot_be_read_is_named(raw: bytes, said: str) -> None:
    (found,) = read(raw)
    assert isinstance(found, Unreadable)
    assert said in found.problem


def test_no_cut_raises() -> None:
    raw = whole(x1000="Two came.")
    for end in range(0, len(raw), 13):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=9))
def test_no_change_raises(at: int, change: bytes) -> None:
    raw = bytearray(saved(folder(8, x3707="a.txt", x3701=b"Three came."), x1000="Two came."))
    at %= len(raw)
    raw[at : at + len(change)] = change
    assert all(isinstance(one, Document | Unreadable) for one in read(bytes(raw)))
