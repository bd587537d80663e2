-- A row is a consolidated transfer with what its deal says, and all parties in each role.
with
-- A row is a party in a role of a transfer: the cell of the transfer, or one of several in parties.
named as (
    select transfer_id, 'supplier' as role, supplier as party from transfers where supplier is not null
    union
    select transfer_id, 'recipient', recipient from transfers where recipient is not null
    union
    select transfer_id, role, coalesce(code, name) from parties where role in ('supplier', 'recipient')
),
roles as (
    select
        transfer_id,
        list(party order by party) filter (role = 'supplier' and party is not null) as suppliers,
        list(party order by party) filter (role = 'recipient' and party is not null) as recipients
    from named
    group by transfer_id
)
select
    t.transfer_id,
    t.deal_id,
    coalesce(r.suppliers, []) as suppliers,
    coalesce(r.recipients, []) as recipients,
    t.designation,
    t.weapon,
    t.category,
    t.quantity,
    t.quantity_high,
    t.quantity_bound,
    t.quantity_unit,
    t.delivered,
    t.delivery_from,
    t.delivery_to,
    t.stage,
    t.counted,
    d.agreed,
    d.value_amount,
    d.value_high,
    d.value_currency,
    d.value_bound
from transfers t
left join deals d using (deal_id)
left join roles r using (transfer_id)
order by t.transfer_id
