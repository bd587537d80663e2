"""The rows of a dataset: columns, the same in DuckDB and Parquet, keys, references, and words in their places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl.check import WORDS
from etl.doctor.types import AGAIN, Problem
from etl.publish.table_schema import key_of, refers_of
from etl.store.ddl import literal, quoted, sql_type
from schemas import TABLES, VIEWS

_Connection = duckdb.DuckDBPyConnection
_NOT_TODAYS = "Build it again with this version of the software, or examine it with the version that built it."


def columns_as_defined(connection: _Connection, folder: Path) -> Iterator[Problem]:
    """Tables and views whose columns are not those of the schemas, in the database and in the Parquet files."""
    for table in (*TABLES, *VIEWS):
        schema = TABLES.get(table) or VIEWS[table]
        wanted = [(name, sql_type(column)) for name, column in schema.columns.items()]
        found = [(name, kind) for name, kind, *_ in _described(connection, quoted(table))]
        if table in VIEWS:
            # A view's sums have wider types than its columns are described with.
            wanted, found = [(name, "") for name, _ in wanted], [(name, "") for name, _ in found]
        if found != wanted:
            yield Problem(table, f"{_difference(found, wanted)} in the database.", _NOT_TODAYS)
        path = folder / f"{table}.parquet"
        if table in TABLES and path.is_file():
            kept = [(name, kind) for name, kind, *_ in _described(connection, literal(str(path)))]
            if kept and kept != wanted:
                yield Problem(path.name, f"{_difference(kept, wanted)}.", _NOT_TODAYS)


def parquet_equals(connection: _Connection, folder: Path) -> Iterator[Problem]:
    """Parquet files that have other rows than the table in the database."""
    again = AGAIN.format(output=folder)
    for table in TABLES:
        path = folder / f"{table}.parquet"
        if not path.is_file():
            continue
        here = _content(connection, quoted(table))
        try:
            there = _content(connection, literal(str(path)))
        except duckdb.Error as error:
            yield Problem(path.name, f"It cannot be read: {str(error).strip().splitlines()[0]}", again)
            continue
        if here[0] != there[0]:
            yield Problem(path.name, f"It has {there[0]:,} rows, the database {here[0]:,}.", again)
        elif here != there:
            yield Problem(path.name, "Its rows are not those of the database.", again)


def keys_hold(connection: _Connection, folder: Path) -> Iterator[Problem]:
    """Tables with several rows of one key."""
    for table, schema in TABLES.items():
        key = ", ".join(quoted(column) for column in key_of(schema))
        if key:
            again = f"select count(*) from (select 1 from {quoted(table)} group by {key} having count(*) > 1)"
            (number,) = connection.execute(again).fetchall()[0]
            if number:
                yield Problem(table, f"{number:,} keys ({key}) have several rows.", AGAIN.format(output=folder))


def references_hold(connection: _Connection, folder: Path) -> Iterator[Problem]:
    """Rows that refer to rows that are not there."""
    for table, schema in TABLES.items():
        for column, targets in refers_of(schema).items():
            none = " and ".join(
                f"not exists (from {quoted(other)} o where o.{quoted(field)} = t.{quoted(column)})"
                for other, field in targets
            )
            sql = (
                f"select count(*), min({quoted(column)}) from {quoted(table)} t where {quoted(column)} is not null and "
            )
            number, first = connection.execute(sql + none).fetchall()[0]
            if number:
                where = " and ".join(other for other, _ in targets)
                what = f"{number:,} rows have a {column} that {where} have not, the first of them {first}."
                yield Problem(table, what, AGAIN.format(output=folder))


def words_in_place(connection: _Connection, folder: Path) -> Iterator[Problem]:
    """Rows whose words are not what stands in the text of their document from ``start`` to ``end``."""
    spans = [(table, words, "start", '"end"') for table, words in WORDS.items()]
    spans.append(("evidence", "sentence", "sentence_start", "sentence_start + length(sentence)"))
    for table, words, start, end in spans:
        sql = f"""
            select count(*), min(document_id) from {quoted(table)} join texts using (document_id)
            where substring(text, ({start} + 1)::bigint, ({end} - {start})::bigint) is distinct from {words}"""
        number, first = connection.execute(sql).fetchall()[0]
        if number:
            what = f"{number:,} rows have a {words} that is not in the text where they say, the first of {first}."
            yield Problem(table, what, AGAIN.format(output=folder))


def _described(connection: _Connection, source: str) -> list[tuple[str, ...]]:
    """The columns of a table or file with their types; none where there is no such table or no such file to read."""
    try:
        return connection.execute(f"describe from {source}").fetchall()
    except duckdb.Error:
        return []


def _difference(found: list[tuple[str, str]], wanted: list[tuple[str, str]]) -> str:
    """In words how columns differ from those of the schema."""
    if not found:
        return "It is not there, or cannot be read,"
    missing = [name for name, _ in wanted if name not in dict(found)]
    more = [name for name, _ in found if name not in dict(wanted)]
    said = [
        f"columns {words}: {', '.join(names)}" for words, names in (("missing", missing), ("unknown", more)) if names
    ]
    return "; ".join(said).capitalize() if said else "Columns have other types or another order than the schemas say"


def _content(connection: _Connection, source: str) -> tuple[int, int]:
    """How many rows there are, and a number that follows from what is in them, whatever their order."""
    sql = f"select count(*), coalesce(sum(hash(t)::hugeint), 0) from (from {source}) t"
    number, content = connection.execute(sql).fetchall()[0]
    return int(number), int(content)
