"""Verbs whose object is money and not arms: what is asked for, paid to a firm, or let go by a parliament."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import Clause
from etl.recognise.cues import CueEntry, words
from schemas.vocabulary import Stage


def asks_money(chunks: Sequence[Chunk], i: int, entry: CueEntry) -> bool:
    """Whether money is asked for, to be spent at home: "asked for 12 billion rupees to overhaul its transports"."""
    after = [c for c in chunks[i + 1 : i + 3] if c.text != "for"]
    return entry.stage is Stage.PROPOSED and entry.form != "noun" and bool(after) and after[0].kind is K.MONEY


def gives_money(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a firm gets money, so that it sells: "gave the yard 40 million dollars for", "granted the firm $2bn"."""
    paid = any(c.kind is K.MONEY for c in chunks[i + 1 : i + 5])
    return paid and any(c.kind is K.COMPANY for c in chunks[i + 1 : i + 4])


def frees_money(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether money is let go and not arms: "released 560 million euros for", "releases the funds for"."""
    after = [c for c in chunks[i + 1 : i + 4] if c.kind is not K.DET][:2]
    return any(c.kind is K.MONEY or c.text in words("price", "funds") for c in after)


def is_paid(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a firm gets money for arms, so that it sells: "Boeing gets A$4 billion for them"."""
    firm = any(c.kind is K.COMPANY for c in chunks[clause.start : i])
    after = [c for c in chunks[i + 1 : min(clause.stop, i + 5)] if c.kind is not K.WORD]
    return firm and len(after) > 1 and after[0].kind is K.MONEY and after[1].text == "for"
