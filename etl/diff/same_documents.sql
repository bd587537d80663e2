-- A row is a document that both datasets hold: its bytes, and so its identifier, are the same, or else its path is.
create temp table same_documents as
with
gone as (
    select o.document_id, o.path, row_number() over (partition by o.path order by o.document_id) as nth
    from {old}.documents o
    anti join {new}.documents n using (document_id)
),
come as (
    select n.document_id, n.path, row_number() over (partition by n.path order by n.document_id) as nth
    from {new}.documents n
    anti join {old}.documents o using (document_id)
)
select o.document_id as old_id, o.document_id as new_id
from {old}.documents o
semi join {new}.documents n using (document_id)
union all
select gone.document_id, come.document_id
from gone
join come using (path, nth)
