-- A row is an identifier that rows of the wanted documents have.
create or replace temp table part_rows as
with chosen as (
    select d.deal_id from numbered_deals d join wanted w on w.number = d.document
)
select document_id as row_id from publications p join wanted w on w.number = p.document
union all
select deal_id from chosen
union all
select transfer_id from reported_transfers join chosen using (deal_id)
