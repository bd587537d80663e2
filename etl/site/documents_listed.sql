-- A row is a document as the list of documents shows it, with how many line items it reports.
select
    d.document_id,
    d.title,
    d.publisher,
    d.published,
    d.language,
    d.format,
    d.outcome,
    coalesce(r.transfers, 0) as transfers,
    d.path,
    d.problem
from documents d
left join (select document_id, count(*) as transfers from reported_transfers group by document_id) r using (document_id)
order by d.rowid
