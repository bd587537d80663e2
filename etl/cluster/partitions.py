"""What a build has to read, cut into partitions, each some files or a stretch of a large one, as the files are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from etl.intake import File, Item, items_in
from etl.read import Container, Options, format_of
from etl.read.parquet import Stretch, read_stretch, stretches

# A partition is half a minute of work: what is lost with a worker is small, and so is what dask takes for it.
_ROWS = 1000
_BYTES = 16_000_000  # of a stretch, unpacked
_FILES = 1000
_FILE_BYTES = 1_000_000
# Smaller Parquet files are not looked at, and put together like any others.
_CUT = 250_000
# Of larger inputs partitions are larger, so that no folder has more files than any file system bears.
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Partition:
    """What one task reads: ``files`` whole, or a ``stretch`` of the one file that there is. ``number`` is its place
    among all, and that of the first stretch of the file ``first``. ``size`` is how many bytes of input it has."""

    number: int
    files: tuple[File | Item, ...]
    size: int
    stretch: Stretch | None = None
    first: int = 0

    def items(self, options: Options) -> Iterator[Item]:
        """Its documents. Raises ``Broken`` where a file of which it is a stretch is damaged."""
        for one in self.files:
            if isinstance(one, Item):
                yield one
            elif self.stretch is None:
                yield from items_in(one, options)
            else:
                with one.source.path.open("rb") as stream:
                    container = Container(str(one.source.path), stream, options, known=one.known)
                    yield from map(one.part, read_stretch(container, self.stretch))

    def whole(self) -> Partition:
        """All of the file that this is a stretch of."""
        return replace(self, number=self.first, stretch=None, size=0)

    def failed(self, problem: str) -> Iterator[Item]:
        """Its files, or the stretch of one, as documents that cannot be had."""
        for one in self.files:
            if isinstance(one, Item):
                yield one
            elif self.stretch is None:
                yield one.failed(problem)
            else:
                rows = self.stretch.numbers
                failed = one.failed(f"Rows {rows[0]:,} to {rows[-1]:,} are missing: {problem}")
                yield failed._replace(name=f"{failed.name}#{rows[0]}-{rows[-1]}")

    def key(self, how: str) -> str:
        """32 digits that tell it, read in the way that ``how`` says, from what any other build may have to read."""
        told = [
            (one.source, one.known, one.look) if isinstance(one, File) else (one.name, one.failed) for one in self.files
        ]
        words = repr((how, self.stretch, told))
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def partitions(files: Iterable[File | Item], total: int) -> Iterator[Partition]:
    """The partitions of all files, which have ``total`` bytes, in their order."""
    times = max(1, total // (_MOST * _FILE_BYTES))
    number = 0
    together: list[File | Item] = []
    held = 0
    for one in files:
        cut = _stretches(one, times)
        size = one.size if isinstance(one, File) else 0
        if together and (cut or len(together) >= _FILES * times or held + size > _FILE_BYTES * times):
            yield Partition(number, tuple(together), held)
            together, held, number = [], 0, number + 1
        if not cut:
            together.append(one)
            held += size
            continue
        first = number
        for stretch in cut:
            yield Partition(number, (one,), size // len(cut), stretch, first)
            number += 1
    if together:
        yield Partition(number, tuple(together), held)


def _stretches(one: File | Item, times: int) -> list[Stretch]:
    """The stretches that a file is cut into, so many times as large as the least; none where it is read whole."""
    if isinstance(one, Item) or one.size < _CUT or one.source.leads_out:
        return []
    path = Path(one.source.place)
    try:
        with path.open("rb") as stream:
            kind = format_of(stream, one.source.name)
    except (OSError, ValueError):
        return []
    return stretches(path, _ROWS * times, _BYTES * times) if kind is not None and kind.name == "parquet" else []
