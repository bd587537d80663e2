"""What changed between two datasets: deals, transfers and documents added, removed and changed, cell by cell."""

from __future__ import annotations

import os
from pathlib import Path

from etl.diff.types import Difference, Report, Standing, Statement, TableCount

__all__ = ["Difference", "Report", "Standing", "Statement", "TableCount", "diff"]


def diff(old: str | os.PathLike[str], new: str | os.PathLike[str], *, reports: bool = False) -> Difference:
    """What changed from the dataset ``old`` to the dataset ``new``, each a DuckDB file or the folder that holds it.

    A row is the same where it rests on the same reports, whatever its identifier; a document where its bytes or else
    its path is. With ``reports`` it also tells what stands behind the changes of deals and transfers. Raises
    ``etl.ask.QueryError``, a sentence for the user, where one of the two is no dataset.
    """
    from etl.diff.datasets import difference

    return difference(Path(old), Path(new), reports)
