"""Questions to a dataset, read only: SQL, and one transfer with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.reasons import WITHOUT_WORDS, reason_without_words

_ABOUT_WORDS = frozenset({"evidence", "start", "end", "document_id"})

FORMATS = ("table", "csv", "json", "parquet")


class QueryError(ValueError):
    """A question that the dataset cannot answer; the message is a sentence for the user."""


class NoDatasetError(QueryError):
    """There is no dataset where the user said."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under named columns."""

    table: pa.Table

    @property
    def columns(self) -> list[str]:
        """The names of the columns, which may repeat."""
        return [str(name) for name in self.table.column_names]

    def rows(self) -> list[tuple[Any, ...]]:
        """The rows as tuples of Python values."""
        columns = [column.to_pylist() for column in self.table.columns]
        return list(zip(*columns, strict=True)) if columns else []

    def write_parquet(self, path: Path) -> None:
        """Writes the rows as a Parquet file. Raises ``OSError`` where the path cannot be written."""
        pq.write_table(self.table, path)


class Piece(NamedTuple):
    """Words that filled a cell, where they stand in their sentence, and what they do not show by themselves."""

    field: str
    rule: str
    reason: str | None
    sentence: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words."""
        return self.sentence[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Shown:
    """A reported transfer: its cells, its deal's, and the words that filled them. ``transfer`` is empty where it is a
    deal that is shown, with its ``line_items``."""

    transfer: dict[str, Any]
    deal: dict[str, Any]
    document: dict[str, Any]
    evidence: list[Piece]
    line_items: tuple[dict[str, Any], ...] = ()

    @property
    def cells(self) -> dict[str, Any]:
        """The filled cells, the transfer's first; of what both rows have (stage, confidence) the transfer's."""
        both = {**self.deal, **self.transfer}
        names = [name for name in (*self.transfer, *self.deal) if name not in _ABOUT_WORDS]
        return {name: both[name] for name in names if both[name] is not None}

    def reason(self, field: str) -> str:
        """Why a filled cell has its value: the words, how they fill it, and what they do not show by themselves."""
        pieces = [piece for piece in self.evidence if piece.field == field]
        if not pieces:
            return reason_without_words(field, self.cells[field]) if field in WITHOUT_WORDS else ""
        told = dict.fromkeys(f"'{' '.join(piece.words.split())}' ({piece.rule})" for piece in pieces)
        more = dict.fromkeys(piece.reason for piece in pieces if piece.reason is not None)
        return ", ".join(told) + "".join(f"; {reason}" for reason in more)


def ask(database: Path, sql: str) -> Answer:
    """The answer to a query. Raises ``QueryError`` where there is no dataset or the query is no good."""
    with opened(database) as connection:
        try:
            relation = connection.sql(sql)
            if relation is None:
                raise QueryError("The query has no rows to show. A query begins with select, from, describe or show.")
            return Answer(relation.to_arrow_table())
        except duckdb.Error as error:
            raise QueryError(explained(error, connection)) from error


def find_reported(database: Path, row_id: str) -> Shown:
    """A reported transfer or deal with the words that filled its cells.

    Raises ``QueryError`` where there is none of that identifier.
    """
    with opened(database) as connection:
        try:
            transfer = record(connection, "from reported_transfers where transfer_id = $1", row_id) or {}
            deal_id = transfer.get("deal_id", row_id)
            deal = record(connection, "from reported_deals where deal_id = $1", deal_id)
            if deal is None:
                raise QueryError(
                    f"There is no transfer or deal {row_id}. List them with:"
                    " arms-transfers query 'select transfer_id, deal_id, designation from transfers'"
                )
            document = record(connection, "from documents where document_id = $1", deal["document_id"]) or {}
            # What both rows have is shown of the transfer.
            evidence = connection.execute(
                'select field, rule, reason, sentence, start - sentence_start, "end" - sentence_start from evidence'
                " where row_id = $2 or (row_id = $1 and ($2 is null or field <> 'stage'))"
                " order by row_id = $1, start, field",
                [deal_id, transfer.get("transfer_id")],
            ).fetchall()
            items = () if transfer else _line_items(connection, row_id)
        except duckdb.Error as error:
            raise QueryError(explained(error, connection)) from error
    return Shown(transfer, deal, document, [Piece(*row) for row in evidence], items)


def _line_items(connection: duckdb.DuckDBPyConnection, deal_id: str) -> tuple[dict[str, Any], ...]:
    sql = (
        "select transfer_id, supplier, recipient, coalesce(designation, weapon) as goods, quantity, stage"
        " from reported_transfers where deal_id = $1 order by rowid"
    )
    return tuple(connection.sql(sql, params=[deal_id]).to_arrow_table().to_pylist())


def dataset_file(database: Path) -> Path:
    """The DuckDB file of a dataset, named itself or by its folder. Raises ``QueryError`` where there is none."""
    path = database / "arms_transfers.duckdb" if database.is_dir() else database
    if not path.is_file():
        raise NoDatasetError(f"There is no dataset at {path}. Build one first: arms-transfers build DOCS...")
    return path


def opened(database: Path) -> duckdb.DuckDBPyConnection:
    """A dataset, read only. Raises ``QueryError`` where there is none."""
    path = dataset_file(database)
    try:
        # A query reads the dataset and nothing else: no file is read or written by SQL.
        return duckdb.connect(str(path), read_only=True, config={"enable_external_access": False})
    except duckdb.Error as error:
        raise QueryError(f"{path} is no dataset that can be opened: {_first_line(error)}") from error


def record(connection: duckdb.DuckDBPyConnection, sql: str, key: object) -> dict[str, Any] | None:
    """The first row of an answer by the names of its columns; None where it has none."""
    cursor = connection.execute(sql, [key])
    row = cursor.fetchone()
    return None if row is None else dict(zip((column[0] for column in cursor.description), row, strict=True))


def _first_line(error: duckdb.Error) -> str:
    return str(error).strip().splitlines()[0]


def _names(connection: duckdb.DuckDBPyConnection, kind: str) -> list[str]:
    """The names of all ``Tables`` or ``Views``."""
    sql = f"select {kind.lower()[:-1]}_name from duckdb_{kind.lower()}() where not internal order by 1"
    return [str(row[0]) for row in connection.execute(sql).fetchall()]


def explained(error: duckdb.Error, connection: duckdb.DuckDBPyConnection) -> str:
    """What was wrong with a query, in DuckDB's words and with what could be meant instead."""
    words = str(error).strip()
    if isinstance(error, duckdb.CatalogException):
        words += "".join(f"\n{kind}: {', '.join(_names(connection, kind))}." for kind in ("Tables", "Views"))
    if isinstance(error, duckdb.InvalidInputException) and "read-only" in words:
        return "The dataset is read only: a query asks, it does not change anything."
    if isinstance(error, duckdb.PermissionException):
        return f"A query reads the dataset and no other file. {words}"
    return f"The query is no good. {words}"
