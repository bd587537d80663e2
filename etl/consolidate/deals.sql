-- A row is a deal in the world: what its reports say together, by the rule of fuse.sql.
with
usd as (
    select deal_id, count(*) as reports, median(value_usd) as middle
    from told_deals
    where value_usd is not null
    group by deal_id
),
-- A row is a deal with its value, from one report.
valued as (
    select distinct on (d.deal_id)
        d.deal_id,
        d.value_amount,
        d.value_high,
        d.value_currency,
        d.value_bound,
        d.value_usd,
        d.value_usd_basis
    from (
        from told_deals
        select
            *,
            count(distinct document_id) over (partition by deal_id, value_currency, value_amount) as tellers
    ) d
    left join usd using (deal_id)
    left join stated s on s.row_id = d.reported_deal_id and s.field = 'value_amount'
    where d.value_amount is not null
    order by
        d.deal_id,
        coalesce(usd.reports >= 3 and (d.value_usd > 5 * usd.middle or d.value_usd * 5 < usd.middle), false),
        d.value_bound <> 'exact',
        not d.official,
        s.row_id is null,
        d.tellers desc,
        d.ranked desc
),
-- A row is a deal with its date: of the year that most documents give, the most exact.
dated as (
    select distinct on (d.deal_id) d.deal_id, d.agreed
    from (
        from told_deals
        select
            *,
            count(distinct document_id) over (partition by deal_id, agreed[:4]) as tellers_of_year,
            count(distinct document_id) over (partition by deal_id, agreed) as tellers
        where agreed is not null
    ) d
    left join stated s on s.row_id = d.reported_deal_id and s.field = 'agreed'
    order by
        d.deal_id,
        d.tellers_of_year desc,
        length(d.agreed) desc,
        not d.official,
        s.row_id is null,
        d.tellers desc,
        d.ranked desc
),
arranged as (
    select distinct on (deal_id) deal_id, arrangement
    from (
        from told_deals
        select *, count(distinct document_id) over (partition by deal_id, arrangement) as tellers
    )
    order by deal_id, arrangement = 'unknown', not official, tellers desc, ranked desc
),
-- A row is a deal and the deal that it is part of; one that would be part of itself is left out.
parted as (
    select distinct on (deal_id) deal_id, whole_id
    from (
        from told_deals
        select *, count(distinct document_id) over (partition by deal_id, whole_id) as tellers
        where whole_id <> deal_id
    )
    order by deal_id, not official, tellers desc, ranked desc
),
-- A row is a deal and a deal above it.
above as (
    with recursive up as (
        select deal_id, whole_id from parted
        union
        select up.deal_id, parted.whole_id from up join parted on parted.deal_id = up.whole_id
    )
    from up
),
circles as (
    select distinct deal_id from above where deal_id = whole_id
),
reached as (
    select
        deal_id,
        arg_max(stage, ranked) = 'cancelled' or bool_and(stage = 'cancelled') as off,
        arg_max(stage, rank) filter (stage <> 'cancelled') as furthest
    from told_deals
    group by deal_id
)
select
    d.deal_id,
    case when c.deal_id is null then p.whole_id end as part_of,
    case when r.off then 'cancelled' else r.furthest end as stage,
    a.arrangement,
    t.agreed,
    v.value_amount,
    v.value_high,
    v.value_currency,
    v.value_bound,
    v.value_usd,
    v.value_usd_basis,
    d.value_usd_lowest,
    d.value_usd_highest,
    d.documents,
    d.confidence
from (
    select
        deal_id,
        min(value_usd) as value_usd_lowest,
        max(value_usd) as value_usd_highest,
        count(distinct document_id) as documents,
        max(confidence) as confidence,
        min(number) as number
    from told_deals
    group by deal_id
) d
join arranged a using (deal_id)
join reached r using (deal_id)
left join valued v using (deal_id)
left join dated t using (deal_id)
left join parted p using (deal_id)
left join circles c using (deal_id)
order by d.number
