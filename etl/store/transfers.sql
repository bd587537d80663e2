-- A row is a line item of a deal in the world. Until reports of one deal are brought together, each reported transfer
-- is one.
with recursive
-- A row is a deal and a deal that it is part of, directly or by way of others. An option is proposed under a deal that is
-- further on and adds to it: it is not contained.
contained as (
    select d.deal_id, d.part_of as whole_id
    from deals d
    join deals whole on whole.deal_id = d.part_of
    where d.stage <> 'proposed' or whole.stage = 'proposed'
    union
    select c.deal_id, d.part_of
    from contained c
    join deals d on d.deal_id = c.whole_id
    join deals whole on whole.deal_id = d.part_of
    where d.stage <> 'proposed' or whole.stage = 'proposed'
),
-- A row is a deal, with how many line items it has.
sizes as (
    select deal_id, count(*) as line_items from reported_transfers group by deal_id
)
select
    t.transfer_id,
    t.deal_id,
    t.supplier,
    t.recipient,
    t.via,
    t.maker,
    t.designation,
    t.weapon,
    t.category,
    t.quantity,
    t.quantity_high,
    t.quantity_bound,
    t.quantity_unit,
    t.delivered,
    t.delivery_from,
    t.delivery_to,
    t.stage,
    t.quantity as quantity_lowest,
    coalesce(t.quantity_high, t.quantity) as quantity_highest,
    case when s.line_items = 1 then d.value_usd end as value_usd,
    d.value_usd as deal_value_usd,
    not exists (
        from contained c join sizes w on w.deal_id = c.whole_id where c.deal_id = t.deal_id
    ) as counted,
    1 as documents,
    t.confidence
from reported_transfers t
join deals d on d.deal_id = t.deal_id
join sizes s on s.deal_id = t.deal_id
order by t.rowid
