-- A row is a part of the deliveries that count, as deliveries_by_year counts them: the number of its line item, counted from
-- 0 in the order of transfers, the year, and how many pieces come.
with parts as (
{counted_parts}
)
select t.number, p.year, p.quantity, p.basis
from parts p
join (select transfer_id, row_number() over (order by rowid) - 1 as number from transfers) t using (transfer_id)
where p.year is not null and p.quantity is not null
order by t.number, p.year, p.basis, p.quantity
