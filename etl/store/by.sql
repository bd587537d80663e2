-- A row is a {key} with the counted line items of its deals and what those deals are worth. A deal's value is on one of its
-- line items only, and on none where they belong to several rows. A deal of unknown value is worth what the deals under it
-- are worth of which no line item counts.
with
under as (
{under}
),
sides as (
    select
        transfer_id,
        string_agg(coalesce(code, name), ', ' order by coalesce(code, name)) filter (role = 'supplier') as suppliers,
        string_agg(coalesce(code, name), ', ' order by coalesce(code, name)) filter (role = 'recipient') as recipients
    from parties
    group by transfer_id
),
-- A row is a counted line item of a deal that is not off.
items as (
    select
        {expression} as {key},
        t.deal_id,
        coalesce(t.deal_value_usd, under.value_usd) as deal_value_usd,
        case when t.quantity_unit = 'unit' then t.quantity end as quantity,
        d.stage in ('proposed', 'approved') as open,
        row_number() over (partition by t.deal_id order by t.transfer_id) as place
    from transfers t
    join deals d using (deal_id)
    left join under using (deal_id)
    left join sides using (transfer_id)
    where t.counted and t.stage <> 'cancelled' and d.stage <> 'cancelled'
),
spread as (
    select deal_id
    from items
    group by deal_id
    having count(distinct coalesce({key}::varchar, '')) > 1
),
valued as (
    select items.*, case when place = 1 and spread.deal_id is null then deal_value_usd end as value_usd
    from items
    left join spread using (deal_id)
)
select
    {key},
    count(*) filter (not open) as transfers,{quantity}
    sum(value_usd) filter (not open) as value_usd,
    count(*) filter (open) as proposed_transfers,
    sum(value_usd) filter (open) as proposed_value_usd
from valued
group by {key}
order by {order}
