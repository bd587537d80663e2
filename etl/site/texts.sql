-- A row is the text of a document that is wanted, in JSON.
select w.place, w.row_id, to_json(t.text)
from wanted w
join texts t on t.document_id = w.row_id
order by w.number
