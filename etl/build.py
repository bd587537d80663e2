"""The way of documents into a dataset: read, extract, price, check, store. Readable from top to bottom.

What the last build made of documents that have not changed is taken over, unless another version made it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from etl.check import as_rejects, check, storable
from etl.dollars import with_dollars
from etl.fingerprints import Fingerprints
from etl.intake import Intake, Item
from etl.pool import Ready, each, processors
from etl.reading import Extractor, Reading, crashed, read_and_extract, read_by
from etl.rows import Rows
from etl.sources import find_sources
from schemas.vocabulary import Outcome

if TYPE_CHECKING:
    from etl.store import Dataset, Kept, LastDataset

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
    ``unchanged`` is how many documents were taken over from the last build, ``copies`` how many have nearly the words
    of an earlier one, ``in_part`` how many of those read could not be read as a whole, ``passed_over`` how many files
    there were that can be no documents, by kind ("picture").
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
    copies: int = 0
    in_part: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.outcomes.total()

    @property
    def read(self) -> int:
        """How many of them could be read and are not another again."""
        return self.outcomes[Outcome.TRANSFERS] + self.outcomes[Outcome.NO_TRANSFER]

    @property
    def failed(self) -> int:
        """How many of them could not be read."""
        return self.outcomes[Outcome.FAILED]

    @property
    def duplicates(self) -> int:
        """How many of them have the bytes or the words of an earlier one."""
        return self.outcomes[Outcome.DUPLICATE]

    @property
    def foreign(self) -> int:
        """How many of them are in another language than English; only their figures were read."""
        return self.outcomes[Outcome.LANGUAGE]

    @property
    def without_transfer(self) -> int:
        """How many were read and report no transfer."""
        return self.outcomes[Outcome.NO_TRANSFER]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: documents done, and how many of the ``total`` bytes of input have been gone through."""

    documents: int
    read: int
    total: int


def build(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    output: str | os.PathLike[str] = "output",
    *,
    extractor: Extractor | None = None,
    workers: int | None = None,
    min_confidence: float = 0.0,
    corrections: str | os.PathLike[str] | None = None,
    full: bool = False,
    downloads: bool = True,
    columns: Mapping[str, str] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> BuildResult:
    """Builds a dataset from files, folders and globs into the folder ``output``, which it replaces whole.

    A document that cannot be read, or that the extractor fails on, is a row in ``documents`` that says so; a row that a
    check refuses is a row in ``rejects``. The same files give the same bytes, with any number of ``workers``
    (processes; as many as there are processors by default). ``extractor`` takes the place of the project's own. Deals
    and transfers whose ``confidence`` is under ``min_confidence`` (0 to 1) go to ``rejects``. The file ``corrections``
    is applied to the consolidated rows; a correction that does not fit is in ``rejects`` and in the result. Of a
    document in another language than English only figures are kept, and no extractor sees it.
    ``columns`` says which columns of tables of articles hold what (``{"text": "body", "published": "date"}``), and
    ``progress`` is told of each document how far the build is. Without ``downloads`` neither the CSV file nor the
    workbook is written, which takes a while for hundreds of thousands of transfers.

    Where ``output`` has a dataset, rows of documents with the same bytes are taken from it if the same version of the
    software made them with the same options, with the same result in less time; ``full`` reads all anew. An
    ``extractor`` of your own has to say its state in an attribute ``version`` (text), or else all is read anew. A build
    that was stopped or killed is gone on with in the same way.

    Raises ``SourceError`` where there is nothing to read, ``CorrectionsError`` where the file of corrections is none,
    and ``OutputError`` where ``output`` cannot be written or replaced; the last dataset then stays as it was.
    """
    from etl.corrections import Corrections, read
    from etl.read import Options
    from etl.store import DATABASE, Dataset, LastDataset, known_beside, replacing

    folder = Path(output)
    given = Corrections() if corrections is None else read(corrections)
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    run = _Run(extractor or _own_extractor(), _version(extractor, min_confidence), workers, min_confidence)
    sources = find_sources(named, without=folder, corrections=corrections)
    intake = Intake(sources, Options(columns or {}), Fingerprints(known_beside(folder), run.version))
    with (
        replacing(folder) as new,
        LastDataset(folder, None if full else run.version, () if full else new.left) as last,
        Dataset(new.folder) as dataset,
    ):
        documents: list[Kept | str] = []
        for batch in _batches(_told(_told_apart(run.readings(intake, last), last), progress, intake.total)):
            documents += _store(batch, dataset)
            new.keep = True
        dataset.assemble(documents, last.paths)
        outcomes, accepted = dataset.counts()
        copies, in_part = dataset.mark_copies(), dataset.in_part()
        corrected = dataset.derive(given.good, known_beside(folder))
        unfit = sorted((*given.bad, *corrected.unfit), key=lambda refusal: int(str(refusal.row["line"])))
        dataset.add_rejects(as_rejects((*unfit, *corrected.dropped)))
        largest = tuple(LargeDeal(*row) for row in dataset.largest(_LARGEST))  # type: ignore[arg-type]
        dataset.publish(downloads)
    intake.fingerprints.write()
    rejected = accepted.pop("rejects") + len(unfit) + len(corrected.dropped)
    unchanged = sum(not isinstance(document, str) for document in documents)
    result = BuildResult(folder, folder / DATABASE, outcomes, accepted, rejected, largest, unchanged=unchanged)
    result = replace(result, copies=copies, in_part=in_part, passed_over=intake.passed_over)
    return replace(result, corrected=len(corrected.applied), not_applied=tuple(refusal.reason for refusal in unfit))


@dataclass(frozen=True, slots=True)
class _Run:
    """How the documents of a build are read; ``version`` is None for an extractor that does not say its state."""

    extractor: Extractor
    version: str | None
    workers: int | None
    min_confidence: float

    def readings(self, intake: Intake, last: LastDataset) -> Iterator[Reading | Kept]:
        """What comes of each document, in their order: what an earlier build has of it, or else what is read anew."""
        return each(
            partial(
                read_and_extract, extractor=self.extractor, version=self.version, min_confidence=self.min_confidence
            ),
            (self._kept(item, last, intake.fingerprints) or item for item in intake),
            workers=processors() if self.workers is None else self.workers,
            crashed=crashed,
            weight=_weight,
        )

    def _kept(self, item: Item, last: LastDataset, fingerprints: Fingerprints) -> Ready[Reading | Kept] | None:
        """The document where an earlier build read the same; what could not be read then is read again: the cause may
        be gone."""
        from etl.store import Content

        by = read_by(self.version, item.known.digest)
        if by is None:
            return None
        # Asked for in a first build too: the next one knows the file by it.
        digest = item.sha256(fingerprints)
        if not last.documents or digest is None:
            return None
        kept = last.documents.get(Content(digest, item.format, by))
        if kept is None:
            return None
        path = str(storable(item.name))
        return Ready(kept._replace(path=path, moved=path != kept.path, upto=item.upto))


def _weight(item: Item) -> int:
    return item.weight


def _store(batch: list[Reading | Kept], dataset: Dataset) -> list[Kept | str]:
    """Checks and stores what was read; gives the documents of a batch, those that were read by their identifiers."""
    read = [reading for reading in batch if isinstance(reading, Reading)]
    if read:
        refused = [refusal for reading in read for refusal in reading.refused]
        dataset.append(check(with_dollars(_together(read)), refused).frames)
    return [reading.document_id if isinstance(reading, Reading) else reading for reading in batch]


def _version(extractor: Extractor | None, min_confidence: float) -> str | None:
    """The version that documents are read by; None for an extractor that does not say its state."""
    from etl.version import version_of

    state = "" if extractor is None else getattr(extractor, "version", None)
    return None if state is None else version_of(state, min_confidence)


def _own_extractor() -> Extractor:
    """The project's extractor with its lexicon loaded: forked workers share it, and its lack is no document's fault."""
    from etl.link import extract_document
    from etl.read import read_text

    extract_document(read_text("Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027."))
    return extract_document


def _told_apart(readings: Iterable[Reading | Kept], last: LastDataset) -> Iterator[Reading | Kept]:
    """Keeps of documents with the same bytes or words only the first one's rows, and gives each its own identifier."""
    firsts: dict[str, tuple[str, str]] = {}
    times: Counter[str] = Counter()
    for reading in readings:
        document_id = reading.document_id
        failed = isinstance(reading, Reading) and reading.document["outcome"] == Outcome.FAILED
        times[document_id] += 1
        again = times[document_id] > 1
        first = firsts.get(document_id) or firsts.get(reading.words or "")
        if first is None or failed:
            for key in (document_id, reading.words):
                if key is not None:
                    firsts.setdefault(key, (document_id, reading.path))
        if not again and (first is None or failed):
            yield reading
            continue
        document = dict(reading.document) if isinstance(reading, Reading) else last.row(reading)
        document["document_id"] = f"{document_id}-{times[document_id]}" if again else document_id
        if first is None or failed:
            assert isinstance(reading, Reading)
            yield replace(reading, rows={**reading.rows, "documents": [document]})
            continue
        problem = f"It has the same {'bytes' if again else 'words'} as {first[1]}."
        document.update(outcome=Outcome.DUPLICATE.value, problem=problem, duplicate_of=first[0])
        yield Reading({"documents": [document]}, upto=reading.upto)


def _told(
    readings: Iterable[Reading | Kept], progress: Callable[[Progress], None] | None, total: int
) -> Iterator[Reading | Kept]:
    """The readings, while ``progress`` is told of each."""
    for number, reading in enumerate(readings, start=1):
        if progress is not None:
            progress(Progress(number, reading.upto, total))
        yield reading


def _batches(readings: Iterator[Reading | Kept]) -> Iterator[list[Reading | Kept]]:
    while batch := list(islice(readings, _BATCH)):
        yield batch


def _together(batch: list[Reading]) -> Rows:
    """The rows of all documents of a batch, a list a table."""
    rows: Rows = {}
    for reading in batch:
        for table, found in reading.rows.items():
            rows.setdefault(table, []).extend(found)
    return rows
