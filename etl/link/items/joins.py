"""Two phrases that are one item: a part and its whole, a noun and its name, a thing and what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from etl.link.chunks import Chunk, K
from etl.link.items.item import Item, Joined, after, is_modifier, is_plural, joined, ref_at, span
from etl.link.items.naming import named_kind
from etl.recognise.cues import table, words
from etl.recognise.mentions import Count, Mention, Party
from schemas.vocabulary import Bound, Category

_KEEP_DESIGNATION = frozenset({Category.SERVICE, Category.MISSILE, Category.EQUIPMENT, None})
"""Things that are called by the system they are for: "training for the FA-50"."""

_BELONGING = frozenset({Category.MISSILE, Category.AMMUNITION, Category.EQUIPMENT, Category.ENGINE, None})
"""Things that a system may have: "missiles for the Patriot"."""

_OPENING = 2
"""Chunks that may stand before arms whose number follows them: such a line names nothing else first."""

_BEFORE_NUMBER = (K.COMMA, K.STOP, K.DASH, K.OPEN)
_AFTER_NUMBER = (K.COMMA, K.STOP, K.OPEN, K.DASH, K.DATE)
_TIMES = ("x", "\u00d7")

_REACH = 6
"""Chunks from a thing to the system that it is for."""


def wholes(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The whole as the item, with the part that is spoken of: "eleven of 29 launchers", "the second of three C295s".

    A share of it is counted: "half of the 24 howitzers", "a third of the 96".
    """
    return joined(text, joined(text, chunks, (K.WORD, K.DET), _share), (K.COUNT, K.ITEM, K.WORD), _whole)


def _share(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    """A counted whole of which a share is spoken of, where that is a whole number of them."""
    table_of = table()["shares_of_whole"]
    times = table_of["times"].get(chunks[at].text)
    stop = at + (times is not None)
    divisor = table_of["parts"].get(chunks[stop].text) if stop < len(chunks) else None
    if divisor is None or (times is None and divisor > 2):
        return None
    begin, stop = stop, stop + 1
    while stop < len(chunks) and stop - at < _REACH and (chunks[stop].text == "of" or chunks[stop].kind is K.DET):
        stop += 1
    item = ref_at(chunks, stop)
    if stop == begin + 1 or not isinstance(item, Item) or item.count is None or item.part is not None:
        return None
    number = item.count.amount * (times or 1) / divisor
    if number != number.to_integral_value():
        return None
    start, end = chunks[at].start, chunks[stop].end
    part = Count(start, chunks[begin].end, text[start : chunks[begin].end], number, None, item.count.bound)
    one = replace(item, start=start, surface=text[start:end], part=part, definite=False)
    return span(text, K.ITEM, start, end, one), stop + 1


def _whole(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    first = chunks[at].ref or _ordinal(text, chunks[at])
    ordinal = chunks[at].kind is K.WORD
    named_first = ordinal and isinstance(ref_at(chunks, at + 1), Item)  # "its fourth C295 of six"
    stop = at + 1 + named_first
    stop += [c.text for c in chunks[stop : stop + 2]] == [",", "out"]
    stop += stop < len(chunks) and chunks[stop].text == "out"
    if not isinstance(first, Count | Item) or stop >= len(chunks) or chunks[stop].text != "of":
        return None
    stop += 1
    while stop < len(chunks) and (_is_owner(chunks, stop) or chunks[stop].text in words("items", "of_what")):
        stop += 1
    held = stop + 2 < len(chunks) and chunks[stop].kind in (K.PARTY, K.HOME) and chunks[stop + 1].kind is K.GEN
    holder = ref_at(chunks, stop) if held else None
    stop += 2 * held  # "eight of Hungary's 14 Gripens"
    second = ref_at(chunks, stop)
    if not isinstance(second, Count | Item):
        return None
    part = first if isinstance(first, Count) else first.count
    whole = second if isinstance(second, Count) else second.count
    if part is not None and whole is not None and chunks[at].text in words("groups", "end"):
        if named_first:
            return None
        part = replace(part, amount=whole.amount)
    if part is None or whole is None or whole.amount < part.amount or (whole.amount == part.amount and not ordinal):
        return None
    if at and chunks[at - 1].text in words("items", "no_part_after"):
        return None
    named: Mention | None = first
    if named_first:
        named = chunks[at + 1].ref
    elif isinstance(second, Item) and (not second.elliptic or isinstance(first, Count)):
        named = second
    if not isinstance(named, Item):
        return None
    start, end = chunks[at].start, chunks[stop].end
    before = ref_at(chunks, at - 2) if at > 1 and chunks[at - 1].kind is K.GEN else None
    owner = before if isinstance(before, Party) else holder
    if isinstance(owner, Party) and named.origin is None:
        named = replace(named, origin=owner, owned=True)
    if any(c.kind is K.GEN for c in chunks[at:stop]) and named.origin is not None:
        named = replace(named, owned=True)
    item = replace(
        named,
        start=start,
        end=end,
        surface=text[start:end],
        count=whole,
        part=part,
        definite=False,
        elliptic=named.elliptic,
    )
    return span(text, K.ITEM, start, end, item), stop + 1


def _is_owner(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a chunk says whose the whole is: "five of its twelve jets", "five of Portugal's twelve jets"."""
    owner = chunks[at].kind in (K.PARTY, K.HOME, K.COMPANY) and at + 1 < len(chunks) and chunks[at + 1].kind is K.GEN
    return owner or chunks[at].kind in (K.DET, K.GEN)


def _ordinal(text: str, chunk: Chunk) -> Count | None:
    """How many have come with the one that an ordinal names: "the second of three" is two."""
    ordinals: list[str] = [*table()["ordinals"]["first"], *table()["ordinals"]["words"]]
    if chunk.kind is not K.WORD or chunk.text not in (*ordinals, *words("groups", "end")):
        return None
    number = Decimal(ordinals.index(chunk.text) + 1 if chunk.text in ordinals else 1)
    return Count(chunk.start, chunk.end, text[chunk.start : chunk.end], number, None, Bound.EXACT)


def counted_after(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Arms with their number after them, as lists write it: "Leopard 2 tanks - 18", "howitzers, over 12 units"."""
    return joined(text, chunks, (K.ITEM,), _counted_after)


def _counted_after(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    item = chunks[at].ref
    if at > _OPENING or not isinstance(item, Item) or item.count is not None or item.elliptic:
        return None
    stop = at + 1
    if stop >= len(chunks) or not (chunks[stop].kind in _BEFORE_NUMBER or chunks[stop].text in _TIMES):
        return None
    opened = chunks[stop].kind is K.OPEN
    stop = after(chunks, stop + 1, (K.DET,))
    number = ref_at(chunks, stop)
    bare = isinstance(number, Item) and (number.elliptic or _is_pieces(number))
    count = number.count if bare and isinstance(number, Item) else number
    if not isinstance(count, Count):
        return None
    stop += 1
    if stop < len(chunks) and chunks[stop].text in words("items", "pieces"):
        stop += 1
    if opened and not (stop < len(chunks) and chunks[stop].kind is K.CLOSE):
        return None
    stop += opened
    if stop < len(chunks) and chunks[stop].kind not in _AFTER_NUMBER:
        return None
    one = replace(item, end=chunks[stop - 1].end, surface=text[item.start : chunks[stop - 1].end], count=count)
    return span(text, K.ITEM, chunks[at].start, chunks[stop - 1].end, one), stop


def _is_pieces(item: Item) -> bool:
    """Whether an item only says that something is counted: "over 14,000 units", "2,500 pieces"."""
    last = item.surface.split()[-1].lower()
    return item.system is None and item.kind is not None and last in words("items", "pieces")


def appositions(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """A counted common noun and its name as one item: "18 aircraft, Su-25s, came", "40 tanks of the Leopard type"."""
    return joined(text, chunks, (K.ITEM,), _apposition)


def _apposition(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    item = chunks[at].ref
    if not isinstance(item, Item) or item.count is None or item.system is not None:
        return None
    if item.kind is None and not item.elliptic:
        return None
    found = (_after_comma(chunks, at) if item.kind is not None else None) or _of_the_type(chunks, at)
    if found is None:
        return None
    name, stop = found
    if name.system is None or name.count is not None or item.category not in (None, name.category):
        return None
    weapon, category = named_kind(name.system, item.kind)
    one = replace(
        item,
        end=chunks[stop - 1].end,
        surface=text[item.start : chunks[stop - 1].end],
        system=name.system,
        designation=name.designation,
        weapon=weapon,
        category=category,
        elliptic=False,
    )
    return span(text, K.ITEM, chunks[at].start, chunks[stop - 1].end, one), stop


def _after_comma(chunks: Sequence[Chunk], at: int) -> tuple[Item, int] | None:
    """The plural name after a comma, that of all or of most, and the index after it: "250 tanks, mostly T-34s"."""
    stop = at + 2
    if stop < len(chunks) and chunks[stop].text in words("items", "mostly"):
        stop += 1
    name = ref_at(chunks, stop)
    if not isinstance(name, Item) or chunks[at + 1].kind is not K.COMMA or not is_plural(name):
        return None
    return name, stop + 1


def _of_the_type(chunks: Sequence[Chunk], at: int) -> tuple[Item, int] | None:
    """The name of a type, and the index after it: "of the type Fuchs 2", ", of the improved Leopard 2A6 type", "in the
    Leopard 2A6 version"."""
    types = words("same_type", "words") | words("same_type", "classes")
    of = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind is K.COMMA)
    if of + 1 >= len(chunks) or chunks[of].text not in ("of", "in"):
        return None
    stop = of + 1 + (chunks[of + 1].kind is K.DET)
    described = stop + 1 < len(chunks) and is_modifier(chunks[stop]) and chunks[stop].text not in types
    stop += described and isinstance(chunks[stop + 1].ref, Item)
    before = stop < len(chunks) and chunks[stop].text in types
    stop += before
    name = ref_at(chunks, stop)
    behind = stop + 1 < len(chunks) and chunks[stop + 1].text in types
    between_commas = of == at + 2 and stop + 1 < len(chunks) and chunks[stop + 1].kind is K.COMMA
    if not isinstance(name, Item) or not (before or behind or between_commas or name.surface.endswith("class")):
        return None
    return name, stop + 1 + behind


def classed(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Arms and the class they are of as one item: "boats of the Kilo class", "116 tanks are of the K2 model"."""
    return joined(text, chunks, (K.ITEM,), _classed)


def _classed(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    item = chunks[at].ref
    if not isinstance(item, Item) or item.system is not None or item.kind is None:
        return None
    of = at + 1 + (item.count is not None and at + 1 < len(chunks) and chunks[at + 1].text in words("grammar", "is"))
    if of + 1 >= len(chunks) or chunks[of].text != "of":
        return None
    stop = of + 1 + (chunks[of + 1].kind is K.DET)
    name = ref_at(chunks, stop)
    if not isinstance(name, Item) or name.system is None or name.count is not None:
        return None
    if item.category not in (None, name.category) and name.category is not None:
        return None
    last = chunks[stop].text.split()[-1]
    following = stop + 1 < len(chunks) and chunks[stop + 1].text in words("same_type", "classes")
    if not following and last not in words("same_type", "classes") and not last.endswith("-class"):
        return None
    stop += following
    end = chunks[stop].end
    weapon, category = named_kind(name.system, item.kind)
    one = replace(
        item,
        end=end,
        surface=text[item.start : end],
        system=name.system,
        designation=name.designation,
        weapon=weapon,
        category=category,
    )
    return span(text, K.ITEM, chunks[at].start, end, one), stop + 1


def parts(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The thing, and whose it is: "technical support for the GlobalEye", "missiles for the Patriot"."""
    return joined(text, chunks, (K.ITEM,), _part)


def _part(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    item = chunks[at].ref
    if not isinstance(item, Item) or item.kind is None or item.system is not None or at + 2 >= len(chunks):
        return None
    if chunks[at + 1].text not in ("for", "of") or (item.kind.generic and item.kind.category is None):
        return None
    stop = at + 2
    while stop < len(chunks) and stop - at < _REACH and _before_owner(chunks[stop]):
        stop += 1
    owner = ref_at(chunks, stop)
    if not isinstance(owner, Item) or owner.system is None or not _belongs(item, owner):
        return None
    keep = item.category in _KEEP_DESIGNATION
    one = replace(
        item,
        end=owner.end,
        surface=text[item.start : owner.end],
        count=item.count or (owner.count if item.category is Category.SERVICE else None),
        designation=owner.designation if keep else None,
        system=owner.system if keep else None,
    )
    return span(text, K.ITEM, chunks[at].start, owner.end, one), stop + 1


def _before_owner(chunk: Chunk) -> bool:
    return chunk.kind in (K.DET, K.WORD, K.GEN, K.PARTY, K.HOME) or chunk.text in ("its", "these")


def _belongs(item: Item, owner: Item) -> bool:
    return item.category is Category.SERVICE or (owner.count is None and item.category in _BELONGING)
