-- A row is one of the deals of the largest value in dollars: parties, goods, value, stage. Where a deal has several line
-- items, the first stands for them.
select
    coalesce(first(t.supplier order by t.rowid), '') as supplier,
    coalesce(first(t.recipient order by t.rowid), '') as recipient,
    first(coalesce(t.designation, t.weapon, '') order by t.rowid) as goods,
    first(t.quantity order by t.rowid) as quantity,
    count(*) as line_items,
    d.value_usd,
    d.stage,
    d.agreed
from deals d
join transfers t using (deal_id)
where d.value_usd is not null
group by d.deal_id, d.value_usd, d.stage, d.agreed
order by d.value_usd desc, d.deal_id
limit ?
