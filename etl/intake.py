"""What a build has to read, one document after the other: files, and the parts of files that hold several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from etl.fingerprints import Fingerprints, Look, Seen
from etl.read import FORMATS, NOTHING, Known, Options, Unreadable, format_of, no_file, sources_in
from etl.read import Source as Bytes
from etl.read.beside import LISTS, SUFFIXES, Beside, known_among
from etl.read.kinds import FETCHED, no_document, parts_of_pages
from etl.scan import IN_FOLDER
from etl.sources import Source, Sources

_BARRED = (
    "It is a folder that may not be looked into, and nothing in it was read; give yourself the right to read it"
    " (chmod u+rx) and build again."
)
_LEADS_OUT = "It is a link to a file outside the given folder; name that file itself to have it read."


class Item(NamedTuple):
    """A document to be read: the file at ``place``, or the bytes that came out of one, or why there are none.

    ``name`` is the path under which it is stored, ``format`` what it will be read by, ``look`` how the file
    looked, ``digest`` its SHA-256 where the last build knew it, ``in_folder`` whether the user named a folder that it
    lies in. ``upto`` is how many bytes of all input have been gone through once it is read.
    """

    name: str
    format: str
    known: Known = NOTHING
    place: str | None = None
    bytes: Bytes | None = None
    failed: Unreadable | None = None
    look: Look | None = None
    upto: int = 0
    digest: str | None = None
    in_folder: bool = False

    @property
    def path(self) -> Path | None:
        """Where the file lies, if it is one."""
        return None if self.place is None else Path(self.place)

    @property
    def weight(self) -> int:
        """How many bytes it carries with it."""
        return len(self.bytes.raw) if self.bytes is not None else 0

    def sha256(self, fingerprints: Fingerprints) -> str | None:
        """The SHA-256 of its bytes; None where they cannot be read."""
        if self.bytes is not None:
            return self.bytes.sha256
        if self.digest is not None or self.place is None:
            return self.digest
        return fingerprints.sha256(self.name, self.place, self.look, self.format, self.in_folder)


class File(NamedTuple):
    """A file to be read: what files beside it say of it, how it looked, and its size with that of all files before it,
    in bytes. ``format`` is what the last build read it by and ``digest`` its SHA-256, None where they are not known."""

    source: Source
    known: Known = NOTHING
    look: Look | None = None
    before: int = 0
    size: int = 0
    format: str | None = None
    digest: str | None = None

    @property
    def upto(self) -> int:
        """How many bytes of all input have been gone through once it is read."""
        return self.before + self.size

    def item(self, format: str) -> Item:
        """The file as the one document that it is."""
        source = self.source
        return Item(
            source.name, format, self.known, source.place,
            look=self.look, upto=self.upto, digest=self.digest, in_folder=source.in_folder,
        )  # fmt: skip

    def failed(self, problem: str) -> Item:
        """The file as a document that cannot be had."""
        name = self.source.name
        return Item(name, "", failed=Unreadable(name, "", 0, problem), upto=self.upto)

    def part(self, part: Bytes | Unreadable) -> Item:
        """A document that came out of the file."""
        name = self.source.name + part.path.removeprefix(str(self.source.path))
        if isinstance(part, Unreadable):
            return Item(name, part.format or "", failed=part, upto=self.before)
        return Item(name, part.format, part.known, bytes=part, upto=self.before)


class Intake:
    """The documents in files, in the order of the files; iterate it once, or its ``files``.

    ``total`` is the size of all files in bytes. ``passed_over`` counts, by kind ("picture"), the files that lie in a
    given folder and can be no documents. What files beside a document say of it is known of it. ``usual`` are files
    that the last build knew and that nothing but their own bytes is known of.
    """

    def __init__(self, sources: Sources, options: Options, fingerprints: Fingerprints) -> None:
        self.fingerprints = fingerprints
        self.names = sources.names
        self._sources = sources
        self._options = options
        self._beside = _beside(sources)
        self._parts = parts_of_pages(sources.names)
        self.upto = np.cumsum(np.maximum(sources.looks[:, 0], 0))
        self.total = int(self.upto[-1])
        self.passed_over: Counter[str] = Counter()
        self._seen = fingerprints.seen(sources)
        self._row = np.full(len(sources), -1)
        self._row[self._seen.place] = np.arange(len(self._seen.place))

    @property
    def usual(self) -> Seen:
        """The files that the last build knew and that nothing is known of from beside them: each is one document."""
        told = self._beside.metadata | self._beside.told | self._parts
        if not told:
            return self._seen
        usual = np.array([self.names[place] not in told for place in self._seen.place.tolist()], np.bool_)
        return Seen(self._seen.place[usual], self._seen.sha256.filter(usual), self._seen.format.filter(usual))

    def __iter__(self) -> Iterator[Item]:
        for one in self.items(np.zeros(len(self.names), np.bool_)):
            assert isinstance(one, Item), "no file is left out"
            yield one

    def items(self, left_out: NDArray[np.bool_]) -> Iterator[Item | range]:
        """The documents, but for some of the ``usual`` files: those that follow each other come as the range of their
        places."""
        yield from self._problems()
        edges = np.flatnonzero(np.diff(left_out, prepend=~left_out[:1], append=~left_out[-1:])).tolist()
        for first, last in pairwise(edges):
            if left_out[first]:
                yield range(first, last)
            else:
                for one in self._files(range(first, last)):
                    yield from items_in(one, self._options)

    def files(self) -> Iterator[File | Item]:
        """The files that hold documents, after what is wrong with files of metadata."""
        yield from self._problems()
        yield from self._files(range(len(self.names)))

    def _problems(self) -> Iterator[Item]:
        for problem in self._beside.problems:
            yield Item(problem.name, "", failed=Unreadable(problem.name, "", 0, problem.said))

    def _files(self, places: range) -> Iterator[File]:
        """Those of some files that hold documents."""
        for place in places:
            source, look = self._sources[place], Look(*self._sources.looks[place].tolist())
            kind = self._kind(source)
            if kind is not None:
                self.passed_over[kind] += 1
                continue
            row, size = self._row[place], max(look.size, 0)
            form, digest = (None, None) if row < 0 else (column[row].as_py() for column in self._seen[1:])
            yield File(
                source,
                self._beside.known(source.name),
                None if look.size < 0 else look,
                int(self.upto[place]) - size,
                size,
                form,
                digest,
            )

    def _kind(self, source: Source) -> str | None:
        """What a file is that can be no document, or that is not read as one here."""
        if self._beside.is_metadata(source.name):
            return "file of metadata"
        if source.barred or not source.in_folder:
            return None
        if source.name.rpartition("/")[2] == FETCHED:
            return "list of what was fetched"
        kind = no_document(source.name)
        return kind or ("part of a saved page" if source.name in self._parts else None)


def items_in(file: File, options: Options) -> Iterator[Item]:
    """The documents in a file, or why there are none. Never raises for what it holds or lacks."""
    source = file.source
    if file.format is not None:
        yield file.item(file.format)
        return
    problem = _BARRED if source.barred else _LEADS_OUT if source.leads_out else no_file(source.path)
    if problem is not None:
        yield file.failed(problem)
        return
    try:
        with source.path.open("rb") as stream:
            kind = format_of(stream, source.name)
    except (OSError, ValueError):
        # Whoever reads it says why it cannot be read.
        yield Item(source.name, "", place=source.place, upto=file.upto)
        return
    suffix = source.path.suffix.lower()
    if kind is None and source.in_folder and suffix:
        yield file.failed(f"There is no reader for {suffix} files; name the file itself to have it read as text.")
    elif kind is None or kind.unpack is None:
        yield file.item(FORMATS[0].name if kind is None else kind.name)
    else:
        for part in sources_in(source.path, options, file.known):
            yield file.part(part)


def _beside(sources: Sources) -> Beside:
    """What files of metadata say of others, those beside files that were named one by one included."""
    places = dict(zip(sources.names, sources.places, strict=True))
    # The lists of a folder are looked for once, however many of its files were named.
    sought: dict[str, str] = {}
    for at in np.flatnonzero(sources.flags & IN_FOLDER == 0).tolist():
        source = sources[at]
        folder, _, name = source.place.rpartition("/")
        above = source.name.removesuffix(name)
        others = (*(name + suffix for suffix in SUFFIXES), *LISTS)
        sought.update((above + other, f"{folder}/{other}") for other in others)
    for name, place in sought.items():
        if name not in places and Path(place).is_file():
            places[name] = place
    return known_among(places, lambda name: _opened(Path(places[name])))


def _opened(path: Path) -> BinaryIO:
    if not path.is_file():
        raise OSError("it is no file")
    return path.open("rb")
