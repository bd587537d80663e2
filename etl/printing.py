"""What the commands print: tables for people, CSV and JSON for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from etl import terminal
from etl.extraction import Deal, Delivery, Extraction, Transfer

if TYPE_CHECKING:
    from etl.ask import Answer, Shown

# A table of more rows is no longer for people.
_MOST_ROWS = 1000
# Above it a number is written in JSON as text: readers of JSON take none of more digits.
_LARGEST = 1e300
# Where the output is no terminal nobody folds lines.
_WIDE = 200

_TRANSFER_CELLS = tuple(
    field.name
    for field in fields(Transfer)
    if field.name not in ("evidence", "start", "end", "parties", "deliveries", "cells")
)
_DELIVERY_CELLS = tuple(field.name for field in fields(Delivery))
_DEAL_CELLS = ("arrangement", "agreed", "value_amount", "value_high", "value_currency", "value_bound", "value_usd")


def console(stream: TextIO | None = None) -> Console:
    """A console on a stream, standard output by default: as wide as the terminal, or wide where there is none."""
    stream = stream or sys.stdout
    return terminal.console(stream, None if stream.isatty() else _WIDE)


def grid(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> Table:
    """A table of rows, numbers to the right."""
    rows = list(rows)
    made = Table(*(), box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    for place, name in enumerate(columns):
        numbers = all(isinstance(row[place], int | float | Decimal | None) for row in rows) and bool(rows)
        made.add_column(Text(name), justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(shown(value)) for value in row))
    return made


def shown(value: object) -> str:
    """A cell for people: nothing for null, whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float | Decimal):
        number = float(value)
        return str(int(value)) if abs(number) < 1e24 and number.is_integer() else str(value)
    return str(value)


def jsonable(value: object) -> Any:
    """A cell as JSON has it: whole numbers as integers, dates and the like as text."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float | Decimal):
        if value != value or abs(value) == float("inf"):
            return None
        if abs(float(value)) >= _LARGEST:
            return str(value)
        return int(value) if value == int(value) else float(value)
    if isinstance(value, list | tuple):
        return [jsonable(one) for one in value]
    if isinstance(value, dict):
        return {str(key): jsonable(one) for key, one in value.items()}
    return str(value)


def money(amount: float) -> str:
    """An amount as people say it: ``2.6bn``."""
    for size, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if amount >= size:
            return f"{amount / size:.4g}{word}"
    return f"{amount:,.0f}"


# ------------------------------------------------------------------ query


def print_answer(answer: Answer, form: str, stream: TextIO) -> None:
    """Rows as a table, as CSV with a header line, as a JSON array of objects, or as Parquet."""
    if form == "parquet":
        import pyarrow.parquet as pq

        pq.write_table(answer.table, stream.buffer)
    elif form == "csv":
        writer = csv.writer(terminal.guarded(stream), lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([shown(value) for value in row] for row in answer.rows())
    elif form == "json":
        columns = answer.columns
        records = [{name: jsonable(value) for name, value in zip(columns, row, strict=True)} for row in answer.rows()]
        terminal.guarded(stream).write(_json(records) + "\n")
    else:
        rows = answer.rows()
        console(stream).print(grid(answer.columns, rows[:_MOST_ROWS]))
        if len(rows) > _MOST_ROWS:
            note = f"The first {_MOST_ROWS:,} of {len(rows):,} rows; --format csv gives all.\n"
            sys.stderr.write(note)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


# ------------------------------------------------------------------ show


def print_reported(found: Shown) -> None:
    """A row's cells, each with the reason for it, then the sentences that they came from with the words marked."""
    out = console()
    cells = found.cells
    rows = [(name, shown(value), found.reason(name)) for name, value in cells.items()]
    out.print(grid(("column", "value", "why"), rows))
    document = found.document
    origin = [document.get("title"), document.get("publisher"), document.get("published"), document.get("path")]
    out.print(Text(f"From: {', '.join(str(part) for part in origin if part)}"))
    if found.line_items:
        rows = [tuple(item.values()) for item in found.line_items]
        out.print(grid(tuple(found.line_items[0]), rows, title="Line items"))
    if not found.evidence:
        out.print(Text(f"It was read in: {(found.transfer or found.deal)['evidence']}"))
    # Words between marks stand out without colour too.
    left, right = ("", "") if out.is_terminal else ("[", "]")
    for sentence, spans in _by_sentence(found).items():
        out.print()
        for (start, end), rules in spans.items():
            told = [f"{', '.join(fields)} ({rule})" for rule, fields in rules.items()]
            line = Text(f"{', '.join(told)}: ", style="bold")
            line.append(sentence[:start], style="not bold")
            line.append(f"{left}{sentence[start:end]}{right}", style="reverse not bold")
            line.append(sentence[end:], style="not bold")
            out.print(line, soft_wrap=not out.is_terminal)


def _by_sentence(found: Shown) -> dict[str, dict[tuple[int, int], dict[str, list[str]]]]:
    """By sentence and words in it: the fields that they filled by each rule."""
    grouped: dict[str, dict[tuple[int, int], dict[str, list[str]]]] = {}
    for piece in found.evidence:
        rules = grouped.setdefault(piece.sentence, {}).setdefault((piece.start, piece.end), {})
        rules.setdefault(piece.rule, []).append(piece.field)
    return grouped


# ------------------------------------------------------------------ parse


def records(extraction: Extraction) -> list[dict[str, Any]]:
    """One record a transfer: its cells, its deal's, the number of its deal from 1, and its evidence."""
    found = []
    for number, deal in enumerate(extraction.deals, start=1):
        for transfer in deal.transfers:
            part_of = None if deal.part_of is None else deal.part_of + 1
            record: dict[str, Any] = {"deal": number, "part_of": part_of}
            record.update({name: jsonable(getattr(transfer, name)) for name in _TRANSFER_CELLS})
            record.update({name: jsonable(getattr(deal, name)) for name in _DEAL_CELLS})
            record["deliveries"] = [
                {name: jsonable(getattr(part, name)) for name in _DELIVERY_CELLS} for part in transfer.deliveries
            ]
            record["parties"] = [
                {"role": party.role.value, "code": party.code, "name": party.name} for party in transfer.parties
            ]
            record.update(evidence=transfer.evidence, start=transfer.start, end=transfer.end)
            found.append(record)
    return found


def print_extraction_json(extraction: Extraction) -> None:
    """The transfers as a JSON array of objects."""
    terminal.guarded(sys.stdout).write(_json(records(extraction)) + "\n")


def print_extraction(extraction: Extraction) -> None:
    """The transfers as a table, empty columns left out."""
    out = console()
    rows = [_line(deal, transfer) for deal in extraction.deals for transfer in deal.transfers]
    if not rows:
        out.print("No transfer is reported in this text.")
        return
    columns = [name for name in rows[0] if any(row[name] for row in rows)]
    out.print(grid(columns, ([row[name] for name in columns] for row in rows)))


def _line(deal: Deal, transfer: Transfer) -> dict[str, str]:
    quantity = _ranged(transfer.quantity, transfer.quantity_high, transfer.quantity_bound)
    unit = transfer.quantity_unit
    value = _ranged(deal.value_amount, deal.value_high, deal.value_bound)
    return {
        "supplier": _named(transfer, "supplier"),
        "recipient": _named(transfer, "recipient"),
        "via": _named(transfer, "via"),
        "quantity": f"{quantity} {unit}" if unit and unit != "unit" else quantity,
        "designation": shown(transfer.designation),
        "weapon": shown(transfer.weapon),
        "category": shown(transfer.category),
        "maker": shown(transfer.maker),
        "value": f"{value} {deal.value_currency}" if value else "",
        "agreed": shown(deal.agreed),
        "delivered": shown(transfer.delivered),
        "delivery": _years(transfer.delivery_from, transfer.delivery_to),
        "stage": transfer.stage.value,
        "arrangement": deal.arrangement.value,
    }


def _named(transfer: Transfer, role: str) -> str:
    """The parties in a role, several separated by commas."""
    one: str | None = getattr(transfer, role)
    return one or ", ".join(party.code or party.name or "" for party in transfer.parties if party.role == role)


def _years(first: int | None, last: int | None) -> str:
    """Years of delivery: ``2025``, ``2025-2027``, ``from 2025``, ``by 2027``."""
    if first is None or last is None:
        return f"from {first}" if first else f"by {last}" if last else ""
    return str(first) if first == last else f"{first}-{last}"


_SIGNS = {"about": "~", "at_least": "≥", "at_most": "≤"}


def _ranged(amount: Decimal | None, high: Decimal | None, bound: str | None) -> str:
    """A number with its bound: ``~250``, ``≥ 24``, ``250-300``."""
    if amount is None:
        return ""
    said = "-".join(f"{int(one):,}" if one == int(one) else f"{one:,}" for one in (amount, high) if one is not None)
    return _SIGNS.get(bound or "", "") + said
