"""Making arms for somebody, or by another's design or licence, which is a supply or a purchase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.arrangements import arrangement_of
from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause, Frame
from etl.link.events.oblique import drawn_by
from etl.link.events.roles import (
    foreign,
)
from etl.link.events.upgrades import is_upgrade, owners
from etl.link.found import value_of
from etl.link.items import Item
from etl.recognise.mentions import Party
from schemas.vocabulary import Arrangement, Stage


def builds_for(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Turn making for somebody into supply, "built three corvettes for the Malaysian navy", and whether that is told.

    "The first of Finland's 64 F-35s was rolled out" tells it too.
    """
    named = any(prep == "for" and chunks[i].kind in (K.PARTY, K.HOME) for i, prep in clause.preps.items())
    theirs = [i for i in range(clause.start, clause.stop) if isinstance(x := chunks[i].ref, Item) and foreign(x)]
    made = [f for f in clause.frames if f.name == "make"]
    named = named or any(_has_dative(chunks, f.at) for f in made)
    abroad = any(i > f.at or f.passive for i in theirs for f in made)
    if not (named or abroad or (any(map(is_upgrade, made)) and owners(chunks, clause))):
        return False
    for frame in made:
        frame.entry = replace(frame.entry, frame="supply", stage=Stage.DELIVERED if is_upgrade(frame) else None)
    return bool(made)


def _has_dative(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether somebody stands between a verb of making and the arms: "is to build Kenya 118 carriers"."""
    after = [c for c in chunks[at + 1 : at + 5] if c.kind is not K.DET]
    goods = after[1].ref if len(after) > 1 else None
    return bool(after) and after[0].kind in (K.PARTY, K.HOME) and isinstance(goods, Item) and goods.count is not None


def builds_under_licence(text: str, sentence: Sentence, clause: Clause) -> None:
    """Turn making by another's licence into acquiring: "will build 250 howitzers under licence from South Korea".

    So does a design of others: "is building three ships to a Dutch design", "Romania built 200 Pumas under licence".
    """
    made = [f for f in clause.frames if f.name == "make" and not f.nominal]
    designed = made and any(drawn_by(sentence.chunks, clause, i) for i in range(clause.start, clause.stop))
    for frame in made if designed else ():
        frame.entry = replace(frame.entry, frame="acquire", stage=Stage.ORDERED)
    lends = any(
        prep in ("from", "by", "with") and sentence.chunks[i].kind in (K.PARTY, K.COMPANY)
        for i, prep in clause.preps.items()
    )
    if not made or value_of(arrangement_of(text, sentence, clause)) is not Arrangement.LICENCE:
        return
    at_home = [f for f in made if _by_others(sentence.chunks, clause, f)]
    for frame in made if lends else at_home:
        frame.entry = replace(frame.entry, frame="acquire", stage=Stage.ORDERED)


def _by_others(chunks: Sequence[Chunk], clause: Clause, made: Frame) -> bool:
    """Whether a country makes a number of arms that another one designed, or of which so much has been told before."""
    sides = [chunks[i].ref for i in range(clause.start, made.at) if i not in clause.preps]
    maker = next((side for side in reversed(sides) if isinstance(side, Party)), None)
    told = next((c.ref for c in chunks[made.at : clause.stop] if isinstance(c.ref, Item)), None)
    if made.passive or maker is None or told is None or told.count is None:
        return False
    designers = told.system.countries if told.system is not None else ()
    return maker.code not in designers if designers else told.elliptic
