-- How many rows of a table were added, removed and changed; a row is known by its key, its cells by their hash.
select
    count(*) filter (o.row_key is null) as added,
    count(*) filter (n.row_key is null) as removed,
    count(*) filter (o.digest <> n.digest) as changed
from (select {key} as row_key, hash({cells}) as digest from {old}.{table}) o
full join (select {key} as row_key, hash({cells}) as digest from {new}.{table}) n using (row_key)
