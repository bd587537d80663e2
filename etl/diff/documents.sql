-- A row is a document with what identifies it.
select document_id as id, path as what, * from {side}.documents
