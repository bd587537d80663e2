"""Consolidation of the story clusters scores no worse than it did: the floors are only raised."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import etl

_CLUSTERS = Path(__file__).parent
_SCORE = _CLUSTERS.parent / "gold" / "score.py"


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scoring program says of pairs of reports, of one build over all stories."""
    output = tmp_path_factory.mktemp("clusters") / "output"
    result = etl.build(sorted(_CLUSTERS.glob("*/*.txt")), output, workers=1)
    command = [sys.executable, str(_SCORE), str(result.database), str(_CLUSTERS), "--clusters", "--json"]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return dict(said["pairs"])


@pytest.mark.parametrize(("measure", "floor"), [("precision", 0.97), ("recall", 0.9)])
def test_pairs_are_not_under_their_floor(pairs: dict[str, Any], measure: str, floor: float) -> None:
    assert pairs[measure] >= floor
