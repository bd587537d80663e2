"""Arms in a clause that do not move in it: figures to compare with, what was not chosen, what a figure was before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.events.means import is_means
from etl.link.events.rivals import is_passed_over
from etl.link.events.types import Event
from etl.link.items import Item, named_like
from etl.recognise.cues import words
from schemas.vocabulary import Bound, Category

_REACH = 7
"""Chunks before arms among which the words stand that they are replaced."""

_MEASURING = 3
"""Chunks between a verb of measuring and what is measured by."""


def is_aside(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the item at chunk ``i`` is only mentioned."""
    item = chunks[i].ref
    assert isinstance(item, Item)
    of_a_ship = item.named and (_is_aboard(chunks, i) or _acts(clause, i))
    if of_a_ship or is_means(chunks, clause, i, item):
        return True
    if _to_replace(chunks, clause, i) or _is_missing(chunks, clause, i) or _fitted(chunks, clause, i, item):
        return True
    if clause.preps.get(i) == "with" and " ".join(c.text for c in chunks[i + 1 : i + 3]) in words(
        "items", "among_them"
    ):
        return True
    if (item.count is None or _closes_included(chunks, clause, i)) and _is_included(chunks, i):
        return True
    if _in_contest(chunks, clause, i, item):
        return True
    if item.count is None:
        only = _only_part(chunks, clause, i, item) or _only_tallied(chunks, clause, i)
        return only or is_passed_over(chunks, clause, i)
    apart = _only_compared(chunks, clause, i) or _of_other_verb(chunks, clause, i) or _in_return(chunks, clause, i)
    return (
        apart
        or _only_among(chunks, clause, i, item)
        or _world_total(clause, i, item)
        or _of_batches(chunks, clause, i, item)
    )


def _in_contest(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether arms have won, or are those of a loser: "Lockheed's frigates lost to the Belharra"."""
    lemmas = words("lemmas", "lost_to", "losing_out")
    lost = next((f for f in clause.frames if f.name == "cancel" and f.entry.lemma in lemmas), None)
    if lost is None:
        return False
    won = lost.entry.lemma in words("lemmas", "lost_to") or [c.text for c in chunks[lost.at + 1 : lost.at + 2]] == [
        "to"
    ]
    return (won and lost.at < i) or (item.system is None and item.count is None)


def _of_batches(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether a figure only tells how many come at a time: "24 jets in four batches of six"."""
    if i - 3 < clause.start or not item.elliptic or item.count is None or chunks[i - 1].text != "of":
        return False
    bought = [c.kind for c in chunks[i + 1 : i + 3]] == [K.COMMA, K.CUE]
    batches = chunks[i - 2].text in words("items", "batches") and chunks[i - 3].kind in (K.COUNT, K.PREP) and not bought
    whole = [c.ref for c in chunks[clause.start : i] if isinstance(c.ref, Item) and c.ref.count is not None]
    return batches and any(x.count is not None and x.count.amount > item.count.amount for x in whole)


def _is_included(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether arms only come with what a price is of: "paid 3 billion for them, spare engines and support included"."""
    for chunk in chunks[i + 1 : i + _REACH]:
        if chunk.text in words("accompany", "included"):
            return True
        if chunk.kind not in (K.CONJ, K.WORD, K.CUE, K.COMMA, K.KIND):
            return False
    return False


def _closes_included(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether counted arms only come with a price: "the deal amounts to 80 million, three stations included"."""
    after = chunks[i + 1 : clause.stop]
    return len(after) == 1 and clause.start == i - 1 and chunks[clause.start].kind is K.COMMA


def _only_among(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether a count is of some of the arms just counted by their kind: "20 trucks, among them six tankers"."""
    among = chunks[i - 1].text in words("items", "among") or (
        chunks[i - 1].text in words("grammar", "things") and i > 1 and chunks[i - 2].text == "among"
    )
    if i - 1 < clause.start or not among or item.count is None:
        return False
    whole = next((c.ref for c in reversed(chunks[clause.start : i]) if isinstance(c.ref, Item)), None)
    if whole is None or whole.count is None or whole.count.amount <= item.count.amount:
        return False
    return whole.system is not None or (whole.kind is not None and not whole.kind.generic)


def _only_tallied(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are only added up: "It takes the number of Bushmasters given to Kyiv to 120"."""
    if i - 2 < clause.start or chunks[i - 1].text != "of" or chunks[i - 2].text not in words("tally", "words"):
        return False
    return any(c.text in words("tally", "raises") for c in chunks[clause.start : i])


def _is_aboard(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a ship by its name is where something happens: "signed aboard the cruiser Averof"."""
    at = i - 1 - (i > 0 and chunks[i - 1].kind is K.DET)
    return at >= 0 and chunks[at].text in words("ships", "aboard")


def _to_replace(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are those that others come instead of: "to take the place of the F-5", "replacing 24 Kfirs"."""
    lead = [c.text for c in chunks[max(clause.start, i - _REACH) : i] if c.kind is not K.ITEM]
    before = f" {' '.join(lead)} "
    return any(f" {phrase} " in before for phrase in words("replaced", "words"))


def _is_missing(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are what is not there: "held up for want of a German engine"."""
    at = i
    while at > clause.start and chunks[at - 1].kind in (K.DET, K.PARTY, K.GEN, K.WORD, K.COMPANY):
        at -= 1
    missing = (
        at - 2 >= clause.start and chunks[at - 1].text == "of" and chunks[at - 2].text in words("missing", "words")
    )
    return missing


def _only_part(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether one thing without a name only belongs to another or likens it: "a gun on the bed of a truck"."""
    prep = clause.preps.get(i)
    if not item.single or item.system is not None or prep not in words("grammar", "belonging"):
        return False
    at = next((j for j in range(i - 1, clause.start - 1, -1) if chunks[j].text == prep), clause.start)
    return not any(c.kind is K.CUE for c in chunks[max(clause.start, at - 1) : at])


def _acts(clause: Clause, i: int) -> bool:
    """Whether a ship by its name does something to others: "the destroyer Bulkeley took 21 missiles from a dhow"."""
    verbs = [f for f in clause.frames if not f.nominal]
    return bool(verbs) and verbs[0].at > i and not verbs[0].passive and verbs[0].name != "arrive"


def _in_return(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether counted arms are the price of others: "Slovakia gets 15 Leopards for 30 BVP-1s"."""
    at = i - 2
    if clause.preps.get(i) != "for" or chunks[i - 1].text != "for":
        return False
    while at > clause.start and chunks[at].kind in (K.PARTY, K.COMPANY, K.PREP, K.DET, K.DATE):
        at -= 1
    pair = [chunks[at].ref, chunks[i].ref] if at >= clause.start else []
    both = [x for x in pair if isinstance(x, Item) and x.count is not None and x.category in _PLATFORMS]
    return len(both) == 2


def _only_compared(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a figure only measures another: "fewer than the 72 it asked for", "brings the fleet to 54 aircraft"."""
    prep = clause.preps.get(i)
    if _only_measures(chunks, i):
        return True
    if prep == "to":
        if any(clause.preps.get(j) == "from" and chunks[j].kind in (K.ITEM, K.COUNT) for j in range(clause.start, i)):
            return False
        tallies = words("tally", "words", "raises")
        return any(c.text in tallies for c in chunks[clause.start : i])
    return prep in words("grammar", "comparison")


def _only_measures(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether arms are what others are measured by: "weighs more than three of the tanks", "costs as much as two"."""
    item, verb = chunks[i].ref, i - 1
    while verb > 0 and chunks[verb].kind in (K.DET, K.PREP) and i - verb < _MEASURING:
        verb -= 1
    bound = isinstance(item, Item) and item.count is not None and item.count.bound is not Bound.EXACT
    return verb >= 0 and chunks[verb].text in words("grammar", "measures") and (bound or verb < i - 1)


def _world_total(clause: Clause, i: int, item: Item) -> bool:
    """Whether a figure is that of all buyers: "orders now total 285", "more than 1,000 have been ordered"."""
    if item.elliptic and item.surface.lower().startswith(tuple(words("tally", "comes_to"))):
        return True
    verb = next((f for f in clause.frames if not f.nominal and f.at > i), None)
    many = item.count is not None and item.count.bound is Bound.AT_LEAST
    told = verb is not None and verb.passive and verb.perfect and verb.name in ("acquire", "supply")
    return many and told and len(clause.frames) == 1 and not any(p in _WHOSE for p in clause.preps.values())


_WHOSE = ("by", "to", "for", "from")
"""Prepositions that name a side of a transfer."""


def _of_other_verb(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a figure is the object of a verb that moves nothing: "to back up its eight fighters"."""
    at = i - 1
    if at < clause.start or chunks[at].kind is not K.DET or chunks[at].text not in words("grammar", "owners"):
        return False
    while at > clause.start and chunks[at - 1].kind is K.WORD:
        at -= 1
    return clause.start < at < i - 1 and chunks[at - 1].text == "to"


_PLATFORMS = frozenset({Category.SHIP, Category.AIRCRAFT, Category.ARMOURED_VEHICLE})
"""What other arms are fitted to."""


def _fitted(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether a platform is only what other arms are for: "torpedoes for the corvettes", "a radar for its F-16s"."""
    if clause.preps.get(i) not in ("for", "of") or item.category not in (*_PLATFORMS, None):
        return False
    at = i - 1
    if clause.preps.get(i) == "of":
        while at > clause.start and chunks[at].text != "of":
            at -= 1
        if not isinstance(chunks[at - 1].ref, Item):
            at -= 1 + (chunks[at - 1].kind is K.CUE)
    while at > clause.start and chunks[at].kind in (K.DET, K.WORD, K.PRON, K.PARTY, K.GEN, K.HOME, K.CONJ, K.ITEM):
        if chunks[at].kind is K.ITEM and clause.preps.get(at) != "for":
            return False
        at -= 1
    if chunks[at].text not in ("for", "of"):
        return False
    if at - 2 > clause.start and chunks[at - 1].kind is K.CONJ and isinstance(before := chunks[at - 2].ref, Item):
        return _fitted(chunks, clause, at - 2, before)
    while at - 2 > clause.start and chunks[at - 1].kind in (K.PARTY, K.COMPANY, K.DATE):
        at -= 1 + (chunks[at - 2].kind is K.PREP)
    if at > clause.start and chunks[at - 1].text in words("grammar", "objects"):
        return item.possessive
    fitted = chunks[at - 1].ref if at > clause.start else None
    if not isinstance(fitted, Item) or (chunks[at].text == "of" and fitted.category is None):
        return False  # "the last piece of the Rafale order" is none of its parts
    return fitted.category not in (*_PLATFORMS, Category.SERVICE, Category.AIR_DEFENCE)


def take_changes(event: Event, clause: Clause) -> None:
    """Count the later figure of "cut from 24 to 20" and "nine, since cut to six"; the earlier one says what changed."""
    if len(event.lines) < 2:
        return
    chunks = event.sentence.chunks
    changed = {
        chunks[i].start for i in range(clause.start + 2, clause.stop) if chunks[i - 2].text in words("tally", "changes")
    }
    preps = {chunks[i].start: clause.preps.get(i) for i in range(clause.start, clause.stop)}
    for old, new in pairwise(event.lines):
        sides = (preps.get(old.item.start), preps.get(new.item.start))
        later = new.item.elliptic and new.item.start in changed
        if (sides == ("from", "to") or (sides[1] == "to" and later)) and old.item.count and new.item.count:
            new.item = named_like(new.item, old.item)
            new.replaces = old.item.count
            event.lines = [line for line in event.lines if line is not old]
            return
