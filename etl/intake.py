"""What a build has to read, one document after the other: files, and the parts of files that hold several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from etl.fingerprints import Fingerprints, Look
from etl.read import FORMATS, NOTHING, Known, Options, Unreadable, format_of, no_file, sources_in
from etl.read import Source as Bytes
from etl.read.beside import LISTS, SUFFIXES, Beside, known_among
from etl.read.kinds import FETCHED, no_document, part_of_page
from etl.sources import Source

_BARRED = (
    "It is a folder that may not be looked into, and nothing in it was read; give yourself the right to read it"
    " (chmod u+rx) and build again."
)
_LEADS_OUT = "It is a link to a file outside the given folder; name that file itself to have it read."


class Item(NamedTuple):
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


class File(NamedTuple):
    """A file to be read: what files beside it say of it, how it looked, and its size with that of all files before it,
    in bytes. ``format`` is what the last build read it by, None where that is not known."""

    source: Source
    known: Known = NOTHING
    look: Look | None = None
    before: int = 0
    size: int = 0
    format: str | None = None

    @property
    def upto(self) -> int:
        """How many bytes of all input have been gone through once it is read."""
        return self.before + self.size

    def item(self, format: str) -> Item:
        """The file as the one document that it is."""
        return Item(self.source.name, format, self.known, self.source.place, look=self.look, upto=self.upto)

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
        for one in self.files():
            if isinstance(one, Item):
                yield one
            else:
                yield from items_in(one, self._options)

    def files(self) -> Iterator[File | Item]:
        """The files that hold documents, after what is wrong with files of metadata."""
        before = 0
        for problem in self._beside.problems:
            yield Item(problem.name, "", failed=Unreadable(problem.name, "", 0, problem.said))
        for source, look in zip(self._sources, self._looks, strict=True):
            size = 0 if look is None else look.size
            kind = self._kind(source)
            known = self.fingerprints.known(source.name, look)
            if kind is not None:
                self.passed_over[kind] += 1
            else:
                form = known.format if known is not None and not source.leads_out else None
                yield File(source, self._beside.known(source.name), look, before, size, form)
            before += size

    def _kind(self, source: Source) -> str | None:
        """What a file is that can be no document, or that is not read as one here."""
        if self._beside.is_metadata(source.name):
            return "file of metadata"
        if source.barred or not source.in_folder:
            return None
        if source.name.rpartition("/")[2] == FETCHED:
            return "list of what was fetched"
        kind = no_document(source.name)
        return kind or ("part of a saved page" if part_of_page(source.name, self._names) else None)


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
