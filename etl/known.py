"""Where a build leaves what it knows of files and deals: the next one is the quicker for it and can do without."""

from __future__ import annotations

from pathlib import Path


def known_beside(output: Path) -> Path:
    """The hidden folder beside ``output``, the folder of a dataset."""
    output = output.resolve()
    return output.with_name(f".{output.name}.known")
