-- A row is a reported transfer with the line item in the world that it reports, which is named after its first report.
create or replace temp table line_items as
select t.transfer_id as reported_transfer_id, 'T-' || first.transfer_id as transfer_id, first.number
from numbered_lines t
join line_names n on n.rowid = t.number
join numbered_lines first on first.number = n.name
