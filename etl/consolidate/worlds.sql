-- A row is a reported deal, with its number (report), and the deal in the world that it reports, which is named after the
-- first of its reports.
create or replace temp table worlds as
select d.deal_id as reported_deal_id, 'D-' || first.deal_id as deal_id, first.number, d.number as report
from numbered_deals d
join deal_names n on n.rowid = d.number
join numbered_deals first on first.number = n.name
