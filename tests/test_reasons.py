"""Why a cell has its value: words of the text, or what is taken for granted where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from etl.documents import Document
from etl.link import extract_document
from etl.read import read_path
from etl.reasons import WITHOUT_WORDS, reason_without_words
from etl.rows import Rows, rows_of
from schemas.vocabulary import Arrangement, Stage

_ROOT = Path(__file__).parent.parent
_NO_CELLS = frozenset({"deal_id", "transfer_id", "document_id", "evidence", "start", "end", "confidence"})


@cache
def _built(folder: str) -> tuple[tuple[str, Rows], ...]:
    found: list[tuple[str, Rows]] = []
    for path in sorted((_ROOT / folder).glob("*.txt")):
        for document in read_path(path):
            assert isinstance(document, Document)
            found.append((document.text, rows_of(document, path.stem, extract_document(document))))
    return tuple(found)


def _filled(rows: Rows) -> Iterator[tuple[str, str, object]]:
    """The filled cells of reported deals and transfers: identifier, field, value."""
    for table, identifier in (("reported_deals", "deal_id"), ("reported_transfers", "transfer_id")):
        for row in rows[table]:
            yield from (
                (str(row[identifier]), field, value)
                for field, value in row.items()
                if value is not None and field not in _NO_CELLS
            )


@pytest.mark.parametrize("folder", ["tests/gold", "seeds"])
def test_every_filled_cell_has_its_words_or_a_reason(folder: str) -> None:
    for _, rows in _built(folder):
        told = {(str(row["row_id"]), str(row["field"])) for row in rows["evidence"]}
        for row_id, field, value in _filled(rows):
            assert (row_id, field) in told or reason_without_words(field, value), (row_id, field, value)


@pytest.mark.parametrize("folder", ["tests/gold", "seeds"])
def test_words_stand_in_the_text_and_fill_a_cell(folder: str) -> None:
    for text, rows in _built(folder):
        filled = {(row_id, field) for row_id, field, _ in _filled(rows)}
        several = {(str(row["transfer_id"]), str(row["role"])) for row in rows["parties"]}
        for row in rows["evidence"]:
            start, end = row["start"], row["end"]
            assert isinstance(start, int) and isinstance(end, int)
            assert text[start:end] == row["surface"] != ""
            assert (str(row["row_id"]), str(row["field"])) in filled | several


@pytest.mark.parametrize("field", sorted(WITHOUT_WORDS - {"stage", "arrangement"}))
def test_fields_that_may_have_no_words_say_why(field: str) -> None:
    assert reason_without_words(field, "x")


@pytest.mark.parametrize("stage", list(Stage))
def test_a_stage_without_words_says_so(stage: Stage) -> None:
    assert reason_without_words("stage", stage.value).startswith("no words")


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_an_arrangement_without_words_says_so(arrangement: Arrangement) -> None:
    assert reason_without_words("arrangement", arrangement.value).startswith("no words")


def test_a_quantity_always_has_its_words() -> None:
    with pytest.raises(KeyError):
        reason_without_words("quantity", 12)
