-- A row is a document whose bytes, and so its identifier, are no longer the same: both hold it under one path.
create temp table same_documents as
select o.document_id as old_id, n.document_id as new_id
from (select gone.* from {old}.documents gone anti join {new}.documents kept using (document_id)) o
join (select come.* from {new}.documents come anti join {old}.documents kept using (document_id)) n using (path)
