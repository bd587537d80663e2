"""What the dates of a clause say of its stage: what is past has come, what is still to come has not."""

from __future__ import annotations

from etl.link.events.types import Event
from etl.link.found import Found
from etl.link.years import is_later
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage

_UNDERWAY = (Stage.DELIVERED, Stage.DELIVERING)
_OVER = "bought over years that were over when the document was published"
_LATER = "some of it is dated after the document was published"


def in_use(event: Event) -> Found[Stage]:
    """What a clause says of a deal that tells that somebody has its arms."""
    spans = tuple((f.chunk.start, f.chunk.end) for f in event.frames[:1])
    return Found(Stage.DELIVERED, spans, Rule.RESOLVED, "who has the arms has got them")


def all_come(event: Event, published: str | None) -> None:
    """Tell as delivered what was bought over years that are over: "took seven minesweepers between 1995 and 1998"."""
    spans = [w for w in event.deliveries if w.value and w.value_to]
    over = bool(spans) and all(published and w.value_to and w.value_to[:4] < published[:4] for w in spans)
    if not over or event.future:
        return
    came = Found(Stage.DELIVERED, ((spans[0].start, spans[0].end),), Rule.RESOLVED, _OVER)
    if event.stage is Stage.ORDERED and event.names & {"acquire"}:
        event.found_stage = came
    for line in event.lines:
        if line.stage is Stage.ORDERED and line.frame is not None and line.frame.name == "acquire":
            line.found_stage = came


def not_yet(event: Event, published: str | None) -> None:
    """Take back the stage of what is dated after publication: it has not been delivered."""
    later = [w for w in event.deliveries if is_later(w, published)]
    if not later:
        return
    ends = words("complete", "words")
    ending = event.sentence.has(ends) and any(c.text in ends for c in event.sentence.chunks[event.begin :])
    known = None
    if ending or len(later) < len(event.deliveries):
        known = Found(Stage.DELIVERING, ((later[0].start, later[0].end),), Rule.RESOLVED, _LATER)
    event.future = event.future or known is None
    if event.stage in _UNDERWAY:
        event.found_stage = known
    for line in event.lines:
        if line.stage in _UNDERWAY:
            line.found_stage = known
