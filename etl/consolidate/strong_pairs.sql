-- A row is a pair of reported deals of which some line items speak for one deal more than $least thousandths of a bit.
select a.deal as one, b.deal as other
from pairs p
join reports a on a.place = p.one
join reports b on b.place = p.other
where p.weight > $least
