-- Every Friday from the last payday to this one, by hour; what is made of it is the application's.
select placed::date as day,
  extract(hour from placed)::int as hour,
  count(*) filter (where order_row = 1 and state <> 'refused') as orders,
  coalesce(sum(ordered) filter (where state <> 'refused'), 0) as ordered,
  sum(filled) as filled,
  count(*) filter (where state = 'refused') as refusals
from order_line
where client = :'client'
  and month between left(:'from', 7) and left(:'to', 7)
  and placed >= :'from'::date and placed < :'to'::date + interval 1 day
  and placed::date ::varchar in (select unnest(string_split(:'days', ',')))
group by 1, 2
