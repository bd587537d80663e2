"""Daily contract announcements: one paragraph a contract, of which only the foreign part counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from etl.link.chunks import K
from etl.link.drafts import Draft
from etl.link.events import Actor, Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Money, Party, When
from schemas.vocabulary import Arrangement, Rule, Stage

_AWARDED = re.compile(r"\bawarded\b")
_FIRM = re.compile(r"^\W*([A-Z][^,;:]{2,60}?)(?:,|\s+(?:is|was|has)\b)")
_COMPLETE = re.compile(r"\b(?:complet|finish|deliver|run through|conclud)\w*", re.IGNORECASE)
_ORDERING = re.compile(r"\bordering period\b", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:Co|Corp|Inc|LLC|Ltd|AB|plc|Corporation|Company|LP|L\.P)\b\.?")


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:"
        + "|".join(re.escape(w) for w in sorted(words("contracts", "foreign"), key=len, reverse=True))
        + r")\b",
        re.IGNORECASE,
    )


class Paragraph:
    """One contract's paragraph: its text, and the events of its sentences."""

    def __init__(self, text: str, found: Sequence[Sequence[Event]], home: str, published: str | None) -> None:
        self.events = [e for group in found for e in group]
        self.text, self.home, self.published = text, home, published
        self.start = min(e.sentence.start for e in self.events)
        self.end = max(e.sentence.end for e in self.events)
        seen: set[int] = set()
        self.chunks = []
        for event in self.events:
            if event.sentence.start not in seen:
                seen.add(event.sentence.start)
                self.chunks += event.sentence.chunks
        self.surface = text[self.start : self.end]

    def is_contract(self) -> bool:
        """Whether the paragraph announces a contract."""
        return bool(_AWARDED.search(self.surface)) and any(isinstance(c.ref, Money) for c in self.chunks)

    def recipients(self) -> list[Actor]:
        """The foreign customers that the paragraph names, beside the words that mark a foreign sale."""
        found: list[Actor] = []
        for mark in _foreign().finditer(self.surface):
            at = self.start + mark.end()
            near = [c for c in self.chunks if isinstance(c.ref, Party) and at - 70 <= c.start <= at + 110]
            for chunk in near:
                ref = chunk.ref
                assert isinstance(ref, Party)
                sentence_end = self.text.find(". ", at)
                if (sentence_end != -1 and chunk.start > sentence_end) or ref.code == self.home:
                    continue
                if self._is_place(chunk.start, chunk.end):
                    continue
                if all(a.code != ref.code for a in found):
                    found.append(Actor(ref.code, chunk.start, chunk.end))
        return found

    def _is_place(self, start: int, end: int) -> bool:
        """A country in a list of work places: "Vergiate, Italy (6%)"."""
        return bool(re.match(r"\s*\(\d", self.text[end : end + 6])) or (
            self.text[max(0, start - 2) : start] == ", "
            and (
                bool(re.match(r"[;,.]|\s*\(", self.text[end : end + 3]))
                and not _foreign().search(self.text[max(0, start - 60) : start])
            )
        )

    def firm(self) -> tuple[Actor | None, Actor | None]:
        """The contractor as maker, and its country as supplier."""
        for chunk in self.chunks:
            if isinstance(chunk.ref, Company) and chunk.start - self.start < 60 and chunk.ref.name:
                countries = chunk.ref.countries
                maker = Actor("", chunk.start, chunk.ref.end, Rule.STATED, chunk.ref.surface)
                code = countries[0] if len(countries) == 1 else self._seat(chunk.end) or self.home
                return maker, Actor(code, chunk.start, chunk.end, Rule.KNOWN)
        named = _FIRM.match(self.surface)
        if named is None:
            return None, None
        start = self.start + named.start(1)
        name = _SUFFIX.sub("", named.group(1)).strip(" .*")
        seat = self._seat(start + len(named.group(1)))
        return Actor("", start, start + len(name), Rule.STATED, name), Actor(
            seat or self.home, start, start + len(name), Rule.INHERITED
        )

    def _seat(self, end: int) -> str | None:
        """The foreign country of the contractor's town: "Saab Dynamics AB, Karlskoga, Sweden"."""
        awarded = _AWARDED.search(self.text, end)
        for chunk in self.chunks:
            if (
                isinstance(chunk.ref, Party)
                and end <= chunk.start < (awarded.start() if awarded else end)
                and chunk.ref.form == "name"
            ):
                return chunk.ref.code
        return None

    def own_value(self, shared: bool) -> Money | None:
        """The contract's amount, or the foreign customers' funds where the contract is shared with home forces."""
        amounts = [c.ref for c in self.chunks if isinstance(c.ref, Money)]
        if not shared:
            awarded = _AWARDED.search(self.surface)
            after = [m for m in amounts if awarded and m.start > self.start + awarded.end()]
            return after[0] if after else None
        for money in amounts:
            around = self.text[max(self.start, money.start - 60) : money.end + 25].lower()
            if re.search(r"\bfms\b|foreign military sales", around) and "fund" in around:
                return money
        return None

    def shared(self) -> bool:
        """Whether home forces have a part in the contract."""
        pattern = r"\b(?:" + "|".join(re.escape(w) for w in words("contracts", "home")) + r")\b"
        head = self.surface
        for match in re.finditer(pattern, head, re.IGNORECASE):
            before = head[max(0, match.start() - 45) : match.start()].lower()
            if re.search(r"\b(?:for|to)\s+(?:the\s+)?(?:u\.s\.\s+)?$", before) or re.search(
                r"(?:remainder|other)\b", before
            ):
                return True
        return False

    def completion(self) -> When | None:
        """The date by which the work is to be complete."""
        for chunk in self.chunks:
            if isinstance(chunk.ref, When) and chunk.ref.value:
                before = self.text[max(self.start, chunk.start - 60) : chunk.start]
                if _COMPLETE.search(before) and not _ORDERING.search(before):
                    return chunk.ref
        return None

    def items(self, recipients: Sequence[Actor]) -> list[Item]:
        """The items of the foreign part: those counted beside a customer, else the first after "for"."""
        found = [c.ref for c in self.chunks if isinstance(c.ref, Item) and c.kind is K.ITEM]
        if self.shared():
            counted = [i for i in found if i.count is not None and any(0 < a.start - i.end < 60 for a in recipients)]
            if counted:
                return [_named(counted[0], found)]
            bare = [i for i in found if i.count is None and (i.system or (i.kind and not i.kind.generic))]
            return bare[:1]
        awarded = _AWARDED.search(self.surface)
        after = [
            i
            for i in found
            if awarded and i.start > self.start + awarded.end() and (i.system or (i.kind and not i.kind.generic))
        ]
        return after[:1]


def _named(item: Item, items: Sequence[Item]) -> Item:
    """An item that only points ("fifty-five of the vehicles") as the thing that the paragraph named before it."""
    if item.system is not None or (item.kind is not None and not item.kind.generic):
        return item
    for other in items:
        if other.start < item.start and (
            other.system is not None or (other.kind is not None and not other.kind.generic)
        ):
            return replace(
                item,
                system=other.system,
                kind=other.kind,
                designation=other.designation,
                weapon=other.weapon,
                category=other.category,
            )
    return item


def draft_of(paragraph: Paragraph, order: int, block: int) -> tuple[Draft, list[Item]] | None:
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
    draft = Draft(
        (paragraph.start, paragraph.end),
        block,
        order,
        suppliers=[supplier] if supplier else [],
        recipients=recipients,
        makers=[maker] if maker else [],
        arrangement=Arrangement.SALE,
        stages=[Stage.ORDERED],
    )
    if value is not None:
        draft.values = [value]
    draft.agreed_value = paragraph.published
    return draft, items
