"""Dates that neither arms nor their deal have: a payment's, a target's, that of a question or of a signing to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame, is_order, subject_start
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import When

BARGAINS = frozenset({"acquire", "award", "win", "agree"})
"""Verbs that may have the day of the event at which they came about."""

_TO_COME = frozenset({"by", "within", "before"})
"""Relations of the date by which something is to be signed."""


def is_elsewhere(chunks: Sequence[Chunk], clause: Clause, frame: Frame, i: int) -> bool:
    """Whether the date at chunk ``i`` is of something else than what its frame tells.

    "Payment in ten instalments, the last of them in 2036", "exports against a target of 3 billion by 2025", "asked in
    April whether it might hand over 12", "expects a contract by June", "the contract should follow before July".
    """
    if any(f.is_option or f.names_option for f in clause.frames if f.at < i) and _is_deadline(chunks, clause, i):
        return True
    between = chunks[frame.at + 1 : i] if frame.at < i else chunks[i + 1 : frame.at]
    if any(c.text in words("dating", "others") for c in between):
        return True
    if frame.at > i and frame.nominal and _is_of_occasion(chunks, clause, i):
        return True
    if frame.at > i:
        return any(c.text in words("dating", "questions") for c in between)
    if frame.nominal and frame.entry.lemma in words("brought", "trade"):
        return not any(c.kind is K.ITEM for c in chunks[clause.start : clause.stop])
    return _is_of_signing(chunks, clause, frame, i)


def is_of_making(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the date at chunk ``i`` is of a step before delivery: "the launch of the first is planned for May"."""
    subject = takewhile(lambda c: c.kind not in (K.PREP, K.AUX), chunks[subject_start(chunks, clause) : i])
    told = [c for c in chunks[clause.start : i] if c.kind is K.AUX or c.text in words("progress", "awaited")]
    return bool(told) and not clause.relative and any(c.text in words("dating", "steps") for c in subject)


def is_of_noun(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date is of the noun before it, which is no delivery: "under treaties of 1963", "the jets of 1974"."""
    if i - 2 < clause.start or chunks[i - 1].text != "of" or chunks[i - 2].kind is not K.WORD:
        return False
    return chunks[i - 2].text not in words("dating", "parts") | words("shares", "pieces", "groups", "lots")


def _is_of_occasion(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date is that of an event in a clause that only names a deal: "at the show on Friday, the programme".

    No deal is made at the launch of a ship, whatever the clause goes on to tell.
    """
    named = {c.text for c in chunks[clause.start : i]} & words("dating", "occasions")
    made = any(f.name in BARGAINS and not f.nominal for f in clause.frames)
    return bool(named & words("dating", "steps")) or (bool(named) and not made)


def _is_deadline(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date is that by which an option without arms is to be called off: "must be taken up by 2026"."""
    when = chunks[i].ref
    ends = isinstance(when, When) and when.relation in ("by", "until", "before", "within")
    return ends and not any(c.kind is K.ITEM for c in chunks[clause.start : clause.stop])


def _is_of_signing(chunks: Sequence[Chunk], clause: Clause, frame: Frame, i: int) -> bool:
    """Whether a paper is what is to come by a date: one told without a verb or arms, or the subject of "follow"."""
    when = chunks[i].ref
    ahead = frame.nominal and frame.to_come
    if not isinstance(when, When) or (when.relation not in _TO_COME and not ahead):
        return False
    if frame.nominal:
        alone = all(f is frame for f in clause.frames) and not any(c.kind is K.ITEM for c in chunks[frame.at : i])
        return alone and isinstance(frame.chunk.ref, Cue) and is_order(frame.chunk.ref)
    if frame.chunk.text.split()[-1] not in words("lemmas", "comes_about"):
        return False
    before = chunks[subject_start(chunks, clause) : frame.at]
    first = next((c for c in before if c.kind in (K.CUE, K.ITEM, K.PARTY, K.COMPANY)), None)
    return first is not None and isinstance(first.ref, Cue) and is_order(first.ref)


def had_by_then(frame: Frame, when: When) -> bool:
    """Whether a date only tells until when a bargain had been made: "by 1974 Tehran had contracted for 80"."""
    return frame.perfect and when.relation in ("by", "before", "until") and frame.effects.isdisjoint({"future"})


def ends_loan(frame: Frame, when: When) -> bool:
    """Whether a date is that on which a loan ends: "the lease of 14 jets until 2035"."""
    return frame.nominal and frame.entry.lemma in words("deal_nouns", "loan") and when.relation == "until"
