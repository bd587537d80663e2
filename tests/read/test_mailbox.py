"""Mailboxes: where one mail ends and the next begins, of any length."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Container, Source, Unreadable, mailbox, read_bytes
from etl.read.mailbox import mails_in, read_mailbox
from tests.read import story
from tests.read.endless import Endless
from tests.read.told_rows import body, rows_told, story_told

FIRST = b"From MAILER-DAEMON Sat Jun 22 10:15:00 2024\n"
HEAD = (
    f"From: {story.PUBLISHER} <p@x.example>\nDate: Sat, 22 Jun 2024 10:15:00 +0200\n"
    "Content-Type: text/plain; charset=utf-8\n"
)


def mails(*bodies: str, first: bytes = FIRST) -> bytes:
    return b"".join(first + f"{HEAD}Subject: {story.TITLE}\n\n{words}\n\n".encode() for words in bodies)


def read(raw: bytes, name: str = "x.mbox") -> list[Document | Unreadable]:
    return list(read_bytes(raw, name))


@pytest.mark.parametrize("name", ["x.mbox", "Inbox", "x.txt"])
def test_the_story_is_the_same(name: str) -> None:
    first, second = read(mails("Two came.", body()), name)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert rows_told(second) == story_told()
    assert (first.path, second.path) == (f"{name}#1", f"{name}#2")
    assert (second.published, second.publisher) == (story.PUBLISHED, story.PUBLISHER)


@pytest.mark.parametrize(
    "first",
    [
        FIRST,
        b"From - Sat Jun 22 10:15:00 2024\r\n",
        b"From 1790@xxx Sat Jun 22 10:15:00 +0000 2024\n",
        b"From jane@x.example  Sat Jun  8 10:15 2024\n",
    ],
)
def test_lines_that_part_mails(first: bytes) -> None:
    assert len(read(mails("One came.", "Two came.", first=first))) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("One.\n>From the sea came two.", "One.\nFrom the sea came two."),
        ("One.\n\nFrom 10:30 on in 2024 two came.\nNo head.", "One.\n\nFrom 10:30 on in 2024 two came.\nNo head."),
        ("One.\nFrom the sea came two.", "One.\nFrom the sea came two."),
    ],
)
def test_lines_that_only_look_as_if(words: str, told: str) -> None:
    (found,) = read(mails(words))
    assert isinstance(found, Document)
    assert told in found.text


def test_what_is_attached_stands_behind_its_mail() -> None:
    raw = (
        mails("One came.") + FIRST + HEAD.replace("text/plain; charset=utf-8", 'multipart/mixed; boundary="b"').encode()
    )
    raw += b'\n--b\n\nTwo came.\n--b\nContent-Disposition: attachment; filename="a.txt"\n\nThree came.\n--b--\n'
    assert [one.path for one in read(raw)] == ["x.mbox#1", "x.mbox#2", "x.mbox#2/a.txt"]


def test_one_broken_mail_costs_no_other() -> None:
    found = read(mails("One came.") + FIRST + HEAD.encode() + b"\n\n" + mails("Three came."))
    assert [isinstance(one, Document) for one in found] == [True, False, True]
    assert found[1].path == "x.mbox#2"


def test_a_mail_that_is_too_large_is_named_and_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "LARGEST", 1000)
    found = read(mails("One came.", "word " * 500, "Three came."))
    assert [isinstance(one, Document) for one in found] == [True, False, True]
    assert isinstance(found[1], Unreadable)
    assert "larger than" in found[1].problem


def test_a_mailbox_of_any_length_is_read_as_it_comes() -> None:
    def pieces() -> Iterator[bytes]:
        while True:
            yield mails("Two boats came.\n" * 100)

    endless = Endless(pieces())
    found = list(islice(read_mailbox(Container("x.mbox", io.BufferedReader(endless))), 2000))
    assert sum(isinstance(one, Source) for one in found) == 2000
    assert endless.given < 2000 * 2000


@pytest.mark.parametrize("raw", [b"", b"\n\n", FIRST])
def test_a_mailbox_without_mails_is_said(raw: bytes) -> None:
    (found,) = read(raw)
    assert isinstance(found, Unreadable)


@given(st.binary(max_size=300))
def test_no_line_is_lost(raw: bytes) -> None:
    assert b"".join(one or b"" for one in mails_in(io.BytesIO(b"x" + raw))) == (b"x" + raw).replace(
        b"\n>From ", b"\nFrom "
    )


def test_no_cut_raises() -> None:
    raw = mails("One came.", "Two came.")
    for end in range(len(raw)):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))
