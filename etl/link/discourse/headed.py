"""Lists by country: a heading or the first words of an item name who gives, or who gets, all that stands under it."""

from __future__ import annotations

import re

from etl.documents import Block, BlockKind
from etl.link.discourse.memory import Lead, Memory
from etl.link.events import Actor
from etl.link.found import Found
from etl.recognise.mentions import Party
from schemas.vocabulary import Arrangement, Rule

_TO = re.compile(r"\b(?:to|for)\s+(?:the\s+)?$", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:\([^)\n]{0,30}\)\s*)?(?::|[\u2013\u2014]|--|-\s|\||$)")
"""What stands after a country that heads something: "Poland:", "Norway (NATO) - ", the end of a heading."""


def head_of(memory: Memory, start: int, end: int) -> Party | None:
    """The country that a stretch of text is headed by: "Poland", "To Kenya:", "Norway - 22 howitzers"; else None."""
    for party in memory.mentions.parties:
        if party.start >= end:
            return None
        if party.start < start:
            continue
        before = memory.text[start : party.start].strip().lower()
        headed = before in ("", "to", "from", "for", "the", "the republic of")
        marked = _MARK.match(memory.text[party.end : end])
        return party if headed and marked and party.form in ("name", "people", "capital") else None
    return None


def _goal(memory: Memory, block: Block) -> Party | None:
    """Whom the help that a heading names goes to: "Other assistance to the Kenya Defence Forces"."""
    if not memory.on_aid:
        return None
    for party in memory.mentions.parties:
        if block.start <= party.start < block.end and _TO.search(memory.text[block.start : party.start]):
            return party
    return None


_BEFORE_TABLE = 3
"""Paragraphs before a table among which it is told whom its arms are meant for."""


def goal_before(memory: Memory, block: int) -> list[Actor]:
    """The one country that the paragraphs before a table name after "to" or "for"; empty where they name several."""
    at, read = block - 1, 0
    goals: list[Party] = []
    while at >= 0 and read < _BEFORE_TABLE:
        here = memory.blocks[at]
        if here.kind is not BlockKind.TABLE_ROW:
            told = [p for p in memory.mentions.parties if here.start <= p.start < here.end and len(p.code) == 3]
            goals += [p for p in told if p.form != "adjective" and _is_goal(memory.text, here.start, p.start)]
            read += 1
        at -= 1
    one = len({p.code for p in goals}) == 1
    return [Actor(goals[0].code, goals[0].start, goals[0].end, Rule.INHERITED)] if one else []


def _is_goal(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return bool(_TO.search(before)) and "according" not in before[-_SOURCE:].lower()


_SOURCE = 20
"""Characters before a name among which the word stands by which it only is the source: "according to"."""


def lend_head(memory: Memory, block: Block, lead: Lead) -> bool:
    """Let a block that a country heads lend it as giver or getter; false where none heads it or its part is not known.

    Source: lists of donations by donor, and of gifts by recipient, which name the other side once for all.
    """
    party = head_of(memory, block.start, block.end)
    if party is None and block.kind is BlockKind.HEADING:
        party = _goal(memory, block)
    if party is None:
        return False
    here = Actor(party.code, party.start, party.end)
    helped, giver = memory.beneficiary or memory.main_recipient, memory.main_giver
    before = memory.text[block.start : party.start].lower().removesuffix("the ").split()
    towards = before[-1] if before else ""
    if helped not in (None, party.code) and towards not in ("to", "for"):
        assert helped is not None
        lead.suppliers, lead.recipients = [here], [Actor(helped, party.start, party.start, Rule.INHERITED)]
    elif giver not in (None, party.code) and towards != "from":
        assert giver is not None
        lead.suppliers, lead.recipients = [Actor(giver, party.start, party.start, Rule.INHERITED)], [here]
    else:
        return False
    if memory.on_aid:
        lead.found_arrangement = Found(Arrangement.AID)
    lead.transfer = True
    return True
