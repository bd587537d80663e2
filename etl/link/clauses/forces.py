"""Verbs after which arms are taken over, shown, used or left by forces and works, and whether that is a delivery."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses.around import has_object, is_passive
from etl.link.clauses.types import Clause
from etl.link.items import Item
from etl.recognise.cues import Cue, CueEntry, words
from etl.recognise.mentions import When


def only_gets(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether somebody got arms, and nothing is said of a price or a deal: "Lima got three Mi-17s in spring"."""
    home = i + 1 < len(chunks) and chunks[i + 1].text == "home"
    did = i > clause.start and chunks[i - 1].text == "did"
    taken = entry.lemma in words("lemmas", "vague_future") and _is_a_part(chunks[i + 1 : i + 3])
    if not (entry.form == "past" or did) or not (entry.lemma in words("lemmas", "receiving") or home or taken):
        return False
    span = chunks[clause.start : clause.stop]
    if is_passive(chunks, clause, i):
        return False
    deal = any(isinstance(c.ref, Cue) and any(r.frame in ("deal", "price") for r in c.ref.readings) for c in span)
    doer = any(c.kind in (K.PARTY, K.HOME, K.PRON) for c in chunks[clause.start : i])
    described = doer and clause.antecedent is not None and isinstance(chunks[clause.antecedent].ref, Item)
    return (
        not deal
        and not any(c.kind is K.MONEY for c in span)
        and (described or any(isinstance(c.ref, Item) for c in chunks[i : clause.stop]))
    )


def leaves_works(chunks: Sequence[Chunk], i: int, entry: CueEntry) -> bool:
    """Whether what leaves is still being made: "two have left the assembly line"."""
    after = [word for c in chunks[i + 1 : i + 4] for word in c.text.split()]
    return entry.lemma in words("lemmas", "leaving") and not words("lemmas", "works").isdisjoint(after)


def _is_a_part(after: Sequence[Chunk]) -> bool:
    """Whether some of an order, or used arms, stand right after a verb: "took its first ten jets", "two used ships"."""
    items = [c.ref for c in after if isinstance(c.ref, Item)]
    used = words("rivals", "used")
    ones = any(i.possessive and i.count is not None and i.count.modifier in ("first", "last") for i in items)
    return ones or any(i.part is not None or not used.isdisjoint(i.surface.lower().split()) for i in items)


def parts_with(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether what is wanted is to be rid of arms: "wants to dispose of a dozen jets", "wants to retire its tanks"."""
    after = [c.text for c in chunks[i + 1 : i + 3]]
    return len(after) == 2 and after[0] == "to" and after[1] in words("lemmas", "discarding")


def joins_force(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether counted arms have joined somebody's forces: "two frigates joined the Kenyan navy"."""
    at = i - 1
    while at > clause.start and chunks[at].kind is K.AUX:
        at -= 1
    item = chunks[at].ref
    force = next((c for c in chunks[i + 1 : i + 3] if c.kind is not K.DET), None)
    counted = isinstance(item, Item) and (item.count is not None or item.single)
    return entry.form == "past" and counted and force is not None and force.kind in (K.PARTY, K.HOME)


def brings_to_land(chunks: Sequence[Chunk], i: int, entry: CueEntry) -> bool:
    """Whether arms are set down and no deal is won: "landing them at an air base", not "landed a contract"."""
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    if entry.lemma != "land" or following is None:
        return False
    placed = i + 2 < len(chunks) and chunks[i + 2].text in words("grammar", "located")
    counted = isinstance(following.ref, Item) and following.ref.count is not None
    return following.text in words("grammar", "things", "the_arms") or (counted and placed)


def sends_own(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether forces are sent with the arms that they have: "sent a battalion with 30 tanks"."""
    after = [c for c in chunks[i + 1 : i + 6] if c.kind is not K.DET]
    force = next((n for n, c in enumerate(after) if c.text.split()[-1] in words("home", "formations")), None)
    if force is None or force > 1 or force + 1 >= len(after):
        return False
    return after[force + 1].text in ("with", "and")


def is_commissioned(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are put into service and not ordered from a yard: "both have been commissioned"."""
    passive = is_passive(chunks, clause, i)
    return passive and not (i + 1 < len(chunks) and chunks[i + 1].text in ("from", "by"))


def puts_into_service(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether a force commissions arms that it has got: "the navy commissioned two frigates", not "from a yard"."""
    after = chunks[i + 1 : clause.stop]
    ordered = any(a.text in ("from", "with") and b.kind is not K.DATE for a, b in pairwise(after))
    told = any(c.kind is K.MONEY or c.text == "to" for c in after)
    them = any(c.text in words("grammar", "things") or c.text == "both" for c in after[:1])
    return entry.form == "past" and (has_object(chunks, i) or them) and not ordered and not told


def shows_arms(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are only shown, for nobody and under no deal: "unveiled a new turret"."""
    after = chunks[i + 1 : clause.stop]
    arms = next((n for n, c in enumerate(after) if isinstance(c.ref, Item)), None)
    if arms is None or any(isinstance(c.ref, Cue) for c in after[:arms]):
        return False
    item = after[arms].ref
    counted = isinstance(item, Item) and item.count is not None
    return not counted and not any(c.text in ("for", "to") for c in after[arms + 1 : arms + 3])


def hands_over(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a delivery follows, which may only be late: "was to have received six", "was to have been delivered"."""
    following = next((c for c in chunks[i + 1 : i + 3] if c.kind is not K.AUX), None)
    return (
        following is not None
        and isinstance(following.ref, Cue)
        and any(r.frame in ("receive", "deliver", "arrive") for r in following.ref.readings)
    )


def ones_leave(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether the first or last of an order leave the works on a date, to be handed over: "the last left the yard"."""
    ones = any(c.text in words("progress", "ones") for c in chunks[clause.start : i])
    leaves = entry.form == "phrase" and entry.lemma.split()[0] in words("progress", "leaves")
    return ones and leaves and i + 1 < len(chunks) and chunks[i + 1].kind is K.DATE


_SHOWN = 6
"""Chunks around a verb among which stand the arms that it tells of, and since when."""


def are_there(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether counted arms are the subject of a verb that only tells that they are there by now.

    "Six TB2s have been flying from Pula since July", "the first eight Strykers have been paraded".
    """
    before = chunks[max(clause.start, i - _SHOWN) : i]
    at = next((n for n in range(len(before) - 1, -1, -1) if isinstance(before[n].ref, Item)), None)
    item = before[at].ref if at is not None else None
    if at is None or not isinstance(item, Item) or item.count is None or (at and before[at - 1].kind is K.PREP):
        return False
    between = [c for c in before[at + 1 :] if c.kind is not K.AUX and c.text not in words("grammar", "adverbs")]
    named = [c for c in between if c.kind not in (K.PREP, K.PARTY, K.COMPANY)]
    perfect = any(c.text in words("grammar", "have") for c in before[at + 1 :])
    if not perfect or named or (between and between[0].kind is not K.PREP):
        return False
    dated = any(isinstance(c.ref, When) and c.ref.relation == "since" for c in chunks[i : min(clause.stop, i + _SHOWN)])
    return dated or (any(c.text == "been" for c in before) and not chunks[i].text.endswith("ing"))
