"""Data files of the site: scripts that hand JSON to the page, for a page opened from disk may load nothing else.

``site.data("deals/0a", '{"D-...": ...}')`` is a call with two texts. The second is parsed as JSON, never run, and no
page writes any of it as HTML.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def write_data(folder: Path, name: str, content: Any) -> None:
    """Writes what JSON can hold as the data file ``name``, "transfers" or "deals/0a"."""
    write_json(folder, name, json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def write_json(folder: Path, name: str, content: str) -> None:
    """As ``write_data``, of what is JSON already."""
    with data_path(folder, name).open("w", encoding="utf-8", newline="") as stream:
        stream.write(f"site.data(\"{name}\",'{_escaped(content)}');\n")


def write_object(folder: Path, name: str, members: Iterable[tuple[str, str]]) -> None:
    """Writes an object of pairs of a name and JSON."""
    write_json(folder, name, "{" + ",".join(f"{json.dumps(key)}:{value}" for key, value in members) + "}")


def read_data(path: Path) -> Any:
    """What a data file holds, as Python has it."""
    return json.loads(_unescaped(path.read_text(encoding="utf-8").partition(",'")[2].rpartition("'")[0]))


def data_path(folder: Path, name: str) -> Path:
    """Where the data file ``name`` lies in the folder of the site."""
    return folder / "data" / f"{name}.js"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")


def _unescaped(text: str) -> str:
    return "".join(_plain(text))


def _plain(text: str) -> Iterator[str]:
    characters = iter(text)
    for character in characters:
        yield next(characters) if character == "\\" else character
