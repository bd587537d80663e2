"""A count swapped for another everywhere in a document: exactly the quantities that it gives change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count, islice

from etl.recognise.mentions import Count
from schemas.vocabulary import Rule
from tests.metamorphic.cells import Row
from tests.metamorphic.edits import Edit, Variant, edited, picked
from tests.metamorphic.originals import Original

_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


_NUMERAL = re.compile(
    rf"\d|\b(?:{'|'.join([*_SMALL[1:], *_TENS])}|hundred|dozen|pair|couple|score|both)\b", re.IGNORECASE
)


def _spelled(number: int) -> str:
    """A number under a thousand in words."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    return f"{_SMALL[number // 100]} hundred" + (f" {_spelled(number % 100)}" if number % 100 else "")


def numbers(original: Original, most: int = 2) -> Iterator[Variant]:
    """The document with one of its quantities swapped, at most ``most`` of them."""
    told = (_swapped(original, amount) for amount in _amounts(original))
    yield from islice((variant for variant in told if variant is not None), most)


def _amounts(original: Original) -> list[int]:
    """The whole quantities that a row takes from words of the text, in an order that the document's name decides."""
    found: dict[int, None] = {}
    for deal in original.found.deals:
        for transfer in deal.transfers:
            stated = any(c.field == "quantity" and c.rule is Rule.STATED for c in transfer.cells)
            if stated and transfer.quantity is not None and transfer.quantity % 1 == 0 and transfer.quantity >= 2:
                found.setdefault(int(transfer.quantity))
    return picked(list(found), original.draw, original.name)


def _swapped(original: Original, amount: int) -> Variant | None:
    mentions = original.mentions
    every: list[Count] = [*mentions.counts, *(c for c, _ in mentions.other_counts)]
    others = {int(x) for c in every for x in (c.amount, c.high) if x is not None and x % 1 == 0} - {amount}
    same = [c for c in every if c.amount == amount or c.high == amount]
    new = next((n for n in _near(amount) if _free(amount, n, others)), None)
    if new is None or not same:
        return None
    edits = [_edits(original.text, c, amount, new) for c in same]
    if not all(edits):
        return None
    rows = tuple(_recounted(row, amount, new, others) for row in original.rows)
    return Variant(f"{amount} -> {new}", edited(original.text, [edit for made in edits for edit in made]), rows)


def _near(amount: int) -> Iterator[int]:
    """Numbers like this one, the nearest first: as long, and as round."""
    step = 1
    while amount % (step * 10) == 0:
        step *= 10
    for distance in islice(count(1), 8):
        for new in (amount + distance * step, amount - distance * step):
            if new >= 2 and len(str(new)) == len(str(amount)):
                yield new


def _free(amount: int, new: int, others: set[int]) -> bool:
    """Whether the text adds up with the new number as it did: it is no sum or part of one, nor passes a number."""
    low, high = sorted((amount, new))
    if any(low <= other <= high for other in others) or 1900 <= new <= 2100:
        return False
    sums = {a + b for a in others for b in others}
    return not ({amount, new} & sums) and not any({abs(a - b) for a in others} & {amount, new} for b in others)


def _edits(text: str, mention: Count, amount: int, new: int) -> list[Edit]:
    """The edits of a numeral in figures, in words or in both ("twelve (12)"); none where it is written otherwise."""
    surface = text[mention.start : mention.end]
    forms = {rf"(?<![\d,.]){old}(?![\d,.]*\d)": make for old, make in ((f"{amount:,}", "{:,}"), (str(amount), "{}"))}
    told = [(match, form.format(new)) for pattern, form in forms.items() for match in re.finditer(pattern, surface)]
    if amount < 1000:
        words = (
            _spelled(amount)
            .replace("-", "[ -]")
            .replace("hundred ", "hundred (?:and )?")
            .replace(" hundred", "[ -]hundred")
        )
        for match in re.finditer(rf"\b{words}\b", surface, re.IGNORECASE):
            spelled = _spelled(new)
            told.append((match, spelled.capitalize() if match[0][0].isupper() else spelled))
    made = {match.start(): Edit(mention.start + match.start(), mention.start + match.end(), w) for match, w in told}
    rest = edited(surface, [Edit(e.start - mention.start, e.end - mention.start, "") for e in made.values()])
    unread = _NUMERAL.search(rest) if amount != mention.amount or mention.high is None else None
    return [] if unread else list(made.values())


def _recounted(row: Row, old: int, new: int, others: set[int]) -> Row:
    """The row with the new number for the old one, alone or in a sum that the text does not give itself."""

    def counted(number: Decimal | None) -> Decimal | None:
        if number is None or number in others:
            return number
        if number == old:
            return Decimal(new)
        return number + new - old if number - old in others else number

    parts = tuple((low, high, counted(n) or n, basis) for low, high, n, basis in row.deliveries)
    counts = {name: counted(getattr(row, name)) for name in ("quantity", "quantity_high", "delivered")}
    return replace(row, deliveries=parts, **counts)
