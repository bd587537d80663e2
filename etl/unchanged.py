"""Which files of a build are as they were in the last one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from etl.rows import Row
from etl.sources import Source

if TYPE_CHECKING:
    from etl.store import LastDataset


def unchanged_among(sources: Iterable[Source], last: LastDataset) -> dict[Source, Row]:
    """The row of ``documents``, under today's path, of each file whose bytes and kind the last dataset has.

    What could not be read then is read again: the cause may be gone.
    """
    from etl.store import Content

    found: dict[Source, Row] = {}
    if not last.documents:
        return found
    for source in sources:
        if not has_reader(source):
            continue
        try:
            with source.path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            continue
        row = last.documents.get(Content(digest, source.path.suffix))
        if row is not None:
            found[source] = {**row, "path": source.name}
    return found


def has_reader(source: Source) -> bool:
    """Whether a file is to be read: one that was found in a folder needs a name that some format goes by, or none."""
    from etl.read import FORMATS

    suffix = source.path.suffix.lower()
    return not (source.in_folder and suffix) or any(suffix in known.suffixes for known in FORMATS)
