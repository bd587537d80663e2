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


def claims_too_much(file: BinaryIO) -> bool:
    """Whether the streams of a compound file say that they are together longer than the file: sectors that lead back to
    each other then make gigabytes of a few kilobytes. Raises what olefile does for a file that is none."""
    import olefile

    size = file.seek(0, 2)
    file.seek(0)
    with olefile.OleFileIO(file) as found:
        # Small streams lie in the one that the root has.
        kinds = (olefile.STGTY_ROOT, olefile.STGTY_STREAM)
        entries = [entry for entry in found.direntries if entry is not None and entry.entry_type in kinds]
        claimed = sum(int(entry.size) for entry in entries if entry is found.root or not entry.is_minifat)
        return claimed > size
