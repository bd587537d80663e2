-- A row is a line item with the cells of its deal, as line_items has it, its parties as the views name them, and what its
-- deal adds to a sum, as the views have it.
with under as (
{under}
)
select
    l.*,
    coalesce(nullif([t.supplier], [null]), sides.suppliers, []) as suppliers,
    coalesce(nullif([t.recipient], [null]), sides.recipients, []) as recipients,
    coalesce(l.deal_value_usd, under.value_usd) as worth
from line_items l
join transfers t using (transfer_id)
left join site_sides sides using (transfer_id)
left join under on under.deal_id = l.deal_id
order by t.rowid
