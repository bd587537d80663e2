"""Rows of an extraction: evidence is words of the text, shown in the sentence that they stand in."""

from __future__ import annotations

from dataclasses import replace

from etl.extraction import Evidence, Extraction
from etl.read import read_text
from etl.rows import rows_of
from schemas.vocabulary import Rule
from tests import fake


def test_a_cell_that_no_words_fill_has_no_evidence() -> None:
    document = read_text(f"News of today.\n\n{fake.sentence()}\n")
    found = fake.extract(document)
    deal = found.deals[0]
    transfer = deal.transfers[0]
    lent = Evidence("supplier", transfer.start, transfer.start, "", Rule.INHERITED)
    lending = replace(deal, transfers=(replace(transfer, cells=(*transfer.cells, lent)),))
    with_it = rows_of(document, "d", Extraction((lending,), found.figures))
    without = rows_of(document, "d", found)
    assert with_it["evidence"] == without["evidence"]
    assert all(row["surface"] for row in without["evidence"])


def test_evidence_is_shown_in_its_sentence() -> None:
    document = read_text(f"News of today.\n\n{fake.sentence()} More to come.\n")
    for row in rows_of(document, "d", fake.extract(document))["evidence"]:
        begin = row["start"] - row["sentence_start"]  # type: ignore[operator]
        assert str(row["sentence"])[begin:].startswith(str(row["surface"]))
