"""Sales notices: one approved sale, told in passages of which only some say what it holds."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice

from etl.link.chunks import K
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.memory import Memory
from etl.link.events import DELIVERS, Actor, Event
from etl.link.found import Found, Span
from etl.link.genres import Passage
from etl.link.items import Item
from etl.link.phrases import any_of, either
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Money
from schemas.vocabulary import Arrangement, Bound, Rule, Stage

_TO_TOTAL = 40
"""Characters between the word for a total and its amount."""

_TO_ESTIMATE = 160
"""Characters between the word for an estimate and its amount: the parts of the total may stand between them."""

_SALE = Found(Arrangement.SALE)
"""Terms of the sale of a notice where a line of it does not say so."""

_HEAD = 90
"""Characters at the start of a sentence in which its subject stands."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    another, case = either(words("notices", "another")), either(words("notices", "case"))
    sale = rf"(?:(?:proposed|possible|potential)\s+)?(?:{either(words('notices', 'sale'))})"
    return {
        "contents": any_of("notices", "contents"),
        "contractor": any_of("notices", "contractor"),
        "case": re.compile(rf"\b(?:{another})\s+(?:[\w-]+\s+){{0,2}}?(?:{case})\b", re.IGNORECASE),
        "purpose": re.compile(
            rf"^(?:(?:the|this|such a|a)\s+{sale}\s+(?:[\w\s-]{{0,40}}?\s)?(?:will|would)\b|implement|carrying out)",
            re.IGNORECASE,
        ),
        "staff": any_of("notices", "staff"),
        "withdrawn": any_of("notices", "withdrawn"),
        "total": re.compile(rf"\b(?:{either(words('notices', 'total'))})\b", re.IGNORECASE),
        "not_total": any_of("notices", "not_total"),
        "estimated": re.compile(r"\bestimat", re.IGNORECASE),
    }


def enter_passage(memory: Memory, found: list[Event]) -> None:
    """Come to a sentence of a notice: what it is about, and what it says of the sale as a whole."""
    memory.passage = _passage_of(memory, found)
    if not memory.case_values:
        memory.case_values = _total_value(memory)
    if memory.passage is Passage.CONTRACTOR:
        memory.contractor = _one_firm(found)
    off = _patterns()["withdrawn"].search(_text(memory, found)) if memory.passage is Passage.ANOTHER_CASE else None
    if off is not None:
        start = found[0].sentence.start
        for event in found:
            event.found_stage = Found(Stage.CANCELLED, ((start + off.start(), start + off.end()),))
    if memory.passage in (Passage.CONTRACTOR, Passage.PURPOSE):
        for event in found:
            event.lines, event.deliveries, event.agreed, event.makers = [], [], [], []


def _text(memory: Memory, found: list[Event]) -> str:
    return memory.text[found[0].sentence.start : found[0].sentence.end]


def _passage_of(memory: Memory, found: list[Event]) -> Passage:
    """What a sentence of a notice is about, by its words; a list without a verb is contents."""
    text, patterns = _text(memory, found), _patterns()
    if patterns["case"].search(text):
        return Passage.ANOTHER_CASE
    if patterns["contractor"].search(text):
        return Passage.CONTRACTOR
    if patterns["staff"].search(text):
        return Passage.PURPOSE
    if patterns["purpose"].match(text[:_HEAD]):
        return Passage.CONTENTS if any("cover" in e.names for e in found) else Passage.PURPOSE
    if patterns["contents"].search(text) or _is_listed(found, text):
        return Passage.CONTENTS
    return Passage.OTHER


def _is_listed(found: list[Event], text: str) -> bool:
    """Whether a sentence is a line of a list of arms: it opens with a count, or has no verb."""
    chunks = found[0].sentence.chunks
    if text.endswith("."):
        return False
    first = chunks[0].ref
    if isinstance(first, Item) and first.count is not None:
        return True
    return all(f.nominal for e in found for f in e.frames) and all(c.kind is not K.AUX for c in chunks)


def _total_value(memory: Memory) -> list[Money]:
    """The amount that a notice calls its total; empty where it calls none so."""
    patterns = _patterns()
    for money in memory.mentions.money:
        before = memory.text[max(0, money.start - _TO_TOTAL) : money.start]
        named = list(patterns["total"].finditer(before))
        if named and not patterns["not_total"].search(before, named[-1].end()):
            return [_estimated(memory, money)]
    return []


def _estimated(memory: Memory, money: Money) -> Money:
    """An amount of a notice with its bound: "estimated cost" is about (dataset.md §3)."""
    before = memory.text[max(0, money.start - _TO_ESTIMATE) : money.start]
    about = money.bound is Bound.EXACT and _patterns()["estimated"].search(before)
    return replace(money, bound=Bound.ABOUT) if about else money


def _one_firm(found: list[Event]) -> Actor | None:
    """The firm that a sentence names as its one contractor."""
    chunks = found[0].sentence.chunks
    firms = [c.ref for c in chunks if isinstance(c.ref, Company) and c.ref.name]
    if len({f.surface for f in firms}) != 1:
        return None
    return Actor("", firms[0].start, firms[0].end, Rule.STATED, firms[0].surface)


def as_notice(memory: Memory, event: Event) -> None:
    """A sales notice is one approved deal: its seller and buyer are those of every line, no clause dates it."""
    if memory.passage not in (Passage.CONTENTS, Passage.ANOTHER_CASE):
        if not event.lines:
            _about_case(memory, event)
        return
    usual = [code for code, _ in memory.recipients_seen.most_common(3) if code != memory.publisher]
    seller = memory.publisher or next((code for code, _ in memory.suppliers_seen.most_common(1)), None)
    buyer = next((code for code in usual if code != seller), memory.topic if memory.topic != seller else None)
    at = event.sentence.start
    if (seller and all(a.code == buyer for a in event.suppliers)) or (not event.suppliers and seller):
        event.suppliers = [Actor(seller, at, at, Rule.INHERITED)]
    if buyer and (not event.recipients or any(a.code == seller for a in event.recipients)):
        event.recipients = [Actor(buyer, at, at, Rule.INHERITED)]
    event.found_arrangement = event.found_arrangement if event.arrangement is Arrangement.SALE else _SALE
    event.agreed, event.deliveries = [], event.deliveries if _delivers(event) else []
    if event.stage not in (Stage.APPROVED, Stage.CANCELLED):
        event.found_stage = Found(Stage.APPROVED, _approval(memory), Rule.INHERITED)
    event.values = [_estimated(memory, v) for v in event.values]
    if memory.passage is Passage.CONTENTS and event.values and not memory.case_values:
        memory.case_values = event.values
    for line in event.lines:
        line.found_stage, line.deliveries = event.found_stage, []


def _approval(memory: Memory) -> tuple[Span, ...]:
    """The first words of a notice, its head of names and dates left out, that tell that the sale has been approved."""
    cues = (c for c in memory.mentions.cues if any(r.stage is Stage.APPROVED for r in c.readings))
    read = (c for c in cues if any(b.start <= c.start < b.end for b in memory.blocks))
    return tuple((c.start, c.end) for c in islice(read, 1))


def _delivers(event: Event) -> bool:
    """Whether a clause tells of a delivery, by a verb or by a noun."""
    nouns = words("nominal", "deliver")
    return bool(event.names & DELIVERS) or any(f.nominal and f.chunk.text in nouns for f in event.frames)


def _about_case(memory: Memory, event: Event) -> None:
    """What a clause without arms says of the sale: its amount, where none was told yet, and its deliveries."""
    if memory.case is None and event.values and not memory.case_values:
        memory.case_values = [_estimated(memory, v) for v in event.values]
    event.found_stage, event.values, event.agreed = None, [], []
    case = memory.case
    for row in case.rows if case is not None else ():
        if case is not None and row.delivery_from is None and row.delivery_to is None:
            date_row(memory, case, row, event, None)
    event.deliveries = []


def close_case(memory: Memory) -> None:
    """Look over the sale of a notice when all of it is read: what has no number beside what has one only comes along.

    The one contractor is the maker of what the notice is mainly about: the items of its first kind.
    """
    case = memory.case
    if case is None:
        return
    counted = [row for row in case.rows if row.quantity is not None]
    case.rows = counted or case.rows
    for row in case.rows:
        if memory.contractor is not None and row.category is case.rows[0].category and not row.makers:
            row.makers = [memory.contractor]
