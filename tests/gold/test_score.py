"""The gold documents score no worse than they did: floors.json is raised with the score and never lowered."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import etl

_GOLD = Path(__file__).parent
_FLOORS = json.loads((_GOLD / "floors.json").read_text())


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scoring program says of a build of the gold documents."""
    output = tmp_path_factory.mktemp("gold") / "output"
    result = etl.build(sorted(_GOLD.glob("*.txt")), output, workers=1)
    assert result.failed == 0
    command = [sys.executable, str(_GOLD / "score.py"), str(result.database), str(_GOLD), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.parametrize("measure", ["rows", "exact_rows", "cells"])
def test_f1_is_not_under_its_floor(score: dict[str, Any], measure: str) -> None:
    assert score[measure]["f1"] >= _FLOORS[measure]


def test_documents_without_a_transfer_are_kept_clean(score: dict[str, Any]) -> None:
    assert score["of_these_clean"] >= _FLOORS["kept_clean"] * score["no_transfer_documents"]
