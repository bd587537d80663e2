-- A row is a pair of line items of two documents that is to be compared: those that the line items from $first to $last find
-- in their blocks. Of two open ones the earlier finds the later; the others are found.
create or replace temp table candidates as
select distinct '' as match_key, least(l.place, r.place) as join_key_l, greatest(l.place, r.place) as join_key_r
from (
    select *, unnest(range(1, least(far, size - rank) + 1)) as step from blocks where open and place between $first and $last
    union all
    select *, -unnest(range(1, least(far, rank - 1) + 1)) as step from blocks where open and place between $first and $last
) l
join blocks r on r.block = l.block and r.rank = l.rank + l.step and (l.step > 0 or not r.open)
where r.document <> l.document
