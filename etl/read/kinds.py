"""Files that are saved beside a page and are no documents: pictures, style sheets, scripts."""

from __future__ import annotations

from pathlib import PurePath

from etl.lexicon.load import rows

_KINDS = {row["suffix"]: row["kind"] for row in rows("file_kinds")}


def no_document(name: str) -> str | None:
    """What a file of this name is where it can be no document ("picture"), by its ending; None where it can be one."""
    return _KINDS.get(PurePath(name).suffix.lower())
