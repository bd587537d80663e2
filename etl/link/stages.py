"""Stage and arrangement of a frame, from its verb, tense and mood."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause, Frame
from etl.recognise.cues import table, words
from schemas.vocabulary import Arrangement, Stage

PROGRESS = (Stage.PROPOSED, Stage.APPROVED, Stage.AGREED, Stage.ORDERED, Stage.DELIVERING, Stage.DELIVERED)


def stage_of(frame: Frame | None, clause: Clause, chunks: Sequence[Chunk], future: bool) -> Stage | None:
    """The stage that a frame of a clause gives, None where it says nothing of it.

    A delivery of the first ones, or one that has begun, is ``delivering``.
    """
    stage = _stage(frame, clause, chunks, future)
    if stage is Stage.DELIVERED and frame is not None:
        span = chunks[clause.start : clause.stop]
        begun = any(c.text in words("progress", "begin") or (c.kind is K.ITEM and _first(c.text)) for c in span)
        ended = any(c.text in words("progress", "end") for c in span)
        if begun and not ended:
            return Stage.DELIVERING
    return stage


def _first(surface: str) -> bool:
    return surface.startswith(("first", "the first", "an initial", "the initial", "a first"))


def _stage(frame: Frame | None, clause: Clause, chunks: Sequence[Chunk], future: bool) -> Stage | None:
    """The stage of a frame by verb, tense and mood.

    A cancelling verb in the clause wins; an approving one comes before the transfer it approves; "plans to buy" is
    proposed, "agreed to buy" agreed, "signed a contract to supply" ordered.
    """
    if frame is None:
        return None
    frames = clause.frames
    others = [f for f in frames if f is not frame]
    if frame.name == "cancel" or any(
        f.name == "cancel" and not f.nominal and "negated" not in f.effects for f in others
    ):
        return Stage.CANCELLED
    if frame.name == "approve" or any(f.name == "approve" and not f.nominal for f in others):
        return Stage.APPROVED
    if any(f.nominal and f.entry.stage is Stage.PROPOSED and f.at < frame.at for f in others) and not any(
        not f.nominal and f.at < frame.at for f in others
    ):
        return Stage.PROPOSED
    if ("negated" in frame.effects and frame.name == "agree") or any(
        f.nominal and "negated" in f.effects and f.entry.stage is Stage.ORDERED for f in frames
    ):
        return Stage.PROPOSED
    if "negated" in frame.effects and not frame.nominal:
        return None
    options = [f for f in frames if f.nominal and f.entry.lemma in words("deal_nouns", "options")]
    if frame in options or any(clause.preps.get(f.at) in ("under", "as", "in") for f in options):
        return Stage.PROPOSED
    if frame.entry.arrangement is Arrangement.AID and any(f.entry.arrangement is Arrangement.LICENCE for f in frames):
        return Stage.ORDERED
    signed = [f for f in others if f.name == "agree" and f.at < frame.at]
    if frame.name == "arrive" and not frame.nominal and "proposed" in frame.effects and not frame.entry.stage:
        return None
    if frame.name == "receive" and any(
        f.nominal
        and f.entry.arrangement is Arrangement.AID
        and not any(c.kind is K.ITEM for c in chunks[frame.at : f.at])
        for f in others
    ):
        return Stage.AGREED
    if "proposed" in frame.effects or any(f.entry.stage is Stage.PROPOSED and not f.nominal for f in frames):
        return Stage.PROPOSED
    if frame.name == "agree" and not frame.nominal:
        named = [f.entry.stage for f in frames if f.nominal and f.at > frame.at and f.entry.stage is not None]
        if named and "future" not in frame.effects:
            return named[0]
    if (
        frame.nominal
        and frame.entry.lemma in words("nominal", "deliver")
        and any(c.text in words("complete", "words") for c in chunks)
    ):
        return Stage.DELIVERED
    if frame.nominal:
        nominal_stage = frame.entry.stage
        return (
            Stage.PROPOSED if future and nominal_stage is Stage.ORDERED and "future" in frame.effects else nominal_stage
        )
    if signed:
        nominal = [f for f in frames if f.nominal and f.at > signed[-1].at]
        return (nominal[0].entry.stage if nominal else None) or signed[-1].entry.stage
    if "agreed" in frame.effects:
        return Stage.AGREED
    if frame.entry.form == "ing" and frame.name in ("deliver", "receive"):
        return Stage.DELIVERING if not future else None
    if "begun" in frame.effects:
        return Stage.DELIVERING if frame.name in ("deliver", "receive", "arrive") else None
    if "going" in frame.effects:
        handing = frame.name in ("deliver", "receive") or (
            frame.name == "supply" and frame.entry.stage is Stage.DELIVERED
        )
        return Stage.DELIVERING if handing else None
    if "future" in frame.effects:
        return _future(frame)
    if frame.entry.form in ("past", "phrase") or frame.perfect:
        return frame.entry.stage
    if frame.name in ("acquire", "supply", "award", "agree"):
        return frame.entry.stage if frame.entry.stage is not Stage.DELIVERED else Stage.AGREED
    return None


def _future(frame: Frame) -> Stage | None:
    if frame.name == "acquire":
        return None if frame.entry.lemma in ("take", "get") else Stage.AGREED
    if frame.entry.arrangement in (Arrangement.AID, Arrangement.LOAN):
        return Stage.AGREED
    return None


def no_transfer_heading(words_of_heading: str) -> bool:
    """Whether a heading says that the list under it moves to nobody ("Own stocks", "Losses")."""
    low = f" {words_of_heading.lower()} "
    return any(f" {w} " in low for w in words("headings", "no_transfer"))


def heading_stage(words_of_heading: str) -> Stage | None:
    """The stage that a heading gives to the list under it ("Delivered", "In preparation"), or None."""
    low = f" {words_of_heading.lower()} "
    for stage in (Stage.CANCELLED, Stage.AGREED, Stage.DELIVERED, Stage.ORDERED, Stage.PROPOSED):
        if any(f" {w} " in low.replace(":", " ").replace(",", " ") for w in words("headings", stage.value)):
            return stage
    return None


@cache
def _phrases() -> tuple[tuple[Arrangement, tuple[str, ...]], ...]:
    section = table()["arrangements"]
    return tuple((Arrangement(key), tuple(section[key])) for key in ("licence", "loan", "aid"))


def arrangement_of(text: str, sentence: Sentence, clause: Clause) -> Arrangement | None:
    """The arrangement that the words of a clause imply, None where they say nothing of it."""
    chunks = sentence.chunks[clause.start : clause.stop]
    if not chunks:
        return None
    surface = " " + text[chunks[0].start : chunks[-1].end].lower() + " "
    for arrangement, phrases in _phrases():
        if any(f" {phrase}" in surface and _edge(surface, phrase) for phrase in phrases):
            return arrangement
    for frame in clause.frames:
        if frame.entry.arrangement is not None:
            return frame.entry.arrangement
    if any(f.name in ("acquire", "win", "award") for f in clause.frames) or any(
        f.entry.lemma in words("deal_nouns", "ordered") for f in clause.frames
    ):
        return Arrangement.SALE
    if any(f.entry.lemma in ("sell", "sale", "export") for f in clause.frames):
        return Arrangement.SALE
    return None


def _edge(surface: str, phrase: str) -> bool:
    at = surface.find(f" {phrase}")
    end = at + 1 + len(phrase)
    return not surface[end : end + 1].isalnum()
