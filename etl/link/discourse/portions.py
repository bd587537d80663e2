"""What has come of arms that open a sentence: "Of 227 carriers ordered in 2018, the first 36 have arrived"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import K, Sentence
from etl.link.events import DELIVERS, TRANSFER, Event, Line
from etl.link.items import Item
from etl.link.totals import come_from_several, go_to_several
from etl.recognise.cues import words
from schemas.vocabulary import Stage

_OPENING = 3
"""Chunks of a sentence among which the whole stands: "of", a determiner, the arms."""


def take_out_of(found: list[Event]) -> None:
    """Let what has come of the arms that open a sentence with "of" be a part of them, and tell of them all."""
    _take_behind(found)
    whole = _opened_with(found)
    if whole is None:
        return
    owner, line = whole
    parts = [(e, x) for e in found for x in e.lines if x is not line and _is_part(e, x, line)]
    if not parts or (len(parts) > 1 and any(a.to_whom for e, _ in parts for a in e.recipients)):
        return
    event, told = parts[0]
    owner.lines = [x for x in owner.lines if x is not line]
    all_came = sum(x.item.count.amount for _, x in parts if x.item.count) == (
        line.item.count and line.item.count.amount
    )
    item = replace(line.item, part=line.item.count if all_came else told.item.count)
    whens = [w for _, x in parts for w in x.deliveries] if all_came else told.deliveries
    event.lines = [replace(x, item=item, deliveries=whens) if x is told else x for x in event.lines]
    for other, part in parts[1:] if all_came else ():
        other.lines = [x for x in other.lines if x is not part]
    contract = next((e for e in found if e.relative_to is line.item and e.names & TRANSFER), None)
    if contract is not None:
        event.suppliers = contract.suppliers or event.suppliers
        event.recipients = event.recipients or contract.recipients
        event.values, event.agreed = event.values or contract.values, event.agreed or contract.agreed
        contract.values, contract.agreed, contract.relative_to = [], [], None
        contract.frames = [f for f in contract.frames if f.name not in TRANSFER]


def _take_behind(found: list[Event]) -> None:
    """Let arms that came be a part of the number named behind them: "eight jets have come, out of 20 ordered"."""
    for event in found if found and found[0].sentence.has(words("elliptic", "out")) else ():
        for line, behind in pairwise(list(event.lines)):
            count, whole = line.item.count, behind.item.count
            if count is None or whole is None or not behind.item.elliptic or count.amount >= whole.amount:
                continue
            before = [c.text for c in event.sentence.chunks if c.end <= behind.item.start][-2:]
            if before[:1] and before[0] in words("elliptic", "out") and line.item.part is None:
                item = replace(line.item, count=whole, part=count)
                event.lines = [replace(x, item=item) if x is line else x for x in event.lines if x is not behind]
                for other in found:
                    other.relative_to = item if other.relative_to is behind.item else other.relative_to


def share_out(found: list[Event]) -> None:
    """Let figures that go to different countries be rows of their own: "Of these, 36 go to Kyiv and 12 to Riga"."""
    told = [e for e in found if len(e.lines) == 1 and e.lines[0].item.elliptic and e.lines[0].item.count is not None]
    told = [e for e in told if e.names & {"arrive", "supply", "deliver"} and e.negative is None]
    if go_to_several(told) or come_from_several([e for e in told if e.names & {"supply", "deliver"}]):
        for event in told:
            event.apart = True


def opens_with(sentence: Sentence, item: Item) -> bool:
    """Whether counted arms are among those that open a sentence, or what its label is of, with "of".

    "Coast: of 100 launchers and 400 missiles ordered in 2023, five launchers have come".
    """
    listed = (K.ITEM, K.CONJ, K.COMMA, K.DET, K.COUNT)
    at = max((n for n, c in enumerate(sentence.chunks) if c.start < item.start), default=-1)
    while at > 0 and sentence.chunks[at].kind in listed:
        at -= 1
    opening = at == 0 or (at > 0 and sentence.chunks[at - 1].kind is K.STOP)
    return opening and sentence.chunks[at].text in words("elliptic", "out_of")


def _opened_with(found: list[Event]) -> tuple[Event, Line] | None:
    """The counted arms that open a sentence with "of", and the clause that has them; None where none do."""
    chunks = found[0].sentence.chunks if found else []
    if not chunks or chunks[0].text not in words("elliptic", "out_of"):
        return None
    owner = found[0]
    opening = {c.start for c in chunks[1:_OPENING] if c.kind is K.ITEM}
    line = next((x for x in owner.lines if x.item.start in opening), None)
    count = line.item.count if line is not None else None
    parted = any(_is_part(owner, x, line) for x in owner.lines) if line is not None else False
    told = owner.negative is not None or (owner.names & TRANSFER and not parted)
    if line is None or count is None or line.item.part is not None or told:
        return None
    return owner, line


def _is_part(event: Event, line: Line, whole: Line) -> bool:
    """Whether a clause tells that so many without a name of their own have come."""
    count, total = line.item.count, whole.item.count
    if count is None or total is None or not line.item.elliptic or count.amount >= total.amount:
        return False
    came = event.names & DELIVERS and event.stage in (Stage.DELIVERED, Stage.DELIVERING)
    return bool(came) and count.modifier != "remaining"
