-- A row is a core cell of line items with how many have it, of all that count and are not cancelled.
with items as (
    select t.*, d.agreed
    from transfers t
    join deals d using (deal_id)
    where t.counted and t.stage <> 'cancelled' and d.stage <> 'cancelled'
),
parted as (
    select distinct transfer_id, role from parties
)
unpivot (
    select
        count(*) filter (exists (from parted p where p.transfer_id = i.transfer_id and role = 'supplier')) as supplier,
        count(*) filter (exists (from parted p where p.transfer_id = i.transfer_id and role = 'recipient')) as recipient,
        count(designation) as designation,
        count(weapon) as weapon,
        count(category) as category,
        count(quantity) as quantity,
        count(agreed) as agreed,
        count(coalesce(delivery_to, delivery_from)) as "delivery year",
        count(deal_value_usd) as "value of the deal"
    from items i
) on columns(*) into name cell value filled
