-- A row is a report in a block, with its rank in time there. A block holds the reports that share a few cells. Of two that are
-- compared one at least is open: where a cell is empty in one of them, the block cannot tell them apart by it.
--
-- A block of up to $largest reports is compared whole. In a larger one each report is compared with its neighbours in time,
-- $reach on each side, with its neighbours among those of the same quantity, and with those among the same value: the work
-- grows with the number of reports, not with its square. There a category alone is enough only where a system is unnamed.
create or replace temp table blocks as
with
-- A row is a report in a block of those that share a recipient and a category, and so on.
keyed as (
    select hash('category', recipient, category) as block, place, true as open, designation is null as open_in_large
    from reports
    where recipient is not null and category is not null
    union all
    select hash('family', recipient, family), place, true, true
    from reports
    where recipient is not null and family is not null
    union all
    select hash('supplier', recipient, supplier), place, category is null, category is null
    from reports
    where recipient is not null and supplier is not null
    union all
    select hash('quantity', supplier, family, quantity), place, recipient is null, recipient is null
    from reports
    where supplier is not null and family is not null and quantity is not null
),
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
