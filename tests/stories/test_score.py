"""The stories score no worse than they did: floors.json is raised with the score and never lowered.

``tests/stories`` were looked at, ``tests/stories_unseen`` are for totals alone and are opened by nobody.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import etl

_TESTS = Path(__file__).parents[1]
_SCORE = _TESTS / "gold" / "score.py"
_FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text())
_MEASURES = ("rows", "exact_rows", "cells")


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scoring program says of a build of each folder."""
    found = {}
    for folder in _FLOORS:
        result = etl.build(sorted((_TESTS / folder).glob("*.txt")), tmp_path_factory.mktemp(folder) / "out", workers=1)
        assert result.failed == 0
        command = [sys.executable, str(_SCORE), str(result.database), str(_TESTS / folder), "--json"]
        found[folder] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


@pytest.mark.parametrize("measure", _MEASURES)
@pytest.mark.parametrize("folder", sorted(_FLOORS))
def test_f1_is_not_under_its_floor(scores: dict[str, Any], folder: str, measure: str) -> None:
    assert scores[folder][measure]["f1"] >= _FLOORS[folder][measure]
