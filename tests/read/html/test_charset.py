"""The charset of a page: what it states, what it came with, and what its bytes show against both."""

from __future__ import annotations

import codecs

import pytest

from etl.read.encoding import Undecodable
from etl.read.html.charset import decoded

CZECH = "Praha koupí čtyři houfnice za 31 milionů – příští rok."
RUSSIAN = "Москва получит двенадцать истребителей в следующем году."


@pytest.mark.parametrize(
    ("stated", "encoding", "words"),
    [
        ('<meta charset="windows-1250">', "cp1250", CZECH),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>",
            "iso8859-2",
            CZECH.replace("–", "-"),
        ),
        ('<meta charset="windows-1251">', "cp1251", RUSSIAN),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", RUSSIAN),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", RUSSIAN),
        ('<meta charset="ISO-8859-1">', "cp1252", "The €40m order – “12 boats” – isn’t lost."),
        ('<meta charset="gb2312">', "gb18030", "挪威订购了十二门榴弹炮。"),
        ('<meta charset="shift_jis">', "cp932", "ノルウェーは榴弾砲を発注した。①"),
        ('<meta charset="no-such-charset">', "utf-8", CZECH),
        ('<meta charset="windows-1251">', "utf-8", CZECH),
        ("", "utf-8", CZECH),
        ("", "utf-16", CZECH),
    ],
)
def test_what_the_page_states(stated: str, encoding: str, words: str) -> None:
    page = f"<html>{stated}<p>{words}</p></html>"
    assert decoded(page.encode(encoding)) == page


def test_what_came_with_it_is_believed_before_the_page() -> None:
    page = f'<meta charset="windows-1252"><p>{RUSSIAN}</p>'
    assert decoded(page.encode("cp1251"), "windows-1251") == page


def test_a_mark_at_the_head_is_believed_before_all() -> None:
    page = f'<meta charset="windows-1251"><p>{CZECH}</p>'
    assert decoded(codecs.BOM_UTF8 + page.encode(), "windows-1251") == page


def test_zero_bytes_are_left_out() -> None:
    assert decoded(b"<p>Nor\x00way</p>") == "<p>Norway</p>"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Undecodable, match="PDF"):
        decoded(b"%PDF-1.4 <html>")
