-- A row is a reported deal with its number: in the order of publication, then of the text. A deal is named after the first
-- of its reports.
create or replace temp table numbered_deals as
select d.deal_id, p.document, row_number() over (order by p.document, d.rowid) - 1 as number
from reported_deals d
join publications p using (document_id);

-- A row is a reported transfer with its number, likewise.
create or replace temp table numbered_lines as
select t.transfer_id, t.place, p.document, row_number() over (order by p.document, t.place) - 1 as number
from reports t
join publications p using (document_id);
