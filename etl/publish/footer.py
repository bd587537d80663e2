"""Puts Parquet files of the same columns together as one, without unpacking what is in them.

A Parquet file is row groups, one after the other, and a footer in Thrift's compact protocol that says at which bytes of
the file they begin (``parquet.thrift`` of the Apache Parquet format). Row groups stay as they are wherever they stand,
and only offsets in the footer change. No library that was tried moves row groups and keeps all that the footer says:
pyarrow writes no footer of given row groups, fastparquet loses their Bloom filters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"PAR1"
_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 11, 12
# The fields that hold offsets (None), by the fields that they stand in: of a row group its own beginning and the chunks
# of its columns; of a chunk the beginnings of its indexes and, in its metadata, of its pages and its Bloom filter.
_Offsets = Mapping[int, "_Offsets | None"]
_OF_COLUMN: _Offsets = {9: None, 10: None, 11: None, 14: None}
_OF_ROW_GROUP: _Offsets = {1: {2: None, 3: _OF_COLUMN, 4: None, 6: None}, 5: None}
_ROWS, _ROW_GROUPS = 3, 4


class NoFooter(ValueError):
    """Bytes are not the end of a Parquet file."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """What a footer says of a row group: bytes, and offsets into the file between them. ``start`` is where the row
    group begins."""

    words: tuple[bytes, ...]
    offsets: tuple[int, ...]
    start: int

    def moved(self, by: int) -> bytes:
        """The same of the row group ``by`` bytes further on; an offset of 0 says that there is none."""
        said = [self.words[0]]
        for offset, words in zip(self.offsets, self.words[1:], strict=True):
            said += [_integer(offset + by if offset else 0), words]
        return b"".join(said)


@dataclass(frozen=True, slots=True)
class Footer:
    """A footer: what stands before the number of rows, between it and the row groups, the row groups, and the rest;
    ``start`` is where it begins in the file."""

    before: bytes
    rows: int
    between: bytes
    groups: tuple[RowGroup, ...]
    after: bytes
    start: int

    def of(self, groups: Sequence[bytes], rows: int) -> bytes:
        """The end of a file with other row groups."""
        size = len(groups)
        head = bytes([size << 4 | _STRUCT]) if size < 15 else bytes([0xF0 | _STRUCT]) + _varint(size)
        said = b"".join((self.before, _integer(rows), self.between, head, *groups, self.after))
        return said + len(said).to_bytes(4, "little") + MAGIC


def footer_of(path: Path) -> Footer:
    """The footer of a Parquet file. Raises ``NoFooter`` where it has none that can be read, ``OSError`` where there is
    no file."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - 8, 0))
        end = file.read(8)
        start = size - 8 - int.from_bytes(end[:4], "little")
        if end[4:] != MAGIC or start < len(MAGIC):
            raise NoFooter(f"{path} does not end as a Parquet file does.")
        file.seek(start)
        raw = file.read(size - 8 - start)
    try:
        return _parsed(raw, start)
    except (IndexError, KeyError, ValueError, RecursionError) as error:
        raise NoFooter(f"The footer of {path} is damaged.") from error


def _parsed(raw: bytes, start: int) -> Footer:
    places = {field: (at, kind) for field, kind, at in _fields(raw, 0)}
    at, _ = places[_ROWS]
    rows, end = _read_varint(raw, at)
    groups_at, _ = places[_ROW_GROUPS]
    size, _, inside = _read_list(raw, groups_at)
    groups = []
    for _ in range(size):
        offsets: list[tuple[int, int, int]] = []
        stop = _walk(raw, inside, _OF_ROW_GROUP, offsets)
        groups.append(_row_group(raw, inside, stop, offsets))
        inside = stop
    return Footer(raw[:at], _signed(rows), raw[end:groups_at], tuple(groups), raw[inside:], start)


def _row_group(raw: bytes, first: int, stop: int, offsets: list[tuple[int, int, int]]) -> RowGroup:
    edges = [first, *(edge for begin, end, _ in offsets for edge in (begin, end)), stop]
    words = tuple(raw[begin:end] for begin, end in zip(edges[::2], edges[1::2], strict=True))
    values = tuple(value for _, _, value in offsets)
    return RowGroup(words, values, min(value for value in values if value))


def _fields(raw: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """The fields of a struct: number, type, and where the value begins. The last has the number 0 and begins where the
    struct ends."""
    field = 0
    while kind := raw[at] & 0x0F:
        step = raw[at] >> 4
        at += 1
        if step:
            field += step
        else:
            number, at = _read_varint(raw, at)
            field = _signed(number)
        yield field, kind, at
        at = _skipped(raw, at, kind)
    yield 0, 0, at + 1


def _walk(raw: bytes, at: int, wanted: _Offsets, found: list[tuple[int, int, int]]) -> int:
    """Adds the offsets in a struct to ``found``, each with where it begins and ends; gives where the struct ends."""
    for field, kind, begin in _fields(raw, at):
        if field not in wanted:
            at = begin
            continue
        inner = wanted[field]
        if inner is None:
            value, end = _read_varint(raw, begin)
            found.append((begin, end, _signed(value)))
        elif kind == _LIST:
            size, _, inside = _read_list(raw, begin)
            for _ in range(size):
                inside = _walk(raw, inside, inner, found)
        else:
            _walk(raw, begin, inner, found)
    return at


def _skipped(raw: bytes, at: int, kind: int) -> int:
    """Where a value that begins at a place ends."""
    if kind in (_TRUE, _FALSE):
        return at
    if kind == _BINARY:
        size, at = _read_varint(raw, at)
        return at + size
    if kind == _STRUCT:
        return max(end for _, _, end in _fields(raw, at))
    if kind in (_LIST, _SET):
        size, inner, at = _read_list(raw, at)
        for _ in range(size):
            at = at + 1 if inner in (_TRUE, _FALSE) else _skipped(raw, at, inner)
        return at
    if kind == _MAP:
        raise KeyError("a footer has no maps")
    if kind in (_BYTE, _DOUBLE):
        return at + (1 if kind == _BYTE else 8)
    return _read_varint(raw, at)[1]


def _read_list(raw: bytes, at: int) -> tuple[int, int, int]:
    """How many elements a list has, their type, and where they begin."""
    head = raw[at]
    size, at = (head >> 4, at + 1) if head < 0xF0 else _read_varint(raw, at + 1)
    return size, head & 0x0F, at


def _read_varint(raw: bytes, at: int) -> tuple[int, int]:
    value, shift = 0, 0
    while (byte := raw[at]) & 0x80:
        value |= (byte & 0x7F) << shift
        shift += 7
        at += 1
    return value | byte << shift, at + 1


def _signed(value: int) -> int:
    return value >> 1 ^ -(value & 1)


def _integer(value: int) -> bytes:
    return _varint(value << 1 if value >= 0 else (-value << 1) - 1)


def _varint(value: int) -> bytes:
    said = bytearray()
    while value > 0x7F:
        said.append(value & 0x7F | 0x80)
        value >>= 7
    said.append(value)
    return bytes(said)
