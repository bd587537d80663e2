"""Round-ups: documents whose paragraphs are each a story of their own, and lend each other nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from etl.documents import Block, BlockKind, Document
from etl.link.phrases import any_of
from etl.recognise.mentions import Party

_OPENING = 100
"""Characters within which a story names the country that it is about."""

_SHARED = 0.5
"""Share of the stories of a round-up in which one country is named at most."""


class _Signs(NamedTuple):
    """Of how many stories a round-up is, which share opens with a country, and which share of these with its own."""

    least: int
    opened: float
    own: float


_CALLED = _Signs(3, 0.4, 0.75)
_UNCALLED = _Signs(5, 0.75, 0.8)


def worlds(document: Document, read: Sequence[int], parties: Sequence[Party]) -> list[list[int]]:
    """The indexes of the blocks ``read``, one list for each story; one list for a document that is one story.

    Source: the habit of weekly digests and fair notebooks, "FINLAND. ... GREECE. ...", whose titles say what they are
    or name no country.
    """
    blocks = document.blocks
    countries = [p for p in parties if p.form not in ("organisation", "group")]
    named = {n: [p for p in countries if blocks[n].start <= p.start < blocks[n].end] for n in read}
    if not _is_roundup(document, named, countries):
        return [list(read)]
    stories: list[list[int]] = []
    for index in read:
        if stories and (_is_introduced(blocks, index) or not named[index]):
            stories[-1].append(index)
        else:
            stories.append([index])
    return stories


def _is_roundup(document: Document, named: dict[int, list[Party]], countries: Sequence[Party]) -> bool:
    """Whether the stories of a document open with countries of their own, none of which is in most of them."""
    title_end = max((b.end for b in document.blocks if b.kind is BlockKind.TITLE), default=0)
    called = bool(any_of("roundups", "titles").search(document.title or ""))
    if not called and any(p.start < title_end for p in countries):
        return False
    signs = _CALLED if called else _UNCALLED
    told = [n for n in named if document.blocks[n].kind is not BlockKind.HEADING]
    openings = [p for n in told for p in named[n][:1] if p.start < document.blocks[n].start + _OPENING]
    spread = Counter(code for found in named.values() for code in {p.code for p in found})
    return (
        len(openings) >= signs.least
        and len(openings) >= signs.opened * len(told)
        and len({p.code for p in openings}) >= signs.own * len(openings)
        and max(spread.values()) <= _SHARED * len(openings)
    )


def _is_introduced(blocks: Sequence[Block], index: int) -> bool:
    """Whether a list item or table row stands under words that introduce it."""
    block = blocks[index]
    lead = blocks[block.lead].kind if block.lead is not None else None
    return block.kind is BlockKind.TABLE_ROW or (block.kind is BlockKind.LIST_ITEM and lead is BlockKind.PARAGRAPH)
