"""What is kept of a document in another language than English: its figures, and a sentence that says why no more."""

from __future__ import annotations

from etl.documents import Document
from etl.extraction import Extraction
from etl.languages.detection import name

_APART = "\x1d"
"""Stands between blocks, where nothing goes on."""


def extract_figures(document: Document) -> Extraction:
    """The money, counts and dates of a document in the language that it has (``Document.language``), used by nothing;
    none in a language whose words are not in the tables. Never raises on any text."""
    from etl.languages.figures import figures
    from etl.link.topic import publisher_country

    language = document.language or ""
    found = figures(_blocks(document), language, document.published, publisher_country(document.publisher))
    return Extraction((), found)


def note_on(language: str, *, figures: bool) -> str:
    """A sentence on a document in another language; ``figures`` says whether it has any."""
    named = name(language)
    said = f"in {named}" if named else "in a language that was not recognised"
    kept = "; its figures are in the table figures." if figures else "."
    return f"It is {said}, and transfers are found only in English{kept}"


def _blocks(document: Document) -> str:
    """The text of a document, as long as it is, without what stands outside of its blocks."""
    pieces: list[str] = []
    at = 0
    for block in document.blocks:
        pieces += [_APART * (block.start - at), document.text[block.start : block.end]]
        at = block.end
    return "".join(pieces) if pieces else document.text
