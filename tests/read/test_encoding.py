"""Bytes to text: what is taken, what is refused, and that offsets do not depend on newlines or marks."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.read.encoding import Undecodable, decode

LATIN = "Nurol’s Yalçın carriers – 40 of them – cost Kraków €31m.\nThe “package” isn’t final.\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_unicode_with_and_without_mark(encoding: str, mark: bytes) -> None:
    assert decode(mark + LATIN.encode(encoding)) == LATIN


def test_windows_1252() -> None:
    text = "The Québec yard’s £40m order – 12 boats – isn’t lost.\n"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министерство обороны сообщило о поставке двенадцати истребителей Су-30 в следующем году. " * 4),
        ("cp1253", "Το υπουργείο άμυνας ανακοίνωσε την αγορά είκοσι τεσσάρων μαχητικών αεροσκαφών από τη Γαλλία. " * 4),
    ],
)
def test_old_code_pages(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_damaged_utf8_keeps_the_rest() -> None:
    raw = ("Čtyři houfnice dorazily. " * 40).encode() + b"\xff" + " Konec – hotovo.".encode()
    assert decode(raw).endswith("\ufffd Konec – hotovo.")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines(newline: str) -> None:
    assert decode(newline.join(["one", "two", "", "three"]).encode()) == "one\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04" + bytes(40), "ZIP"),
        (b"\x7fELF" + bytes(range(256)) * 8, "binary"),
    ],
)
def test_refused_with_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(Undecodable, match=said):
        decode(raw)


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_refusal(raw: bytes) -> None:
    try:
        text = decode(raw)
    except Undecodable as problem:
        assert str(problem).endswith(".")
    else:
        assert "\r" not in text


@settings(max_examples=200)
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=300))
def test_utf8_round_trip(text: str) -> None:
    if not text.startswith("\ufeff") and not text.encode().startswith((b"PK", b"%PDF", b"GIF8", b"PAR1", b"{\\rtf")):
        assert decode(text.encode()) == text
