-- A row is a row of the table at hand that only one dataset has, or whose cells are not the same in both. Cells are told
-- apart by their hash of 64 bits, so that the rows themselves need not be held in memory.
create or replace temp table moved as
select
    coalesce(n.row_key, o.row_key) as row_key,
    case when o.row_key is null then 'added' when n.row_key is null then 'removed' else 'changed' end as change
from (select row_key, hash({cells}) as digest from old_rows) o
full join (select row_key, hash({cells}) as digest from new_rows) n using (row_key)
where o.row_key is null or n.row_key is null or o.digest <> n.digest
