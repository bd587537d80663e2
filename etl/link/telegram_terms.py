"""What a telegram says of its deal: who sells and who buys, how far it has got, what was agreed and delivered when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from etl.link.drafts import Draft
from etl.link.events import Actor
from etl.link.found import Found, value_of
from etl.link.items import Item
from etl.link.phrases import any_of
from etl.link.telegrams import Wire, has_come
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Count, Money, Party, When
from schemas.vocabulary import Arrangement, Bound, Rule, Stage

_TO = re.compile(r"(?:->|\u2192|=>|\bto|\bfor|\btowards)\s*(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"(?:<-|\u2190|\bfrom|\bex|\bby)[\s-]*(?:the\s+)?$", re.IGNORECASE)
_ARROW_AFTER = re.compile(r"\s*(?:->|\u2192)")
_ARROW_BEFORE = re.compile(r"\s*(?:<-|\u2190)")
_TO_AFTER = re.compile(r"\s+to\b")
_YEAR = re.compile(r"(?<![\w.,-])(?:(?P<year>(?:19|20)\d\d)|[\u2019'](?P<short>\d\d))(?![\w]|[.,]\d)")
_RELATION = re.compile(r"\b(by|until|from|since|before|after)\s*(?:the\s+end\s+of\s+|end[\s-]+|late\s+|mid-?)?$", re.I)
_SEGMENT = re.compile(r"[,;:|.(]|\s[-\u2013\u2014]\s")
_STOPS = frozenset(",;:.|()-\u2013\u2014")
_NEAR = 28
"""Characters before a date in which the word stands that tells what happened then."""

_SOFT = (Stage.CANCELLED, Stage.APPROVED, Stage.AGREED, Stage.PROPOSED)
"""Stages that words for an order near by do not raise: "framework only (signed Nov. 2024)"."""


def draft_of(wire: Wire, items: Sequence[Item], block: int, published: str | None) -> tuple[Draft, list[When]]:
    """The deal of a telegram without its rows, and the dates of its deliveries."""
    sentence = wire.sentence
    firms = [c.ref for c in wire.chunks if isinstance(c.ref, Company)]
    values = [c.ref for c in wire.chunks if isinstance(c.ref, Money) and c.ref.per is None]
    draft = Draft((sentence.start, sentence.end), block)
    draft.suppliers, draft.recipients = _sides(wire, firms, items[0])
    draft.values = values[:1] + [v for v in values[1:] if v.restates is not None]
    draft.makers = [Actor("", f.start, f.end, Rule.STATED, f.surface) for f in firms[:1] if f.name]
    told = (e.found_arrangement for e in wire.events)
    draft.found_arrangement = next((a for a in told if a is not None and a.value is not Arrangement.SALE), None)
    stage = _stage(wire)
    draft.found_stages = [stage] if stage is not None else [Found(Stage.ORDERED)] * bool(values)
    firm = bool(values) or value_of(stage) in (Stage.APPROVED, Stage.AGREED, Stage.PROPOSED)
    deliveries: list[When] = []
    for when in sorted([*_dates(wire), *_years(wire)], key=lambda w: w.start):
        if draft.agreed is None and _is_of_agreement(wire, when, items[0], published, firm):
            draft.agreed, draft.agreed_value = when, when.value
        elif not _is_of_building(wire, when):
            deliveries.append(when)
    return draft, deliveries


def arrived(wire: Wire) -> Count | None:
    """How many have arrived, as a telegram says beside the number ordered: "three here"."""
    for at, chunk in enumerate(wire.chunks):
        count = chunk.ref.count if isinstance(chunk.ref, Item) else chunk.ref
        if isinstance(count, Count) and has_come(wire.chunks, at):
            return count
        if chunk.text in words("items", "sole") and has_come(wire.chunks, at):
            return Count(chunk.start, chunk.end, chunk.text, Decimal(1), None, Bound.EXACT)
    return None


def _stage(wire: Wire) -> Found[Stage] | None:
    """How far the words of a telegram say that a deal has got, the soft ones first; None where they say nothing."""
    start = wire.sentence.start
    text = wire.text[start : wire.sentence.end]
    for stage in (*_SOFT[:1], Stage.DELIVERING, Stage.DELIVERED, *_SOFT[1:], Stage.ORDERED):
        word = any_of("telegrams", stage.value).search(text)
        if word is not None:
            return Found(stage, ((start + word.start(), start + word.end()),))
    told = (e.found_stage for e in wire.events if e.verb is not None and not e.verb.nominal)
    return next((stage for stage in told if stage is not None), None)


def _dates(wire: Wire) -> Iterator[When]:
    return (c.ref for c in wire.chunks if isinstance(c.ref, When))


def _years(wire: Wire) -> Iterator[When]:
    """Bare years, which only a telegram has: "EUR 130m. 2026", "contract '20", "now 2028"."""
    taken = [(c.start, c.end) for c in wire.chunks if c.ref is not None]
    for match in _YEAR.finditer(wire.text, wire.sentence.start, wire.sentence.end):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        year = match["year"] or f"20{match['short']}"
        relation = _RELATION.search(wire.before(match.start(), _NEAR))
        said = relation.group(1).lower() if relation is not None else "in"
        yield When(match.start(), match.end(), match.group(), year, None, said)  # type: ignore[arg-type]


def _is_of_building(wire: Wire, when: When) -> bool:
    """Whether a date is that of a keel or a launch, which delivers nothing."""
    return bool(any_of("telegrams", "begun").search(_segment(wire, when)))


def _segment(wire: Wire, when: When) -> str:
    """What stands before a date between the same two stops."""
    return _SEGMENT.split(wire.before(when.start, _NEAR))[-1]


def _is_of_agreement(wire: Wire, when: When, item: Item, published: str | None, firm: bool) -> bool:
    """Whether a date is that of the deal: by the word before it, else one before the arms or, where the line tells a
    price or no order yet (``firm``), a past one without a word of its own."""
    if any_of("telegrams", "dated").search(_segment(wire, when)):
        return True
    if when.relation not in ("in", "on") or when.value is None:
        return False
    if when.start < item.start:
        return True
    near = wire.before(when.start, _NEAR).rstrip()
    bare = near[-1:] in _STOPS and not when.surface[0].islower()
    noted = any(near.lower().endswith(w) for w in words("telegrams", Stage.APPROVED.value))
    return firm and (bare or noted) and published is not None and when.value[:4] <= published[:4]


def _sides(wire: Wire, firms: Sequence[Company], item: Item) -> tuple[list[Actor], list[Actor]]:
    """Who sells and who buys: by arrow, preposition, maker, origin of the system; of the rest the first buys."""
    text = wire.text
    origins = item.system.countries if item.system is not None else ()
    makers = {c for f in firms for c in f.countries}
    suppliers: list[Actor] = []
    recipients: list[Actor] = []
    rest: list[Party] = []
    for party in (c.ref for c in wire.chunks if isinstance(c.ref, Party)):
        before, after = wire.before(party.start, 8), text[party.end : party.end + 5]
        actor = Actor(party.code, party.start, party.end)
        if party.form == "adjective" and party.end < item.end:
            suppliers.append(actor)
        elif _TO.search(before) or _ARROW_BEFORE.match(after):
            recipients.append(actor)
        elif _FROM.search(before) or _ARROW_AFTER.match(after) or before.endswith("(") or party.code in makers:
            suppliers.append(actor)
        elif party.form != "adjective":
            rest.append(party)
    for party in rest:
        actor = Actor(party.code, party.start, party.end)
        sells = party.code in origins or recipients or _TO_AFTER.match(text[party.end : party.end + 4])
        buys = not recipients and (suppliers or not sells)
        (recipients if buys else suppliers).append(actor)
    if not suppliers and item.origin is not None:
        suppliers = [Actor(item.origin.code, item.origin.start, item.origin.end)]
    if not suppliers:
        suppliers = [Actor(c, f.start, f.end, Rule.KNOWN) for f in firms for c in f.countries[:1]][:1]
    codes = {a.code for a in suppliers}
    return suppliers[:1], [a for a in recipients if a.code not in codes][:1]
