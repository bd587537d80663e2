"""Renews the notebooks: runs their cells on a dataset of ``seeds/`` and puts what they give beneath them.

    python docs/notebook.py docs/notebooks/*.ipynb

What differs from machine to machine (versions, times) is left out, so that the same code gives the same file. Ends
with the error of the first cell that fails.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]


def renewed(path: Path, folder: Path) -> str:
    """The notebook at ``path`` with the output of its cells as it is today; ``folder`` is an empty one to run them in.

    Raises ``nbclient.exceptions.CellExecutionError`` where a cell fails.
    """
    import nbformat
    from nbclient import NotebookClient

    (folder / "seeds").symlink_to(_ROOT / "seeds")
    notebook: Any = nbformat.read(path, as_version=4)
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata = {}
    return str(nbformat.writes(notebook)) + "\n"


def main() -> None:
    """Renews the notebooks whose paths the command line has."""
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            Path(name).write_text(renewed(Path(name), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
