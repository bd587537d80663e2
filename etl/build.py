"""The way of documents into a dataset: read, extract, price, check, store. Readable from top to bottom.

What the last build made of documents that have not changed is taken over, unless another version made it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from etl.check import as_rejects, check
from etl.dollars import with_dollars
from etl.pool import each, processors
from etl.reading import Extractor, Reading, crashed, read_and_extract
from etl.rows import Row, Rows
from etl.sources import Source, find_sources
from etl.unchanged import unchanged_among
from schemas.vocabulary import Outcome

if TYPE_CHECKING:
    from etl.store import Dataset, LastDataset

# Documents that are checked and stored at once: enough to be quick, few enough to fit in memory.
_BATCH = 1000
_LARGEST = 8


@dataclass(frozen=True, slots=True)
class LargeDeal:
    """One of the largest deals of a dataset, for people to look at; ``quantity`` is the first line item's."""

    supplier: str
    recipient: str
    goods: str
    quantity: float | None
    line_items: int
    value_usd: float
    stage: str
    agreed: str | None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: documents by outcome, accepted rows by table, refused rows, and where the files are.

    ``corrected`` is how many corrections were applied, ``not_applied`` has a sentence for each that was not.
    ``unchanged`` is how many documents were taken over from the last build.
    """

    output: Path
    database: Path
    outcomes: Counter[str]
    accepted: Counter[str]
    rejected: int
    largest: tuple[LargeDeal, ...]
    corrected: int = 0
    not_applied: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.outcomes.total()

    @property
    def read(self) -> int:
        """How many of them could be read and are not another's bytes again."""
        return self.outcomes[Outcome.TRANSFERS] + self.outcomes[Outcome.NO_TRANSFER]

    @property
    def failed(self) -> int:
        """How many of them could not be read."""
        return self.outcomes[Outcome.FAILED]

    @property
    def duplicates(self) -> int:
        """How many of them have the bytes of an earlier one."""
        return self.outcomes[Outcome.DUPLICATE]

    @property
    def without_transfer(self) -> int:
        """How many were read and report no transfer."""
        return self.outcomes[Outcome.NO_TRANSFER]



def build(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    output: str | os.PathLike[str] = "output",
    *,
    extractor: Extractor | None = None,
    workers: int | None = None,
    min_confidence: float = 0.0,
    corrections: str | os.PathLike[str] | None = None,
    full: bool = False,
) -> BuildResult:
    """Builds a dataset from files, folders and globs into the folder ``output``, which it replaces whole.

    A document that cannot be read, or that the extractor fails on, is a row in ``documents`` that says so; a row that a
    check refuses is a row in ``rejects``. The same files give the same bytes, with any number of ``workers``
    (processes; as many as there are processors by default). ``extractor`` takes the place of the project's own. Deals
    and transfers whose ``confidence`` is under ``min_confidence`` (0 to 1) go to ``rejects``. The file ``corrections``
    is applied to the consolidated rows; a correction that does not fit is in ``rejects`` and in the result.

    Where ``output`` has a dataset, rows of documents with the same bytes are taken from it if the same version of the
    software made them with the same options, with the same result in less time; ``full`` reads all anew. An
    ``extractor`` of your own has to say its state in an attribute ``version`` (text), or else all is read anew.

    Raises ``SourceError`` where there is nothing to read, ``CorrectionsError`` where the file of corrections is none,
    and ``OutputError`` where ``output`` cannot be written or replaced; the last dataset then stays as it was.
    """
    from etl.corrections import Corrections, read
    from etl.store import DATABASE, Dataset, LastDataset, replacing

    folder = Path(output)
    given = Corrections() if corrections is None else read(corrections)
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    sources = find_sources(named, without=folder, corrections=corrections)
    version = _version(extractor, min_confidence)
    unchanged = 0
    with replacing(folder) as aside, LastDataset(folder, None if full else version) as last, Dataset(aside) as dataset:
        kept = unchanged_among(sources, last)
        for batch in _batches(_told_apart(_readings(sources, kept, extractor, workers, min_confidence, version))):
            unchanged += _store(batch, dataset, last)
        outcomes, accepted = dataset.counts()
        corrected = dataset.derive(given.good)
        unfit = sorted((*given.bad, *corrected.unfit), key=lambda refusal: int(str(refusal.row["line"])))
        dataset.append({"rejects": as_rejects((*unfit, *corrected.dropped))})
        largest = tuple(LargeDeal(*row) for row in dataset.largest(_LARGEST))  # type: ignore[arg-type]
        dataset.publish()
    rejected = accepted.pop("rejects") + len(unfit) + len(corrected.dropped)
    result = BuildResult(folder, folder / DATABASE, outcomes, accepted, rejected, largest, unchanged=unchanged)
    return replace(result, corrected=len(corrected.applied), not_applied=tuple(refusal.reason for refusal in unfit))


def _store(batch: list[Reading], dataset: Dataset, last: LastDataset) -> int:
    """Checks and stores what was read, with what is taken over in its place; gives how many documents that is of."""
    fresh = [reading for reading in batch if not reading.kept]
    refused = [refusal for reading in fresh for refusal in reading.refused]
    checked = check(with_dollars(_together(fresh)), refused)
    if len(fresh) == len(batch):
        dataset.append(checked.frames)
        return 0
    kept = last.rows({reading.document_id: reading.path for reading in batch if reading.kept})
    dataset.append_with(checked.frames, kept, [reading.document_id for reading in batch])
    return len(batch) - len(fresh)


def _version(extractor: Extractor | None, min_confidence: float) -> str | None:
    """The version that documents are read by; None for an extractor that does not say its state."""
    from etl.version import version_of

    state = "" if extractor is None else getattr(extractor, "version", None)
    return None if state is None else version_of(state, min_confidence)


def _readings(
    sources: list[Source],
    kept: dict[Source, Row],
    extractor: Extractor | None,
    workers: int | None,
    min_confidence: float,
    version: str | None,
) -> Iterator[Reading]:
    """What comes of each file, in their order: what the last dataset has of it, or else what is read anew."""
    changed = [source for source in sources if source not in kept]
    found: Iterator[list[Reading]] = iter(())
    if changed:
        found = each(
            partial(read_and_extract, extractor=extractor or _own_extractor(), min_confidence=min_confidence),
            changed,
            workers=processors() if workers is None else workers,
            crashed=crashed,
        )
    for source in sources:
        if source in kept:
            yield Reading({"documents": [kept[source]]}, kept=True)
        else:
            for reading in next(found):
                if reading.document["outcome"] != Outcome.FAILED:
                    reading.document["extractor"] = version
                yield reading


def _own_extractor() -> Extractor:
    """The project's extractor with its lexicon loaded: forked workers share it, and its lack is no document's fault."""
    from etl.link import extract_document
    from etl.read import read_text

    extract_document(read_text("Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027."))
    return extract_document



def _told_apart(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Keeps of documents with the same bytes only the first one's rows, and gives each document its own identifier."""
    first: dict[object, object] = {}
    times: Counter[object] = Counter()
    for reading in readings:
        document = dict(reading.document)
        rows, refused, kept = reading.rows, reading.refused, reading.kept
        document_id = document["document_id"]
        times[document_id] += 1
        if times[document_id] > 1:
            document["document_id"] = f"{document_id}-{times[document_id]}"
            if document["outcome"] != Outcome.FAILED:
                document["outcome"] = Outcome.DUPLICATE.value
                document["problem"] = f"It has the same bytes as {first[document_id]}."
            rows, refused, kept = {"documents": [document]}, [], False
        first.setdefault(document_id, document["path"])
        yield Reading(rows, refused, kept)


def _batches(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while batch := list(islice(readings, _BATCH)):
        yield batch


def _together(batch: list[Reading]) -> Rows:
    """The rows of all documents of a batch, a list a table."""
    rows: Rows = {}
    for reading in batch:
        for table, found in reading.rows.items():
            rows.setdefault(table, []).extend(found)
    return rows
