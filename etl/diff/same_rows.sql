-- A row is a row of {table} whose identifier only the new dataset has, with the old row that rests on the same reports. A
-- report in a document that changed keeps its place in the document. Of several rows that with most reports in common is
-- the same.
create temp table same_{table} as
with
old_reports as (
    select distinct s.{id}, s.{reported}
    from {old}.sources s
    anti join {new}.{table} kept using ({id})
    where s.{id} is not null
),
new_reports as (
    select distinct
        s.{id},
        coalesce(d.old_id || substr(s.{reported}, length(d.new_id) + 1), s.{reported}) as {reported}
    from {new}.sources s
    anti join {old}.{table} kept using ({id})
    left join same_documents d on d.new_id = s.document_id
    where s.{id} is not null
),
common as (
    select o.{id} as old_id, n.{id} as new_id, count(*) as reports
    from old_reports o
    join new_reports n using ({reported})
    group by all
),
ranked as (
    select
        old_id,
        new_id,
        row_number() over (partition by old_id order by reports desc, new_id) as of_old,
        row_number() over (partition by new_id order by reports desc, old_id) as of_new
    from common
)
select old_id, new_id from ranked where of_old = 1 and of_new = 1
