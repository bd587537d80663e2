-- A row is a report in a block (keyed.sql), with its rank in time there.
--
-- A block of up to $largest reports is compared whole. In a larger one each report is compared with its neighbours in time,
-- $reach on each side, with its neighbours among those of the same quantity, and with those among the same value: the work
-- grows with the number of reports, not with its square.
create or replace temp table blocks as
with
-- A row is a report in a block of some size; one in which none is open has nothing to compare.
sized as (
    from keyed
    select
        *,
        count(*) over (partition by block) as size,
    qualify size > 1 and bool_or(open) over (partition by block)
),
cut as (
    select block, place, if(size > $largest, open_in_large, open) as open, size > $largest as large
    from sized
    union all
    select hash(s.block, 'quantity', r.quantity, r.unit), s.place, s.open_in_large, true
    from sized s
    join reports r using (place)
    where s.size > $largest and r.quantity is not null
    union all
    select hash(s.block, 'value', r.value_currency, r.value_amount), s.place, s.open_in_large, true
    from sized s
    join reports r using (place)
    where s.size > $largest and r.value_amount is not null
)
select
    c.block,
    c.place,
    r.document,
    c.open,
    if(c.large, $reach, $largest) as far,
    row_number() over (partition by c.block order by coalesce(r.agreed_from, r.published_from), c.place) as rank,
    count(*) over (partition by c.block) as size
from cut c
join reports r using (place)
