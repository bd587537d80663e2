"""Files that are saved beside a page and are no documents: pictures, style sheets, scripts."""

from __future__ import annotations

from os.path import splitext

from etl.lexicon.load import rows

_KINDS = {row["suffix"]: row["kind"] for row in rows("file_kinds")}


def no_document(name: str) -> str | None:
    """What a file of this name is where it can be no document ("picture"), by its ending; None where it can be one."""
    return _KINDS.get(splitext(name)[1].lower())  # noqa: PTH122 - it is asked of each of a million files
