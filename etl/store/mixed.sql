-- A row is one of a table, read anew (incoming) or taken over (kept), in the order of their documents.
insert into {table} by name
with mixed as (
    select *, row_number() over () as place from incoming
    union all by name
    select *, row_number() over () as place from kept
)
select m.* exclude (place)
from mixed m
left join listed l on l.document = {document}
order by l.number nulls last, m.place
