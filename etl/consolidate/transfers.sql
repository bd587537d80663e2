-- A row is a line item of a deal in the world: what its reports say together, by the rule of fuse.sql.
with recursive
supplied as (
    select distinct on (transfer_id) transfer_id, reported_transfer_id, supplier
    from (from told select *, count(distinct document_id) over (partition by transfer_id, suppliers) as tellers)
    order by transfer_id, len(suppliers) = 0, not official, tellers desc, ranked desc
),
received as (
    select distinct on (transfer_id) transfer_id, reported_transfer_id, recipient
    from (from told select *, count(distinct document_id) over (partition by transfer_id, recipients) as tellers)
    order by transfer_id, len(recipients) = 0, not official, tellers desc, ranked desc
),
passed as (
    select distinct on (transfer_id) transfer_id, via
    from (from told select *, count(distinct document_id) over (partition by transfer_id, via) as tellers where via is not null)
    order by transfer_id, not official, tellers desc, ranked desc
),
made as (
    select distinct on (t.transfer_id) t.transfer_id, t.maker
    from (from told select *, count(distinct document_id) over (partition by transfer_id, maker) as tellers where maker is not null) t
    left join stated s on s.row_id = t.reported_transfer_id and s.field = 'maker'
    order by t.transfer_id, s.row_id is null, not t.official, t.tellers desc, t.ranked desc
),
-- A row is a line item with its system; the kind and the category are that system's.
named as (
    select distinct on (transfer_id) transfer_id, designation, weapon, category
    from (from told select *, count(distinct document_id) over (partition by transfer_id, designation) as tellers)
    order by
        transfer_id, designation is null, category is null, weapon is null, not official, tellers desc, ranked desc
),
counted_out as (
    select distinct on (t.transfer_id)
        t.transfer_id, t.quantity, t.quantity_high, t.quantity_bound, t.quantity_unit
    from (
        from told
        select *, count(distinct document_id) over (partition by transfer_id, quantity, quantity_unit) as tellers
        where quantity is not null
    ) t
    left join stated s on s.row_id = t.reported_transfer_id and s.field = 'quantity'
    order by
        t.transfer_id,
        t.quantity_bound <> 'exact',
        not t.official,
        s.row_id is null,
        t.tellers desc,
        t.ranked desc
),
arrived as (
    select distinct on (t.transfer_id) t.transfer_id, t.delivered
    from told t
    join counted_out c on c.transfer_id = t.transfer_id
    where t.delivered <= coalesce(c.quantity_high, c.quantity)
    order by t.transfer_id, t.ranked desc, t.delivered desc
),
-- A row is a line item with its years of delivery, those of one report; where it has only one of both, and another report
-- has the other and fits, that one's is taken.
years as (
    select distinct on (transfer_id) transfer_id, delivery_from, delivery_to
    from (
        from told
        select *, count(distinct document_id) over (partition by transfer_id, delivery_from, delivery_to) as tellers
        where delivery_from is not null or delivery_to is not null
    )
    order by
        transfer_id, delivery_from is null or delivery_to is null, not official, tellers desc, ranked desc
),
starts as (
    select distinct on (t.transfer_id) t.transfer_id, t.delivery_from
    from told t
    join years y on y.transfer_id = t.transfer_id and y.delivery_from is null and t.delivery_from <= y.delivery_to
    order by t.transfer_id, not t.official, t.ranked desc
),
ends as (
    select distinct on (t.transfer_id) t.transfer_id, t.delivery_to
    from told t
    join years y on y.transfer_id = t.transfer_id and y.delivery_to is null and t.delivery_to >= y.delivery_from
    order by t.transfer_id, not t.official, t.ranked desc
),
reached as (
    select
        transfer_id,
        arg_max(stage, ranked) = 'cancelled' or bool_and(stage = 'cancelled') as off,
        arg_max(stage, rank) filter (stage <> 'cancelled') as furthest
    from told
    group by transfer_id
),
-- A row is a deal, a system of it and a document, with how many of it the document tells of in how many rows.
tellings as (
    select
        t.deal_id,
        coalesce(f.family, t.category, '') as system,
        t.document_id,
        any_value(t.official) as official,
        any_value(t.ranked) as ranked,
        sum(coalesce(t.quantity, 0)) as quantity,
        count(*) as line_items
    from told t
    left join families f on f.designation = t.designation
    group by all
),
-- A row is a deal and a system of it with the document whose line items are counted: reports that split a quantity
-- differently stand side by side, and only one way of splitting it may be summed.
told_best as (
    select distinct on (deal_id, system) deal_id, system, document_id
    from (from tellings select *, count(*) over (partition by deal_id, system, quantity) as tellers)
    order by deal_id, system, quantity = 0, tellers desc, line_items desc, official desc, ranked desc
),
in_sum as (
    select distinct t.transfer_id
    from told t
    left join families f on f.designation = t.designation
    join told_best b
        on b.deal_id = t.deal_id and b.system = coalesce(f.family, t.category, '') and b.document_id = t.document_id
),
-- A row is a deal and a deal that it is part of, directly or by way of others. An option is proposed under a deal that is
-- further on and adds to it: it is not contained.
contained as (
    select d.deal_id, d.part_of as whole_id
    from deals d
    join deals whole on whole.deal_id = d.part_of
    where d.stage <> 'proposed' or whole.stage = 'proposed'
    union
    select c.deal_id, d.part_of
    from contained c
    join deals d on d.deal_id = c.whole_id
    join deals whole on whole.deal_id = d.part_of
    where d.stage <> 'proposed' or whole.stage = 'proposed'
),
listed as (
    select deal_id, count(*) filter (in_sum.transfer_id is not null) as line_items
    from (select distinct deal_id, transfer_id from told) t
    left join in_sum using (transfer_id)
    group by deal_id
),
within as (
    select distinct c.deal_id from contained c join listed w on w.deal_id = c.whole_id
)
select
    t.transfer_id,
    t.deal_id,
    supplied.supplier,
    received.recipient,
    passed.via,
    made.maker,
    named.designation,
    named.weapon,
    named.category,
    counted_out.quantity,
    counted_out.quantity_high,
    counted_out.quantity_bound,
    counted_out.quantity_unit,
    arrived.delivered,
    coalesce(years.delivery_from, starts.delivery_from) as delivery_from,
    coalesce(years.delivery_to, ends.delivery_to) as delivery_to,
    case when reached.off then 'cancelled' else reached.furthest end as stage,
    t.quantity_lowest,
    t.quantity_highest,
    case when listed.line_items = 1 and in_sum.transfer_id is not null then d.value_usd end as value_usd,
    d.value_usd as deal_value_usd,
    in_sum.transfer_id is not null and within.deal_id is null as counted,
    t.documents,
    t.confidence
from (
    select
        transfer_id,
        any_value(deal_id) as deal_id,
        min(number) as number,
        min(quantity) as quantity_lowest,
        max(coalesce(quantity_high, quantity)) as quantity_highest,
        count(distinct document_id) as documents,
        max(confidence) as confidence
    from told
    group by transfer_id
) t
join deals d using (deal_id)
join supplied using (transfer_id)
join received using (transfer_id)
join named using (transfer_id)
join reached using (transfer_id)
join listed using (deal_id)
left join passed using (transfer_id)
left join made using (transfer_id)
left join counted_out using (transfer_id)
left join arrived using (transfer_id)
left join years using (transfer_id)
left join starts using (transfer_id)
left join ends using (transfer_id)
left join in_sum using (transfer_id)
left join within using (deal_id)
order by t.number
