-- Reported deals as if a press of 25 years had told of them: the tables documents, reported_deals, reported_transfers,
-- parties and evidence of a dataset, made of nothing but a number of reports. The same number gives the same rows.
-- The macro reports_asked() has that number.

-- chance(k, n): a number from 0 to 1 that follows from a row's number and the question's.
create temp macro chance(k, n) as (hash(k * 1000003 + n) >> 11)::double / (1::ubigint << 53);
-- zipf(x, n): a place from 0 to n - 1; the first are met far more often than the last.
create temp macro zipf(x, n) as least(n - 1, floor(pow(n + 1, x) - 1))::int;
create temp macro letter(i) as chr((65 + i % 26)::int);
create temp macro one_of(choices, x) as choices[1 + floor(x * len(choices))::int];

-- A row is a system: its name, its kind and its category.
create temp table systems as
select
    i as system,
    letter(i) || letter(i * 7 // 3) || '-' || (i * 13 % 97 + 1) as designation,
    'kind ' || (i % 40) as weapon,
    one_of(
        ['aircraft', 'aircraft', 'missile', 'missile', 'air_defence', 'armoured_vehicle', 'artillery', 'ship', 'sensor',
         'ammunition', 'small_arms', 'equipment', 'service'],
        chance(i, 1)
    ) as category
from range(400) t(i);

-- A row is a deal in the world; half of all deals have few reports, one in a thousand hundreds.
create temp table world as
with sized as (
    select i as deal, least(500, floor(3 * pow(1 - chance(i, 2), -1 / 1.4)))::int as size from range(reports_asked()) t(i)
)
select
    deal,
    size,
    zipf(chance(deal, 3), 150) as recipient,
    zipf(chance(deal, 4), 40) as supplier,
    zipf(chance(deal, 5), 400) as system,
    zipf(chance(deal, 6), 400) as second_system,
    chance(deal, 7) < 0.25 as has_second,
    one_of([1, 2, 2, 4, 6, 8, 10, 12, 12, 16, 18, 20, 24, 30, 36, 40, 48, 50, 60, 72, 100, 120, 152, 200, 500, 1000],
           chance(deal, 8)) as quantity,
    date '2000-01-01' + floor(chance(deal, 9) * 9130)::int as agreed,
    round(exp(14 + 8 * chance(deal, 10)), -4) as value,
    one_of(['USD', 'USD', 'EUR', 'GBP', 'KRW'], chance(deal, 11)) as currency,
    one_of(['sale', 'sale', 'sale', 'aid', 'licence', 'loan'], chance(deal, 12)) as arrangement,
    1 + floor(chance(deal, 13) * 6)::int as years
from (from sized select *, sum(size) over (order by deal) as until)
where until - size < reports_asked();

-- A row is a report of a deal, with when it was published.
create temp table told as
select
    w.*,
    row_number() over (order by w.deal, n.number) as report,
    case
        when chance(w.deal * 600 + n.number, 20) < 0.65 then w.agreed + floor(30 * chance(w.deal * 600 + n.number, 21))::int
        else w.agreed - 200 + floor(1800 * chance(w.deal * 600 + n.number, 21))::int
    end as published
from world w, unnest(range(w.size)) n(number);

-- A row is a report with its document: reports of two deals that were published one after the other
-- stand in one document.
create temp table placed as
select
    *,
    md5('document ' || (place // 2) || if(place % 2 = 1 and deal = before, ', more', ''))[:16] as document_id,
    if(place % 2 = 1 and deal = before, 0, place % 2) as part,
    min(published) over (partition by place // 2) as day
from (
    select *, lag(deal) over (order by place) as before
    from (select *, row_number() over (order by published, hash(report), report) - 1 as place from told)
);

insert into documents by name
select
    document_id,
    document_id || '.txt' as path,
    one_of(['The Daily', 'Ministry of Defence', 'Wire', 'Defence Weekly', 'Evening News'], chance(any_value(place // 2), 30))
        as publisher,
    any_value(day)::varchar as published,
    repeat(document_id, 4) as sha256,
    2000 as characters,
    'transfers' as outcome
from placed
group by document_id
order by document_id;

create temp table deals_told as
select
    document_id || '-d' || (part + 1) as deal_id,
    document_id,
    report,
    part,
    case when part = 1 and chance(deal, 40) < 0.05 then document_id || '-d1' end as part_of,
    case
        when chance(report, 41) < 0.02 then 'cancelled'
        when day < agreed then one_of(['proposed', 'approved'], chance(report, 42))
        when day < agreed + 200 then one_of(['agreed', 'ordered', 'ordered'], chance(report, 42))
        else one_of(['ordered', 'delivering', 'delivered'], chance(report, 42))
    end as stage,
    case when chance(report, 43) < 0.85 then arrangement else 'unknown' end as arrangement,
    case
        when day < agreed or chance(report, 44) < 0.35 then null
        when chance(report, 44) < 0.5 then left(agreed::varchar, 4)
        when chance(report, 44) < 0.7 then left(agreed::varchar, 7)
        when chance(report, 44) < 0.75 then left((agreed + 300)::varchar, 4)
        else agreed::varchar
    end as agreed,
    case
        when chance(report, 45) < 0.45 then null
        when chance(report, 45) < 0.55 then round(value * (0.85 + 0.3 * chance(report, 46)), -4)
        when chance(report, 45) < 0.56 then value * 10
        else value
    end as value_amount,
    currency,
    * exclude (document_id, report, part, arrangement, agreed, currency)
from placed;

insert into reported_deals by name
select
    deal_id, document_id, part_of, stage, arrangement, agreed, value_amount,
    if(value_amount is null, null, currency) as value_currency,
    if(value_amount is null, null, one_of(['exact', 'exact', 'about'], chance(report, 47))) as value_bound,
    if(currency = 'USD', value_amount, null) as value_usd,
    if(currency = 'USD' and value_amount is not null, 'stated', null) as value_usd_basis,
    'x' as evidence, 0 as start, 1 as "end", 0.5 + 0.5 * chance(report, 48) as confidence
from deals_told
order by document_id, part;

create temp table items_told as
select
    document_id || '-t' || row_number() over (partition by document_id order by part, item) as transfer_id,
    item * 7 + report * 20 as seed,
    *
from (
    select *, 0 as item, system as which from deals_told
    union all
    select *, 1 as item, second_system as which from deals_told where has_second and chance(report, 50) < 0.6
);

create temp table lines_told as
select
    t.* exclude (quantity),
    if(chance(seed, 51) < 0.8, s.designation || one_of(['', '', '', '', 'A1', 'B'], chance(t.deal * 2 + item, 52)), null) as designation,
    s.weapon,
    if(chance(seed, 53) < 0.95, s.category, null) as category,
    case
        when chance(seed, 54) < 0.2 then null
        when chance(seed, 54) < 0.28 then ceil(quantity * (0.7 + 0.6 * chance(seed, 55)))
        else quantity
    end as quantity,
    if(chance(report, 56) < 0.93, supplier, null) as supplier_told,
    if(chance(report, 57) < 0.96, recipient, null) as recipient_told
from items_told t
join systems s on s.system = t.which;

create temp table codes as
select i as place, letter(i) || letter(i // 26) || 'Q' as code from range(150) t(i);

insert into reported_transfers by name
select
    l.transfer_id, l.deal_id, l.document_id, s.code as supplier, r.code as recipient,
    if(chance(l.seed, 58) < 0.3, 'Maker ' || l.supplier, null) as maker,
    l.designation, l.weapon, l.category, l.quantity,
    if(l.quantity is null, null, one_of(['exact', 'exact', 'exact', 'about', 'at_least'], chance(l.seed, 59)))
        as quantity_bound,
    if(l.quantity is null, null, 'unit') as quantity_unit,
    if(chance(l.seed, 60) < 0.3, year(l.day) + 1, null) as delivery_from,
    if(chance(l.seed, 61) < 0.4, year(l.day) + l.years, null) as delivery_to,
    l.stage, 'x' as evidence, 0 as start, 1 as "end", 0.5 + 0.5 * chance(l.seed, 62) as confidence
from lines_told l
left join codes s on s.place = l.supplier_told
left join codes r on r.place = l.recipient_told
order by l.document_id, l.part, l.item;

insert into parties by name
select transfer_id, 'supplier' as role, supplier as code from reported_transfers where supplier is not null
union all by name
select transfer_id, 'recipient' as role, recipient as code from reported_transfers where recipient is not null
order by transfer_id, role;

insert into evidence by name
select
    row_id, field, document_id, 0 as start, 1 as "end", 'x' as surface,
    one_of(['stated', 'stated', 'stated', 'resolved'], chance(hash(row_id) % 1000000, 70)) as rule,
    'x' as sentence, 0 as sentence_start
from (
    select deal_id as row_id, document_id, unnest(['stage', 'agreed', 'value_amount']) as field from reported_deals
    union all by name
    select transfer_id as row_id, document_id, unnest(['quantity', 'designation', 'recipient', 'maker']) as field
    from reported_transfers
)
order by document_id, row_id, field;
