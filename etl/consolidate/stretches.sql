-- A row is a deal or line item of {listed}, by its number there, with where its rows begin and end in a table.
select l.number, min(t.row) as first, max(t.row) + 1 as last
from (select rowid as row, {key} from {table} where {condition}) t
join (select rowid as number, {key} from {listed}) l using ({key})
group by l.number
