-- Makes the copies of a small dataset that benchmarks/downloads.py fills in differ as a large one's rows do. What a row
-- gets follows from its identifier alone. `places` has the codes of all countries, numbered.

create temp macro chance(k, n) as (hash(k || ' ' || n) >> 11)::double / (1::ubigint << 53);
-- The first is had most, as in the trade: numbers from 0 to n - 1.
create temp macro zipf(x, n) as least(n - 1, floor(pow(n + 1, x) - 1))::int;
create temp macro letter(i) as chr((65 + i % 26)::int);

-- Line items: some 4,000 systems, whose names do not tell their kind.
update transfers
set
    designation = letter(s.system) || letter(s.system * 7 // 3) || '-' || (s.system * 13 % 997 + 1),
    quantity = 1 + zipf(chance(transfers.transfer_id, 'quantity'), 400),
    supplier = s.supplier,
    recipient = s.recipient
from (
    select
        t.transfer_id,
        zipf(chance(t.transfer_id, 'system'), 4000) as system,
        from_.code as supplier,
        to_.code as recipient
    from transfers t
    join places from_ on from_.number = zipf(chance(t.transfer_id, 'supplier'), 60)
    join places to_ on to_.number = zipf(chance(t.transfer_id, 'recipient'), 150)
) s
where s.transfer_id = transfers.transfer_id;

update parties
set code = case role when 'supplier' then t.supplier else t.recipient end
from transfers t
where t.transfer_id = parties.transfer_id and role in ('supplier', 'recipient');

-- Deals: any day of forty years, and values from a million to ten billion.
update deals
set
    agreed = (date '1986-01-01' + (chance(deal_id, 'agreed') * 14600)::int)::varchar,
    value_usd = round(exp(14 + 9 * chance(deal_id, 'value')), -4)
where chance(deal_id, 'known') < 0.7;
