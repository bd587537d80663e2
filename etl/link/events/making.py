"""Making arms for somebody, or by another's design or licence, which is a supply or a purchase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.arrangements import arrangement_of
from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause
from etl.link.events.oblique import drawn_by
from etl.link.events.roles import (
    foreign,
)
from etl.link.events.upgrades import is_upgrade, owners
from etl.link.found import value_of
from etl.link.items import Item
from schemas.vocabulary import Arrangement, Stage


def builds_for(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Turn making for somebody into supply, "built three corvettes for the Malaysian navy", and whether that is told.

    "The first of Finland's 64 F-35s was rolled out" tells it too.
    """
    named = any(prep == "for" and chunks[i].kind in (K.PARTY, K.HOME) for i, prep in clause.preps.items())
    theirs = [i for i in range(clause.start, clause.stop) if isinstance(x := chunks[i].ref, Item) and foreign(x)]
    made = [f for f in clause.frames if f.name == "make"]
    abroad = any(i > f.at or f.passive for i in theirs for f in made)
    if not (named or abroad or (any(map(is_upgrade, made)) and owners(chunks, clause))):
        return False
    for frame in made:
        frame.entry = replace(frame.entry, frame="supply", stage=Stage.DELIVERED if is_upgrade(frame) else None)
    return bool(made)


def builds_under_licence(text: str, sentence: Sentence, clause: Clause) -> None:
    """Turn making by another's licence into acquiring: "will build 250 howitzers under licence from South Korea".

    So does a design of others: "is building three patrol ships to a Dutch design".
    """
    made = [f for f in clause.frames if f.name == "make" and not f.nominal]
    designed = made and any(drawn_by(sentence.chunks, clause, i) for i in range(clause.start, clause.stop))
    for frame in made if designed else ():
        frame.entry = replace(frame.entry, frame="acquire", stage=Stage.ORDERED)
    lends = any(
        prep in ("from", "by", "with") and sentence.chunks[i].kind in (K.PARTY, K.COMPANY)
        for i, prep in clause.preps.items()
    )
    if made and lends and value_of(arrangement_of(text, sentence, clause)) is Arrangement.LICENCE:
        for frame in made:
            frame.entry = replace(frame.entry, frame="acquire", stage=Stage.ORDERED)
