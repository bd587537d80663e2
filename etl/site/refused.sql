-- A row is a check that refused rows of a table, with how many, and why in the words of the first.
select "table", "check", count(*) as refused, first(reason order by rowid) as reason
from rejects
group by "table", "check"
order by refused desc, "table", "check"
