"""Telegram lines: arms, a sum and a year in a row, without a sentence ("152 K9 howitzers, $2.6B, by 2027")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.clauses import Frame
from etl.link.drafts import Draft
from etl.link.events import TRANSFER, Actor, Event
from etl.link.items import Item, named_kind, unit_of
from etl.recognise.mentions import Company, Count, Money, Party, When
from schemas.vocabulary import Arrangement, Rule, Stage

_LONGEST = 170
"""Characters beyond which a line is no telegram."""

_TO = re.compile(r"(?:->|\u2192|=>|\bto|\bfor|\btowards)\s*(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"(?:<-|\u2190|\bfrom|\bex|\bby)\s*(?:the\s+)?$", re.IGNORECASE)
_AGREED = re.compile(
    r"\b(?:contract|signed|ordered|order of|agreed|deal of|dated|announced)\s+(?:on\s+|in\s+|of\s+)?$", re.IGNORECASE
)
_ARROW_AFTER = re.compile(r"\s*(?:->|\u2192)")
_ARROW_BEFORE = re.compile(r"\s*(?:<-|\u2190)")
_TO_AFTER = re.compile(r"\s+to\b")
_SUBJECTS = frozenset({K.PARTY, K.COMPANY, K.HOME, K.PRON, K.AUX})


def is_telegram(events: Sequence[Event], start: int, end: int) -> bool:
    """Whether a block is a telegram line: short, with arms, and no verb of transfer that grammar could read."""
    if end - start > _LONGEST:
        return False
    chunks = [c for e in events[:1] for c in e.sentence.chunks]
    arms = any(isinstance(c.ref, Item) for c in chunks)
    finite = any(c.kind is K.AUX for c in chunks)
    verbs = any(finite or _acts(f, chunks) for e in events for f in e.frames)
    told = sum(isinstance(c.ref, Money | When | Party | Company) for c in chunks)
    return arms and not verbs and told > 0


def _acts(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether a verb has a subject of its own: "buys 12 jets", "the ministry ordered"."""
    if frame.nominal:
        return False
    if frame.name in TRANSFER and frame.entry.form == "third":
        return True
    return frame.entry.form == "past" and frame.at > 0 and chunks[frame.at - 1].kind in _SUBJECTS


def item_of(events: Sequence[Event]) -> Item | None:
    """The arms of the line: a counted item, or a system with the count beside it ("Leopard 2A8 x 54")."""
    chunks = [c for e in events[:1] for c in e.sentence.chunks]
    items = [c.ref for c in chunks if isinstance(c.ref, Item)]
    counted = [i for i in items if i.count is not None and (i.system or i.kind)]
    named = [i for i in items if i.system is not None]
    bare: list[Count] = [i.count for i in items if i.count is not None and i.elliptic]
    bare += [c.ref for c in chunks if isinstance(c.ref, Count)]
    if named and counted and counted[0].system is None and named[0].count is None:
        kinds = [counted[0].kind] if counted[0].kind else []
        weapon, category = named_kind(named[0].system, counted[0].kind)
        return replace(
            named[0],
            count=counted[0].count,
            weapon=weapon,
            category=category,
            unit=unit_of(counted[0].count, named[0].system, kinds, category),
        )
    if counted:
        return counted[0]
    if named and bare and (named[0].count is None):
        return replace(named[0], count=bare[0])
    if named:
        return named[0]
    return items[0] if items and items[0].category is not None else None


def draft_of(events: Sequence[Event], text: str, block: int, item: Item) -> tuple[Draft, list[When]]:
    """The deal of a telegram line without its row, and the dates of its deliveries."""
    sentence = events[0].sentence
    chunks = sentence.chunks
    parties = [c.ref for c in chunks if isinstance(c.ref, Party)]
    firms = [c.ref for c in chunks if isinstance(c.ref, Company)]
    suppliers, recipients = _sides(text, sentence.start, parties, firms, item)
    values = [c.ref for c in chunks if isinstance(c.ref, Money) and c.ref.per is None]
    draft = Draft((sentence.start, sentence.end), block, suppliers=suppliers, recipients=recipients)
    draft.values = values[:1] + [v for v in values[1:] if v.restates is not None]
    draft.makers = [Actor("", f.start, f.end, Rule.STATED, f.surface) for f in firms[:1] if f.name]
    draft.stages = [e.stage for e in events if e.stage is not None and not e.weak] or [Stage.ORDERED] * bool(values)
    draft.arrangement = next((e.arrangement for e in events if e.arrangement not in (None, Arrangement.SALE)), None)
    deliveries: list[When] = []
    for when in (c.ref for c in chunks if isinstance(c.ref, When)):
        before = text[max(sentence.start, when.start - 25) : when.start]
        if _AGREED.search(before) or (when.start < item.start and when.relation in ("on", "in")):
            draft.agreed, draft.agreed_value = when, when.value
        else:
            deliveries.append(when)
    return draft, deliveries


def _sides(
    text: str, start: int, parties: Sequence[Party], firms: Sequence[Company], item: Item
) -> tuple[list[Actor], list[Actor]]:
    """Who sells and who buys: by arrow, preposition, maker, origin of the system; of the rest the first buys."""
    origins = item.system.countries if item.system is not None else ()
    makers = {c for f in firms for c in f.countries}
    suppliers: list[Actor] = []
    recipients: list[Actor] = []
    rest: list[Party] = []
    for party in parties:
        before = text[max(start, party.start - 8) : party.start]
        after = text[party.end : party.end + 5]
        actor = Actor(party.code, party.start, party.end)
        if party.form == "adjective" and party.end < item.end:
            suppliers.append(actor)
        elif _TO.search(before) or _ARROW_BEFORE.match(after):
            recipients.append(actor)
        elif _FROM.search(before) or _ARROW_AFTER.match(after) or before.endswith("(") or party.code in makers:
            suppliers.append(actor)
        else:
            rest.append(party)
    for party in rest:
        actor = Actor(party.code, party.start, party.end)
        sells = party.code in origins or recipients or _TO_AFTER.match(text[party.end : party.end + 4])
        buys = not recipients and (suppliers or not sells)
        (recipients if buys else suppliers).append(actor)
    if not suppliers:
        suppliers = [Actor(c, f.start, f.end, Rule.KNOWN) for f in firms for c in f.countries[:1]][:1]
    codes = {a.code for a in suppliers}
    return suppliers[:1], [a for a in recipients if a.code not in codes][:1]
