-- A row is a pair of line items of two reports of one deal that could be one: of one system, or of one kind where a report
-- does not name it. Where a report splits the quantity of a system, each of its parts is one only with the same quantity.
select p.one, p.other, max(p.weight) as weight
from pairs p
join reports one on one.place = p.one
join reports other on other.place = p.other
join worlds first on first.report = one.deal
join worlds second on second.report = other.deal
where
    -- A difference: see deal_pairs.sql.
    first.number - second.number = 0
    and (
        list_has_any(one.names, other.names)
        or ((one.designation is null or other.designation is null) and coalesce(one.category = other.category, true))
    )
    and (
        coalesce(one.quantity = one.family_quantity and other.quantity = other.family_quantity, true)
        or (one.quantity_from <= other.quantity_to and other.quantity_from <= one.quantity_to)
    )
group by all
