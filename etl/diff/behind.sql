-- A row is a report, or a correction, that a changed deal or transfer rests on in one of the datasets. `cells` is what it
-- says of the cells that changed. `standing` is how its document stands in the other dataset.
with
rows_told as (
    select distinct "table", change, id from changes_told
),
named as (
    select
        r."table",
        r.id,
        case when r.change <> 'removed' then r.id end as new_id,
        case r.change when 'removed' then r.id when 'changed' then coalesce(d.old_id, t.old_id) end as old_id
    from rows_told r
    left join same_deals d on r."table" = 'deals' and d.new_id = r.id
    left join same_transfers t on r."table" = 'transfers' and t.new_id = r.id
),
sides as (
    unpivot named on old_id, new_id into name side value row_id
),
statements as (
    select 'old_id' as side, * from {old}.sources
    union all by name
    select 'new_id' as side, * from {new}.sources
),
said as (
    select
        sides."table",
        sides.id,
        sides.side,
        s.* exclude (side),
        coalesce(s.reported_transfer_id, s.reported_deal_id) as report_id,
        changed.cell is not null or s.field = 'deal_id' as wanted
    from sides
    join statements s
        on s.side = sides.side and coalesce(s.transfer_id, s.deal_id) = sides.row_id
        and (s.transfer_id is null) = (sides."table" = 'deals')
    left join changes_told changed
        on changed."table" = sides."table" and changed.id = sides.id and changed.cell = s.field
),
reports as (
    select
        "table", id, side, document_id, report_id, who, "when", why,
        coalesce(
            list({{'field': field, 'value': value, 'agrees': agrees}} order by field) filter (wanted), []
        ) as cells
    from said
    group by all
),
documents_known as (
    select 'old_id' as side, document_id, title, publisher, published, path from {old}.documents
    union all
    select 'new_id' as side, document_id, title, publisher, published, path from {new}.documents
),
sentences as (
    select 'old_id' as side, deal_id as report_id, evidence from {old}.reported_deals
    union all
    select 'old_id' as side, transfer_id, evidence from {old}.reported_transfers
    union all
    select 'new_id' as side, deal_id, evidence from {new}.reported_deals
    union all
    select 'new_id' as side, transfer_id, evidence from {new}.reported_transfers
)
select
    r."table",
    r.id,
    case r.side when 'old_id' then 'old' else 'new' end as side,
    coalesce(d.title, d.path) as document,
    d.publisher,
    d.published,
    case
        when r.document_id is null then null
        when same.old_id is null then 'absent'
        when same.old_id = same.new_id then 'same'
        else 'changed'
    end as standing,
    s.evidence as sentence,
    r.who,
    r."when",
    r.why,
    r.cells
from reports r
left join documents_known d on d.side = r.side and d.document_id = r.document_id
left join sentences s on s.side = r.side and s.report_id = r.report_id
left join same_documents same on case r.side when 'old_id' then same.old_id else same.new_id end = r.document_id
where r.who is null or len(r.cells) > 0
order by r."table", r.id, r.side = 'new_id', d.published nulls last, r.document_id, r.report_id, r."when"
