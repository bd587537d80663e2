"""Files that are saved beside a page and are no documents: pictures, style sheets, scripts."""

from __future__ import annotations

from collections.abc import Set
from os.path import splitext

from etl.lexicon.load import rows

# The list that ``arms-transfers fetch`` writes into its folder beside the pages.
FETCHED = "fetch.jsonl"
_FOLDERS = tuple(row["ending"] for row in rows("saved_folders"))
_PAGES = (".html", ".htm", ".xhtml")
_KINDS = {row["suffix"]: row["kind"] for row in rows("file_kinds")}


def no_document(name: str) -> str | None:
    """What a file of this name is where it can be no document ("picture"), by its ending; None where it can be one."""
    return _KINDS.get(splitext(name)[1].lower())  # noqa: PTH122 - it is asked of each of a million files


def part_of_page(name: str, names: Set[str]) -> bool:
    """Whether a file lies in the folder that a browser saved with a page: "x_files" beside "x.html". ``names`` are all
    files that there are, with ``/``; the name of the folder ends as the browser's language has it."""
    folder = name.rpartition("/")[0]
    while folder:
        stems = [folder.removesuffix(ending) for ending in _FOLDERS if folder.endswith(ending)]
        if any(stem + page in names for stem in stems for page in _PAGES):
            return True
        folder = folder.rpartition("/")[0]
    return False
