"""Verbs with a sum of money: what is asked for, paid to a firm or for arms, or let go by a parliament."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import Clause
from etl.link.items import Item
from etl.recognise.cues import Cue, CueEntry, words
from etl.recognise.mentions import Party
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


def costs_buyer(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether counted arms cost a country an amount, so that it has bought them: "12 jets cost Peru 80 million"."""
    arms = [c.ref for c in chunks[clause.start : i] if isinstance(c.ref, Item)]
    after = chunks[i + 1 : i + 4]
    paid = len(after) > 1 and after[0].kind in (K.PARTY, K.HOME) and any(c.kind is K.MONEY for c in after[1:])
    return paid and bool(arms) and arms[0].count is not None


def prices_own(chunks: Sequence[Chunk], clause: Clause, i: int) -> Chunk | None:
    """Whose the arms are that a verb prices, where they are from another: "Qatar's 24 jets from London came to"."""
    item = next((n for n in range(clause.start, i) if isinstance(chunks[n].ref, Item)), None)
    if item is None or item < clause.start + 2 or chunks[item - 1].kind is not K.GEN or not _is_state(chunks[item - 2]):
        return None
    source = next((n for n in range(item + 1, i) if chunks[n].text == "from"), None)
    abroad = source is not None and any(_is_state(c) for c in chunks[source + 1 : source + 3])
    return chunks[item - 2] if abroad else None


def _is_state(chunk: Chunk) -> bool:
    return chunk.kind is K.PARTY and isinstance(chunk.ref, Party)


def pays_for(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether money buys counted arms: "paid $2bn for two frigates", "12 aircraft, for which it pays $2bn"."""
    opening = [c.text for c in chunks[clause.start : i] if c.kind is not K.COMMA][:2]
    described = chunks[clause.antecedent].ref if clause.antecedent is not None else None
    if opening == ["for", "which"] and isinstance(described, Item) and described.count is not None:
        return any(c.kind is K.MONEY for c in chunks[i + 1 : i + 3])
    for j in range(i + 1, min(clause.stop, i + 9)):
        item = chunks[j].ref
        counted = isinstance(item, Item) and (item.count is not None or item.single or item.definite or item.system)
        if counted or chunks[j].text in words("grammar", "things"):
            bought = any(c.text in ("on", "for") for c in chunks[i + 1 : j])
            return bought and not given_by_another(chunks[j + 1 :])
    return False


def given_by_another(after: Sequence[Chunk]) -> bool:
    """Whether a clause about the arms says that another gives them: "pays for 15 tanks that Oslo gives to Kyiv"."""
    if not after or after[0].kind is not K.REL:
        return False
    subject = next((n for n, c in enumerate(after) if c.kind in (K.PARTY, K.HOME)), len(after))
    verb = next((c.ref for c in after[subject + 1 :] if isinstance(c.ref, Cue)), None)
    return isinstance(verb, Cue) and any(r.frame in ("supply", "deliver") for r in verb.readings)


def for_money(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a price is paid for what is got: "obtained 12 jets from France for 999 million euros"."""
    after = chunks[i + 1 : clause.stop]
    return any(a.text == "for" and b.kind is K.MONEY for a, b in pairwise(after))
