"""Tables as text: headers of transfers, cells, and the rows that come of them."""

from __future__ import annotations

import pytest

from etl.link.tables import cells, header
from etl.read import read_text
from tests.link.reading import rows

TABLE = """Deliveries

| Supplier | Recipient | Designation | Number | Delivery |
|---|---|---|---|---|
| Turkey | Mali | Bayraktar TB2 | 6 | 2022 |
| China | Chad | VT4 tank | 12 | 2023 |
"""


def test_rows_under_a_header() -> None:
    assert rows(TABLE, "supplier recipient designation quantity delivery_to") == [
        ("TUR", "MLI", "Bayraktar TB2", 6, 2022),
        ("CHN", "TCD", "VT4", 12, 2023),
    ]


def test_cells_are_the_words_under_their_column() -> None:
    document = read_text(TABLE)
    found = [row for n in range(len(document.blocks)) if (row := cells(document.text, document.blocks, n))]
    assert [(c.role, document.text[c.start : c.end]) for c in found[0]] == [
        ("supplier", "Turkey"),
        ("recipient", "Mali"),
        ("item", "Bayraktar TB2"),
        ("quantity", "6"),
        ("years", "2022"),
    ]


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("| Recipient | Item | Quantity | Colour |", ["recipient", "item", "quantity", ""]),
        ("| Month | Rainfall | Wind |", None),
        ("| Item | Colour | Taste |", None),
    ],
)
def test_a_header_of_transfers(line: str, roles: list[str] | None) -> None:
    document = read_text(f"Notes\n\n{line}\n|---|---|---|\n| a | b | c |\n")
    block = next(b for b in document.blocks if document.text[b.start : b.end].startswith(line[2:6]))
    assert header(document.text, block) == roles


NO_TRANSFERS = """Strength

| Country | Item | In service |
|---|---|---|
| Chad | T-55 tank | 60 |
"""


def test_an_inventory_is_no_table_of_transfers() -> None:
    assert rows(NO_TRANSFERS, "recipient quantity") == []
