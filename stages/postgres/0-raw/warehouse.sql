-- How fast orders leave, how far people walk for them, and what waits (by age: under 4 hours, 1, 2, 4
-- days, older).
select 'day' as part, coalesce(s.day, w.day)::text as what,
  coalesce(released, 0) as released, coalesce(release_seconds, 0) as release_seconds,
  coalesce(shipped, 0) as shipped, coalesce(ship_seconds, 0) as ship_seconds,
  coalesce(walk_mm, 0) as walk_mm, coalesce(picks, 0) as picks
from (
  select (placed_at at time zone zone)::date as day,
    count(released_at) as released,
    coalesce(sum(extract(epoch from released_at - placed_at)), 0)::bigint as release_seconds,
    count(shipped_at) as shipped,
    coalesce(sum(extract(epoch from shipped_at - placed_at)), 0)::bigint as ship_seconds
  from order_line
  where client = :'client' and part = 1 and state in ('placed', 'released', 'shipped')
    and placed_at >= :'from'::date - interval '1 day'
    and placed_at < :'to'::date + interval '2 days'
    and (placed_at at time zone zone)::date between :'from'::date and :'to'::date
  group by 1
) s full join (
  select (at at time zone zone)::date as day, sum(walk_mm) as walk_mm, sum(picks) as picks
  from pick_walk
  where client = :'client'
    and at >= :'from'::date - interval '1 day' and at < :'to'::date + interval '2 days'
    and (at at time zone zone)::date between :'from'::date and :'to'::date
  group by 1
) w on w.day = s.day
union all
select 'backlog',
  case when age < interval '4 hours' then '1' when age < interval '24 hours' then '2'
    when age < interval '48 hours' then '3' when age < interval '96 hours' then '4' else '5' end,
  count(*) filter (where part = 1), count(*),
  count(*) filter (where part = 1 and ship_by < :'now'::timestamptz), 0, 0, 0
from (
  select part, ship_by, :'now'::timestamptz - placed_at as age
  from order_line
  where client = :'client' and state in ('placed', 'released')
) waiting
group by 2
