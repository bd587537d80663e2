"""The documents of a build from items to checked rows, some at once: by whatever processes and machines it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from etl.apart import Again, Apart
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
        if isinstance(reading, Reading):
            again = apart.again(reading.document_id, reading.path, reading.words, reading.failed)
            yield reading if again is None else _repeated(again, reading.document, reading.upto)
        elif apart.all_first(reading.document_ids, reading.paths, reading.words):
            yield reading
        else:
            assert last is not None, "a document that is kept is one of an earlier build"
            yield from _one_by_one(reading, apart, last)


def _one_by_one(kept: Kept, apart: Apart, last: LastDataset) -> Iterator[Reading | Kept]:
    begin = 0
    for at, told in enumerate(zip(kept.document_ids, kept.paths, kept.words, strict=True)):
        again = apart.again(*told, failed=False)
        if again is not None:
            if begin < at:
                yield kept.part(slice(begin, at))
            one, begin = kept.part(slice(at, at + 1)), at + 1
            yield _repeated(again, last.row(one), int(one.upto[0]))
    if begin < len(kept):
        yield kept.part(slice(begin, len(kept)))


def _repeated(again: Again, row: Row, upto: int) -> Reading:
    return Reading({"documents": [again.row(row)]}, upto=upto)


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
