-- A row is a deal that is wanted, as its page shows it, in JSON: its cells, its line items, the deals that it is part of
-- and that are parts of it, its corrections, and each report with what it says cell by cell and by which words.
with
splits as (
    select
        transfer_id,
        list({'year_from': year_from, 'year_to': year_to, 'quantity': quantity, 'basis': basis} order by p.rowid) as parts
    from deliveries p
    group by transfer_id
),
items as (
    select
        t.deal_id,
        list(
            {
                'cells': t,
                'suppliers': coalesce(sides.suppliers, []),
                'recipients': coalesce(sides.recipients, []),
                'via': coalesce(sides.via, []),
                'makers': coalesce(sides.makers, []),
                'deliveries': coalesce(splits.parts, [])
            }
            order by t.rowid
        ) as items
    from transfers t
    join wanted w on w.row_id = t.deal_id
    left join site_sides sides using (transfer_id)
    left join splits using (transfer_id)
    group by t.deal_id
),
parts as (
    select part_of as deal_id, list(l) as parts
    from site_labels l
    join wanted w on w.row_id = l.part_of
    group by part_of
),
said as (
    select
        s.deal_id,
        s.reported_deal_id,
        s.document_id,
        coalesce(s.reported_transfer_id, s.reported_deal_id) as row_id,
        s.transfer_id,
        map_from_entries(list((s.field, s.value) order by s.rowid)) as cells,
        coalesce(list(s.field order by s.rowid) filter (not s.agrees), []) as differing,
        min(s.rowid) as place
    from sources s
    join wanted w on w.row_id = s.deal_id
    where s.document_id is not null
    group by all
),
marked as (
    select
        said.deal_id,
        said.reported_deal_id,
        e.sentence_start,
        e.sentence,
        e.start - e.sentence_start as start,
        e."end" - e.sentence_start as "end",
        e.row_id as row,
        e.rule,
        e.reason,
        list(distinct e.field order by e.field) as fields
    from said
    join evidence e on e.row_id = said.row_id
    group by all
),
sentences as (
    select
        deal_id,
        reported_deal_id,
        sentence_start,
        sentence,
        list(
            {'start': start, 'end': "end", 'row': row, 'fields': fields, 'rule': rule, 'reason': reason}
            order by start, "end", row, fields, reason nulls first
        ) as marks
    from marked
    group by all
),
words as (
    select
        deal_id,
        reported_deal_id,
        list({'start': sentence_start, 'text': sentence, 'marks': marks} order by sentence_start, sentence) as sentences
    from sentences
    group by deal_id, reported_deal_id
),
rows_said as (
    select
        deal_id,
        reported_deal_id,
        document_id,
        list({'row_id': row_id, 'transfer_id': transfer_id, 'cells': cells, 'differing': differing} order by place) as rows
    from said
    group by deal_id, reported_deal_id, document_id
),
reports as (
    select
        rows_said.deal_id,
        list(
            {
                'deal_id': rows_said.reported_deal_id,
                'document_id': d.document_id,
                'title': d.title,
                'publisher': d.publisher,
                'published': d.published,
                'url': d.url,
                'path': d.path,
                'evidence': r.evidence,
                'confidence': r.confidence,
                'rows': rows_said.rows,
                'sentences': coalesce(words.sentences, [])
            }
            order by d.published nulls last, d.document_id, r.rowid
        ) as reports
    from rows_said
    join documents d using (document_id)
    join reported_deals r on r.deal_id = rows_said.reported_deal_id
    left join words on words.deal_id = rows_said.deal_id and words.reported_deal_id = rows_said.reported_deal_id
    group by rows_said.deal_id
),
corrected as (
    select
        s.deal_id,
        list(
            {
                'transfer_id': s.transfer_id,
                'field': s.field,
                'value': s.value,
                'agrees': s.agrees,
                'who': s.who,
                'when': s."when",
                'why': s.why
            }
            order by s.rowid
        ) as corrections
    from sources s
    join wanted w on w.row_id = s.deal_id
    where s.who is not null
    group by s.deal_id
)
select
    w.place,
    w.row_id,
    to_json({
        'cells': d,
        'items': coalesce(items.items, []),
        'whole': case when whole.deal_id is not null then whole end,
        'parts': coalesce(parts.parts, []),
        'reports': coalesce(reports.reports, []),
        'corrections': coalesce(corrected.corrections, [])
    })
from wanted w
join deals d on d.deal_id = w.row_id
left join items on items.deal_id = w.row_id
left join parts on parts.deal_id = w.row_id
left join site_labels whole on whole.deal_id = d.part_of
left join reports on reports.deal_id = w.row_id
left join corrected on corrected.deal_id = w.row_id
order by w.number
