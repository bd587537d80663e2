-- A row is a line item with the cells of its deal, as line_items has it, and its parties as the views name them.
select
    l.*,
    coalesce(nullif([t.supplier], [null]), sides.suppliers, []) as suppliers,
    coalesce(nullif([t.recipient], [null]), sides.recipients, []) as recipients
from line_items l
join transfers t using (transfer_id)
left join site_sides sides using (transfer_id)
order by l.rowid
