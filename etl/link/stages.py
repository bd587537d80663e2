"""Stage of a frame, from its verb, tense and mood."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame, effects_of
from etl.link.refusals import HANDING, no_order, stage_of_denied, undecided
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Stage

PROGRESS = (Stage.PROPOSED, Stage.APPROVED, Stage.AGREED, Stage.ORDERED, Stage.DELIVERING, Stage.DELIVERED)
"""Stages in the order that a deal goes through them."""

_DOUBT = 5
"""Chunks before a verb that calls a deal off among which it is said that this is only wanted or feared."""

_SUBJECT = 7
"""Chunks before a verb among which its subject stands."""

_NEAR = 10
"""Chunks after a noun for deliveries among which it is said that they have begun."""

_WON = 4
"""Chunks after a verb of winning or coming among which the paper stands that was won."""

_COMING = HANDING | {"arrive"}


def stage_of(frame: Frame | None, clause: Clause, chunks: Sequence[Chunk], future: bool) -> Stage | None:
    """The stage that a frame of a clause gives, None where it says nothing of it.

    A delivery of the first ones, or one that has begun, is ``delivering``.
    """
    stage = _stage(frame, clause, chunks, future)
    if stage is Stage.DELIVERED and frame is not None:
        span = chunks[clause.start : clause.stop]
        begun = any(_begins(span, n) or (c.kind is K.ITEM and _first(c.text)) for n, c in enumerate(span))
        begun = begun or _only_some(chunks[max(clause.start, frame.at - _SUBJECT) : frame.at])
        ended = any(c.text in words("progress", "end") for c in span)
        if begun and not ended:
            return Stage.DELIVERING
    return stage


def _begins(span: Sequence[Chunk], n: int) -> bool:
    """Whether a word tells of the first arms or of a beginning, not "the first weeks", "at first", "starting point"."""
    if span[n].text not in words("progress", "begin"):
        return False
    following = span[n + 1] if n + 1 < len(span) else None
    noun = following is not None and following.kind is K.WORD and following.text not in words("grammar", "adverbs")
    other = noun and span[n].text in words("progress", "adjectives")
    return not other and not (n and span[n - 1].text == "at")


def _only_some(before: Sequence[Chunk]) -> bool:
    """Whether the subject before a verb is a part of arms told before: "only one has left", "most of them are here"."""
    subject = [c for c in before if c.kind is not K.AUX and c.text not in words("grammar", "adverbs")]
    if any(a.text == "all" and b.text == "but" for a, b in pairwise(subject)):
        return True
    if len(subject) > 1 and subject[-1].kind is K.PRON and subject[-2].text == "of":
        subject = subject[:-2]
    return bool(subject) and subject[-1].text in words("presence", "some")


def _first(surface: str) -> bool:
    return surface.startswith(tuple(words("progress", "first")))


def _stage(frame: Frame | None, clause: Clause, chunks: Sequence[Chunk], future: bool) -> Stage | None:
    """The stage of a frame by verb, tense and mood.

    A cancelling verb in the clause wins; an approving one comes before the transfer it approves; "plans to buy" is
    proposed, "agreed to buy" agreed, "signed a contract to supply" ordered.
    """
    if frame is None:
        return None
    frames = clause.frames
    others = [f for f in frames if f is not frame]
    negated = "negated" in frame.effects
    if any(_cancels(f, chunks) for f in frames):
        return Stage.CANCELLED
    if frame.name == "agree" and frame.entry.lemma in words("lemmas", "accepting") and not negated:
        return Stage.PROPOSED if "proposed" in frame.effects else Stage.AGREED
    if frame.name == "cancel":
        return next((f.entry.stage for f in others if f.nominal and f.entry.stage is not None), None)
    if any(c.text in words("rivals", "nouns") for c in chunks[clause.start : clause.stop]):
        return Stage.PROPOSED
    if frame.name == "approve" or any(f.name == "approve" and not f.nominal for f in others):
        return Stage.APPROVED
    before = [f for f in others if f.at < frame.at]
    if all(f.nominal for f in before) and any(
        f.entry.stage is Stage.PROPOSED and not _over(chunks, clause, f) for f in before
    ):
        return Stage.PROPOSED
    if (negated and frame.name == "agree") or any(no_order(f) for f in frames):
        span = [c for c in chunks[clause.start : clause.stop] if c is not frame.chunk]
        ended = any(c.text in words("complete", "words") for c in span)
        never = any(c.text in words("call_off", "never") for c in chunks[max(0, frame.at - 3) : frame.at])
        return Stage.CANCELLED if ended or never else Stage.PROPOSED
    if undecided(frame, clause, chunks):
        return Stage.PROPOSED
    if negated and not frame.nominal:
        return stage_of_denied(frame, clause, chunks)
    return _stage_unless_denied(frame, clause, chunks, future)


def _stage_unless_denied(frame: Frame, clause: Clause, chunks: Sequence[Chunk], future: bool) -> Stage | None:
    """The stage of a frame that nothing calls off, forbids or leaves open."""
    frames = clause.frames
    others = [f for f in frames if f is not frame]
    options = [f for f in frames if f.nominal and f.is_option]
    if frame in options or any(clause.preps.get(f.at) in ("under", "as", "in") for f in options):
        return Stage.PROPOSED
    if frame.entry.arrangement is Arrangement.AID and any(f.entry.arrangement is Arrangement.LICENCE for f in frames):
        return Stage.ORDERED
    if frame.name in _COMING and any(c.text in words("grammar", "asked") for c in chunks[clause.start : frame.at]):
        return None
    if frame.name == "arrive" and not frame.nominal and "proposed" in frame.effects and not frame.entry.stage:
        return None
    if frame.name in ("receive", "acquire", "win") and any(_is_offer_received(frame, f, chunks) for f in others):
        return Stage.PROPOSED
    if frame.name == "receive" and any(_is_aid_received(frame, f, chunks) for f in others):
        return Stage.AGREED
    chosen = words("rivals", "verbs") if frame.entry.form == "ing" and frame.entry.stage is Stage.ORDERED else ()
    hoped = (f for f in frames if f.entry.stage is Stage.PROPOSED and not f.nominal)
    if "proposed" in frame.effects or any(f.entry.lemma not in chosen for f in hoped):
        return Stage.PROPOSED
    if frame.name == "cover" and _covers_deliveries(frame, clause, chunks):
        return Stage.DELIVERED
    if frame.nominal:
        return _stage_of_noun(frame, chunks[clause.start : clause.stop], future)
    return _paper_won(frame, frames, chunks) or _stage_of_verb(frame, frames, future)


def _cancels(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether a verb calls something off, and not only may: "could be cancelled", "will not be scrapped"."""
    if frame.name != "cancel" or "negated" in frame.effects:
        return False
    return not any(c.text in words("call_off", "doubtful") for c in chunks[max(0, frame.at - _DOUBT) : frame.at])


def _is_offer_received(frame: Frame, other: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether what is received is only an offer: "received bids from Germany and Korea for three submarines"."""
    offer = other.nominal and other.entry.stage is Stage.PROPOSED and other.at > frame.at
    offer = offer and not other.is_option
    return offer and not any(c.kind is K.ITEM for c in chunks[frame.at : other.at])


def _is_aid_received(frame: Frame, other: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether what is received is a gift, with no arms between the verb and it: "will receive a donation of"."""
    aid = other.nominal and other.entry.arrangement is Arrangement.AID
    return aid and not any(c.kind is K.ITEM for c in chunks[frame.at : other.at])


def _stage_of_noun(frame: Frame, span: Sequence[Chunk], future: bool) -> Stage | None:
    """The stage that a noun gives to its clause: a deal's own, and of deliveries that they go on or are over."""
    stage = frame.entry.stage
    if frame.entry.lemma in words("nominal", "handing"):
        after = [c for c in span if c.start >= frame.chunk.end]
        before = [c for c in span if c.end <= frame.chunk.start]
        if any(c.text in words("complete", "words") for c in span):
            ahead = "future" in frame.effects | effects_of(before)
            return Stage.DELIVERING if ahead else Stage.DELIVERED
        if _goes_on(after) or (before and _goes_on(before[-1:]) and effects_of(before).isdisjoint({"negated"})):
            return Stage.DELIVERING
    return Stage.PROPOSED if future and stage is Stage.ORDERED and "future" in frame.effects else stage


def _covers_deliveries(frame: Frame, clause: Clause, chunks: Sequence[Chunk]) -> bool:
    """Whether deliveries made are listed: "earlier deliveries include two helicopters", "the gifts sent comprised"."""
    if not frame.effects.isdisjoint({"future", "proposed", "negated"}):
        return False
    nouns = [f for f in clause.frames if f.nominal and f.at < frame.at and f.entry.lemma in words("nominal", "handing")]
    past = words("other", "words") | {"deliveries"}
    return bool(nouns) and any(c.text in past for c in chunks[clause.start : frame.at])


def _goes_on(after: Sequence[Chunk]) -> bool:
    """Whether the words after a noun say that it has begun: "began in May", "are under way", not "have not started"."""
    for n in range(min(len(after), _NEAR)):
        if " ".join(c.text for c in after[n : n + 3]).startswith(tuple(words("progress", "going"))):
            return effects_of(after[:n]).isdisjoint({"future", "negated", "proposed"})
    return False


def _stage_of_verb(frame: Frame, frames: Sequence[Frame], future: bool) -> Stage | None:
    stage, effects = frame.entry.stage, frame.effects
    if frame.name == "agree" and "future" in effects and stage is Stage.ORDERED:
        return Stage.PROPOSED
    if frame.name == "agree" and "future" not in effects:
        named = [f for f in frames if f.nominal and f.entry.stage is not None]
        after = [f for f in named if f.at > frame.at]
        if after or (named and (frame.passive or frame.entry.lemma in words("shows", "verbs"))):
            return (after or named)[0].entry.stage
    signed = [f for f in frames if f is not frame and f.name == "agree" and f.at < frame.at]
    if signed:
        nouns = [f for f in frames if f.nominal and f.at > signed[-1].at]
        return (nouns[0].entry.stage if nouns else None) or signed[-1].entry.stage
    if "agreed" in effects:
        return Stage.AGREED
    if frame.entry.form == "ing" and frame.name in HANDING:
        return Stage.DELIVERING if not future and stage is not None else None
    if "begun" in effects:
        return Stage.DELIVERING if frame.name in HANDING or frame.name == "arrive" else None
    if "going" in effects:
        handing = frame.name in HANDING or (frame.name == "supply" and stage is Stage.DELIVERED)
        return Stage.DELIVERING if handing else None
    if "future" in effects:
        return _future(frame)
    if (
        frame.name == "supply"
        and frame.entry.form == "ing"
        and stage is Stage.DELIVERED
        and frame.entry.arrangement is None
    ):
        return Stage.DELIVERING
    if frame.entry.form in ("past", "phrase") or frame.perfect:
        return stage
    if frame.name in ("acquire", "supply", "award", "agree"):
        return stage if stage is not Stage.DELIVERED else Stage.AGREED
    return None


def _paper_won(frame: Frame, frames: Sequence[Frame], chunks: Sequence[Chunk]) -> Stage | None:
    """The stage of the paper that somebody wins or comes home with: "came away with a letter of intent for 90"."""
    paper = next((f for f in frames if f.nominal and 0 < f.at - frame.at <= _WON), None)
    if paper is None or paper.entry.stage is None:
        return None
    if frame.name == "win":
        return paper.entry.stage if paper.entry.stage in (Stage.AGREED, Stage.PROPOSED) else None
    brought = frame.name == "arrive" and any(c.text == "with" for c in chunks[frame.at : paper.at])
    return paper.entry.stage if brought else None


def _over(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether a deal noun is placed in the past, which says nothing of the deal: "After years of talks"."""
    return any(c.text in words("grammar", "once_over") for c in chunks[max(clause.start, frame.at - 4) : frame.at])


def _future(frame: Frame) -> Stage | None:
    if frame.name == "acquire":
        return None if frame.entry.lemma in words("lemmas", "vague_future") else Stage.AGREED
    if frame.entry.arrangement in (Arrangement.AID, Arrangement.LOAN):
        return Stage.AGREED
    return Stage.PROPOSED if frame.name == "agree" and frame.passive else None


def no_transfer_heading(heading: str) -> bool:
    """Whether a heading says that the list under it moves to nobody ("Own stocks", "Losses")."""
    low = f" {heading.lower()} "
    return any(f" {w} " in low for w in words("headings", "no_transfer"))


def heading_stage(heading: str) -> Stage | None:
    """The stage that a heading gives to the list under it ("Delivered", "In preparation"), or None."""
    low = f" {heading.lower()} ".replace(":", " ").replace(",", " ")
    for stage in (Stage.CANCELLED, Stage.AGREED, Stage.DELIVERED, Stage.ORDERED, Stage.PROPOSED):
        if any(f" {w} " in low for w in words("headings", stage.value)):
            return stage
    return None
