-- A row is a cell of a consolidated deal or transfer and a report that gives it. Until reports of one deal are brought
-- together, each row has one report, which agrees with it.
with
deal_cells as (
    unpivot (
        select
            deal_id,
            document_id,
            rowid as place,
            part_of,
            stage,
            arrangement,
            agreed,
            value_amount::varchar as value_amount,
            value_high::varchar as value_high,
            value_currency,
            value_bound,
            value_usd::varchar as value_usd
        from reported_deals
    )
    on columns(* exclude (deal_id, document_id, place))
    into name field value value
),
transfer_cells as (
    unpivot (
        select
            transfer_id,
            deal_id,
            document_id,
            rowid as place,
            supplier,
            recipient,
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
        from reported_transfers
    )
    on columns(* exclude (transfer_id, deal_id, document_id, place))
    into name field value value
),
cells as (
    select deal_id, null as transfer_id, document_id, field, value, 0 as kind, place from deal_cells
    union all
    select deal_id, transfer_id, document_id, field, value, 1 as kind, place from transfer_cells
)
select
    deal_id,
    transfer_id,
    deal_id as reported_deal_id,
    transfer_id as reported_transfer_id,
    document_id,
    field,
    -- A whole number is written without its fraction.
    regexp_replace(value, '\.0$', '') as value,
    true as agrees
from cells
order by kind, place, field
