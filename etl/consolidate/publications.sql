-- A row is a document: whether an office of state published it, its place in the order of publication (those without a
-- date first, so that they never count as the last word), and its place in the order in which deals are named (those
-- without a date last).
create or replace temp table publications as
select
    document_id,
    md5_number_lower(document_id)::ubigint as key,
    published,
    exists (
        from official_words w
        where contains(' ' || regexp_replace(lower(d.publisher), '[^\w]+', ' ', 'g') || ' ', ' ' || w.words || ' ')
    ) as official,
    row_number() over (order by published nulls first, document_id) as ranked,
    row_number() over (order by published nulls last, document_id) - 1 as document
from documents d
