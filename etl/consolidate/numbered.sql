-- A row is a reported deal with its number: in the order of publication, then of the text. A deal is named after the first
-- of its reports. The key is a number of its own that no other document changes.
create or replace temp table numbered_deals as
select
    d.deal_id,
    p.document::int as document,
    (row_number() over (order by p.document, d.rowid) - 1)::int as number,
    md5_number_lower(d.deal_id)::ubigint as key
from reported_deals d
join publications p using (document_id);

-- A row is a reported transfer with its number, likewise, and that of its deal.
create or replace temp table numbered_lines as
select
    t.transfer_id,
    d.document,
    d.number as deal,
    (row_number() over (order by d.document, t.rowid) - 1)::int as number,
    md5_number_lower(t.transfer_id)::ubigint as key
from reported_transfers t
join numbered_deals d using (deal_id)
