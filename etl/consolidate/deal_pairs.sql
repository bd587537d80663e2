-- A row is a pair of reported deals, with the weight of those of their line items that speak most for one deal.
select
    least(a.number, b.number) as one,
    greatest(a.number, b.number) as other,
    max(p.weight) as weight
from pairs p
join reports l on l.place = p.one
join reports r on r.place = p.other
join numbered_deals a on a.deal_id = l.deal_id
join numbered_deals b on b.deal_id = r.deal_id
group by all
order by all
