-- A row is a row of a dataset, its cells as text, with what tells that it is the same as a row of the other dataset.
create or replace temp view {view} as
select coalesce(same.old_id, source.id) as row_key, source.id, source.what, {cells}
from ({source}) source
left join {same} same on same.new_id = source.id
