"""The notebooks: what stands beneath their cells is what these give today."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.notebook import renewed

_NOTEBOOKS = sorted((Path(__file__).parents[2] / "docs" / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", _NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_its_cells_give(path: Path, tmp_path: Path) -> None:
    assert path.read_text(encoding="utf-8") == renewed(path, tmp_path), "run: make docs"
