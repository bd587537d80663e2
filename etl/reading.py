"""What comes of one document: read and extracted, with its rows or with why there are none."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from etl.check import Refusal, misplaced, storable, unsure
from etl.documents import Document
from etl.extraction import Extraction
from etl.intake import Item
from etl.pool import Ended
from etl.rows import Row, Rows, document_row, rows_of, text_row
from etl.words import print_of
from schemas.vocabulary import Outcome

Extractor = Callable[[Document], Extraction]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one document: its rows (only ``documents`` where it failed) and those already refused.

    ``words`` is the SHA-256 of its words, None where it failed. ``upto`` is how many bytes of all input
    have been gone through with it.
    """

    rows: Rows
    refused: list[Refusal] = field(default_factory=list)
    words: str | None = None
    upto: int = 0

    @property
    def document(self) -> Row:
        """The row of the document itself."""
        return self.rows["documents"][0]

    @property
    def document_id(self) -> str:
        """The document's identifier."""
        return str(self.document["document_id"])

    @property
    def failed(self) -> bool:
        """Whether it could not be read."""
        return self.document["outcome"] == Outcome.FAILED

    @property
    def path(self) -> str:
        """Where the document lies, as it is stored."""
        return str(storable(self.document["path"]))


def read_and_extract(
    item: Item, extractor: Extractor, version: str | None = None, min_confidence: float = 0.0
) -> Reading:
    """Everything that comes of one document, which ``version`` of the software reads. Never raises."""
    from etl.read import Unreadable, read_source, sources_in

    found = item.failed or item.bytes
    try:
        if found is None and item.path is not None:
            found = next(iter(sources_in(item.path, known=item.known)))
        document = found if found is None or isinstance(found, Unreadable) else read_source(found)
    except Exception as error:
        return _failed(item, None, f"It could not be read: {_said(error)}")
    assert document is not None, "an item has a path, bytes, or why there are none"
    if isinstance(document, Unreadable):
        return _failed(item, document.sha256 or None, document.problem, document.characters)
    return _extracted(replace(document, path=item.name), item, extractor, version, min_confidence)


def _extracted(
    document: Document, item: Item, extractor: Extractor, version: str | None, min_confidence: float
) -> Reading:
    """The rows of a document; only figures of one in another language, which no extractor sees."""
    from etl.languages import extract_figures, is_english, language_of, note_on

    document_id = _document_id(document.sha256 or None, document.path)
    try:
        document = replace(document, language=language_of(document))
        english = is_english(document.language)
        found = extractor(document) if english else extract_figures(document)
        rows, refused = misplaced(rows_of(document, document_id, found), document.text)
    except Exception as error:
        row = document_row(document, document_id)
        row.update(outcome=Outcome.FAILED.value, problem=f"It was read, but extraction failed on it: {_said(error)}")
        return Reading({"documents": [row]}, upto=item.upto)
    if not english:
        note = note_on(document.language or "", figures=bool(found.figures))
        problem = f"{note} {document.unread}" if document.unread else note
        rows["documents"][0].update(outcome=Outcome.LANGUAGE.value, problem=problem)
    rows, weak = unsure(rows, min_confidence)
    rows["documents"][0]["extractor"] = read_by(version, item.known.digest)
    printed = print_of(document)
    rows["texts"] = [text_row(document, document_id, printed)]
    return Reading(rows, refused + weak, words=printed.sha256 if printed else None, upto=item.upto)


def read_by(version: str | None, known: str) -> str | None:
    """What ``documents.extractor`` says: the version, and the digest of what was known beside the document."""
    return version if version is None or not known else f"{version}-{known}"


def _document_id(sha256: str | None, name: str) -> str:
    """The first 16 digits of the bytes' SHA-256; of the name's where the bytes could not be read."""
    return (sha256 or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest())[:16]


def _said(error: Exception) -> str:
    """What went wrong and where, as the end of a sentence."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f", in {frames[-1].name} ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{where}."


def _failed(item: Item, sha256: str | None, problem: str, characters: int = 0) -> Reading:
    unread = Document(text="", blocks=(), path=item.name, sha256=sha256 or "", format=item.format or None)
    row = document_row(unread, _document_id(sha256, item.name))
    row.update(characters=characters or None, outcome=Outcome.FAILED.value, problem=problem)
    return Reading({"documents": [row]}, upto=item.upto)


def not_had(item: Item) -> Reading:
    """What comes of a document of which it is known from the first why it cannot be had."""
    assert item.failed is not None, "an item that failed says why"
    return _failed(item, item.failed.sha256 or None, item.failed.problem, item.failed.characters)


def crashed(item: Item, ended: Ended) -> Reading:
    """What comes of a document whose process was ended."""
    return _failed(item, item.bytes.sha256 if item.bytes else None, _ENDED[ended])


_ENDED = {
    Ended.DIED: "The process that read it was ended, most likely for want of memory.",
    Ended.TOO_LONG: "Reading it took longer than any document should; cut it into smaller ones.",
}
