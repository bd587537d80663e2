"""Daily contract announcements: one paragraph a contract, of which only the foreign part counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from etl.link.chunks import K
from etl.link.drafts import Draft
from etl.link.events import Actor, Event
from etl.link.found import Found, Span
from etl.link.items import Item
from etl.link.phrases import any_of, either
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Money, Party, When
from schemas.vocabulary import Arrangement, Category, Rule, Stage

_FIRM = re.compile(r"^\W*([A-Z][^,;:]{2,60}?)(?:,|\s+(?:is|was|has)\b)")
_SHARE_CELL = re.compile(r"\s*\(\d")
_LIST_END = re.compile(r"[;,.]|\s*\(")
_TO_FUND = 70
"""Characters between an amount and the words that say whose funds it is."""
_BESIDE = 45
"""Characters beside a system within which the words for its parts or its upkeep stand."""
_SUM = r"(?:[A-Z]{2,3}\$?|[$\u20ac\u00a3\u00a5])\s?\d"
"""The head of an amount of money: a sign or a code before figures."""

_NEAR_THE_START = 60
"""Characters from the start of a paragraph within which the contractor is named."""


@cache
def _awarded() -> re.Pattern[str]:
    """The verb of an award; of a receiver's verbs those with a sum of money after them."""
    received = either(words("contracts", "received"))
    return re.compile(
        rf"\b(?:{either(words('contracts', 'awarded'))})\b|\b(?:{received}) (?=an?\s+(?:[\w-]+\s+){{0,3}}?{_SUM})"
    )


@cache
def _complete() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words('contracts', 'complete'))})\w*", re.IGNORECASE)


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(rf"\s+(?i:{either(words('company_nouns', 'legal_forms'))})\b\.?")


@cache
def _for_abroad() -> re.Pattern[str]:
    """What stands after an amount that is the foreign customers': "is for FMS customers"."""
    abroad = either(words("contracts", "abroad", "foreign_funds"))
    return re.compile(rf"\s+(?:(?:is|are|was|were)\s+)?(?:for|in|of)\b[^,;.]{{0,30}}\b(?:{abroad})\b", re.IGNORECASE)


@cache
def _for_home() -> re.Pattern[str]:
    return re.compile(rf"\b(?:for|to)\s+(?:the\s+)?(?:(?:{either(words('contracts', 'own'))})\s+)?$")


class Paragraph:
    """One contract's paragraph: its text, and the events of its sentences."""

    def __init__(self, text: str, found: Sequence[Sequence[Event]], home: str, published: str | None) -> None:
        self.events = [e for group in found for e in group]
        self.text, self.home, self.published = text, home, published
        self.start = min(e.sentence.start for e in self.events)
        self.end = max(e.sentence.end for e in self.events)
        own = {e.sentence.start: e.sentence.chunks for e in reversed(self.events)}
        self.chunks = [chunk for start in dict.fromkeys(e.sentence.start for e in self.events) for chunk in own[start]]
        self.surface = text[self.start : self.end]

    def is_contract(self) -> bool:
        """Whether the paragraph announces a contract."""
        return bool(_awarded().search(self.surface)) and any(isinstance(c.ref, Money) for c in self.chunks)

    def awarded(self) -> tuple[Span, ...]:
        """The words by which the contract is awarded."""
        told = _awarded().search(self.surface)
        return ((self.start + told.start(), self.start + told.end()),) if told is not None else ()

    def recipients(self) -> list[Actor]:
        """The foreign customers that the paragraph names, beside the words that mark a foreign sale."""
        found: list[Actor] = []
        for mark in any_of("contracts", "foreign").finditer(self.surface):
            at = self.start + mark.end()
            sentence_end = self.text.find(". ", at)
            for chunk in self.chunks:
                ref = chunk.ref
                if not isinstance(ref, Party) or not at - 70 <= chunk.start <= at + 110 or ref.code == self.home:
                    continue
                if (sentence_end != -1 and chunk.start > sentence_end) or self._is_place(chunk.start, chunk.end):
                    continue
                if all(a.code != ref.code for a in found):
                    found.append(Actor(ref.code, chunk.start, chunk.end))
        return found

    def _is_place(self, start: int, end: int) -> bool:
        """A country in a list of work places: "Vergiate, Italy (6%)"."""
        if any_of("contracts", "foreign").search(self.text[max(0, start - 60) : start]):
            return False
        if _SHARE_CELL.match(self.text[end : end + 6]):
            return True
        return self.text[max(0, start - 2) : start] == ", " and bool(_LIST_END.match(self.text[end : end + 3]))

    def firm(self) -> tuple[Actor | None, Actor | None]:
        """The contractor as maker, and the country of its plant as supplier: a foreign house has yards at home."""
        for chunk in self.chunks:
            if isinstance(chunk.ref, Company) and chunk.start - self.start < _NEAR_THE_START and chunk.ref.name:
                maker = Actor("", chunk.start, chunk.ref.end, Rule.STATED, chunk.ref.surface)
                return maker, Actor(self._seat(chunk.end) or self.home, chunk.start, chunk.end, Rule.KNOWN)
        named = _FIRM.match(self.surface)
        if named is None:
            return None, None
        start = self.start + named.start(1)
        name = _legal_form().sub("", named.group(1)).strip(" .*")
        end = start + len(name)
        seat = self._seat(start + len(named.group(1))) or self.home
        return Actor("", start, end, Rule.STATED, name), Actor(seat, start, end, Rule.INHERITED)

    def _seat(self, end: int) -> str | None:
        """The foreign country of the contractor's town: "Saab Dynamics AB, Karlskoga, Sweden"."""
        awarded = _awarded().search(self.text, end)
        stop = awarded.start() if awarded else end
        named = (c for c in self.chunks if isinstance(c.ref, Party) and end <= c.start < stop)
        return next((c.ref.code for c in named if isinstance(c.ref, Party) and c.ref.form == "name"), None)

    def own_value(self, shared: bool) -> Money | None:
        """The contract's amount, or the foreign customers' funds where the contract is shared with home forces."""
        amounts = [c.ref for c in self.chunks if isinstance(c.ref, Money)]
        if not shared:
            awarded = _awarded().search(self.surface)
            after = [m for m in amounts if awarded and m.start > self.start + awarded.end()]
            return after[0] if after else None
        return next((money for money in amounts if self._is_foreign_fund(money)), None)

    def _is_foreign_fund(self, money: Money) -> bool:
        """Whether an amount is the foreign customers' funds: "FMS (Oman) funds of $9m", "$9m in FMS funds"."""
        before = self.text[max(self.start, money.start - _TO_FUND) : money.start].rpartition("$")[2]
        after = self.text[money.end : min(self.end, money.end + _TO_FUND)].partition("$")[0]
        if any_of("contracts", "abroad").search(before) and any_of("contracts", "funds").search(before):
            return True
        return bool(_for_abroad().match(after) and any_of("contracts", "abroad").search(after))

    def shared(self) -> bool:
        """Whether home forces have a part in the contract."""
        for match in any_of("contracts", "home").finditer(self.surface):
            before = self.surface[max(0, match.start() - 45) : match.start()].lower()
            if _for_home().search(before) or any_of("contracts", "others").search(before):
                return True
        return False

    def completion(self) -> When | None:
        """The date by which the work is to be complete."""
        for chunk in self.chunks:
            if isinstance(chunk.ref, When) and chunk.ref.value:
                before = self.text[max(self.start, chunk.start - 60) : chunk.start]
                if _complete().search(before) and not any_of("contracts", "ordering").search(before):
                    return replace(chunk.ref, relation="by")
        return None

    def items(self, recipients: Sequence[Actor]) -> list[Item]:
        """The items of the foreign part: those counted beside a customer, else the first after "for"."""
        found = [c.ref for c in self.chunks if isinstance(c.ref, Item) and c.kind is K.ITEM]
        if self.shared():
            counted = [i for i in found if i.count is not None and any(0 < a.start - i.end < 60 for a in recipients)]
            if counted:
                return [_named(counted[0], found)]
            bare = [i for i in found if i.count is None and _names(i)]
            return [self._belongings(i) for i in bare[:1]]
        awarded = _awarded().search(self.surface)
        bought = [i for i in found if awarded and i.start > self.start + awarded.end()]
        after = [i for i in bought if _names(i)]
        if not after:
            return [i for i in bought if i.count is not None][:1]
        end = next(e.sentence.end for e in self.events if e.sentence.start <= after[0].start < e.sentence.end)
        listed = [i for i in found if after[0].start <= i.start < end and i.count is not None and _names(i)]
        if after[0].count is None:
            return [self._belongings(after[0])]
        return [i if i.system is not None else replace(i, designation=after[0].designation) for i in listed]

    def _belongings(self, item: Item) -> Item:
        """An uncounted system of which only parts or services are bought: "spares for the M60A3", "F-16 repair"."""
        before = self.text[max(self.start, item.start - _BESIDE) : item.start].rpartition("$")[2]
        after = _LIST_END.split(self.text[item.end : min(self.end, item.end + _BESIDE)])[0]
        for key, category in (("service_words", Category.SERVICE), ("part_words", Category.EQUIPMENT)):
            if item.system is not None and any_of("contracts", key).search(f"{before} # {after}"):
                return replace(item, category=category, weapon=item.weapon)
        return item


def _names(item: Item) -> bool:
    """Whether an item says what it is."""
    return bool(item.system or (item.kind and not item.kind.generic))


def _named(item: Item, items: Sequence[Item]) -> Item:
    """An item that only points ("fifty-five of the vehicles") as the thing that the paragraph named before it."""
    if item.system is not None or (item.kind is not None and not item.kind.generic):
        return item
    for other in items:
        if other.start < item.start and (
            other.system is not None or (other.kind is not None and not other.kind.generic)
        ):
            return replace(item.called(other), kind=other.kind)
    return item


def draft_of(paragraph: Paragraph, block: int) -> tuple[Draft, list[Item]] | None:
    """The deal of a contract paragraph and its items, None where everything stays at home."""
    maker, supplier = paragraph.firm()
    recipients = paragraph.recipients()
    foreign_seller = supplier is not None and supplier.code != paragraph.home
    if not recipients and foreign_seller:
        recipients = [Actor(paragraph.home, paragraph.start, paragraph.start, Rule.INHERITED)]
        shared = False
    elif recipients:
        shared = paragraph.shared()
    else:
        return None
    items = paragraph.items(recipients)
    value = paragraph.own_value(shared)
    if not items and value is None:
        return None
    awarded = paragraph.awarded()
    draft = Draft(
        (paragraph.start, paragraph.end),
        block,
        suppliers=[supplier] if supplier else [],
        recipients=recipients,
        makers=[maker] if maker else [],
        found_arrangement=Found(Arrangement.SALE, awarded),
        found_stages=[Found(Stage.ORDERED, awarded)],
    )
    if value is not None:
        draft.values = [value]
    draft.agreed_value = paragraph.published
    return draft, items
