-- How far a stage is from proposed to delivered; null for what was cancelled.
create or replace temp macro stage_rank(stage) as
    list_position(['proposed', 'approved', 'agreed', 'ordered', 'delivering', 'delivered'], stage);

-- A row is a line item as one document reports it, with what record linkage compares: who, what, how many, for how much,
-- when, how far. Its place is its number among all line items, deal that of its deal (numbered.sql). Spans of time and of number are two columns, _from and _to; what nothing is known of is null.
create or replace temp table reports as
with
-- A row is a role of a reported transfer with all who have it, in the order of their codes.
sides as (
    select transfer_id, role, list(coalesce(code, name) order by coalesce(code, name)) as who
    from parties
    group by transfer_id, role
),
-- A row is a deal that others are part of.
wholes as (
    select distinct part_of as deal_id from reported_deals where part_of is not null
),
-- A row is a date as stated, with the first and the last day that it can mean.
dates as (
    select
        stated,
        case length(stated)
            when 4 then (stated || '-01-01')::date
            when 7 then (stated || '-01')::date
            else stated::date
        end as first_day,
        case length(stated)
            when 4 then (stated || '-12-31')::date
            when 7 then last_day((stated || '-01')::date)
            else stated::date
        end as last_day
    from (
        select agreed as stated from reported_deals where agreed is not null
        union
        select published from documents where published is not null
    )
),
-- A row is a system of a deal, with how many of it all line items of one unit have together.
sums as (
    select t.deal_id, f.family, t.quantity_unit, sum(t.quantity order by t.rowid) as quantity
    from reported_transfers t
    join families f on f.designation = t.designation
    group by t.deal_id, f.family, t.quantity_unit
)
select
    t.transfer_id,
    t.deal_id,
    t.document_id,
    l.document,
    l.number as place,
    l.deal,
    coalesce(recipient.who, []) as recipients,
    -- Keys of blocks: null where the cell is empty, so that empty cells do not meet.
    array_to_string(recipient.who, ', ') as recipient,
    array_to_string(supplier.who, ', ') as supplier,
    coalesce(supplier.who, []) as suppliers,
    t.designation,
    -- A designation without spaces and hyphens: versions of a system begin with its name.
    regexp_replace(lower(t.designation), '[^\w]', '', 'g') as version,
    f.family,
    coalesce(f.names, []) as names,
    t.weapon,
    t.category,
    t.quantity,
    coalesce(t.quantity_unit, 'unit') as unit,
    case t.quantity_bound
        when 'about' then t.quantity * 0.9
        when 'at_most' then t.quantity * 0.3
        else t.quantity
    end as quantity_from,
    case t.quantity_bound
        when 'about' then t.quantity * 1.1
        when 'at_least' then t.quantity * 2
        when 'between' then t.quantity_high
        else t.quantity
    end as quantity_to,
    s.quantity as family_quantity,
    d.value_amount,
    d.value_currency,
    d.value_usd,
    agreed.first_day as agreed_from,
    agreed.last_day as agreed_to,
    length(d.agreed) as agreed_digits,
    published.first_day as published_from,
    published.last_day as published_to,
    t.delivery_from,
    t.delivery_to,
    d.arrangement,
    t.stage,
    -- How far the line item has got, from proposed to delivered; null where it was cancelled.
    stage_rank(t.stage) as rank,
    case
        when d.part_of is not null then 'part'
        when w.deal_id is not null then 'whole'
    end as position
from reported_transfers t
join reported_deals d using (deal_id)
join numbered_lines l on l.transfer_id = t.transfer_id
join documents on documents.document_id = t.document_id
left join wholes w on w.deal_id = t.deal_id
left join sides recipient on recipient.transfer_id = t.transfer_id and recipient.role = 'recipient'
left join sides supplier on supplier.transfer_id = t.transfer_id and supplier.role = 'supplier'
left join families f on f.designation = t.designation
left join sums s on s.deal_id = t.deal_id and s.family = f.family and s.quantity_unit = t.quantity_unit
left join dates agreed on agreed.stated = d.agreed
left join dates published on published.stated = documents.published
