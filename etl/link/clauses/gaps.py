"""Clauses that leave their verb out: "Spain will send six tanks, Norway eight and Portugal three"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.items import Item
from etl.recognise.mentions import Party

_MAKER_OR_STATE = (K.PARTY, K.COMPANY)


def opens_gap(chunks: Sequence[Chunk], start: int, joint: int) -> bool:
    """Whether a comma or conjunction at ``joint`` opens a clause without a verb, in a clause that began at ``start``.

    A name stands there with a figure or a weapon right after it, and arms have been told before.
    """
    at = joint + 1
    while at < len(chunks) and chunks[at].kind in (K.CONJ, K.DET):
        at += 1
    if at + 1 >= len(chunks) or not _names_side(chunks[at]):
        return False
    what = chunks[at + 1].ref
    if not isinstance(what, Item) or (what.count is None and what.system is None and not what.single):
        return False
    after = chunks[at + 2] if at + 2 < len(chunks) else None
    return _ends(after) and any(isinstance(c.ref, Item) for c in chunks[start:joint])


def _names_side(chunk: Chunk) -> bool:
    adjective = isinstance(chunk.ref, Party) and chunk.ref.form not in ("name", "capital")
    return chunk.kind in _MAKER_OR_STATE and not adjective


def _ends(after: Chunk | None) -> bool:
    """Whether what follows goes on with no verb of its own."""
    return after is None or after.kind in (K.COMMA, K.CONJ, K.STOP, K.PREP, K.DATE, K.DASH)
