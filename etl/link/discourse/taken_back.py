"""What a clause takes back of a deal told before: nobody has signed, nothing has come, others are still to come."""

from __future__ import annotations

from itertools import pairwise

from etl.link.chunks import K
from etl.link.drafts import Draft, Row
from etl.link.events import DELIVERS, Event
from etl.link.found import Found, Span
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage


def take_back(deal: Draft, event: Event) -> None:
    """Take back of a deal, and the rows of it, the order that nobody has signed and the deliveries that never came."""
    if _is_unsigned(event):
        _take_back_order(deal, event)
    if _none_came(event):
        _take_back_deliveries(deal)


def leave_rest(row: Row, event: Event) -> None:
    """Let a row told as delivered be so only in part, where a clause tells of others that are still to come."""
    if _rest_to_come(event):
        row.found_stages = [_begun(s, event) if s.value is Stage.DELIVERED else s for s in row.found_stages]


def _is_unsigned(event: Event) -> bool:
    """Whether a clause says that nothing has been signed: "was never signed", "the contract has yet to be signed"."""
    signing = [f for f in event.frames if f.name == "agree" and f.entry.stage is Stage.ORDERED and not f.nominal]
    signs = [f for f in signing if f.entry.lemma not in words("exercised", "words")]
    open_ended = words("progress", "undecided")
    yet = any(c.text in open_ended for f in signs for c in event.sentence.chunks[max(0, f.at - 4) : f.at])
    return bool(signs) and not event.lines and (yet or any("negated" in f.effects for f in signs))


def _never_signed(event: Event) -> bool:
    """Whether what was not signed will not be: "a deal that was never signed"."""
    return event.sentence.has(words("call_off", "never"))


def _take_back_order(deal: Draft, event: Event) -> None:
    """Give a deal that was told as an order, and the rows of it, the stage of one that nobody has signed."""
    stage = Stage.CANCELLED if _never_signed(event) else Stage.PROPOSED
    if stage is Stage.PROPOSED and Stage.AGREED in deal.stages:
        stage = Stage.AGREED
    found = Found(stage, (_words_of(event),), Rule.RESOLVED, "nobody has signed")
    for stages in (deal.found_stages, *(row.found_stages for row in deal.rows)):
        stages[:] = [found if s.value is Stage.ORDERED else s for s in stages]


def _none_came(event: Event) -> bool:
    """Whether a clause says that none of the arms told before has come: "none has been flown to Peru"."""
    chunks, nothing = event.sentence.chunks, words("grammar", "nothing")
    came = [f for f in event.frames if f.name in DELIVERS and not f.nominal and f.perfect and "negated" in f.effects]
    return not event.lines and any(c.text in nothing for f in came for c in chunks[max(event.begin, f.at - 5) : f.at])


def _take_back_deliveries(deal: Draft) -> None:
    """Leave of a deal what was told before anything of its deliveries, since none has come."""
    come = {Stage.DELIVERED, Stage.DELIVERING}
    for row in deal.rows:
        row.delivered = None
        row.cells = [c for c in row.cells if c.field != "delivered"]
    for stages in (deal.found_stages, *(row.found_stages for row in deal.rows)):
        stages[:] = [s for s in stages if s.value not in come]


def _words_of(event: Event) -> Span:
    """The words of a clause from its beginning to its last verb."""
    told = [c for c in event.sentence.chunks[event.begin :] if c.kind not in (K.COMMA, K.STOP, K.CONJ, K.DASH)]
    start = told[0].start if told else event.begins
    return start, max((f.chunk.end for f in event.frames), default=start)


def _begun(stage: Found[Stage], event: Event) -> Found[Stage]:
    """What a delivery is of which a clause says that others are still to come."""
    return Found(Stage.DELIVERING, (*stage.spans, _words_of(event)), Rule.RESOLVED, "others are still to come")


def _rest_to_come(event: Event) -> bool:
    """Whether a clause tells of others that are still to come: "the other is to be handed over by December"."""
    comes = next((f for f in event.frames if f.name in DELIVERS and "future" in f.effects), None)
    if comes is None or event.lines:
        return False
    before = event.sentence.chunks[max(0, comes.at - 6) : comes.at]
    return any(a.kind is K.DET and b.text in words("progress", "others") for a, b in pairwise(before))
