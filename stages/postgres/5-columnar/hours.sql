-- Weekday and hour, by the clock of the place that ships.
select extract(isodow from placed)::int as weekday,
  extract(hour from placed)::int as hour,
  count(*) filter (where order_row = 1) as orders,
  count(*) filter (where ordered > 0) as lines,
  sum(filled) as filled
from order_line
where client = :'client' and state <> 'refused'
  and month between left(:'from', 7) and left(:'to', 7)
  and placed >= :'from'::date and placed < :'to'::date + interval 1 day
group by 1, 2
