"""Reads what a build has to read on a cluster, and puts what workers left into the dataset, as if one process had."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.apart import Apart
from etl.batches import BATCH
from etl.check import check
from etl.cluster.client import Connection, connected
from etl.cluster.partitions import partitions
from etl.cluster.parts import told_in, told_rows
from etl.cluster.schedule import Schedule
from etl.cluster.work import Job
from etl.intake import Intake
from etl.rows import Row
from schemas.vocabulary import Outcome

if TYPE_CHECKING:
    from etl.store import Dataset

# The folder for what workers leave, until the dataset is whole.
_LEFT = "read"


def have_read(connection: Connection, intake: Intake, job: Job, told: Callable[[int, int], None]) -> list[Path]:
    """Has workers read the files of ``intake``; gives the folders of all partitions in their order.

    ``told`` is told how many documents are done, and how many bytes of input were gone through. Raises
    ``ClusterError``.
    """
    documents = read = 0

    def done(number: int, size: int) -> None:
        nonlocal documents, read
        documents, read = documents + number, read + size
        told(documents, read)

    with connected(connection) as client:
        keys = Schedule(client, job, done).run(partitions(intake.files(), intake.total))
    return [Path(job.folder) / key for key in keys]


def taken_over(left: Sequence[Path], folder: Path) -> Path:
    """The folder for what workers leave, in that of a new dataset, with what is there of stopped builds."""
    here = folder / _LEFT
    here.mkdir()
    for other in left:
        for place in (other / _LEFT).glob("[0-9a-f]*"):
            if not (here / place.name).exists() and not place.name.endswith("-failed"):
                place.rename(here / place.name)
    return here


def remove_left(folder: Path) -> None:
    """Removes what workers left for a new dataset in ``folder``, once it holds all of it."""
    shutil.rmtree(folder / _LEFT)


def store(places: Sequence[Path], dataset: Dataset) -> tuple[list[str], list[int]]:
    """Puts the rows that workers left in folders into the dataset, but for documents that are others again; gives the
    identifiers of all documents in their order, and how many each partition has."""
    apart = Apart()
    documents: list[str] = []
    numbers: list[int] = []
    left_out: dict[Path, list[str]] = {}
    again: list[Row] = []
    for place in places:
        found = told_in(place)
        numbers.append(len(found))
        rows: list[Row] = []
        for at, one in enumerate(found):
            other = apart.again(one.document_id, one.path, one.words, one.outcome == Outcome.FAILED)
            documents.append(one.document_id if other is None else other.document_id)
            if other is not None:
                left_out.setdefault(place, []).append(one.stored)
                rows = rows or told_rows(place)
                again.append(other.row(rows[at]))
        if len(again) >= BATCH:
            dataset.append(check({"documents": again}).frames)
            again = []
    dataset.append(check({"documents": again}).frames)
    dataset.take(places, left_out)
    return documents, numbers
