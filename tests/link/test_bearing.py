"""How far a text bears out a stage: what it tells of each row, and what the weights of the lexicon make of that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon import load
from etl.link import extract_document
from etl.link.bearing import ALWAYS, bears_out, likelihoods, log_odds
from etl.read import read_text
from schemas.vocabulary import Stage
from tests.link.reading import prose

ORDER = "Kenya ordered 12 howitzers from Serbia in 2018."
WEIGHTS = {ALWAYS: (0.0,) * len(Stage), "word so": (2.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0)}


def told_of(text: str) -> list[tuple[frozenset[str], Stage]]:
    """What a text tells of each of its rows, with the stage that was read."""
    asked: list[tuple[frozenset[str], Stage]] = []

    def note(told: frozenset[str], stage: Stage) -> float:
        asked.append((told, stage))
        return 0.0

    extract_document(read_text(f"---\npublished: 2024-05-01\n---\n\n{prose(text)}"), note)
    return asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ORDER, "clause acquire"),
        (ORDER, "line stage ordered"),
        (ORDER, "word ordered"),
        (ORDER, "latest long ago"),
        (ORDER + " The army is content.", "to none"),
        (ORDER + " The contract was cancelled in May.", "after cancel"),
        ("The minister cancelled his visit. " + ORDER, "before cancel"),
        (
            "Norway bought 24 K9 howitzers from Korea. Shells are scarce.\n\nThe K9 howitzers were delivered.",
            "again deliver",
        ),
        ("Norway bought 24 K9 howitzers from Korea. They are to be delivered by 2027.", "to ahead"),
    ],
)
def test_what_a_text_tells_of_a_row(text: str, told: str) -> None:
    assert told in told_of(text)[0][0]


def test_another_paragraph_that_does_not_name_the_system_tells_nothing() -> None:
    told = told_of("Norway bought 24 K9 howitzers from Korea.\n\nThe minister cancelled his visit.")[0][0]
    assert not any("cancel" in name for name in told)


def test_each_row_is_asked_for_once_in_its_order() -> None:
    text = ORDER + " Oman bought four frigates from Spain. The frigates were delivered in 2020."
    rows = [t for deal in extract_document(read_text(prose(text))).deals for t in deal.transfers]
    assert [stage for _, stage in told_of(text)] == [row.stage for row in rows]


def test_what_is_told_speaks_for_a_stage_and_against_another() -> None:
    plain, said = likelihoods(WEIGHTS, frozenset()), likelihoods(WEIGHTS, frozenset({"word so", "never seen"}))
    assert said[Stage.PROPOSED] > plain[Stage.PROPOSED]
    assert said[Stage.ORDERED] < plain[Stage.ORDERED]


def test_a_stage_is_borne_out_as_far_as_it_is_likely() -> None:
    told = frozenset({"word so"})
    odds = {stage: log_odds(WEIGHTS, told, stage) for stage in Stage}
    assert max(odds, key=odds.__getitem__) is Stage.PROPOSED
    assert min(odds, key=odds.__getitem__) is Stage.ORDERED


def test_a_row_whose_stage_the_text_does_not_bear_out_is_less_sure() -> None:
    document = read_text(prose(ORDER))
    sure, unsure = (extract_document(document, lambda told, stage, n=n: n).deals[0].confidence for n in (3.0, -3.0))
    assert sure > unsure


def test_weights_are_numbers_for_distinct_names() -> None:
    table = load.rows("stage_weights")
    assert list(table[0]) == ["told", *Stage]
    assert len({row["told"] for row in table}) == len(table)
    assert all(abs(float(row[stage])) < 5 for row in table for stage in Stage)


_NAMES = st.sampled_from([row["told"] for row in load.rows("stage_weights")])


@given(st.frozensets(_NAMES), st.sampled_from(Stage))
def test_probabilities_of_all_stages_are_one_together(told: frozenset[str], stage: Stage) -> None:
    likely = likelihoods({row["told"]: [float(row[s]) for s in Stage] for row in load.rows("stage_weights")}, told)
    assert sum(likely.values()) == pytest.approx(1)
    assert (bears_out(told, stage) > 0) is (likely[stage] > 0.5)
