"""Checks: rows in, accepted rows and refused ones out. A refused row takes down what hangs on it, never its siblings.

Kinds of check, in this order: the words of a row stand in the text where it says (``misplaced``, where the text is at
hand), the row is as sure as the user asks for (``unsure``), each row keeps to its table's schema, and each row refers
to rows that exist.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import schemas
from etl.rows import Row, Rows, document_of
from schemas.vocabulary import Outcome

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

# Tables whose rows bound words of the text, with the column that holds those words.
WORDS = {"reported_deals": "evidence", "reported_transfers": "evidence", "evidence": "surface", "figures": "surface"}

# Tables that extraction fills, with the column that identifies a row, parents before children.
_IDENTIFIER = {
    "documents": "document_id",
    "texts": None,
    "reported_deals": "deal_id",
    "reported_transfers": "transfer_id",
    "evidence": None,
    "figures": "figure_id",
    "deliveries": None,
    "parties": None,
}

# What a row hangs on: its column, and the tables in one of which that row has to be.
_PARENTS = {
    "texts": ("document_id", ("documents",)),
    "reported_deals": ("document_id", ("documents",)),
    "reported_transfers": ("deal_id", ("reported_deals",)),
    "evidence": ("row_id", ("reported_deals", "reported_transfers")),
    "figures": ("document_id", ("documents",)),
    "deliveries": ("transfer_id", ("reported_transfers",)),
    "parties": ("transfer_id", ("reported_transfers",)),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that a check refused: the table it was meant for, the check's name, and why in a plain sentence."""

    table: str
    row: Row
    check: str
    reason: str

    def as_row(self) -> Row:
        """The row of ``rejects``."""
        row = json.dumps(self.row, ensure_ascii=False, default=_plain)
        said = {"table": self.table, "row": row, "check": self.check, "reason": self.reason}
        return {**said, "document_id": document_of(self.row)}


@dataclass(frozen=True, slots=True)
class Checked:
    """Accepted rows, a frame a table with the types of its schema; ``rejects`` is among them and holds ``refused``."""

    frames: dict[str, pd.DataFrame]
    refused: list[Refusal]


def misplaced(rows: Rows, text: str) -> tuple[Rows, list[Refusal]]:
    """Splits off the rows whose words are not in ``text`` where they say: ``text[start:end]`` differs from them."""
    kept: Rows = {}
    refused: list[Refusal] = []
    for table, found in rows.items():
        words = WORDS.get(table)
        kept[table] = []
        for row in found:
            if words is None or _in_place(row, words, text):
                kept[table].append(row)
            else:
                reason = f"{words} is not what stands in the text from {row['start']} to {row['end']}."
                refused.append(Refusal(table, row, "words_in_text", reason))
    return kept, refused


def unsure(rows: Rows, least: float) -> tuple[Rows, list[Refusal]]:
    """Splits off the deals and transfers whose ``confidence`` is under ``least``, a probability."""
    kept = dict(rows)
    refused: list[Refusal] = []
    for table in ("reported_deals", "reported_transfers"):
        kept[table] = []
        for row in rows.get(table, []):
            confidence = row["confidence"]
            if isinstance(confidence, float) and confidence < least:
                reason = f"Its confidence, {confidence:.2f}, is under the {least:g} that was asked for."
                refused.append(Refusal(table, row, "min_confidence", reason))
            else:
                kept[table].append(row)
    return kept, refused


def as_rejects(refused: Sequence[Refusal]) -> pd.DataFrame:
    """Refused rows as a frame of ``rejects``."""
    return validated(schemas.TABLES["rejects"], [refusal.as_row() for refusal in refused])[0]


def check(rows: Rows, refused: list[Refusal] | None = None) -> Checked:
    """Checks the rows of any number of documents.

    ``rows`` holds, a table, the rows that extraction fills (``documents`` to ``parties``); tables may be missing.
    ``refused`` are rows that an earlier check refused: what hangs on them is refused too. Each accepted document's
    outcome is settled here: ``transfers`` where one of its transfers was accepted. Refused rows come out in the order
    of their documents, so that no document's depend on which others are checked with it. Never raises on any row.
    """
    refusals = list(refused or [])
    frames: dict[str, pd.DataFrame] = {}
    lost = {table: {r.row.get(key) for r in refusals if r.table == table} for table, key in _IDENTIFIER.items() if key}
    accepted: dict[str, set[object]] = {}
    for table, identifier in _IDENTIFIER.items():
        found = rows.get(table, [])
        frame, faults = validated(schemas.TABLES[table], found)
        faults |= _orphans(table, frame, accepted)
        if table == "reported_deals":
            known = {row.get("deal_id") for row in found} | lost[table]
            faults |= _bad_parts(frame.drop(index=[i for i in faults if i in frame.index]), known)
        frame = frame.drop(index=[i for i in faults if i in frame.index])
        for index in sorted(faults):
            name, reason = faults[index]
            refusals.append(Refusal(table, found[index], name, reason))
        if identifier:
            accepted[table] = set(frame[identifier])
        frames[table] = frame
    _forget_lost(frames, accepted)
    _settle_outcomes(frames)
    order = {row.get("document_id"): place for place, row in enumerate(rows.get("documents", []))}
    refusals.sort(key=lambda refusal: order.get(document_of(refusal.row), len(order)))
    frames["rejects"] = as_rejects(refusals)
    return Checked({table: frame.reset_index(drop=True) for table, frame in frames.items()}, refusals)


def _in_place(row: Row, words: str, text: str) -> bool:
    start, end = row["start"], row["end"]
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end and text[start:end] == row[words]


def _plain(value: object) -> object:
    """A cell as JSON has it."""
    if isinstance(value, Decimal) and value.is_finite() and value.adjusted() < _DIGITS:
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


# Digits up to which a number is written as one: Python writes no more than 4,300, and other readers of JSON fewer.
_DIGITS = 300
# Half of a character, from a damaged text or the name of a file: no encoding can hold it.
_HALF = re.compile("[\ud800-\udfff]")


def storable(value: object) -> object:
    """A cell as it can be stored; it keeps its length, so that offsets hold."""
    return _HALF.sub("\ufffd", value) if isinstance(value, str) and not value.isascii() else value


Faults = dict[int, tuple[str, str]]


def validated(schema: pa.DataFrameSchema, rows: Sequence[Row]) -> tuple[pd.DataFrame, Faults]:
    """The rows as a frame of the schema's types, and those that the schema refuses, by their place in ``rows``: the
    check's name and a sentence."""
    import pandas as pd
    from pandera.errors import SchemaErrors

    columns = list(schema.columns)
    cells = [tuple(storable(row.get(column)) for column in columns) for row in rows]
    frame = pd.DataFrame(cells, columns=columns, index=pd.RangeIndex(len(rows)))
    faults: Faults = {}
    while True:
        try:
            return schema.validate(frame, lazy=True), faults
        except SchemaErrors as errors:
            found = dict(_cases(errors)) or dict(_fractions(errors, frame))
            if not found:
                raise
            # A cell of the wrong type hides what else is wrong in its column, so look again without these rows.
            faults.update(found)
            frame = frame.drop(index=list(found))


def _cases(errors: Any) -> Iterator[tuple[int, tuple[str, str]]]:
    """Each refused row's place with the check's name and a sentence; the first check that refused a row comes last."""
    for error in reversed(errors.schema_errors):
        cases = error.failure_cases
        if not hasattr(cases, "columns") or "index" not in cases.columns:
            continue
        for place, value, column in zip(
            cases["index"], cases["failure_case"], cases.get("column", [None] * len(cases)), strict=True
        ):
            if place is None or place != place:
                continue
            yield int(place), _named(error, value, column)


def _fractions(errors: Any, frame: pd.DataFrame) -> Iterator[tuple[int, tuple[str, str]]]:
    """The rows with a fraction in a column of whole numbers: near 0, pandera names the column but no row."""
    for error in errors.schema_errors:
        if error.reason_code.name == "DATATYPE_COERCION" and error.schema.name in frame.columns:
            for place, value in frame[error.schema.name].items():
                if isinstance(value, float) and not value.is_integer():
                    yield int(place), ("type", f"{error.schema.name} is {value!r}, which is of the wrong type.")


def _named(error: Any, value: object, column: object) -> tuple[str, str]:
    name = getattr(error.check, "name", None)
    field = getattr(error.schema, "name", None) or getattr(error, "column_name", None)
    if name and error.reason_code.name == "DATAFRAME_CHECK":
        said = str(error.check.error)
        return name, f"{said[0].upper()}{said[1:]}." if column is not None else f"{field} is {value!r}: {said}."
    if error.reason_code.name == "SERIES_CONTAINS_NULLS":
        return "not_null", f"{field} is missing, and every row of this table needs it."
    if error.reason_code.name == "DUPLICATES":
        return "unique", f"Another row has the same {column}."
    return "type", f"{field} is {value!r}, which is of the wrong type."


def _orphans(table: str, frame: pd.DataFrame, accepted: dict[str, set[object]]) -> Faults:
    """Rows that hang on a row that was refused, or that never was."""
    if table not in _PARENTS:
        return {}
    column, parents = _PARENTS[table]
    known: set[object] = set().union(*(accepted[parent] for parent in parents))
    reason = f"The row of {' or '.join(parents)} that it belongs to was refused or is missing."
    missing = frame.index[~frame[column].isin(known)]
    return {int(place): ("belongs_to", reason) for place in missing}


def _bad_parts(deals: pd.DataFrame, known: set[object]) -> Faults:
    """Deals that are part of a deal that their document does not report, or part of themselves by way of others."""
    document = dict(zip(deals["deal_id"], deals["document_id"], strict=True))
    whole = {a: b for a, b in zip(deals["deal_id"], deals["part_of"], strict=True) if isinstance(b, str)}
    faults: Faults = {}
    for place, deal in zip(deals.index, deals["deal_id"], strict=True):
        above = whole.get(deal)
        if above is None:
            continue
        if above not in known:
            faults[int(place)] = ("part_of_known", f"It is part of {above}, which no row reports.")
        elif above in document and document[above] != document[deal]:
            faults[int(place)] = ("part_of_document", f"It is part of {above}, which another document reports.")
        else:
            seen = {deal}
            while above is not None and above not in seen:
                seen.add(above)
                above = whole.get(above)
            if above == deal:
                faults[int(place)] = ("part_of_circle", "It is part of itself by way of the deals that it is part of.")
    return faults


def _forget_lost(frames: dict[str, pd.DataFrame], accepted: dict[str, set[object]]) -> None:
    """Blanks references to refused rows where the referring row stands without them."""
    deals = accepted["reported_deals"]
    for table, column, known in (
        ("reported_deals", "part_of", deals),
        ("figures", "used_by", deals | accepted["reported_transfers"]),
    ):
        cells = frames[table][column]
        frames[table] = frames[table].assign(**{column: cells.where(cells.isin(known))})


def _settle_outcomes(frames: dict[str, pd.DataFrame]) -> None:
    documents = frames["documents"]
    has_transfer = documents["document_id"].isin(frames["reported_transfers"]["document_id"])
    read = documents["outcome"].isin([Outcome.TRANSFERS.value, Outcome.NO_TRANSFER.value])
    outcome = documents["outcome"].where(~(read & has_transfer), Outcome.TRANSFERS.value)
    outcome = outcome.where(~(read & ~has_transfer), Outcome.NO_TRANSFER.value)
    frames["documents"] = documents.assign(outcome=outcome)
