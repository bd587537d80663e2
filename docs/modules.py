"""Lists the modules of the linker with the first line of each: docs/linker.md.

python docs/modules.py > docs/linker.md
"""

from __future__ import annotations

import ast
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_LINKER = _ROOT / "etl" / "link"


def listed() -> str:
    """The page: a table a folder of ``etl/link``, a row a module with the first line of its docstring."""
    lines = ["# The modules of the linker", ""]
    lines += [
        "What each does, in its own first line. [architecture.md](architecture.md) says how they work together.",
        "",
    ]
    folders = [_LINKER, *sorted(p for p in _LINKER.iterdir() if p.is_dir() and p.name != "__pycache__")]
    for folder in folders:
        lines += [f"## `{folder.relative_to(_ROOT).as_posix()}/`", "", "| module | what it does |", "|---|---|"]
        for module in sorted(folder.glob("*.py")):
            said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
            lines.append(f"| `{module.name}` | {said.splitlines()[0].replace('|', '/') if said else ''} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(listed(), end="")
