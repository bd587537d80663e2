-- A row is a document that is wanted, as its page shows it, in JSON: its cells, the rows that it reports with the
-- consolidated rows that they stand behind, its figures, and the words that filled cells.
with
stands_behind as (
    select distinct coalesce(reported_transfer_id, reported_deal_id) as row_id, deal_id, transfer_id
    from sources s
    join wanted w on w.row_id = s.document_id
),
deals_told as (
    select
        r.document_id,
        list(
            {
                'row_id': r.deal_id,
                'deal_id': b.deal_id,
                'stage': r.stage,
                'arrangement': r.arrangement,
                'agreed': r.agreed,
                'value_amount': r.value_amount,
                'value_high': r.value_high,
                'value_currency': r.value_currency,
                'value_bound': r.value_bound,
                'value_usd': r.value_usd
            }
            order by r.rowid
        ) as deals
    from reported_deals r
    join wanted w on w.row_id = r.document_id
    left join stands_behind b on b.row_id = r.deal_id
    group by r.document_id
),
transfers_told as (
    select
        r.document_id,
        list(
            {
                'row_id': r.transfer_id,
                'reported_deal_id': r.deal_id,
                'deal_id': b.deal_id,
                'transfer_id': b.transfer_id,
                'suppliers': coalesce(sides.suppliers, []),
                'recipients': coalesce(sides.recipients, []),
                'designation': r.designation,
                'weapon': r.weapon,
                'category': r.category,
                'quantity': r.quantity,
                'quantity_high': r.quantity_high,
                'quantity_bound': r.quantity_bound,
                'quantity_unit': r.quantity_unit,
                'delivery_from': r.delivery_from,
                'delivery_to': r.delivery_to,
                'stage': r.stage,
                'confidence': r.confidence
            }
            order by r.rowid
        ) as transfers
    from reported_transfers r
    join wanted w on w.row_id = r.document_id
    left join stands_behind b on b.row_id = r.transfer_id
    left join site_sides sides on sides.transfer_id = r.transfer_id
    group by r.document_id
),
figures_found as (
    select
        f.document_id,
        list(
            {
                'figure_id': f.figure_id,
                'kind': f.kind,
                'surface': f.surface,
                'start': f.start,
                'end': f."end",
                'amount': f.amount,
                'amount_high': f.amount_high,
                'bound': f.bound,
                'unit': f.unit,
                'used_as': f.used_as,
                'used_by': f.used_by
            }
            order by f.start, f.rowid
        ) as figures
    from figures f
    join wanted w on w.row_id = f.document_id
    group by f.document_id
),
marked as (
    select
        e.document_id,
        e.start,
        e."end",
        e.row_id as row,
        e.rule,
        e.reason,
        list(distinct e.field order by e.field) as fields
    from evidence e
    join wanted w on w.row_id = e.document_id
    group by all
),
words as (
    select
        document_id,
        list(
            {'start': start, 'end': "end", 'row': row, 'fields': fields, 'rule': rule, 'reason': reason}
            order by start, "end", row, fields, reason nulls first
        ) as marks
    from marked
    group by document_id
)
select
    w.place,
    w.row_id,
    to_json({
        'cells': d,
        'original': case when original.document_id is not null
            then {'document_id': original.document_id, 'title': original.title, 'path': original.path} end,
        'deals': coalesce(deals_told.deals, []),
        'transfers': coalesce(transfers_told.transfers, []),
        'figures': coalesce(figures_found.figures, []),
        'marks': coalesce(words.marks, [])
    })
from wanted w
join documents d on d.document_id = w.row_id
left join documents original on original.document_id = d.duplicate_of
left join deals_told on deals_told.document_id = w.row_id
left join transfers_told on transfers_told.document_id = w.row_id
left join figures_found on figures_found.document_id = w.row_id
left join words on words.document_id = w.row_id
order by w.number
