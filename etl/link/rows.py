"""From drafts to the rows of an extraction: final stage, parties, values, evidence."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extraction import Deal, Evidence, PartyInRole, Transfer
from etl.link.drafts import Draft, Row, cell
from etl.link.events import Actor
from etl.link.items import Item
from etl.link.makers import Firms
from etl.link.stages import PROGRESS
from etl.recognise.mentions import Money
from schemas.vocabulary import Arrangement, QuantityUnit, Role, Rule, Stage


def deals(
    text: str,
    drafts: Sequence[Draft],
    firms: Firms,
    usual: Arrangement = Arrangement.SALE,
) -> tuple[Deal, ...]:
    """The deals of the drafts that have a row, ``part_of`` as indexes among them.

    ``firms`` are all that the document names: a row whose system one of them makes has it as its maker.
    ``usual`` is the arrangement of a deal between states of which the text says none. Confidences are left at 0.
    """
    for draft in drafts:
        if draft.arrangement is None:
            draft.arrangement = usual if _between_states(draft) else Arrangement.SALE
    for draft in drafts:
        if not draft.rows and draft.values:
            draft.rows.append(_whole_row(draft))
    kept = [d for d in drafts if d.rows]
    index = {id(d): n for n, d in enumerate(kept)}
    return tuple(_deal(text, d, index, firms) for d in kept)


def _between_states(draft: Draft) -> bool:
    """Whether a deal is not one that a firm is named to sell in."""
    return all(actor.company is None for actor in draft.suppliers)


def _whole_row(draft: Draft) -> Row:
    """The one row of a deal of which only the value is told."""
    value = draft.values[0]
    item = Item(value.start, value.end, value.surface, None, None, None, None, None, None, QuantityUnit.UNIT)
    return Row(item, None, None, None, None, None, None, None, draft.span)


def _deal(text: str, draft: Draft, index: dict[int, int], firms: Firms) -> Deal:
    arrangement = draft.arrangement or Arrangement.SALE
    stage = final_stage(draft.stages or draft.weak_stages, arrangement)
    transfers = tuple(_transfer(text, draft, row, stage, firms) for row in draft.rows)
    if draft.stages and len({t.stage for t in transfers}) == 1:
        stage = transfers[0].stage
    main = _main_value(draft.values)
    usd = next((v for v in draft.values if v.currency == "USD"), None)
    cells: list[Evidence] = []
    if main is not None:
        cells.append(cell("value_amount", main.start, main.end, text, Rule.STATED))
    if draft.agreed is not None and draft.agreed_value is not None:
        rule = Rule.RESOLVED if draft.agreed.resolved else Rule.STATED
        cells.append(cell("agreed", draft.agreed.start, draft.agreed.end, text, rule))
    part_of = index.get(id(draft.part_of)) if draft.part_of is not None else None
    agreed = draft.agreed_value if stage not in (Stage.PROPOSED, Stage.APPROVED) else None
    return Deal(
        part_of,
        stage,
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
        transfers,
        tuple(cells),
    )


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


def _transfer(text: str, draft: Draft, row: Row, stage: Stage, firms: Firms) -> Transfer:
    suppliers = draft.suppliers
    own = final_stage(row.stages, draft.arrangement or Arrangement.SALE) if row.stages else _shared_stage(draft, stage)
    if row.delivered is not None and row.quantity is not None and own is not Stage.CANCELLED:
        own = Stage.DELIVERING if row.delivered < row.quantity else Stage.DELIVERED
    if stage is Stage.CANCELLED:
        own = Stage.CANCELLED
    maker = firms.maker_of(row, draft)
    cells = list(row.cells)
    for role, found in ((Role.SUPPLIER, suppliers), (Role.RECIPIENT, draft.recipients)):
        cells += [cell(role.value, a.start, a.end, text, a.rule) for a in found]
    if maker is not None and maker.company:
        cells.append(cell("maker", maker.start, maker.end, text, maker.rule))
    parties = (
        _parties(suppliers, Role.SUPPLIER) + _parties(draft.recipients, Role.RECIPIENT) + _parties(draft.via, Role.VIA)
    )
    if maker is not None and maker.company:
        parties += (PartyInRole(Role.MAKER, None, maker.company),)
    start, end = row.delivery_from, row.delivery_to
    if start is not None and end is not None and start > end:
        start = None
    if own is Stage.CANCELLED:
        start = end = None
        cells = [c for c in cells if c.field not in ("delivery_from", "delivery_to")]
    delivered = row.delivered
    return Transfer(
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
        delivered,
        start,
        end,
        own,
        text[row.span[0] : row.span[1]],
        row.span[0],
        row.span[1],
        0.0,
        parties,
        tuple(row.deliveries),
        _unique(cells),
    )


def _shared_stage(draft: Draft, stage: Stage) -> Stage:
    """The stage of a row of which nothing is said: its deal's, but not that other rows of it have arrived."""
    if (
        len(draft.rows) == 1
        or stage not in (Stage.DELIVERED, Stage.DELIVERING)
        or not any(row.stages for row in draft.rows)
    ):
        return stage
    return final_stage(
        [s for s in draft.stages if s not in (Stage.DELIVERED, Stage.DELIVERING)], draft.arrangement or Arrangement.SALE
    )


def _unique(cells: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(cells))


def _only(found: Sequence[Actor]) -> str | None:
    return found[0].code if len(found) == 1 else None


def _parties(found: Sequence[Actor], role: Role) -> tuple[PartyInRole, ...]:
    return tuple(
        PartyInRole(role, a.code, None) if len(a.code) == 3 and a.code.isupper() else PartyInRole(role, None, a.code)
        for a in found
    )
