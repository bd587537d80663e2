-- A row is a transfer with its parties in each role, by code or name.
select
    transfer_id,
    list(distinct coalesce(code, name) order by coalesce(code, name)) filter (role = 'supplier') as suppliers,
    list(distinct coalesce(code, name) order by coalesce(code, name)) filter (role = 'recipient') as recipients,
    list(distinct coalesce(code, name) order by coalesce(code, name)) filter (role = 'via') as via,
    list(distinct coalesce(code, name) order by coalesce(code, name)) filter (role = 'maker') as makers
from parties
group by transfer_id
