-- A row is a consolidated deal that both datasets have: it has the same transfers. Of several it is the one with most in
-- common, then the one of the same identifier.
create temp table same_deals as
with
common as (
    select o.deal_id as old_id, n.deal_id as new_id, count(*) as transfers
    from {old}.transfers o
    join same_transfers same on same.old_id = o.transfer_id
    join {new}.transfers n on n.transfer_id = same.new_id
    group by all
),
ranked as (
    select
        old_id,
        new_id,
        row_number() over (partition by old_id order by transfers desc, old_id <> new_id, new_id) as of_old,
        row_number() over (partition by new_id order by transfers desc, old_id <> new_id, old_id) as of_new
    from common
)
select old_id, new_id from ranked where of_old = 1 and of_new = 1
