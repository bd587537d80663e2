-- A row is a cell of a deal or a line item in the world, and a report that gives it. The report agrees where it says the
-- same: a number within half a percent, a date that is the other's less or more exactly. There may be fifteen cells a
-- report: they are made for deals and line items of some numbers at a time.
with
-- A row is a line item in the world with all its suppliers and recipients, in the order of their codes.
sides as (
    select
        t.transfer_id,
        nullif(string_agg(coalesce(p.code, p.name), ', ' order by coalesce(p.code, p.name)) filter (p.role = 'supplier'), '')
            as suppliers,
        nullif(string_agg(coalesce(p.code, p.name), ', ' order by coalesce(p.code, p.name)) filter (p.role = 'recipient'), '')
            as recipients
    from transfers t
    left join parties p using (transfer_id)
    group by t.transfer_id
),
told_cells as (
    unpivot (
        select
            deal_id,
            null::varchar as transfer_id,
            reported_deal_id,
            null::varchar as reported_transfer_id,
            document_id,
            ranked,
            number,
            whole_id as part_of,
            stage,
            arrangement,
            agreed,
            value_amount::varchar as value_amount,
            value_high::varchar as value_high,
            value_currency,
            value_bound,
            value_usd::varchar as value_usd
        from told_deals
        where number >= $first_deal and number < $last_deal
    )
    on columns(* exclude (deal_id, transfer_id, reported_deal_id, reported_transfer_id, document_id, ranked, number))
    into name field value value
    union all by name
    unpivot (
        select
            deal_id,
            transfer_id,
            reported_deal_id,
            reported_transfer_id,
            document_id,
            ranked,
            number,
            nullif(array_to_string(suppliers, ', '), '') as supplier,
            nullif(array_to_string(recipients, ', '), '') as recipient,
            via,
            maker,
            designation,
            weapon,
            category,
            quantity::varchar as quantity,
            quantity_high::varchar as quantity_high,
            quantity_bound,
            quantity_unit,
            delivered::varchar as delivered,
            delivery_from::varchar as delivery_from,
            delivery_to::varchar as delivery_to,
            stage
        from told
        where number >= $first_line and number < $last_line
    )
    on columns(* exclude (deal_id, transfer_id, reported_deal_id, reported_transfer_id, document_id, ranked, number))
    into name field value value
),
world_cells as (
    unpivot (
        select
            deal_id,
            null::varchar as transfer_id,
            part_of,
            stage,
            arrangement,
            agreed,
            value_amount::varchar as value_amount,
            value_high::varchar as value_high,
            value_currency,
            value_bound,
            value_usd::varchar as value_usd
        from deals
    )
    on columns(* exclude (deal_id, transfer_id))
    into name field value value
    union all by name
    unpivot (
        select
            deal_id,
            transfer_id,
            sides.suppliers as supplier,
            sides.recipients as recipient,
            via,
            maker,
            designation,
            weapon,
            category,
            quantity::varchar as quantity,
            quantity_high::varchar as quantity_high,
            quantity_bound,
            quantity_unit,
            delivered::varchar as delivered,
            delivery_from::varchar as delivery_from,
            delivery_to::varchar as delivery_to,
            stage
        from transfers t
        join sides using (transfer_id)
    )
    on columns(* exclude (deal_id, transfer_id))
    into name field value value
)
select
    t.deal_id,
    t.transfer_id,
    t.reported_deal_id,
    t.reported_transfer_id,
    t.document_id,
    t.field,
    -- A whole number is written without its fraction.
    regexp_replace(t.value, '\.0$', '') as value,
    coalesce(
        t.value = w.value
        or (t.field = 'agreed' and (starts_with(t.value, w.value) or starts_with(w.value, t.value)))
        or abs(try_cast(t.value as double) - try_cast(w.value as double)) <= 0.005 * abs(try_cast(w.value as double)),
        false
    ) as agrees
from told_cells t
left join world_cells w
    on w.deal_id = t.deal_id and w.transfer_id is not distinct from t.transfer_id and w.field = t.field
order by t.transfer_id is not null, t.number, t.ranked, t.field
