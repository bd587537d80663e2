-- Whether two line items of two reports of one deal could be one: of one system, or of one kind where a report does not name
-- it. Where a report splits the quantity of a system, each of its parts is one only with the same quantity.
create or replace temp macro could_be_one(
    names, designation, category, quantity, quantity_from, quantity_to, family_quantity,
    names2, designation2, category2, quantity2, quantity_from2, quantity_to2, family_quantity2
) as
    (
        list_has_any(names, names2)
        or ((designation is null or designation2 is null) and coalesce(category = category2, true))
    )
    and (
        coalesce(quantity = family_quantity and quantity2 = family_quantity2, true)
        or (quantity_from <= quantity_to2 and quantity_from2 <= quantity_to)
    );

-- A row is such a pair of line items that were compared.
create or replace temp table compared_lines as
select p.one, p.other, max(p.weight) as weight
from pairs p
join reports one on one.place = p.one
join reports other on other.place = p.other
join worlds first on first.report = one.deal
join worlds second on second.report = other.deal
where
    -- A difference: see deal_pairs.sql.
    first.number - second.number = 0
    and could_be_one(
        one.names, one.designation, one.category, one.quantity, one.quantity_from, one.quantity_to, one.family_quantity,
        other.names, other.designation, other.category, other.quantity, other.quantity_from, other.quantity_to,
        other.family_quantity
    )
group by all;

-- A row is a line item that could be one with none of those that it was compared with. It may be alone only because its
-- cells are too empty to bring it into a block, or its block is large: what it could be one with in its deal is looked up.
create or replace temp table loose_lines as
select r.*, w.number as world
from reports r
join worlds w on w.report = r.deal
where r.place not in (select one from compared_lines union all select other from compared_lines);

-- A row is a pair of line items that could be one, with the weight of what speaks for it in thousandths of a bit; what was
-- not compared comes after what was.
create or replace temp table line_ties as
from compared_lines
union all
select least(one.place, other.place) as one, greatest(one.place, other.place) as other, $uncompared as weight
from loose_lines one
join worlds w on w.number = one.world
join reports other on other.deal = w.report
where
    other.document <> one.document
    and could_be_one(
        one.names, one.designation, one.category, one.quantity, one.quantity_from, one.quantity_to, one.family_quantity,
        other.names, other.designation, other.category, other.quantity, other.quantity_from, other.quantity_to,
        other.family_quantity
    )
group by all
