"""Counts whose noun the sentence leaves out: "24 of them", "another four", "a third in June"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Literal

from etl.link.chunks import Chunk, K
from etl.link.items.item import NAMES, Item, Joined, span
from etl.recognise.cues import Cue, table, words
from etl.recognise.mentions import Count, Party
from schemas.vocabulary import Bound, QuantityUnit

_BEFORE_ALONE = (K.CUE, K.COMMA, K.AUX, K.STOP, K.DASH, K.OPEN, K.DATE, K.REL, K.SUB, K.DET)
"""What may stand before a count of arms that has no noun."""


@cache
def _ones() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(w.split()) for w in words("ones", "words"))


def lone(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    """One, or one more, of what was named, as an elliptic item: "another at the end of that year", "one was given"."""
    if chunks[at].kind not in (K.DET, K.COUNT) or _is_deal(chunks, at):
        return None
    before = chunks[at - 1] if at else None
    told = any(c.kind in NAMES for c in chunks[:at]) or _is_given(chunks, at) or _is_optional(chunks, at)
    if at and not told:
        return _group(text, chunks, at) if chunks[at - 1].kind in (K.COMMA, K.CONJ, K.STOP) else None
    inside = before is None or before.kind in (K.CUE, K.COMMA, K.CONJ, K.PREP, K.STOP)
    if not inside or (before is not None and before.text in words("ones", "not_after")):
        return None
    one = _bare_one(text, chunks, at) or _group(text, chunks, at)
    if one is not None:
        return one
    for length in (3, 2, 1):
        words_here = tuple(c.text for c in chunks[at : at + length])
        if len(words_here) < length or words_here not in _ones():
            continue
        following = chunks[at + length] if at + length < len(chunks) else None
        allowed = (K.PREP, K.COMMA, K.DATE, K.CONJ, K.STOP, *((K.AUX,) if _begins(before) else ()))
        if following is not None and (following.kind not in allowed or following.text == "of"):
            return None
        start, end = chunks[at].start, chunks[at + length - 1].end
        count = Count(start, end, text[start:end], Decimal(1), None, Bound.EXACT, None, "additional")
        return _nameless(text, count, end), at + length
    return None


def _is_deal(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether one more is a deal and no arms: "has a contract for 12 and is negotiating a second one"."""
    verb = chunks[at - 1].ref if at else None
    agrees = isinstance(verb, Cue) and any(r.frame == "agree" and r.form != "noun" for r in verb.readings)
    told = (c.ref for c in chunks[:at] if isinstance(c.ref, Cue))
    return agrees and any(r.form == "noun" and r.frame == "deal" for cue in told for r in cue.readings)


def _begins(before: Chunk | None) -> bool:
    """Whether a clause begins after a chunk."""
    return before is None or before.kind is K.STOP


def _bare_one(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    """ "One" as the subject of a verb or as one of what was named: "one was given away", "one of them"."""
    if chunks[at].text not in words("ones", "alone"):
        return None
    following, length = (chunks[at + 1] if at + 1 < len(chunks) else None), 1
    if following is None or _is_parallel(chunks, at):
        length = int(_is_parallel(chunks, at))
    elif following.text == "of" and at + 2 < len(chunks) and chunks[at + 2].text in words("elliptic", "of_them"):
        length = 3
    elif not _begins(chunks[at - 1] if at else None) or following.kind not in (K.AUX, K.CUE):
        return None
    if not length:
        return None
    start, end = chunks[at].start, chunks[at + length - 1].end
    count = Count(start, chunks[at].end, text[start : chunks[at].end], Decimal(1), None, Bound.EXACT, None, None)
    return _nameless(text, count, end, length > 1), at + length


def _group(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    """A group of those named before as the subject of a verb: "the first pair landed", "the last trio has arrived"."""
    if chunks[at].kind is not K.DET or at + 3 >= len(chunks) or chunks[at + 3].kind not in (K.AUX, K.CUE):
        return None
    place, size = chunks[at + 1].text, table()["groups"]["sizes"].get(chunks[at + 2].text)
    first, last = place in words("groups", "first"), place in words("groups", "last")
    if size is None or not (first or last):
        return None
    start, end = chunks[at].start, chunks[at + 2].end
    modifier: Literal["first", "last"] = "first" if first else "last"
    count = Count(start, end, text[start:end], Decimal(size), None, Bound.EXACT, None, modifier)
    return _nameless(text, count, end), at + 3


def _is_parallel(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "one" goes on a list of parties and figures: "Egypt with two boats, Oman with four and Chad with one"."""
    ends = at + 1 == len(chunks) or chunks[at + 1].kind in (K.COMMA, K.CONJ, K.STOP)
    told = at > 1 and chunks[at - 1].kind is K.PREP and isinstance(chunks[at - 2].ref, Party)
    same = [n for n, c in enumerate(chunks[: at - 1]) if c.text == chunks[at - 1].text]
    return ends and told and any(chunks[n + 1].kind is K.COUNT for n in same)


def _is_given(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether one more is what a verb gives, named in a sentence before: "Romania is giving another"."""
    cue = chunks[at - 1].ref
    ends = at + 1 >= len(chunks) or chunks[at + 1].kind in (K.COMMA, K.STOP)
    return ends and isinstance(cue, Cue) and any(r.frame in ("supply", "deliver") for r in cue.readings)


def _is_optional(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether one more is what an option would bring, named in a sentence before: "holds an option on a fourth"."""
    return at > 1 and chunks[at - 1].kind is K.PREP and chunks[at - 2].text in words("deal_nouns", "options")


def elliptic(text: str, chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """A count whose noun is left out, as an item: "24 of them", "another four", "18 in January"."""
    count = chunks[at].ref
    if not isinstance(count, Count) or not _may_stand_alone(chunks, at, count):
        return _owned(text, chunks, at)
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is None:
        return _nameless(text, count, count.end)
    if isinstance(following.ref, Cue) and any(r.form == "noun" for r in following.ref.readings):
        return _nameless(text, count, count.end) if _takes_up(chunks, at) else None
    if following.text == "of" and at + 2 < len(chunks):
        return _of_them(text, chunks, at, count)
    if following.kind in (K.WORD, K.HOME) and text[following.start].isalpha():
        adverb = following.text.endswith("ly") or following.text in words("elliptic", "followed_by")
        allowed = adverb or _describes(chunks, at + 1)
    else:
        allowed = following.kind not in (K.PARTY, K.COMPANY, K.GEN)
    return _nameless(text, count, count.end) if allowed else None


def _takes_up(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether options are counted that are taken up, so that they are arms: "converted its five options"."""
    options = chunks[at + 1].text in words("deal_nouns", "options")
    before = chunks[max(0, at - 3) : at]
    return options and any(not words("exercised", "words").isdisjoint(c.text.split()) for c in before)


def _owned(text: str, chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """A count after its owner, before a verb: "Ghana's 15 arrived", "Ghana's 15 and Togo's eight came by ship"."""
    count, owner = chunks[at].ref, chunks[at - 2].ref if at > 1 and chunks[at - 1].kind is K.GEN else None
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    goes_on = following is not None and following.kind in (K.AUX, K.CUE, K.CONJ)
    if not isinstance(count, Count) or count.unit is not None or not isinstance(owner, Party) or not goes_on:
        return None
    made = _nameless(text, count, count.end)
    assert isinstance(made.ref, Item)
    return replace(made, ref=replace(made.ref, origin=owner, owned=True))


def _describes(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word describes a noun left out: "24 more second-hand from Qatar", not "two new schoolrooms"."""
    if chunks[at].text not in words("elliptic", "adjectives"):
        return False
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    return after is None or after.kind not in (K.WORD, K.HOME) or _describes(chunks, at + 1)


def _of_them(text: str, chunks: Sequence[Chunk], at: int, count: Count) -> Chunk | None:
    """A count of what was named before: "24 of them", "three of which", "18 of the same type"."""
    which = chunks[at + 2]
    if which.text in words("elliptic", "of_them") or which.text in words("elliptic", "of_which"):
        of_them = which.text in words("elliptic", "of_them")
        after = chunks[at + 3] if at + 3 < len(chunks) else None
        goes_on = after is not None and after.kind in (K.CUE, K.AUX, K.PREP, K.DATE)
        if of_them and at and chunks[at - 1].kind is K.COMMA and not goes_on and count.modifier is None:
            return None
        return _nameless(text, count, which.end, of_them, of_them)
    last = next(
        (i for i in range(at + 2, min(len(chunks), at + 6)) if chunks[i].text in words("same_type", "words")), None
    )
    if last is None or which.text not in words("elliptic", "of_the"):
        return None
    named = chunks[last + 1 : last + 5]
    if named and named[0].kind is K.COMMA and any(c.kind is K.SYSTEM or c.proper for c in named):
        return None  # "125 of an improved version, known as Shir 1"
    if chunks[last].text == "same" and last + 1 < len(chunks) and chunks[last + 1].kind is K.WORD:
        last += 1
    return _nameless(text, count, chunks[last].end, True)


def _nameless(text: str, count: Count, end: int, of_reference: bool = False, of_them: bool = False) -> Chunk:
    unit = count.unit or QuantityUnit.UNIT
    surface = text[count.start : end]
    item = Item(
        count.start,
        end,
        surface,
        count,
        system=None,
        kind=None,
        designation=None,
        weapon=None,
        category=None,
        unit=unit,
        elliptic=True,
        of_reference=of_reference,
        of_them=of_them,
    )
    return span(text, K.ITEM, count.start, end, item)


def _may_stand_alone(chunks: Sequence[Chunk], at: int, count: Count) -> bool:
    """Whether a count without a noun may be one of arms, by what stands before it: a verb, "and", "for", nothing."""
    if at == 0 or count.modifier is not None:
        return True
    if at + 2 < len(chunks) and chunks[at + 1].text == "of":
        which = chunks[at + 2].text
        if which in words("elliptic", "of_them") or which == "which":
            return True
    if _of_other_things(chunks, at):
        return False
    if chunks[at - 1].text in words("cuts", "only"):
        at -= 1
        if at == 0:
            return True
    before = chunks[at - 1]
    if _so_far(chunks, at):
        return True
    if before.text == ":" and at > 1 and chunks[at - 2].text in words("superseded", "words"):
        return False
    added = tuple(c.text for c in chunks[max(0, at - 3) : at]) == ("as", "well", "as")
    alone = before.kind in _BEFORE_ALONE or before.text in words("elliptic", "after")
    return added or alone or _after_side(chunks, at) or _after_object(chunks, at)


def _of_other_things(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a count is of things that are no arms: "inspections, of which 58 have been carried out"."""
    if not chunks[at - 1].text.endswith("which"):
        return False
    noun = next(
        (c for c in reversed(chunks[:at]) if c.kind is not K.COMMA and c.text not in ("of", "which", "of which")), None
    )
    return noun is not None and noun.kind is K.WORD and not noun.proper and noun.text.endswith("s")


def _so_far(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether words for "by now" that open a clause stand before a count and its verb: "so far eight have come"."""
    told = " ".join(c.text for c in chunks[max(0, at - 3) : at])
    ends = next((w for w in words("progress", "so_far") if told.endswith(w)), None)
    start = at - len(ends.split()) if ends is not None else -1
    opens = start == 0 or (start > 0 and chunks[start - 1].kind in (K.COMMA, K.STOP, K.CONJ, K.SUB, K.DASH))
    return opens and at + 1 < len(chunks) and chunks[at + 1].kind in (K.AUX, K.CUE)


def _after_object(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a count that others follow stands after whom a verb gives to: "gave Kyiv 19, 12 and 40 vehicles"."""
    given = at > 1 and chunks[at - 1].kind is K.PARTY and isinstance(chunks[at - 2].ref, Cue)
    return given and at + 2 < len(chunks) and chunks[at + 1].kind is K.COMMA and chunks[at + 2].kind is K.COUNT


def _after_side(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a count follows a name that takes the place of another: "Spain sends six tanks, Norway eight"."""
    back = at - 2 - (at > 1 and chunks[at - 2].kind is K.DET)
    joined = back > 0 and chunks[back].kind in (K.COMMA, K.CONJ, K.CUE)
    ends = at + 1 >= len(chunks) or chunks[at + 1].kind in (K.COMMA, K.CONJ, K.STOP, K.PREP, K.DATE, K.OPEN)
    return chunks[at - 1].kind in (K.PARTY, K.COMPANY) and joined and ends and any(c.kind in NAMES for c in chunks[:at])
