-- A row is a part of the deliveries of a line item, where its reports give the split: the number of the line item, counted
-- from 0 in the order of transfers.
select t.number, p.year_from, p.year_to, p.quantity, p.basis
from deliveries p
join (select transfer_id, row_number() over (order by rowid) - 1 as number from transfers) t using (transfer_id)
order by t.number, p.rowid
