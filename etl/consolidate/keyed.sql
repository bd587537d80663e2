-- A row is a report in a block of those that share a recipient and a category, and so on (kind), with a number that only
-- they have. Of two that are compared one at least is open: where a cell is empty in one of them, the block cannot tell
-- them apart by it. In a large block a category alone is enough only where a system is unnamed.
create or replace temp table keyed as
select hash('category', recipient, category) as block, 0 as kind, place, true as open, designation is null as open_in_large
from reports
where recipient is not null and category is not null
union all
select hash('family', recipient, family), 1, place, true, true
from reports
where recipient is not null and family is not null
union all
select hash('supplier', recipient, supplier), 2, place, category is null, category is null
from reports
where recipient is not null and supplier is not null
union all
select hash('quantity', supplier, family, quantity), 3, place, recipient is null, recipient is null
from reports
where supplier is not null and family is not null and quantity is not null
