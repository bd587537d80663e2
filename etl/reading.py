"""What comes of one file: its documents read and extracted, each with its rows or with why there are none."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from etl.check import Refusal, misplaced, storable, unsure
from etl.documents import Document
from etl.extraction import Extraction
from etl.rows import Row, Rows, document_row, rows_of
from etl.sources import Source
from etl.unchanged import has_reader
from schemas.vocabulary import Outcome

Extractor = Callable[[Document], Extraction]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one document: its rows (only ``documents`` where it failed) and those already refused.

    One that is ``kept`` has only its row of ``documents``; the last dataset has the others.
    """

    rows: Rows
    refused: list[Refusal] = field(default_factory=list)
    kept: bool = False

    @property
    def document(self) -> Row:
        """The row of the document itself."""
        return self.rows["documents"][0]

    @property
    def document_id(self) -> str:
        """The document's identifier."""
        return str(self.document["document_id"])

    @property
    def path(self) -> str:
        """Where the document lies, as it is stored."""
        return str(storable(self.document["path"]))


def read_and_extract(source: Source, extractor: Extractor, min_confidence: float = 0.0) -> list[Reading]:
    """Everything that comes of one file, which may hold several documents. Never raises."""
    from etl.read import Unreadable, read_path

    if not has_reader(source):
        suffix = source.path.suffix.lower()
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


def crashed(source: Source) -> list[Reading]:
    """What comes of a file on which a process died."""
    return [_failed(source.name, None, "The process that read it was ended, most likely for want of memory.")]
