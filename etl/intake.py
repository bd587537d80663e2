"""What a build has to read, one document after the other: files, and the parts of files that hold several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from etl.fingerprints import Fingerprints, Look
from etl.read import FORMATS, NOTHING, Known, Options, Unreadable, format_of, no_file, sources_in
from etl.read import Source as Bytes
from etl.read.beside import LISTS, SUFFIXES, Beside, known_among
from etl.read.kinds import FETCHED, no_document, part_of_page
from etl.sources import Source

_LEADS_OUT = "It is a link to a file outside the given folder; name that file itself to have it read."


@dataclass(frozen=True, slots=True)
class Item:
    """A document to be read: the file at ``place``, or the bytes that came out of one, or why there are none.

    ``name`` is the path under which it is stored, ``format`` what it will be read by, ``look`` how the file
    looked. ``upto`` is how many bytes of all input have been gone through once it is read.
    """

    name: str
    format: str
    known: Known = NOTHING
    place: str | None = None
    bytes: Bytes | None = None
    failed: Unreadable | None = None
    look: Look | None = None
    upto: int = 0

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
        return None if self.place is None else fingerprints.sha256(self.name, self.place, self.look, self.format)


class Intake:
    """The documents in files, in the order of the files; iterate it once.

    ``total`` is the size of all files in bytes. ``passed_over`` counts, by kind ("picture"), the files that lie in a
    given folder and can be no documents. What files beside a document say of it is known of it.
    """

    def __init__(self, sources: Iterable[Source], options: Options, fingerprints: Fingerprints) -> None:
        self.fingerprints = fingerprints
        self._sources = list(sources)
        self._options = options
        self._looks = [fingerprints.look(source.place) for source in self._sources]
        self._beside = _beside(self._sources)
        self._names = frozenset(source.name for source in self._sources)
        self.total = sum(look.size for look in self._looks if look is not None)
        self.passed_over: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Item]:
        before = 0
        for problem in self._beside.problems:
            yield Item(problem.name, "", failed=Unreadable(problem.name, "", 0, problem.said))
        for source, look in zip(self._sources, self._looks, strict=True):
            size = 0 if look is None else look.size
            kind = self._kind(source)
            known = self.fingerprints.known(source.name, look)
            if kind is not None:
                self.passed_over[kind] += 1
            elif known is not None and not source.leads_out:
                own = self._beside.known(source.name)
                yield Item(source.name, known.format, own, source.place, look=look, upto=before + size)
            else:
                yield from self._items(source, look, before, size)
            before += size

    def _kind(self, source: Source) -> str | None:
        """What a file is that can be no document, or that is not read as one here."""
        if self._beside.is_metadata(source.name):
            return "file of metadata"
        if not source.in_folder:
            return None
        if source.name.rpartition("/")[2] == FETCHED:
            return "list of what was fetched"
        kind = no_document(source.name)
        return kind or ("part of a saved page" if part_of_page(source.name, self._names) else None)

    def _items(self, source: Source, look: Look | None, before: int, size: int) -> Iterator[Item]:
        problem = _LEADS_OUT if source.leads_out else no_file(source.path)
        if problem is not None:
            yield Item(source.name, "", failed=Unreadable(source.name, "", 0, problem), upto=before + size)
            return
        try:
            with source.path.open("rb") as file:
                kind = format_of(file, source.name)
        except (OSError, ValueError):
            # Whoever reads it says why it cannot be read.
            yield Item(source.name, "", place=source.place, upto=before + size)
            return
        suffix = source.path.suffix.lower()
        if kind is None and source.in_folder and suffix:
            problem = f"There is no reader for {suffix} files; name the file itself to have it read as text."
            yield Item(source.name, "", failed=Unreadable(source.name, "", 0, problem), upto=before + size)
        elif kind is None or kind.unpack is None:
            name = FORMATS[0].name if kind is None else kind.name
            known = self._beside.known(source.name)
            yield Item(source.name, name, known, source.place, look=look, upto=before + size)
        else:
            yield from self._parts(source, before)

    def _parts(self, source: Source, before: int) -> Iterator[Item]:
        for part in sources_in(source.path, self._options, self._beside.known(source.name)):
            name = source.name + part.path.removeprefix(str(source.path))
            if isinstance(part, Unreadable):
                yield Item(name, part.format or "", failed=part, upto=before)
            else:
                yield Item(name, part.format, part.known, bytes=part, upto=before)


def _beside(sources: list[Source]) -> Beside:
    """What files of metadata say of others, those beside files that were named one by one included."""
    places = {source.name: source.place for source in sources}
    # The lists of a folder are looked for once, however many of its files were named.
    sought: dict[str, str] = {}
    for source in sources:
        if not source.in_folder:
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
