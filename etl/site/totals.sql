-- One row: how much there is of everything, and what sums leave out.
select
    (select count(*) from documents) as documents,
    (select count(*) from documents where outcome in ('transfers', 'no_transfer')) as documents_read,
    (select count(*) from documents where duplicate_of is not null and outcome <> 'duplicate') as copies,
    (select count(*) from documents where problem is not null and outcome in ('failed', 'transfers', 'no_transfer')) as unread,
    (select count(*) from deals) as deals,
    (select count(*) from transfers) as transfers,
    (select count(*) from reported_deals) as reported_deals,
    (select count(*) from reported_transfers) as reported_transfers,
    (select count(*) from evidence) as evidence,
    (select count(*) from figures) as figures,
    (select count(*) from rejects) as rejects,
    (select count(*) from transfers where not counted) as not_counted,
    (select count(*) from transfers t join deals d using (deal_id) where t.counted and 'cancelled' in (t.stage, d.stage))
        as cancelled,
    (select count(*) from transfers t join deals d using (deal_id)
        where t.counted and 'cancelled' not in (t.stage, d.stage)) as summed,
    (select count(*) from deals where value_usd is not null) as deals_with_value,
    (select count(*) from deals where documents > 1) as deals_of_several,
    (select count(*) from sources where document_id is not null) as cells,
    (select count(*) from sources where document_id is not null and not agrees) as cells_that_differ,
    (select count(*) from sources where who is not null) as corrections,
    (select median(confidence) from transfers) as median_confidence
