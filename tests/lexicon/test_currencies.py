"""Every currency that can be read can be stored."""

from __future__ import annotations

from etl.lexicon import load
from schemas.codes import is_currency


def test_every_currency_of_the_table_is_valid() -> None:
    assert [row["code"] for row in load.rows("currencies") if not is_currency(row["code"])] == []
