-- A row is a document that could not be read, or not whole, with the reason.
select path, problem
from documents
where problem is not null and outcome in ('failed', 'transfers', 'no_transfer')
order by rowid
