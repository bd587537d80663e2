"""What a document tells, without where it stands: the same story gives the same in every format."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from etl.documents import Document
from etl.extraction import Deal, Transfer
from etl.link import extract_document
from etl.read import read_text
from tests.read import story


def rows_told(document: Document) -> list[Deal]:
    """The deals of a document with nothing that depends on how its text is laid out. Fails where words of evidence do
    not stand where it says."""
    found = extract_document(document)
    for deal in found.deals:
        for row in (deal, *deal.transfers):
            assert document.text[row.start : row.end] == row.evidence
            assert all(document.text[cell.start : cell.end] == cell.surface for cell in row.cells)
    return [_bare_deal(deal) for deal in found.deals]


@cache
def story_told() -> list[Deal]:
    """What the story tells as plain text."""
    return rows_told(read_text(story.plain(), publisher=story.PUBLISHER, published=story.PUBLISHED))


def body() -> str:
    """The story as plain text without its title."""
    return story.plain().split("\n", 2)[2]


def _bare_deal(deal: Deal) -> Deal:
    transfers = tuple(_bare_transfer(transfer) for transfer in deal.transfers)
    return replace(deal, start=0, end=0, confidence=0.0, evidence="", cells=(), transfers=transfers)


def _bare_transfer(transfer: Transfer) -> Transfer:
    return replace(transfer, start=0, end=0, confidence=0.0, evidence="", cells=())
