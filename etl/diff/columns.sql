-- A row is a column of a table of an attached dataset, with its type.
select table_name, column_name, data_type
from duckdb_columns()
where database_name = $1 and schema_name = 'main'
order by table_oid, column_index
