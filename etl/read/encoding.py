"""Bytes into text: UTF-8 first, then what byte order marks and zero bytes show, then a guess at old code pages."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

# UTF-32 before UTF-16: the mark of the former begins with that of the latter.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that are no text, with what they are called in the message.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
)
_SAMPLE = 100_000
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# What Western texts hold outside ASCII: typographic marks, currency signs, and letters that stand beside letters.
_WESTERN_MARKS = frozenset("‘’‚“”„–—…•€£¥§©®°«»·½¼¾²³×†™\xa0¿¡ºª")
_WESTERN_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœŒŠšŽžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝð")
_MOSTLY_ASCII = 0.06  # above this share of bytes outside ASCII a text is hardly English
_DAMAGE = 0.002  # a UTF-8 text may have this share of broken characters and still be taken as UTF-8


class Undecodable(ValueError):
    """The bytes are no text; the message is a sentence for the user."""


def decode(raw: bytes, charset: str | None = None) -> str:
    """The text of ``raw`` without byte order mark and with ``\\n`` for every newline.

    ``charset`` is what came with the bytes; it is believed where they are no UTF-8 and have no byte order mark.

    Takes UTF-8, UTF-16 and UTF-32 with or without byte order mark, Windows-1252, and other code pages as far as
    they can be told. Raises ``Undecodable`` for bytes that are no text.
    """
    text = _marked(raw)
    if text is None:
        _refuse_signatures(raw)
        text = _stated(raw, charset) or _unmarked(raw)
    return normalise(text)


def normalise(text: str) -> str:
    """``text`` without a leading byte order mark and with ``\\n`` for ``\\r\\n`` and ``\\r``."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _marked(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _stated(raw: bytes, charset: str | None) -> str | None:
    """The text in the encoding that came with it, unless the bytes are UTF-8 or do not fit it."""
    if not charset:
        return None
    try:
        codecs.lookup(charset)
        raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    except (LookupError, ValueError):
        return None
    else:
        return None
    try:
        text = raw.decode(charset)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) and not _CONTROL_CHARACTERS.search(text[:_SAMPLE]) else None


def _refuse_signatures(raw: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise Undecodable(f"This is {kind}, which cannot be read as text; save it as plain text (UTF-8) first.")


def _unmarked(raw: bytes) -> str:
    wide = _wide(raw)
    if wide is not None:
        return wide
    if len(_CONTROLS.findall(raw[:_SAMPLE])) * 50 > len(raw[:_SAMPLE]) or b"\x00" in raw[:_SAMPLE]:
        raise Undecodable("The file holds binary data and no text; convert it to plain text (UTF-8) first.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for attempt in (_western, _damaged, _guessed):
        text = attempt(raw)
        if text is not None:
            return text
    raise Undecodable("The encoding of the file could not be told; save it as UTF-8 and try again.")


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text nearly every second byte is zero, always on the same side."""
    sample = raw[: _SAMPLE // 2 * 2]
    if len(sample) < 4 or len(raw) % 2:
        return None
    pairs = len(sample) // 2
    zeros_first, zeros_second = sample[0::2].count(0), sample[1::2].count(0)
    for zeros, others, encoding in ((zeros_second, zeros_first, "utf-16-le"), (zeros_first, zeros_second, "utf-16-be")):
        if zeros * 2 > pairs and others * 20 <= pairs:
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(_CONTROL_CHARACTERS.findall(text[:_SAMPLE])) * 50 <= len(text[:_SAMPLE]):
                return text
    return None


def _western(raw: bytes) -> str | None:
    """Windows-1252, where the few characters outside ASCII are all ones that Western texts hold.

    A statistical guess at a handful of curly quotes and one "Yalçın" is worth little, so this comes first.
    """
    if sum(byte > 127 for byte in raw[:_SAMPLE]) > _MOSTLY_ASCII * len(raw[:_SAMPLE]):
        return None
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    plausible = all(
        mark in _WESTERN_MARKS or (mark in _WESTERN_LETTERS and _beside_letter(text, at))
        for at, mark in enumerate(text)
        if mark > "\x7f"
    )
    return text if plausible and "Ã" not in text else None


def _beside_letter(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(mark.isalpha() for mark in around)


def _damaged(raw: bytes) -> str | None:
    """UTF-8 with a few broken bytes, as truncated or patched files have them; those become U+FFFD."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(mark > "\x7f" for mark in text) - broken
    return text if broken <= max(1, _DAMAGE * len(text)) and sound > broken else None


def _guessed(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    best = from_bytes(sample).best()
    for encoding in (best.encoding if best is not None else None, "cp1252"):
        if encoding is None:
            continue
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if len(_CONTROL_CHARACTERS.findall(text[:_SAMPLE])) * 50 <= len(sample):
            return text
    return None
