"""What must hold of every result, whatever came in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.documents import Document
from etl.extraction import Extraction
from etl.read import Unreadable

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_FAULT = re.compile(r"\b[A-Z]\w+Error\b|struct\.error|\bTraceback\b|<class | object at 0x")
MOST_PARTS = 20_000
MOST_CHARACTERS = 50_000_000


def check_parts(parts: Iterator[Document | Unreadable]) -> None:
    """Checks all that came out of one file: sound documents, or sentences; something, and not without end."""
    number = characters = 0
    for part in parts:
        number += 1
        assert number <= MOST_PARTS, "parts without end"
        if isinstance(part, Unreadable):
            check_problem(part)
        else:
            check_document(part)
            characters += len(part.text)
            assert characters <= MOST_CHARACTERS, "text without end"
    assert number, "neither a document nor a reason"


def check_problem(part: Unreadable) -> None:
    """Checks that a refusal is a sentence for its reader, which names no class of Python."""
    assert part.problem.endswith("."), part.problem
    assert not _FAULT.search(part.problem), part.problem
    assert len(part.problem) < 1000, part.problem
    part.problem.encode()


def check_document(document: Document) -> None:
    """Checks that blocks lie in the text, in order and apart, and that all its words can be stored."""
    told = (document.title, document.publisher, document.published, document.url, document.language)
    for words in (document.text, *(words for words in told if words is not None)):
        words.encode()
    assert "\r" not in document.text
    assert document.published is None or _DATE.fullmatch(document.published), document.published
    at = 0
    for n, block in enumerate(document.blocks):
        assert at <= block.start <= block.end <= len(document.text), (n, block)
        assert block.lead is None or 0 <= block.lead < n, (n, block)
        at = block.end


def check_extraction(text: str, found: Extraction) -> None:
    """Checks that each row's words stand in ``text`` where it says, and that rows refer to rows that exist."""
    for n, deal in enumerate(found.deals):
        assert text[deal.start : deal.end] == deal.evidence
        assert deal.part_of is None or (0 <= deal.part_of < len(found.deals) and deal.part_of != n)
        assert 0 <= deal.confidence <= 1
        for transfer in deal.transfers:
            assert text[transfer.start : transfer.end] == transfer.evidence
            assert 0 <= transfer.confidence <= 1
        for cell in (*deal.cells, *(cell for transfer in deal.transfers for cell in transfer.cells)):
            assert text[cell.start : cell.end] == cell.surface, cell
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.surface, figure
        assert figure.surface.strip(), figure
        for amount in (figure.amount, figure.amount_high):
            assert amount is None or amount.is_finite(), figure
        if figure.deal is not None:
            deal = found.deals[figure.deal]
            assert figure.transfer is None or 0 <= figure.transfer < len(deal.transfers)
    assert len(found.figures) <= len(text) + 1
