"""JSON with what programs write wrongly set right while it is read: a parser of streams gives up at the first slip."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from etl.read.source import Broken
from etl.read.text_stream import PATCHED

# Values that no parser takes, and numbers that none holds, behind what a value stands behind and before what ends one.
_NO_VALUE = re.compile(
    r"(?P<before>[:\[,]\s{0,20})"
    r"(?:NaN|-?Infinity|-?\d{19,5000}|-?\d{1,400}(?:\.\d{1,400})?[eE][+-]?\d{3,400})(?=\s{0,20}[,}\]])"
)
_CONTROLS = dict.fromkeys(range(32), " ")
_LOOK_BACK = 6000  # characters in which a value that is cut between two pieces has begun


class Mended:
    """A file of JSON for a parser of streams: in UTF-8 whatever bytes are in it, ``NaN`` and the like made ``null``,
    control characters made spaces. It gives up where one entry has more than ``largest`` bytes; ``since`` is how many
    were read in this one."""

    def __init__(self, file: BinaryIO, largest: int, at_once: int) -> None:
        self.since = 0
        self._file = file
        self._largest = largest
        self._at_once = at_once
        self._decoder = codecs.getincrementaldecoder("utf-8")(PATCHED)
        self._left = ""

    def read(self, size: int = -1) -> bytes:
        """The next bytes; as many as come of the next piece of the file, none at its end."""
        if size == 0:
            return b""
        while True:
            piece = self._file.read(self._at_once)
            self.since += len(piece)
            if self.since > self._largest:
                raise Broken(f"An entry of the list is longer than {self._largest // 1_000_000} MB; split its text.")
            text = self._left + self._decoder.decode(piece, final=not piece)
            # A value at the end may go on in the next piece, so what follows the last comma waits for that.
            cut = text.rfind(",", max(0, len(text) - _LOOK_BACK)) if piece else -1
            self._left = text[cut:] if cut >= 0 else ""
            mended = _NO_VALUE.sub(r"\g<before>null", text[: cut + 1] if cut >= 0 else text)
            mended = mended[:-1] if cut >= 0 else mended
            if mended or not piece:
                return mended.translate(_CONTROLS).encode("utf-8", "replace")
