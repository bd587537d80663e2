"""What lies in an archive: the names it goes by here, and which of it can be no document."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from etl.read.kinds import no_document

MOST = 1_000_000  # entries of an archive that are looked at; each takes memory as long as names are told apart
_LONGEST = 300
_DRIVE = re.compile(r"[A-Za-z]:")
_NO_NAME = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# What systems leave in archives beside what was put in.
_LEFT_BEHIND = frozenset(("__macosx", "thumbs.db", "desktop.ini"))


def can_be_document(name: str) -> bool:
    """Whether a file of this name can be a document: no picture, sound, film, font, style sheet or script, none that is
    hidden, and nothing that a system left behind."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if any((part.startswith(".") and part.strip(".")) or part.lower() in _LEFT_BEHIND for part in parts):
        return False
    return no_document(name) is None


class Names:
    """Names for the entries of one archive, each given once."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def given(self, name: str) -> str:
        """The name that an entry goes by: relative, with ``/``, within the archive whatever its own says, without
        characters that nobody can see, and told from those before it."""
        plain = safe(name)
        times = self._times[plain] = self._times.get(plain, 0) + 1
        if times == 1:
            return plain
        path = PurePosixPath(plain)
        return self.given(str(path.with_name(f"{path.stem} ({times}){path.suffix}")))


def safe(name: str) -> str:
    """A name from an archive as it can be shown: it leads nowhere outside, and holds no character that cannot be
    seen."""
    seen = _NO_NAME.sub("\ufffd", name.replace("\\", "/"))
    parts = [_DRIVE.sub("", part) if at == 0 else part for at, part in enumerate(seen.split("/"))]
    kept = [part for part in parts if part.strip(". ")]
    return "/".join(kept)[-_LONGEST:].lstrip("/") or "unnamed"
