-- A row is a deal in a few words: who supplies, who receives, the first line item, and how many there are.
select
    d.deal_id,
    d.part_of,
    d.stage,
    d.agreed,
    d.value_usd,
    list_sort(list_distinct(flatten(list(coalesce(sides.suppliers, []))))) as suppliers,
    list_sort(list_distinct(flatten(list(coalesce(sides.recipients, []))))) as recipients,
    first(t.quantity order by t.rowid) as quantity,
    first(t.quantity_unit order by t.rowid) as quantity_unit,
    first(coalesce(t.designation, t.weapon, t.category) order by t.rowid) as goods,
    count(t.transfer_id) as items
from deals d
left join transfers t using (deal_id)
left join site_sides sides using (transfer_id)
group by d.rowid, d.deal_id, d.part_of, d.stage, d.agreed, d.value_usd
order by d.rowid
