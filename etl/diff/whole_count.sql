-- How many rows of a table without a key are only in the new dataset, and how many only in the old. A row is told by the
-- hash of its cells; of rows that are alike each counts.
select
    coalesce(sum(greatest(coalesce(n.times, 0) - coalesce(o.times, 0), 0)), 0)::bigint as added,
    coalesce(sum(greatest(coalesce(o.times, 0) - coalesce(n.times, 0), 0)), 0)::bigint as removed,
    null as changed
from (select hash({cells}) as digest, count(*) as times from {old}.{table} group by all) o
full join (select hash({cells}) as digest, count(*) as times from {new}.{table} group by all) n using (digest)
