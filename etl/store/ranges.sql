-- A row is a document of {listed}, by its number there, with where its rows begin and end in a table: they stand together.
select l.number, min(t.row) as first, max(t.row) + 1 as last
from (select rowid as row, {document} as document_id from {table}) t
join {listed} l using (document_id)
group by l.number
