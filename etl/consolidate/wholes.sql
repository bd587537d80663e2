-- A row is a reported deal and the reported deal that it is part of, by their numbers.
select n.number, w.number as whole
from reported_deals d
join numbered_deals n using (deal_id)
join numbered_deals w on w.deal_id = d.part_of
