-- A row is a part of the deliveries that count, in pieces, with the year that it comes in. A line item without parts comes as
-- a whole, in its last year. Where nothing tells when the pieces of a deal come, those of the deals under it stand for them.
with
dated as (
    select deal_id
    from transfers
    where counted and coalesce(delivery_to, delivery_from) is not null
    union
    select deal_id
    from transfers
    join deliveries using (transfer_id)
    where counted
),
-- Items of a deal under one without dates. Several of one system may be two ways to split it, and are left out.
stand_ins as (
    select t.transfer_id
    from transfers t
    join deals d using (deal_id)
    join transfers whole on whole.deal_id = d.part_of and whole.counted
    where
        not t.counted
        and d.part_of not in (from dated)
        and d.deal_id not in (select deal_id from transfers where counted)
    qualify count(distinct t.transfer_id) over (partition by t.deal_id, t.designation) = 1
),
items as (
    select t.transfer_id, t.category, t.quantity, t.stage, coalesce(t.delivery_to, t.delivery_from) as last_year
    from transfers t
    join deals d using (deal_id)
    where
        (t.counted or t.transfer_id in (from stand_ins))
        and t.quantity_unit = 'unit'
        and t.stage in ('agreed', 'ordered', 'delivering', 'delivered')
        and d.stage in ('agreed', 'ordered', 'delivering', 'delivered')
)
select i.transfer_id, i.category, coalesce(p.year_to, p.year_from) as year, p.quantity, p.basis
from items i
join deliveries p using (transfer_id)
union all
select transfer_id, category, last_year, quantity, case when stage = 'delivered' then 'made' else 'planned' end
from items
where transfer_id not in (select transfer_id from deliveries)
