-- A row is a consolidated deal with what identifies it and, in words, what it is about: its parties and its first goods.
select
    d.deal_id as id,
    goods.what,
    d.*
from {side}.deals d
left join (
    select
        deal_id,
        concat_ws(
            ' ',
            first(concat(coalesce(supplier, '?'), ' to ', coalesce(recipient, '?'), ':') order by transfer_id),
            first(regexp_replace(quantity::varchar, '\.0$', '') order by transfer_id),
            first(coalesce(designation, weapon) order by transfer_id),
            case when count(*) > 1 then concat('and ', count(*) - 1, ' more') end
        ) as what
    from {side}.transfers
    group by deal_id
) goods using (deal_id)
