"""What a worker does with a partition: reads its documents, checks their rows, and leaves them in files."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from etl.batches import Reader, batches, checked, own_extractor, told_apart
from etl.cluster.partitions import Partition
from etl.cluster.parts import Parts, documents_in
from etl.read import Options
from etl.read.source import Broken
from etl.reading import Extractor, Reading
from etl.rows import Row
from etl.version import version_of

if TYPE_CHECKING:
    from etl.store import Kept


class UnlikeHere(RuntimeError):
    """A worker cannot do what the build does: it has other software, or not the same folders; the message says so."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all partitions of a build have in common: the ``folder`` for what is read, the ``software`` that is to do it
    (``etl.version``), and how. ``extractor`` is None for the project's own."""

    folder: str
    software: str
    version: str | None
    extractor: Extractor | None
    min_confidence: float
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a partition: how many documents it has. ``damaged`` is true where it is a stretch of a file that has
    to be read whole, so that it is said what is wrong with it."""

    documents: int = 0
    damaged: bool = False


def read_partition(partition: Partition, key: str, job: Job) -> Done:
    """Reads a partition into the folder ``key`` of the job's. What a document brings down is a process that this one
    starts.

    Raises ``UnlikeHere`` where this worker would make something else of it than the machine that the build runs on.
    """
    place = Path(job.folder) / key
    if version_of("", 0.0) != job.software:
        raise UnlikeHere("it has another version of the software, of Python or of a library than the build")
    if not place.parent.is_dir():
        raise UnlikeHere(f"it does not see {place.parent.parent.parent}, which has to be on a disk that all share")
    if place.is_dir():
        return Done(documents_in(place))
    _let_have_children()
    reader = Reader(job.extractor or own_extractor(), job.version, job.min_confidence)
    try:
        return write(reader.readings(partition.items(job.options), workers=1, elsewhere=True), place)
    except Broken:
        if partition.stretch is None:
            raise
        return Done(damaged=True)


def write(readings: Iterable[Reading | Kept], place: Path) -> Done:
    """Checks and writes what came of documents into the folder ``place``."""
    documents = 0
    with Parts(place) as parts:
        notes: list[Row] = []
        parts.tell(notes)
        for batch in batches(told_apart(_noted(readings, notes))):
            read = [reading for reading in batch if isinstance(reading, Reading)]
            for note, reading in zip(notes, read, strict=True):
                note["stored"] = reading.document_id
            parts.add(checked(read).frames)
            parts.tell(notes)
            documents += len(batch)
            notes.clear()
    return Done(documents)


def _noted(readings: Iterable[Reading | Kept], notes: list[Row]) -> Iterator[Reading | Kept]:
    """The readings, each with a note of its document as it is before any is told to repeat another."""
    for reading in readings:
        assert isinstance(reading, Reading), "a worker knows nothing of earlier builds"
        notes.append({**reading.document, "words": reading.words})
        yield reading


def _let_have_children() -> None:
    """Dask starts a worker as what Python calls a daemon, which may have no children, lest they outlive it. Those of
    ``etl.pool`` end with their parent by themselves."""
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
