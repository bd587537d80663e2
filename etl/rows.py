"""From an extraction to rows of the tables: identifiers, one row a deal, line item, stretch of words, figure, party."""

from __future__ import annotations

import re
from dataclasses import fields

from etl.documents import Document
from etl.extraction import Deal, Delivery, Evidence, Extraction, Figure, PartyInRole, Transfer
from etl.words import Print
from schemas.vocabulary import Outcome, Role

Row = dict[str, object]
Rows = dict[str, list[Row]]

_ROLES = frozenset(role.value for role in Role)
_NESTED = frozenset({"transfers", "cells", "parties", "deliveries", "part_of", "deal", "transfer"})
# A sentence ends at a full stop, question or exclamation mark, closing quotes included, before a capital or a quote.
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,2}\s+(?=[\"'“‘(\[]?[A-Z0-9])")


def document_row(document: Document, document_id: str) -> Row:
    """The row of a document that could be read; its outcome is settled once its rows are checked."""
    return {
        "document_id": document_id,
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "format": document.format,
        "language": document.language,
        "sha256": document.sha256 or None,
        "characters": len(document.text),
        "outcome": Outcome.NO_TRANSFER.value,
        "problem": document.unread,
        "duplicate_of": None,
        "extractor": None,
    }


def text_row(document: Document, document_id: str, printed: Print | None) -> Row:
    """The row of a document's text."""
    return {
        "document_id": document_id,
        "text": document.text,
        "words_sha256": printed.sha256 if printed else None,
        "sketch": printed.sketch if printed else None,
    }


def rows_of(document: Document, document_id: str, extraction: Extraction) -> Rows:
    """The rows of everything read in one document, ``documents`` included.

    Deals, transfers and figures are numbered from 1 in the order in which the extraction has them.
    """
    rows: Rows = {"documents": [document_row(document, document_id)]}
    for table in ("reported_deals", "reported_transfers", "evidence", "figures", "deliveries", "parties"):
        rows[table] = []
    transfer_ids: dict[tuple[int, int], str] = {}
    for number, deal in enumerate(extraction.deals):
        deal_id = _deal_id(document_id, number)
        part_of = None if deal.part_of is None else _deal_id(document_id, deal.part_of)
        rows["reported_deals"].append(
            {"deal_id": deal_id, "document_id": document_id, "part_of": part_of, **_cells(deal)}
        )
        rows["evidence"] += _evidence_rows(document, document_id, deal_id, deal)
        for place, transfer in enumerate(deal.transfers):
            transfer_id = f"{document_id}-t{len(transfer_ids) + 1}"
            transfer_ids[number, place] = transfer_id
            identity: Row = {"transfer_id": transfer_id, "deal_id": deal_id, "document_id": document_id}
            rows["reported_transfers"].append({**identity, **_cells(transfer)})
            rows["evidence"] += _evidence_rows(document, document_id, transfer_id, transfer)
            rows["deliveries"] += [{"transfer_id": transfer_id, **_cells(part)} for part in transfer.deliveries]
            rows["parties"] += [
                {"transfer_id": transfer_id, **_cells(party)} for party in dict.fromkeys(transfer.parties)
            ]
    for number, figure in enumerate(extraction.figures, start=1):
        rows["figures"].append(
            {
                "figure_id": f"{document_id}-f{number}",
                "document_id": document_id,
                **_cells(figure),
                "used_by": _user(figure, document_id, transfer_ids),
            }
        )
    return rows


def document_of(row: Row) -> str | None:
    """The identifier of the document that a reported row of any table is of, which begins that of a transfer; None of a
    row that rests on several documents."""
    document_id = row.get("document_id")
    if document_id is None and isinstance(transfer_id := row.get("transfer_id"), str):
        return None if transfer_id.startswith("T-") else transfer_id.rpartition("-t")[0] or None
    return document_id if isinstance(document_id, str) else None


def _deal_id(document_id: str, number: int) -> str:
    return f"{document_id}-d{number + 1}"


def _user(figure: Figure, document_id: str, transfer_ids: dict[tuple[int, int], str]) -> str | None:
    """The identifier of the row that used a figure: the transfer's where it is known, else the deal's."""
    if figure.deal is None:
        return None
    if figure.transfer is not None:
        return transfer_ids.get((figure.deal, figure.transfer))
    return _deal_id(document_id, figure.deal)


def _cells(value: Deal | Transfer | Figure | Delivery | PartyInRole) -> Row:
    """The fields that are columns as they stand."""
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _NESTED}


def _evidence_rows(document: Document, document_id: str, row_id: str, row: Deal | Transfer) -> list[Row]:
    found: list[Row] = []
    # What no words say (a party that the whole document lends) has no evidence to show, nor has an empty cell.
    for cell in (cell for cell in dict.fromkeys(row.cells) if cell.surface and _is_filled(row, cell.field)):
        start, sentence = _sentence_of(document, row, cell)
        found.append(
            {
                "row_id": row_id,
                "field": cell.field,
                "document_id": document_id,
                "start": cell.start,
                "end": cell.end,
                "surface": cell.surface,
                "rule": cell.rule,
                "reason": cell.reason,
                "sentence": sentence,
                "sentence_start": start,
            }
        )
    return found


def _is_filled(row: Deal | Transfer, field: str) -> bool:
    """Whether a cell is filled; that of a role with several parties is empty, and they stand in their own table."""
    return field in _ROLES or getattr(row, field) is not None


def _sentence_of(document: Document, row: Deal | Transfer, cell: Evidence) -> tuple[int, str]:
    """The sentence that a cell's words stand in, with its offset: the row's own where they are part of it."""
    if row.start <= cell.start and cell.end <= row.end:
        return row.start, row.evidence
    start, end = sentence_around(document, cell.start, cell.end)
    return start, document.text[start:end]


def sentence_around(document: Document, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence, within its block, that holds ``start`` to ``end``; the line where no block does."""
    text = document.text
    for block in document.blocks:
        if block.start <= start and end <= block.end:
            first, last = block.start, block.end
            break
    else:
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        last = len(text) if last < 0 else last
    for edge in _SENTENCE_END.finditer(text, first, last):
        if edge.end() <= start:
            first = edge.end()
        elif edge.start() + 1 >= end:
            return first, edge.start() + len(edge.group().rstrip())
    return first, last
