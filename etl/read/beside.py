"""What is known of documents from files beside them: ``NAME.meta.yaml`` beside NAME, and ``documents.csv`` in a folder.

A ``NAME.meta.yaml`` has one ``key: value`` a line, a ``documents.csv`` a column that names files and others by the
usual names of columns of articles (``etl/lexicon/columns.csv``): title, publisher, published, url, language. Neither is
a document. A ``documents.csv`` that names no file which is there is an ordinary table of articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from etl.read.articles import SAMPLE, Row, known_in
from etl.read.columns import Column, file_column, known_columns
from etl.read.delimited import rows_of
from etl.read.encoding import decode
from etl.read.json_table import flat
from etl.read.source import NOTHING, Known
from etl.read.stated_dates import days_first

SUFFIXES = (".meta.yaml", ".meta.yml")
LISTS = ("documents.csv", "documents.tsv")
_LARGEST = 100_000  # bytes of a NAME.meta.yaml


@dataclass(frozen=True, slots=True)
class Problem:
    """A file of metadata that says less than it should: its name, and a sentence on what is wrong and what to do. The
    documents that it is of are read all the same."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of the files of a folder; ``metadata`` are the names of the files that say so, and are no documents
    themselves. Names are relative to the folder, with ``/``."""

    metadata: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    _listed: Mapping[str, Known] = field(default_factory=dict)
    _own: Mapping[str, Known] = field(default_factory=dict)

    def known(self, name: str) -> Known:
        """What is known of a file: what its own file of metadata says, then what the list of its folder does."""
        if not self._own and not self._listed:
            return NOTHING
        return self._own.get(name, NOTHING).over(self._listed.get(name, NOTHING))

    @property
    def told(self) -> frozenset[str]:
        """The names of all files of which something is known."""
        return frozenset((*self._own, *self._listed))

    def is_metadata(self, name: str) -> bool:
        """Whether a file tells of others and is no document."""
        return name in self.metadata


def beside(folder: Path, names: Iterable[str]) -> Beside:
    """What the files of metadata among ``names`` say of the others. ``names`` are all files of the folder and of those
    in it, relative to it, with ``/``; only files of metadata are opened. Never raises for what they hold."""
    return known_among(names, lambda name: (folder / name).open("rb"))


def known_among(names: Iterable[str], opened: Callable[[str], BinaryIO]) -> Beside:
    """What ``beside`` gives, of files that ``opened`` opens by their names."""
    there = frozenset(names)
    metadata: set[str] = set()
    problems: list[Problem] = []
    own: dict[str, Known] = {}
    listed: dict[str, Known] = {}
    # Lists of outer folders first, so that those of inner ones win.
    told = [name for name in there if name.endswith(SUFFIXES) or _is_list(name)]
    for name in sorted(told, key=lambda name: (name.count("/"), name)):
        try:
            if name.endswith(SUFFIXES):
                metadata.add(name)
                _take_own(name, there, opened, own)
            else:
                with opened(name) as file:
                    found = _listed_in(name, file, there)
                if found is not None:
                    metadata.add(name)
                    listed |= found.files
                    problems += [Problem(name, said) for said in found.problems]
        except Exception as fault:  # whatever the file, or the archive that it lies in, is broken by
            problems.append(Problem(name, _sentence(name, fault)))
    return Beside(frozenset(metadata), tuple(problems), listed, own)


def _is_list(name: str) -> bool:
    return name.lower().endswith(LISTS) and name.rpartition("/")[2].lower() in LISTS


class _Malformed(ValueError):
    """A file of metadata says nothing that can be taken."""


def _sentence(name: str, fault: Exception) -> str:
    if isinstance(fault, _Malformed):
        return str(fault)
    said = " ".join(str(fault).split())[:200].rstrip(".") or type(fault).__name__
    return f"{PurePosixPath(name).name} could not be read ({said}); its documents are read without it."


def _take_own(name: str, there: frozenset[str], opened: Callable[[str], BinaryIO], own: dict[str, Known]) -> None:
    """Notes what a ``NAME.meta.yaml`` says of its document."""
    of = next(name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix))
    if of not in there:
        raise _Malformed(f"There is no {PurePosixPath(of).name} beside it; name it after the document it is of.")
    with opened(name) as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise _Malformed(f"It is larger than {_LARGEST // 1000} kB; keep to one line for each key.")
    import yaml

    from etl.read import plain_yaml

    text = decode(raw)
    try:
        told = plain_yaml.load(text)
    except (yaml.YAMLError, ValueError) as fault:
        said = " ".join(str(getattr(fault, "problem", None) or fault).split())[:100]
        raise _Malformed(
            f'It is no YAML ({said}); write one "key: value" a line, values with a colon in quotes.'
        ) from fault
    if not isinstance(told, dict):
        raise _Malformed('It has no keys; write one "key: value" a line, such as "published: 2024-06-22".')
    names, values = flat({str(key): value for key, value in told.items()})
    places = known_columns(names)
    own[of] = known_in(Row(1, names, values), places, days_first(values[at] for at in places.get(Column.PUBLISHED, ())))


@dataclass(frozen=True, slots=True)
class _List:
    """What a list of documents says of the files that are there."""

    files: dict[str, Known]
    problems: tuple[str, ...]


def _listed_in(name: str, file: BinaryIO, there: frozenset[str]) -> _List | None:
    """What a ``documents.csv`` says of files; None where it names none of them."""
    rows = rows_of(file)
    first = list(islice(rows, SAMPLE))
    column = file_column(first[0].names) if first else None
    if column is None:
        return None
    places = known_columns(first[0].names)
    day_first = days_first(_cells(first, places.get(Column.PUBLISHED, ())))
    by_case = {one.casefold(): one for one in sorted(there, reverse=True)}
    found: dict[str, Known] = {}
    missing, first_missing = 0, ""
    problems: list[str] = []
    for row in chain(first, rows):
        if row.problem is not None:
            problems = problems or [row.problem]
            continue
        words = str(row.cells[column]).strip() if column < len(row.cells) else ""
        of = _file_named(words, name, there, by_case)
        if of is not None:
            found[of] = known_in(row, places, day_first)
        elif words:
            missing, first_missing = missing + 1, first_missing or words[:200]
    if not found:
        return None
    if missing:
        files = "a file that is" if missing == 1 else f"{missing:,} files that are"
        problems.append(f"It names {files} not there: {first_missing}{' and others' * (missing > 1)}.")
    return _List(found, tuple(problems))


def _cells(rows: list[Row], places: tuple[int, ...]) -> Iterator[object]:
    return (row.cells[at] for row in rows for at in places if at < len(row.cells))


def _file_named(words: str, list_name: str, there: frozenset[str], by_case: Mapping[str, str]) -> str | None:
    """The file that a cell names, relative to the list that it stands in."""
    plain = words.replace("\\", "/").removeprefix("./")
    whole = str(PurePosixPath(list_name).parent / plain) if plain else ""
    return whole if whole in there else by_case.get(whole.casefold())
