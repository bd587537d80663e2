"""Lists of export licences, applied for, granted or refused: one entry a licence, with goods, customer and value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from etl.link.chunks import Chunk, K
from etl.link.drafts import Draft
from etl.link.events import Actor, Event
from etl.link.found import Found, lent_by
from etl.link.items import Item
from etl.link.phrases import any_of, either
from etl.recognise.cues import table, words
from etl.recognise.mentions import Company, Money, Party, When
from schemas.vocabulary import Arrangement, Category, Rule, Stage

_LEAST = 2
"""Entries that make a document a list of licences."""

_BESIDE = 60
"""Characters before a system in which the words stand that only its upkeep is licensed."""

_AFTER_NAME = re.compile(r"\s*[:.\u2013\u2014]")
_BEFORE_NAME = re.compile(r"^\W*(?:\(?[0-9a-z]{1,3}[.)]\s*)?$")


@cache
def _reference() -> re.Pattern[str]:
    """How an entry begins that is known by a number: "Transmittal 21-004", "DDTC 19-023:"."""
    return re.compile(rf"(?i:{either(words('licences', 'reference'))})\b|[A-Z]{{1,6}}[- ]?\d[\d/-]*[.:]")


@cache
def _made_there() -> re.Pattern[str]:
    making = either(words("licences", "making"))
    return re.compile(rf"\b(?:{either(words('licences', 'to_make'))})\b|\b(?:{making})\s+(?:in|by|of|there)\b", re.I)


@cache
def _work() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words('licences', 'work'))})\w*\b[^.;]{{0,70}}$", re.IGNORECASE)


@cache
def _via() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words('licences', 'via'))})\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _to() -> re.Pattern[str]:
    to = either(words("licences", "to"))
    return re.compile(rf"\b(?:{to})\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?$", re.IGNORECASE)


@cache
def _stages() -> re.Pattern[str]:
    names = {stage: either(words("licences", stage)) for stage in ("cancelled", "approved", "proposed", "delivered")}
    return re.compile(r"\b(?:" + "|".join(f"(?P<{s}>{either})" for s, either in names.items()) + r")\b", re.IGNORECASE)


def stage_in(text: str, start: int = 0) -> Found[Stage] | None:
    """How far a licence has got by the last of its words that says so; None where none does.

    ``start`` is where the words begin in the text of their document.
    """
    told = [(m.lastgroup, (start + m.start(), start + m.end())) for m in _stages().finditer(text) if m.lastgroup]
    return Found(Stage(told[-1][0]), (told[-1][1],)) if told else None


class Entry:
    """One block of a list of licences: its text and the chunks of its sentences."""

    def __init__(self, text: str, found: Sequence[Sequence[Event]], home: str | None) -> None:
        self.text, self.home = text, home
        own = {e.sentence.start: e.sentence for group in found for e in group}
        self.sentences = list(own.values())
        self.start, self.end = self.sentences[0].start, self.sentences[-1].end
        self.surface = text[self.start : self.end]
        self.chunks: list[Chunk] = [c for s in self.sentences for c in s.chunks]
        self.parties = [c for c in self.chunks if isinstance(c.ref, Party) and len(c.ref.code) == 3]

    def headed(self) -> Chunk | None:
        """The country that heads the entry: "3. Algeria: ...", "TURKEY. ..."."""
        first = next(iter(self.parties), None)
        if first is None or not _AFTER_NAME.match(self.text, first.end):
            return None
        return first if _BEFORE_NAME.match(self.text[self.start : first.start]) else None

    def items(self) -> list[Item]:
        """The goods: all that are counted in the first sentence that counts any, else the first that are named."""
        found = [[c.ref for c in s.chunks if isinstance(c.ref, Item) and c.kind is K.ITEM] for s in self.sentences]
        named = [[i for i in f if i.system is not None or (i.kind is not None and not i.kind.generic)] for f in found]
        counted = [[i for i in f if i.count is not None and not i.elliptic] for f in named]
        systems = [[i for i in f if i.system is not None][:1] for f in named]
        goods = next((g for g in (*counted, *systems, *(f[:1] for f in named)) if g), [])
        return [replace(i, category=Category.SERVICE) if self._is_upkeep(i) else i for i in goods]

    def _is_upkeep(self, item: Item) -> bool:
        """Whether only the upkeep of a system is licensed: "support for the operation of the Patriot system"."""
        before = self.text[max(self.start, item.start - _BESIDE) : item.start]
        return item.count is None and any_of("licences", "upkeep").search(before) is not None

    def is_licence(self) -> bool:
        """Whether the entry tells of a licence for some arms and for somebody."""
        told = any_of("licences", "words").search(self.surface) is not None or self.headed() is not None
        return told and bool(self.items()) and self.recipient() is not None

    def recipient(self) -> Actor | None:
        """The country at the head of the entry, else the first to which, for which or in which something goes."""
        head = self.headed()
        if head is not None:
            return _actor(head)
        for chunk in self.parties:
            before = self.text[max(self.start, chunk.start - 40) : chunk.start]
            foreign = isinstance(chunk.ref, Party) and chunk.ref.code != self.home
            if foreign and _to().search(before) and not _via().search(before):
                return _actor(chunk)
        return None

    def via(self) -> list[Actor]:
        """The countries by way of which the goods go."""
        return [_actor(c) for c in self.parties if _via().search(self.text[max(self.start, c.start - 20) : c.start])]

    def firms(self) -> list[Company]:
        """The firms that the entry names."""
        return [c.ref for c in self.chunks if isinstance(c.ref, Company) and c.ref.name]

    def work(self) -> When | None:
        """The time in which the goods are made or delivered."""
        for chunk in self.chunks:
            before = self.text[max(self.start, chunk.start - 80) : chunk.start]
            if isinstance(chunk.ref, When) and _work().search(before):
                return chunk.ref
        return None


def _actor(chunk: Chunk) -> Actor:
    assert isinstance(chunk.ref, Party)
    return Actor(chunk.ref.code, chunk.start, chunk.end)


def licensor(text: str, entries: Sequence[Entry], home: str | None) -> str | None:
    """Whose licences they are: the publisher's, those of the law that the text names, or of most applicants."""
    if home is not None:
        return home
    laws: dict[str, str] = table()["licences"]["laws"]
    low = text.lower()
    by_law = next((code for law, code in laws.items() if law in low), None)
    seats = Counter(f.countries[0] for e in entries for f in e.firms() if len(f.countries) == 1)
    return by_law or next((code for code, _ in seats.most_common(1)), None)


def is_list(entries: Sequence[Entry]) -> bool:
    """Whether enough blocks of a document are entries that say what they are of a list of licences."""
    own = [e for e in entries if e.headed() is not None or _reference().match(e.surface)]
    return len([e for e in own if e.is_licence()]) >= _LEAST


def draft_of(entry: Entry, block: int, seller: str | None, introduced: Found[Stage] | None) -> tuple[Draft, list[Item]]:
    """The deal of an entry and its goods; ``introduced`` is the stage that the words before the list give."""
    recipient = entry.recipient()
    stage = stage_in(entry.surface, entry.start) or lent_by(introduced) or Found(Stage.APPROVED)
    made = _made_there().search(entry.surface) if any_of("licences", "words").search(entry.surface) else None
    terms = Found(Arrangement.SALE)
    if made is not None:
        terms = Found(Arrangement.LICENCE, ((entry.start + made.start(), entry.start + made.end()),))
    draft = Draft(
        (entry.start, entry.end),
        block,
        suppliers=[Actor(seller, entry.start, entry.start, Rule.INHERITED)] if seller else [],
        recipients=[recipient] if recipient is not None else [],
        via=entry.via(),
        makers=[Actor("", f.start, f.end, Rule.STATED, f.surface) for f in entry.firms()[:1]],
        found_arrangement=terms,
        found_stages=[stage],
    )
    draft.values = [c.ref for c in entry.chunks if isinstance(c.ref, Money) and c.ref.per is None][:1]
    return draft, entry.items()
