-- A row is a row that was added or removed, or a cell of a changed row, in the order in which they are told.
with
changed as (
    from moved where change = 'changed'
),
old_cells as (
    from (select r.* from old_rows r semi join changed using (row_key))
    unpivot include nulls (value for cell in (columns(* exclude (row_key, id, what))))
),
new_cells as (
    from (select r.* from new_rows r semi join changed using (row_key))
    unpivot include nulls (value for cell in (columns(* exclude (row_key, id, what))))
),
told as (
    select 'changed' as change, n.id, n.what, o.cell, o.value as old, n.value as new
    from old_cells o
    join new_cells n using (row_key, cell)
    where o.value is distinct from n.value
    union all
    select m.change, r.id, r.what, null, null, null
    from new_rows r
    join moved m using (row_key)
    where m.change = 'added'
    union all
    select m.change, r.id, r.what, null, null, null
    from old_rows r
    join moved m using (row_key)
    where m.change = 'removed'
)
select '{table}' as "table", change, id, what, cell, old, new
from told
order by list_position(['added', 'removed', 'changed'], change), id, what, list_position({names}, cell)
