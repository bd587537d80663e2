"""Articles as JSON: an object a line (JSON lines), a list of objects, an object that holds the list, or one article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from etl.read.articles import LARGEST, Row, Table
from etl.read.columns import Column, NoColumn, columns_of, known_columns
from etl.read.source import Broken, Container, Source, Unreadable
from etl.read.streams import byte_lines
from etl.read.text_stream import Undecodable, encoding_of

_HEAD = 4096
_LONGEST_LINE = 4 * LARGEST  # bytes; a character may take four
_LONGEST_FIRST = 5_000_000  # a file whose first line is longer is parsed as a stream, whatever it holds
_MARK = b"\xef\xbb\xbf"
_BLANK = _MARK + b" \t\r\n\0"
_DEEPEST = 6  # objects in objects whose names are joined to those of columns
_MOST_NAMES = 500
_LIST_DEEPEST = 4  # objects that may lie around the list of articles
_NO_LINES = "None of the first lines is a JSON object; save the articles as JSON lines, one object a line."


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file begins as an object or a list of objects does."""
    start = head.removeprefix(_MARK).lstrip()
    if start[:1] == b"[":
        start = start[1:].lstrip()
    return start[:1] == b"{" and start[1:].lstrip()[:1] in (b'"', b"}")


def read_json(container: Container) -> Iterator[Source | Unreadable]:
    """The articles in a file of JSON."""
    table = Table(container.path, container.options.columns)
    file = container.file
    start = file.tell()
    try:
        encoding = encoding_of(file.read(_HEAD))
    except Undecodable as fault:
        yield Unreadable(container.path, "", 0, str(fault))
        return
    file.seek(start)
    if encoding.startswith(("utf-16", "utf-32")):
        yield Unreadable(container.path, "", 0, "JSON has to be in UTF-8; save it anew in that encoding.")
    elif _is_lines(file):
        yield from table.articles(_rows_of_lines(file))
    else:
        yield from table.articles(_rows_of_list(file, container.options.columns))


def _is_lines(file: BinaryIO) -> bool:
    """Whether the first line that is not blank is an article for itself."""
    start = file.tell()
    lines = byte_lines(file, _LONGEST_FIRST)
    first = next((line for line in lines if line is None or line.strip(_BLANK)), b"")
    file.seek(start)
    if first is None or first.strip(_BLANK)[:1] == b"[":
        return False
    found = _parsed(first)
    return isinstance(found, dict) and not _holds_list(found)


def _holds_list(found: dict[str, object]) -> bool:
    """Whether an object in one line has no text of its own but objects that may have: in a list, or under names."""
    if known_columns(flat(found)[0]).keys() & {Column.TEXT, Column.LEAD}:
        return False
    return any(
        isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict))
        for value in found.values()
    )


def _parsed(line: bytes) -> object:
    """What a line of JSON says; None where it is none."""
    line = line.removeprefix(_MARK).replace(b"\0", b"")
    try:
        words = line.decode("utf-8")
    except UnicodeDecodeError:
        words = line.decode("cp1252", "replace")
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        return None


def _rows_of_lines(file: BinaryIO) -> Iterator[Row]:
    number = 0
    for line in byte_lines(file, _LONGEST_LINE):
        if line is not None and not line.strip(_BLANK):
            continue
        number += 1
        if line is None:
            problem = f"Line {number} is longer than {_LONGEST_LINE // 1_000_000} MB; split its text."
            yield Row(number, (), (), problem)
            continue
        found = _parsed(line)
        if isinstance(found, dict):
            yield Row(number, *flat(found))
        else:
            yield Row(number, (), (), f"Line {number} is no JSON object; it was cut short, or is to be repaired.")


def _rows_of_list(file: BinaryIO, chosen: Mapping[str, str]) -> Iterator[Row]:
    """The objects of the list in a file: the outermost, or the first whose objects have a text; the file itself, where
    there is no such list."""
    import ijson

    watched = _Watched(file)
    start = file.tell()
    place, named = _list_in(watched, chosen)
    file.seek(start)
    watched.since = 0
    number = 0
    try:
        if named:
            entries = (one for _, one in ijson.kvitems(watched, place, use_float=True))
        else:
            entries = ijson.items(watched, place, use_float=True, multiple_values=True)
        for found in entries:
            watched.since = 0
            number += 1
            if isinstance(found, dict):
                yield Row(number, *flat(found))
            else:
                yield Row(number, (), (), f"Entry {number} of the list is no object; leave it out.")
    except (ijson.JSONError, ValueError, RecursionError) as fault:
        said = " ".join(str(fault).split())[:100] or type(fault).__name__
        yield Row(number + 1, (), (), f"The JSON is broken after entry {number} ({said}); export it anew.")


def _list_in(watched: _Watched, chosen: Mapping[str, str]) -> tuple[str, bool]:
    """Where the articles lie, as ijson calls the place: that of the objects of a list, or where ``True`` goes with it
    that of the object that has them under names."""
    import ijson

    tried: list[str] = []
    own: list[str] = []  # names in the outermost object
    building: tuple[str, ijson.ObjectBuilder] | None = None
    try:
        for place, event, value in ijson.parse(watched, use_float=True, multiple_values=True):
            if building is None:
                watched.since = 0
                if event == "map_key" and not place and len(own) < _MOST_NAMES:
                    own.append(value)
                if event == "start_map" and place and place not in tried and len(tried) < _MOST_NAMES:
                    listed = place.endswith("item") and place.count(".") <= _LIST_DEEPEST
                    building = (place, ijson.ObjectBuilder()) if listed or "." not in place else None
            if building is not None:
                building[1].event(event, value)
                if event == "end_map" and place == building[0]:
                    tried.append(place)
                    if _has_text(flat(building[1].value)[0], chosen) and not _has_text(own, chosen):
                        listed = place.endswith("item")
                        return (place, False) if listed else ("", True)
                    building = None
    except (ijson.JSONError, ValueError, RecursionError):
        pass
    return next((place for place in tried if place.endswith("item") and not _has_text(own, chosen)), ""), False


def _has_text(names: Sequence[str], chosen: Mapping[str, str]) -> bool:
    try:
        columns_of(names, chosen)
    except NoColumn:
        return False
    return True


class _Watched:
    """A file that gives up where one entry has more bytes than it may. ``since`` is how many were read in this one."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, never more than the parser takes at a time."""
        piece = self._file.read(min(size, 1 << 16) if size >= 0 else 1 << 16)
        self.since += len(piece)
        if self.since > _LONGEST_LINE:
            raise Broken(f"An entry of the list is longer than {_LONGEST_LINE // 1_000_000} MB; split its text.")
        return piece


def flat(found: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[object, ...]]:
    """The names and values of an object, those of objects in it under joined names: ``{"source": {"name": "X"}}`` has
    a ``source_name``. What a search engine adds around an object ("_source") is left out of the names."""
    names: list[str] = []
    values: list[object] = []
    waiting: list[tuple[str, object, int]] = [("", found, 0)]
    while waiting and len(names) < _MOST_NAMES:
        name, value, depth = waiting.pop()
        if isinstance(value, dict) and depth < _DEEPEST:
            inside = [
                (name if key.startswith("_") and isinstance(one, dict) else f"{name}_{key}".lstrip("_"), one, depth + 1)
                for key, one in value.items()
            ]
            waiting.extend(reversed(inside))
        elif name:
            names.append(name)
            values.append(value)
    return tuple(names), tuple(values)


__all__ = ["claims", "flat", "read_json"]
