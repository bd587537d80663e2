-- How many rows of the table at hand were added, removed and changed.
select
    count(*) filter (change = 'added') as added,
    count(*) filter (change = 'removed') as removed,
    count(*) filter (change = 'changed') as changed
from moved
