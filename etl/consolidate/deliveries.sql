-- A row is a part of the deliveries of a line item in the world. All parts come from one report: the last that has any and
-- fits the line item's quantity.
with chosen as (
    select distinct on (t.transfer_id) t.transfer_id, t.reported_transfer_id, t.number
    from told t
    join transfers w using (transfer_id)
    join (select transfer_id, sum(quantity) as quantity from deliveries group by transfer_id) d
        on d.transfer_id = t.reported_transfer_id
    where w.quantity is null or d.quantity <= coalesce(w.quantity_high, w.quantity)
    order by t.transfer_id, t.ranked desc
)
select c.transfer_id, d.year_from, d.year_to, d.quantity, d.basis
from chosen c
join deliveries d on d.transfer_id = c.reported_transfer_id
order by c.number, d.rowid
