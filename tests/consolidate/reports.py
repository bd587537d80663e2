"""Reports for tests of consolidation: a few words make a reported deal with one line item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from etl.consolidate import consolidate
from etl.store.ddl import statements
from schemas import TABLES


@dataclass(frozen=True)
class Report:
    """A line item of a reported deal. Reports with the same ``document`` and ``deal`` are items of one deal."""

    document: str
    deal: str = "d1"
    published: str | None = "2024-01-15"
    publisher: str | None = "The Daily"
    part_of: str | None = None
    supplier: str | None = "KOR"
    recipient: str | None = "POL"
    designation: str | None = "K9"
    weapon: str | None = "self-propelled howitzer"
    category: str | None = "artillery"
    quantity: float | None = 152
    bound: str = "exact"
    value: float | None = None
    currency: str = "USD"
    value_bound: str = "exact"
    agreed: str | None = None
    delivery_from: int | None = None
    delivery_to: int | None = None
    delivered: float | None = None
    stage: str = "ordered"
    arrangement: str = "sale"


@contextmanager
def consolidated(reports: Iterable[Report]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with the reports and what they are consolidated to."""
    with duckdb.connect(config={"threads": 1}) as connection:
        stored(connection, reports)
        consolidate(connection)
        yield connection


def stored(connection: duckdb.DuckDBPyConnection, reports: Iterable[Report]) -> None:
    """Makes the tables and fills the reported ones; documents come in the order of their first report."""
    for statement in (statement for table in TABLES for statement in statements(table)):
        connection.execute(statement)
    documents: set[str] = set()
    deals: set[str] = set()
    items: dict[str, int] = {}
    for report in reports:
        if report.document not in documents:
            documents.add(report.document)
            _document(connection, report)
        deal_id = f"{report.document}-{report.deal}"
        if deal_id not in deals:
            deals.add(deal_id)
            _deal(connection, deal_id, report)
        items[report.document] = items.get(report.document, 0) + 1
        _item(connection, f"{report.document}-t{items[report.document]}", deal_id, report)


def _document(connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    row = {"document_id": report.document, "path": f"{report.document}.txt", "publisher": report.publisher}
    _insert(connection, "documents", **row, published=report.published, outcome="transfers")


def _deal(connection: duckdb.DuckDBPyConnection, deal_id: str, report: Report) -> None:
    row: dict[str, Any] = {"deal_id": deal_id, "part_of": report.part_of and f"{report.document}-{report.part_of}"}
    if report.value is not None:
        row |= {"value_amount": report.value, "value_currency": report.currency, "value_bound": report.value_bound}
        if report.currency == "USD":
            row |= {"value_usd": report.value, "value_usd_basis": "stated"}
    row |= {"stage": report.stage, "arrangement": report.arrangement, "agreed": report.agreed}
    _insert(connection, "reported_deals", **row, **_words(report))


def _item(connection: duckdb.DuckDBPyConnection, transfer_id: str, deal_id: str, report: Report) -> None:
    same = ("supplier", "recipient", "designation", "weapon", "category", "quantity", "delivered", "stage")
    row = {name: getattr(report, name) for name in (*same, "delivery_from", "delivery_to")}
    if report.quantity is not None:
        row |= {"quantity_bound": report.bound, "quantity_unit": "unit"}
    _insert(connection, "reported_transfers", transfer_id=transfer_id, deal_id=deal_id, **row, **_words(report))
    for role in ("supplier", "recipient"):
        if getattr(report, role):
            _insert(connection, "parties", transfer_id=transfer_id, role=role, code=getattr(report, role))


def _words(report: Report) -> dict[str, Any]:
    return {"document_id": report.document, "evidence": "x", "start": 0, "end": 1, "confidence": 0.5}


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(f"insert into {table} ({names}) values ({', '.join('?' for _ in row)})", list(row.values()))
