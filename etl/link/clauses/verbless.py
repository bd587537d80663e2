"""Clauses whose verb is no cue: "will have 36 fighters" buys them, "has had two from Oslo" has got them."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.orders import is_order
from etl.link.clauses.types import Clause, Frame
from etl.link.items import Item
from etl.recognise.cues import Cue, CueEntry, words
from schemas.vocabulary import Stage

_HAVE = CueEntry("have", "acquire", "base", Stage.ORDERED, None)
_HOLDS = CueEntry("hold", "win", "third", Stage.ORDERED, None)
_HAD = CueEntry("have had", "receive", "past", Stage.DELIVERED, None)
_WENT = CueEntry("go", "arrive", "past", Stage.DELIVERED, None)
_AMONG = CueEntry("be among", "cover", "phrase", None, None)


def verbless(chunks: Sequence[Chunk], clause: Clause) -> Frame | None:
    """The frame of a clause without another verb, None where it has one or says neither."""
    if any(not f.nominal for f in clause.frames):
        return None
    for i in range(clause.start + 1, clause.stop - 1):
        if _has_order(chunks, clause, i):
            return Frame(i, chunks[i], _HOLDS)
        if _went_inverted(chunks, clause, i):
            return Frame(i, chunks[i], _WENT)
        item = chunks[i + 1].ref
        if isinstance(item, Item) and item.count is not None and _has_from(chunks, clause, i):
            return Frame(i, chunks[i], _HAD)
        if not isinstance(item, Item) or item.count is None or item.elliptic or chunks[i].kind is not K.AUX:
            continue
        if chunks[i].text == "have" and _is_to_come(chunks, clause, i) and not _sums_up(chunks, clause, i):
            return Frame(i, chunks[i], _HAVE, effects=frozenset({"future"}))
        pointed = chunks[i - 1].text in words("grammar", "things")
        if i > clause.start + 1 and chunks[i - 2].text == "among" and pointed:
            return Frame(i, chunks[i], _AMONG)
    return None


def _went_inverted(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms go to whom the clause opens with: "To Kyiv went 18 howitzers"."""
    item = chunks[i + 1].ref
    goal = clause.preps.get(i - 1) == "to" and chunks[i - 1].kind in (K.PARTY, K.HOME)
    return goal and chunks[i].text in words("movers", "went") and isinstance(item, Item) and item.count is not None


def _has_order(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody is said to have orders from others: "Israel has orders for drones from Chile for three"."""
    noun = chunks[i + 1 + (chunks[i + 1].kind in (K.DET, K.COUNT, K.WORD) and i + 2 < clause.stop)]
    held = chunks[i].text in words("grammar", "have") and isinstance(noun.ref, Cue) and is_order(noun.ref)
    return held and any(c.text == "from" for c in chunks[i + 2 : clause.stop])


def _has_from(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody has or had arms from another: "From Canada the navy has had two old cutters"."""
    source = any(prep == "from" and chunks[j].kind in (K.PARTY, K.COMPANY) for j, prep in clause.preps.items())
    modal = chunks[i - 1].kind is K.AUX and chunks[i - 1].text not in words("grammar", "have")
    return source and not modal and chunks[i].text == "had"


def _is_to_come(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody is yet to have arms: "Brazil will have 36", "is to have"."""
    return any(c.text in words("progress", "will") for c in chunks[max(clause.start, i - 3) : i])


def _sums_up(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the arms are all that somebody then has: "will have 500 in total"."""
    around = " ".join(c.text for c in chunks[clause.start : clause.stop])
    return any(f" {phrase} " in f" {around} " for phrase in words("tally", "sums"))
