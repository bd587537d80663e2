"""From drafts to rows: final stage, evidence of each cell, confidence."""

from __future__ import annotations

import pytest

from etl import extract
from etl.link.rows import final_stage
from schemas.vocabulary import Arrangement, Role, Rule, Stage
from tests.link.reading import prose

_SENTENCE = prose("Peru ordered 24 FA-50 fighters from South Korea for $700 million in May 2023.")


@pytest.mark.parametrize(
    ("stages", "arrangement", "expected"),
    [
        ([Stage.PROPOSED, Stage.ORDERED], Arrangement.SALE, Stage.ORDERED),
        ([Stage.DELIVERED, Stage.AGREED], Arrangement.AID, Stage.DELIVERED),
        ([Stage.ORDERED, Stage.CANCELLED], Arrangement.SALE, Stage.CANCELLED),
        ([Stage.APPROVED], Arrangement.SALE, Stage.APPROVED),
        ([], Arrangement.SALE, Stage.ORDERED),
        ([], Arrangement.AID, Stage.AGREED),
    ],
)
def test_the_furthest_stage_or_cancelled(stages: list[Stage], arrangement: Arrangement, expected: Stage) -> None:
    assert final_stage(stages, arrangement) is expected


def test_every_stated_cell_has_its_words() -> None:
    (deal,) = extract(_SENTENCE).deals
    words = {cell.field: cell.surface for cell in (*deal.cells, *deal.transfers[0].cells)}
    assert words["value_amount"] == "$700 million"
    assert "May 2023" in words["agreed"]
    assert (words["supplier"], words["recipient"]) == ("South Korea", "Peru")
    assert "24" in words["quantity"]


def test_a_resolved_date_says_so() -> None:
    found = extract(prose("Last December, Peru ordered 30 tanks from South Korea."), published="2024-06-22")
    assert [cell.rule for cell in found.deals[0].cells if cell.field == "agreed"] == [Rule.RESOLVED]


def test_the_country_of_a_firm_is_known_not_stated() -> None:
    found = extract(prose("Brazil awarded Saab a contract for 36 Gripen E fighters."))
    assert [cell.rule for cell in found.deals[0].transfers[0].cells if cell.field == "supplier"] == [Rule.KNOWN]


def test_the_evidence_of_a_row_is_its_sentence() -> None:
    (deal,) = extract(_SENTENCE).deals
    assert deal.evidence == deal.transfers[0].evidence == _SENTENCE[: _SENTENCE.index(" Officials")]


def test_parties_have_a_code_or_a_name() -> None:
    (deal,) = extract(prose("Iran shipped 200 missiles to the Houthis through Oman.")).deals
    assert {(p.role, p.code, p.name) for p in deal.transfers[0].parties} == {
        (Role.SUPPLIER, "IRN", None),
        (Role.RECIPIENT, None, "Houthis"),
        (Role.VIA, "OMN", None),
    }


def test_the_more_is_told_the_surer_the_row() -> None:
    (vague,) = extract(prose("Peru ordered tanks worth $5 million from South Korea.")).deals
    (full,) = extract(_SENTENCE).deals
    assert 0 < vague.confidence < full.confidence < 1
