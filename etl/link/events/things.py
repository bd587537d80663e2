"""Whether a verb of delivery tells of arms: "turnover reached 4.9 billion" and "an election is due" do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.events.means import is_housed
from etl.link.events.types import DELIVERS
from etl.link.items import Item
from etl.recognise.cues import Cue, words

_HEADS = frozenset({K.WORD, K.PARTY, K.COMPANY, K.HOME, K.MONEY, K.SUB})
_SPENDS = frozenset({"spend", "price"})
_BORDERS = frozenset({K.PREP, K.REL, K.COMMA, K.DASH, K.OPEN, K.DATE, K.CONJ, K.STOP})


def brings_no_arms(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether what a clause without arms delivers, gets or tells to come is a thing of another sort.

    A pronoun, a deal noun, a number or no noun at all may stand for arms told before.
    """
    verbs = [f for f in clause.frames if not f.nominal]
    if any(_counts_others(chunks, clause, f) for f in verbs if f.name in ("acquire", "award", "receive")):
        return True
    frame = next((f for f in verbs if f.name in DELIVERS), None)
    if frame is None or any(_is_moved(chunks, clause, i) for i in range(clause.start, clause.stop)):
        return False
    if frame.entry.lemma in words("presence", "held"):
        return False
    if _is_money(chunks, clause, frame) or _is_paper(clause, frame):
        return True
    nouns = [f for f in clause.frames if f.nominal and f.entry.lemma not in words("brought", "trade")]
    if nouns:
        return False
    active = frame.name in ("deliver", "receive") and not frame.passive
    thing = _object(chunks, clause, frame) if active else _subject(chunks, clause, frame)
    if active and not thing and frame.entry.lemma in words("brought", "comes_back"):
        thing = _subject(chunks, clause, frame)
    if thing and frame.entry.lemma in words("brought", "beginning") and thing[-1].text in words("brought", "making"):
        return True
    named = not active and frame.entry.stage is not None and frame.entry.lemma not in words("brought", "lasts")
    return bool(thing) and _is_other(thing[-1], named)


def _is_moved(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether chunk ``i`` is arms that a place is not only large enough for."""
    return isinstance(chunks[i].ref, Item) and not is_housed(chunks, clause, i)


def _counts_others(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether a verb of getting has a number of other things as its object: "ordered 30 locomotives", "hired 120"."""
    after = chunks[frame.at + 1 : clause.stop]
    phrase = list(takewhile(lambda c: c.kind in (K.COUNT, K.WORD, K.DET), after))
    counted = (
        any(c.kind is K.COUNT or c.text[:1].isdigit() for c in phrase) and bool(phrase) and phrase[-1].kind is K.WORD
    )
    if frame.passive or not counted or any(isinstance(chunks[i].ref, Item) for i in range(clause.start, clause.stop)):
        return False
    return phrase[-1].text.endswith("s") and not phrase[-1].proper and _is_other(phrase[-1], False)


def _is_paper(clause: Clause, frame: Frame) -> bool:
    """Whether a notice or a request is what was delivered: "the certification was delivered today"."""
    papers = words("deal_nouns", "papers") - words("deal_nouns", "ordered") | words("deal_nouns", "approved")
    noun = next((f for f in clause.frames if f.nominal and f.at < frame.at), None)
    return frame.passive and noun is not None and noun.entry.lemma in papers


def _is_money(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether money is what comes or is got: "turnover reached $4.9 billion", "received 2 billion pesos"."""
    after = [c for c in chunks[frame.at + 1 : min(clause.stop, frame.at + 4)] if c.kind not in (K.DET, K.WORD)]
    return bool(after) and after[0].kind is K.MONEY


def _subject(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> list[Chunk]:
    """The noun phrase that opens a clause, before its first verb: what something is of, where it is a part of it."""
    found: list[Chunk] = []
    of = False
    before = chunks[clause.start - 1] if clause.start else None
    if clause.relative and before is not None and before.kind is K.WORD and chunks[clause.start].kind is K.REL:
        return [replace(before, proper=False)]
    second = any(not f.nominal and f.at < frame.at for f in clause.frames)
    if second or chunks[clause.start].kind is K.REL or chunks[frame.at - 1].kind is K.COMMA:
        return found
    for i in range(clause.start, frame.at):
        chunk = chunks[i]
        if chunk.kind is K.AUX or chunk.text in words("progress", "begun"):
            break
        if chunk.text in words("grammar", "speech") or (chunk.text == "of" and found):
            found.clear()
            of = chunk.text == "of"
            continue
        if chunk.kind in _BORDERS:
            if found and chunk.kind is not K.DATE:
                break
            continue
        if (of or i not in clause.preps) and not _fills(chunk):
            found.append(chunk)
    return found


def _object(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> list[Chunk]:
    """The words of the noun phrase right after a verb."""
    found: list[Chunk] = []
    for chunk in chunks[frame.at + 1 : clause.stop]:
        if chunk.kind in _BORDERS or chunk.kind is K.AUX:
            break
        if not _fills(chunk):
            found.append(chunk)
    return found


def _fills(chunk: Chunk) -> bool:
    """Whether a word is an adverb, which names nothing."""
    adverbs = words("grammar", "adverbs", "selves")
    return chunk.kind in (K.WORD, K.PRON) and (chunk.text.endswith("ly") or chunk.text in adverbs)


def _is_other(head: Chunk, named: bool) -> bool:
    """Whether the noun of a phrase is neither arms, nor a quantity of them, nor their order or the work on it.

    A capital is a ship's name where ``named``.
    """
    if isinstance(head.ref, Cue):
        return all(r.frame in _SPENDS for r in head.ref.readings)
    if head.kind not in _HEADS:
        return False
    known = words("anchors", "words") | words("presence", "quantities") | words("brought", "arms")
    known |= words("slipped", "plans")
    return head.text not in known and not (named and head.kind is K.WORD and head.proper)
