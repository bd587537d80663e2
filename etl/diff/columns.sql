-- A row is a column of a table of an attached dataset, with its type. Views follow from the tables and are left out.
select table_name, column_name, data_type
from duckdb_columns()
join (select database_name, schema_name, table_name from duckdb_tables()) using (database_name, schema_name, table_name)
where database_name = $1 and schema_name = 'main'
order by table_oid, column_index
