"""The way of documents into a dataset: read, extract, price, check, store. Readable from top to bottom."""

from __future__ import annotations

import hashlib
import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from etl.check import Refusal, as_rejects, check, misplaced, unsure
from etl.documents import Document
from etl.dollars import with_dollars
from etl.extraction import Extraction
from etl.pool import each, processors
from etl.rows import Row, Rows, document_row, rows_of
from etl.sources import Source, find_sources
from schemas.vocabulary import Outcome

Extractor = Callable[[Document], Extraction]

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
    """

    output: Path
    database: Path
    outcomes: Counter[str]
    accepted: Counter[str]
    rejected: int
    largest: tuple[LargeDeal, ...]
    corrected: int = 0
    not_applied: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one document: its rows (only ``documents`` where it failed) and those already refused."""

    rows: Rows
    refused: list[Refusal] = field(default_factory=list)

    @property
    def document(self) -> Row:
        """The row of the document itself."""
        return self.rows["documents"][0]


def build(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    output: str | os.PathLike[str] = "output",
    *,
    extractor: Extractor | None = None,
    workers: int | None = None,
    min_confidence: float = 0.0,
    corrections: str | os.PathLike[str] | None = None,
) -> BuildResult:
    """Builds a dataset from files, folders and globs into the folder ``output``, which it replaces whole.

    A document that cannot be read, or that the extractor fails on, is a row in ``documents`` that says so; a row that a
    check refuses is a row in ``rejects``. The same files give the same bytes, with any number of ``workers``
    (processes; as many as there are processors by default). ``extractor`` takes the place of the project's own. Deals
    and transfers whose ``confidence`` is under ``min_confidence`` (0 to 1) go to ``rejects``. The file ``corrections``
    is applied to the consolidated rows; a correction that does not fit is in ``rejects`` and in the result.

    Raises ``SourceError`` where there is nothing to read, ``CorrectionsError`` where the file of corrections is none,
    and ``OutputError`` where ``output`` cannot be written or replaced; the last dataset then stays as it was.
    """
    from etl.corrections import Corrections, read
    from etl.store import DATABASE, Dataset, replacing

    folder = Path(output)
    given = Corrections() if corrections is None else read(corrections)
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    sources = find_sources(named, without=folder, corrections=corrections)
    readings = each(
        partial(read_and_extract, extractor=extractor or _own_extractor(), min_confidence=min_confidence),
        sources,
        workers=processors() if workers is None else workers,
        crashed=_crashed,
    )
    outcomes: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    rejected = 0
    with replacing(folder) as aside, Dataset(aside) as dataset:
        for batch in _batches(_told_apart(reading for found in readings for reading in found)):
            rows = with_dollars(_together(batch))
            checked = check(rows, [refusal for reading in batch for refusal in reading.refused])
            dataset.append(checked.frames)
            outcomes.update(checked.frames["documents"]["outcome"])
            accepted.update({table: len(frame) for table, frame in checked.frames.items() if table != "rejects"})
            rejected += len(checked.refused)
        corrected = dataset.derive(given.good)
        unfit = sorted((*given.bad, *corrected.unfit), key=lambda refusal: int(str(refusal.row["line"])))
        dataset.append({"rejects": as_rejects((*unfit, *corrected.dropped))})
        largest = tuple(LargeDeal(*row) for row in dataset.largest(_LARGEST))  # type: ignore[arg-type]
        dataset.publish()
    rejected += len(unfit) + len(corrected.dropped)
    result = BuildResult(folder, folder / DATABASE, outcomes, accepted, rejected, largest)
    return replace(result, corrected=len(corrected.applied), not_applied=tuple(refusal.reason for refusal in unfit))


def _own_extractor() -> Extractor:
    """The project's extractor with its lexicon loaded: forked workers share it, and its lack is no document's fault."""
    from etl.link import extract_document
    from etl.read import read_text

    extract_document(read_text("Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027."))
    return extract_document


def read_and_extract(source: Source, extractor: Extractor, min_confidence: float = 0.0) -> list[Reading]:
    """Everything that comes of one file, which may hold several documents. Never raises."""
    from etl.read import FORMATS, Unreadable, read_path

    suffix = source.path.suffix.lower()
    if source.in_folder and suffix and not any(suffix in known.suffixes for known in FORMATS):
        problem = f"There is no reader for {suffix} files; name the file itself to have it read as text."
        return [_failed(source.name, None, problem)]
    try:
        found = list(read_path(source.path))
    except Exception as error:
        return [_failed(source.name, None, f"It could not be read: {_said(error)}")]
    readings = []
    for one in found:
        name = source.name + str(one.path).removeprefix(str(source.path)) if len(found) > 1 else source.name
        if isinstance(one, Unreadable):
            readings.append(_failed(name, one.sha256 or None, one.problem, one.characters))
        else:
            readings.append(_extracted(replace(one, path=name), extractor, min_confidence))
    return readings


def _extracted(document: Document, extractor: Extractor, min_confidence: float) -> Reading:
    document_id = _document_id(document.sha256 or None, document.path)
    try:
        rows, refused = misplaced(rows_of(document, document_id, extractor(document)), document.text)
    except Exception as error:
        row = document_row(document, document_id)
        row.update(outcome=Outcome.FAILED.value, problem=f"It was read, but extraction failed on it: {_said(error)}")
        return Reading({"documents": [row]})
    rows, weak = unsure(rows, min_confidence)
    return Reading(rows, refused + weak)


def _document_id(sha256: str | None, name: str) -> str:
    """The first 16 digits of the bytes' SHA-256; of the name's where the bytes could not be read."""
    return (sha256 or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest())[:16]


def _said(error: Exception) -> str:
    """What went wrong and where, as the end of a sentence."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f", in {frames[-1].name} ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{where}."


def _failed(name: str, sha256: str | None, problem: str, characters: int = 0) -> Reading:
    unread = Document(text="", blocks=(), path=name, sha256=sha256 or "")
    row = document_row(unread, _document_id(sha256, name))
    row.update(characters=characters or None, outcome=Outcome.FAILED.value, problem=problem)
    return Reading({"documents": [row]})


def _crashed(source: Source) -> list[Reading]:
    return [_failed(source.name, None, "The process that read it was ended, most likely for want of memory.")]


def _told_apart(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Keeps of documents with the same bytes only the first one's rows, and gives each document its own identifier."""
    first: dict[object, object] = {}
    times: Counter[object] = Counter()
    for reading in readings:
        document = dict(reading.document)
        rows, refused = reading.rows, reading.refused
        document_id = document["document_id"]
        times[document_id] += 1
        if times[document_id] > 1:
            document["document_id"] = f"{document_id}-{times[document_id]}"
            if document["outcome"] != Outcome.FAILED:
                document["outcome"] = Outcome.DUPLICATE.value
                document["problem"] = f"It has the same bytes as {first[document_id]}."
            rows, refused = {"documents": [document]}, []
        first.setdefault(document_id, document["path"])
        yield Reading(rows, refused)


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
