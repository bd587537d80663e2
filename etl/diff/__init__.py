"""What changed between two datasets: deals, transfers and documents added, removed and changed, cell by cell."""

from __future__ import annotations

import os
from pathlib import Path

from etl.diff.types import Difference, TableCount

__all__ = ["Difference", "TableCount", "diff"]


def diff(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> Difference:
    """What changed from the dataset ``old`` to the dataset ``new``, each a DuckDB file or the folder that holds it.

    A row is the same where it rests on the same reports, whatever its identifier; a document where its bytes or else
    its path is. Raises ``etl.ask.QueryError``, a sentence for the user, where one of the two is no dataset.
    """
    from etl.diff.datasets import difference

    return difference(Path(old), Path(new))
