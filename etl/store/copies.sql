-- Documents with nearly the words of an earlier one: syndicated copies, a story saved from two pages.
--
-- A sketch is 64 hashes of 8 digits; where the share s of runs of words that two documents have in common is high, that
-- share of their hashes is equal. Sketches are cut into 16 bands of 4 hashes; two documents with one band in common are
-- compared (at s = 0.8 they have one with probability 0.9998, at s = 0.4 with 0.34), each only with the earliest that has
-- the band, so that a thousand copies cost a thousand comparisons.
update documents
set duplicate_of = copies.original
from (
    with placed as (
        select t.document_id, t.sketch, d.rowid as place
        from texts t
        join documents d using (document_id)
        where t.sketch is not null and d.outcome <> 'duplicate'
    ),
    bands as (
        select p.place, b.band, substr(p.sketch, 32 * b.band + 1, 32) as hashes
        from placed p, range(16) b(band)
    ),
    shared as (
        select band, hashes, min(place) as earlier from bands group by band, hashes having count(*) > 1
    ),
    pairs as (
        select distinct place, earlier from bands join shared using (band, hashes)
    ),
    alike as (
        select p.place, p.earlier
        from pairs p
        join placed later on later.place = p.place
        join placed earlier on earlier.place = p.earlier
        where p.earlier < p.place
            and list_count(list_filter(range(64), lambda n:
                substr(later.sketch, 8 * n + 1, 8) = substr(earlier.sketch, 8 * n + 1, 8) or null)) >= 0.8 * 64
    ),
    firsts as (
        select place, min(earlier) as earlier from alike group by place
    )
    -- A copy of a copy is a copy of what that is one of.
    select placed.place, original.document_id as original
    from firsts
    left join firsts above on above.place = firsts.earlier
    join placed on placed.place = firsts.place
    join placed original on original.place = coalesce(above.earlier, firsts.earlier)
) copies
where documents.rowid = copies.place
