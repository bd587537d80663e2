"""Articles as JSON: an object a line (JSON lines), a list of objects, an object that holds the list, or one article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from etl.read.articles import LARGEST, Row, Table
from etl.read.columns import Column, NoColumn, columns_of, known_columns
from etl.read.json_mended import Mended
from etl.read.source import Container, Source, Unreadable
from etl.read.streams import byte_lines, rewindable
from etl.read.text_stream import Undecodable, encoding_of

_HEAD = 4096
_LONGEST_LINE = 4 * LARGEST  # bytes; a character may take four
_LONGEST_ENTRY = 20_000_000  # bytes; the parser's time grows with the square of a string's length
_AT_ONCE = 1 << 18
_LONGEST_FIRST = 500_000  # a file whose first line is longer is parsed as a stream, whatever it holds
_MARK = b"\xef\xbb\xbf"
_BLANK = _MARK + b" \t\r\n\0"
_DEEPEST = 6  # objects in objects whose names are joined to those of columns
_MOST_NAMES = 500
_LIST_DEEPEST = 4  # objects that may lie around the list of articles
_PART, _ENTRY = "/", "[]"  # as a place is written: ``response/docs/[]``
_UNDER_NAMES = "*"  # the place of what the outermost object has under names
_MOST_NESTED = 100
_LONGEST_NAME = 100


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
        return json.loads(words, strict=False)
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

    start = rewindable(file).tell()
    number = 0
    try:
        wanted = _place_of_articles(Mended(file, _LONGEST_ENTRY, _AT_ONCE), chosen)
        file.seek(start)
        for found in _entries(Mended(file, _LONGEST_ENTRY, _AT_ONCE), wanted):
            number += 1
            if isinstance(found, dict):
                yield Row(number, *flat(found))
            else:
                yield Row(number, (), (), f"Entry {number} of the list is no object; leave it out.")
    except (ijson.JSONError, ValueError) as fault:
        said = " ".join(str(fault).split())[:100] or type(fault).__name__
        yield Row(number + 1, (), (), f"The JSON is broken after entry {number} ({said}); export it anew.")


def _entries(watched: Mended, wanted: str) -> Iterator[object]:
    """The values at a place, each built when it is whole."""
    import ijson

    builder: ijson.ObjectBuilder | None = None
    for place, event, value in _events(watched):
        here = place == wanted or (wanted == _UNDER_NAMES and place != "" and _PART not in place)
        if builder is None:
            watched.since = 0
            if here and event not in ("end_map", "end_array", "map_key"):
                builder = ijson.ObjectBuilder()
        if builder is not None:
            builder.event(event, value)
            if here and event not in ("start_map", "start_array", "map_key"):
                yield builder.value
                builder = None


def _events(watched: Mended) -> Iterator[tuple[str, str, object]]:
    """What a parser meets, with the place where: names from the outermost object on, and ``[]`` for an entry of a list.

    Raises ``ValueError`` where objects lie deeper in each other than any writer of articles has them.
    """
    import ijson

    places = [""]  # those of the containers that are open, and last that of the value to come
    for event, value in ijson.basic_parse(watched, use_float=True, multiple_values=True, buf_size=_AT_ONCE):
        if event == "map_key":
            yield places[-2], event, value
            name = value.replace(_PART, "_")[:_LONGEST_NAME]
            places[-1] = f"{places[-2]}{_PART}{name}" if places[-2] else name
        elif event in ("start_map", "start_array"):
            if len(places) > _MOST_NESTED:
                raise ValueError(f"objects and lists lie {_MOST_NESTED} deep in each other")
            place = places[-1]
            yield place, event, value
            listed = f"{place}{_PART}{_ENTRY}" if place else _ENTRY
            places.append(listed if event == "start_array" else place)
        elif event in ("end_map", "end_array"):
            places.pop()
            yield places[-1], event, value
        else:
            yield places[-1], event, value


def _place_of_articles(watched: Mended, chosen: Mapping[str, str]) -> str:
    """Where the articles lie: the place of the objects of a list, or that of the whole, or ``_UNDER_NAMES``."""
    names: dict[str, list[str]] = {"": []}  # of the values in the objects that may be articles, by their place
    open_places = [""]
    first: str | None = None
    for place, event, _ in _events(watched):
        watched.since = 0
        first = first or event
        if event == "start_map" and place not in names and len(names) < _MOST_NAMES and _may_be_article(place):
            names[place] = []
            open_places.append(place)
        elif event == "end_map" and place and place == open_places[-1]:
            open_places.pop()
            if _has_text(names[place], chosen) and not any(_has_text(names[outer], chosen) for outer in open_places):
                return place if place.endswith(_ENTRY) else _UNDER_NAMES
        elif event not in ("end_map", "map_key", "start_array", "end_array"):
            _note(place, names, open_places)
    listed = [place for place in names if place.endswith(_ENTRY)]
    if listed and not _has_text(names[""], chosen):
        return listed[0]
    return _ENTRY if first == "start_array" else ""


def _may_be_article(place: str) -> bool:
    """Whether the objects at a place are those of a list not too deep, or have a name in the outermost."""
    return _PART not in place or (place.endswith(_ENTRY) and place.count(_PART) <= _LIST_DEEPEST)


def _note(place: str, names: dict[str, list[str]], open_places: list[str]) -> None:
    """Notes the name of a value in all the objects that it lies in, lists of values taken for one."""
    whole = place.removesuffix(_PART + _ENTRY)
    for outer in open_places:
        *around, name = whole[len(outer) :].removeprefix(_PART).split(_PART)
        if name and name != _ENTRY and _ENTRY not in around and len(names[outer]) < _MOST_NAMES:
            names[outer].append("_".join([*(part for part in around if not part.startswith("_")), name]))


def _has_text(names: Sequence[str], chosen: Mapping[str, str]) -> bool:
    try:
        columns_of(names, chosen)
    except NoColumn:
        return False
    return True


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
