-- A row is a consolidated transfer with what identifies it and, in words, what it is about. Its parts of delivery and its
-- further parties are cells too, as text.
select
    t.transfer_id as id,
    concat_ws(
        ' ',
        concat(coalesce(t.supplier, '?'), ' to ', coalesce(t.recipient, '?'), ':'),
        regexp_replace(t.quantity::varchar, '\.0$', ''),
        coalesce(t.designation, t.weapon)
    ) as what,
    t.*,
    parts.deliveries,
    roles.parties
from {side}.transfers t
left join (
    select
        transfer_id,
        string_agg(
            concat_ws(
                ' ',
                regexp_replace(quantity::varchar, '\.0$', ''),
                basis,
                case when year_from = year_to then year_from::varchar else concat(year_from, '-', year_to) end
            ),
            '; '
            order by year_from, year_to, quantity, basis
        ) as deliveries
    from {side}.deliveries
    group by transfer_id
) parts using (transfer_id)
left join (
    select transfer_id, string_agg(concat_ws(' ', role, coalesce(code, name)), '; ' order by role, code, name) as parties
    from {side}.parties
    group by transfer_id
) roles using (transfer_id)
