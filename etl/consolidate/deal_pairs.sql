-- A row is a pair of reported deals that strong pairs hang together, with the weight of those of their line items that speak
-- most for one deal. What hangs together is told by a difference: by an equation a plan could join reports by it, of which
-- there are far more pairs.
select least(a.deal, b.deal) as one, greatest(a.deal, b.deal) as other, max(p.weight) as weight
from pairs p
join reports a on a.place = p.one
join reports b on b.place = p.other
join deal_components c on c.number = a.deal
join deal_components d on d.number = b.deal
where c.component - d.component = 0
group by all
