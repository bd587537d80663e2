-- A row is a year and a category of weapon, with how many pieces have come and are to come.
with parts as (
{counted_parts}
)
select
    year,
    category,
    count(distinct transfer_id) as transfers,
    sum(quantity) filter (basis = 'planned') as planned,
    sum(quantity) filter (basis = 'made') as made
from parts
where year is not null
group by year, category
order by year, category
