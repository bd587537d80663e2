"""The documents of a build from items to checked rows, some at once: by whatever processes and machines it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from etl.apart import Apart
from etl.check import Checked, check
from etl.dollars import with_dollars
from etl.intake import Item
from etl.pool import Ready, each
from etl.reading import Extractor, Reading, crashed, read_and_extract
from etl.rows import Row, Rows

if TYPE_CHECKING:
    from etl.store import Kept, LastDataset

One = TypeVar("One")

# Documents that are checked and stored at once: enough to be quick, few enough to fit in memory.
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Reader:
    """How the documents of a build are read; ``version`` is None for an extractor that does not say its state."""

    extractor: Extractor
    version: str | None
    min_confidence: float

    def readings(
        self, items: Iterable[Item | Ready[Reading | Kept]], workers: int, elsewhere: bool = False
    ) -> Iterator[Reading | Kept]:
        """What comes of each document, in their order, in so many processes; see ``etl.pool.each``."""
        return each(
            partial(
                read_and_extract, extractor=self.extractor, version=self.version, min_confidence=self.min_confidence
            ),
            items,
            workers=workers,
            crashed=crashed,
            weight=_weight,
            elsewhere=elsewhere,
        )


def _weight(item: Item) -> int:
    return item.weight


def own_extractor() -> Extractor:
    """The project's extractor with its lexicon loaded: forked workers share it, and its lack is no document's fault."""
    from etl.link import extract_document
    from etl.read import read_text

    extract_document(read_text("Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027."))
    return extract_document


def told_apart(readings: Iterable[Reading | Kept], last: LastDataset | None = None) -> Iterator[Reading | Kept]:
    """Keeps of documents with the same bytes or words only the first one's rows, and gives each its own identifier.

    ``last`` has those that are kept.
    """
    apart = Apart()
    for reading in readings:
        failed = isinstance(reading, Reading) and reading.failed
        again = apart.again(reading.document_id, reading.path, reading.words, failed)
        if again is None:
            yield reading
        else:
            yield Reading({"documents": [again.row(_row(reading, last))]}, upto=reading.upto)


def _row(reading: Reading | Kept, last: LastDataset | None) -> Row:
    if isinstance(reading, Reading):
        return reading.document
    assert last is not None, "a document that is kept is one of an earlier build"
    return last.row(reading)


def batches(readings: Iterable[One], size: int | None = None) -> Iterator[list[One]]:
    """The readings in lists of a size."""
    coming = iter(readings)
    while batch := list(islice(coming, size or BATCH)):
        yield batch


def checked(batch: Iterable[Reading]) -> Checked:
    """The rows of some documents, priced and checked."""
    rows: Rows = {}
    refused = []
    for reading in batch:
        refused += reading.refused
        for table, found in reading.rows.items():
            rows.setdefault(table, []).extend(found)
    return check(with_dollars(rows), refused)
