-- A row is a year and a category of weapon, with how many pieces have come and are to come. A line item without parts of
-- delivery comes as a whole, in its last year.
with
items as (
    select t.transfer_id, t.category, t.quantity, t.stage, coalesce(t.delivery_to, t.delivery_from) as last_year
    from transfers t
    join deals d using (deal_id)
    where
        t.counted
        and t.quantity_unit = 'unit'
        and t.stage in ('agreed', 'ordered', 'delivering', 'delivered')
        and d.stage in ('agreed', 'ordered', 'delivering', 'delivered')
),
parts as (
    select i.transfer_id, i.category, coalesce(p.year_to, p.year_from) as year, p.quantity, p.basis
    from items i
    join deliveries p using (transfer_id)
    union all
    select transfer_id, category, last_year, quantity, case when stage = 'delivered' then 'made' else 'planned' end
    from items
    where transfer_id not in (select transfer_id from deliveries)
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
