-- A row is a deal in the world. Until reports of one deal are brought together, each reported deal is one.
select
    deal_id,
    part_of,
    stage,
    arrangement,
    agreed,
    value_amount,
    value_high,
    value_currency,
    value_bound,
    value_usd,
    value_usd_basis,
    value_usd as value_usd_lowest,
    value_usd as value_usd_highest,
    1 as documents,
    confidence
from reported_deals
order by rowid
