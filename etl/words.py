"""What a document says, whatever its format: by this, copies of a document are told."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from etl.documents import BlockKind, Document

_WORD = re.compile(r"\w+")
_RUN = 5  # words; shorter runs are shared by texts on the same matter, longer ones are broken by each small change
_LEAST = 30  # words; shorter texts share most of their runs by chance of form ("The ministry did not comment.")
_HASHES = 64
_SEED = 20_240_622  # any number, as long as it stays


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprint of a document: ``sha256`` of its words, equal for equal words, and their ``sketch``, a MinHash in
    hexadecimal whose share of equal 8-digit pieces estimates how many runs of words two documents share; None for a
    text of under 30 words."""

    sha256: str
    sketch: str | None


def print_of(document: Document) -> Print | None:
    """The fingerprint of a document's blocks without captions; None where they have no words.

    Copies of a story in several formats have the same words, with other marks, spaces and line ends between them.
    """
    text = document.text
    told = (text[block.start : block.end] for block in document.blocks if block.kind != BlockKind.CAPTION)
    words = [word.casefold() for block in told for word in _WORD.findall(block)]
    if not words:
        return None
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    return Print(digest, _sketch(words) if len(words) >= _LEAST else None)


def _sketch(words: list[str]) -> str:
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    sketch.update([run.encode("utf-8", "surrogatepass") for run in runs])
    return "".join(f"{value:08x}" for value in sketch.digest())
