-- A row is a party of a line item in the world, in one role. All parties of a role come from one report, that with the
-- line item's cell: an official publisher's first, then what more documents say, then the later.
with told_sides as (
    select
        t.transfer_id,
        t.reported_transfer_id,
        t.document_id,
        t.number,
        t.official,
        t.ranked,
        p.role,
        list((p.code, p.name) order by p.code, p.name) as who
    from told t
    join parties p on p.transfer_id = t.reported_transfer_id
    group by all
),
chosen as (
    select distinct on (transfer_id, role) transfer_id, reported_transfer_id, role, number
    from (from told_sides select *, count(distinct document_id) over (partition by transfer_id, role, who) as tellers)
    order by transfer_id, role, not official, tellers desc, ranked desc
)
select c.transfer_id, c.role, p.code, p.name
from chosen c
join parties p on p.transfer_id = c.reported_transfer_id and p.role = c.role
order by c.number, c.role, p.code, p.name
