-- A row is a line item with the cells of its deal. codes has the English name of each country's code.
with
sides as (
    select
        transfer_id,
        string_agg(distinct coalesce(codes.name, parties.code, parties.name), '; ' order by
            coalesce(codes.name, parties.code, parties.name)) filter (role = 'supplier') as supplier_names,
        string_agg(distinct coalesce(codes.name, parties.code, parties.name), '; ' order by
            coalesce(codes.name, parties.code, parties.name)) filter (role = 'recipient') as recipient_names
    from parties
    left join codes using (code)
    group by transfer_id
),
split as (
    select
        transfer_id,
        string_agg(
            concat_ws(
                ' ',
                printf('%.15g', quantity),
                case
                    when year_from = year_to then 'in ' || year_to
                    when year_from is not null and year_to is not null then 'in ' || year_from || '-' || year_to
                    when year_from is not null then 'from ' || year_from
                    when year_to is not null then 'by ' || year_to
                end,
                '(' || basis || ')'
            ),
            '; ' order by coalesce(year_from, year_to), year_to, basis, quantity
        ) as deliveries
    from deliveries
    group by transfer_id
),
reports as (
    select transfer_id, string_agg(distinct document_id, ' ' order by document_id) as document_ids
    from sources
    where transfer_id is not null
    group by transfer_id
)
select
    t.* exclude (deal_value_usd, value_usd),
    t.deal_value_usd,
    t.value_usd,
    coalesce(sides.supplier_names, of_supplier.name, t.supplier) as supplier_names,
    coalesce(sides.recipient_names, of_recipient.name, t.recipient) as recipient_names,
    split.deliveries,
    reports.document_ids,
    d.arrangement,
    d.agreed,
    d.value_amount,
    d.value_high,
    d.value_currency,
    d.value_bound,
    d.value_usd_basis,
    d.value_usd_lowest,
    d.value_usd_highest,
    d.stage as deal_stage,
    d.part_of,
    d.confidence as deal_confidence
from transfers t
join deals d using (deal_id)
left join sides using (transfer_id)
left join split using (transfer_id)
left join reports using (transfer_id)
left join codes of_supplier on of_supplier.code = t.supplier
left join codes of_recipient on of_recipient.code = t.recipient
order by t.rowid
