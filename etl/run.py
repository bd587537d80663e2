"""Who reads the documents of a build, with the same result: processes on this machine, or workers of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from etl.batches import Reader, batches, checked, own_extractor, told_apart
from etl.check import storable
from etl.engine import Engine
from etl.fingerprints import Fingerprints
from etl.intake import Intake, Item
from etl.pool import Ready, processors
from etl.reading import Extractor, Reading, read_by

if TYPE_CHECKING:
    from etl.read import Options
    from etl.store import Dataset, Kept, LastDataset
    from etl.store.swap import Replacement


Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """How the documents of a build are read, and by whom. ``extractor`` is None for the project's own, ``version`` for
    one that does not say its state. ``workers`` are processes on this machine, those of a cluster where no address of
    a ``scheduler`` is given. With ``full`` nothing is taken over from earlier builds."""

    engine: Engine
    extractor: Extractor | None
    version: str | None
    min_confidence: float
    options: Options
    workers: int | None = None
    scheduler: str | None = None
    full: bool = False

    @property
    def takes_over(self) -> str | None:
        """The version whose documents are taken from the last dataset; None where none are."""
        return None if self.full or self.engine is Engine.DASK else self.version

    @property
    def knows_files_by(self) -> str | None:
        """The version whose notes on files are looked at; None where they are read whatever is known of them."""
        return None if self.engine is Engine.DASK else self.version

    def remember(self, intake: Intake) -> None:
        """Notes what was seen of files, for the next build."""
        if self.engine is Engine.PROCESSES:
            intake.fingerprints.write()

    def read(self, intake: Intake, last: LastDataset, new: Replacement, dataset: Dataset, told: Told) -> Stored:
        """Reads and stores what is new. ``told`` is told how many documents are done, and how many bytes of input were
        gone through. Raises ``ClusterError``."""
        if self.engine is Engine.DASK:
            return _read_on_cluster(self, intake, new, dataset, told)
        return _read_in_processes(self, intake, last, new, dataset, told)


@dataclass(frozen=True, slots=True)
class Stored:
    """The documents of a build in their order, those that were read by their identifiers. ``parts`` says how many of
    them each partition has, where a cluster read them."""

    documents: Sequence[Kept | str]
    parts: Sequence[int] | None = None

    def finish(self, dataset: Dataset) -> None:
        """Where a cluster read them, writes the rows of documents in files of a partition each, and removes what it
        left."""
        if self.parts is not None:
            from etl.cluster.read import remove_left

            dataset.write_parts([document for document in self.documents if isinstance(document, str)], self.parts)
            remove_left(dataset.folder)


def _read_in_processes(
    run: Run, intake: Intake, last: LastDataset, new: Replacement, dataset: Dataset, told: Told
) -> Stored:
    reader = Reader(run.extractor or own_extractor(), run.version, run.min_confidence)
    readings = reader.readings(_items(run.version, intake, last), processors() if run.workers is None else run.workers)
    documents: list[Kept | str] = []
    for batch in batches(told_apart(_counted(readings, told), last)):
        read = [reading for reading in batch if isinstance(reading, Reading)]
        if read:
            dataset.append(checked(read).frames)
        new.keep = True
        documents += (reading.document_id if isinstance(reading, Reading) else reading for reading in batch)
    return Stored(documents)


def _read_on_cluster(run: Run, intake: Intake, new: Replacement, dataset: Dataset, told: Told) -> Stored:
    from etl.cluster.client import Connection
    from etl.cluster.read import have_read, store, taken_over
    from etl.cluster.work import Job
    from etl.version import version_of

    folder = taken_over(() if run.full or run.version is None else new.left, new.folder)
    new.keep = any(folder.iterdir())

    def kept(documents: int, read: int) -> None:
        new.keep = True
        told(documents, read)

    job = Job(str(folder), version_of("", 0.0), run.version, run.extractor, run.min_confidence, run.options)
    places = have_read(Connection(run.scheduler, run.workers), intake, job, kept)
    documents, parts = store(places, dataset)
    return Stored(documents, parts)


def _items(version: str | None, intake: Intake, last: LastDataset) -> Iterator[Item | Ready[Reading | Kept]]:
    """The documents in their order; those that an earlier build read are ready. Most of them are found at once."""
    row = np.full(len(intake.names), -1)
    if version is not None:
        usual = intake.usual
        row[usual.place] = last.find(usual.sha256, usual.format, version)
    for one in intake.items(row >= 0):
        if isinstance(one, Item):
            yield _kept(one, version, last, intake.fingerprints) or one
        else:
            places = slice(one.start, one.stop)
            yield Ready(last.kept(row[places], intake.names[places], intake.upto[places]))


def _kept(
    item: Item, version: str | None, last: LastDataset, fingerprints: Fingerprints
) -> Ready[Reading | Kept] | None:
    """The document where an earlier build read the same; what could not be read then is read again: the cause may be
    gone."""
    by = read_by(version, item.known.digest)
    if by is None:
        return None
    # Asked for in a first build too: the next one knows the file by it.
    digest = item.sha256(fingerprints)
    row = None if digest is None else last.found((digest, item.format, by))
    if row is None:
        return None
    return Ready(last.kept(np.array([row]), [str(storable(item.name))], np.array([item.upto])))


def _counted(readings: Iterable[Reading | Kept], told: Told) -> Iterator[Reading | Kept]:
    """The readings, while ``told`` is told of each document that is read, and of those kept that follow each other."""
    number = 0
    for reading in readings:
        if isinstance(reading, Reading):
            number += 1
            told(number, reading.upto)
        else:
            number += len(reading)
            told(number, int(reading.upto[-1]))
        yield reading
