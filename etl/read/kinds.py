"""Files that are saved beside a page and are no documents: pictures, style sheets, scripts."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from etl.lexicon.load import rows

# The list that ``arms-transfers fetch`` writes into its folder beside the pages.
FETCHED = "fetch.jsonl"
_FOLDERS = tuple(row["ending"] for row in rows("saved_folders"))
_PAGES = (".html", ".htm", ".xhtml")
_KINDS = {row["suffix"]: row["kind"] for row in rows("file_kinds")}


def no_document(name: str) -> str | None:
    """What a file of this name is where it can be no document ("picture"), by its ending; None where it can be one."""
    _, dot, ending = name.rpartition("/")[2].lstrip(".").rpartition(".")
    return _KINDS.get(dot + ending.lower()) if dot else None


@cache
def _saved_with(folder: str) -> tuple[str, ...]:
    """The pages, without their endings, that a browser could have saved with one of the folders of a path."""
    stems: list[str] = []
    while folder:
        stems += [folder.removesuffix(ending) for ending in _FOLDERS if folder.endswith(ending)]
        folder = folder.rpartition("/")[0]
    return tuple(stems)


def parts_of_pages(names: Sequence[str]) -> frozenset[str]:
    """The files that lie in the folder that a browser saved with a page: "x_files" beside "x.html". ``names`` are all
    files that there are, with ``/``; the name of the folder ends as the browser's language has it."""
    together = "\n".join(names)
    # Most often there is no such folder, and to look at each of a million files takes a second.
    if not any(f"{ending}/" in together for ending in _FOLDERS):
        return frozenset()
    there = frozenset(names)
    return frozenset(name for name in names if _part_of_page(name, there))


def _part_of_page(name: str, names: Set[str]) -> bool:
    stems = _saved_with(name.rpartition("/")[0])
    return bool(stems) and any(stem + page in names for stem in stems for page in _PAGES)
