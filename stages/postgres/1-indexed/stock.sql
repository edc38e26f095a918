-- What moved in the range, and what was there at its end: the sum of everything since the beginning.
select location, category,
  coalesce(sum(units) filter (where kind = 'received' and in_range), 0) as received,
  coalesce(-sum(units) filter (where kind = 'sold' and in_range), 0) as sold,
  coalesce(-sum(units) filter (where kind = 'counted' and in_range), 0) as shrinkage,
  coalesce(-sum(units) filter (where kind = 'spoiled' and in_range), 0) as spoiled,
  sum(units) as on_hand
from (
  select location, category, kind, units, (at at time zone zone)::date >= :'from'::date as in_range
  from stock_movement
  where client = :'client'
    and at < :'to'::date + interval '2 days'
    and (at at time zone zone)::date <= :'to'::date
) movement
group by 1, 2
