"""What tells of no deal: paragraphs, and sentences that pronouns after them mean.

What stands before and after such a paragraph is as near as if it were not there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from etl.documents import Block, BlockKind
from etl.link.discourse.anchors import is_anchored
from etl.link.drafts import codes_of
from etl.link.events import TRANSFER, Event
from etl.recognise.cues import words
from etl.recognise.mentions import Company
from schemas.vocabulary import Stage, UsedAs


def steps(blocks: Sequence[Block], read: Sequence[Sequence[Event]], firms: Sequence[Company]) -> tuple[int, ...]:
    """For each block how many up to it may tell of a deal: all but paragraphs whose sentences, ``read``, do not.

    A paragraph that names one of ``firms``, or opens with a pronoun, may tell of a deal.
    """
    silent: dict[int, bool] = {}
    away = False
    for found in (group for group in read if group):
        block = found[0].sentence.block
        away = turns_away(blocks[block], found, away and block in silent, frozenset())
        tells = _points_back(found) if block not in silent else False
        silent[block] = silent.get(block, True) and not tells and (away or not any(_may_tell(e) for e in found))
    starts = [block.start for block in blocks]
    for firm in (firm for firm in firms if firm.called is None):
        n = bisect_right(starts, firm.start) - 1
        if n in silent and firm.start < blocks[n].end:
            silent[n] = False
    return tuple(
        accumulate(block.kind is not BlockKind.PARAGRAPH or not silent.get(n) for n, block in enumerate(blocks))
    )


def _points_back(found: Sequence[Event]) -> bool:
    """Whether a sentence opens with a pronoun, and so speaks of what was told before it."""
    opening = found[0].sentence.chunks[:1]
    return bool(opening) and opening[0].text in words("anchors", "words")


def turns_away(block: Block, found: Sequence[Event], away: bool, sides: frozenset[str]) -> bool:
    """Whether a sentence leaves the deal between ``sides`` told last, so that "they" after it is something else.

    It tells of arms that somebody has or has lost, or opens its block and names nothing of a deal, or goes on about
    what the sentence before it turned ``away`` to.
    """
    if away and not any(goes_on(e, sides) for e in found):
        return True
    if any(_may_tell(e) for e in found):
        return False
    if any(_of_stock(e) for e in found):
        return True
    opens = bool(found) and found[0].sentence.start == block.start
    return opens and not any(goes_on(e, sides) or is_anchored(e) for e in found)


def goes_on(event: Event, sides: frozenset[str]) -> bool:
    """Whether a clause speaks of a deal between ``sides`` by more than a pronoun: by its name, its arms or a side."""
    if _names_deal(event) or event.sentence.has(words("price", "bearers")):
        return True
    return bool(codes_of([*event.suppliers, *event.recipients]) & sides)


def _of_stock(event: Event) -> bool:
    """Whether a clause counts arms that somebody has or has lost."""
    counted = any(line.item.count is not None for line in event.lines)
    return counted and event.negative in (UsedAs.INVENTORY, UsedAs.LOSS)


def _names_deal(event: Event) -> bool:
    """Whether a clause names a deal, arms by their designation, or arms that it takes as known."""
    nouns = any(f.nominal and f.entry.lemma not in words("brought", "trade") for f in event.frames)
    return nouns or any(line.item.system is not None or line.item.definite for line in event.lines)


def _may_tell(event: Event) -> bool:
    """Whether a clause tells of a deal, or of arms that an earlier sentence has told of."""
    if any(line.item.system is not None or line.item.definite for line in event.lines):
        return True
    if event.negative is not None or event.no_arms:
        return False
    if event.values or event.agreed or event.deliveries or _names_deal(event):
        return True
    moved = event.lines or event.suppliers or event.recipients or event.stage not in (None, Stage.PROPOSED)
    return bool(event.names & TRANSFER) and bool(moved)
