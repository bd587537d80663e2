"""What lies in a file of the kind that office programs wrote before 2007, and mail programs still do."""

from __future__ import annotations

from typing import BinaryIO

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def streams_of(head: bytes, file: BinaryIO) -> set[str]:
    """The names of the streams and folders at the top of a compound file; none where it is no such file, or damaged."""
    if not head.startswith(_SIGNATURE):
        return set()
    import olefile

    file.seek(0)
    try:
        with olefile.OleFileIO(file) as found:
            return {entry[0] for entry in found.listdir(streams=True, storages=True)}
    except Exception:
        return set()
