"""Running text: however a text's lines, spaces, apostrophes and headlines are set, it is read the same."""

from __future__ import annotations

import pytest

from etl.link import extract_document
from etl.link.flow import running
from etl.read import read_text

HEAD = "---\ntitle: {}\n---\n"
BODY = "Saab of Sweden sold eight Gripen E fighters to Peru in 2024.\n\nThe aircraft will arrive by 2028.\n"


def test_each_character_has_one_in_its_place() -> None:
    text = HEAD.format("SAAB’S GRIPEN E FOR PERU") + "Peru’s air\nforce gets 12\u00a0MiG‑29s.\n\n- a list\n"
    flowing = running(read_text(text)).text
    assert len(flowing) == len(text)
    assert "Peru's air force gets 12 MiG-29s.\n\n- a list" in flowing


@pytest.mark.parametrize(
    ("shouted", "expected"),
    [
        ("SAAB WINS PERU ORDER FOR GRIPEN E", "Saab WINS Peru Order FOR Gripen E"),
        ("PERU'S GRIPENS: THE AIRCRAFT ARRIVE", "Peru's Gripens: The aircraft arrive"),
        ("Saab WINS in Peru", "Saab WINS in Peru"),
        ("NATO AND EU", "NATO AND EU"),
    ],
)
def test_a_headline_in_capitals_is_written_as_the_text_writes_its_words(shouted: str, expected: str) -> None:
    flowing = running(read_text(HEAD.format(f'"{shouted}"') + BODY)).text
    assert flowing[: flowing.find("\n---\n", 5)] == f'---\ntitle: "{expected}"'


def test_the_rows_of_a_table_keep_their_line_ends() -> None:
    text = "Buyer | Arms | Number\n--- | --- | ---\nPeru | MiG-29 | 12\nChile | F-16 | 10\n"
    assert running(read_text(text)).text == text


def test_a_name_is_one_name_over_a_line_end() -> None:
    text = (
        "It was said in the capital that the order had been won by\nits old friends at Dassault\u00a0Aviation, which\n"
        "will deliver 12\u00a0Rafale fighters to Greece.\n"
    )
    (deal,) = extract_document(read_text(text)).deals
    (row,) = deal.transfers
    assert (row.maker, row.designation, row.quantity) == ("Dassault Aviation", "Rafale", 12)


def test_evidence_is_in_the_words_as_written() -> None:
    text = "Denmark’s army bought 19 Caesar\nhowitzers from France for 300\u00a0million euros."
    (deal,) = extract_document(read_text(text)).deals
    cells = [*deal.cells, *deal.transfers[0].cells]
    assert deal.evidence == text
    assert [text[cell.start : cell.end] for cell in cells] == [cell.surface for cell in cells]
    assert any("\u00a0" in cell.surface for cell in cells)
