-- A row is an identifier that rows of the wanted reported deals have.
create or replace temp table part_rows as
with chosen as (
    select d.deal_id, d.document from numbered_deals d join wanted w using (number)
)
select document_id as row_id from publications where document in (select document from chosen)
union all
select deal_id from chosen
union all
select transfer_id from reported_transfers join chosen using (deal_id)
