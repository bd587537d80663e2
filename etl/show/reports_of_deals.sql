-- A row is a cell of a deal as one report has it.
select
    r.deal_id as report,
    d.title,
    d.publisher,
    d.published,
    d.path,
    r.evidence,
    s.field,
    s.value,
    s.agrees
from sources s
join reported_deals r on r.deal_id = s.reported_deal_id
join documents d on d.document_id = r.document_id
where s.deal_id = $1 and s.deal_id = $2 and s.transfer_id is null
order by d.published nulls last, d.document_id, r.rowid, s.rowid
