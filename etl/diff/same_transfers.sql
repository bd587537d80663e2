-- A row is a consolidated transfer that both datasets have: it rests on the same reports. Of several it is the one with
-- most reports in common, then the one of the same identifier.
create temp table same_transfers as
with
common as (
    select o.transfer_id as old_id, n.transfer_id as new_id, count(*) as reports
    from (select distinct transfer_id, reported_transfer_id from {old}.sources where transfer_id is not null) o
    join same_reports same on same.old_id = o.reported_transfer_id
    join (select distinct transfer_id, reported_transfer_id from {new}.sources where transfer_id is not null) n
        on n.reported_transfer_id = same.new_id
    group by all
),
ranked as (
    select
        old_id,
        new_id,
        row_number() over (partition by old_id order by reports desc, old_id <> new_id, new_id) as of_old,
        row_number() over (partition by new_id order by reports desc, old_id <> new_id, old_id) as of_new
    from common
)
select old_id, new_id from ranked where of_old = 1 and of_new = 1
