"""From drafts to the rows of an extraction: final stage, parties, values, evidence."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extraction import Deal, Evidence, PartyInRole, Transfer
from etl.link.drafts import Draft, Row, cell
from etl.link.events import Actor
from etl.link.evidence import of_deal, of_found, of_goods, of_maker, of_party, of_quantity
from etl.link.found import Found
from etl.link.items import Item
from etl.link.makers import Firms
from etl.link.parts import words_of_part
from etl.link.stages import PROGRESS
from etl.recognise.mentions import Money
from schemas.vocabulary import Arrangement, QuantityUnit, Role, Rule, Stage


def deals(
    text: str,
    drafts: Sequence[Draft],
    firms: Firms,
    usual: Arrangement = Arrangement.SALE,
    published: str | None = None,
) -> tuple[Deal, ...]:
    """The deals of the drafts that have a row, ``part_of`` as indexes among them.

    ``firms`` are all that the document names: a row whose system one of them makes has it as its maker.
    ``usual`` is the arrangement of a deal between states of which the text says none, ``published`` the day from which
    relative dates are counted. Confidences are left at 0.
    """
    for draft in drafts:
        if draft.arrangement is None:
            draft.found_arrangement = Found(usual if _between_states(draft) else Arrangement.SALE)
    for draft in drafts:
        if not draft.rows and draft.values:
            draft.rows.append(_whole_row(draft))
    kept = [d for d in drafts if d.rows]
    index = {id(d): n for n, d in enumerate(kept)}
    return tuple(_deal(text, d, index, firms, published) for d in kept)


def _between_states(draft: Draft) -> bool:
    """Whether a deal is not one that a firm is named to sell in."""
    return all(actor.company is None for actor in draft.suppliers)


def _whole_row(draft: Draft) -> Row:
    """The one row of a deal of which only the value is told."""
    value = draft.values[0]
    item = Item(value.start, value.end, value.surface, None, None, None, None, None, None, QuantityUnit.UNIT)
    return Row(item, None, None, None, None, None, None, None, draft.span)


def _deal(text: str, draft: Draft, index: dict[int, int], firms: Firms, published: str | None) -> Deal:
    arrangement = draft.arrangement or Arrangement.SALE
    stage = furthest(draft.found_stages or draft.found_weak, arrangement)
    told = [_transfer(text, draft, row, stage, firms) for row in draft.rows]
    if draft.found_stages and len({own.value for _, own in told}) == 1:
        stage = told[0][1]
    main = _main_value(draft.values)
    usd = next((v for v in draft.values if v.currency == "USD"), None)
    part_of = index.get(id(draft.part_of)) if draft.part_of is not None else None
    agreed = draft.agreed_value if _is_agreed(draft, stage.value) else None
    return Deal(
        part_of,
        stage.value,
        arrangement,
        agreed,
        main.amount if main else None,
        main.high if main else None,
        main.currency if main else None,
        main.bound if main else None,
        usd.amount if usd else None,
        "stated" if usd else None,
        text[draft.span[0] : draft.span[1]],
        draft.span[0],
        draft.span[1],
        0.0,
        tuple(transfer for transfer, _ in told),
        (*of_deal(draft, main, usd, published, text), *of_found("stage", stage, text), *_part_of(text, draft)),
    )


def _is_agreed(draft: Draft, stage: Stage) -> bool:
    """Whether a deal has ever been more than asked for or allowed, so that a date may be that of its agreement."""
    told = {s for s in draft.stages if s is not Stage.CANCELLED} if stage is Stage.CANCELLED else {stage}
    return not told or not told <= {Stage.PROPOSED, Stage.APPROVED}


def _part_of(text: str, draft: Draft) -> list[Evidence]:
    """The words by which a deal is a part of another."""
    told = words_of_part(text, draft, draft.part_of) if draft.part_of is not None else None
    return [cell("part_of", *told, text, Rule.RESOLVED)] if told is not None else []


def _main_value(values: Sequence[Money]) -> Money | None:
    """The value as first stated; a restatement in another currency stays beside it."""
    return values[0] if values else None


def final_stage(stages: Sequence[Stage], arrangement: Arrangement) -> Stage:
    """The furthest stage said of a deal, or that it was cancelled; if nothing is said, agreed for aid, else ordered."""
    if Stage.CANCELLED in stages:
        return Stage.CANCELLED
    if not stages:
        return Stage.AGREED if arrangement is Arrangement.AID else Stage.ORDERED
    return max(stages, key=PROGRESS.index)


def furthest(found: Sequence[Found[Stage]], arrangement: Arrangement) -> Found[Stage]:
    """The final stage of what was found, with the words that said it first."""
    stage = final_stage([f.value for f in found], arrangement)
    told = [f for f in found if f.value is stage]
    return next((f for f in told if f.spans), told[0] if told else Found(stage))


def _transfer(text: str, draft: Draft, row: Row, stage: Found[Stage], firms: Firms) -> tuple[Transfer, Found[Stage]]:
    """A line item, and its stage with the words that it rests on."""
    own = _own_stage(draft, row, stage)
    start, end = row.delivery_from, row.delivery_to
    if start is not None and end is not None and start > end:
        start = None
    if own.value is Stage.CANCELLED:
        start = end = None
    maker = firms.maker_of(row, draft)
    suppliers = draft.suppliers
    parties = (
        _parties(suppliers, Role.SUPPLIER) + _parties(draft.recipients, Role.RECIPIENT) + _parties(draft.via, Role.VIA)
    )
    if maker is not None and maker.company:
        parties += (PartyInRole(Role.MAKER, None, maker.company),)
    transfer = Transfer(
        _only(suppliers),
        _only(draft.recipients),
        _only(draft.via),
        maker.company if maker else None,
        row.designation,
        row.weapon,
        row.category,
        row.quantity,
        row.high,
        row.bound,
        row.unit,
        row.delivered,
        start,
        end,
        own.value,
        text[row.span[0] : row.span[1]],
        row.span[0],
        row.span[1],
        0.0,
        parties,
        tuple(row.deliveries),
        _cells(text, draft, row, own, maker),
    )
    return transfer, own


def _cells(text: str, draft: Draft, row: Row, stage: Found[Stage], maker: Actor | None) -> tuple[Evidence, ...]:
    """The words of all cells of a line item, each once."""
    off = stage.value is Stage.CANCELLED
    cells = [c for c in row.cells if not (off and c.field in ("delivery_from", "delivery_to"))]
    for role, found in ((Role.SUPPLIER, draft.suppliers), (Role.RECIPIENT, draft.recipients), (Role.VIA, draft.via)):
        cells += [of_party(role, a, row, text) for a in found]
    if maker is not None and maker.company:
        cells.append(of_maker(maker, text, row.designation))
    cells += [*of_goods(row, text), *of_quantity(row, text), *of_found("stage", stage, text)]
    return tuple(dict.fromkeys(cells))


def _own_stage(draft: Draft, row: Row, stage: Found[Stage]) -> Found[Stage]:
    """The stage of a line item: what is said of it, else its deal's; what is known to have come tells it too."""
    arrangement = draft.arrangement or Arrangement.SALE
    own = furthest(row.found_stages, arrangement) if row.found_stages else _shared_stage(draft, stage)
    if row.delivered is not None and row.quantity is not None and own.value is not Stage.CANCELLED:
        come = Stage.DELIVERING if row.delivered < row.quantity else Stage.DELIVERED
        told = tuple((c.start, c.end) for c in row.cells if c.field == "delivered")[-1:]
        if come is not own.value or not own.spans:
            own = Found(come, told, Rule.RESOLVED, f"{row.delivered} of {row.quantity} have come")
    return stage if stage.value is Stage.CANCELLED else own


def _shared_stage(draft: Draft, stage: Found[Stage]) -> Found[Stage]:
    """The stage of a row of which nothing is said: its deal's, but not that other rows of it have arrived."""
    come = (Stage.DELIVERED, Stage.DELIVERING)
    if len(draft.rows) == 1 or stage.value not in come or not any(row.found_stages for row in draft.rows):
        return stage
    before = [f for f in draft.found_stages if f.value not in come]
    return furthest(before, draft.arrangement or Arrangement.SALE)


def _only(found: Sequence[Actor]) -> str | None:
    return found[0].code if len(found) == 1 else None


def _parties(found: Sequence[Actor], role: Role) -> tuple[PartyInRole, ...]:
    return tuple(
        PartyInRole(role, a.code, None) if len(a.code) == 3 and a.code.isupper() else PartyInRole(role, None, a.code)
        for a in found
    )
