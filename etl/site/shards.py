"""Which of several data files holds a deal or a document, so that a page loads a small part of a large dataset."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Deals or documents a file: a page loads it in no time, and there are not too many files.
_EACH = 32
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Shards:
    """``number`` files. The page computes the same from the same number (``front/shards.ts``)."""

    number: int

    @classmethod
    def of(cls, rows: int) -> Shards:
        """As many files as ``rows`` need, a power of two."""
        return cls(1 << max(0, -(-rows // _EACH) - 1).bit_length())

    def place(self, row_id: str) -> int:
        """The number of the file that holds a row: CRC-32 of its identifier."""
        return zlib.crc32(row_id.encode()) % self.number

    def name(self, place: int) -> str:
        """The name of a file, without its folder and ending."""
        return f"{place:04x}"

    def batches(self, row_ids: Iterable[str]) -> Iterator[list[tuple[int, str]]]:
        """All rows with their places, a bounded number at once, those of a file together and in their order."""
        placed = sorted(((self.place(row_id), row_id) for row_id in row_ids), key=lambda pair: pair[0])
        begin = 0
        while begin < len(placed):
            end = min(begin + _BATCH, len(placed))
            while end < len(placed) and placed[end][0] == placed[end - 1][0]:
                end += 1
            yield placed[begin:end]
            begin = end
