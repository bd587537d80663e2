"""Several lots in one clause, each with its own sum, date and sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.events.listed import paired, without_head
from etl.link.events.roles import actors
from etl.link.events.swaps import swapped
from etl.link.events.types import Actor, Event
from etl.link.items import Item, named_like
from etl.recognise.mentions import When

_TO = 3.0
"""Weight of the vote for who gets arms by the word "to" right after their number."""

_SEVERAL = 2

Owners = list[Actor] | None
"""Who gives or gets each item of an event, None where no list tells them apart."""


def split(event: Event) -> list[Event]:
    """An event cut where a further lot begins: "24 for 1.8 billion in 2017 and another four last year" is two."""
    event = without_head(event)
    listed = swapped(event)
    if listed:
        return listed
    listed = _bracketed(event) or _each_to_its_own(event) or paired(event)
    if listed:
        return listed
    lines = event.lines
    givers, getters = _owners(event, _with_makers(event)), _owners(event, event.recipients)
    cuts = [
        n
        for n in range(1, len(lines))
        if _further(lines[n - 1].item, lines[n].item)
        or _changes(givers, n)
        or _changes(getters, n)
        or _priced(event, n)
        or _dated(event, n)
        or _leading(event, n) is not None
    ]
    if not cuts:
        return [event]
    return [_lot(event, begin, end, givers, getters) for begin, end in pairwise([0, *cuts, len(lines)])]


def _bracketed(event: Event) -> list[Event]:
    """The lots of a list of buyers with what each has bought: "Chile (two boats), Malaysia (two) and Peru (four)"."""
    if not event.lines:
        return []
    chunks = event.sentence.chunks
    at = {c.start: n for n, c in enumerate(chunks)}
    lots: list[Event] = []
    head = next((line.item for line in event.lines if line.item.count is None), None)
    for n, line in enumerate(event.lines):
        here = at.get(line.item.start, 0)
        buyer = _buyer_before(chunks, here)
        if buyer is None or line.item.count is None:
            continue
        end = event.lines[n + 1].item.start if n + 1 < len(event.lines) else event.sentence.end
        whens = [[w for w in found if line.item.start < w.start < end] for found in (event.agreed, event.deliveries)]
        if head is not None:
            line.item = named_like(line.item, head)
        lots.append(
            replace(
                event,
                lines=[line],
                values=[m for m in event.values if line.item.start < m.start < end],
                agreed=whens[0],
                deliveries=whens[1],
                recipients=actors(buyer, 3.0),
            )
        )
    several = len(lots) > 1 or (bool(lots) and "cover" in event.names)
    return lots if several and len(lots) == sum(x.item.count is not None for x in event.lines) else []


def _each_to_its_own(event: Event) -> list[Event]:
    """The lots of a list of figures with whom each goes to: "18 boats: ten to Oman, eight to Peru"."""
    chunks = event.sentence.chunks
    at = {c.start: n for n, c in enumerate(chunks)}
    lines = event.lines
    if len(lines) < _SEVERAL or not all(line.item.counted and line.item.elliptic for line in lines):
        return []
    getters = [_getter_after(chunks, at.get(line.item.start, len(chunks))) for line in lines]
    if len({g.text for g in getters if g is not None}) < len(lines):
        return []
    return [
        replace(event, lines=[line], values=[], recipients=[replace(a, to_whom=True) for a in actors(getter, _TO)])
        for line, getter in zip(lines, getters, strict=True)
        if getter is not None
    ]


def _getter_after(chunks: Sequence[Chunk], here: int) -> Chunk | None:
    """Who stands right after a figure under "to" or "for"."""
    if here + 2 >= len(chunks) or chunks[here + 1].text not in ("to", "for"):
        return None
    named = chunks[here + 2 + (chunks[here + 2].kind is K.DET and here + 3 < len(chunks))]
    return named if named.kind is K.PARTY else None


def _buyer_before(chunks: Sequence[Chunk], here: int) -> Chunk | None:
    """The buyer whose figure stands at an index: "Chile (two)", "Portugal with 36", "Malaysia, with four"."""
    if here < 2 or not (chunks[here - 1].kind is K.OPEN or chunks[here - 1].text == "with"):
        return None
    at = here - 2 - (chunks[here - 2].kind is K.COMMA and here > 2)
    return chunks[at] if chunks[at].kind is K.PARTY else None


def _lot(event: Event, begin: int, end: int, givers: Owners, getters: Owners) -> Event:
    """The part of an event with the lines ``[begin, end)``; sides that no words of its own name are those of all."""
    start = _begin(event, begin, givers, getters) if begin else 0
    stop = _begin(event, end, givers, getters) if end < len(event.lines) else event.sentence.end
    return replace(
        event,
        lines=event.lines[begin:end],
        values=[m for m in event.values if start <= m.start < stop],
        agreed=_dates(event, event.agreed, start, stop),
        deliveries=_dates(event, event.deliveries, start, stop),
        suppliers=_side(event, event.suppliers, givers, begin, (start, stop)),
        recipients=_side(event, event.recipients, getters, begin, (start, stop)),
    )


def _dates(event: Event, found: list[When], start: int, stop: int) -> list[When]:
    """The dates within a lot's words, else those that open the clause and so are of all: "In 1965 Paris sold ..."."""
    own = [w for w in found if start <= w.start < stop]
    return own or [w for w in found if w.start < event.lines[0].item.start]


def _side(event: Event, found: list[Actor], owners: Owners, begin: int, span: tuple[int, int]) -> list[Actor]:
    """One side of a lot: its owner in a list, else who is named in its words, else that of all."""
    if owners is not None:
        return _together(event.sentence.chunks, owners[begin])
    return [a for a in found if span[0] <= a.start < span[1]] or found


def _together(chunks: Sequence[Chunk], owner: Actor) -> list[Actor]:
    """The owner of a lot and who is joined to it: "one from France and Italy in 2023 and one from Italy in 2024"."""
    side = [owner]
    at = next((n for n, chunk in enumerate(chunks) if chunk.start == owner.start), len(chunks))
    while at + 2 < len(chunks) and chunks[at + 1].kind is K.CONJ and chunks[at + 2].kind is K.PARTY:
        at += 2
        side += actors(chunks[at], _TO)
    return side


def _with_makers(event: Event) -> list[Actor]:
    """Who gives, and makers named behind their arms: "twelve built by BAE of Britain along with eight from Spain"."""
    lines, found = event.lines, list(event.suppliers)
    if len(lines) < 2 or any(a.start < lines[0].item.end for a in found):
        return found
    behind = [a for a in event.makers if a.code and a.start >= lines[0].item.end]
    return found + [a for a in behind if all(a.code != other.code for other in found)]


def _owners(event: Event, side: list[Actor]) -> Owners:
    """Who of a side each item belongs to, where several are told apart: each after its items, or each before them.

    "60 jets to Riyadh, 50 to Cairo and 15 jets and 4 tankers to Israel"; "to Mozambique two boats, to Mauritius one".
    """
    items = [line.item for line in event.lines]
    named = _named_apart(event.sentence.chunks, side)
    if len(named) < 2 or len(items) < 2:
        return None
    if named[0].start < items[0].start:
        owners = [[a for a in named if a.start < item.start][-1] for item in items]
    else:
        owners = [next((a for a in named if a.start >= item.end), named[-1]) for item in items]
    told = all(any(a is owner for owner in owners) for a in named)
    ends = [*(item.start for item in items[1:]), event.sentence.end]
    alone = [_stands_alone(event, item, end) for item, end in zip(items, ends, strict=True)]
    apart = all(any(o is a and one for o, one in zip(owners, alone, strict=True)) for a in named)
    return owners if told and apart else None


def _named_apart(chunks: Sequence[Chunk], side: list[Actor]) -> list[Actor]:
    """Who of a side is named, those joined to another left out: "ten from Spain and Poland and eight from Korea".

    Who is named again is named apart: "one from France and Italy and a second one from Italy".
    """
    joined = [a for actor in side for a in _together(chunks, actor)[1:]]
    again = [
        actor
        for before, chunk in pairwise(chunks)
        for actor in (actors(chunk, _TO) if before.kind is K.PREP and chunk.kind is K.PARTY else ())
        if any(actor.code == a.code and actor.start > a.start for a in joined)
    ]
    starts = {a.start for a in joined}
    apart = {a.start: a for a in (*again, *side) if a.start not in starts}
    return [apart[start] for start in sorted(apart)]


def _stands_alone(event: Event, item: Item, end: int) -> bool:
    """Whether an item may be all that one side of a list gives or gets: "a C-295 from Spain", "tanks to Oman for $9m".

    ``end`` is where the next item begins.
    """
    priced = any(item.end <= money.start < end for money in event.values)
    return item.counted or item.single or priced


def _changes(owners: Owners, n: int) -> bool:
    """Whether the item at ``n`` belongs to another than the one before it."""
    return owners is not None and owners[n] is not owners[n - 1]


def _further(before: Item, item: Item) -> bool:
    """Whether an item adds to the one before it: "another four"."""
    if item.count is None or item.count.modifier != "additional":
        return False
    return item.system is None and (item.kind is None or item.kind.generic or before.category == item.category)


def _priced(event: Event, n: int) -> bool:
    """Whether the item at ``n`` and all before it since the last price have prices of their own.

    "Twelve jets for $1bn and 200 missiles for $300m" is two lots (dataset.md §3, priced parts).
    """
    items = [line.item for line in event.lines]
    end = items[n + 1].start if n + 1 < len(items) else event.sentence.end
    prices = [m.start for m in event.values if m.restates is None]
    before = any(items[n - 1].end <= p < items[n].start for p in prices)
    return before and items[n].counted and any(items[n].end <= p < end for p in prices)


def _dated(event: Event, n: int) -> bool:
    """Whether the item at ``n`` and the one before it have dates of their own: "bought 28 in 2016, ten in 2017"."""
    items = [line.item for line in event.lines]
    end = items[n + 1].start if n + 1 < len(items) else event.sentence.end
    before = any(items[n - 1].end <= w.start < items[n].start for w in event.agreed)
    return before and items[n].counted and any(items[n].end <= w.start < end for w in event.agreed)


def _leading(event: Event, n: int) -> When | None:
    """The date that leads to the item at ``n``, where each item has one: "on 14 June for 60, on 7 May for 40"."""
    items = [line.item for line in event.lines]
    ends = [0, *(item.end for item in items)]
    leads = [[w for w in event.agreed if end <= w.start < item.start] for end, item in zip(ends, items, strict=False)]
    if len(items) != len(event.agreed) or any(len(found) != 1 for found in leads):
        return None
    return leads[n][0]


def _begin(event: Event, n: int, givers: Owners, getters: Owners) -> int:
    """Where the words of the lot begin whose first item is at ``n``: at its border, or where its owner is named."""
    lead = _leading(event, n)
    if lead is not None:
        return lead.start
    named = [owners[n].start for owners in (givers, getters) if owners is not None and _changes(owners, n)]
    return min([_border(event, n), *named])


def _border(event: Event, n: int) -> int:
    """Where the words of a further lot begin: after the last conjunction or semicolon before it."""
    start, last = event.lines[n].item.start, event.lines[n - 1].item.end
    joins = [c.end for c in event.sentence.chunks if c.kind in (K.CONJ, K.STOP) and last <= c.end <= start]
    return joins[-1] if joins else start
