-- A row is a reported transfer of the old dataset and the one of the new that reports the same: of those not yet found, the
-- first with the same {keys} in the document, then the second.
insert into same_reports
select o.transfer_id, n.transfer_id
from (
    select r.transfer_id, r.document, {keys}, row_number() over (partition by r.document, {keys} order by r.place) as nth
    from old_reports r
    anti join same_reports found on found.old_id = r.transfer_id
) o
join (
    select r.transfer_id, r.document, {keys}, row_number() over (partition by r.document, {keys} order by r.place) as nth
    from new_reports r
    anti join same_reports found on found.new_id = r.transfer_id
) n using (document, {keys}, nth)
