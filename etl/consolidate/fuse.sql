-- What all reports of a deal say together, cell by cell. Cells that belong together come from one report: a value with its
-- currency, a quantity with its unit, a designation with its kind. Of several reports the first by this rule is taken:
--   1. exact before rounded and bounded;
--   2. an official publisher's before others;
--   3. stated before resolved, inherited or known;
--   4. what more documents say;
--   5. the later document's.
-- Values in dollars that are five times the median of three or more reports, or a fifth of it, come last: slips.
-- Stages only go on: the furthest of all reports, or cancelled where the last document that tells says so.
-- docs/consolidation.md says why.

-- A row is a line item as reported, with the rows of the world that it reports and what ranks its document.
create or replace temp table told as
select
    l.transfer_id,
    w.deal_id,
    l.number,
    t.transfer_id as reported_transfer_id,
    t.deal_id as reported_deal_id,
    t.* exclude (transfer_id, deal_id),
    r.suppliers,
    r.recipients,
    r.rank,
    k.official,
    k.published,
    k.ranked
from reported_transfers t
join line_items l on l.reported_transfer_id = t.transfer_id
join worlds w on w.reported_deal_id = t.deal_id
join reports r on r.transfer_id = t.transfer_id
join publications k on k.document_id = t.document_id;

-- A row is a deal as reported, likewise.
create or replace temp table told_deals as
select
    w.deal_id,
    w.number,
    d.deal_id as reported_deal_id,
    d.* exclude (deal_id),
    whole.deal_id as whole_id,
    stage_rank(d.stage) as rank,
    k.official,
    k.published,
    k.ranked
from reported_deals d
join worlds w on w.reported_deal_id = d.deal_id
join publications k on k.document_id = d.document_id
left join worlds whole on whole.reported_deal_id = d.part_of;

-- A row is a reported row and a cell of it that its document states in so many words.
create or replace temp table stated as
select distinct row_id, field from evidence where rule = 'stated';
