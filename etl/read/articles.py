"""A row of a table of articles as one document, whatever file the table came in."""

from __future__ import annotations

import html
import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from etl.read.columns import Column, NoColumn, columns_of
from etl.read.record import record
from etl.read.source import Broken, Known, Source, Unreadable
from etl.read.stated_dates import days_first, stated_date

LARGEST = 20_000_000  # characters of a row's text, as many as a file of text may have
SAMPLE = 100  # rows that are looked at together before the first is read
# How programs write that there is nothing in a cell.
_NOTHING = frozenset(("", "nan", "none", "null", "n/a", "na", "nil", "[removed]", "[deleted]", "\\n"))
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]+)?\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its number among the rows, from 1, and its cells under the names of the table's columns, or
    the sentence that says why it could not be read."""

    number: int
    names: tuple[str, ...]
    cells: Sequence[object]
    problem: str | None = None


@dataclass(slots=True)
class Table:
    """The articles of a table of this path; ``chosen`` is what the user says of its columns."""

    path: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    _day_first: bool | None = None

    def articles(self, rows: Iterable[Row]) -> Iterator[Source | Unreadable]:
        """The documents of the rows, each with its number in its path, or why a row gives none.

        Where none of the first hundred rows has a text, as the table has no column for it, that is said once and
        nothing more is read.
        """
        coming = iter(rows)
        first: list[Row] = []
        fault: Broken | None = None
        try:
            for row in islice(coming, SAMPLE):
                first.append(row)
        except Broken as broken:  # what came before it is good
            fault = broken
        told = yield from self._of_first(first)
        if fault is not None:
            raise fault
        for row in coming if told else ():
            yield self._article(row)

    def _of_first(self, first: list[Row]) -> Generator[Source | Unreadable, None, bool]:
        """The documents of the first rows; then whether those that follow are to be read."""
        readable = [row for row in first if row.problem is None]
        if not readable:
            if first:
                many = f"None of the first {len(first)} rows could be read. " if len(first) > 1 else ""
                yield Unreadable(self.path, "", 0, f"{many}{first[0].problem}")
            return False
        lacking = self._lacking(readable)
        if lacking is not None:
            yield Unreadable(self.path, "", 0, lacking)
            return False
        self._day_first = days_first(self._dates(readable))
        for row in first:
            yield self._article(row)
        return True

    def _lacking(self, rows: list[Row]) -> str | None:
        """What is said of a table whose rows all lack a column of texts: by that with the most columns."""
        said: tuple[int, str] | None = None
        for row in rows:
            try:
                columns_of(row.names, self.chosen)
                return None
            except NoColumn as lack:
                if said is None or len(row.names) > said[0]:
                    said = len(row.names), str(lack)
        return said[1] if said else None

    def _dates(self, rows: list[Row]) -> Iterator[object]:
        for row in rows:
            try:
                columns = columns_of(row.names, self.chosen)
            except NoColumn:
                continue
            yield from (row.cells[at] for at in columns.of(Column.PUBLISHED) if at < len(row.cells))

    def _article(self, row: Row) -> Source | Unreadable:
        path = f"{self.path}#{row.number}"
        if row.problem is not None:
            return Unreadable(path, "", 0, row.problem)
        try:
            columns = columns_of(row.names, self.chosen)
        except NoColumn:
            return Unreadable(path, "", 0, f"Row {row.number} has no text: it lacks the column for it.")
        text = _joined(_words_in(row, columns.of(Column.LEAD)), _words_in(row, columns.of(Column.TEXT)))
        if not text:
            named = " or ".join(f'"{columns.names[at]}"' for at in columns.of(Column.TEXT) or columns.of(Column.LEAD))
            problem = f"Row {row.number} has no text in its column {named}; fill the cell or leave the row out."
            return Unreadable(path, "", 0, problem)
        if len(text) > LARGEST:
            problem = f"Row {row.number} has a text of more than {LARGEST // 1_000_000} million characters; split it."
            return Unreadable(path, "", len(text), problem)
        return record(path, text, known_in(row, columns.places, self._day_first))


def known_in(row: Row, places: Mapping[Column, tuple[int, ...]], day_first: bool | None) -> Known:
    """What a row says of its article in the cells that stand at these places."""
    publisher = _line_in(row, places.get(Column.PUBLISHER, ()))
    url = _line_in(row, places.get(Column.URL, ()))
    if publisher is not None and publisher.startswith(("http://", "https://")):
        url, publisher = url or publisher, _host(publisher)
    dates = (stated_date(row.cells[at], day_first) for at in places.get(Column.PUBLISHED, ()) if _has(row, at))
    return Known(
        title=html.unescape(_line_in(row, places.get(Column.TITLE, ())) or "") or None,
        publisher=publisher,
        published=next((one for one in dates if one), None),
        url=url,
        language=language_code(_line_in(row, places.get(Column.LANGUAGE, ()))),
    )


@lru_cache(maxsize=1000)
def language_code(words: str | None) -> str | None:
    """The ISO 639 code of a language that is told by its code or its English name ("en-GB", "ENGLISH"); the words
    themselves where neither is known."""
    if words is None:
        return None
    code = _CODE.match(words)
    if code and len(words) != 3:
        return code[1].lower()
    import pycountry

    name = words.title()
    found = pycountry.languages.get(alpha_3=words.lower()) or pycountry.languages.get(name=name)
    return str(getattr(found, "alpha_2", found.alpha_3)) if found is not None else words


def _has(row: Row, at: int) -> bool:
    return at < len(row.cells) and row.cells[at] is not None


def _words_in(row: Row, places: Iterable[int]) -> str:
    """The words of the first of some cells that has any."""
    return next((words for at in places if _has(row, at) and (words := _words(row.cells[at]))), "")


def _line_in(row: Row, places: Iterable[int]) -> str | None:
    return " ".join(_words_in(row, places)[:2000].split()) or None


def _words(cell: object) -> str:
    """The words in a cell; of a list, such as of paragraphs, those of all its parts."""
    if isinstance(cell, list | tuple):
        return "\n\n".join(words for part in cell if (words := _words(part)))
    if isinstance(cell, bytes):
        cell = cell.decode("utf-8", "replace")
    if not isinstance(cell, str):
        return ""
    words = cell.strip()
    return "" if words.casefold() in _NOTHING else words


def _joined(lead: str, text: str) -> str:
    """The lead and the text that goes on after it, unless that begins with it."""
    if not lead or text.startswith(lead):
        return text or lead
    return f"{lead}\n\n{text}" if text else lead


def _host(address: str) -> str | None:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
