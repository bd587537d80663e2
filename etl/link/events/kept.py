"""Who keeps arms from somebody, and who is given a hold on them: "withheld 12 from Chile", "put into its hands"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Frame
from etl.recognise.cues import words


def withholds(frame: Frame) -> bool:
    """Whether a verb keeps arms from whom they were meant for, so that its subject has them."""
    refused = frame.passive and frame.entry.lemma in words("lemmas", "refusing")
    return frame.name == "cancel" and (refused or frame.entry.lemma in words("lemmas", "withholding"))


def has_hold(chunks: Sequence[Chunk], i: int, prep: str) -> bool:
    """Whether arms are put where a party has them: "into Kyiv's hands", "at the disposal of Chile"."""
    before = chunks[i - 2 - (chunks[i - 1].kind is K.DET)] if prep == "of" and i > 2 else None
    after = next((c for c in chunks[i + 1 : i + 3] if c.kind is not K.GEN), None)
    hold = before if prep == "of" else after
    return hold is not None and hold.text in words("lemmas", "hold")
