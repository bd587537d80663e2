-- A row is a deal with what the deals under it are worth of which no line item counts: what it is worth itself where its own
-- value is unknown.
select part_of as deal_id, sum(value_usd) as value_usd
from deals
where part_of is not null and stage <> 'cancelled' and deal_id not in (select deal_id from transfers where counted)
group by part_of
