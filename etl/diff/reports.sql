-- A row is a reported transfer of a document that both datasets hold, by what tells it from others of its document.
create temp table {side}_reports as
select
    r.transfer_id,
    same.old_id as document,
    r.rowid as place,
    hash(r.evidence) as said,
    hash(r.designation, r.weapon) as goods,
    hash(r.supplier, r.recipient) as parties,
    hash(r.quantity) as number
from {side_name}.reported_transfers r
join same_documents same on same.{side}_id = r.document_id
