"""Who makes the arms of a row: the firm named beside them, in their deal, or elsewhere and known to make them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.link.drafts import Draft, Row, same_system
from etl.link.events import Actor
from etl.link.phrases import any_of, either
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Kind, System
from etl.recognise.text import Mentions
from schemas.vocabulary import Arrangement, Rule

_AROUND = 30
"""Characters before an item among which the words stand by which it is second-hand."""

_MADE_REACH, _NEXT = 60, 40
"""Characters before a firm in which it is told what it makes, and after "which makes" in which that is named."""


@dataclass(frozen=True, slots=True)
class Told:
    """That a firm makes something, as a sentence says: a system, a kind of weapon, or what ``[start, end)`` tells."""

    firm: Company
    designation: str | None
    weapon: str | None
    start: int
    end: int

    def fits(self, row: Row) -> bool:
        """Whether a row is of what the firm makes."""
        if self.designation is not None:
            return same_system(self.designation, row.designation)
        if self.weapon is not None and row.weapon is not None:
            if row.maker_known is not None and not _alike(self.firm.name, row.maker_known):
                return row.weapon == self.weapon
            return row.weapon.split()[-1] == self.weapon.split()[-1]
        return self.weapon is None and self.start <= row.span[0] < self.end


@dataclass(frozen=True, slots=True)
class Firms:
    """The firms that a document names, with what its sentences say beside them.

    ``own`` is the firm whose paper it is, ``named`` are those that are no part of another name, ``told`` what they are
    said to make, ``systems`` all systems, ``starts`` where sentences begin.
    """

    text: str
    own: Company | None
    named: Sequence[Company]
    told: Sequence[Told]
    systems: Sequence[System]
    starts: Sequence[int]

    def maker_of(self, row: Row, draft: Draft) -> Actor | None:
        """The company that makes the item: named in its sentence, in its deal, or anywhere and known to make it.

        A wider agreement with buyers that are not named has the makers that it names and no others.
        """
        for actor in [*row.makers, *draft.makers]:
            if actor.company and row.maker_known and _alike(actor.company, row.maker_known):
                return actor
        untold = draft.framework and not draft.recipients
        if row.maker_known and not untold and not self._second_hand(row, draft):
            for company in self.named:
                if self._is_maker(company, row, draft):
                    return Actor("", company.start, company.end, Rule.KNOWN, company.surface)
        told = next((t.firm for t in self.told if t.fits(row)), None)
        if told is not None:
            return Actor("", told.start, told.end, Rule.STATED, told.called or told.surface)
        for actor in row.makers or draft.makers:
            there = not row.origins or not actor.code or actor.code in row.origins
            if actor.company and (there or (row.makers and not self._is_used(row))):
                return actor
        return self._issuer(row, draft)

    def _issuer(self, row: Row, draft: Draft) -> Actor | None:
        """The firm whose own paper it is, of what its country sells and no other firm is known to make."""
        own = self.own
        if own is None or draft.arrangement not in (Arrangement.SALE, Arrangement.LICENCE) or self._is_used(row):
            return None
        others = row.maker_known is not None and not _alike(own.name, row.maker_known)
        sells = not own.countries or draft.supplier_codes() <= frozenset(own.countries)
        named = next((c for c in self.named if c.name == own.name), None)
        if others or not sells or named is None:
            return None
        return Actor("", named.start, named.end, Rule.INHERITED, named.called or named.surface)

    def _is_maker(self, company: Company, row: Row, draft: Draft) -> bool:
        """Whether a firm named anywhere is the known maker of a row's system.

        What is given or lent comes from the giver's own, unless the firm is named with the system.
        """
        known = row.maker_known or ""
        if not company.name or not (_alike(company.name, known) or _alike(company.surface, known)):
            return False
        given = draft.arrangement in (Arrangement.AID, Arrangement.LOAN)
        near = row.span[0] <= company.start < row.span[1] or self._names_with(company, row)
        return not given or near or self._contracted(company, row)

    def _contracted(self, company: Company, row: Row) -> bool:
        """Whether the sentence after a row's tells of a contract with a firm."""
        at = bisect_right(self.starts, company.start)
        before = self.text[max(0, company.start - _AROUND) : company.start]
        follows = at > 1 and self.starts[at - 2] <= row.span[0] < self.starts[at - 1]
        return follows and " with " in before and any_of("orders", "words").search(before) is not None

    def _names_with(self, company: Company, row: Row) -> bool:
        """Whether a firm stands in one sentence with the system of a row."""
        sentence = bisect_right(self.starts, company.start)
        return any(
            bisect_right(self.starts, system.start) == sentence and same_system(system.designation, row.designation)
            for system in self.systems
        )

    def _second_hand(self, row: Row, draft: Draft) -> bool:
        """Whether arms come from a holder and not from their maker: from elsewhere, used, or out of stocks."""
        givers = draft.supplier_codes()
        if givers and row.origins and givers.isdisjoint(row.origins):
            return True
        return self._is_used(row)

    def _is_used(self, row: Row) -> bool:
        """Whether the words around an item say that somebody has used it before."""
        phrase = self.text[max(row.span[0], row.item.start - _AROUND) : row.item.end + _AROUND]
        return bool(any_of("price", "second_hand").search(phrase))


@cache
def _made_by() -> re.Pattern[str]:
    """Words right before a firm by which it makes what stands before them: "made in Sweden by", "the maker,"."""
    made, maker = either(words("makers", "made")), either(words("makers", "nouns"))
    return re.compile(rf"\b(?:(?:{made})(?:\s+[\w-]+){{0,4}}?\s+by|the\s+(?:{maker}),)\s+(?:the\s+)?(?:[\w-]+\s+)?$")


@cache
def _makes() -> re.Pattern[str]:
    """Words right after a firm by which it makes what stands after them: ", which builds", ", the maker of"."""
    verbs, maker = either(words("makers", "makes")), either(words("makers", "nouns"))
    return re.compile(rf"(?:,?\s+(?:which|who)\s+(?:{verbs})|\s+(?:{verbs})|,\s+(?:the\s+)?(?:{maker})\s+of)\s+")


def firms_of(text: str, own: Company | None, mentions: Mentions, starts: Sequence[int]) -> Firms:
    """The firms that a document names; ``own`` is its issuer, ``starts`` are where its sentences begin, in order."""
    opening = "(\"'\u201c\u2018 \n"
    named = [c for c in mentions.companies if not text[max(0, c.start - 1) : c.start].strip(opening)]
    told = [t for c in named if (t := _told(text, mentions, starts, c)) is not None]
    return Firms(text, own, named, told, mentions.systems, starts)


def _told(text: str, mentions: Mentions, starts: Sequence[int], firm: Company) -> Told | None:
    """What a sentence says that a firm makes, None where it says nothing of the kind."""
    n = bisect_right(starts, firm.start)
    begin = starts[n - 1] if n else 0
    end = starts[n] if n < len(starts) else len(text)
    if _made_by().search(text[max(begin, firm.start - _MADE_REACH) : firm.start]):
        span = (begin, firm.start)
        systems = [s for s in mentions.systems if span[0] <= s.start < span[1]]
        kinds = [k for k in mentions.kinds if span[0] <= k.start < span[1]]
        last = max([*systems, *kinds], key=lambda m: m.start, default=None)
    elif makes := _makes().match(text, firm.end):
        after = [
            m for m in (*mentions.systems, *mentions.kinds) if makes.end() <= m.start < min(end, makes.end() + _NEXT)
        ]
        last = min(after, key=lambda m: m.start, default=None)
        if last is None:
            return None
    else:
        return None
    if isinstance(last, System):
        return Told(firm, last.designation, None, begin, end)
    weapon = last.weapon if isinstance(last, Kind) and not last.generic else None
    return Told(firm, None, weapon, starts[n - 2] if n > 1 else begin, end)


def _alike(a: str, b: str) -> bool:
    """Whether two company names are one house: the words of one are words of the other."""
    x, y = set(a.lower().split()), set(b.lower().split())
    return x <= y or y <= x
