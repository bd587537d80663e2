"""A verb where it stands in its clause, and the papers beside it that say how far a deal has got."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame, effects_of, wording
from etl.link.found import Found, phrases
from etl.recognise.cues import words
from schemas.vocabulary import Stage

_WON = 4
"""Chunks after a verb of winning or coming among which the paper stands that was won."""


class Place(NamedTuple):
    """A frame where it stands; ``future`` says that its clause speaks of what is to come.

    ``span`` are the chunks of the clause, ``others`` its other frames.
    """

    frame: Frame
    clause: Clause
    chunks: Sequence[Chunk]
    future: bool
    span: Sequence[Chunk]
    others: Sequence[Frame]

    @classmethod
    def of(cls, frame: Frame, clause: Clause, chunks: Sequence[Chunk], future: bool) -> Place:
        """A frame with the chunks and the other frames of its clause."""
        others = [f for f in clause.frames if f is not frame]
        return cls(frame, clause, chunks, future, chunks[clause.start : clause.stop], others)

    def says(self, stage: Stage | None, *frames: Frame, mood: str | None = None) -> Found[Stage] | None:
        """A stage with the words of some frames, by default the frame's own, and what gives it a mood."""
        if stage is None:
            return None
        told = [wording(f, self.clause, self.chunks, mood) for f in frames or (self.frame,)]
        return Found(stage, phrases(span for spans in told for span in spans))

    def shows(self, stage: Stage, *chunks: Chunk) -> Found[Stage]:
        """A stage with the words of some chunks beside those of the frame."""
        told = [*wording(self.frame, self.clause, self.chunks), *((c.start, c.end) for c in chunks)]
        return Found(stage, phrases(told))


def letter_signed(place: Place) -> Chunk | None:
    """The letter that is signed and no contract: "a letter on 24 jets was signed with Boeing"."""
    frame, nouns = place.frame, any(f.nominal and f.entry.stage is not None for f in place.others)
    if frame.name != "agree" or frame.entry.stage is not Stage.ORDERED or nouns or "future" in frame.effects:
        return None
    return next((c for c in place.span if c.text in words("deal_nouns", "letters")), None)


def paper_agreed(place: Place) -> Frame | None:
    """The noun for a paper that a verb of signing or agreeing has for its object, or announces."""
    frame = place.frame
    if frame.name != "agree" or "future" in frame.effects:
        return None
    named = without_options([f for f in place.clause.frames if f.nominal and f.entry.stage is not None])
    after = [f for f in named if f.at > frame.at]
    shown = named and (frame.passive or frame.entry.lemma in words("shows", "verbs"))
    return (after or named)[0] if after or shown else None


def without_options(frames: Sequence[Frame]) -> list[Frame]:
    """Frames without the options that only come with another paper: "a contract was signed, with an option for two"."""
    papers = [f for f in frames if f.nominal and not f.is_option and f.entry.stage is not None]
    return [f for f in frames if not (f.nominal and f.is_option)] if papers else list(frames)


def contract_under(place: Place) -> Frame | None:
    """The contract under which somebody is to supply or to pay: "will pay 40 million for 12 under a contract"."""
    settled = (f for f in place.others if f.nominal and f.entry.stage is Stage.ORDERED and not f.is_option)
    told = (f for f in settled if place.clause.preps.get(f.at) == "under" and not f.to_come)
    return next((f for f in told if "negated" not in f.effects and not _is_to_be(place, f)), None)


def _is_to_be(place: Place, paper: Frame) -> bool:
    """Whether a paper is still to come by the words right after it: "a contract to be signed", "expected soon"."""
    after = place.chunks[paper.at + 1 : paper.at + 3]
    return "future" in effects_of(after) or "proposed" in effects_of(after)


def paper_covering(place: Place) -> Frame | None:
    """The paper, not yet an order, of which a verb tells what it covers: "a separate notice covers 200 missiles"."""
    before = [f for f in place.clause.frames if f.nominal and f.at < place.frame.at]
    return before[-1] if before and before[-1].entry.stage in (Stage.APPROVED, Stage.AGREED) else None


def framework_before(place: Place, approving: Frame) -> Chunk | None:
    """The framework by which somebody is allowed to buy: "a memorandum allows Chad to take 12 trucks"."""
    if approving.entry.lemma not in words("lemmas", "allowing") or approving.passive:
        return None
    before = (c for c in reversed(place.chunks[: approving.at]) if c.kind is K.CUE)
    return next((c for c in before if c.text in words("deal_nouns", "foreseeing")), None)


def paper_won(place: Place) -> Found[Stage] | None:
    """The stage of the paper that somebody wins or comes home with: "came away with a letter of intent for 90"."""
    frame = place.frame
    paper = next((f for f in place.clause.frames if f.nominal and 0 < f.at - frame.at <= _WON), None)
    if paper is None or paper.entry.stage is None:
        return None
    if frame.name == "win":
        open_ended = paper.entry.stage in (Stage.AGREED, Stage.PROPOSED)
        return place.says(paper.entry.stage, frame, paper) if open_ended else None
    brought = frame.name == "arrive" and any(c.text == "with" for c in place.chunks[frame.at : paper.at])
    return place.says(paper.entry.stage, frame, paper) if brought else None
