-- A row is a cell of a transfer, or of its deal, as one report of the transfer has it. What both rows have is the transfer's.
select
    r.transfer_id as report,
    d.title,
    d.publisher,
    d.published,
    d.path,
    r.evidence,
    s.field,
    s.value,
    s.agrees
from reported_transfers r
join documents d using (document_id)
join sources s
    on s.reported_transfer_id = r.transfer_id
    or (s.deal_id = $2 and s.transfer_id is null and s.reported_deal_id = r.deal_id and s.field <> 'stage')
where r.transfer_id in (select reported_transfer_id from sources where transfer_id = $1)
order by d.published nulls last, d.document_id, r.rowid, s.transfer_id is null, s.rowid
