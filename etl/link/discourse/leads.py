"""What stands around a clause and lends to it: a heading, the lead-in of a list, the genre of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.documents import Block, BlockKind
from etl.link.chunks import K
from etl.link.discourse.headed import lend_head
from etl.link.discourse.memory import Lead, Memory
from etl.link.drafts import codes_of
from etl.link.events import TRANSFER, Actor, Event
from etl.link.found import Found
from etl.link.headings import heading_stage, no_transfer_heading
from etl.link.items import Item
from etl.link.phrases import any_of, has_any
from etl.recognise.cues import words
from etl.recognise.mentions import When
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs


def take_heading(memory: Memory, block: int, lead: Lead) -> None:
    """A heading lends the stage it names; one that names none passes on the heading before it."""
    words_of_heading = memory.text[memory.blocks[block].start : memory.blocks[block].end]
    start, end = memory.blocks[block].start, memory.blocks[block].end
    lead.found_stage = heading_stage(words_of_heading, start)
    lead.whens = [w for w in memory.mentions.dates if start <= w.start < end]
    lead.due = [w for w in lead.whens if _lies_ahead(memory, w, start)]
    if no_transfer_heading(words_of_heading):
        lead.negative = UsedAs.INVENTORY
    before = memory.heading or Lead()
    if lend_head(memory, memory.blocks[block], lead):
        lead.found_stage = lead.found_stage or before.found_stage
        memory.heading = replace(lead, negative=None)
    elif lead.stage is not None:
        lead.suppliers, lead.recipients = before.suppliers, before.recipients
        lead.found_arrangement, lead.transfer = before.found_arrangement, before.transfer
        memory.heading = replace(lead, negative=None)
    elif memory.heading is not None:
        lead.found_stage = before.found_stage
        memory.leads[block] = memory.heading


def label_stage(memory: Memory, block: int) -> Found[Stage] | None:
    """The stage that a paragraph of a few words before a list gives to it: "Planned:", "Already delivered:"."""
    start = memory.blocks[block].start
    told = memory.text[start : memory.blocks[block].end].strip()
    short = len(told) <= _LABEL and told.endswith(":") and memory.blocks[block].kind is BlockKind.PARAGRAPH
    return heading_stage(told, start) if short else None


def take_default(memory: Memory, found: Sequence[Event]) -> None:
    """Keep the stage of all of which a list says nothing else: "Unless otherwise noted, all has been delivered"."""
    if (
        found
        and has_any(memory.text, "headings", "default")
        and any_of("headings", "default").search(memory.text, found[0].sentence.start, found[0].sentence.end)
    ):
        memory.usual_stage = next((e.found_stage for e in found if e.found_stage), memory.usual_stage)


def introduction(memory: Memory, block: Block) -> Lead | None:
    """What introduces a list item: the country that heads it, its lead-in, the last paragraph told of a transfer."""
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        return None
    lead = _before_list(memory, block)
    if lead is not None and memory.usual_stage is not None and (memory.heading is None or not memory.heading.stage):
        lead.found_stage = memory.usual_stage
    headed = Lead(found_stage=lead.found_stage, negative=lead.negative) if lead is not None else Lead()
    return headed if block.kind is BlockKind.LIST_ITEM and lend_head(memory, block, headed) else lead


def answer_to(memory: Memory, event: Event) -> Lead | None:
    """The question before a paragraph, for a sentence that answers it without a verb: "What was given? Ten tanks."."""
    block = event.sentence.block
    before = memory.blocks[block - 1] if block else None
    if before is None or event.frames or not event.lines or memory.blocks[block].kind is not BlockKind.PARAGRAPH:
        return None
    introduces = memory.text[event.sentence.start : event.sentence.end].endswith(":")
    verbless = all(c.kind is not K.AUX for c in event.sentence.chunks)
    asked = memory.leads.get(block - 1) if is_question(memory, before) and verbless and not introduces else None
    sides = asked is not None and (asked.suppliers or asked.recipients or any(_is_named(x.item) for x in event.lines))
    return asked if asked is not None and asked.transfer and asked.negative is None and sides else None


def _is_named(item: Item) -> bool:
    """Whether arms are counted and named, so that it is known where they come from."""
    return item.count is not None and item.system is not None


def is_question(memory: Memory, block: Block) -> bool:
    """Whether a block ends with a question mark."""
    return memory.text[block.start : block.end].rstrip().endswith("?")


_LABEL = 30
"""Characters up to which a paragraph before a list only labels it."""

_OPENING_WORDS = 30
"""Characters from the start of a sentence in which the words stand by which it adds up."""


def take_loose_dates(event: Event, lead: Lead) -> None:
    """Dates of an item that no verb goes with are of what the introduction says: "Delivered: six jets (2017-2018)"."""
    stage, whens = event.stage or lead.stage, event.loose or lead.whens
    if stage in (Stage.DELIVERED, Stage.DELIVERING) and not event.deliveries:
        event.deliveries = whens
    elif stage in (Stage.AGREED, Stage.ORDERED) and not event.agreed:
        event.agreed = event.loose


def _lies_ahead(memory: Memory, when: When, start: int) -> bool:
    """Whether a heading tells for which year something is meant: "Decided for 2024"."""
    year = when.value or ""
    ahead = len(year) == 4 and memory.published is not None and year >= memory.published[:4]
    meant = memory.text[start : when.start].rstrip().lower().endswith(" for")
    return ahead and (meant or when.surface.lower().startswith("in "))


def take_due(memory: Memory, event: Event, lead: Lead) -> None:
    """Give an item without dates those of delivery that the line before its list tells: "In May Lithuania sent:"."""
    block = memory.blocks[event.sentence.block]
    before = memory.blocks[block.lead] if block.lead is not None else None
    under_way = any("going" in f.effects for f in event.frames)
    own = under_way or event.loose or event.deliveries
    if before is None or lead is not memory.leads.get(block.lead or 0) or own:
        return
    if before.kind is BlockKind.HEADING or memory.text[before.start : before.end].rstrip().endswith(":"):
        event.deliveries = list(lead.due)


def sums_up(memory: Memory, event: Event) -> bool:
    """Whether a sentence only adds up what has been given over years: "In all, Oslo has given 910 million euros"."""
    return not event.lines and opens_with_sum(memory, event)


def opens_with_sum(memory: Memory, event: Event) -> bool:
    """Whether a sentence opens with the words by which it adds up: "Altogether", "In all"."""
    start = event.sentence.start
    return bool(any_of("tally", "sums").match(memory.text, start, start + _OPENING_WORDS))


def _before_list(memory: Memory, block: Block) -> Lead | None:
    """What the lead-in of a list lends to its items, completed by the last paragraph that told of a transfer."""
    if _stands_alone(memory, block):
        return None
    own = memory.leads.get(block.lead) if block.lead is not None else None
    known = (memory.main_giver, memory.publisher, memory.topic)
    giver = next((code for code in known if code not in (None, memory.beneficiary)), None)
    if (
        memory.beneficiary is not None
        and giver not in (None, memory.beneficiary)
        and not memory.context.transfer
        and (own is None or (not own.transfer and own.negative is None))
    ):
        own = own or Lead()
        own.suppliers, own.recipients = (
            [Actor(code or "", block.start, block.start, Rule.INHERITED)] for code in (giver, memory.beneficiary)
        )
        own.found_arrangement, own.transfer = Found(Arrangement.AID), True
        own.found_stage = own.found_stage or (memory.heading.found_stage if memory.heading else None)
        return own
    if own is None:
        return memory.context if memory.context.transfer else None
    if own is memory.context or own.negative is not None:
        return own
    if not own.transfer and not memory.context.transfer:
        return own
    draft = own.draft
    if draft is None and own.stage in (None, memory.context.stage):
        draft = memory.context.draft
    own.suppliers = own.suppliers or memory.context.suppliers
    own.recipients = own.recipients or memory.context.recipients
    own.found_arrangement = own.found_arrangement or memory.context.found_arrangement
    own.found_stage = own.found_stage or memory.context.found_stage
    if memory.on_aid and not own.suppliers and memory.main_giver not in (None, *codes_of(own.recipients)):
        own.suppliers = [Actor(memory.main_giver or "", block.start, block.start, Rule.INHERITED)]
    if memory.on_aid and memory.beneficiary in codes_of(own.recipients):
        own.found_arrangement = own.found_arrangement or Found(Arrangement.AID)
    own.transfer, own.draft = True, draft
    return own


def _stands_alone(memory: Memory, block: Block) -> bool:
    """Whether a numbered paragraph follows another that does not introduce it: "(d) Sixteen jets were ordered ..."."""
    before = memory.blocks[block.lead] if block.lead is not None else None
    if before is None or before.kind is not BlockKind.PARAGRAPH or block.kind is not BlockKind.LIST_ITEM:
        return False
    told = memory.text[block.start : block.end].rstrip()
    introduced = memory.text[before.start : before.end].rstrip().endswith((":", ";", "-", "\u2013", "\u2014"))
    return not introduced and told.endswith(".") and any(f" {aux} " in told for aux in words("grammar", "is"))


def lend(lead: Lead, event: Event) -> None:
    """Let an introduction take up what one more of its clauses says; the last word counts."""
    lead.suppliers = event.suppliers or lead.suppliers
    lead.recipients = event.recipients or lead.recipients
    lead.found_stage = event.found_stage or lead.found_stage
    lead.found_arrangement = event.found_arrangement or lead.found_arrangement
    lead.transfer = lead.transfer or bool(event.names & TRANSFER)
    lead.negative = event.negative
    lead.due = [replace(w, value=w.ahead or w.value) if event.future else w for w in event.deliveries] or lead.due
