"""The numbers of documents, reported deals and line items, in the order of publication: what arrays are indexed by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from etl.consolidate.clusters import Key, Number
from etl.lexicon import load
from etl.queries import queries_of

query = queries_of(__package__)


@dataclass(frozen=True, slots=True)
class Numbers:
    """By their numbers: the document of each reported deal, the deal of each line item, and keys that are a
    report's own whatever else there is."""

    document_of_deal: Number
    deal_of_line: Number
    document_key: Key
    deal_key: Key
    line_key: Key

    @property
    def document_of_line(self) -> Number:
        """The document of each line item."""
        return self.document_of_deal[self.deal_of_line]


def number(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the temporary tables ``publications``, ``numbered_deals`` and ``numbered_lines``."""
    words = [row["words"] for row in load.rows("official_publishers")]
    table(connection, "official_words", words=pa.array(words, pa.string()))
    for name in ("publications", "numbered"):
        connection.execute(query(name))


def numbers(connection: duckdb.DuckDBPyConnection) -> Numbers:
    """The numbers that ``number`` gave."""
    deals = columns(connection, "select document, key from numbered_deals order by number")
    lines = columns(connection, "select deal, key from numbered_lines order by number")
    documents = columns(connection, "select key from publications order by document")
    return Numbers(deals["document"], lines["deal"], documents["key"], deals["key"], lines["key"])


def columns(connection: duckdb.DuckDBPyConnection, asked: str, given: object = None) -> dict[str, Any]:
    """The columns of an answer without nulls, by their names."""
    return {name: np.ma.getdata(column) for name, column in connection.execute(asked, given).fetchnumpy().items()}


def table(connection: duckdb.DuckDBPyConnection, name: str, /, **cells: pa.Array) -> None:
    """Makes a temporary table of columns."""
    connection.register("incoming", pa.table(cells))
    connection.execute(f"create or replace temp table {name} as from incoming")
    connection.unregister("incoming")
