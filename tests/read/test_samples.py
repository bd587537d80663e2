"""The samples and the practice documents as blocks: what is to be found in them stands in a block that is looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.documents import BlockKind, Document
from etl.read import read_path

TESTS = Path(__file__).parents[1]
PAIRS = [
    *((path, TESTS / "seeds_gold" / f"{path.stem}.gold.json") for path in sorted((TESTS.parent / "seeds").iterdir())),
    *((path, path.with_suffix(".gold.json")) for path in sorted((TESTS / "practice").glob("*.txt"))),
]

_TITLE_CASE = "b-cz-f35-register"
"""A line of a list written like a heading is still taken for one."""


@pytest.mark.parametrize(("path", "gold"), PAIRS, ids=[path.stem for path, _ in PAIRS])
def test_each_surface_stands_in_one_block(path: Path, gold: Path, request: pytest.FixtureRequest) -> None:
    if path.stem == _TITLE_CASE:
        request.applymarker(pytest.mark.xfail(strict=True, reason="a title-case line of a list is read as a heading"))
    (document,) = read_path(path)
    assert isinstance(document, Document)
    blocks = [
        " ".join(document.text[block.start : block.end].split())
        for block in document.blocks
        if block.kind not in (BlockKind.CAPTION, BlockKind.HEADING)
    ]
    for deal in json.loads(gold.read_text(encoding="utf-8"))["deals"]:
        for item in deal["items"]:
            surface = " ".join(item["surface"].split())
            assert any(surface in block for block in blocks), surface
