-- Every Friday from the last payday to this one, by hour; what is made of it is the application's.
select (placed_at at time zone zone)::date as day,
  extract(hour from placed_at at time zone zone)::int as hour,
  count(*) filter (where order_row = 1 and state <> 'refused') as orders,
  coalesce(sum(ordered) filter (where state <> 'refused'), 0) as ordered,
  sum(filled) as filled,
  count(*) filter (where state = 'refused') as refusals
from order_line
where client = :'client'
  and placed_at >= :'from'::date - interval '1 day'
  and placed_at < :'to'::date + interval '2 days'
  and (placed_at at time zone zone)::date = any (string_to_array(:'days', ',')::date[])
group by 1, 2
