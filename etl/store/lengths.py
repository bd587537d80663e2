"""How many rows the documents, deals and line items of a dataset have in each table, kept in a file beside the dataset:
the next build need not look for where they stand in tables of millions of rows.

It is no part of the dataset: without it they are looked for, with the same result.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# Of fewer documents nothing is saved by it.
FEWEST = 1000
_NAME = "lengths.npz"
_DATASET = "dataset"
Lengths = NDArray[np.int32]


def read_lengths(folder: Path, dataset: str | None) -> dict[str, Lengths]:
    """What is kept in a folder of the dataset that has this identifier; nothing where another's is."""
    path = folder / _NAME
    if dataset is None or not path.is_file():
        return {}
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept[_DATASET]) != dataset:
                return {}
            return {name: kept[name] for name in kept.files if name != _DATASET}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # Whatever is there is nothing that a build left whole.
        return {}


def write_lengths(folder: Path, dataset: str, lengths: Mapping[str, Lengths]) -> None:
    """Keeps the lengths of a dataset, unless it has few documents."""
    path = folder / _NAME
    if len(lengths.get("documents", ())) < FEWEST:
        path.unlink(missing_ok=True)
        return
    folder.mkdir(exist_ok=True)
    whole = path.with_suffix(".new.npz")
    np.savez(whole, **{_DATASET: np.array(dataset)}, **lengths)  # type: ignore[arg-type]
    whole.replace(path)
