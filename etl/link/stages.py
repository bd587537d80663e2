"""Stage of a frame, from its verb, tense and mood, with the words that give it."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.beginnings import begun, going_on, only_some
from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame, effects_of
from etl.link.clauses.moods import is_over
from etl.link.found import Found, phrases
from etl.link.items import Item
from etl.link.papers import order_to_do
from etl.link.refusals import HANDING, leave_refused, no_order, stage_of_denied, undecided
from etl.link.signed import (
    Place,
    contract_under,
    framework_before,
    letter_signed,
    paper_agreed,
    paper_covering,
    paper_won,
    without_options,
)
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Stage

PROGRESS = (Stage.PROPOSED, Stage.APPROVED, Stage.AGREED, Stage.ORDERED, Stage.DELIVERING, Stage.DELIVERED)
"""Stages in the order that a deal goes through them."""

_DOUBT = 5
"""Chunks before a verb that calls a deal off among which it is said that this is only wanted or feared."""

_SUBJECT = 7
"""Chunks before a verb among which its subject stands."""

_COMING = HANDING | {"arrive"}


def stage_of(frame: Frame | None, clause: Clause, chunks: Sequence[Chunk], future: bool) -> Found[Stage] | None:
    """The stage that a frame of a clause gives, None where it says nothing of it.

    A delivery of the first ones, or one that has begun, is ``delivering``.
    """
    if frame is None:
        return None
    place = Place.of(frame, clause, chunks, future)
    stage = _stage(place)
    if stage is not None and stage.value is Stage.ORDERED and any(c.text in _loosely() for c in place.span):
        return Found(Stage.AGREED, stage.spans)
    if stage is not None and stage.value is Stage.DELIVERED:
        told = begun(place.span) or only_some(chunks[max(clause.start, frame.at - _SUBJECT) : frame.at])
        ended = any(c.text in words("progress", "end") for c in place.span)
        if told is not None and not ended:
            return Found(Stage.DELIVERING, phrases([*stage.spans, told]))
    return stage


def _loosely() -> frozenset[str]:
    """Words by which what is agreed binds nobody yet: "agreed in principle"."""
    return words("progress", "loosely")


def _stage(place: Place) -> Found[Stage] | None:
    """The stage of a frame by verb, tense and mood.

    A cancelling verb in the clause wins; an approving one comes before the transfer it approves; "plans to buy" is
    proposed, "agreed to buy" agreed, "signed a contract to supply" ordered.
    """
    frame, clause, chunks = place.frame, place.clause, place.chunks
    negated = "negated" in frame.effects
    off = next((f for f in clause.frames if _cancels(f, chunks)), None) or leave_refused(clause, chunks)
    if off is not None:
        return place.says(Stage.CANCELLED, off)
    if frame.name == "agree" and frame.entry.lemma in words("lemmas", "accepting") and not negated:
        proposed = "proposed" in frame.effects
        return place.says(Stage.PROPOSED, mood="proposed") if proposed else place.says(Stage.AGREED)
    if frame.name == "cancel":
        noun = next((f for f in place.others if f.nominal and f.entry.stage is not None), None)
        return place.says(noun.entry.stage, noun) if noun is not None else None
    rival = next((c for c in place.span if c.text in words("rivals", "nouns")), None)
    if rival is not None:
        return Found(Stage.PROPOSED, ((rival.start, rival.end),))
    approving = frame if frame.name == "approve" else _approving(place.others)
    if approving is not None and "negated" in approving.effects:
        return _stage_of_no_leave(place, approving)
    if approving is not None:
        framework = framework_before(place, approving)
        return place.shows(Stage.AGREED, framework) if framework else place.says(Stage.APPROVED, approving)
    if negated and _is_turned_down(place):
        return place.says(Stage.CANCELLED, mood="negated")
    asked = _asked_before(place)
    if asked is not None:
        return place.says(Stage.PROPOSED, asked)
    unordered = next((f for f in clause.frames if no_order(f)), None)
    if unordered is not None or (negated and frame.name == "agree"):
        return _stage_of_no_order(place, unordered)
    if undecided(frame, clause, chunks):
        return place.says(Stage.PROPOSED, mood="negated" if negated else "future")
    if negated and not frame.nominal:
        return place.says(stage_of_denied(frame, clause, chunks), mood="negated")
    return _stage_unless_denied(place)


def _stage_of_no_leave(place: Place, approving: Frame) -> Found[Stage] | None:
    """The stage of what is not approved: "no licence was granted" refuses it, "has not yet approved" leaves it open.

    Whoever may not do something else refuses no deal: "is not authorised to speak to the press".
    """
    if not any(isinstance(c.ref, Item) for c in place.span) and not any(f.nominal for f in place.clause.frames):
        return None
    waits = approving.perfect or "proposed" in approving.effects
    waits = waits or any(c.text in words("progress", "not_yet") for c in place.span)
    return place.says(Stage.PROPOSED if waits else Stage.CANCELLED, approving, mood="negated")


def _approving(others: Sequence[Frame]) -> Frame | None:
    """The verb by which somebody approves of what a clause tells."""
    return next((f for f in others if f.name == "approve" and not f.nominal), None)


def _asked_before(place: Place) -> Frame | None:
    """The noun for an offer or for talks before a frame, with no verb before it: "in talks to buy"."""
    before = [f for f in place.others if f.at < place.frame.at]
    if not all(f.nominal for f in before):
        return None
    open_ended = (f for f in before if f.entry.stage is Stage.PROPOSED)
    return next((f for f in open_ended if not is_over(place.chunks, place.clause.start, f.at)), None)


def _stage_of_no_order(place: Place, unordered: Frame | None) -> Found[Stage] | None:
    """The stage of what is said not to be agreed or ordered: called off where that is for good, else proposed."""
    frame = place.frame
    span = [c for c in place.span if c is not frame.chunk]
    ended = any(c.text in words("complete", "words") for c in span)
    never = any(c.text in words("call_off", "never") for c in place.chunks[max(0, frame.at - 3) : frame.at])
    told = unordered if unordered is not None else frame
    return place.says(Stage.CANCELLED if ended or never else Stage.PROPOSED, told, mood="negated")


def _is_turned_down(place: Place) -> bool:
    """Whether somebody does not agree to what was asked: "the request was not agreed to", and not "not yet"."""
    asked = any(f.nominal and f.entry.stage is Stage.PROPOSED and f.at < place.frame.at for f in place.others)
    open_ended = any(c.text in words("progress", "not_yet") for c in place.span)
    return asked and place.frame.passive and place.frame.entry.lemma in words("lemmas", "agreeing") and not open_ended


def _stage_unless_denied(place: Place) -> Found[Stage] | None:
    """The stage of a frame that nothing calls off, forbids or leaves open."""
    frame, clause, chunks = place.frame, place.clause, place.chunks
    frames, others = clause.frames, place.others
    options = [f for f in frames if f.nominal and f.is_option]
    within = [f for f in options if f is frame or clause.preps.get(f.at) in ("under", "as", "in")]
    if within:
        return place.says(Stage.PROPOSED, within[0])
    licence = next((f for f in frames if f.entry.arrangement is Arrangement.LICENCE), None)
    if frame.entry.arrangement is Arrangement.AID and licence is not None:
        return place.says(Stage.ORDERED, frame, licence)
    if frame.name in _COMING and any(c.text in words("grammar", "asked") for c in chunks[clause.start : frame.at]):
        return None
    if frame.name == "arrive" and not frame.nominal and "proposed" in frame.effects and not frame.entry.stage:
        return None
    offers = [f for f in others if _is_offer_received(frame, f, chunks)]
    if frame.name in ("receive", "acquire", "win") and offers:
        return place.says(Stage.PROPOSED, frame, offers[0])
    gifts = [f for f in others if _is_aid_received(frame, f, chunks)] if frame.name == "receive" else []
    if gifts:
        return place.says(Stage.AGREED, frame, gifts[0])
    if "proposed" in frame.effects:
        return place.says(Stage.PROPOSED, mood="proposed")
    chosen = words("rivals", "verbs") if frame.entry.form == "ing" and frame.entry.stage is Stage.ORDERED else ()
    hoped = (f for f in frames if f.entry.stage is Stage.PROPOSED and not f.nominal)
    hoping = next((f for f in hoped if f.entry.lemma not in chosen), None)
    if hoping is not None:
        return place.says(Stage.PROPOSED, hoping)
    if frame.name == "cover" and (handed := _deliveries_covered(place)) is not None:
        return place.says(Stage.DELIVERED, handed, frame)
    if frame.name == "cover" and (paper := paper_covering(place)) is not None:
        return place.says(paper.entry.stage, paper, frame)
    if frame.nominal:
        return _stage_of_noun(place)
    return paper_won(place) or _stage_of_verb(place)


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


def _stage_of_noun(place: Place) -> Found[Stage] | None:
    """The stage that a noun gives to its clause: a deal's own, and of deliveries that they go on or are over."""
    frame, span = place.frame, place.span
    if frame.entry.lemma in words("nominal", "handing"):
        after = [c for c in span if c.start >= frame.chunk.end]
        before = [c for c in span if c.end <= frame.chunk.start]
        complete = next((c for c in span if c.text in words("complete", "words")), None)
        if complete is not None:
            ahead = "future" in frame.effects | effects_of(before)
            return place.shows(Stage.DELIVERING if ahead else Stage.DELIVERED, complete)
        going = going_on(after) or (going_on(before[-1:]) if "negated" not in effects_of(before) else ())
        if going:
            return place.shows(Stage.DELIVERING, *going)
    if place.future and frame.entry.stage is Stage.ORDERED and "future" in frame.effects:
        return place.says(Stage.PROPOSED, mood="future")
    return place.says(frame.entry.stage)


def _deliveries_covered(place: Place) -> Frame | None:
    """The noun for deliveries made that are listed: "earlier deliveries include two helicopters", "the gifts sent"."""
    frame, clause = place.frame, place.clause
    if not frame.effects.isdisjoint({"future", "proposed", "negated"}):
        return None
    nouns = [f for f in clause.frames if f.nominal and f.at < frame.at and f.entry.lemma in words("nominal", "handing")]
    past = words("other", "words") | {"deliveries"}
    made = any(c.text in past for c in place.chunks[clause.start : frame.at])
    return nouns[0] if nouns and made else None


def _stage_of_verb(place: Place) -> Found[Stage] | None:
    """The stage of a verb by its tense and mood, and by the papers that are signed or agreed in its clause."""
    frame, future = place.frame, place.future
    stage, effects = frame.entry.stage, frame.effects
    if frame.name == "agree" and "future" in effects and stage is Stage.ORDERED:
        return place.says(Stage.PROPOSED, mood="future")
    letter = letter_signed(place)
    if letter is not None:
        return place.shows(Stage.AGREED, letter)
    paper = paper_agreed(place)
    if paper is not None:
        return place.says(paper.entry.stage, frame, paper)
    signed = [f for f in place.others if f.name == "agree" and f.at < frame.at]
    if signed:
        nouns = [f for f in without_options(place.clause.frames) if f.nominal and f.at > signed[-1].at][:1]
        told = nouns[0].entry.stage if nouns else None
        return place.says(told or signed[-1].entry.stage, signed[-1], *(nouns if told else ()))
    if "agreed" in effects and not _has_come(frame):
        return place.says(Stage.AGREED, mood="agreed")
    if frame.entry.form == "ing" and frame.name in HANDING:
        return place.says(Stage.DELIVERING) if not future and stage is not None else None
    if _comes_on(frame):
        return place.says(Stage.DELIVERING)
    if "begun" in effects:
        comes = frame.name in HANDING or frame.name == "arrive"
        return place.says(Stage.DELIVERING, mood="begun") if comes else None
    if "going" in effects:
        handing = frame.name in HANDING or (frame.name == "supply" and stage is Stage.DELIVERED)
        return place.says(Stage.DELIVERING) if handing else None
    if "future" in effects:
        paper = order_to_do(frame, place.clause, place.chunks) or contract_under(place)
        return place.says(paper.entry.stage, paper) if paper is not None else place.says(_future(frame), mood="future")
    return place.says(_told(place))


def _has_come(frame: Frame) -> bool:
    """Whether arms have come, whoever promised them: "the tanks pledged in May had arrived"."""
    comes = frame.name in _COMING and frame.entry.stage is Stage.DELIVERED and frame.entry.arrangement is None
    return comes and frame.perfect and not frame.nominal and "future" not in frame.effects


def _comes_on(frame: Frame) -> bool:
    """Whether arms have been coming for some time: "have been arriving since May", "has been taking 40 carriers"."""
    comes = frame.name == "arrive" or frame.entry.lemma in words("lemmas", "vague_future")
    return comes and frame.entry.form == "ing" and frame.perfect and frame.effects.isdisjoint({"negated", "future"})


def _ends(place: Place) -> bool:
    """Whether the last of an order is told to come on a day: "with the last of 36 jets touching down on Friday"."""
    at, chunks = place.frame.at, place.chunks
    item = chunks[at - 1].ref if at else None
    dated = at + 1 < len(chunks) and chunks[at + 1].kind is K.DATE
    return dated and place.frame.name == "arrive" and isinstance(item, Item) and item.is_last


def _told(place: Place) -> Stage | None:
    """The stage of a verb that tells what has happened or happens now."""
    frame = place.frame
    entry, stage = frame.entry, frame.entry.stage
    if frame.name == "supply" and entry.form == "ing" and stage is Stage.DELIVERED and entry.arrangement is None:
        return Stage.DELIVERING
    if entry.form in ("past", "phrase") or frame.perfect or _ends(place):
        return stage
    if entry.lemma in words("lemmas", "vague_future") and not frame.passive:
        return None  # "is getting 14 tanks" in a swap, or from a shop
    if frame.name in ("acquire", "supply", "award", "agree"):
        return stage if stage is not Stage.DELIVERED else Stage.AGREED
    return None


def _future(frame: Frame) -> Stage | None:
    if frame.name == "acquire":
        return None if frame.entry.lemma in words("lemmas", "vague_future") else Stage.AGREED
    if frame.entry.arrangement in (Arrangement.AID, Arrangement.LOAN):
        return Stage.AGREED
    return Stage.PROPOSED if frame.name == "agree" and frame.passive else None
