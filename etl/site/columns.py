"""Tables as the pages hold them: a column at a time, each value once.

A column is ``{"values": [...], "codes": [...]}`` where values repeat: a code is the place of the row's value, counted
from 1, and 0 where the row has none. Where most values stand once it is ``{"rows": [...]}``.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from etl.printing import jsonable


def as_columns(table: pa.Table) -> dict[str, Any]:
    """A table for the pages: how many rows, and its columns by name."""
    return {"length": table.num_rows, "columns": {name: _column(table[name]) for name in table.column_names}}


def coded(values: list[Any]) -> dict[str, Any]:
    """A column of any values that JSON can hold, None or empty ones as none, in the order in which they first stand."""
    places: dict[str, int] = {}
    distinct: list[Any] = []
    codes = []
    for value in values:
        key = repr(value)
        if value is None or value == []:
            codes.append(0)
            continue
        if key not in places:
            distinct.append(value)
            places[key] = len(distinct)
        codes.append(places[key])
    return {"values": distinct, "codes": codes}


def _column(column: pa.ChunkedArray) -> dict[str, Any]:
    encoded = column.combine_chunks().dictionary_encode()
    if len(encoded.dictionary) * 2 > len(column):
        return {"rows": [jsonable(value) for value in column.to_pylist()]}
    codes = [0 if code is None else code + 1 for code in encoded.indices.to_pylist()]
    return {"values": [jsonable(value) for value in encoded.dictionary.to_pylist()], "codes": codes}
