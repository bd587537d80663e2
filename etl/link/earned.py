"""What a deal brings to who sells: "a contract for which the Koreans get 460 million", "that earns the yard 90"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.recognise.cues import words

_BETWEEN = frozenset({K.PARTY, K.HOME, K.COMPANY, K.DET, K.WORD, K.PRON, K.KIND, K.AUX, K.CUE, K.PREP})
"""Chunks between the noun for a deal and the amount that the deal brings: who earns it, and the verb."""

_REACH = 8


def is_earned(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the amount at chunk ``at`` is what a deal brings to somebody, in words that describe the deal."""
    earning = False
    for n in range(at - 1, max(0, at - _REACH), -1):
        if chunks[n].text in ("which", "that"):
            noun = chunks[n - 2] if chunks[n - 1].text == "for" and n > 1 else chunks[n - 1]
            return earning and noun.text in words("deal_nouns", "ordered") | words("deal_nouns", "agreed")
        earning = earning or chunks[n].text in words("price", "earning")
        if chunks[n].kind not in _BETWEEN:
            return False
    return False
