"""Compares a dataset with SIPRI's trade register: deals in both with their differences, only there, only here."""

from __future__ import annotations

import os
from pathlib import Path

from etl.compare.types import Comparison, RegisterError

__all__ = ["Comparison", "RegisterError", "compare"]


def compare(register: str | os.PathLike[str], database: str | os.PathLike[str] = "output") -> Comparison:
    """The trade register in the file ``register`` beside the dataset ``database``, a DuckDB file or its folder.

    Deals in both are matched one to one as docs/compare.md says, and told cell by cell. Raises ``RegisterError`` where
    the file is no register, and ``etl.ask.QueryError`` where there is no dataset; each says what to do.
    """
    from etl.compare.dataset import read_dataset
    from etl.compare.register import read_register
    from etl.compare.together import together

    return together(read_register(Path(register)), read_dataset(Path(database)))
