-- A row is a row of a dataset, its cells as text. row_key is its identifier in the old dataset, and of a row that only the
-- new dataset has no identifier at all.
create or replace temp view {view} as
select {row_key} as row_key, source.id, source.what, {cells}
from {source}
