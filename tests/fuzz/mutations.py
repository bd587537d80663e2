"""Sound bytes broken as damage and malice break them."""

from __future__ import annotations

from random import Random

_TELLING = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xf0\x9f\x9a\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xae", b"\x1b[2J",
    b"<", b">", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"%s", b"../", b"--", b"'", b'"', b"\r", b"\n\n", b"|",
    b"$", b"1e999999",
    b"9" * 400, b"-1", b"99999-99-99", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"= ", b"{", b"[" * 200, b"<b>" * 200,
)  # fmt: skip


def broken(raw: bytes, seed: int) -> bytes:
    """``raw`` cut short, with bytes changed, halves swapped, pieces said again, or harmful ones put in."""
    dice = Random(seed)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        raw = dice.choice((_cut, _flipped, _spliced, _repeated, _put_in, _taken_out))(raw, dice)
    return raw


def _place(raw: bytes, dice: Random) -> int:
    return dice.randrange(len(raw) + 1)


def _cut(raw: bytes, dice: Random) -> bytes:
    return raw[: _place(raw, dice)]


def _flipped(raw: bytes, dice: Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(dice.choice((1, 3, 30)) if raw else 0):
        changed[dice.randrange(len(raw))] = dice.randrange(256)
    return bytes(changed)


def _spliced(raw: bytes, dice: Random) -> bytes:
    at, other = _place(raw, dice), _place(raw, dice)
    return raw[at:] + raw[:other]


def _repeated(raw: bytes, dice: Random) -> bytes:
    at, size = _place(raw, dice), dice.choice((1, 4, 40, 400))
    return raw[:at] + raw[at : at + size] * dice.choice((2, 20, 200)) + raw[at:]


def _put_in(raw: bytes, dice: Random) -> bytes:
    at = _place(raw, dice)
    return raw[:at] + dice.choice(_TELLING) + raw[at:]


def _taken_out(raw: bytes, dice: Random) -> bytes:
    at = _place(raw, dice)
    return raw[:at] + raw[at + dice.choice((1, 8, 100)) :]
