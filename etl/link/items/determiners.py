"""What the words before an item say of it: whose it is, whether it is one, whether it points back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from etl.link.chunks import Chunk, K
from etl.link.items.item import Item, is_modifier, is_plural
from etl.recognise.cues import table, words
from etl.recognise.mentions import Company, Count, Party
from schemas.vocabulary import Bound, QuantityUnit

_REACH = 7
"""Chunks before an item among which its determiner stands."""

_SINGLE_UNITS = frozenset({QuantityUnit.SYSTEM, QuantityUnit.BATTERY})
"""What is one where it is owned and written in the singular: "Norway's air-defence system"."""


def with_determiners(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, each item with what its determiner and the words before its head say of it."""
    return [
        replace(chunk, ref=_determined(chunks, at, chunk.ref)) if isinstance(chunk.ref, Item) else chunk
        for at, chunk in enumerate(chunks)
    ]


def _determined(chunks: Sequence[Chunk], at: int, item: Item) -> Item:
    single = definite = possessive = False
    item = replace(item, count=item.count or _one_more(chunks, at, item))
    origin, company, owned = item.origin, item.company, item.owned
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        before = chunks[back]
        if before.kind is K.PARTY and isinstance(before.ref, Party):
            if back == at - 1 and item.count is not None and before.ref.form == "name":
                break
            genitive = chunks[back + 1].kind is K.GEN
            if origin is None and (not item.elliptic or (genitive and back == at - 2)):
                origin = before.ref
                owned = genitive and _of_others(item, origin)
        elif before.kind is K.COMPANY and isinstance(before.ref, Company):
            company = company or before.ref
        elif before.kind is K.GEN and item.count is None and not item.elliptic:
            single = item.kind is not None and item.kind.unit in _SINGLE_UNITS and not is_plural(item)
        elif before.kind in (K.GEN, K.KIND) or (before.kind is K.WORD and _may_describe(before)):
            continue
        elif before.kind in (K.DET, K.PRON):
            only = any(c.text in words("items", "sole") for c in chunks[back + 1 : at])
            single = single or (before.text in words("items", "one") and item.count is None)
            single = single or (only and before.text in words("items", "sole_after"))
            definite = before.text in words("items", "pointing") or before.text in ("both", "all")
            possessive = before.text in words("items", "possessive")
            break
        else:
            definite = _of_the_same(chunks, back)
            break
    return replace(
        item,
        single=single and not is_plural(item),
        definite=item.definite or definite,
        possessive=item.possessive or possessive,
        origin=origin,
        company=company,
        owned=owned,
    )


def _one_more(chunks: Sequence[Chunk], at: int, item: Item) -> Count | None:
    """One more of what was told before: "an option for a fourth ship", "wants a second squadron"."""
    if at < 2 or is_plural(item) or item.system is not None or chunks[at - 2].text not in ("a", "an"):
        return None
    if chunks[at - 1].text not in table()["ordinals"]["words"]:
        return None
    first = chunks[at - 2]
    return Count(first.start, item.end, item.surface, Decimal(1), None, Bound.EXACT, item.unit, "additional")


def _of_the_same(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "of" stands at an index after words for a type told before: "the same class of corvette"."""
    type_of = at > 1 and chunks[at].text == "of" and chunks[at - 1].text in words("same_type", "classes")
    return type_of and chunks[at - 2].text == "same"


def _may_describe(chunk: Chunk) -> bool:
    """Whether a word may stand between a determiner and its noun: "an indigenously built corvette"."""
    return is_modifier(chunk) or chunk.text.endswith("ly")


def _of_others(item: Item, owner: Party) -> bool:
    """Whether a system is known to be made in other countries than its owner's, or the count of one is left bare."""
    countries = item.system.countries if item.system is not None else ()
    return item.elliptic or (bool(countries) and owner.code not in countries)
