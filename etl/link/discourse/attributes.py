"""What a clause without a counted item says of the deal told last."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from etl.documents import BlockKind
from etl.link.chunks import K
from etl.link.clauses import Frame
from etl.link.discourse.actors import heading_countries
from etl.link.discourse.anchors import is_anchored
from etl.link.discourse.deals import describe
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.endings import cancels_another, is_party, turn_to_partner
from etl.link.discourse.firsts import named_here, of_several, turn_to_first
from etl.link.discourse.memory import Memory
from etl.link.discourse.places import place_told, take_place
from etl.link.discourse.prices import change_of, deal_priced, part_priced
from etl.link.discourse.strays import goes_on
from etl.link.discourse.told_later import date_told_together
from etl.link.drafts import Draft, Row, codes_of, same_system
from etl.link.events import DELIVERS, Event
from etl.link.events.progress import in_use
from etl.link.found import Found, Span, value_of
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Category, Rule, Stage, UsedAs

_RIGHT_AFTER = 10
"""Characters after a verb of delivery within which its object begins."""

_TELLS_STAGE = frozenset({"agree", "approve", "cancel", "deliver", "receive", "arrive", "award", "win"})


def add_attributes(memory: Memory, event: Event, made: list[Draft]) -> None:
    """What a clause without a counted item says of the deal in focus: value, date, stage, deliveries."""
    deal = memory.focus
    base = deal.part_of if deal is not None and deal.option else None
    if base is not None and base.rows and event.deliveries and not event.lines:
        memory.attend(base, base.rows[-1], memory.focus_block)
    turn_to_first(memory, event)
    deal = memory.focus
    if deal is not None and _has_them(event, deal):
        deal.rows[-1].found_stages.append(in_use(event))
    if event.negative is not None or deal is None or event.no_arms or _only_counts(event):
        return
    if memory.away and not made and not goes_on(event, deal.side_codes()):
        return
    headed = heading_countries(memory, event.sentence.block)
    if headed and deal.recipients and not deal.recipient_codes() & set(headed):
        return
    if deal.listed and memory.blocks[event.sentence.block].kind is BlockKind.PARAGRAPH:
        return
    if memory.apart(event.sentence.block, memory.focus_block) > 1:
        _main_delivery(memory, event)
        return
    if event.stage is Stage.CANCELLED and not event.lines:
        deal = turn_to_partner(memory, event, deal)
    if _is_of_another(memory, event, made):
        return
    if _is_unsigned(event):
        _take_back_order(deal, event)
    if _none_came(event):
        _take_back_deliveries(deal)
    if event.stage is Stage.PROPOSED and deal.stages:
        event.found_stage, event.agreed = None, []
    if event.stage is Stage.CANCELLED and Stage.DELIVERED in deal.stages:
        event.found_stage = None
    if event.values and event.names <= {"deal", "price"} and codes_of(event.recipients) <= deal.supplier_codes():
        event.recipients = []  # "Kuwait signed for 30 Skyhawks. The American order is put at $250 million"
    getters = [a for a in event.recipients if a.rule is not Rule.INHERITED]
    own = event.stage is Stage.CANCELLED and is_party(event, deal)
    if (not own and deal.goes_elsewhere(getters)) or _owns_deliveries(deal, event):
        _deliveries_of(memory, event)
        return
    if event.values:
        _take_price(memory, event, deal)
    if memory.usual_stage is not None and memory.focus_block == event.sentence.block:
        _say_otherwise(memory, event)
    pointing = (
        bool(made)
        or event.of_one
        or is_anchored(event)
        or place_told(event) is not None
        or any(f.entry.lemma in words("presence", "held") for f in event.frames)
        or event.stage is Stage.CANCELLED
    )
    if not _tells_stage(event) or not pointing:
        event.found_stage = None
    if not pointing and any(not f.nominal for f in event.frames) and not event.names & DELIVERS:
        event.deliveries = []
    row = memory.focus_row
    if row is not None and _rest_to_come(event):
        row.found_stages = [_begun(s, event) if s.value is Stage.DELIVERED else s for s in row.found_stages]
    if event.of_one and row is not None and row.quantity is not None and row.quantity > 1:
        found = event.found_stage
        if found is not None and found.value is Stage.DELIVERED:
            event.found_stage = replace(found, value=Stage.DELIVERING)
    if _names_seller(deal, event):
        deal.suppliers = event.suppliers
    if row is not None and event.stage is Stage.DELIVERED:
        take_place(memory, event, row)
    if event.values or event.agreed or event.stage or event.deliveries:
        describe(deal, event)
        _tell_rows(memory, deal, event)
        for other in made if _of_all(event) else ():
            if other is not deal:
                for told in other.rows:
                    told.found_stages.append(event.found_stage or Found(Stage.DELIVERED))
                    date_row(memory, other, told, event, None)


def _is_unsigned(event: Event) -> bool:
    """Whether a clause says that nothing has been signed: "was never signed", "the contract has yet to be signed"."""
    signing = [f for f in event.frames if f.name == "agree" and f.entry.stage is Stage.ORDERED and not f.nominal]
    signs = [f for f in signing if f.entry.lemma not in words("exercised", "words")]
    open_ended = words("progress", "undecided")
    yet = any(c.text in open_ended for f in signs for c in event.sentence.chunks[max(0, f.at - 4) : f.at])
    return bool(signs) and not event.lines and (yet or any("negated" in f.effects for f in signs))


def _never_signed(event: Event) -> bool:
    """Whether what was not signed will not be: "a deal that was never signed"."""
    return event.sentence.has(words("call_off", "never"))


def _take_back_order(deal: Draft, event: Event) -> None:
    """Give a deal that was told as an order, and the rows of it, the stage of one that nobody has signed."""
    stage = Stage.CANCELLED if _never_signed(event) else Stage.PROPOSED
    if stage is Stage.PROPOSED and Stage.AGREED in deal.stages:
        stage = Stage.AGREED
    found = Found(stage, (_words_of(event),), Rule.RESOLVED, "nobody has signed")
    for stages in (deal.found_stages, *(row.found_stages for row in deal.rows)):
        stages[:] = [found if s.value is Stage.ORDERED else s for s in stages]


def _none_came(event: Event) -> bool:
    """Whether a clause says that none of the arms told before has come: "none has been flown to Peru"."""
    chunks, nothing = event.sentence.chunks, words("grammar", "nothing")
    came = [f for f in event.frames if f.name in DELIVERS and not f.nominal and f.perfect and "negated" in f.effects]
    return not event.lines and any(c.text in nothing for f in came for c in chunks[max(event.begin, f.at - 5) : f.at])


def _take_back_deliveries(deal: Draft) -> None:
    """Leave of a deal what was told before anything of its deliveries, since none has come."""
    come = {Stage.DELIVERED, Stage.DELIVERING}
    for row in deal.rows:
        row.delivered = None
        row.cells = [c for c in row.cells if c.field != "delivered"]
    for stages in (deal.found_stages, *(row.found_stages for row in deal.rows)):
        stages[:] = [s for s in stages if s.value not in come]


def _words_of(event: Event) -> Span:
    """The words of a clause from its beginning to its last verb."""
    told = [c for c in event.sentence.chunks[event.begin :] if c.kind not in (K.COMMA, K.STOP, K.CONJ, K.DASH)]
    start = told[0].start if told else event.begins
    return start, max((f.chunk.end for f in event.frames), default=start)


def _begun(stage: Found[Stage], event: Event) -> Found[Stage]:
    """What a delivery is of which a clause says that others are still to come."""
    return Found(Stage.DELIVERING, (*stage.spans, _words_of(event)), Rule.RESOLVED, "others are still to come")


def _say_otherwise(memory: Memory, event: Event) -> None:
    """Give an item the stage that it tells itself in place of the usual one of its list: "Deliveries began in May"."""
    verbs = [f for f in event.frames if not f.nominal]
    only_shown = bool(verbs) and all(f.entry.lemma in words("shows", "verbs") for f in verbs)
    row = memory.focus_row
    usual = value_of(memory.usual_stage)
    if row is not None and event.found_stage is not None and event.stage is not usual and not only_shown:
        row.found_stages = [*(s for s in row.found_stages if s.value is not usual), event.found_stage]


def _tells_stage(event: Event) -> bool:
    """Whether a clause tells how far a deal has got: by a verb, or by deliveries that go on or are over."""
    if any(not f.nominal and f.name in _TELLS_STAGE for f in event.frames):
        return True
    if any(_takes_them(event, f) for f in event.frames):
        return True
    underway = event.stage in (Stage.DELIVERED, Stage.DELIVERING)
    return underway and any(f.entry.lemma in words("nominal", "handing") for f in event.frames if f.nominal)


def _takes_them(event: Event, frame: Frame) -> bool:
    """Whether somebody has bought or been given arms told before: "has since signed for them"."""
    following = event.sentence.chunks[frame.at + 1 : frame.at + 2]
    done = frame.entry.form in ("past", "phrase") or frame.perfect
    deals = frame.name == "acquire" and not frame.nominal and done and not frame.effects & {"future", "proposed"}
    return deals and any(c.text in words("grammar", "things") for c in following)


def _rest_to_come(event: Event) -> bool:
    """Whether a clause tells of others that are still to come: "the other is to be handed over by December"."""
    comes = next((f for f in event.frames if f.name in DELIVERS and "future" in f.effects), None)
    if comes is None or event.lines:
        return False
    before = event.sentence.chunks[max(0, comes.at - 6) : comes.at]
    return any(a.kind is K.DET and b.text in words("progress", "others") for a, b in pairwise(before))


def _of_all(event: Event) -> bool:
    """Whether a clause tells that all that its sentence names has come: "four in 2018, four in 2019; all are here"."""
    chunks = event.sentence.chunks
    come = [f for f in event.frames if f.name in DELIVERS and not f.nominal and event.stage is Stage.DELIVERED]
    return any(c.text in words("progress", "whole") for f in come for c in chunks[max(0, f.at - 3) : f.at])


def _has_them(event: Event, deal: Draft) -> bool:
    """Whether a clause says that the arms of the deal just told are in use: "bought 12 and bases them in France"."""
    if event.negative is not UsedAs.INVENTORY or event.lines or not deal.rows or event.future:
        return False
    here = deal.rows[-1].span[0] == event.sentence.start
    return here and any(
        c.text in words("grammar", "things") and c.start > f.chunk.start
        for f in event.frames
        for c in event.sentence.chunks[f.at : f.at + 3]
    )


def _only_counts(event: Event) -> bool:
    """Whether a clause only adds up: "It takes the number of vehicles given to Kyiv to 120"."""
    if event.deliveries or event.values or event.agreed:
        return False
    return event.sentence.has(words("tally", "words")) and event.sentence.has(words("tally", "raises"))


def _take_price(memory: Memory, event: Event, deal: Draft) -> None:
    """Leave a price to the deal in focus, give it to the deal of the arms that it is of, or drop it."""
    priced = deal_priced(memory, event, deal)
    change = change_of(event)
    if priced is not None and change is None:
        priced = part_priced(memory, event, priced)
    if priced is deal and change is None:
        return
    if priced is not None and change != "imagined" and (change == "told" or not priced.values):
        priced.values = list(event.values)
    event.values = []


def _is_of_another(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Whether a clause is about something else than the deal in focus: other arms, a stock, a rival deal."""
    if event.stage is Stage.CANCELLED and cancels_another(memory, event, made):
        return True
    described, row = event.relative_to, memory.focus_row
    named = [x.item for x in event.lines if x.item.system is not None]
    if not made and any(x.count is None and not x.definite for x in named):
        return True
    if row is not None and named and not any(_is_told_in(x, row) for x in named):
        return True
    if row is not None and event.deliveries and _brings_another_kind(event, row):
        return True
    if described is not None and row is not None:
        return not _is_told_in(described, row)
    if memory.negative_sentence and not event.deal_noun:
        return True
    return event.other and event.stage in (Stage.CANCELLED, Stage.PROPOSED)


def _brings_another_kind(event: Event, row: Row) -> bool:
    """Whether what comes is of another kind than the arms in focus: "training of the crews begins in 2025"."""
    verb = next((f.chunk.end for f in event.frames if f.name in DELIVERS and not f.nominal), 0)
    items = [x.item for x in event.lines if x.item.start < verb + _RIGHT_AFTER]
    taught = [i for i in items if i.category is Category.SERVICE]
    if any((i.definite or i.elliptic) and i not in taught for i in items):
        return False
    told = [i.category for i in items if i.kind is not None and not i.kind.generic and i.category is not None]
    return bool(told) and row.category is not None and row.category not in told


def _is_told_in(item: Item, row: Row) -> bool:
    """Whether a row tells of an item."""
    return item is row.item or same_system(item.designation, row.designation)


def _names_seller(deal: Draft, event: Event) -> bool:
    """Whether a clause tells the seller of a deal of which only the maker's country was known."""
    return (
        bool(event.names & {"award", "acquire", "receive"} and event.suppliers)
        and all(a.rule is Rule.KNOWN and a.company is None for a in deal.suppliers)
        and not codes_of(event.suppliers) & deal.recipient_codes()
        and (not deal.suppliers or all(a.rule is Rule.STATED for a in event.suppliers))
    )


def _tell_rows(memory: Memory, deal: Draft, event: Event) -> None:
    """Give stage and deliveries to the rows of a deal; where no item is named, to those without dates as well."""
    row = memory.focus_row
    if event.found_stage is not None and not event.lines:
        for told in deal.rows:
            told.found_stages.append(event.found_stage)
    if row is None:
        return
    before = row.delivery_from, row.delivery_to
    others = [r for r in deal.rows if r is not row and (r.delivery_from, r.delivery_to) in (before, (None, None))]
    apart = named_here(memory, event, deal)
    for told, whens in apart:
        date_row(memory, deal, told, replace(event, deliveries=whens), None)
    for told in [] if apart else of_several(memory, event, [row, *others]) if not event.lines else [row]:
        date_row(memory, deal, told, event, None)
    if event.deliveries and not event.lines and not event.of_one:
        date_told_together(memory, deal, event)


def _owns_deliveries(deal: Draft, event: Event) -> bool:
    """Whether a country that the deal in focus does not know has the deliveries: "Dutch deliveries begin in 2027"."""
    owners = codes_of(event.suppliers)
    known = deal.side_codes()
    return bool(owners and event.deliveries) and not event.lines and not event.recipients and not owners & known


def _deliveries_of(memory: Memory, event: Event) -> None:
    """Deliveries of a country told after another's deal: those of the deal that was last told of it."""
    codes = codes_of(event.recipients or event.suppliers)
    deal = next((d for d in reversed(memory.drafts) if d.recipient_codes() == codes and d.rows), None)
    if deal is None or event.lines or not event.deliveries or memory.apart(event.sentence.block, deal.block) > 1:
        return
    for row in deal.rows:
        if row.delivery_from is None and row.delivery_to is None:
            date_row(memory, deal, row, event, None)
            if event.found_stage is not None and event.stage in (Stage.DELIVERED, Stage.DELIVERING):
                row.found_stages.append(event.found_stage)


def _main_delivery(memory: Memory, event: Event) -> None:
    """Deliveries told far from their deal, of nothing named: those of the deal that the document opened with."""
    main = next((d for d in memory.drafts if d.rows), None)
    if main is None or main.listed or event.lines or not event.deliveries or event.relative_to is not None:
        return
    if not event.names & DELIVERS and not any(f.entry.lemma in words("nominal", "deliver") for f in event.frames):
        return
    if event.recipients and not codes_of(event.recipients) & main.recipient_codes():
        return
    for row in main.rows:
        if row.delivery_from is None and row.delivery_to is None:
            date_row(memory, main, row, event, None)
