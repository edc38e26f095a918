-- How fast orders leave, how far people walk for them, and what waits (by age: under 4 hours, 1, 2, 4
-- days, older).
select 'day' as part, coalesce(s.day, w.day)::varchar as what,
  coalesce(released, 0), coalesce(release_total, 0), coalesce(shipped, 0), coalesce(ship_total, 0),
  coalesce(walk_mm, 0), coalesce(picks, 0)
from (
  select placed::date as day,
    count(release_seconds) as released, coalesce(sum(release_seconds), 0) as release_total,
    count(ship_seconds) as shipped, coalesce(sum(ship_seconds), 0) as ship_total
  from order_line
  where client = :'client' and part = 1 and state in ('placed', 'released', 'shipped')
    and month between left(:'from', 7) and left(:'to', 7)
    and placed >= :'from'::date and placed < :'to'::date + interval 1 day
  group by 1
) s full join (
  select done::date as day, sum(walk_mm) as walk_mm, sum(picks) as picks
  from pick_walk
  where client = :'client' and done >= :'from'::date and done < :'to'::date + interval 1 day
  group by 1
) w on w.day = s.day
union all
select 'backlog',
  case when age < 4 * 3600 then '1' when age < 24 * 3600 then '2'
    when age < 48 * 3600 then '3' when age < 96 * 3600 then '4' else '5' end,
  count(*) filter (where part = 1), count(*),
  count(*) filter (where part = 1 and ship_by < :'now'::timestamp), 0, 0, 0
from (
  select part, ship_by, date_diff('second', placed_at, :'now'::timestamp) as age
  from order_line
  where client = :'client' and state in ('placed', 'released')
) waiting
group by 2
