"""What a clause without a counted item says of the deal told last."""

from __future__ import annotations

from etl.documents import BlockKind
from etl.link.discourse.deals import describe
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.memory import Memory
from etl.link.drafts import Draft, codes_of, same_system
from etl.link.events import Event
from schemas.vocabulary import Rule, Stage

_TELLS_STAGE = frozenset({"agree", "approve", "cancel", "deliver", "receive", "arrive", "award", "win"})


def add_attributes(memory: Memory, event: Event, made: list[Draft]) -> None:
    """What a clause without a counted item says of the deal in focus: value, date, stage, deliveries."""
    if event.negative is not None or memory.focus is None:
        return
    if memory.focus.listed and memory.blocks[event.sentence.block].kind is BlockKind.PARAGRAPH:
        return
    if event.sentence.block - memory.focus_block > 1:
        _main_delivery(memory, event)
        return
    if (
        any(x.item.count is None and x.item.system is not None and not x.item.definite for x in event.lines)
        and not made
    ):
        return
    described = event.relative_to
    if (
        described is not None
        and memory.focus_row is not None
        and described is not memory.focus_row.item
        and not same_system(described.designation, memory.focus_row.designation)
    ):
        return
    if memory.negative_sentence and not event.deal_noun:
        return
    if event.other and event.stage in (Stage.CANCELLED, Stage.PROPOSED):
        return
    if event.stage is Stage.PROPOSED and memory.focus.stages:
        event.stage = None
    draft = memory.focus
    if draft.goes_elsewhere(event.recipients):
        return
    if not any(not f.nominal and f.name in _TELLS_STAGE for f in event.frames):
        event.stage = None
    if (
        event.suppliers
        and all(a.rule is Rule.KNOWN and a.company is None for a in draft.suppliers)
        and not (codes_of(event.suppliers) & draft.recipient_codes())
        and event.names & {"award", "acquire", "receive"}
        and (not draft.suppliers or all(a.rule is Rule.STATED for a in event.suppliers))
    ):
        draft.suppliers = event.suppliers
    if event.values or event.agreed or event.stage or event.deliveries:
        describe(draft, event)
        if event.stage is not None and not event.lines:
            for row in draft.rows:
                row.stages.append(event.stage)
        if memory.focus_row is not None:
            date_row(memory, draft, memory.focus_row, event, None)
            for other in draft.rows:
                if (
                    other is not memory.focus_row
                    and other.delivery_from is None
                    and other.delivery_to is None
                    and not event.lines
                ):
                    other.delivery_from, other.delivery_to = (
                        memory.focus_row.delivery_from,
                        memory.focus_row.delivery_to,
                    )


def _main_delivery(memory: Memory, event: Event) -> None:
    """Deliveries told far from their deal, of nothing named: those of the deal that the document opened with."""
    main = next((d for d in memory.drafts if d.rows), None)
    if main is None or main.listed or event.lines or not event.deliveries or event.relative_to is not None:
        return
    if event.recipients and not codes_of(event.recipients) & main.recipient_codes():
        return
    for row in main.rows:
        if row.delivery_from is None and row.delivery_to is None:
            date_row(memory, main, row, event, None)
